"""Of many pairs of measures the two clauses each that have most in common, by sparse products."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from .clausepair import (
    ACTION_COUNTS,
    FOCUS_COUNTS,
    NO_ACTION_NAMED,
    NOTHING_SHARED,
    TITLE_COUNTS,
    ClausePair,
    clause_pair,
)
from .concept import Concept
from .reading import NO_TEXT, ClauseReading, MeasureReading
from .rows import matrix
from .weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

# So many pairs of clauses are weighed at a time. Weights are rounded, so that equals stay equal
# on every machine.
AT_A_TIME = 250_000
DIGITS = 9


@dataclass(frozen=True, slots=True)
class BestClauses:
    """The best two clauses of pairs of measures: their weight, and their places among the clauses
    of all measures (-1 where nothing is shared).

    ``above`` and ``below`` are the places of the measures of each pair.
    """

    weight: NDArray[Any]
    upper_place: NDArray[Any]
    lower_place: NDArray[Any]
    above: NDArray[Any]
    below: NDArray[Any]
    upper: _Clauses
    lower: _Clauses

    def pair(self, number: int, upper: MeasureReading, weights: Weights) -> ClausePair:
        """Return the clauses of one pair, with what they share."""
        above, below = int(self.upper_place[number]), int(self.lower_place[number])
        if above < 0:
            return NOTHING_SHARED
        return self.at(above, below, float(self.weight[number]), upper, weights)

    def at(
        self, above: int, below: int, weight: float, upper: MeasureReading, weights: Weights
    ) -> ClausePair:
        """Return the clauses at two places, whose weight is known, with what they share."""
        one, other = self.upper.readings[above], self.lower.readings[below]
        return clause_pair(one, other, weight, upper.title.subjects, weights)

    def near(self, numbers: Sequence[int], least: float) -> Iterator[list[tuple[float, int, int]]]:
        """Yield for each of some pairs the clauses that weigh nearly as much as the best: weight,
        upper and lower place, in the order of the texts. Nothing where nothing is shared.

        Parameters
        ----------
        least
            The least share of the weight of the best, 0-1.
        """
        import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

        chosen = np.array(numbers, dtype=int)
        for part in _parts(self.upper, self.lower, self.above[chosen], self.below[chosen]):
            some = chosen[part]
            found = _weighed(self.upper, self.lower, self.above[some], self.below[some])
            pair, one, other, weight = found
            kept = np.flatnonzero((weight > 0) & (weight >= least * self.weight[some][pair]))
            rows: list[list[tuple[float, int, int]]] = [[] for _ in some]
            for at, *row in zip(
                pair[kept].tolist(),
                weight[kept].tolist(),
                one[kept].tolist(),
                other[kept].tolist(),
                strict=True,
            ):
                rows[at].append((row[0], row[1], row[2]))
            yield from rows


def best_clauses(
    upper: Sequence[MeasureReading],
    lower: Sequence[MeasureReading],
    pairs: tuple[NDArray[Any], NDArray[Any]],
    weights: Weights,
) -> BestClauses:
    """Return the two clauses with the greatest weight of each pair; the first of equals.

    The clauses of the upper title come after those of the measure.

    Parameters
    ----------
    pairs
        Places of upper and of lower measures, one of each for a pair.
    """
    import numpy as np  # noqa: PLC0415

    above, below = pairs
    every = chain(upper, lower)
    action = _numbers(c.actions for r in every for t in (r.body, r.title) for c in t.clauses)
    one = _clauses(upper, weights, action, titles=True)
    other = _clauses(lower, weights, action, titles=False)
    parts = [_best(one, other, above[p], below[p]) for p in _parts(one, other, above, below)]
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return BestClauses(columns[0], columns[1], columns[2], above, below, one, other)


def _parts(
    upper: _Clauses, lower: _Clauses, above: NDArray[Any], below: NDArray[Any]
) -> Iterator[slice]:
    """Yield the parts of some pairs that are weighed at a time; one that is empty for none."""
    import numpy as np  # noqa: PLC0415

    ends = np.cumsum(np.diff(upper.first)[above] * np.diff(lower.first)[below])
    start = 0
    while start < len(above) or not start:
        so_far = ends[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(ends, so_far + AT_A_TIME, side="right")))
        yield slice(start, end)
        start = end


@dataclass(frozen=True, slots=True)
class _Clauses:
    """The clauses of many measures that name a concept, one row each.

    Those of measure ``n`` stand from ``first[n]`` to ``first[n + 1]``; ``titles`` tells which stand
    in the title of its task. ``subjects`` are concepts by
    number with their strength, ``weighed`` the same times their weight; ``named`` those that the
    title names and the clause does not, ``actions`` the kinds of action by number, 1 each.
    ``mass`` is the weight of all concepts of a clause, ``acts`` the number of its actions.
    """

    readings: Sequence[ClauseReading]
    titles: Sequence[bool]
    first: NDArray[Any]
    subjects: csr_array
    weighed: csr_array
    named: csr_array
    actions: csr_array
    mass: NDArray[Any]
    acts: NDArray[Any]


def _clauses(
    measures: Sequence[MeasureReading],
    weights: Weights,
    action: Mapping[str, int],
    *,
    titles: bool,
) -> _Clauses:
    """Return the clauses of measures, with ``titles`` those of their titles behind them."""
    import numpy as np  # noqa: PLC0415

    first: list[int] = [0]
    readings: list[ClauseReading] = []
    is_title: list[bool] = []
    named: list[Iterable[Concept]] = []
    for measure in measures:
        title = measure.title if titles else NO_TEXT
        body = [c for c in measure.body.clauses if c.subjects]
        own = body + [c for c in title.clauses if c.subjects]
        is_title += [n >= len(body) for n in range(len(own))]
        named += [title.subjects.keys() - c.subjects.keys() for c in own]
        readings += own
        first.append(len(readings))
    number = weights.number
    subjects = _rows([{number[c]: s for c, s in r.subjects.items()} for r in readings], len(number))
    weighed = subjects.multiply(np.array(weights.by_number)[None, :]).tocsr()
    actions = _ones(([action[a] for a in r.actions] for r in readings), len(action))
    return _Clauses(
        readings,
        is_title,
        np.array(first),
        subjects,
        weighed,
        _ones(([number[c] for c in some] for some in named), len(number)),
        actions,
        _sums(weighed),
        _sums(actions),
    )


def _best(
    upper: _Clauses, lower: _Clauses, above: NDArray[Any], below: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return weight and places of the best clauses of some pairs of measures."""
    import numpy as np  # noqa: PLC0415

    pair, one, other, weight = _weighed(upper, lower, above, below)
    best = np.zeros(len(above))
    np.maximum.at(best, pair, weight)
    places = np.flatnonzero((weight == best[pair]) & (weight > 0))
    found, at = np.unique(pair[places], return_index=True)
    result = best, np.full(len(above), -1), np.full(len(above), -1)
    result[1][found] = one[places[at]]
    result[2][found] = other[places[at]]
    return result


