"""One node with everything the store knows about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.caption import caption, message_of
from kg.analysis.codes import coded, coded_boolean
from kg.analysis.gaps.words import GRADES, STATUSES, joined
from kg.analysis.printed import PARTS, Rank, Standing, rank, standings
from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.model import Edge, Node, Place, Props, Value
from kg.schema import EDGES, NODES
from kg.store.base import LineHit, Store
from kg.wording import Text, same


def _text(name: str, zh: str, en: str) -> Column:
    return Column(name, Text(zh, en), ColumnKind.TEXT, Text(zh, en))


_PROPERTY_COLUMNS = (
    _text("property", "属性", "property"),
    _text("meaning", "含义", "meaning"),
    _text("value", "值", "value"),
)
_RELATION_COLUMNS = (
    _text("key", "键", "key"),
    _text("basis", "依据", "basis"),
    _text("as_printed", "原文写法", "as printed"),
    _text("name", "名称", "name"),
    _text("judgement", "程度与判断", "grade and judgement"),
)
_JUDGED = ("grade", "score", "status", "judged_by", "judged_on", "comment")
"""Properties of edges that the program scored or people judged."""

_ISSUE_COLUMNS = (
    _text("severity", "程度", "severity"),
    _text("code", "代码", "code"),
    _text("place", "位置", "place"),
    _text("message", "说明", "message"),
    _text("was", "原样", "was"),
    _text("became", "处理结果", "became"),
)
_LINE_COLUMNS = (
    _text("document", "文件", "document"),
    _text("place", "位置", "place"),
    Column("line", Text("行", "line"), ColumnKind.COUNT, Text("行号", "line number, from 1")),
    _text("text", "原文", "printed"),
)


def portrait(store: Store, node: Node) -> Report:
    """Return a node's properties, its relations (one part for each), its issues and the printed
    lines it was read from.

    The parts are ``properties``; for each relation its type with ``>`` (from the node) or ``<``
    (to it); ``issues``; ``lines``. Parts without rows are left out. The lines of an agency or
    another shared node are those its edges were read from; those of a document are its head, up
    to its first section, task or measure.
    """
    edges = store.edges_of(node.key)
    others = {key: store.node(key) for edge in edges for key in (edge.src, edge.dst)}
    known = {key: other for key, other in others.items() if other is not None}
    parts = (
        _properties(node),
        *_relations(node, edges, known, _printed(store, known)),
        _issues(node, edges, known),
        _lines(store, node, edges, known),
    )
    meaning = NODES[node.label].meaning
    title = Text(f"{meaning.zh} {node.key}", f"{node.label} {node.key}")
    return Report("show", title, tuple(part for part in parts if part.rows))


def _properties(node: Node) -> Part:
    meanings = {prop.name: prop.meaning for prop in NODES[node.label].properties}
    rows: list[dict[str, CellValue]] = [
        {"property": name, "meaning": meanings[name], "value": _shown(name, node.props[name])}
        for name in meanings
        if name in node.props
    ]
    return Part("properties", Text("属性", "Properties"), _PROPERTY_COLUMNS, tuple(rows))


def _shown(name: str, value: Value) -> CellValue:
    if isinstance(value, bool):
        return coded_boolean(value)
    return ", ".join(value) if isinstance(value, tuple) else coded(name, str(value))


def _printed(store: Store, known: dict[str, Node]) -> Mapping[str, Standing]:
    """Where the parts of documents among some nodes stand, by key."""
    owners = {str(n.props["document_key"]) for n in known.values() if n.label in PARTS.labels}
    return standings(store.graph(owners, PARTS)) if owners else {}


def _relations(
    node: Node, edges: Sequence[Edge], known: dict[str, Node], printed: Mapping[str, Standing]
) -> Iterator[Part]:
    groups: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.type != "HAS_ISSUE" or edge.dst == node.key:
            groups[edge.type, ">" if edge.src == node.key else "<"].append(edge)
    for edge_type in EDGES:
        for direction in (">", "<"):
            found = groups.get((edge_type, direction), [])
            if found:
                found.sort(key=lambda e, way=direction: _position(e, way, printed))  # type: ignore[misc]
                yield _relation(edge_type, direction, found, known)


def _relation(
    edge_type: str, direction: str, edges: Sequence[Edge], known: dict[str, Node]
) -> Part:
    rows: list[dict[str, CellValue]] = []
    for edge in edges:
        key = edge.dst if direction == ">" else edge.src
        other = known.get(key)
        rows.append(
            {
                "key": key,
                "name": caption(other) if other else key,
                "basis": _code(edge, "basis"),
                "as_printed": _word(edge, "as_printed") or _word(edge, "text"),
                "judgement": _judgement(edge),
            }
        )
    filled = tuple(c for c in _RELATION_COLUMNS if any(row[c.name] for row in rows))
    arrow = "→" if direction == ">" else "←"
    meaning = EDGES[edge_type].meaning
    title = Text(
        f"{arrow} {meaning.zh} {edge_type}（{len(rows)}）",
        f"{arrow} {meaning.en} {edge_type} ({len(rows)})",
    )
    names = {c.name for c in filled}
    kept = tuple({k: v for k, v in row.items() if k in names} for row in rows)
    return Part(f"{edge_type}{direction}", title, filled, kept)


def _position(edge: Edge, direction: str, printed: Mapping[str, Standing]) -> tuple[int, Rank]:
    """Printed order of the agencies of a measure and of the parts of documents, else by key."""
    if direction == ">":
        return 0, rank(edge.dst, printed)
    order = edge.props.get("order", 0)
    return order if isinstance(order, int) else 0, rank(edge.src, printed)


def _code(edge: Edge, name: str) -> CellValue:
    value = _word(edge, name)
    return None if value is None else coded(name, value)


def _word(edge: Edge, name: str) -> str | None:
    value = edge.props.get(name)
    return str(value) if value is not None else None


def _judgement(edge: Edge) -> Text | None:
    """What the program scored or people said of an edge: «承接，0.92，人工确认，甲»."""
    said = [word for name in _JUDGED if (word := _word(edge, name))]
    texts = [GRADES.get(word) or STATUSES.get(word) or same(word) for word in said]
    return joined(texts, "，", ", ") if texts else None


def _issues(node: Node, edges: Sequence[Edge], known: dict[str, Node]) -> Part:
    found = [
        known[e.dst]
        for e in edges
        if e.type == "HAS_ISSUE" and e.src == node.key and e.dst in known
    ]
    rows: list[dict[str, CellValue]] = [
        {
            **{c.name: _word_of(issue, c.name) for c in _ISSUE_COLUMNS},
            "severity": coded("severity", str(issue.props["severity"])),
            "message": message_of(issue),
        }
        for issue in found
    ]
    return Part("issues", Text("问题", "Issues"), _ISSUE_COLUMNS, tuple(rows))


def _word_of(node: Node, name: str) -> str | None:
    value = node.props.get(name)
    return str(value) if value is not None else None


def _lines(store: Store, node: Node, edges: Sequence[Edge], known: dict[str, Node]) -> Part:
    rows: list[dict[str, CellValue]] = []
    seen: set[tuple[str, int]] = set()
    for document_key, place in _places(node, edges, known):
        for hit in store.source_lines(document_key, place):
            if (hit.document_key, hit.line) not in seen:
                seen.add((hit.document_key, hit.line))
                rows.append(_line(hit, place))
    return Part("lines", Text("原文", "Printed lines"), _LINE_COLUMNS, tuple(rows))


def _line(hit: LineHit, place: Place) -> dict[str, CellValue]:
    return {
        "document": hit.document_key,
        "place": str(place),
        "line": hit.line,
        "text": hit.text,
    }


def _places(node: Node, edges: Sequence[Edge], known: dict[str, Node]) -> list[tuple[str, Place]]:
    """Where a node is printed: by its own place, by its parts (a document), or by its edges."""
    own = _place_of(node.props)
    if own is not None:
        return [own]
    if node.label == "Document":
        parts = (known[e.dst] for e in edges if e.type in PARTS.types and e.dst in known)
        first = min((p[1].line for p in map(_place_of_node, parts) if p), default=1)
        return [(node.key, Place(1, first - 1))] if first > 1 else []
    return sorted({p for edge in edges if (p := _place_of(edge.props)) is not None})


def _place_of_node(node: Node) -> tuple[str, Place] | None:
    return _place_of(node.props)


def _place_of(props: Props) -> tuple[str, Place] | None:
    place, document_key = props.get("place"), props.get("document_key")
    if isinstance(place, str) and isinstance(document_key, str):
        return document_key, Place.parse(place)
    return None
