"""Which tasks of an upper document a lower one takes on: states with the pairs they rest on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kg.analysis.address import addresses
from kg.analysis.dossier import Dossier, Entry, dossiers
from kg.analysis.gaps.applicability import own_business
from kg.analysis.gaps.exemption import Exemption, exemptions_of
from kg.analysis.gaps.tasks import UpperTask, task_key, upper_tasks
from kg.model import Edge, Graph, Node
from kg.wording import Text

COUNTED = frozenset({"accepted", "suggested", "stale"})
ACCEPTED = frozenset({"accepted"})
UNREVIEWED = COUNTED - ACCEPTED
"""Review states in which no person's judgement stands: suggested, or the judged words are gone."""

CERTAIN = 0.7
"""What the program suggests with a chance of no more than this is called uncertain: three in ten
of such pairs, or more, are wrong."""


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

    @property
    def standing(self) -> str:
        """As the status; ``conflict`` where reviewers contradict each other, which counts as
        unsure.
        """
        return "conflict" if self.edge.props.get("judged") == "conflict" else self.status

    @property
    def related(self) -> float | None:
        """How probable it is that readers would call it at least partly covered; None where a
        person added it.
        """
        props = self.edge.props
        # Stores written before it stood by itself have it among the reasons alone.
        value = props["related"] if "related" in props else self.reasons.get("related")
        return float(value) if isinstance(value, (int, float)) else None

    @property
    def is_uncertain(self) -> bool:
        """Whether nobody accepted it and its grade has a chance of :data:`CERTAIN` at most: the
        score of a covered pair, of the others that they are related.
        """
        chance = self.score if self.is_covered else self.related
        return self.status in UNREVIEWED and chance is not None and chance <= CERTAIN

    @property
    def reasons(self) -> Mapping[str, Any]:
        """The reasons as :class:`kg.link.Reasons` writes them; empty where there are none."""
        text = str(self.edge.props.get("reasons", ""))
        found: Mapping[str, Any] = json.loads(text) if text else {}
        return found

    @property
    def quotes_title(self) -> bool:
        """Whether the upper quote stands in the title of the task, not in the measure."""
        return self.reasons.get("title_quoted") is True


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
        Alignments that are there and do not count: unsure, rejected, not yet accepted where only
        accepted ones count, or set aside.
    issues
        What the reading of its words and headings put in doubt: warnings and errors.
    rule
        The rule by which it is not meant for the lower level, with the words; None without one.
    exemption
        What people say of whether it is meant for the lower document; None where nobody did.
    set_aside
        Of ``open`` those that would count if no person had said that it is not meant.
    """

    node: Node
    section: Node | None
    entries: tuple[Entry, ...]
    counted: tuple[Alignment, ...]
    open: tuple[Alignment, ...]
    issues: tuple[Node, ...]
    rule: Text | None
    exemption: Exemption | None = None
    set_aside: tuple[Alignment, ...] = ()
    state: State = field(init=False)
    """A person's word goes first, then what counts, then what nobody has judged yet, then the
    rule.
    """

    def __post_init__(self) -> None:
        object.__setattr__(self, "state", self._judged())  # asked for by every table and note

    def _judged(self) -> State:
        if self.is_exempted:
            return State.NOT_APPLICABLE
        if any(a.is_covered for a in self.counted):
            return State.COVERED
        if self.counted:
            return State.PARTLY
        if self.is_lost or self.unreviewed:
            return State.UNCLEAR
        ruled = self.rule is not None and not self.is_overruled
        return State.NOT_APPLICABLE if ruled else State.UNCOVERED

    @property
    def is_lost(self) -> bool:
        """Whether its own words could not be recovered."""
        return not any(entry.text.strip() for entry in self.entries)

    @property
    def unreviewed(self) -> tuple[Alignment, ...]:
        """What the program suggests and nobody has judged, where only accepted pairs count."""
        if self.is_exempted:
            return ()
        return tuple(a for a in self.open if a.status in UNREVIEWED)

    @property
    def is_exempted(self) -> bool:
        """Whether a person's word says that it is not meant for the lower document."""
        return self.exemption is not None and self.exemption.exempt is True

    @property
    def is_overruled(self) -> bool:
        """Whether a person's word says that it is meant for the lower document after all."""
        said = self.exemption is not None and self.exemption.exempt is False
        return said and self.rule is not None and not self.counted

    @property
    def covering(self) -> tuple[Alignment, ...]:
        """The alignments that its state rests on."""
        return tuple(a for a in self.counted if a.is_covered) or self.counted

    @property
    def met(self) -> frozenset[str]:
        """The keys of its measures that have an alignment of the grade its state rests on."""
        return frozenset(a.upper.key for a in self.covering)


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
    def unreviewed(self) -> frozenset[str]:
        """The keys of the lower measures with alignments that nobody has judged and that do not
        count.
        """
        return frozenset(a.lower.key for item in self.items for a in item.unreviewed)

    @property
    def alignments(self) -> tuple[Alignment, ...]:
        """All alignments, whether they count or not, in the order of the upper document."""
        return tuple(a for item in self.items for a in (*item.counted, *item.open))

    def count(self, state: State) -> int:
        """Return the number of items in a state."""
        return sum(item.state is state for item in self.items)


