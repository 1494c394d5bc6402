"""The hub of a network, the groups without it, and where each body stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from kg.analysis.network.communities import communities
from kg.analysis.network.network import Network, network
from kg.views.lettering import ems, shortened
from kg.views.packing import Box, packed
from kg.views.scene import LETTER
from kg.views.springs import Size, spread

_LABEL = LETTER + 6
_MOST_DOT = 14
_LEAST_DOT = 5
_PAD = 13
_HEAD = 20
_FEWEST = 2
"""Shared measures that a close link has at least."""
_CLOSE, _CROWDED = 1.5, 3
"""Close links, and links at all, for each body: more make a ball of hair."""
_HUB_GAP = 26


@dataclass(frozen=True, slots=True)
class Group:
    """A group with the rectangle it stands in; ``single`` holds those that share no measure with
    anybody but the hub.
    """

    bodies: tuple[int, ...]
    left: int
    top: int
    width: int
    height: int
    single: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    """A network in place.

    Parameters
    ----------
    hub
        The body with most partners; None where nobody has more than one.
    bridges
        Bodies whose partners, the hub not counted, stand in two groups or more.
    places
        The middle of each body's dot.
    close
        Shared measures from which a link counts as close: few enough are.
    crowded
        Whether all links together, the hub's not counted, are too many to see.
    """

    hub: int | None
    groups: tuple[Group, ...]
    bridges: frozenset[int]
    places: Mapping[int, tuple[int, int]]
    close: int
    crowded: bool


def division(whole: Network) -> Division:
    """Return the hub, the groups of the others, and the place of each body."""
    hub = _hub(whole)
    parts, single = _parts(whole, hub)
    boxes, inside = [], []
    for part in parts:
        placed = spread(part, [_size(whole, b) for b in part], _ties(whole, part))
        box, moved = _boxed(whole, placed)
        boxes.append(box)
        inside.append(moved)
    if single:
        box, moved = _grid(whole, single)
        boxes.append(box)
        inside.append(moved)
    middle = None
    if hub is not None:
        middle = Box(_size(whole, hub).width, _size(whole, hub).height + _HUB_GAP)
    corners, heart = packed(boxes, middle)
    groups: list[Group] = []
    places: dict[int, tuple[int, int]] = {}
    for n, ((x, y), box, placed) in enumerate(zip(corners, boxes, inside, strict=True)):
        lone = bool(single) and n == len(boxes) - 1
        groups.append(Group(tuple(placed), x, y, box.width, box.height, lone))
        places |= {body: (x + left, y + top) for body, (left, top) in placed.items()}
    if hub is not None:
        places[hub] = heart
    close, crowded = _closeness(whole, hub)
    bridges = _bridges(whole, parts, hub)
    return Division(hub, tuple(groups), bridges, places, close, crowded)


def dot(whole: Network, body: int) -> int:
    """Return the radius of a body's dot: its area grows with the measures it stands on."""
    most = max(map(len, whole.held), default=1)
    share = sqrt(len(whole.held[body]) / most)
    return round(_LEAST_DOT + (_MOST_DOT - _LEAST_DOT) * share)


def _closeness(whole: Network, hub: int | None) -> tuple[int, bool]:
    shared = sorted(
        (w for a, beside in enumerate(whole.shared) for b, w in beside.items() if a < b),
        reverse=True,
    )
    if hub is not None:
        for weight in whole.shared[hub].values():
            shared.remove(weight)
    most = round(_CLOSE * len(whole.bodies))
    close = max(_FEWEST, shared[most] + 1) if len(shared) > most else _FEWEST
    return close, len(shared) > _CROWDED * len(whole.bodies)


def _hub(whole: Network) -> int | None:
    order = sorted(range(len(whole.bodies)), key=lambda b: (-len(whole.shared[b]), b))
    return order[0] if order and len(whole.shared[order[0]]) > 1 else None


def _parts(whole: Network, hub: int | None) -> tuple[list[tuple[int, ...]], tuple[int, ...]]:
    """The groups of the network without its hub, and who is in none, in numbers of the whole."""
    kept = [b for b in range(len(whole.bodies)) if b != hub]
    rest = network((whole.bodies[b] for b in kept), whole.basis)
    number = {tally.agency.key: b for b, tally in enumerate(whole.bodies)}
    back = [number[tally.agency.key] for tally in rest.bodies]
    found = communities(rest)
    groups = [tuple(back[b] for b in group) for group in found.groups]
    return groups, tuple(back[b] for b in found.single)


def _bridges(whole: Network, parts: Sequence[tuple[int, ...]], hub: int | None) -> frozenset[int]:
    home = {body: n for n, part in enumerate(parts) for body in part}
    return frozenset(
        body
        for body in home
        if len({home[p] for p in whole.shared[body] if p != hub and p in home}) > 1
    )


def _size(whole: Network, body: int) -> Size:
    label = shortened(whole.name(body))
    return Size(round(ems(label) * LETTER) + 10, 2 * dot(whole, body) + _LABEL)


def _ties(whole: Network, part: Sequence[int]) -> dict[tuple[int, int], int]:
    members = set(part)
    return {(a, b): w for a in part for b, w in whole.shared[a].items() if a < b and b in members}


def _boxed(
    whole: Network, placed: Mapping[int, tuple[int, int]]
) -> tuple[Box, dict[int, tuple[int, int]]]:
    """The rectangle around a group, and the middle of its bodies' dots counted from its corner."""
    sizes = {b: _size(whole, b) for b in placed}
    tops = {b: y - sizes[b].height // 2 for b, (_, y) in placed.items()}
    left = min(x - sizes[b].width // 2 for b, (x, _) in placed.items()) - _PAD
    top = min(tops.values()) - _PAD - _HEAD
    right = max(x + sizes[b].width // 2 for b, (x, _) in placed.items()) + _PAD
    bottom = max(tops[b] + sizes[b].height for b in placed) + _PAD // 2
    moved = {b: (x - left, tops[b] + dot(whole, b) - top) for b, (x, _) in placed.items()}
    return Box(right - left, bottom - top), moved


def _grid(whole: Network, single: Sequence[int]) -> tuple[Box, dict[int, tuple[int, int]]]:
    """Bodies without partners, side by side."""
    wide = max(_size(whole, b).width for b in single) + 6
    high = max(_size(whole, b).height for b in single) + 6
    across = max(1, min(len(single), 6))
    placed = {
        b: (_PAD + wide // 2 + n % across * wide, _PAD + _HEAD + n // across * high + dot(whole, b))
        for n, b in enumerate(single)
    }
    rows = -(-len(single) // across)
    return Box(across * wide + 2 * _PAD, rows * high + 2 * _PAD + _HEAD), placed
