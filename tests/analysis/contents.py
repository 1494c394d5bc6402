"""Three small documents of an invented place for the reports of content: a table that names
leads, a damaged list that names none, and a clean list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Contribution, Edge, Node, Value

TABLE = "澄知发〔2022〕3号"
DAMAGED = "澄湖市品牌任务清单2025"
CLEAN = "澄湖市种业任务清单2025"

MARKET, SCIENCE = "澄湖市市场监督管理局", "澄湖市科学技术局"
OFFICE, GARBLED = "澄湖市知识产权局保护处", "澄湖市保护等处"

TEXTS = {
    f"{TABLE}/一/1#1": "支持光电产业，2023年达到专利导航10项，2025年底前不少于20项；培训2期。",
    f"{TABLE}/一/1#2": "制定出台《澄湖市专利促进办法》，落实《中华人民共和国专利法》。",
    f"{TABLE}/一/2#1": "推广光电产业和茶叶品牌，制定《品牌指引》，修订《专利促进办法》。",
    f"{TABLE}/二/3#1": "加强统筹协调，营造良好氛围。",
    f"{DAMAGED}#1": "落实《专利促进 办法》，推广茶叶。",
    f"{DAMAGED}#2": "加强商标保护。",
    f"{CLEAN}#1": "发展种业，执行《种子法》。",
}
"""The words of every measure, by its key."""


def table() -> Contribution:
    """Return two sections, three tasks and four measures, with leads, deadlines and contents."""
    one, two, three, four = (key for key in TEXTS if key.startswith(TABLE))
    part = _Part(TABLE, "澄湖市知识产权任务分解表", doc_no=TABLE)
    part.heading(TABLE, "Section", "一", "提升创造质量")
    part.heading(TABLE, "Section", "二", "加强保障", seq=2)
    part.heading(f"{TABLE}/一", "Task", "1", "加强专利转化")
    part.heading(f"{TABLE}/一", "Task", "2", "培育品牌", seq=2)
    part.heading(f"{TABLE}/二", "Task", "3", "加强统筹")
    for key in (one, two, three, four):
        part.measure(key)
    part.role("LEADS", MARKET, one, 1)
    part.role("LEADS", SCIENCE, one, 2)
    part.role("LEADS", MARKET, two, 1)
    part.role("ASSISTS", SCIENCE, two, 1)
    part.role("LEADS", SCIENCE, three, 1)
    part.role("ASSISTS", MARKET, four, 1)
    part.due(one, "2024年6月", "2024-06-30")
    part.due(one, "2023年", "2023-12-31", clause=True)
    part.due(one, "2025年底前", "2025-12-31", clause=True)
    part.due(two, "持续推进", None)
    part.target(one, "10项", 10, "项", "专利导航", "exactly")
    part.target(one, "不少于20项", 20, "项", "专利导航", "at_least")
    part.target(one, "2期", 2, "期", "培训", "exactly")
    for key, words, name in (
        (one, "光电产业", "光电产业"),
        (three, "光电产业", "光电产业"),
        (three, "茶叶", "茶产业"),
    ):
        part.industry(key, words, name)
    part.cite(two, "澄湖市专利促进办法", "promised")
    part.cite(two, "中华人民共和国专利法", "cited")
    part.cite(three, "品牌指引", "promised")
    part.cite(three, "专利促进办法", "promised")
    return part.contribution()


def damaged() -> Contribution:
    """Return a list without leads: a name in doubt, a measure without agency, corrections, and
    rows set aside.
    """
    one, two = (key for key in TEXTS if key.startswith(DAMAGED))
    part = _Part(DAMAGED, "澄湖市品牌任务清单", list_title="2025年品牌工作任务清单")
    part.measure(one)
    part.measure(two)
    part.role("LEADS", OFFICE, one, 1, basis="inferred", printed="保护处")
    part.role("ASSISTS", GARBLED, one, 1, basis="inferred", printed="保护等处")
    part.industry(one, "茶叶", "茶产业")
    part.cite(one, "专利促进 办法", "cited")
    part.derives("澄湖市品牌纲要")
    place = part.places[one]
    part.issue(one, "agency-malformed", "warning", "保护等处", place, "保护处？")
    part.issue(two, "agency-missing", "error", "", part.places[two])
    part.issue(two, "corrected", "info", "加强商标保护", part.places[two], "加强商标保护。")
    part.issue(DAMAGED, "note-row", "info", "注：仅供参考", "L9")
    part.issue(DAMAGED, "row-unplaced", "error", "零散文字", "L9")
    part.issue(DAMAGED, "characters-unknown", "warning", "\ue000", place)
    part.issue(DAMAGED, "correction-stale", "warning", "旧名", None)
    part.issue(DAMAGED, "correction-unused", "warning", "不存在", None)
    part.issue(DAMAGED, "never-heard-of", "warning", "某处", part.places[two])
    return part.contribution()


def clean() -> Contribution:
    """Return a list with one measure and no issue; its industry has a code."""
    (one,) = (key for key in TEXTS if key.startswith(CLEAN))
    part = _Part(CLEAN, "澄湖市种业任务清单")
    part.measure(one)
    part.role("LEADS", SCIENCE, one, 1)
    part.industry(one, "种业", "种业", {"scheme": "GB/T 4754-2017", "code": "A01"})
    part.cite(one, "种子法", "cited")
    return part.contribution()


class _Part:
    """A contribution as it grows; every measure stands on a line of its own."""

    def __init__(self, key: str, title: str, **props: Value) -> None:
        self.key = key
        self.own: dict[str, Value] = {"document_key": key}
        about = {"title": title, "genre": "task_list", "sha256": "0" * 64, "encoding": "utf-8"}
        self.nodes = [Node(key, "Document", {**self.own, **about, **props})]
        self.edges: list[Edge] = []
        self.shared: dict[str, Node] = {}
        self.lines = [title]
        self.places: dict[str, str] = {}

    def contribution(self) -> Contribution:
        return Contribution(
            self.key,
            tuple(self.nodes),
            tuple(self.edges),
            tuple(self.shared.values()),
            lines=tuple(self.lines),
        )

    def heading(self, parent: str, label: str, number: str, title: str, seq: int = 1) -> None:
        props: dict[str, Value] = {
            "number": number,
            "title": title,
            "seq": seq,
            "place": self._print(title),
        }
        self.nodes.append(Node(f"{parent}/{number}", label, {**self.own, **props}))
        self._edge(parent, f"HAS_{label.upper()}", f"{parent}/{number}", seq=seq)

    def measure(self, key: str) -> None:
        self.places[key] = self._print(TEXTS[key])
        seq = int(key.rpartition("#")[2])
        props: dict[str, Value] = {"seq": seq, "text": TEXTS[key], "place": self.places[key]}
        self.nodes.append(Node(key, "Measure", {**self.own, **props}))
        self._edge(key.rpartition("#")[0], "HAS_MEASURE", key, seq=seq)

    def role(  # noqa: PLR0917 - one argument for each property that tells roles apart
        self,
        type_: str,
        name: str,
        measure: str,
        order: int,
        basis: str = "explicit",
        printed: str = "",
    ) -> None:
        agency = self._shared("agency", "Agency", name, {"name": name, "is_collective": False})
        self._edge(
            agency,
            type_,
            measure,
            basis=basis,
            role_text="责任单位",
            order=order,
            as_printed=printed or name,
            scope="own",
            place=self.places[measure],
        )

    def due(self, measure: str, words: str, due_on: str | None, *, clause: bool = False) -> None:
        known = {"due_on": due_on} if due_on else {}
        key = self._shared("deadline", "Deadline", words, {**known, "precision": "month"})
        span = _span(measure, words) if clause else {"text": words}
        self._edge(measure, "DUE", key, scope="clause" if clause else "measure", **span)

    def target(  # noqa: PLR0917 - one argument for each property of a target
        self, measure: str, words: str, number: float, unit: str, counted: str, comparator: str
    ) -> None:
        span = _span(measure, words)
        key = f"{measure}@{span['start']}"
        props: dict[str, Value] = {"number": float(number), "unit": unit, "object": counted}
        self.nodes.append(Node(key, "Target", {**self.own, **props, "comparator": comparator}))
        self._edge(measure, "HAS_TARGET", key, **span)

    def industry(
        self, measure: str, words: str, name: str, code: Mapping[str, Value] | None = None
    ) -> None:
        key = self._shared("industry", "Industry", name, {"name": name, **(code or {})})
        self._edge(measure, "CONCERNS", key, **_span(measure, words))

    def cite(self, measure: str, title: str, status: str) -> None:
        key = self._instrument(title)
        self._edge(measure, "CITES", key, status=status, **_span(measure, title))

    def derives(self, title: str) -> None:
        self._edge(self.key, "DERIVES_FROM", self._instrument(title), basis="explicit")

    def issue(  # noqa: PLR0917 - one argument for each property of an issue
        self,
        owner: str,
        code: str,
        severity: str,
        was: str,
        place: str | None,
        became: str = "",
    ) -> None:
        key = f"{owner}!{code}"
        known = {k: v for k, v in {"place": place, "became": became}.items() if v}
        props = {"code": code, "severity": severity, "message": f"说明 {code}", "was": was}
        self.nodes.append(Node(key, "Issue", {**self.own, **props, **known}))
        self._edge(owner, "HAS_ISSUE", key)

    def _instrument(self, title: str) -> str:
        plain = "".join(title.split())
        return self._shared("instrument", "Instrument", plain, {"title": plain})

    def _shared(self, kind: str, label: str, name: str, props: Mapping[str, Value]) -> str:
        key = f"{kind}:{name}"
        self.shared[key] = Node(key, label, props)
        return key

    def _edge(self, src: str, type_: str, dst: str, **props: Value) -> None:
        self.edges.append(Edge(src, type_, dst, {**self.own, **props}))

    def _print(self, line: str) -> str:
        self.lines.append(line)
        return f"L{len(self.lines)}"


def _span(measure: str, words: str) -> dict[str, Value]:
    start = TEXTS[measure].index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def contributions() -> Iterable[Contribution]:
    """Return the three documents."""
    return table(), damaged(), clean()
