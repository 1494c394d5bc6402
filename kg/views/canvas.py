"""A scene as pyvis holds it: nodes, edges and options, with every position given.

pyvis is used for its data alone, its template never: that one loads scripts from outside, runs
what stands in titles, and lays out in the reader's browser (docs/decisions/0018).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pyvis.network import Network

from kg.views.palette import GREY, INK, WHITE
from kg.views.scene import LETTER, Kind, Link, Mark, Scene, Shape

FACE = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
"""Fonts that Windows, macOS and Linux have for Chinese; none is loaded."""

_HOLDING_WORDS = frozenset({Shape.BOX, Shape.PILL, Shape.ELLIPSE, Shape.WORDS})
_CARDS = frozenset({Shape.BOX, Shape.PILL})

_ROUND = 9
_HALO = {"strokeWidth": 3, "strokeColor": WHITE}
"""Of labels that links run behind."""
_MARGIN = 5
_BORDERS = {Shape.WORDS: 0, Shape.BOX: 1.5, Shape.PILL: 1.5}
_CURVE = {
    "enabled": True,
    "type": "cubicBezier",
    "forceDirection": "horizontal",
    "roundness": 0.55,
}


def network(scene: Scene) -> Network:
    """Return the scene's marks as nodes, numbered in order, and its links as edges.

    A curve begins and ends at the side of a card: there stand nodes without a size, numbered
    behind the marks. The network is directed, since pyvis drops the second edge of a pair
    otherwise; no arrow is drawn for it.
    """
    kinds = {kind.key: kind for kind in scene.kinds}
    numbers = {mark.key: number for number, mark in enumerate(scene.marks)}
    held = Network(directed=True)
    held.options = _options(scene)
    for number, mark in enumerate(scene.marks):
        label = str(mark.label)
        held.add_node(number, label=label, group=mark.kind, **_node(mark, kinds[mark.kind]))
        held.node_map[number]["label"] = label  # pyvis writes the number where it is empty
        if mark.hollow:  # pyvis leaves the colour of a node in a group out
            held.node_map[number]["color"] = _colour(WHITE, kinds[mark.kind].border)
    ports = _Ports(held, scene.marks)
    for link in scene.links:
        source, target = numbers[link.source], numbers[link.target]
        if link.curved:
            source, target = ports.at(source, 1), ports.at(target, -1)
        held.add_edge(source, target, arrows="", **_edge(link, kinds[link.kind]))
    return held


class _Ports:
    """The places at the sides of cards where curves begin and end, each made once."""

    def __init__(self, held: Network, marks: Sequence[Mark]) -> None:
        self._held = held
        self._marks = marks
        self._numbers: dict[tuple[int, int], int] = {}

    def at(self, mark: int, side: int) -> int:
        """Return the number of the node at the right (1) or left (−1) side of a mark."""
        found = self._numbers.get((mark, side))
        if found is not None:
            return found
        number = self._numbers[mark, side] = len(self._marks) + len(self._numbers)
        card = self._marks[mark]
        x = card.x + side * card.width // 2
        self._held.add_node(number, label=" ", shape="dot", size=0, x=x, y=card.y)
        return number


def _node(mark: Mark, kind: Kind) -> dict[str, Any]:
    found: dict[str, Any] = {"shape": _drawn(kind.shape), "x": mark.x, "y": mark.y}
    if mark.size:
        found["size"] = mark.size
    if mark.height and kind.shape in _CARDS:
        found["heightConstraint"] = {"minimum": mark.height, "valign": "middle"}
    if mark.width and kind.shape in _CARDS:
        found["widthConstraint"] = {"minimum": mark.width - 2 * _MARGIN}
    return found


def _edge(link: Link, kind: Kind) -> dict[str, Any]:
    found: dict[str, Any] = {"color": {"color": kind.border}, "width": link.width}
    if kind.dashed:
        found["dashes"] = [5, 4]
    if link.curved:
        found["smooth"] = _CURVE
    return found


def _colour(fill: str, border: str) -> dict[str, Any]:
    same = {"background": fill, "border": border}
    return {**same, "hover": same, "highlight": same}


def _group(kind: Kind) -> dict[str, Any]:
    inside = kind.shape in _HOLDING_WORDS
    found: dict[str, Any] = {
        "borderWidth": _BORDERS.get(kind.shape, 2),
        "color": _colour(kind.fill, kind.border),
        "font": {"color": kind.ink, **({} if inside else _HALO)},
    }
    if not inside:
        found["size"] = kind.size
    properties: dict[str, Any] = {"borderDashes": [3, 2]} if kind.dashed else {}
    if kind.shape is Shape.PILL:
        properties["borderRadius"] = _ROUND
    return {**found, "shapeProperties": properties} if properties else found


def _drawn(shape: Shape) -> str:
    """The name that vis-network has for a shape."""
    return "box" if shape is Shape.PILL else shape.value


def _options(scene: Scene) -> dict[str, Any]:
    return {
        "groups": {k.key: _group(k) for k in scene.kinds if k.shape is not Shape.LINE},
        "layout": {"improvedLayout": False},
        "physics": {"enabled": False},
        "interaction": {
            "dragNodes": False,
            "hover": True,
            "hoverConnectedEdges": False,
            "keyboard": False,
            "multiselect": False,
            "selectConnectedEdges": False,
        },
        "nodes": {
            "borderWidthSelected": 3,
            "font": {"face": FACE, "size": LETTER, "color": INK, "align": "left"},
            "margin": {"top": 0, "bottom": 0, "left": _MARGIN, "right": _MARGIN},
            "shapeProperties": {"borderRadius": 3},
        },
        "edges": {
            "color": {"color": GREY, "inherit": False},
            "hoverWidth": 0.5,
            "selectionWidth": 1,
            "smooth": False,
        },
    }
