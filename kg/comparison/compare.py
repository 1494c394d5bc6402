"""Two documents compared: alignments, people's judgements of them, and what follows for tasks."""

from __future__ import annotations

from pathlib import Path

from kg.comparison.applicability import own_business_keys
from kg.comparison.chain import Basis, Choice
from kg.comparison.edges import (
    Ends,
    compared,
    derivation,
    of_measures,
    of_tasks,
    tasks_of_measures,
)
from kg.comparison.paper import paper, texts, words
from kg.comparison.stamp import checksum, stamp
from kg.link import Vocabulary, align, bundled, bundled_background, extended
from kg.model import Contribution, Linkage
from kg.review import Outcome, ReviewLedger, confirmed_tasks, exemptions, reviewed

_NO_REVIEW = ReviewLedger("")


class Comparing:
    """What it takes to compare documents, read once for a whole build.

    Parameters
    ----------
    review
        People's judgements.
    concepts
        An analyst's concepts, laid over the program's; None for those alone.

    Raises
    ------
    InputError
        When the file of concepts cannot be read.
    """

    def __init__(self, review: ReviewLedger = _NO_REVIEW, concepts: Path | None = None) -> None:
        self.review = review
        self._vocabulary: Vocabulary | None = None
        if concepts is not None:
            self._vocabulary = extended(bundled(), concepts)
        self._checksum = checksum(concepts)

    def stamp(self, lower_key: str, upper_key: str, basis: Basis) -> str:
        """Return what the comparison of two documents rests on, beside the documents."""
        return stamp(basis, self._checksum, self.review.digest(lower_key, upper_key))

    @property
    def choice(self) -> Choice:
        """What people want compared, and what not."""
        pairs = {(c.lower_key, c.upper_key) for c in self.review.comparisons}
        wanted = {pair: self.review.wanted(*pair) for pair in pairs}
        return Choice(
            frozenset(pair for pair, word in wanted.items() if word is True),
            frozenset(pair for pair, word in wanted.items() if word is False),
        )

    def linkage(
        self, lower: Contribution, upper: Contribution, basis: Basis
    ) -> tuple[Linkage, tuple[Outcome, ...]]:
        """Return everything that joins two documents, edges sorted by id, and what became of each
        judgement on their measures.
        """
        ends = Ends(lower.document_key, upper.document_key)
        vocabulary = self._vocabulary or bundled()
        above = paper(upper)
        found = align(above, paper(lower), vocabulary=vocabulary, background=bundled_background())
        suggested = Linkage(ends.lower_key, ends.upper_key, tuple(of_measures(ends, found)))
        judged, outcomes = reviewed(suggested, texts(lower), texts(upper), self.review)
        task_of = {**tasks_of_measures(lower), **tasks_of_measures(upper)}
        confirmed = confirmed_tasks(judged.edges, task_of)
        exempted = exemptions(ends.lower_key, ends.upper_key, words(above), self.review, confirmed)
        current = self.stamp(ends.lower_key, ends.upper_key, basis)
        edges = (
            compared(ends, basis, current, own_business_keys(upper)),
            *derivation(ends, lower, upper),
            *judged.edges,
            *of_tasks(judged.edges, task_of),
            *(outcome.edge for outcome in exempted),
        )
        joined = tuple(sorted(edges, key=lambda e: e.id))
        return Linkage(ends.lower_key, ends.upper_key, joined), outcomes
