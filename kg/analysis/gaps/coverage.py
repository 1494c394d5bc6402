"""Which tasks of an upper document a lower one takes on: states with the pairs they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.analysis.address import addresses
from kg.analysis.dossier import Dossier, Entry, dossiers
from kg.analysis.gaps.applicability import own_business
from kg.model import Edge, Graph, Node
from kg.wording import Text

COUNTED = frozenset({"accepted", "suggested", "stale"})
ACCEPTED = frozenset({"accepted"})


class State(StrEnum):
    """How far a lower document takes on a task of an upper one."""

    COVERED = "covered"
    PARTLY = "partly"
    UNCOVERED = "uncovered"
    NOT_APPLICABLE = "not_applicable"
    UNCLEAR = "unclear"


STATES: Mapping[State, Text] = {
    State.COVERED: Text("已承接", "covered"),
    State.PARTLY: Text("部分承接", "partly covered"),
    State.UNCOVERED: Text("未承接", "not covered"),
    State.NOT_APPLICABLE: Text("不适用", "not applicable"),
    State.UNCLEAR: Text("待核", "cannot be judged"),
}


@dataclass(frozen=True, slots=True)
class Alignment:
    """An alignment of two measures."""

    edge: Edge
    lower: Entry
    upper: Entry

    @property
    def is_covered(self) -> bool:
        """Whether the lower measure takes on the whole of the upper one."""
        return self.edge.props["grade"] == "covered"

    @property
    def status(self) -> str:
        """What people think of it: suggested, accepted, rejected, unsure or stale."""
        return str(self.edge.props["status"])

    @property
    def score(self) -> float | None:
        """How probable it is that readers would call it covered; None where a person added it."""
        value = self.edge.props.get("score")
        return float(value) if isinstance(value, (int, float)) else None


@dataclass(frozen=True, slots=True)
class Item:
    """A task of the upper document, or a measure of it that stands in no task.

    Parameters
    ----------
    node
        The task or measure.
    section
        The section it stands in; None where there is none.
    entries
        Its measures.
    counted
        The alignments that count, best first: covered before partly, then by score.
    open
        Alignments that are there and do not count: unsure, rejected, or not yet accepted where
        only accepted ones count.
    issues
        What the reading of its words and headings put in doubt: warnings and errors.
    rule
        The rule by which it is not meant for the lower level, with the words; None without one.
    """

    node: Node
    section: Node | None
    entries: tuple[Entry, ...]
    counted: tuple[Alignment, ...]
    open: tuple[Alignment, ...]
    issues: tuple[Node, ...]
    rule: Text | None

    @property
    def state(self) -> State:
        """The state, which follows from what counts."""
        if any(a.is_covered for a in self.counted):
            return State.COVERED
        if self.counted:
            return State.PARTLY
        if not self.entries or all(_is_lost(entry) for entry in self.entries):
            return State.UNCLEAR
        return State.UNCOVERED if self.rule is None else State.NOT_APPLICABLE

    @property
    def covering(self) -> tuple[Alignment, ...]:
        """The alignments that its state rests on."""
        return tuple(a for a in self.counted if a.is_covered) or self.counted


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a lower document takes on of an upper one.

    Parameters
    ----------
    items
        The upper document's tasks in printed order.
    own
        Measures of the lower document without any alignment that counts, in printed order.
    addresses
        What a memo calls the parts of both documents, by key.
    basis
        Why the two are compared; see :class:`kg.comparison.Basis`.
    """

    upper: Dossier
    lower: Dossier
    items: tuple[Item, ...]
    own: tuple[Entry, ...]
    addresses: Mapping[str, Text]
    basis: str

    @property
    def key(self) -> str:
        """A key for the pair."""
        return f"{self.upper.key}|{self.lower.key}"

    @property
    def alignments(self) -> tuple[Alignment, ...]:
        """All alignments, whether they count or not, in the order of the upper document."""
        return tuple(a for item in self.items for a in (*item.counted, *item.open))

    def count(self, state: State) -> int:
        """Return the number of items in a state."""
        return sum(item.state is state for item in self.items)


