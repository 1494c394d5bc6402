"""The sample documents as one graph, and texts that break careless writers."""

from __future__ import annotations

from kg.model import Contribution, Edge, Graph, Node, Value
from tests.analysis.contents import contributions
from tests.analysis.sample import SCIENCE, agency_key, city, plain_list

HOSTILE = (
    '=HYPERLINK("http://example.invalid")',
    '多行\n单位\r\n\t"引号", 逗号; 反斜杠\\',
    "</data></node><script>alert(1)</script>]]>&amp;",
    "行\u2028段\u2029零宽\u200b反向\u202e",
    "𠮷野家·ㄧ―\ue000",
    "",
    " 前后空格 ",
    "\\N",
)
DOCUMENT = "澄知发〔2022〕3号"


def sample() -> Graph:
    """Return every sample document, with a linkage of two of them."""
    found = [city(), plain_list(), *list(contributions())[1:]]
    nodes = {n.key: n for c in found for n in (*c.nodes, *c.shared_nodes)}
    edges = {e.id: e for c in found for e in (*c.edges, *c.shared_edges)}
    linking = {e.id: e for e in _linking()}
    return _graph(nodes, edges | linking)


def hostile() -> Graph:
    """Return the sample with texts in all places that hold any, and keys made of them."""
    graph = sample()
    nodes = {n.key: n for n in graph.nodes}
    edges = {e.id: e for e in graph.edges}
    measure = f"{DOCUMENT}/一/1#1"
    for number, text in enumerate(HOSTILE):
        key = f"{DOCUMENT}!{text}{number}"
        props = {"document_key": DOCUMENT, "code": text, "severity": "info", "message": text}
        nodes[key] = Node(key, "Issue", {**props, "was": text})
        for edge in (
            Edge(measure, "HAS_ISSUE", key, {"document_key": DOCUMENT}),
            Edge(
                measure,
                "MENTIONS",
                f"agency:{'澄湖市市场监督管理局（知识产权局）'}",
                {"document_key": DOCUMENT, "text": text, "start": number, "end": number + 1},
            ),
        ):
            edges[edge.id] = edge
    return _graph(nodes, edges)


def unled() -> Contribution:
    """Return a document whose one measure falls due and names only responsible agencies."""
    key = "澄湖市品牌计划2025"
    own = {"document_key": key}
    about: dict[str, Value] = {
        "title": key,
        "genre": "task_list",
        "sha256": "0" * 64,
        "encoding": "utf-8",
    }
    measure: dict[str, Value] = {"seq": 1, "text": "培育品牌。", "place": "L2"}
    role: dict[str, Value] = {
        "basis": "inferred",
        "role_text": "责任单位",
        "order": 1,
        "as_printed": "市科技局",
    }
    agency = Node(agency_key(SCIENCE), "Agency", {"name": SCIENCE, "is_collective": False})
    due = {"due_on": "2025-06-30", "precision": "month"}
    return Contribution(
        key,
        (Node(key, "Document", {**own, **about}), Node(f"{key}#1", "Measure", {**own, **measure})),
        (
            Edge(key, "HAS_MEASURE", f"{key}#1", {**own, "seq": 1}),
            Edge(f"{key}#1", "DUE", "deadline:2025-06", {**own, "text": "2025年6月"}),
            Edge(agency.key, "LEADS", f"{key}#1", {**own, **role, "scope": "own", "place": "L2"}),
        ),
        (agency, Node("deadline:2025-06", "Deadline", due)),
        lines=(key, "培育品牌。"),
    )


def _linking() -> list[Edge]:
    upper, lower = "澄湖市商标专利任务清单2025", DOCUMENT
    own = {"document_key": lower, "upper_document_key": upper}
    return [
        Edge(lower, "COMPARED_WITH", upper, {**own, "basis": "chain", "stamp": "0"}),
        Edge(
            f"{lower}/一/1#1",
            "ALIGNS_WITH",
            f"{upper}#1",
            {
                **own,
                "score": 0.8125,
                "grade": "covered",
                "status": "suggested",
                "method": "concepts",
                "reasons": '[{"concept": "专利", "weight": 1.5}]',
            },
        ),
    ]


def _graph(nodes: dict[str, Node], edges: dict[tuple[str, str, str, int], Edge]) -> Graph:
    return Graph(
        tuple(sorted(nodes.values(), key=lambda n: n.key)),
        tuple(sorted(edges.values(), key=lambda e: e.id)),
    )
