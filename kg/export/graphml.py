"""The graph as GraphML, for networkx, igraph, yEd, Gephi, Cytoscape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.attributes import (
    EDGE_TYPE,
    LABEL,
    NODE_LABEL,
    Attribute,
    Attributes,
    as_text,
    edge_attributes,
    node_attributes,
)
from kg.export.display import display
from kg.export.markup import Markup
from kg.model import Edge, Graph, Node, Value
from kg.render.files import write_files
from kg.schema import Kind
from kg.wording import Text

_TYPES = {Kind.INTEGER: "long", Kind.NUMBER: "double", Kind.BOOLEAN: "boolean"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_FOOT = "</graph>\n</graphml>\n"


def write_graphml(graph: Graph, path: Path) -> tuple[Text, ...]:
    """Write the graph as one GraphML file and return what has to be said about it.

    A node's id is its key; ``label`` is what a reader knows it by, ``node_label`` the label of
    the schema. Edges have ``edge_type``. Properties keep their names and types; a list is JSON
    text. Nodes are sorted by key, edges by :attr:`kg.model.Edge.id`.

    Raises
    ------
    kg.render.files.OutputError
        When the file cannot be written; an older one is left as it was.
    """
    markup = Markup()
    write_files({path: (line.encode() for line in _lines(graph, markup))})
    return markup.notices()


def _lines(graph: Graph, markup: Markup) -> Iterator[str]:
    nodes, edges = node_attributes(), edge_attributes()
    yield _HEAD
    yield from _keys("node", nodes.used((n.label, n.props) for n in graph.nodes))
    yield from _keys("edge", edges.used((e.type, e.props) for e in graph.edges))
    yield '<graph id="policy-task-kg" edgedefault="directed">\n'
    for node in sorted(graph.nodes, key=lambda n: n.key):
        yield _node(node, nodes, markup)
    for number, edge in enumerate(sorted(graph.edges, key=lambda e: e.id), start=1):
        yield _edge(edge, number, edges, markup)
    yield _FOOT


def _keys(owner: str, attributes: Iterable[Attribute]) -> Iterator[str]:
    for attribute in attributes:
        kind = _TYPES.get(attribute.kind, "string")
        yield (
            f'<key id="{owner}.{attribute.name}" for="{owner}" '
            f'attr.name="{attribute.name}" attr.type="{kind}"/>\n'
        )


def _node(node: Node, attributes: Attributes, markup: Markup) -> str:
    data = [
        _data("node", LABEL, markup.text(display(node))),
        _data("node", NODE_LABEL, node.label),
        *_values("node", attributes.values(node.label, node.props), markup),
    ]
    return f'<node id="{markup.text(node.key)}">{"".join(data)}</node>\n'


def _edge(edge: Edge, number: int, attributes: Attributes, markup: Markup) -> str:
    data = [
        _data("edge", EDGE_TYPE, edge.type),
        *_values("edge", attributes.values(edge.type, edge.props), markup),
    ]
    ends = f'source="{markup.text(edge.src)}" target="{markup.text(edge.dst)}"'
    return f'<edge id="e{number}" {ends}>{"".join(data)}</edge>\n'


def _values(owner: str, values: Iterable[tuple[Attribute, Value]], markup: Markup) -> Iterator[str]:
    for attribute, value in values:
        yield _data(owner, attribute.name, markup.text(as_text(value, attribute.kind)))


def _data(owner: str, name: str, text: str) -> str:
    return f'<data key="{owner}.{name}">{text}</data>'
