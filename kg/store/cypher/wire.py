"""Values on their way between the program and the process that runs ArcadeDB: JSON and back."""

from __future__ import annotations

from typing import Any

from kg.model import Edge, Node
from kg.store.cypher.engine import Path, Value

MAP, NODE, EDGE, PATH = "map", "node", "edge", "path"
"""What a JSON object on the wire stands for: ``{"map": {…}}``, ``{"node": [key, label, props]}``,
``{"edge": [source, type, target, props]}``, ``{"path": [node, edge, node, …]}``."""


def received(value: Any) -> Value:  # noqa: ANN401 - JSON
    """Return the value that stands for something on the wire.

    Examples
    --------
    >>> received({"node": ["agency:市科技局", "Agency", {"name": "市科技局"}]})
    Node(key='agency:市科技局', label='Agency', props={'name': '市科技局'})
    """
    if isinstance(value, list):
        return tuple(map(received, value))
    if not isinstance(value, dict):
        scalar: Value = value
        return scalar
    ((kind, content),) = value.items()
    if kind == MAP:
        return {name: received(item) for name, item in content.items()}
    if kind == PATH:
        parts = map(received, content)
        return Path(tuple(p for p in parts if isinstance(p, Node | Edge)))
    if kind == NODE:
        key, label, props = content
        return Node(key, label, _props(props))
    source, type_, target, props = content
    return Edge(source, type_, target, _props(props))


def _props(props: dict[str, Any]) -> dict[str, Any]:
    return {n: tuple(v) if isinstance(v, list) else v for n, v in sorted(props.items())}
