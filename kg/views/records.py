"""What the panel says of each node: printed words, place, and what it is linked to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.caption import caption, message_of, natural
from kg.analysis.dossier import Dossier, Entry
from kg.analysis.gaps.words import GRADES, STATUSES
from kg.analysis.ledger import basis_of
from kg.model import Basis, Edge, Graph, Node, Place
from kg.schema import EDGES, NODES
from kg.views.choice import Choice
from kg.views.completion import told
from kg.views.lettering import shortened
from kg.views.scene import Group, Item, Record, Words
from kg.views.timing import TIMINGS, recorded, timing
from kg.wording import Text

_PARTS = ("HAS_SECTION", "HAS_TASK", "HAS_MEASURE")
_SHARED = ("PART_OF", "MEMBER_OF", "COUNTERPART_OF")
_CONTENTS = ("DUE", "HAS_TARGET", "CONCERNS", "CITES", "MENTIONS")
_ROLES = {
    ("LEADS", Basis.EXPLICIT): Text("牵头", "leads"),
    ("ASSISTS", Basis.EXPLICIT): Text("配合", "supports"),
    ("LEADS", Basis.INFERRED): Text("牵头（推断）", "leads (inferred)"),
    ("ASSISTS", Basis.INFERRED): Text("配合（推断）", "supports (inferred)"),
}
_ROLES_OF = {
    ("LEADS", Basis.EXPLICIT): Text("牵头单位", "lead agencies"),
    ("ASSISTS", Basis.EXPLICIT): Text("配合单位", "supporting agencies"),
    ("LEADS", Basis.INFERRED): Text("首列单位（推断牵头）", "first listed (inferred lead)"),
    ("ASSISTS", Basis.INFERRED): Text(
        "其余所列单位（推断配合）", "others listed (inferred support)"
    ),
}
_RECORDED = frozenset({"Document", "Section", "Task", "Measure", "Agency"})
_LINKED = 40
"""Letters of a thing that another record lists."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The nodes of a graph with the edges at each, and the measures with what hangs on them."""

    nodes: Mapping[str, Node]
    out: Mapping[str, Sequence[Edge]]
    into: Mapping[str, Sequence[Edge]]
    entries: Mapping[str, Entry]
    choice: Choice


def archive(graph: Graph, found: Iterable[Dossier], choice: Choice) -> Archive:
    """Return what records are made from."""
    out: dict[str, list[Edge]] = defaultdict(list)
    into: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        out[edge.src].append(edge)
        into[edge.dst].append(edge)
    entries = {entry.key: entry for dossier in found for entry in dossier.entries}
    return Archive({n.key: n for n in graph.nodes}, out, into, entries, choice)


def records(source: Archive, wanted: Iterable[str]) -> tuple[Record, ...]:
    """Return a record for each of some nodes and for what these are linked to, sorted by key.

    Documents, sections, tasks, measures and agencies have records, other nodes none.
    """
    made = {key: found for key in set(wanted) if (found := _record(source, key)) is not None}
    for key in linked(made.values()) - made.keys():
        found = _record(source, key)
        if found is not None:
            made[key] = found
    return tuple(made[key] for key in sorted(made))


def linked(found: Iterable[Record]) -> set[str]:
    """Return the keys of what some records are linked to."""
    return {i.record for record in found for group in record.groups for i in group.items}


def _record(source: Archive, key: str) -> Record | None:
    node = source.nodes.get(key)
    if node is None or node.label not in _RECORDED:
        return None
    if node.label == "Measure":
        return _measure(source, node)
    return _agency(source, node) if node.label == "Agency" else _part(source, node)


