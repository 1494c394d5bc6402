"""Where the cards of the agency view stand: two columns by deadline, the agency between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.analysis.gaps.coverage import Coverage, Item
from kg.views.agency_duties import Duty
from kg.views.lettering import LONGEST_LABEL
from kg.views.scene import LETTER

CARD = (LONGEST_LABEL + 1) * LETTER + 12
ROW = 16
STRIP = 96
"""For the deadline beside the cards."""
SELF = 6 * LETTER + 14
"""Width of the agency's own card."""
_FAN = 92
"""From the middle of the agency to where the deadlines begin."""
_GROUP_GAP = 4
_GAPS_HEAD = 30
_GAP_ROW = 20
_WINDOW = 890
"""Height that is seen without panning."""
RIGHT = _FAN + STRIP + CARD // 2
LEFT = -RIGHT
OUTSIDE = CARD // 2 + 8
"""From the middle of a card to where the partners begin."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Duties of one side that fall due together, from ``top`` downwards."""

    words: str
    duties: tuple[Duty, ...]
    top: int
    right: bool

    @property
    def height(self) -> int:
        """How high it is."""
        return len(self.duties) * ROW


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides in place; ``middle`` is the height at which the agency stands."""

    spells: tuple[Spell, ...]
    gaps: tuple[tuple[Item, int], ...]
    gaps_top: int
    middle: int

    @classmethod
    def of(cls, held: Sequence[Duty], gaps: Sequence[tuple[Coverage, Item]]) -> Sides:
        """Return the cards in place; the lower side is centred, gaps stand below the left one."""
        right = _spells([d for d in held if d.leads], 0, right=True)
        left = _spells([d for d in held if not d.leads], 0, right=False)
        # What is higher than a window begins at its top, so that the agency is in sight.
        whole = min(max(_height(right), _height(left), ROW), _WINDOW)
        below = _GAPS_HEAD + len(gaps) * _GAP_ROW if gaps else 0
        shift = max(0, (whole - _height(left) - below) // 2)
        left = _spells([d for d in held if not d.leads], shift, right=False)
        down = max(0, (whole - _height(right)) // 2)
        right = _spells([d for d in held if d.leads], down, right=True)
        top = shift + _height(left) + _GAPS_HEAD
        placed = tuple((item, top + n * _GAP_ROW + ROW // 2) for n, (_, item) in enumerate(gaps))
        return cls((*left, *right), placed, top, whole // 2)


def _spells(held: Sequence[Duty], top: int, *, right: bool) -> tuple[Spell, ...]:
    groups: dict[str, list[Duty]] = {}
    for duty in held:
        groups.setdefault(duty.words, []).append(duty)
    found = []
    for words, group in groups.items():
        found.append(Spell(words, tuple(group), top, right))
        top += len(group) * ROW + _GROUP_GAP
    return tuple(found)


def _height(spells: Sequence[Spell]) -> int:
    return spells[-1].top + spells[-1].height - spells[0].top if spells else 0
