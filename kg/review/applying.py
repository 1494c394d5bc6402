"""Judgements applied to the alignments that the program suggests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.model import Edge, Linkage, Value
from kg.review.finding import Found, Measures
from kg.review.judgement import Judgement, Verdict
from kg.review.ledger import ReviewLedger
from kg.review.outcome import Outcome, State, unplaced
from kg.review.standing import agree, counting
from kg.review.words import comments, said
from kg.wording import Text

Pair = tuple[str, str]
"""The keys of a lower and an upper measure."""

_GONE = Text(
    "举措已不在文件中，或几条举措文字相同而键已变",
    "a measure is gone, or several print its text and none has its key",
)
_LOWER = Text("下级举措的文字已变", "the text of the lower measure has changed")
_UPPER = Text("上级举措的文字已变", "the text of the upper measure has changed")
_BOTH = Text("两条举措的文字都已变", "both texts have changed")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with the measures it speaks of."""

    row: Judgement
    lower: Found
    upper: Found

    @property
    def is_fresh(self) -> bool:
        return self.lower.is_unchanged and self.upper.is_unchanged

    @property
    def keeps_its_keys(self) -> bool:
        return (self.lower.key, self.upper.key) == (self.row.lower_key, self.row.upper_key)


def reviewed(
    linkage: Linkage,
    lower_texts: Mapping[str, str],
    upper_texts: Mapping[str, str],
    ledger: ReviewLedger,
) -> tuple[Linkage, tuple[Outcome, ...]]:
    """Return the alignments of two documents as people have judged them, and what became of each
    judgement on their measures.

    An accepted pair gets the grade it was given; one that the program does not suggest becomes
    an edge of method ``person`` without score. Where a text has changed, status is ``stale`` and
    ``judged`` says what it was; where reviewers contradict each other, ``unsure``. A rejected or
    unsure pair that is not suggested becomes no edge.

    Parameters
    ----------
    linkage
        The program's own alignments, all ``suggested``; edges that join no two measures pass
        as they are.
    lower_texts, upper_texts
        The text of every measure of either document by key.

    Returns
    -------
    Linkage
        Edges sorted by id.
    tuple of Outcome
        Sorted by both keys; none of a judgement on other documents.
    """
    lower, upper = Measures(lower_texts), Measures(upper_texts)
    suggested = {
        (e.src, e.dst): e
        for e in linkage.edges
        if e.type == "ALIGNS_WITH" and e.src in lower and e.dst in upper
    }
    outcomes = tuple(
        _outcomes(ledger.between(linkage.lower_key, linkage.upper_key), lower, upper, suggested)
    )
    edges = [e for e in linkage.edges if suggested.get((e.src, e.dst)) is not e]
    judged = {(o.lower_key, o.upper_key): o for o in outcomes if o.state is not State.UNUSED}
    for pair in suggested.keys() | judged.keys():
        edges.extend(_edges(linkage, pair, suggested.get(pair), judged.get(pair)))
    return replace(linkage, edges=tuple(sorted(edges, key=lambda e: e.id))), outcomes


def _outcomes(
    rows: Iterable[Judgement],
    lower: Measures,
    upper: Measures,
    suggested: Mapping[Pair, Edge],
) -> Iterator[Outcome]:
    placed: dict[Pair, list[_Placed]] = defaultdict(list)
    gone = []
    for row in rows:
        below, above = (
            lower.find(row.lower_key, row.lower_hash),
            upper.find(row.upper_key, row.upper_hash),
        )
        if below.key is None or above.key is None:
            gone.append(row)
        else:
            placed[below.key, above.key].append(_Placed(row, below, above))
    found = [_outcome(pair, theirs, pair in suggested) for pair, theirs in placed.items()]
    found.extend(unplaced(State.UNUSED, gone, _GONE))
    yield from sorted(found, key=lambda o: (o.lower_key, o.upper_key, o.state))


def _outcome(pair: Pair, placed: list[_Placed], suggested: bool) -> Outcome:
    """What the rows on one pair come to: those on its present texts go before older ones."""
    fresh = [p for p in placed if p.is_fresh]
    kept = {p.row for p in placed if p.keeps_its_keys}
    rows = counting((p.row for p in fresh or placed), kept.__contains__)
    reason = None
    if not fresh:
        state, reason = State.STALE, _changed(p for p in placed if p.row in rows)
    elif agree(rows):
        state = State.APPLIED
    else:
        state, reason = State.CONFLICT, said(rows)
    return Outcome(state, *pair, rows, tuple(p.row for p in placed), suggested, reason)


def _changed(placed: Iterable[_Placed]) -> Text:
    lower = upper = False
    for p in placed:
        lower, upper = lower or not p.lower.is_unchanged, upper or not p.upper.is_unchanged
    return _BOTH if lower and upper else _LOWER if lower else _UPPER


def _edges(
    linkage: Linkage, pair: Pair, suggested: Edge | None, outcome: Outcome | None
) -> Iterator[Edge]:
    """Yield the edge of a pair, if it has one."""
    if outcome is None:
        if suggested is not None:
            yield suggested
        return
    props: dict[str, Value] = {
        "document_key": linkage.lower_key,
        "upper_document_key": linkage.upper_key,
        "method": "person",
        "grade": outcome.grade.value,
    }
    if suggested is not None:
        props = dict(suggested.props)
        if outcome.state is State.APPLIED and outcome.verdict is Verdict.ACCEPTED:
            props["grade"] = outcome.grade.value
    elif all(row.verdict is not Verdict.ACCEPTED for row in outcome.rows):
        return
    yield Edge(pair[0], "ALIGNS_WITH", pair[1], {**props, **_judgement(outcome)})


def _judgement(outcome: Outcome) -> dict[str, Value]:
    """What a judged edge says of its judgement."""
    rows, verdict = outcome.rows, outcome.verdict
    judged = verdict.value if verdict is not None else State.CONFLICT.value
    match outcome.state:
        case State.STALE:
            status = "stale"
        case State.CONFLICT:
            status = Verdict.UNSURE.value
        case _:
            status = judged
    props: dict[str, Value] = {
        "status": status,
        "judged": judged,
        "judged_by": "、".join(dict.fromkeys(row.reviewer for row in rows)),
        "judged_on": max(row.date for row in rows),
        "comment": said(rows).zh if verdict is None else comments(rows),
    }
    return {name: value for name, value in props.items() if value}
