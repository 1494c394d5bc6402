"""The graph as GEXF 1.3, for Gephi and networkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.attributes import (
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
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>policy-task-kg</creator></meta>
<graph defaultedgetype="directed" mode="static">
"""
_FOOT = "</edges>\n</graph>\n</gexf>\n"


def write_gexf(graph: Graph, path: Path) -> tuple[Text, ...]:
    """Write the graph as one GEXF file and return what has to be said about it.

    A node's id is its key, its label what a reader knows it by; ``node_label`` is the label of
    the schema. An edge's type is its label, its ``kind`` and its ``edge_type``: Gephi keeps
    edges of different kinds between two nodes apart. The rest is as in
    :func:`kg.export.graphml.write_graphml`.

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
    yield from _declared("node", nodes.used((n.label, n.props) for n in graph.nodes))
    yield from _declared("edge", edges.used((e.type, e.props) for e in graph.edges))
    yield "<nodes>\n"
    for node in sorted(graph.nodes, key=lambda n: n.key):
        yield _node(node, nodes, markup)
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(sorted(graph.edges, key=lambda e: e.id), start=1):
        yield _edge(edge, number, edges, markup)
    yield _FOOT


def _declared(owner: str, attributes: Iterable[Attribute]) -> Iterator[str]:
    yield f'<attributes class="{owner}" mode="static">\n'
    for attribute in attributes:
        if attribute.name != LABEL:  # part of the node itself
            kind = _TYPES.get(attribute.kind, "string")
            yield f'<attribute id="{attribute.name}" title="{attribute.name}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _node(node: Node, attributes: Attributes, markup: Markup) -> str:
    values = _values(attributes.values(node.label, node.props), markup)
    return (
        f'<node id="{markup.text(node.key)}" label="{markup.text(display(node))}"><attvalues>'
        f"{_value(NODE_LABEL, node.label)}{''.join(values)}</attvalues></node>\n"
    )


def _edge(edge: Edge, number: int, attributes: Attributes, markup: Markup) -> str:
    values = _values(attributes.values(edge.type, edge.props), markup)
    return (
        f'<edge id="e{number}" source="{markup.text(edge.src)}" target="{markup.text(edge.dst)}" '
        f'label="{edge.type}" kind="{edge.type}"><attvalues>'
        f"{_value('edge_type', edge.type)}{''.join(values)}</attvalues></edge>\n"
    )


def _values(values: Iterable[tuple[Attribute, Value]], markup: Markup) -> Iterator[str]:
    for attribute, value in values:
        yield _value(attribute.name, markup.text(as_text(value, attribute.kind)))


def _value(name: str, text: str) -> str:
    return f'<attvalue for="{name}" value="{text}"/>'
