"""The graph as CSV files for spreadsheets: one for each label and each edge type."""

from __future__ import annotations

import codecs
import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.export.attributes import as_text
from kg.export.display import display
from kg.model import Edge, Graph, Node, Props, Value
from kg.render.files import make_folder, write_files
from kg.render.formula import guarded
from kg.schema import EDGE_TYPES, NODE_TYPES, EdgeType, Kind, NodeType, Property

COLUMNS = "columns.csv"
_COLUMN_HEADS = ("file", "column", "type", "required", "含义", "meaning")
_NODE_OWN = (
    ("key", "键", "key"),
    ("label", "节点的简称", "what a reader knows the node by"),
)
_EDGE_OWN = (
    ("src", "起点的键", "key of the source"),
    ("src_label", "起点的简称", "what a reader knows the source by"),
    ("dst", "终点的键", "key of the target"),
    ("dst_label", "终点的简称", "what a reader knows the target by"),
)
Line = Sequence[str | int | float]


def write_tables(graph: Graph, folder: Path) -> None:
    """Write ``nodes-LABEL.csv``, ``edges-TYPE.csv`` and ``columns.csv``, which defines every
    column, into a folder, which is made when it is missing.

    UTF-8 with a byte order mark, lines ended by CR LF. There is a file for each label and type,
    also where it has no rows, so that a second export replaces the first whole. A text that a
    spreadsheet would run gets an apostrophe in front; true and false are TRUE and FALSE.

    Raises
    ------
    UsageError
        When the folder is a file.
    kg.render.files.OutputError
        When the files cannot be written; older ones are left as they were.
    """
    make_folder(folder)
    labels = {node.key: display(node) for node in graph.nodes}
    nodes: dict[str, list[Node]] = defaultdict(list)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for node in sorted(graph.nodes, key=lambda n: n.key):
        nodes[node.label].append(node)
    for edge in sorted(graph.edges, key=lambda e: e.id):
        edges[edge.type].append(edge)
    contents = {folder / COLUMNS: _encoded(_definitions())}
    for node_type in NODE_TYPES:
        path = folder / _node_file(node_type)
        contents[path] = _encoded(_node_lines(node_type, nodes[node_type.label], labels))
    for edge_type in EDGE_TYPES:
        path = folder / _edge_file(edge_type)
        contents[path] = _encoded(_edge_lines(edge_type, edges[edge_type.type], labels))
    write_files(contents)


def _node_file(node_type: NodeType) -> str:
    return f"nodes-{node_type.label}.csv"


def _edge_file(edge_type: EdgeType) -> str:
    return f"edges-{edge_type.type}.csv"


def _node_lines(
    node_type: NodeType, nodes: Iterable[Node], labels: Mapping[str, str]
) -> Iterator[Line]:
    yield [*(name for name, _, _ in _NODE_OWN), *(p.name for p in node_type.properties)]
    for node in nodes:
        own = (node.key, labels[node.key])
        yield [*map(guarded, own), *_cells(node.props, node_type.properties)]


def _edge_lines(
    edge_type: EdgeType, edges: Iterable[Edge], labels: Mapping[str, str]
) -> Iterator[Line]:
    yield [*(name for name, _, _ in _EDGE_OWN), *(p.name for p in edge_type.properties)]
    for edge in edges:
        own = (edge.src, labels[edge.src], edge.dst, labels[edge.dst])
        yield [*map(guarded, own), *_cells(edge.props, edge_type.properties)]


def _cells(props: Props, properties: Iterable[Property]) -> Iterator[str | int | float]:
    for prop in properties:
        yield _cell(props[prop.name], prop.kind) if prop.name in props else ""


def _cell(value: Value, kind: Kind) -> str | int | float:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return value
    return guarded(as_text(value, kind))


def _definitions() -> Iterator[Line]:
    yield _COLUMN_HEADS
    for node_type in NODE_TYPES:
        yield from _defined(_node_file(node_type), _NODE_OWN, node_type.properties)
    for edge_type in EDGE_TYPES:
        yield from _defined(_edge_file(edge_type), _EDGE_OWN, edge_type.properties)


def _defined(
    file: str, own: Iterable[tuple[str, str, str]], properties: Iterable[Property]
) -> Iterator[Line]:
    for name, zh, en in own:
        yield file, name, Kind.TEXT.value, "TRUE", zh, en
    for p in properties:
        required = "TRUE" if p.required else "FALSE"
        yield file, p.name, p.kind.value, required, p.meaning.zh, p.meaning.en


def _encoded(lines: Iterable[Line]) -> Iterator[bytes]:
    yield codecs.BOM_UTF8
    for line in lines:
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow(line)
        yield out.getvalue().encode()
