"""Two ledgers made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from kg.review.judgement import Comparison, Judgement
from kg.review.ledger import ReviewLedger
from kg.review.standing import agree, counting


def merged(
    ours: ReviewLedger, theirs: ReviewLedger
) -> tuple[ReviewLedger, tuple[tuple[Judgement, ...] | tuple[Comparison, ...], ...]]:
    """Return every row of both ledgers under our head, and the conflicts among them: for each
    pair of texts or documents the rows that contradict each other.

    Which of the two comes first makes no difference to the rows and conflicts.
    """
    both = ours.with_rows(
        (*ours.judgements, *theirs.judgements), (*ours.comparisons, *theirs.comparisons)
    )
    return both, (*_of_measures(both.judgements), *_of_documents(both.comparisons))


def _of_measures(rows: Iterable[Judgement]) -> Iterable[tuple[Judgement, ...]]:
    """Yield the conflicts on the same texts under the same keys."""
    groups: dict[Hashable, list[Judgement]] = defaultdict(list)
    for j in rows:
        groups[j.lower_key, j.lower_hash, j.upper_key, j.upper_hash].append(j)
    for group in groups.values():
        if not agree(found := counting(group)):
            yield found


def _of_documents(rows: Iterable[Comparison]) -> Iterable[tuple[Comparison, ...]]:
    groups: dict[Hashable, list[Comparison]] = defaultdict(list)
    for c in rows:
        groups[c.lower_key, c.upper_key].append(c)
    for group in groups.values():
        if not agree(found := counting(group)):
            yield found
