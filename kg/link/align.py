"""Alignments of two papers: measures first, tasks from their measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .alignment import Alignment
from .background import Background
from .model import Grade, Method, Model, bundled_model
from .pairs import Pair, pairs
from .reading import MeasureReading, read_document
from .reasons import quotes, reasons
from .text import Document
from .vocabulary import Vocabulary
from .weights import Weights, weigh


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
    above = sorted(read_document(upper, vocabulary), key=_key)
    below = sorted(read_document(lower, vocabulary), key=_key)
    weights = weigh(above, below, background)
    return judged(pairs(above, below, weights), weights, model or bundled_model())


def judged(found: Iterable[Pair], weights: Weights, model: Model) -> tuple[Alignment, ...]:
    """Return the pairs that reach a grade, as alignments."""
    scored: dict[str, list[tuple[float, float, Method, Pair]]] = defaultdict(list)
    for pair in found:
        method = Method.CONCEPTS if pair.upper.known else Method.WORDS
        features = pair.features
        score = model.probability(method, Grade.COVERED, features)
        related = model.probability(method, Grade.PARTLY, features)
        scored[pair.upper.task.key].append((score, related, method, pair))
    alignments = []
    for rows in scored.values():
        best = max(score for score, *_ in rows)
        for score, related, method, pair in rows:
            grade = _grade(score, related, best, method, model)
            if grade is not None:
                upper_quote, lower_quote = quotes(pair, weights)
                alignments.append(
                    Alignment(
                        pair.lower.measure.key,
                        pair.upper.measure.key,
                        score,
                        grade,
                        method,
                        reasons(pair, weights, related),
                        lower_quote,
                        upper_quote,
                    )
                )
    return tuple(sorted(alignments, key=lambda a: (a.upper_key, a.lower_key)))


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


def _grade(score: float, related: float, best: float, method: Method, model: Model) -> Grade | None:
    covered = model.thresholds[method, Grade.COVERED]
    partly = model.thresholds[method, Grade.PARTLY]
    if score >= covered.least and score >= covered.of_best * best:
        return Grade.COVERED
    if related >= partly.least:
        return Grade.PARTLY
    return None


def _best_first(alignment: Alignment) -> tuple[bool, float, str, str]:
    return (
        alignment.grade is not Grade.COVERED,
        -alignment.score,
        alignment.upper_key,
        alignment.lower_key,
    )


def _key(reading: MeasureReading) -> str:
    return reading.measure.key