def _measure(source: Archive, node: Node) -> Record:
    entry = source.entries.get(node.key)
    facts = [*_origin(source, node)]
    if entry is not None:
        words = [str(e.props.get("text", "")) for e, _ in entry.of("DUE")]
        facts.append((Text("时限", "deadline"), "、".join(dict.fromkeys(filter(None, words)))))
        facts.append((Text("状态", "state"), TIMINGS[timing(entry, source.choice)]))
        record = recorded(entry, source.choice)
        if record is not None:
            facts.append((Text("完成情况", "completion"), told(record)))
    facts.append((Text("备注", "remark"), str(node.props.get("remark", ""))))
    return Record(
        key=node.key,
        label=NODES[node.label].meaning,
        caption=_caption(node),
        quote=str(node.props["text"]),
        facts=tuple((name, words) for name, words in facts if words),
        groups=tuple(_filled(_measure_groups(source, node, entry))),
        warnings=_warnings(source, node),
    )


def _measure_groups(source: Archive, node: Node, entry: Entry | None) -> Iterator[Group]:
    bodies = entry.roles if entry is not None else ()
    for (role, basis), relation in _ROLES_OF.items():
        found = [(e, n) for e, n in bodies if e.type == role and basis_of(e) is basis]
        yield Group(relation, tuple(_body(e, n) for e, n in found))
    yield from _alignments(source, node)
    yield _above(source, node)
    for edge_type in _CONTENTS:
        links = entry.of(edge_type) if entry is not None else ()
        yield Group(EDGES[edge_type].meaning, tuple(_content(e, n) for e, n in links))


def _agency(source: Archive, node: Node) -> Record:
    groups = []
    for (role, basis), relation in _ROLES.items():
        edges = [e for e in source.out.get(node.key, ()) if e.type == role and basis_of(e) is basis]
        edges.sort(key=lambda e: natural(e.dst))
        items = tuple(_item(source, e.dst, _printed(e, node)) for e in edges)
        groups.append(Group(relation, items))
    for edge_type in _SHARED:
        meaning = EDGES[edge_type].meaning
        links = [*source.out.get(node.key, ()), *source.into.get(node.key, ())]
        ends = [e.dst if e.src == node.key else e.src for e in links if e.type == edge_type]
        groups.append(Group(meaning, tuple(_item(source, key) for key in ends)))
    region = str(node.props.get("region", ""))
    facts: list[tuple[Text, Words]] = [(Text("地区", "region"), region)]
    if node.props.get("is_collective"):
        facts.append((Text("统称", "collective"), Text("代表若干单位", "stands for several")))
    return Record(
        key=node.key,
        label=NODES[node.label].meaning,
        caption=str(node.props["name"]),
        facts=tuple((name, words) for name, words in facts if words),
        groups=tuple(_filled(groups)),
    )


def _part(source: Archive, node: Node) -> Record:
    """A document, a section or a task."""
    facts = list(_origin(source, node))
    if node.label == "Document":
        for prop in NODES["Document"].properties:
            if prop.name in {"doc_no", "issuer", "issued_on", "annex", "list_title"}:
                facts.append((prop.meaning, str(node.props.get(prop.name, ""))))
    below = [e for e in source.out.get(node.key, ()) if e.type in _PARTS]
    below.sort(key=lambda e: (_seq(e), natural(e.dst)))
    groups = [Group(Text("下设", "holds"), tuple(_item(source, e.dst) for e in below))]
    groups.append(_above(source, node))
    if node.label == "Task":
        groups += _alignments(source, node)
    derived = [e for e in source.out.get(node.key, ()) if e.type == "DERIVES_FROM"]
    items = tuple(_item(source, e.dst, str(e.props.get("text", ""))) for e in derived)
    groups.append(Group(EDGES["DERIVES_FROM"].meaning, items))
    title = str(node.props["title"])
    return Record(
        key=node.key,
        label=NODES[node.label].meaning,
        caption=caption(node),
        quote="" if node.label == "Document" else title,
        facts=tuple((name, words) for name, words in facts if words),
        groups=tuple(_filled(groups)),
        warnings=_warnings(source, node),
    )


