"""A graph as a text that a person can check against the paper, line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model import Edge, Graph, Node

PROVENANCE = ("source_name", "sha256", "encoding")


def transcript(graph: Graph) -> str:
    """Return documents, parts, roles, deadlines and issues, each with its place."""
    return "\n".join(_Transcript(graph).lines()) + "\n"


class _Transcript:
    def __init__(self, graph: Graph) -> None:
        self._nodes = {node.key: node for node in graph.nodes}
        self._out: dict[str, list[Edge]] = defaultdict(list)
        self._in: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            self._out[edge.src].append(edge)
            self._in[edge.dst].append(edge)

    def lines(self) -> Iterator[str]:
        for node in self._nodes.values():
            if node.label == "Document":
                yield from self._part(node, "")
        yield "单位"
        for node in self._nodes.values():
            if node.label == "Agency":
                yield f"  {node.key} {_props(node)}"
                yield from (
                    f"    PART_OF {e.dst}" for e in self._out[node.key] if e.type == "PART_OF"
                )

    def _part(self, node: Node, indent: str) -> Iterator[str]:
        yield f"{indent}{node.label} {node.key} {_props(node)}"
        inner = indent + "  "
        edges = sorted(
            self._out[node.key], key=lambda e: (str(e.type), e.props.get("seq", 0), e.dst)
        )
        for edge in edges:
            if edge.type == "HAS_ISSUE":
                yield f"{inner}! {_props(self._nodes[edge.dst])}"
        for edge in edges:
            if edge.type not in {"HAS_ISSUE", "HAS_SECTION", "HAS_TASK", "HAS_MEASURE"}:
                yield f"{inner}{edge.type} {edge.dst} {_props(self._nodes[edge.dst])} {_own(edge)}"
        for edge in sorted(self._in[node.key], key=_role_order):
            if edge.type in {"LEADS", "ASSISTS"}:
                yield f"{inner}{edge.type} {edge.src} {_own(edge)}"
        for edge in edges:
            if edge.type.startswith("HAS_") and edge.type != "HAS_ISSUE":
                yield from self._part(self._nodes[edge.dst], inner)


def _role_order(edge: Edge) -> tuple[bool, object]:
    return edge.type == "ASSISTS", edge.props.get("order", 0)


def _props(node: Node) -> str:
    left_out = {*PROVENANCE, "document_key", "message", "message_en"}
    return " ".join(f"{k}={v}" for k, v in sorted(node.props.items()) if k not in left_out)


def _own(edge: Edge) -> str:
    return " ".join(f"{k}={v}" for k, v in sorted(edge.props.items()) if k != "document_key")
