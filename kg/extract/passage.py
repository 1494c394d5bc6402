"""Texts as the finders read them: known words, and the places where names begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from kg.model import Span

from .reading import Reading

BORDER = "\n"
"""What stands between two texts; no plain form holds it."""

Stretch = tuple[int, int]
"""Where something stands in the plain text: start and end."""

_LONGEST_INNER = 24
_LONGEST_NAME = 64
_APART = re.compile(r"[，\n]")


@dataclass(frozen=True, slots=True)
class Passage:
    """Some texts in one row, with the known words in them and where a name may begin.

    Texts stand together because a search over many short ones costs mostly its beginnings. Between
    two texts stands :data:`BORDER`, a mark that no name, title or clause goes across.

    Parameters
    ----------
    readings
        The texts.
    starts
        Where each of them begins in ``plain``, ascending.
    plain
        The plain forms of all, each with a border behind it.
    hits
        For each kind of known word where it stands, sorted.
    walls
        Positions at which a name may begin, ascending: behind marks and verbs.
    stops
        Positions at which a name ends at the latest, ascending: where marks and verbs begin.
    breaks
        Those of ``stops`` that are marks.
    """

    readings: list[Reading]
    starts: list[int]
    plain: str
    hits: dict[str, list[Stretch]]
    walls: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def text_at(self, position: int) -> int:
        """Return which of the texts a position lies in."""
        return bisect_right(self.starts, position) - 1

    def bounds(self, position: int) -> Stretch:
        """Return where the text that a position lies in begins and ends."""
        index = self.text_at(position)
        start = self.starts[index]
        return start, start + len(self.readings[index].plain)

    def span(self, start: int, end: int) -> Span:
        """Return the printed words of a stretch, counted from the beginning of their text."""
        index = self.text_at(start)
        offset = self.starts[index]
        return self.readings[index].span(start - offset, end - offset)

    def name_start(self, position: int) -> int:
        """Return where a name that ends at or behind a position may begin at the earliest.

        Never further back than a name can be long, so that a text without marks costs no more.
        """
        wall = self.walls[bisect_right(self.walls, position) - 1]
        return max(wall, position - _LONGEST_NAME)

    def full_name_start(self, at: int) -> int:
        """Return where a name in front of an ending begins; it may hold a bracket or quotation.

        中国东南（福建）科学城 and 旗山湖“三创”园 are one name each.
        """
        start = self.name_start(at)
        for opening, closing in (("（", "）"), ("“", "”")):
            if self.plain[start - 1 : start] == closing or self.plain[at : at + 1] == closing:
                inner = self.plain.rfind(opening, max(0, start - _LONGEST_INNER), at)
                if inner >= 0 and not _APART.search(self.plain, inner, at):
                    return self.name_start(inner)
        return start

    def object_start(self, position: int, since: int = 0) -> int:
        """Return where the words of a clause before a position begin, behind its first verbs.

        Parameters
        ----------
        since
            They begin here at the earliest.
        """
        start = max(since, self.clause_start(position))
        if position - start > _LONGEST_NAME:
            return self.name_start(position)
        while start < (behind := max(self._behind("strong", start), self._behind("weak", start))):
            if behind >= position:
                break
            start = behind
        return start

    def _behind(self, kind: str, start: int) -> int:
        """Return where the longest word of a kind that begins at a position ends; 0 if none."""
        hits = self.hits[kind]
        index = bisect_left(hits, (start + 1, 0)) - 1
        return hits[index][1] if index >= 0 and hits[index][0] == start else 0

    def name_end(self, position: int) -> int:
        """Return where a name that holds a position ends at the latest."""
        return _next(self.stops, position, len(self.plain))

    def clause_start(self, position: int) -> int:
        """Return where the words behind the last mark before a position begin."""
        index = bisect_left(self.breaks, position) - 1
        return self.breaks[index] + 1 if index >= 0 else 0

    def clause_end(self, position: int) -> int:
        """Return where the next mark behind a position stands, or the text ends."""
        return _next(self.breaks, position, len(self.plain))


def _next(positions: list[int], position: int, otherwise: int) -> int:
    index = bisect_left(positions, position)
    return positions[index] if index < len(positions) else otherwise


def longest(stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches that do not overlap, the leftmost and of these the longest first.

    Examples
    --------
    >>> longest([(4, 6), (0, 4), (0, 2), (3, 7)])
    [(0, 4), (4, 6)]
    """
    if len(stretches) < 2:  # noqa: PLR2004 - one cannot overlap
        return stretches
    kept: list[Stretch] = []
    first = reach = -1
    for stretch in sorted(stretches):
        start, end = stretch
        if start >= reach:
            kept.append(stretch)
            first, reach = stretch
        elif start == first:
            kept[-1] = stretch
            reach = end
    return kept


def overlaps(stretch: Stretch, others: list[Stretch]) -> bool:
    """Tell whether a stretch shares a character with one of the others.

    Parameters
    ----------
    others
        Sorted, no two of them with a character in common.

    Examples
    --------
    >>> overlaps((3, 6), [(0, 2), (5, 9)]), overlaps((2, 5), [(0, 2), (5, 9)])
    (True, False)
    """
    index = bisect_left(others, (stretch[1], 0)) - 1
    return index >= 0 and others[index][1] > stretch[0]


def holder(stretch: Stretch, others: list[Stretch]) -> Stretch | None:
    """Return the last of the others that shares a character with a stretch; None without one."""
    index = bisect_left(others, (stretch[1], 0)) - 1
    return others[index] if index >= 0 and others[index][1] > stretch[0] else None