@dataclass(frozen=True, slots=True)
class _Above:
    """An upper task with what is the same whoever takes it on: an upper document may stand above
    hundreds.
    """

    task: UpperTask
    issues: tuple[Node, ...]
    rule: Text | None


def coverages(
    graph: Graph, states: frozenset[str] = COUNTED, documents: frozenset[str] = frozenset()
) -> tuple[Coverage, ...]:
    """Return the coverage of each compared pair of documents, sorted by upper and lower key.

    Parameters
    ----------
    graph
        The graph of both documents of each pair.
    states
        The review states that count.
    documents
        Keys of documents; pairs without any of them are left out. Empty for all.
    """
    known = {dossier.key: dossier for dossier in dossiers(graph)}
    entries = {e.key: e for dossier in known.values() for e in dossier.entries}
    found: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    compared: dict[tuple[str, str], str] = {}
    said: dict[str, dict[str, Exemption]] = defaultdict(dict)
    for (task, lower_key), exemption in exemptions_of(graph.edges).items():
        said[lower_key][task] = exemption
    for edge in graph.edges:
        if edge.type == "COMPARED_WITH":
            compared[edge.dst, edge.src] = str(edge.props["basis"])
        elif edge.type == "ALIGNS_WITH" and edge.src in entries:
            lower, upper = entries[edge.src], entries[edge.dst]
            found[upper.document_key, lower.document_key].append(Alignment(edge, lower, upper))
    pairs = [(p, b) for p, b in sorted(compared.items()) if not documents or documents & {*p}]
    above = {key: tuple(_above(known[key])) for key in {upper for (upper, _), _ in pairs}}
    named = {key: addresses(known[key]) for key in {key for pair, _ in pairs for key in pair}}
    return tuple(
        _coverage(
            (known[upper], known[lower]),
            tuple(_items(above[upper], _by_item(found[upper, lower]), states, said[lower])),
            {**named[upper], **named[lower]},
            basis,
        )
        for (upper, lower), basis in pairs
    )


def _coverage(
    documents: tuple[Dossier, Dossier],
    items: tuple[Item, ...],
    named: Mapping[str, Text],
    basis: str,
) -> Coverage:
    upper, lower = documents
    taken = {a.lower.key for item in items for a in item.counted}
    own = tuple(e for e in lower.entries if e.key not in taken)
    return Coverage(upper, lower, items, own, named, basis)


def _by_item(alignments: Iterable[Alignment]) -> Mapping[str, list[Alignment]]:
    """The alignments of each upper task, the best first."""
    by_item: dict[str, list[Alignment]] = defaultdict(list)
    for alignment in sorted(alignments, key=_best_first):
        by_item[task_key(alignment.upper)].append(alignment)
    return by_item


def _above(upper: Dossier) -> Iterator[_Above]:
    issues: dict[str, list[Node]] = defaultdict(list)
    for issue, owner in upper.issues:
        if issue.props["severity"] != "info":
            issues[owner.key].append(issue)
    for task in upper_tasks(upper):
        touched = dict.fromkeys((task.key, *(e.key for e in task.entries)))
        own = tuple(issue for key in touched for issue in issues[key])
        yield _Above(task, own, own_business(task.entries, upper.document))


def _items(
    above: Iterable[_Above],
    by_item: Mapping[str, list[Alignment]],
    states: frozenset[str],
    said: Mapping[str, Exemption],
) -> Iterator[Item]:
    for known in above:
        task = known.task
        aligned = by_item.get(task.key, [])
        exemption = said.get(task.key)
        exempt = exemption.exempt if exemption else None
        counting = tuple(a for a in aligned if a.status in states)
        yield Item(
            task.node,
            task.section,
            task.entries,
            () if exempt else counting,
            tuple(a for a in aligned if exempt or a.status not in states),
            known.issues,
            known.rule,
            exemption,
            counting if exempt else (),
        )


def _best_first(alignment: Alignment) -> tuple[bool, float, str, str]:
    score = alignment.score
    return (
        not alignment.is_covered,
        -(1.0 if score is None else score),
        alignment.upper.key,
        alignment.lower.key,
    )
