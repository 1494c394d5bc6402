"""Two small documents of an invented place, with every case a report tells apart."""

from __future__ import annotations

from kg.model import Contribution, Edge, Node, Value

CITY = "澄知发〔2022〕3号"
LIST = "澄湖市商标专利任务清单2025"

MARKET = "澄湖市市场监督管理局（知识产权局）"
COURT = "澄湖市中级人民法院"
SCIENCE = "澄湖市科学技术局"
ZONE = "澄湖市高新区管委会"
COUNTIES = "澄湖市各县（市）区人民政府"
OFFICE = "澄湖市知识产权局保护处"

CITY_LINES = (
    "澄湖市知识产权任务分解表",
    "一、提升创造质量",
    "1.加强专利转化",
    "开展专利质押融资，推动成果转化。",
    "支持企业申请ＰＣＴ专利，2025年底前不少于20件。",
    "组织商标品牌培训。",
    "备注：专利指发明专利",
)
LIST_LINES = ("澄湖市商标专利任务清单", "推进专利快速审查。", "加强商标保护。")

_AGENCIES = {
    MARKET: ("department", False),
    COURT: ("court", False),
    SCIENCE: ("department", False),
    ZONE: ("committee", False),
    COUNTIES: ("government", True),
    OFFICE: ("division", False),
}


def agency_key(name: str) -> str:
    """Return an agency's key."""
    return f"agency:{name}"


def city() -> Contribution:
    """Return a document with named leads: three measures, the second led by two bodies, a
    body on every measure, and a collective on two."""
    task = f"{CITY}/一/1"
    measures = [f"{task}#{n}" for n in (1, 2, 3)]
    nodes = [
        _node(CITY, "Document", CITY, **_document(CITY_LINES[0], doc_no=CITY)),
        _node(f"{CITY}/一", "Section", CITY, number="一", title="提升创造质量", seq=1, place="L2"),
        _node(task, "Task", CITY, number="1", title="加强专利转化", seq=1, place="L3"),
        *(
            _node(key, "Measure", CITY, seq=n, text=CITY_LINES[n + 2], place=f"L{n + 3}")
            for n, key in enumerate(measures, start=1)
        ),
        _node(
            f"{measures[2]}!repeated-row",
            "Issue",
            CITY,
            code="repeated-row",
            severity="warning",
            message="行重复",
            place="L6",
            was="组织商标品牌培训。",
            became="只留一行",
        ),
    ]
    own: dict[str, Value] = {"document_key": CITY}
    edges = [
        Edge(CITY, "HAS_SECTION", f"{CITY}/一", {**own, "seq": 1}),
        Edge(f"{CITY}/一", "HAS_TASK", task, {**own, "seq": 1}),
        *(
            Edge(task, "HAS_MEASURE", key, {**own, "seq": n})
            for n, key in enumerate(measures, start=1)
        ),
        Edge(measures[2], "HAS_ISSUE", f"{measures[2]}!repeated-row", own),
        Edge(
            measures[1],
            "DUE",
            "deadline:2025",
            {**own, "text": "2025年底前", "start": 12, "end": 19, "scope": "clause"},
        ),
        _role(CITY, "LEADS", MARKET, measures[0], 1, "市市场监督管理局（知识产权局）"),
        _role(CITY, "LEADS", MARKET, measures[1], 1, "市市场监管局（知识产权局）"),
        _role(CITY, "LEADS", SCIENCE, measures[1], 2, "市科技局"),
        _role(CITY, "LEADS", COURT, measures[2], 1, "市中级法院"),
        _role(CITY, "ASSISTS", SCIENCE, measures[0], 1, "市科技局"),
        _role(CITY, "ASSISTS", COUNTIES, measures[0], 2, "各县（市）区政府"),
        _role(CITY, "ASSISTS", COUNTIES, measures[1], 2, "各县（市）区人民政府"),
        *(
            _role(CITY, "ASSISTS", ZONE, key, 9, "高新区管委会", scope="blanket")
            for key in measures
        ),
    ]
    shared = (_agency(n) for n in (MARKET, COURT, SCIENCE, ZONE, COUNTIES))
    due = Node("deadline:2025", "Deadline", {"due_on": "2025-12-31", "precision": "year"})
    return Contribution(CITY, tuple(nodes), tuple(edges), (*shared, due), lines=CITY_LINES)


def plain_list() -> Contribution:
    """Return a document without leads: two measures, the second with no agency."""
    measures = [f"{LIST}#{n}" for n in (1, 2)]
    nodes = [
        _node(LIST, "Document", LIST, **_document(LIST_LINES[0])),
        *(
            _node(key, "Measure", LIST, seq=n, text=LIST_LINES[n], place=f"L{n + 1}")
            for n, key in enumerate(measures, start=1)
        ),
    ]
    own: dict[str, Value] = {"document_key": LIST}
    edges = [
        *(
            Edge(LIST, "HAS_MEASURE", key, {**own, "seq": n})
            for n, key in enumerate(measures, start=1)
        ),
        _role(LIST, "LEADS", OFFICE, measures[0], 1, "保护处", basis="inferred"),
        _role(LIST, "ASSISTS", MARKET, measures[0], 1, "市市场监管局", basis="inferred"),
    ]
    return Contribution(
        LIST, tuple(nodes), tuple(edges), (_agency(OFFICE), _agency(MARKET)), lines=LIST_LINES
    )


def _node(key: str, label: str, document_key: str, **props: Value) -> Node:
    return Node(key, label, {"document_key": document_key, **props})


def _document(title: str, **props: Value) -> dict[str, Value]:
    known: dict[str, Value] = {
        "title": title,
        "genre": "breakdown_table",
        "sha256": "0" * 64,
        "encoding": "utf-8",
        "source_name": "sample.txt",
    }
    return known | props


def _agency(name: str) -> Node:
    kind, is_collective = _AGENCIES[name]
    props: dict[str, Value] = {"name": name, "kind": kind, "is_collective": is_collective}
    return Node(agency_key(name), "Agency", props)


def _role(  # noqa: PLR0917 - one argument for each property that tells roles apart
    document_key: str,
    type_: str,
    name: str,
    measure: str,
    order: int,
    printed: str,
    *,
    basis: str = "explicit",
    scope: str = "own",
) -> Edge:
    props: dict[str, Value] = {
        "document_key": document_key,
        "basis": basis,
        "role_text": "牵头单位" if type_ == "LEADS" else "责任单位",
        "order": order,
        "as_printed": printed,
        "scope": scope,
        "place": f"L{int(measure[-1]) + (3 if document_key == CITY else 1)}",
    }
    return Edge(agency_key(name), type_, measure, props)
