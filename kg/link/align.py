"""Alignments of two papers: measures first, tasks from their measures."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from .alignment import Alignment, Candidate
from .background import Background
from .model import Grade, Model, bundled_model
from .pairs import Pairs, pairs
from .quoting import Quoting
from .reading import MeasureReading, read_document
from .reasons import reasons
from .scores import graded, method_of, scored
from .terms import Terms
from .text import Document
from .vocabulary import Vocabulary
from .weights import weigh


def align(
    upper: Document,
    lower: Document,
    *,
    vocabulary: Vocabulary,
    background: Background,
    model: Model | None = None,
) -> tuple[Alignment, ...]:
    """Return which measures of the lower paper take on which of the upper one.

    Only the two papers and the background decide: other papers change nothing, nor does the
    order of the measures in the paper.

    Parameters
    ----------
    upper, lower
        The papers, with keys that are unique in both together.
    vocabulary, background
        Concepts, and how common concepts and words are elsewhere.
    model
        Coefficients and thresholds; those of the program by default.

    Returns
    -------
    tuple of Alignment
        Covered and partly covered pairs, sorted by upper and lower key; no pair twice.
    """
    with _uncollected():
        found = _compared(upper, lower, vocabulary, background)
        if found is None:
            return ()
        return tuple(judged(found, model or bundled_model(), vocabulary))


def nearest(
    upper: Document,
    lower: Document,
    *,
    vocabulary: Vocabulary,
    background: Background,
    model: Model | None = None,
) -> tuple[Candidate, ...]:
    """Return how near the measures of two papers are, also where they reach no grade.

    What stands here and not among the alignments is no counterpart; it is what to look at first
    where a task has none.

    Returns
    -------
    tuple of Candidate
        The 20 most alike of each upper measure and the 3 most alike of each lower one, sorted by
        upper and lower key.
    """
    found = _compared(upper, lower, vocabulary, background)
    if found is None:
        return ()
    scores = scored(found, model or bundled_model())
    keys = (tuple(r.measure.key for r in found.measures(n)) for n in range(len(found)))
    return tuple(
        Candidate(below, above, covered, related)
        for (above, below), covered, related in zip(
            keys, scores.covered.tolist(), scores.related.tolist(), strict=True
        )
    )


def judged(found: Pairs, model: Model, vocabulary: Vocabulary) -> Iterator[Alignment]:
    """Yield the pairs that reach a grade, as alignments, in the order of the pairs."""
    scores = scored(found, model)
    given = list(graded(found, scores, model))
    terms = Terms(found.weights, vocabulary)
    quoted = Quoting(found).quoted([number for number, _ in given])
    for (number, grade), words in zip(given, quoted, strict=True):
        pair = words.pair
        yield Alignment(
            pair.lower.measure.key,
            pair.upper.measure.key,
            float(scores.covered[number]),
            grade,
            method_of(known=pair.upper.known),
            reasons(words, terms, float(scores.related[number])),
            words.lower,
            words.upper,
        )


def by_task(
    alignments: Iterable[Alignment], upper: Document, lower: Document
) -> tuple[Alignment, ...]:
    """Return the alignments of tasks that follow from those of their measures.

    A pair of tasks takes over its best pair of measures: the better grade, then the higher
    score, then the smaller keys.

    Returns
    -------
    tuple of Alignment
        One for each pair of tasks, with the tasks' keys, sorted by upper and lower key.
    """
    task_of = {
        m.key: task.key for paper in (upper, lower) for task in paper.tasks for m in task.measures
    }
    best: dict[tuple[str, str], Alignment] = {}
    for alignment in sorted(alignments, key=_best_first):
        best.setdefault((task_of[alignment.upper_key], task_of[alignment.lower_key]), alignment)
    return tuple(
        Alignment(below, above, a.score, a.grade, a.method, a.reasons, a.lower_quote, a.upper_quote)
        for (above, below), a in sorted(best.items(), key=lambda item: item[0])
    )


def _compared(
    upper: Document, lower: Document, vocabulary: Vocabulary, background: Background
) -> Pairs | None:
    """Return the pairs of two papers worth a closer look; None where one has no measures."""
    above = sorted(read_document(upper, vocabulary), key=_key)
    below = sorted(read_document(lower, vocabulary), key=_key)
    if not above or not below:
        return None
    return pairs(above, below, weigh(above, below, background))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away: a comparison makes many records and not one cycle, and
    looking for some takes a third of its time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _best_first(alignment: Alignment) -> tuple[bool, float, str, str]:
    return (
        alignment.grade is not Grade.COVERED,
        -alignment.score,
        alignment.upper_key,
        alignment.lower_key,
    )


def _key(reading: MeasureReading) -> str:
    return reading.measure.key
