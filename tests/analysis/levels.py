"""An upper and a lower document of invented places, joined by alignments in every state."""

from __future__ import annotations

from kg.model import Contribution, Edge, Linkage, Node, Value

UPPER, LOWER = "江知发〔2025〕1号", "澄湖市知识产权任务分解表"

_UPPER_TASKS = {
    "1": ("加强专利转化", ("开展专利质押融资。", "建设运营中心。")),
    "2": ("培育品牌", ("打造区域品牌。",)),
    "3": ("编制规划", ("研究编制江澜省“十五五”知识产权规划。",)),
    "4": ("开展课题研究", ("申报课题研究项目。",)),
    "5": ("强化培训", ("举办培训班。",)),
    "6": ("无法识读", ()),
}
LOWER_TEXTS = {
    f"{LOWER}/一/1#1": "加强专利质押融资，设立澄湖市风险补偿资金池。",
    f"{LOWER}/一/1#2": "支持商标品牌发展。",
    f"{LOWER}/一/2#1": "举办知识产权培训班和讲座。",
    f"{LOWER}/一/2#2": "建设澄湖湾展示馆。",
}
DUE = {f"{LOWER}/一/1#1": "2024-06-30", f"{LOWER}/一/2#1": "2026-12-31"}
MARKET = "澄湖市市场监督管理局"


def upper() -> Contribution:
    """Return six tasks in two sections; the fifth is damaged, the sixth has lost its words."""
    own: dict[str, Value] = {"document_key": UPPER}
    about: dict[str, Value] = {
        "title": "江澜省任务清单",
        "doc_no": UPPER,
        "level": "province",
        "region": "江澜省",
    }
    nodes = [Node(UPPER, "Document", {**own, **about, **_file("task_list")})]
    edges: list[Edge] = []
    line = 1
    for order, (number, title) in enumerate((("一", "创造"), ("二", "保障")), 1):
        key = f"{UPPER}/{number}"
        props = {**own, "number": number, "title": title, "seq": order, "place": "L1"}
        nodes.append(Node(key, "Section", props))
        edges.append(Edge(UPPER, "HAS_SECTION", key, {**own, "seq": order}))
    for number, (title, texts) in _UPPER_TASKS.items():
        section = f"{UPPER}/{'一' if number < '4' else '二'}"
        task = f"{section}/{number}"
        seq = int(number)
        props = {**own, "number": number, "title": title, "seq": seq, "place": f"L{line}"}
        nodes.append(Node(task, "Task", props))
        edges.append(Edge(section, "HAS_TASK", task, {**own, "seq": seq}))
        for at, text in enumerate(texts, 1):
            line += 1
            measure = f"{task}#{at}"
            props = {**own, "seq": at, "text": text, "place": f"L{line}"}
            nodes.append(Node(measure, "Measure", props))
            edges.append(Edge(task, "HAS_MEASURE", measure, {**own, "seq": at}))
    for owner, code, severity, was in (
        (f"{UPPER}/二/5#1", "row-shifted", "warning", "举办培训班"),
        (f"{UPPER}/二/6", "task-empty", "error", "■■■"),
    ):
        issue = {**own, "code": code, "severity": severity, "message": f"{code}。", "was": was}
        nodes.append(Node(f"{owner}!{code}", "Issue", issue))
        edges.append(Edge(owner, "HAS_ISSUE", f"{owner}!{code}", own))
    return Contribution(UPPER, tuple(nodes), tuple(edges), (), (), ("行",) * (line + 1))


