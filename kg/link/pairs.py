"""Pairs of measures worth a closer look, each with what it has in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from .bestclauses import BestClauses, best_clauses
from .clausepair import ClausePair
from .reading import MeasureReading
from .vectors import Comparison, best_of, compare
from .weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Pair:
    """An upper and a lower measure with the two clauses that have most in common."""

    upper: MeasureReading
    lower: MeasureReading
    clauses: ClausePair


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of measures by number, sorted by upper and then lower measure.

    Parameters
    ----------
    upper, lower
        The measures of both papers.
    common
        Which of them make up the pairs, and how alike these are.
    clauses
        Their best clauses.
    """

    upper: Sequence[MeasureReading]
    lower: Sequence[MeasureReading]
    weights: Weights
    common: Comparison
    clauses: BestClauses

    def __len__(self) -> int:
        return len(self.common.upper)

    @property
    def features(self) -> Mapping[str, NDArray[Any]]:
        """What scores are made from, one number for each pair, by the names of ``model.toml``."""
        return {
            "clause": self.clauses.weight,
            "theme": self.common.theme,
            "words": self.common.words,
            "tasks": self.common.tasks,
            "shared": self.common.shared,
        }

    def measures(self, number: int) -> tuple[MeasureReading, MeasureReading]:
        """Return the upper and the lower measure of a pair."""
        return self.upper[self.common.upper[number]], self.lower[self.common.lower[number]]

    def pair(self, number: int) -> Pair:
        """Return a pair with the clauses that carry it."""
        upper, lower = self.measures(number)
        return Pair(upper, lower, self.clauses.pair(number, upper, self.weights))


def pairs(
    upper: Sequence[MeasureReading], lower: Sequence[MeasureReading], weights: Weights
) -> Pairs:
    """Return the pairs worth a closer look, of papers that have at least one measure each."""
    common = chosen(compare(upper, lower, weights))
    clauses = best_clauses(upper, lower, (common.upper, common.lower), weights)
    return Pairs(upper, lower, weights, common, clauses)


def chosen(parts: Iterable[Comparison]) -> Comparison:
    """Return the pairs to look at: the best of each upper and of each lower measure."""
    import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

    kept = list(parts)
    return best_of(
        Comparison(
            *(np.concatenate([getattr(part, f.name) for part in kept]) for f in fields(Comparison))
        )
    )
