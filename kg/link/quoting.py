"""The words of both texts that a reader would quote for a pair of measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from .clausepair import NOTHING_SHARED
from .pairs import Pair, Pairs
from .reading import ClauseReading, MeasureReading, grams

# Among clauses that weigh nearly as much as the best, those with most literal words in common are
# quoted; words of the measure rather than the title of its task, even where they weigh less.
NEARLY = 0.97
RATHER_THAN_TITLE = 0.5
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair with the two clauses that are quoted, and their words as printed.

    ``from_title`` tells that the upper words stand in the task's title alone.
    """

    pair: Pair
    upper: str
    lower: str
    from_title: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    """Two clauses that may be quoted; ``places`` among all clauses where concepts carry them."""

    weight: float
    upper: ClauseReading
    lower: ClauseReading
    from_title: bool
    places: tuple[int, int] | None = None


class Quoting:
    """Finds the words that carry pairs; what was read of a clause is kept for the next pair."""

    def __init__(self, found: Pairs) -> None:
        self._found = found
        self._grams: dict[str, Mapping[str, float]] = {}

    def quoted(self, numbers: Sequence[int]) -> Iterator[Quoted]:
        """Yield what is quoted of some pairs, by number.

        Clauses with most concepts in common; where no concept is shared, those that share most
        words; where no word is shared either, both texts.
        """
        clauses = self._found.clauses
        for number, near in zip(numbers, clauses.near(numbers, RATHER_THAN_TITLE), strict=True):
            upper, lower = self._found.measures(number)
            choices = [
                _Choice(
                    weight,
                    clauses.upper.readings[above],
                    clauses.lower.readings[below],
                    clauses.upper.titles[above],
                    (above, below),
                )
                for weight, above, below in near
            ]
            choice = self._best(choices or list(self._literal(upper, lower)))
            yield self._told(upper, lower, choice)

    def _told(self, upper: MeasureReading, lower: MeasureReading, choice: _Choice | None) -> Quoted:
        if choice is None:
            pair = Pair(upper, lower, NOTHING_SHARED)
            return Quoted(pair, upper.measure.text, lower.measure.text, from_title=False)
        told = NOTHING_SHARED
        if choice.places is not None:
            weights = self._found.weights
            told = self._found.clauses.at(*choice.places, choice.weight, upper, weights)
        words = choice.upper.clause.text
        from_title = choice.from_title and words not in upper.measure.text
        return Quoted(Pair(upper, lower, told), words, choice.lower.clause.text, from_title)

    def _best(self, choices: Sequence[_Choice]) -> _Choice | None:
        """The clauses to quote: of the measure before the title, then the most alike literally;
        the first of equals.
        """
        if not choices:
            return None
        best = max(c.weight for c in choices)
        own = [c for c in choices if not c.from_title and c.weight >= RATHER_THAN_TITLE * best]
        rest = own or choices
        most = max(c.weight for c in rest)
        near = [c for c in rest if c.weight >= NEARLY * most]
        return max(near, key=self._alike) if len(near) > 1 else near[0]

    def _literal(self, upper: MeasureReading, lower: MeasureReading) -> Iterator[_Choice]:
        """The clauses that share words, with the weight of these words."""
        body, title = upper.body.clauses, upper.title.clauses
        for n, above in enumerate((*body, *title)):
            own = self._of(above)
            for below in lower.body.clauses:
                weight = _shared(own, self._of(below))
                if weight > 0:
                    yield _Choice(weight, above, below, n >= len(body))

    def _alike(self, choice: _Choice) -> tuple[float, float, float]:
        """What both clauses share literally; of equals the heavier, then the shorter clauses."""
        one, other = self._of(choice.upper), self._of(choice.lower)
        return _shared(one, other), choice.weight, -fsum((*one.values(), *other.values()))

    def _of(self, clause: ClauseReading) -> Mapping[str, float]:
        text = clause.clause.text
        found = self._grams.get(text)
        if found is None:
            weights = self._found.weights.words
            found = self._grams[text] = {g: weights.get(g, 0.0) for g in sorted(grams(text))}
        return found


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return round(fsum(one[g] for g in one.keys() & other.keys()), _DIGITS)
