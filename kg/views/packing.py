"""Boxes side by side in rows, with one in the middle between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

_ASPECT = 1.55
"""Width of the whole as a share of its height: that of the page's drawing."""
_GAP = 14


@dataclass(frozen=True, slots=True)
class Box:
    """Width and height."""

    width: int
    height: int


Corner = tuple[int, int]


def packed(boxes: Sequence[Box], middle: Box | None) -> tuple[list[Corner], Corner]:
    """Return the top left corner of each box, and the middle of the one that stands between the
    rows; rows are filled in the order given and centred, as wide as the page shows them largest.
    """
    if not boxes:
        return _placed(boxes, (), middle)
    ends = accumulate(box.width + _GAP for box in boxes)
    limits = {max(box.width for box in boxes), *(end - _GAP for end in ends)}
    fillings = (_rows(boxes, limit) for limit in sorted(limits))
    return _placed(boxes, min(fillings, key=lambda rows: _size(boxes, rows, middle)), middle)


def _rows(boxes: Sequence[Box], limit: int) -> list[list[int]]:
    rows: list[list[int]] = []
    used = 0
    for n, box in enumerate(boxes):
        if not rows or used + box.width > limit:
            rows.append([])
            used = 0
        rows[-1].append(n)
        used += box.width + _GAP
    return rows


def _size(boxes: Sequence[Box], rows: Sequence[Sequence[int]], middle: Box | None) -> float:
    """How large a page must be to hold the rows, in units of its height."""
    width = max(sum(boxes[n].width + _GAP for n in row) for row in rows)
    height = sum(max(boxes[n].height for n in row) + _GAP for row in rows)
    return max(width / _ASPECT, height + (middle.height + _GAP if middle else 0))


def _placed(
    boxes: Sequence[Box], rows: Sequence[Sequence[int]], middle: Box | None
) -> tuple[list[Corner], Corner]:
    corners: list[Corner] = [(0, 0)] * len(boxes)
    heart = (0, 0)
    top = 0
    for r, row in enumerate(rows):
        if middle and r == max(1, len(rows) // 2):
            heart = (0, top + middle.height // 2)
            top += middle.height + _GAP
        left = -(sum(boxes[n].width for n in row) + _GAP * (len(row) - 1)) // 2
        for n in row:
            corners[n] = (left, top)
            left += boxes[n].width + _GAP
        top += max(boxes[n].height for n in row) + _GAP
    if middle and len(rows) < 2:  # noqa: PLR2004 - below the only row
        heart = (0, top + middle.height // 2)
    return corners, heart
