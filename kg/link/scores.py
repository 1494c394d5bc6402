"""Scores of pairs of measures, and the grades that follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .model import Grade, Method, Model
from .pairs import Pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Scores:
    """How probable it is that readers would call each pair covered, and partly or better (0–1).

    ``best`` is the best score of the upper measure of the pair.
    """

    covered: NDArray[Any]
    related: NDArray[Any]
    best: NDArray[Any]


def method_of(*, known: bool) -> Method:
    """Return the method for an upper measure; ``known`` where its field's concepts are known."""
    return Method.CONCEPTS if known else Method.WORDS


def scored(found: Pairs, model: Model) -> Scores:
    """Return the scores of all pairs, in their order."""
    import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

    known = np.array([r.known for r in found.upper])[found.common.upper]
    by_grade = {
        grade: np.where(
            known,
            model.probability(Method.CONCEPTS, grade, found.features),
            model.probability(Method.WORDS, grade, found.features),
        )
        for grade in Grade
    }
    covered = by_grade[Grade.COVERED]
    best = np.zeros(len(found.upper))
    np.maximum.at(best, found.common.upper, covered)
    return Scores(covered, by_grade[Grade.PARTLY], best[found.common.upper])


def graded(found: Pairs, scores: Scores, model: Model) -> Iterator[tuple[int, Grade]]:
    """Yield the number and the grade of each pair that reaches one."""
    rows = zip(
        found.common.upper.tolist(),
        scores.covered.tolist(),
        scores.related.tolist(),
        scores.best.tolist(),
        strict=True,
    )
    for number, (upper, covered, related, best) in enumerate(rows):
        method = method_of(known=found.upper[upper].known)
        enough = model.thresholds[method, Grade.COVERED]
        if covered >= enough.least and covered >= enough.of_best * best:
            yield number, Grade.COVERED
        elif related >= model.thresholds[method, Grade.PARTLY].least:
            yield number, Grade.PARTLY
