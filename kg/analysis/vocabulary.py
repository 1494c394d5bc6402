"""The graph schema as a report: labels, edge types, endpoints, properties, and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.schema import EDGE_TYPES, NODE_TYPES, EdgeType, Kind, NodeType, Property
from kg.store.base import StoreInfo
from kg.wording import Text, same

NAME = "schema"
TITLE = Text("图谱结构", "Graph schema")

_KINDS = {
    Kind.TEXT: Text("文字", "text"),
    Kind.INTEGER: Text("整数", "whole number"),
    Kind.NUMBER: Text("数", "number"),
    Kind.BOOLEAN: Text("是否", "boolean"),
    Kind.DATE: Text("日期（ISO 文字）", "date (ISO text)"),
    Kind.JSON: Text("JSON 文字", "JSON text"),
    Kind.TEXTS: Text("文字列表", "list of texts"),
}
_KEY = Property("key", Kind.TEXT, Text("键，全库唯一", "key, unique over the store"), required=True)


def _column(name: str, zh: str, en: str, kind: ColumnKind = ColumnKind.TEXT) -> Column:
    return Column(name, Text(zh, en), kind, Text(zh, en))


_COUNT = _column("count", "数量", "count", ColumnKind.COUNT)
_LABELS = (
    _column("label", "标签", "label"),
    _column("meaning", "含义", "meaning"),
    _COUNT,
    _column("properties", "属性", "properties"),
)
_TYPES = (
    _column("type", "关系", "edge type"),
    _column("meaning", "含义", "meaning"),
    _column("endpoints", "两端", "endpoints"),
    _COUNT,
    _column("properties", "属性", "properties"),
)
_PROPERTIES = (
    _column("property", "属性", "property"),
    _column("kind", "类型", "kind"),
    _column("required", "必有", "required"),
    _column("meaning", "含义", "meaning"),
)
_YES, _NO = Text("是", "yes"), Text("否", "no")


def vocabulary(info: StoreInfo | None, name: str | None = None) -> Report:
    """Return the schema, or one label or edge type of it with its properties.

    Parameters
    ----------
    info
        What the store holds; None where there is no store, and counts are unknown.
    name
        A label or an edge type of :mod:`kg.schema`; None for all.
    """
    nodes = [t for t in NODE_TYPES if name in {None, t.label}]
    edges = [t for t in EDGE_TYPES if name in {None, t.type}]
    parts = list(_overview(nodes, edges, info))
    if name is not None:
        parts += [_details(t.label, t.meaning, (_KEY, *t.properties)) for t in nodes]
        parts += [_details(t.type, t.meaning, t.properties) for t in edges]
    return Report(NAME, TITLE, tuple(parts))


def _overview(
    nodes: Sequence[NodeType], edges: Sequence[EdgeType], info: StoreInfo | None
) -> Iterator[Part]:
    if nodes:
        rows = tuple(_node_row(t, info.nodes if info else None) for t in nodes)
        yield Part("labels", Text("节点标签", "Labels"), _LABELS, rows)
    if edges:
        rows = tuple(_edge_row(t, info.edges if info else None) for t in edges)
        yield Part("edge_types", Text("关系类型", "Edge types"), _TYPES, rows)


def _node_row(t: NodeType, counts: Mapping[str, int] | None) -> dict[str, CellValue]:
    return {
        "label": t.label,
        "meaning": t.meaning,
        "count": counts.get(t.label, 0) if counts is not None else None,
        "properties": ("key", *(p.name for p in t.properties)),
    }


def _edge_row(t: EdgeType, counts: Mapping[str, int] | None) -> dict[str, CellValue]:
    return {
        "type": t.type,
        "meaning": t.meaning,
        "endpoints": tuple(f"{source} → {target}" for source, target in t.endpoints),
        "count": counts.get(t.type, 0) if counts is not None else None,
        "properties": tuple(p.name for p in t.properties),
    }


def _details(name: str, meaning: Text, properties: Sequence[Property]) -> Part:
    rows = tuple(
        {
            "property": same(p.name),
            "kind": _KINDS[p.kind],
            "required": _YES if p.required else _NO,
            "meaning": p.meaning,
        }
        for p in properties
    )
    title = Text(f"{name}（{meaning.zh}）的属性", f"Properties of {name} ({meaning.en})")
    return Part(name, title, _PROPERTIES, rows)
