"""The two clauses, one of each measure, that have most in common: object and kind of action."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from .concept import Concept
from .reading import ClauseReading, MeasureReading, TextReading, shared_strength
from .weights import Weights

# What the upper title names counts half when the clause itself does not name it.
TITLE_COUNTS = 0.5
# Same object, other action (保护 against 促进): this part of the weight is lost.
ACTION_COUNTS = 0.7
# The rest of both clauses is about something else: up to this part of the weight is lost.
FOCUS_COUNTS = 0.5
NO_ACTION_NAMED = 0.5


@dataclass(frozen=True, slots=True)
class ClausePair:
    """Two clauses with the weight of what they share; None where nothing is shared.

    ``concepts`` are the shared ones with their weight in this pair, ``actions`` the shared kinds
    of action. ``in_title`` tells that the upper clause is the task's title.
    """

    weight: float
    upper: ClauseReading | None = None
    lower: ClauseReading | None = None
    concepts: tuple[tuple[Concept, float], ...] = ()
    actions: tuple[str, ...] = ()
    in_title: bool = False


NOTHING_SHARED = ClausePair(0.0)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause ready to be compared: its concepts by number, and their weight in all."""

    reading: ClauseReading
    strengths: Mapping[int, float]
    mass: float


@dataclass(frozen=True, slots=True)
class Prepared:
    """The clauses of a measure and of its title, and what the title names."""

    body: tuple[_Clause, ...]
    title: tuple[_Clause, ...]
    topics: frozenset[int]


def prepared(reading: MeasureReading, weights: Weights) -> Prepared:
    """Return a measure ready to be compared with many."""
    return Prepared(
        _clauses(reading.body, weights),
        _clauses(reading.title, weights),
        frozenset(weights.number[c] for c in reading.title.subjects),
    )


def best_pair(upper: Prepared, lower: Prepared, weights: Weights) -> ClausePair:
    """Return the pair of clauses with the greatest weight; the first of equals."""
    best = NOTHING_SHARED
    for in_title, clauses in ((False, upper.body), (True, upper.title)):
        for above in clauses:
            for below in lower.body:
                theirs = below.strengths.keys()
                own = above.strengths.keys() & theirs
                named = upper.topics & theirs
                # No concept can weigh more than it does in either clause.
                most = min(above.mass, below.mass) + (TITLE_COUNTS * below.mass if named else 0.0)
                if (own or named) and most > best.weight:
                    weight, shared = _weighed(above, below, own, named - own, weights)
                    if weight > best.weight:
                        best = _explained(weight, shared, above, below, in_title=in_title)
    return best


_Shared = list[tuple[Concept, float]]


def _weighed(
    above: _Clause, below: _Clause, own: Set[int], named: Set[int], weights: Weights
) -> tuple[float, _Shared]:
    """Return the weight of two clauses, with the part of each concept.

    Parameters
    ----------
    own, named
        Concepts that both clauses name, and that the upper title names in place of its clause.
    """
    shared = [
        (n, shared_strength(above.strengths[n], below.strengths[n]) * weights.by_number[n])
        for n in sorted(own)
    ]
    both = sum(weight for _, weight in shared)
    shared += [(n, TITLE_COUNTS * below.strengths[n] * weights.by_number[n]) for n in sorted(named)]
    focus = 2 * both / (above.mass + below.mass) if both else 0.0
    factor = (1 - ACTION_COUNTS + ACTION_COUNTS * _agreement(above.reading, below.reading)) * (
        1 - FOCUS_COUNTS + FOCUS_COUNTS * focus
    )
    total = sum(weight for _, weight in shared) * factor
    return total, [(weights.concept[n], weight * factor) for n, weight in shared]


def _clauses(text: TextReading, weights: Weights) -> tuple[_Clause, ...]:
    """Return the clauses that name a concept."""
    found = []
    for reading in text.clauses:
        if reading.subjects:
            strengths = {weights.number[c]: s for c, s in reading.subjects.items()}
            mass = sum(weights.by_number[n] * s for n, s in strengths.items())
            found.append(_Clause(reading, strengths, mass))
    return tuple(found)


def _agreement(above: ClauseReading, below: ClauseReading) -> float:
    fewer = min(len(above.actions), len(below.actions))
    return len(above.actions & below.actions) / fewer if fewer else NO_ACTION_NAMED


def _explained(
    weight: float, shared: _Shared, above: _Clause, below: _Clause, *, in_title: bool
) -> ClausePair:
    return ClausePair(
        weight,
        above.reading,
        below.reading,
        tuple(sorted(shared, key=lambda item: (-item[1], item[0]))),
        tuple(sorted(above.reading.actions & below.reading.actions)),
        in_title,
    )
