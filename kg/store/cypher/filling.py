"""An ArcadeDB database filled with a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from kg.model import Edge, Graph, Node, Props
from kg.schema import EDGES, NODES
from kg.store.inventory import Inventory

_INDEXED_FROM = 1_000
"""Nodes of one label from which an index on the key pays: each takes 30 ms to make."""

_BATCH = 20_000

VERSION = 2
"""Raised by one with each change of what a copy holds."""


_Item = TypeVar("_Item")


def fill(
    database: Any,  # noqa: ANN401 - the binding has no types
    graph: Graph,
    inventories: Mapping[str, Inventory],
) -> None:
    """Write a graph into an empty database.

    Every label and type of the schema is made, also those without nodes or edges, so that a
    query for them is understood.

    Parameters
    ----------
    inventories
        What Document nodes carry beside, by key, as on a server.
    """
    for label in NODES:
        database.schema.create_vertex_type(label)
    for kind in EDGES:
        database.schema.create_edge_type(kind)
    nodes = _grouped(graph.nodes, lambda node: node.label)
    with database.graph_batch(expected_edge_count=max(1, len(graph.edges))) as batch:
        places = _write_nodes(batch, nodes, inventories)
        _write_edges(batch, graph.edges, places)
    for label, group in nodes.items():
        if len(group) >= _INDEXED_FROM:
            database.schema.create_property(label, "key", "STRING")
            database.schema.create_index(label, ["key"], unique=True)


def _write_nodes(
    batch: Any,  # noqa: ANN401
    nodes: Mapping[str, list[Node]],
    inventories: Mapping[str, Inventory],
) -> dict[str, str]:
    """Return where each node lies, by its key."""
    places: dict[str, str] = {}
    for label, group in nodes.items():
        for part in _parts(group):
            rows = [
                {"key": node.key, **_plain(node.props), **inventories.get(node.key, {})}
                for node in part
            ]
            found = batch.create_vertices(NODES[label].label, rows)
            places.update(zip((node.key for node in part), found, strict=True))
    return places


def _write_edges(batch: Any, edges: Iterable[Edge], places: Mapping[str, str]) -> None:  # noqa: ANN401
    for kind, group in _grouped(edges, lambda edge: edge.type).items():
        for part in _parts(group):
            batch.new_edges(
                [places[edge.src] for edge in part],
                EDGES[kind].type,
                [places[edge.dst] for edge in part],
                [_plain(edge.props) for edge in part],
            )


def _plain(props: Props) -> dict[str, Any]:
    return {name: list(v) if isinstance(v, tuple) else v for name, v in props.items()}


def _grouped(items: Iterable[_Item], name: Callable[[_Item], str]) -> dict[str, list[_Item]]:
    groups: defaultdict[str, list[_Item]] = defaultdict(list)
    for item in items:
        groups[name(item)].append(item)
    return groups


def _parts(items: list[_Item]) -> Iterator[list[_Item]]:
    return (items[i : i + _BATCH] for i in range(0, len(items), _BATCH))
