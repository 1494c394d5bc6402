"""Values of the Neo4j driver → what a query gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import neo4j
from neo4j.graph import Node as GraphNode
from neo4j.graph import Path as GraphPath
from neo4j.graph import Relationship

from kg.model import Edge, Node
from kg.schema import NODES
from kg.store.cypher.engine import Path, Value
from kg.store.inventory import NAMES

_KEYS = "MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS id, n.key AS key"


def received(
    transaction: neo4j.Transaction, rows: Sequence[Sequence[Any]]
) -> list[tuple[Value, ...]]:
    """Return the values of some rows.

    Parameters
    ----------
    transaction
        That of the query: an edge comes without the keys of its ends, which are asked for.
    """
    ids = {
        str(end.element_id)
        for row in rows
        for edge in _edges(row)
        for end in edge.nodes
        if end is not None
    }
    keys = dict(transaction.run(_KEYS, ids=sorted(ids)).values()) if ids else {}
    return [tuple(_value(value, keys) for value in row) for row in rows]


def _edges(value: Any) -> Iterator[Relationship]:  # noqa: ANN401 - the driver has no type for them
    if isinstance(value, Relationship):
        yield value
    elif isinstance(value, GraphPath):
        yield from value.relationships
    elif isinstance(value, list | tuple | dict):
        parts: Iterable[Any] = value.values() if isinstance(value, dict) else value
        for part in parts:
            yield from _edges(part)


def _value(value: Any, keys: Mapping[str, str]) -> Value:  # noqa: ANN401, PLR0911 - one for each kind
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, GraphNode):
        label = next((name for name in sorted(value.labels) if name in NODES), "")
        return Node(str(value.get("key", "")), label, _props(value, keys))
    if isinstance(value, Relationship):
        ends = [
            str(keys.get(end.element_id) or "") if end is not None else "" for end in value.nodes
        ]
        return Edge(ends[0], value.type, ends[1], _props(value, keys))
    if isinstance(value, GraphPath):
        return Path(_path(value, keys))
    if isinstance(value, list):
        return tuple(_value(item, keys) for item in value)
    if isinstance(value, dict):
        return {name: _value(item, keys) for name, item in value.items()}
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _path(path: GraphPath, keys: Mapping[str, str]) -> tuple[Node | Edge, ...]:
    nodes, edges = path.nodes, path.relationships
    parts: list[Any] = [nodes[0]]
    for edge, node in zip(edges, nodes[1:], strict=True):
        parts += [edge, node]
    values = (_value(part, keys) for part in parts)
    return tuple(part for part in values if isinstance(part, Node | Edge))


def _props(entity: Any, keys: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401
    values = ((name, _value(value, keys)) for name, value in sorted(entity.items()))
    return {name: value for name, value in values if name != "key" and name not in NAMES}
