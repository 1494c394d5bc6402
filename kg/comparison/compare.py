"""Two documents compared: alignments, people's judgements of them, and what follows for tasks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from kg.comparison.chain import NO_CHOICE, Basis, Choice
from kg.comparison.edges import (
    Ends,
    compared,
    derivation,
    of_measures,
    of_tasks,
    tasks_of_measures,
)
from kg.comparison.paper import paper, texts
from kg.comparison.stamp import checksum, stamp
from kg.link import Vocabulary, align, bundled, bundled_background, extended
from kg.model import Contribution, Linkage


class Review(Protocol):
    """People's word on alignments and on what is compared."""

    @property
    def choice(self) -> Choice:
        """What people want compared, and what not."""
        ...

    def digest(self, lower_key: str, upper_key: str) -> str:
        """Return a checksum of what was said about two documents."""
        ...

    def judged(
        self, linkage: Linkage, lower_texts: Mapping[str, str], upper_texts: Mapping[str, str]
    ) -> Linkage:
        """Return the alignments of measures as people have judged them."""
        ...


class NoReview:
    """Nobody has judged anything."""

    choice = NO_CHOICE

    def digest(self, lower_key: str, upper_key: str) -> str:
        """Return an empty checksum."""
        del lower_key, upper_key
        return ""

    def judged(
        self, linkage: Linkage, lower_texts: Mapping[str, str], upper_texts: Mapping[str, str]
    ) -> Linkage:
        """Return the alignments as they are."""
        del lower_texts, upper_texts
        return linkage


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

    def __init__(self, review: Review | None = None, concepts: Path | None = None) -> None:
        self.review: Review = review or NoReview()
        self._concepts = concepts
        self._vocabulary: Vocabulary | None = None
        if concepts is not None:
            self._vocabulary = extended(bundled(), concepts)
        self._checksum = checksum(concepts)

    def stamp(self, lower_key: str, upper_key: str, basis: Basis) -> str:
        """Return what the comparison of two documents rests on, beside the documents."""
        return stamp(basis, self._checksum, self.review.digest(lower_key, upper_key))

    def linkage(self, lower: Contribution, upper: Contribution, basis: Basis) -> Linkage:
        """Return everything that joins two documents, edges sorted by id."""
        ends = Ends(lower.document_key, upper.document_key)
        vocabulary = self._vocabulary or bundled()
        found = align(
            paper(upper), paper(lower), vocabulary=vocabulary, background=bundled_background()
        )
        suggested = Linkage(ends.lower_key, ends.upper_key, tuple(of_measures(ends, found)))
        judged = self.review.judged(suggested, texts(lower), texts(upper)).edges
        task_of = {**tasks_of_measures(lower), **tasks_of_measures(upper)}
        edges = (
            compared(ends, basis, self.stamp(ends.lower_key, ends.upper_key, basis)),
            *derivation(ends, lower, upper),
            *judged,
            *of_tasks(judged, task_of),
        )
        return Linkage(ends.lower_key, ends.upper_key, tuple(sorted(edges, key=lambda e: e.id)))
