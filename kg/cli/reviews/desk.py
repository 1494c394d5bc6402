"""What there is to review: every pair of measures, suggested or judged, by its short name, and
what people say of tasks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.analysis.address import addresses
from kg.analysis.caption import natural
from kg.analysis.dossier import dossiers
from kg.analysis.gaps.tasks import task_key, upper_tasks
from kg.cli.reviews.exemption import TaskWord, word_hash, words_on_tasks
from kg.cli.reviews.pair import Pair, Side
from kg.errors import Problem, UnknownNameError, UsageError
from kg.model import Edge, Linkage
from kg.review import (
    ExemptionOutcome,
    Outcome,
    ReviewLedger,
    confirmed_tasks,
    exemption_summary,
    exemptions,
    pair_hash,
    reviewed,
    short_length,
    summary,
)
from kg.review import State as Became
from kg.store.base import Store
from kg.wording import Text, same

_FEWEST_DIGITS = 4
_HEXADECIMAL = frozenset("0123456789abcdef")
_JUDGEMENT = ("judged", "judged_by", "judged_on", "comment")


class Desk:
    """All pairs of a store and a ledger, in the order of the upper documents, and what people say
    of upper tasks.

    Parameters
    ----------
    ledger
        Counts as it is now, whether the store was built with it or not.
    """

    def __init__(self, store: Store, ledger: ReviewLedger) -> None:
        self.ledger = ledger
        linkages = store.linkages()
        self.compared = frozenset((link.lower_key, link.upper_key) for link in linkages)
        graph = store.graph()
        found = dossiers(graph)
        self._entries = {e.key: e for dossier in found for e in dossier.entries}
        self._places = {k: t for dossier in found for k, t in addresses(dossier).items()}
        self._short = {k: t for d in found for k, t in addresses(d, with_document=False).items()}
        self._order = {e.key: n for d in found for n, e in enumerate(d.entries, start=1)}
        self._texts = {d.key: {e.key: e.text for e in d.entries} for d in found}
        self.tasks = {n.key: n for d in found for n, _ in d.headings if n.label == "Task"}
        self.documents = tuple(d.document for d in found)
        of_document = {d.key: upper_tasks(d) for d in found}
        tasks = [task for theirs in of_document.values() for task in theirs]
        self.upper_tasks = {task.key: task for task in tasks}
        self._task_of = {key: task_key(entry) for key, entry in self._entries.items()}
        self._words = {d: {t.key: t.words for t in theirs} for d, theirs in of_document.items()}
        self._judge(linkages, {task.key: n for n, task in enumerate(tasks, start=1)})

    def _judge(self, linkages: Iterable[Linkage], order: Mapping[str, int]) -> None:
        """Apply the ledger to what joins the documents of the store."""
        edges: list[Edge] = []
        outcomes: list[Outcome] = []
        exempted: list[ExemptionOutcome] = []
        for linkage in linkages:
            judged, became = self._judged(linkage)
            edges.extend(self._alignments(judged))
            outcomes.extend(became)
            exempted.extend(self._exempted(judged))
        held = frozenset(self._texts)
        on_tasks = exemption_summary(self.ledger, exempted, self.compared, held)
        on_pairs = summary(self.ledger, outcomes, held)
        digits = short_length(_hashes(edges, on_pairs, on_tasks))
        self.pairs = tuple(self._pairs(edges, on_pairs, digits))
        self.on_tasks = words_on_tasks(on_tasks, digits, order)

    def _judged(self, linkage: Linkage) -> tuple[Linkage, tuple[Outcome, ...]]:
        """The alignments as the ledger has them now."""
        bare = replace(linkage, edges=tuple(map(_unjudged, self._suggested(linkage))))
        texts = self._texts[linkage.lower_key], self._texts[linkage.upper_key]
        return reviewed(bare, *texts, self.ledger)

    def _exempted(self, linkage: Linkage) -> tuple[ExemptionOutcome, ...]:
        """What people say of the upper document's tasks, as the ledger has it now."""
        if not self.ledger.exemptions:
            return ()
        lower, upper = linkage.lower_key, linkage.upper_key
        confirmed = confirmed_tasks(linkage.edges, self._task_of)
        return exemptions(lower, upper, self._words[upper], self.ledger, confirmed)

    def _alignments(self, linkage: Linkage) -> Iterator[Edge]:
        for edge in linkage.edges:
            if edge.type == "ALIGNS_WITH" and {edge.src, edge.dst} <= self._entries.keys():
                yield edge

    def _suggested(self, linkage: Linkage) -> Iterator[Edge]:
        return (e for e in self._alignments(linkage) if e.props["method"] != "person")

    def _pairs(
        self, edges: Iterable[Edge], outcomes: Sequence[Outcome], digits: int
    ) -> Iterator[Pair]:
        aligned = {(e.src, e.dst): e for e in edges}
        held = {(o.lower_key, o.upper_key): o for o in outcomes if _is_placed(o)}
        lost = [o for o in outcomes if not _is_placed(o)]
        keys = {*aligned, *held}
        pairs = [
            Pair(
                pair_hash(lower, upper)[:digits],
                self.side(lower),
                self.side(upper),
                aligned.get((lower, upper)),
                held.get((lower, upper)),
            )
            for lower, upper in keys
        ]
        pairs.extend(self._lost(o, digits) for o in lost)
        yield from sorted(pairs, key=_printed_order)

    def side(self, key: str) -> Side:
        """Return a measure of the store."""
        entry = self._entries[key]
        return Side(
            entry.document_key,
            key,
            self._places[key],
            self._short[key],
            self._order[key],
            entry,
        )

    def place(self, key: str) -> Text:
        """Return what a memo calls a section, task or measure; its key where it is gone."""
        return self._places.get(key, same(key))

    def task_of(self, measure_key: str) -> str:
        """Return the key of the task of a measure; its own where it stands in none."""
        return self._task_of[measure_key]

    def known(self, key: str) -> Side | None:
        """Return the measure of a key; None without it."""
        return self.side(key) if key in self._entries else None

    def _lost(self, outcome: Outcome, digits: int) -> Pair:
        row = outcome.rows[0]
        below, above = (
            Side(document, key, same(label or key), same(label or key))
            for document, key, label in (
                (row.lower_document, row.lower_key, row.lower_label),
                (row.upper_document, row.upper_key, row.upper_label),
            )
        )
        name = pair_hash(outcome.lower_key, outcome.upper_key)[:digits]
        return Pair(name, below, above, None, outcome)

    def named(self, words: Sequence[str]) -> tuple[Pair, ...]:
        """Return the pairs that some words name: a short name each, or the two keys of the
        measures one after the other.

        Raises
        ------
        UnknownNameError
            When a word is neither the short name of a pair nor the key of a measure.
        UsageError
            When a short name means several pairs, a key has no second one, or two measures are
            no pair.
        """
        found: dict[str, Pair] = {}
        left = list(words)
        while left:
            word = left.pop(0)
            pair = self._by_name(word)
            if pair is None:
                pair = self._by_keys(word, left.pop(0) if left else None)
            found.setdefault(pair.name, pair)
        return tuple(found.values())

    @property
    def names(self) -> tuple[str, ...]:
        """The short names of all pairs."""
        return tuple(pair.name for pair in self.pairs)

    def word_named(self, word: str) -> TaskWord | None:
        """Return what is said of a task by its short name; None where there is nothing."""
        digits = word.lower()
        found = [
            w for w in self.on_tasks if word_hash(w.lower_document, w.item_key).startswith(digits)
        ]
        pairs = any(pair_hash(p.lower.key, p.upper.key).startswith(digits) for p in self.pairs)
        return found[0] if len(found) == 1 and len(digits) >= _FEWEST_DIGITS and not pairs else None

    def _by_name(self, word: str) -> Pair | None:
        digits = word.lower()
        if len(digits) < _FEWEST_DIGITS or not _HEXADECIMAL.issuperset(digits):
            return None
        hits = [p for p in self.pairs if pair_hash(p.lower.key, p.upper.key).startswith(digits)]
        if not hits:
            raise UnknownNameError.of(Text("对应", "pair"), word, self.names)
        if len(hits) > 1 and len({(p.lower.key, p.upper.key) for p in hits}) > 1:
            names = [pair.name for pair in hits]
            raise UsageError(
                Problem(
                    Text(f"“{word}”指 {len(hits)} 对", f"“{word}” means {len(hits)} pairs"),
                    expected=Text("其中之一：" + "、".join(names), "one of " + ", ".join(names)),
                )
            )
        return hits[0]

    def _by_keys(self, one: str, other: str | None) -> Pair:
        if other is None:
            raise UnknownNameError.of(Text("对应", "pair"), one, self.names)
        keys = {self.measure(one).key, self.measure(other).key}
        for pair in self.pairs:
            if {pair.lower.key, pair.upper.key} == keys:
                return pair
        raise UsageError(
            Problem(
                Text("程序没有建议这一对，也没有人判断过", "nothing suggests this pair so far"),
                same(f"{one} — {other}"),
                next_step=Text("用 kg review add 补充", "add it with kg review add"),
            )
        )

    def measure(self, name: str) -> Side:
        """Return the measure that a name means: its key, or that of a task with one measure.

        Raises
        ------
        UnknownNameError
            When nothing has this key; the nearest are named.
        UsageError
            When a task has several measures; they are listed.
        """
        if name in self._entries:
            return self.side(name)
        inside = sorted((k for k in self._entries if is_within(k, name)), key=natural)
        if not inside or name not in self.tasks:
            raise UnknownNameError.of(Text("举措", "measure"), name, tuple(self._entries))
        if len(inside) > 1:
            raise UsageError(
                Problem(
                    Text(f"{name} 有 {len(inside)} 条举措", f"{name} has {len(inside)} measures"),
                    expected=Text("其中之一：" + "、".join(inside), "one of " + ", ".join(inside)),
                )
            )
        return self.side(inside[0])


