"""A scene as a small picture: shapes alone, no words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.views.scene import Band, Kind, Mark, Scene, Shape

_CARDS = frozenset({Shape.BOX, Shape.PILL, Shape.ELLIPSE})
_LOW = 14
"""Height of a card."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A rectangle or, with ``round``, a circle around its middle."""

    x: int
    y: int
    width: int
    height: int
    fill: str
    border: str
    round: bool = False


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """The picture: its frame, its pieces, and the links as x, y, x, y, colour."""

    frame: tuple[int, int, int, int]
    pieces: tuple[Piece, ...]
    links: tuple[tuple[int, int, int, int, str], ...]


def thumbnail(scene: Scene) -> Thumbnail:
    """Return the small picture of a scene as the page opens."""
    kinds = {kind.key: kind for kind in scene.kinds}
    bands = [
        Piece(d.x, d.y, d.width, d.height, d.fill, "none")
        for d in scene.drawings
        if isinstance(d, Band)
    ]
    marks = [_piece(mark, kinds[mark.kind]) for mark in scene.marks if not kinds[mark.kind].off]
    places = {mark.key: mark for mark in scene.marks}
    links = []
    for link in scene.links:
        if kinds[link.kind].off:
            continue
        a, b = places[link.source], places[link.target]
        links.append((a.x, a.y, b.x, b.y, kinds[link.kind].border))
    return Thumbnail(_frame([*bands, *marks]), (*bands, *marks), tuple(links))


def _piece(mark: Mark, kind: Kind) -> Piece:
    if kind.shape in _CARDS or kind.shape is Shape.WORDS:
        width = mark.width or _LOW
        words = kind.shape is Shape.WORDS
        low = _LOW // 3 if words else _LOW
        fill = "#AEB8C2" if words else "#FFFFFF" if mark.hollow else kind.fill
        border = "none" if words else kind.border
        return Piece(mark.x - width // 2, mark.y - low // 2, width, low, fill, border)
    size = mark.size or kind.size
    return Piece(mark.x, mark.y, size, size, kind.fill, kind.border, round=True)


def _frame(pieces: list[Piece]) -> tuple[int, int, int, int]:
    left, top = min(p.x for p in pieces) - 10, min(p.y for p in pieces) - 10
    right = max(p.x + p.width for p in pieces) + 10
    bottom = max(p.y + p.height for p in pieces) + 10
    return left, top, right - left, bottom - top