def _weighed(
    upper: _Clauses, lower: _Clauses, above: NDArray[Any], below: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return all pairs of clauses of some pairs of measures: the number of the pair of measures,
    the places of both clauses, and their weight.
    """
    import numpy as np  # noqa: PLC0415

    across = np.diff(lower.first)[below]
    counts = np.diff(upper.first)[above] * across
    pair = np.repeat(np.arange(len(above)), counts)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts)
    one = upper.first[above][pair] + within // across[pair]
    other = lower.first[below][pair] + within % across[pair]
    weight = np.round(_weights(upper, lower, one, other), DIGITS)
    return pair, one, other, weight


def _weights(
    upper: _Clauses, lower: _Clauses, one: NDArray[Any], other: NDArray[Any]
) -> NDArray[Any]:
    """Return the weight of pairs of clauses: what both name, less where the actions differ or the
    rest is about something else.
    """
    import numpy as np  # noqa: PLC0415

    weighed = lower.weighed[other]
    both = _sums(upper.subjects[one].multiply(weighed))
    titled = TITLE_COUNTS * _sums(upper.named[one].multiply(weighed))
    fewer = np.minimum(upper.acts[one], lower.acts[other])
    doing = _sums(upper.actions[one].multiply(lower.actions[other]))
    agreement = np.where(fewer > 0, doing / np.maximum(fewer, 1), NO_ACTION_NAMED)
    focus = 2 * both / (upper.mass[one] + lower.mass[other])
    return np.asarray(
        (both + titled)
        * (1 - ACTION_COUNTS + ACTION_COUNTS * agreement)
        * (1 - FOCUS_COUNTS + FOCUS_COUNTS * focus)
    )


def _numbers(names: Iterable[Iterable[str]]) -> Mapping[str, int]:
    return {name: n for n, name in enumerate(sorted({name for some in names for name in some}))}


def _rows(vectors: Sequence[Mapping[int, float]], columns: int) -> csr_array:
    return matrix([list(v) for v in vectors], [v.values() for v in vectors], columns)


def _ones(places: Iterable[Sequence[int]], columns: int) -> csr_array:
    return _rows([dict.fromkeys(some, 1.0) for some in places], columns)


def _sums(rows: csr_array) -> NDArray[Any]:
    """Return the sum of each row."""
    import numpy as np  # noqa: PLC0415

    return np.asarray(rows.sum(axis=1)).ravel()