def is_within(key: str, outer: str) -> bool:
    """Tell whether a key is that of a part of another.

    Examples
    --------
    >>> is_within("文/五/14#2", "文/五/14"), is_within("文/五/14#2", "文/五/1")
    (True, False)
    """
    return key.startswith((f"{outer}/", f"{outer}#"))


def _hashes(
    edges: Iterable[Edge],
    outcomes: Iterable[Outcome],
    on_tasks: Iterable[ExemptionOutcome],
) -> Iterator[str]:
    """The hashes of everything that has a short name."""
    for edge in edges:
        yield pair_hash(edge.src, edge.dst)
    for outcome in outcomes:
        yield pair_hash(outcome.lower_key, outcome.upper_key)
    for exempted in on_tasks:
        for row in exempted.all_rows:
            yield word_hash(row.lower_document, exempted.item_key)


def _unjudged(edge: Edge) -> Edge:
    props = {name: value for name, value in edge.props.items() if name not in _JUDGEMENT}
    return replace(edge, props={**props, "status": "suggested"})


def _is_placed(outcome: Outcome) -> bool:
    return outcome.state not in {Became.UNUSED, Became.WAITING}


def _printed_order(pair: Pair) -> tuple[object, ...]:
    score = pair.edge.props.get("score", 1.0) if pair.edge else 0.0
    return (
        pair.upper.document_key,
        pair.lower.document_key,
        pair.upper.order,
        -float(score) if isinstance(score, (int, float)) else 0.0,
        pair.lower.order,
        pair.upper.key,
        pair.lower.key,
    )