def _alignments(source: Archive, node: Node) -> Iterator[Group]:
    """What corresponds to a measure or task, above it and below it, the surest first."""
    for edges, far, relation in (
        (source.out, "dst", Text("对应上级", "corresponds to, above")),
        (source.into, "src", Text("下级对应", "corresponds to, below")),
    ):
        found = [e for e in edges.get(node.key, ()) if e.type == "ALIGNS_WITH"]
        found.sort(key=lambda e: (-_score(e), getattr(e, far)))
        items = (_item(source, getattr(e, far), _grade(e)) for e in found)
        yield Group(relation, tuple(items))


def _grade(edge: Edge) -> Text:
    grade = GRADES[str(edge.props["grade"])]
    score = edge.props.get("score")
    number = f" {float(score):.2f}" if isinstance(score, int | float) else ""
    status = STATUSES[str(edge.props["status"])]
    return Text(f"{grade.zh}{number}，{status.zh}", f"{grade.en}{number}, {status.en}")


def _score(edge: Edge) -> float:
    score = edge.props.get("score")
    return float(score) if isinstance(score, int | float) else 1.0


def _above(source: Archive, node: Node) -> Group:
    """The parts that hold this one, the nearest first."""
    items: list[Item] = []
    key = node.key
    while True:
        edge = next((e for e in source.into.get(key, ()) if e.type in _PARTS), None)
        if edge is None:
            return Group(Text("属于", "part of"), tuple(items))
        key = edge.src
        items.append(_item(source, key))


def _origin(source: Archive, node: Node) -> Iterator[tuple[Text, Words]]:
    document = source.nodes.get(str(node.props.get("document_key", "")))
    if document is not None:
        title = str(document.props["title"])
        doc_no = str(document.props.get("doc_no", ""))
        yield Text("文件", "document"), f"{title}（{doc_no}）" if doc_no else title
    number = str(node.props.get("number", ""))
    yield Text("编号", "number"), number or (_reference(node) if node.label == "Measure" else "")
    place = node.props.get("place")
    if isinstance(place, str):
        yield Text("原文位置", "place"), Place.parse(place).text


def _reference(node: Node) -> str:
    return node.key.removeprefix(str(node.props.get("document_key", ""))).lstrip("/")


def _warnings(source: Archive, node: Node) -> tuple[Text, ...]:
    found = []
    for edge in source.out.get(node.key, ()):
        issue = source.nodes.get(edge.dst)
        if edge.type == "HAS_ISSUE" and issue is not None and issue.props["severity"] != "info":
            message = message_of(issue)
            was, became = str(issue.props["was"]), str(issue.props.get("became", ""))
            words = f"{was} → {became}" if became else was
            zh = f"{message.zh}：{words}" if words else message.zh
            found.append(Text(zh, f"{message.en}: {words}" if words else message.en))
    return tuple(found)


def _body(edge: Edge, node: Node) -> Item:
    return Item(str(node.props["name"]), node.key, _printed(edge, node))


def _printed(edge: Edge, node: Node) -> Words:
    """How the name stands in the paper, where it stands otherwise there."""
    printed = str(edge.props.get("as_printed", ""))
    if not printed or printed == node.props.get("name"):
        return ""
    return f"“{printed}”"


def _content(edge: Edge, node: Node) -> Item:
    return Item(str(edge.props.get("text", "")) or caption(node))


def _item(source: Archive, key: str, note: Words = "") -> Item:
    node = source.nodes.get(key)
    if node is None:
        return Item(key, "", note)
    return Item(_caption(node), key if node.label in _RECORDED else "", note)


def _caption(node: Node) -> str:
    if node.label == "Measure":
        return shortened(f"{_reference(node)} {node.props['text']}", _LINKED)
    return caption(node)


def _filled(groups: Iterable[Group]) -> Iterator[Group]:
    return (group for group in groups if group.items)


def _seq(edge: Edge) -> int:
    value = edge.props.get("seq")
    return value if isinstance(value, int) else 0
