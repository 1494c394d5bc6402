"""The two clauses, one of each measure, that have most in common: object and kind of action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .concept import Concept
from .reading import ClauseReading, MeasureReading, shared_strength
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


def best_pair(upper: MeasureReading, lower: MeasureReading, weights: Weights) -> ClausePair:
    """Return the pair of clauses with the greatest weight; the first of equals."""
    title = upper.title.subjects
    best = NOTHING_SHARED
    for in_title, text in ((False, upper.body), (True, upper.title)):
        for above in text.clauses:
            for below in lower.body.clauses:
                if below.subjects:
                    pair = _pair(above, below, title, weights)
                    if pair[0] > best.weight:
                        best = _explained(pair, above, below, in_title=in_title)
    return best


_Shared = tuple[float, dict[Concept, float]]


def _pair(
    above: ClauseReading, below: ClauseReading, title: Mapping[Concept, float], weights: Weights
) -> _Shared:
    shared: dict[Concept, float] = {}
    own = 0.0
    for concept, strength in above.subjects.items():
        if concept in below.subjects:
            both = shared_strength(strength, below.subjects[concept])
            shared[concept] = both * weights.concepts[concept]
            own += shared[concept]
    for concept in title:
        if concept in below.subjects and concept not in above.subjects:
            weight = weights.concepts[concept] * TITLE_COUNTS * below.subjects[concept]
            shared[concept] = weight
    if not shared:
        return 0.0, shared
    focus = 2 * own / (_mass(above, weights) + _mass(below, weights)) if own else 0.0
    factor = (1 - ACTION_COUNTS + ACTION_COUNTS * _agreement(above, below)) * (
        1 - FOCUS_COUNTS + FOCUS_COUNTS * focus
    )
    return sum(shared.values()) * factor, {c: w * factor for c, w in shared.items()}


def _mass(clause: ClauseReading, weights: Weights) -> float:
    return sum(weights.concepts[c] * s for c, s in clause.subjects.items())


def _agreement(above: ClauseReading, below: ClauseReading) -> float:
    fewer = min(len(above.actions), len(below.actions))
    return len(above.actions & below.actions) / fewer if fewer else NO_ACTION_NAMED


def _explained(
    pair: _Shared, above: ClauseReading, below: ClauseReading, *, in_title: bool
) -> ClausePair:
    weight, shared = pair
    concepts = tuple(sorted(shared.items(), key=lambda item: (-item[1], item[0])))
    return ClausePair(
        weight, above, below, concepts, tuple(sorted(above.actions & below.actions)), in_title
    )
