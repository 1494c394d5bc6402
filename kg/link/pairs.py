"""Pairs of measures worth a closer look, each with what it has in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from .clausepair import ClausePair, best_pair, prepared
from .reading import MeasureReading
from .vectors import Comparison, best_of, compare
from .weights import Weights


@dataclass(frozen=True, slots=True)
class Pair:
    """An upper and a lower measure with what they have in common; see :class:`Comparison`."""

    upper: MeasureReading
    lower: MeasureReading
    clauses: ClausePair
    theme: float
    words: float
    tasks: float
    shared: float

    @property
    def features(self) -> dict[str, float]:
        """What the score is made from, by the names of ``model.toml``."""
        return {
            "clause": self.clauses.weight,
            "theme": self.theme,
            "words": self.words,
            "tasks": self.tasks,
            "shared": self.shared,
        }


def pairs(
    upper: Sequence[MeasureReading], lower: Sequence[MeasureReading], weights: Weights
) -> Iterator[Pair]:
    """Return the pairs worth a closer look, by upper and then lower measure."""
    if not upper or not lower:
        return
    common = chosen(compare(upper, lower, weights))
    above = [prepared(reading, weights) for reading in upper]
    below = [prepared(reading, weights) for reading in lower]
    columns = [getattr(common, f.name).tolist() for f in fields(common)]
    for one, other, theme, words, tasks, shared in zip(*columns, strict=True):
        clauses = best_pair(above[one], below[other], weights)
        yield Pair(upper[one], lower[other], clauses, theme, words, tasks, shared)


def chosen(parts: Iterable[Comparison]) -> Comparison:
    """Return the pairs to look at: the best of each upper and of each lower measure."""
    import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

    kept = list(parts)
    return best_of(
        Comparison(
            *(np.concatenate([getattr(part, f.name) for part in kept]) for f in fields(Comparison))
        )
    )
