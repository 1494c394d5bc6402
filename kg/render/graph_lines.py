"""A graph as JSON Lines: one file of nodes, one of edges, the same bytes for the same graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import Graph, Props, Value
from kg.render.files import make_folder, write_files


@dataclass(frozen=True, slots=True)
class GraphFiles:
    """The files that were written."""

    nodes: Path
    edges: Path


def write_graph(graph: Graph, folder: Path) -> GraphFiles:
    """Write ``nodes.jsonl`` and ``edges.jsonl`` into a folder, which is made when it is missing.

    Nodes are sorted by key; edges by source, type, target and start. Properties stand in the
    order of their names.

    Raises
    ------
    UsageError
        When the folder is a file.
    OutputError
        When the files cannot be written; older ones are left as they were.
    """
    make_folder(folder)
    files = GraphFiles(folder / "nodes.jsonl", folder / "edges.jsonl")
    write_files({files.nodes: node_lines(graph), files.edges: edge_lines(graph)})
    return files


def node_lines(graph: Graph) -> Iterator[bytes]:
    """Yield a line for each node: key, label, props."""
    for node in sorted(graph.nodes, key=lambda n: n.key):
        yield _line({"key": node.key, "label": node.label, "props": _props(node.props)})


def edge_lines(graph: Graph) -> Iterator[bytes]:
    """Yield a line for each edge: src, type, dst, props."""
    for edge in sorted(graph.edges, key=lambda e: e.id):
        ends = {"src": edge.src, "type": edge.type, "dst": edge.dst}
        yield _line({**ends, "props": _props(edge.props)})


def _line(record: dict[str, object]) -> bytes:
    return (json.dumps(record, ensure_ascii=False) + "\n").encode()


def _props(props: Props) -> dict[str, Value]:
    return {name: props[name] for name in sorted(props)}
