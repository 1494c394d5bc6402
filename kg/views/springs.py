"""Places for the members of a group: linked ones near each other, no two labels on one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, log2, pi, sin, sqrt

_MOST = 120
"""Members laid out by springs; more stand in rows."""
_STEPS = 80
_PULL = 3.0
"""How strongly all are drawn to the middle, so that nobody is left far out."""
_LEAST_ROOM, _MOST_ROOM, _MORE_ROOM = 1.5, 2.4, 0.1
"""Area of a group as a multiple of that of its labels: a large one needs more between them."""
_PUSHES = 400
_TOUCHING = 0.01
_FLAT = 0.55
"""Height of a group as a share of its width: labels are wide and low."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a mark with its label."""

    width: int
    height: int


def spread(
    members: Sequence[int], sizes: Sequence[Size], ties: Mapping[tuple[int, int], int]
) -> dict[int, tuple[int, int]]:
    """Return the middle of each member's rectangle; the same for the same input.

    Springs as in Fruchterman & Reingold, Graph drawing by force-directed placement, Software:
    Practice and Experience 21, 1129 (1991), from a circle in the order given; then rectangles
    that overlap are pushed apart.

    Parameters
    ----------
    sizes
        Of each member, in the same order.
    ties
        Strength of the link between two members.
    """
    if len(members) > _MOST:
        return _rows(members, sizes)
    at = {m: _on_circle(n, len(members), 1.0) for n, m in enumerate(members)}
    _spring(at, ties, 1 / sqrt(len(members)))
    share = min(_MOST_ROOM, _LEAST_ROOM + _MORE_ROOM * len(members))
    room = sum(size.width * size.height for size in sizes) * share
    places = _stretched(at, sqrt(room / _FLAT), sqrt(room * _FLAT))
    _part(places, dict(zip(members, sizes, strict=True)))
    return {m: (round(x), round(y)) for m, (x, y) in places.items()}


def _stretched(
    at: Mapping[int, tuple[float, float]], width: float, height: float
) -> dict[int, list[float]]:
    """The places stretched to a rectangle, so that a loose group takes no more room than a
    close one.
    """
    found: dict[int, list[float]] = {member: [] for member in at}
    for axis, whole in ((0, width), (1, height)):
        values = [place[axis] for place in at.values()]
        least, span = min(values), max(values) - min(values) or 1.0
        for member, place in at.items():
            found[member].append((place[axis] - least) / span * whole)
    return found


def _on_circle(n: int, whole: int, radius: float) -> tuple[float, float]:
    angle = 2 * pi * n / whole
    return radius * cos(angle), radius * sin(angle)


def _spring(
    at: dict[int, tuple[float, float]], ties: Mapping[tuple[int, int], int], length: float
) -> None:
    order = list(at)
    for step in range(_STEPS):
        reach = length * (1 - step / _STEPS)
        push = dict.fromkeys(order, (0.0, 0.0))
        for i, a in enumerate(order):
            for b in order[i + 1 :]:
                dx, dy, far = _between(at[a], at[b])
                force = length * length / far
                _add(push, a, b, dx / far * force, dy / far * force)
        for (a, b), strength in ties.items():
            dx, dy, far = _between(at[a], at[b])
            force = -far * far / length * (0.4 + 0.3 * log2(strength + 1))
            _add(push, a, b, dx / far * force, dy / far * force)
        for member in order:
            x, y = at[member]
            dx, dy = push[member][0] - _PULL * x * length, push[member][1] - _PULL * y * length
            far = hypot(dx, dy) or 1.0
            at[member] = (x + dx / far * min(far, reach), y + dy / far * min(far, reach))


def _between(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float, float]:
    dx, dy = a[0] - b[0], a[1] - b[1]
    return dx, dy, max(0.001, hypot(dx, dy))


def _add(push: dict[int, tuple[float, float]], a: int, b: int, dx: float, dy: float) -> None:
    push[a] = (push[a][0] + dx, push[a][1] + dy)
    push[b] = (push[b][0] - dx, push[b][1] - dy)


def _part(places: dict[int, list[float]], sizes: Mapping[int, Size]) -> None:
    """Push rectangles that overlap apart, along the way that is shorter."""
    order = list(places)
    for _ in range(_PUSHES):
        moved = False
        for i, a in enumerate(order):
            for b in order[i + 1 :]:
                moved |= _separate(places[a], places[b], sizes[a], sizes[b])
        if not moved:
            return


def _separate(a: list[float], b: list[float], own: Size, other: Size) -> bool:
    across = (own.width + other.width) / 2 + 4 - abs(a[0] - b[0])
    down = (own.height + other.height) / 2 + 4 - abs(a[1] - b[1])
    if min(across, down) <= _TOUCHING:
        return False
    axis, by = (0, across) if across < down else (1, down)
    step = by / 2 if a[axis] >= b[axis] else -by / 2
    a[axis] += step
    b[axis] -= step
    return True


def _rows(members: Sequence[int], sizes: Sequence[Size]) -> dict[int, tuple[int, int]]:
    wide = max(size.width for size in sizes) + 10
    high = max(size.height for size in sizes) + 10
    across = max(1, round(sqrt(len(members) * high / wide / _FLAT)))
    return {m: (n % across * wide, n // across * high) for n, m in enumerate(members)}
