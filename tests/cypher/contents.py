"""A small document of an invented place whose measures name industries, papers, targets and
programmes: what the questions about content are asked of.
"""

from __future__ import annotations

from kg.model import Contribution, Edge, Node, Value

KEY = "澄政办〔2024〕8号"
TEXTS = (
    "面向光伏产业和冷链物流业，培育高价值专利不少于20件，光伏产业优先。",
    "出台《澄湖市专利奖励办法》，落实《专利法实施细则》。",
    "依托“知产通”平台，每年服务企业300家次以上。",
    "持续推进商标品牌建设。",
)
_LEAD, _HELPER, _COUNTIES = "澄湖市市场监督管理局", "澄湖市科学技术局", "澄湖市各县（市）区人民政府"
_OWN: dict[str, Value] = {"document_key": KEY}


def measure_key(number: int) -> str:
    """Return the key of a measure, from 1."""
    return f"{KEY}/1#{number}"


def contents(key_title: str = "澄湖市知识产权年度任务") -> Contribution:
    """Return the document."""
    task = f"{KEY}/1"
    document = {"title": key_title, "doc_no": KEY, "genre": "labelled", "sha256": "0" * 64}
    nodes = [
        Node(KEY, "Document", {**_OWN, **document, "encoding": "utf-8"}),
        Node(task, "Task", {**_OWN, "number": "1", "title": "运用", "seq": 1, "place": "L1"}),
        *(
            Node(measure_key(n), "Measure", {**_OWN, "seq": n, "text": text, "place": f"L{n + 1}"})
            for n, text in enumerate(TEXTS, start=1)
        ),
        Node(f"{measure_key(1)}@15", "Target", _target(20, "件", "高价值专利")),
        Node(f"{measure_key(3)}@13", "Target", _target(300, "家次", "企业")),
    ]
    edges = [
        Edge(KEY, "HAS_TASK", task, {**_OWN, "seq": 1}),
        *(
            Edge(task, "HAS_MEASURE", measure_key(n), {**_OWN, "seq": n})
            for n in range(1, len(TEXTS) + 1)
        ),
        *(_role("LEADS", _LEAD, n, 1) for n in (1, 2, 3)),
        _role("LEADS", _HELPER, 4, 1),
        *(_role("ASSISTS", _HELPER, n, 1) for n in (1, 2)),
        _role("ASSISTS", _COUNTIES, 3, 1),
        _span(1, "CONCERNS", "industry:光伏产业", "光伏产业", 2),
        _span(1, "CONCERNS", "industry:光伏产业", "光伏产业", 26),
        _span(1, "CONCERNS", "industry:冷链物流业", "冷链物流业", 7),
        _span(
            2,
            "CITES",
            "instrument:澄湖市专利奖励办法",
            "《澄湖市专利奖励办法》",
            2,
            status="promised",
        ),
        _span(2, "CITES", "instrument:专利法实施细则", "《专利法实施细则》", 16, status="cited"),
        _span(3, "MENTIONS", "programme:知产通", "“知产通”平台", 2),
        _span(1, "HAS_TARGET", f"{measure_key(1)}@15", "不少于20件", 20),
        _span(3, "HAS_TARGET", f"{measure_key(3)}@13", "300家次以上", 14),
        _span(1, "DUE", "deadline:2024", "2024年底前", 0, scope="measure"),
        _span(4, "DUE", "deadline:continuous", "持续推进", 0, scope="measure"),
    ]
    shared = (
        *(_agency(name, is_collective=name == _COUNTIES) for name in (_LEAD, _HELPER, _COUNTIES)),
        Node("industry:光伏产业", "Industry", {"name": "光伏产业", "code": "3825"}),
        Node("industry:冷链物流业", "Industry", {"name": "冷链物流业"}),
        Node("instrument:澄湖市专利奖励办法", "Instrument", {"title": "澄湖市专利奖励办法"}),
        Node("instrument:专利法实施细则", "Instrument", {"title": "专利法实施细则"}),
        Node("programme:知产通", "Programme", {"name": "知产通"}),
        Node("deadline:2024", "Deadline", {"due_on": "2024-12-31", "precision": "year"}),
        Node("deadline:continuous", "Deadline", {"precision": "continuous"}),
    )
    return Contribution(KEY, tuple(nodes), tuple(edges), shared, lines=(key_title, *TEXTS))


def _target(number: int, unit: str, object_: str) -> dict[str, Value]:
    return {**_OWN, "number": number, "unit": unit, "comparator": "at_least", "object": object_}


def _agency(name: str, *, is_collective: bool) -> Node:
    return Node(f"agency:{name}", "Agency", {"name": name, "is_collective": is_collective})


def _role(kind: str, name: str, measure: int, order: int) -> Edge:
    props: dict[str, Value] = {
        **_OWN,
        "basis": "explicit",
        "role_text": "牵头单位" if kind == "LEADS" else "责任单位",
        "order": order,
        "as_printed": name.removeprefix("澄湖"),
        "scope": "own",
        "place": f"L{measure + 1}",
    }
    return Edge(f"agency:{name}", kind, measure_key(measure), props)


def _span(measure: int, kind: str, target: str, text: str, start: int, **props: Value) -> Edge:
    own = {**_OWN, "text": text, "start": start, "end": start + len(text), **props}
    return Edge(measure_key(measure), kind, target, own)
