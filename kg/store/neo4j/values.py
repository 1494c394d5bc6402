"""Nodes and edges of the graph as the driver takes and gives them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kg.model import Edge, Node, Value
from kg.schema import EDGES, NODES

_NAMES = {
    **{t.label: {p.name for p in t.properties} for t in NODES.values()},
    **{t.type: {p.name for p in t.properties} for t in EDGES.values()},
}


def label_of(labels: Iterable[str]) -> str:
    """Return the label of a node; those the schema does not know are other people's.

    Examples
    --------
    >>> label_of(["重点", "Measure"])
    'Measure'
    """
    return next(label for label in labels if label in NODES)


def node_of(labels: Iterable[str], props: Mapping[str, Any]) -> Node:
    """Return a node, from a mapping that holds its key as well."""
    label = label_of(labels)
    return Node(props["key"], label, _values(props, _NAMES[label]))


def edge_of(src: str, kind: str, dst: str, props: Mapping[str, Any]) -> Edge:
    """Return an edge."""
    return Edge(src, kind, dst, _values(props, _NAMES[kind]))


def _values(props: Mapping[str, Any], known: Collection[str]) -> dict[str, Value]:
    """The properties of the schema, sorted by name, lists as tuples.

    Others are people's own: what an algorithm of a graph library wrote beside them, say.
    """
    return {
        name: tuple(value) if value.__class__ is list else value
        for name, value in sorted(props.items())
        if name in known
    }
