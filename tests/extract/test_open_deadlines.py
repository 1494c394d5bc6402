"""A deadline in the words of a measure that leaves its day open: kept apart, and pointed out."""

from __future__ import annotations

from kg.assemble.document import assemble
from kg.extract import Extractor, year_of_bare_dates
from kg.model import (
    Contribution,
    FrontMatter,
    Measure,
    ParsedDocument,
    Place,
    RowTally,
    Section,
    Source,
    Task,
)


def graph_of(extractor: Extractor, text: str, title: str) -> Contribution:
    place = Place.at(3)
    task = Task("1", 1, "优化服务", place, (Measure("", 1, text, place),))
    section = Section("一", 1, "服务", place, (task,))
    front = FrontMatter(title, year=2025)
    parsed = ParsedDocument(front, "breakdown-table", (section,), RowTally(1, 1, 0))
    mentions = list(extractor.extract([text], year_of_bare_dates(front)))
    return assemble(parsed, Source("a.txt", "0", "utf-8", (text,), ()), mentions)


def test_an_open_deadline_is_an_issue_of_its_measure(extractor: Extractor) -> None:
    text = "2025年12月底前完成招标，3月底前开工。"
    graph = graph_of(extractor, text, "2025年重点任务分解表")
    (issue,) = (n for n in graph.nodes if n.label == "Issue")
    said = issue.props["code"], issue.props["severity"], issue.props["was"], issue.props["place"]
    assert said == ("deadline-open", "warning", "3月底前", "L3")
    assert issue.props["message"] == "举措文字中的时限无法识读或年份不明，未作时限"
    assert str(issue.props["message_en"]).startswith("a deadline in the words of a measure cannot")
    assert [e.dst for e in graph.edges if e.type == "DUE"] == ["deadline:2025-12"]


def test_a_paper_for_several_years_dates_no_month_without_a_year() -> None:
    graph = graph_of(Extractor(), "12月底前完成验收。", "水网建设三年行动方案（2025—2027年）")
    (deadline,) = (n for n in graph.shared_nodes if n.label == "Deadline")
    assert (deadline.props.get("due_on"), deadline.key) == (None, "deadline:12月底前")