def coverages(graph: Graph, states: frozenset[str] = COUNTED) -> tuple[Coverage, ...]:
    """Return the coverage of each compared pair of documents, sorted by upper and lower key.

    Parameters
    ----------
    graph
        The graph of both documents of each pair.
    states
        The review states that count.
    """
    known = {dossier.key: dossier for dossier in dossiers(graph)}
    entries = {e.key: e for dossier in known.values() for e in dossier.entries}
    found: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    compared: dict[tuple[str, str], str] = {}
    for edge in graph.edges:
        if edge.type == "COMPARED_WITH":
            compared[edge.dst, edge.src] = str(edge.props["basis"])
        elif edge.type == "ALIGNS_WITH" and edge.src in entries:
            lower, upper = entries[edge.src], entries[edge.dst]
            found[upper.document_key, lower.document_key].append(Alignment(edge, lower, upper))
    return tuple(
        _coverage(known[upper], known[lower], found[upper, lower], states, basis)
        for (upper, lower), basis in sorted(compared.items())
    )


def _coverage(
    upper: Dossier,
    lower: Dossier,
    alignments: Iterable[Alignment],
    states: frozenset[str],
    basis: str,
) -> Coverage:
    by_item: dict[str, list[Alignment]] = defaultdict(list)
    for alignment in sorted(alignments, key=_best_first):
        by_item[_item_key(alignment.upper)].append(alignment)
    items = tuple(_items(upper, by_item, states))
    taken = {a.lower.key for item in items for a in item.counted}
    own = tuple(e for e in lower.entries if e.key not in taken)
    return Coverage(upper, lower, items, own, {**addresses(upper), **addresses(lower)}, basis)


def _items(
    upper: Dossier, by_item: Mapping[str, list[Alignment]], states: frozenset[str]
) -> Iterator[Item]:
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in upper.entries:
        entries[_item_key(entry)].append(entry)
    issues: dict[str, list[Node]] = defaultdict(list)
    for issue, owner in upper.issues:
        if issue.props["severity"] != "info":
            issues[owner.key].append(issue)
    for node, above in _in_order(upper):
        own = tuple(entries[node.key])
        aligned = by_item.get(node.key, [])
        touched = dict.fromkeys((node.key, *(e.key for e in own)))
        yield Item(
            node,
            next((h for h in reversed(above) if h.label == "Section"), None),
            own,
            tuple(a for a in aligned if a.status in states),
            tuple(a for a in aligned if a.status not in states),
            tuple(issue for key in touched for issue in issues[key]),
            own_business(own, upper.document),
        )


def _in_order(upper: Dossier) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """The tasks of a document with the headings above, among them the measures outside tasks."""
    tasks = [(node, above) for node, above in upper.headings if node.label == "Task"]
    loose = [(e.node, e.headings) for e in upper.entries if _item_key(e) == e.key]
    if not loose:
        yield from tasks
        return
    place = {node.key: at for at, (node, _) in enumerate(upper.headings)}
    # A loose measure stands behind the heading it is under, before the tasks that follow.
    ranked = [((place[n.key], 0), (n, above)) for n, above in tasks]
    ranked += [
        ((place[above[-1].key] if above else -1, order), (node, above))
        for order, (node, above) in enumerate(loose, 1)
    ]
    yield from (found for _, found in sorted(ranked, key=lambda r: r[0]))


def _item_key(entry: Entry) -> str:
    inside = entry.headings and entry.headings[-1].label == "Task"
    return entry.headings[-1].key if inside else entry.key


def _is_lost(entry: Entry) -> bool:
    return not entry.text.strip()


def _best_first(alignment: Alignment) -> tuple[bool, float, str, str]:
    score = alignment.score
    return (
        not alignment.is_covered,
        -(1.0 if score is None else score),
        alignment.upper.key,
        alignment.lower.key,
    )
