"""How much a shared concept or n-gram tells: rare ones more than common ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from .background import Background
from .concept import Concept
from .reading import MeasureReading

# The background counts as much as so many measures beside those of the two papers.
CONCEPT_PRIOR = 100.0
WORD_PRIOR = 20.0
# What one measure in ninety shows is rare enough: a word is not worth more because a paper is
# long, and a score means the same in long papers and short ones.
MOST = 4.5


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of concepts and n-grams for two papers; the natural logarithm of one over the
    share of measures that show them.

    ``concept``, ``by_number`` and ``number`` give each concept a small number, in the order of
    the concepts, which is quicker to look up.
    """

    concepts: Mapping[Concept, float]
    words: Mapping[str, float]
    concept: tuple[Concept, ...] = field(init=False)
    by_number: tuple[float, ...] = field(init=False)
    number: Mapping[Concept, int] = field(init=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.concepts))
        object.__setattr__(self, "concept", ordered)
        object.__setattr__(self, "by_number", tuple(self.concepts[c] for c in ordered))
        object.__setattr__(self, "number", {c: n for n, c in enumerate(ordered)})


def weigh(
    upper: Iterable[MeasureReading], lower: Iterable[MeasureReading], background: Background
) -> Weights:
    """Return the weights for two papers: from their own measures and the background alone."""
    concepts: Counter[Concept] = Counter()
    words: Counter[str] = Counter()
    measures = 0
    for reading in (*upper, *lower):
        measures += 1
        concepts.update(reading.body.subjects.keys() | reading.title.subjects.keys())
        words.update(reading.grams)
    return Weights(
        {
            c: _weight(n, measures, background.concept(c.name), CONCEPT_PRIOR)
            for c, n in concepts.items()
        },
        {w: _weight(n, measures, background.word(w), WORD_PRIOR) for w, n in words.items()},
    )


def _weight(seen: int, measures: int, share: float, prior: float) -> float:
    return min(MOST, log((measures + prior + 1) / (seen + prior * share + 0.5)))
