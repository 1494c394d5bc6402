"""Two clauses, one of each measure, with what they share: object and kind of action."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .concept import Concept
from .reading import ClauseReading, shared_strength
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
    of action. The upper clause may stand in the task's title.
    """

    weight: float
    upper: ClauseReading | None = None
    lower: ClauseReading | None = None
    concepts: tuple[tuple[Concept, float], ...] = ()
    actions: tuple[str, ...] = ()


NOTHING_SHARED = ClausePair(0.0)


def clause_pair(
    upper: ClauseReading,
    lower: ClauseReading,
    weight: float,
    title: Mapping[Concept, float],
    weights: Weights,
) -> ClausePair:
    """Return two clauses whose weight is known, with the part that each concept has in it.

    Parameters
    ----------
    title
        What the title of the upper task names.
    """
    parts = dict(_parts(upper, lower, title, weights))
    factor = weight / sum(parts.values())
    concepts = sorted(((c, p * factor) for c, p in parts.items()), key=lambda i: (-i[1], i[0]))
    actions = sorted(upper.actions & lower.actions)
    return ClausePair(weight, upper, lower, tuple(concepts), tuple(actions))


def _parts(
    upper: ClauseReading, lower: ClauseReading, title: Mapping[Concept, float], weights: Weights
) -> Iterator[tuple[Concept, float]]:
    """Yield the concepts that both clauses name, and those that the upper title names in place
    of its clause, with their weight before action and focus are looked at.
    """
    for concept, strength in lower.subjects.items():
        weight = weights.concepts[concept]
        if concept in upper.subjects:
            yield concept, shared_strength(upper.subjects[concept], strength) * weight
        elif concept in title:
            yield concept, TITLE_COUNTS * strength * weight