def lower() -> Contribution:
    """Return two tasks with two measures each, led by one body, two of them with a date."""
    own: dict[str, Value] = {"document_key": LOWER}
    about: dict[str, Value] = {"title": LOWER, "level": "city", "region": "澄湖市"}
    nodes = [Node(LOWER, "Document", {**own, **about, **_file("breakdown_table")})]
    props: dict[str, Value] = {**own, "number": "一", "title": "重点", "seq": 1, "place": "L1"}
    nodes.append(Node(f"{LOWER}/一", "Section", props))
    edges = [Edge(LOWER, "HAS_SECTION", f"{LOWER}/一", {**own, "seq": 1})]
    for number, title in (("1", "转化运用"), ("2", "人才文化")):
        task = f"{LOWER}/一/{number}"
        props = {**own, "number": number, "title": title, "seq": int(number), "place": "L2"}
        nodes.append(Node(task, "Task", props))
        edges.append(Edge(f"{LOWER}/一", "HAS_TASK", task, {**own, "seq": int(number)}))
    agency = Node(f"agency:{MARKET}", "Agency", {"name": MARKET, "is_collective": False})
    shared = {agency.key: agency}
    for line, (key, text) in enumerate(LOWER_TEXTS.items(), 3):
        seq = int(key[-1])
        nodes.append(Node(key, "Measure", {**own, "seq": seq, "text": text, "place": f"L{line}"}))
        edges.append(Edge(key.partition("#")[0], "HAS_MEASURE", key, {**own, "seq": seq}))
        role: dict[str, Value] = {
            "basis": "explicit",
            "role_text": "牵头单位",
            "order": 1,
            "as_printed": "市场局",
        }
        role |= {"scope": "own", "place": f"L{line}"}
        edges.append(Edge(agency.key, "LEADS", key, {**own, **role}))
        if key in DUE:
            day = DUE[key]
            deadline = Node(f"deadline:{day}", "Deadline", {"due_on": day, "precision": "month"})
            shared[deadline.key] = deadline
            edges.append(Edge(key, "DUE", deadline.key, {**own, "text": day, "scope": "measure"}))
    lines = ("行",) * (len(LOWER_TEXTS) + 3)
    return Contribution(LOWER, tuple(nodes), tuple(edges), tuple(shared.values()), (), lines)


def linkage(**statuses: str) -> Linkage:
    """Return the alignments of both: task 1 covered, task 2 partly, task 4 rejected, task 5
    covered; other review states by the number of the upper task, ``t1="accepted"``.
    """
    found = (
        ("1", f"{UPPER}/一/1#1", f"{LOWER}/一/1#1", "covered", 0.9),
        ("2", f"{UPPER}/一/2#1", f"{LOWER}/一/1#2", "partly", 0.2),
        ("4", f"{UPPER}/二/4#1", f"{LOWER}/一/2#1", "partly", 0.1),
        ("5", f"{UPPER}/二/5#1", f"{LOWER}/一/2#1", "covered", 0.8),
    )
    both: dict[str, Value] = {"document_key": LOWER, "upper_document_key": UPPER}
    edges = [Edge(LOWER, "COMPARED_WITH", UPPER, {**both, "basis": "chain", "stamp": "0"})]
    for task, above, below, grade, score in found:
        status = statuses.get(f"t{task}", "rejected" if task == "4" else "suggested")
        props: dict[str, Value] = {**both, "grade": grade, "score": score, "status": status}
        props |= {"method": "concepts", "reasons": _REASONS if task == "1" else ""}
        quote = {"lower_quote": "加强专利质押融资", "upper_quote": "开展专利质押融资"}
        if task == "1":
            props |= quote
        if status == "rejected":
            props |= {"judged": status, "judged_by": "甲", "judged_on": "2025-01-02"}
        edges.append(Edge(below, "ALIGNS_WITH", above, props))
    return Linkage(LOWER, UPPER, tuple(edges))


_REASONS = (
    '{"actions": ["融通资金"], "concepts": [{"lower_words": "质押融资", "name": "质押融资",'
    ' "upper_words": "质押融资", "weight": 3.1}], "domains": ["金融"], "instruments": [],'
    ' "programmes": [], "related": 0.97, "terms": [{"weight": 8.1, "words": "专利质押融资"}]}'
)


def _file(genre: str) -> dict[str, Value]:
    return {"genre": genre, "sha256": "0" * 64, "encoding": "utf-8"}
