"""Two ledgers made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from kg.review.judgement import EVERY_LOWER, Comparison, Exemption, Judgement
from kg.review.ledger import ReviewLedger
from kg.review.standing import agree, counting

Conflict = tuple[Judgement, ...] | tuple[Comparison, ...] | tuple[Exemption, ...]
"""Rows that contradict each other."""


def merged(ours: ReviewLedger, theirs: ReviewLedger) -> tuple[ReviewLedger, tuple[Conflict, ...]]:
    """Return every row of both ledgers under our head, and the conflicts among them: for each
    pair of texts or documents, and each task, the rows that contradict each other.

    Which of the two comes first makes no difference to the rows and conflicts.
    """
    both = ours.with_rows(
        (*ours.judgements, *theirs.judgements),
        (*ours.comparisons, *theirs.comparisons),
        (*ours.exemptions, *theirs.exemptions),
    )
    conflicts: tuple[Conflict, ...] = (
        *_of_measures(both.judgements),
        *_of_documents(both.comparisons),
        *_of_tasks(both.exemptions),
    )
    return both, conflicts


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


def _of_tasks(rows: Iterable[Exemption]) -> Iterable[tuple[Exemption, ...]]:
    """Yield the conflicts on the same words under the same key, each once: for a lower document
    that is named, what is said of every one counts as well.
    """
    groups: dict[Hashable, list[Exemption]] = defaultdict(list)
    for e in rows:
        groups[e.upper_document, e.item_key, e.words_hash].append(e)
    for group in groups.values():
        seen: set[tuple[Exemption, ...]] = set()
        for lower in sorted({e.lower_document for e in group}):
            about = [e for e in group if e.lower_document in {lower, EVERY_LOWER}]
            found = counting(about, lambda e, lower=lower: e.lower_document == lower)  # type: ignore[misc]
            if not agree(found) and found not in seen:
                seen.add(found)
                yield found
