"""What became of the judgements on a pair of measures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.review.judgement import Grade, Judgement, Verdict
from kg.review.ledger import ReviewLedger
from kg.review.standing import agree, counting
from kg.wording import Text


class State(StrEnum):
    """What became of judgements.

    ``CONFLICT``: reviewers contradict each other, so nothing is decided. ``STALE``: a text has
    changed since. ``UNUSED``: a measure is gone, or its documents are not compared. ``WAITING``:
    a document is not in the store. Only ``APPLIED`` decides anything.
    """

    APPLIED = "applied"
    CONFLICT = "conflict"
    STALE = "stale"
    UNUSED = "unused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the judgements on one pair.

    Parameters
    ----------
    lower_key, upper_key
        The measures as they are called now; where they are gone, as they were.
    rows
        The rows that count, sorted by reviewer: several where reviewers agree or contradict each
        other.
    all_rows
        These and the ones they supersede.
    suggested
        Whether the program suggests the pair as well.
    reason
        Why the judgement decides nothing; None where it does.
    """

    state: State
    lower_key: str
    upper_key: str
    rows: tuple[Judgement, ...]
    all_rows: tuple[Judgement, ...]
    suggested: bool = False
    reason: Text | None = None

    @property
    def verdict(self) -> Verdict | None:
        """What was judged; None where reviewers contradict each other."""
        return self.rows[0].verdict if agree(self.rows) else None

    @property
    def grade(self) -> Grade:
        """The grade given; where there are several, that of an accepting row, the better one."""
        accepting = [r.grade for r in self.rows if r.verdict is Verdict.ACCEPTED]
        return min(accepting, default=self.rows[0].grade)


def unplaced(state: State, rows: Iterable[Judgement], reason: Text) -> tuple[Outcome, ...]:
    """Return the outcomes of rows whose measures cannot be told, by the keys they were given."""
    pairs: dict[tuple[str, str], list[Judgement]] = {}
    for row in rows:
        pairs.setdefault((row.lower_key, row.upper_key), []).append(row)
    return tuple(
        Outcome(state, lower, upper, counting(theirs), tuple(theirs), reason=reason)
        for (lower, upper), theirs in pairs.items()
    )


def summary(
    ledger: ReviewLedger, outcomes: Iterable[Outcome], documents: Collection[str]
) -> tuple[Outcome, ...]:
    """Return what became of every judgement of a ledger, sorted by both keys.

    Parameters
    ----------
    outcomes
        Of all pairs of documents that are compared.
    documents
        The keys of the documents in the store.
    """
    found = list(outcomes)
    seen = {row for outcome in found for row in outcome.all_rows}
    for row in ledger.judgements:
        if row in seen:
            continue
        missing = [d for d in (row.lower_document, row.upper_document) if d not in documents]
        if missing:
            names = "、".join(missing)
            reason = Text(f"文件未载入：{names}", f"not in the store: {names}")
            found.extend(unplaced(State.WAITING, [row], reason))
        else:
            reason = Text("两份文件没有比对", "the two documents are not compared")
            found.extend(unplaced(State.UNUSED, [row], reason))
    return tuple(sorted(found, key=lambda o: (o.lower_key, o.upper_key, o.rows)))
