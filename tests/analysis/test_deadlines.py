"""The report of deadlines: months, what has expired, what is due, what has no date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from kg.analysis.deadlines.report import Horizon, Span, deadlines
from kg.analysis.dossier import Selection
from kg.analysis.report import CellValue, Part, Report
from kg.analysis.status.status import Progress, Record, StatusLedger
from kg.model import Edge, Graph, Node, Value
from kg.wording import Language
from tests.analysis.contents import CLEAN, TABLE
from tests.analysis.golden import check, part_of, rows_of

AS_OF = date(2024, 7, 1)
YEAR = Span(date(2024, 1, 1), date(2025, 12, 31))
ONE, TWO, THREE, FOUR = (f"{TABLE}/{m}" for m in ("一/1#1", "一/1#2", "一/2#1", "二/3#1"))


@pytest.fixture
def report(content: Graph) -> Report:
    return deadlines(content, Horizon(AS_OF, YEAR))


def notes(part: Part, language: Language = Language.ZH) -> str:
    return "\n".join(note.into(language) for note in part.notes)


def ledger(*records: Record) -> StatusLedger:
    return StatusLedger("kg-status.tsv", {record.measure_key: (record,) for record in records})


def states(report: Report, name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in part_of(report, f"{TABLE}!{name}").rows:
        found.setdefault(str(row["measure"]), []).append(str(row["state"]))
    return found


def list_of(months: Mapping[str, list[str]], precision: str = "month") -> Graph:
    """Return a list whose measures are due in some months; "-" gives no last day."""
    own: dict[str, Value] = {"document_key": "d"}
    front = {"title": "表", "genre": "task_list", "sha256": "1", "encoding": "utf-8"}
    nodes, edges = [Node("d", "Document", {**own, **front})], []
    for seq, (key, due) in enumerate(months.items(), start=1):
        nodes.append(Node(key, "Measure", {**own, "seq": seq, "text": "推进。", "place": "L1"}))
        edges.append(Edge("d", "HAS_MEASURE", key, {**own, "seq": seq}))
        for start, month in enumerate(due):
            props: dict[str, Value] = {"precision": precision}
            day = {} if month == "-" else {"due_on": f"{month}-28"}
            nodes.append(Node(f"{key}@{start}", "Deadline", {**props, **day}))
            about: dict[str, Value] = {"text": month, "start": start, "scope": "measure"}
            edges.append(Edge(key, "DUE", f"{key}@{start}", {**own, **about}))
    return Graph(tuple(nodes), tuple(edges))


def test_months_with_leads_and_clauses_apart(report: Report) -> None:
    rows = rows_of(part_of(report, TABLE), "month")
    assert list(rows) == ["2023-12", "2024-06", "2025-12"]
    assert [(r["due_measures"], r["clauses"]) for r in rows.values()] == [(0, 1), (1, 0), (0, 1)]
    june = rows["2024-06"]
    assert june["lead_counts"] == ("澄湖市市场监督管理局 ×1", "澄湖市科学技术局 ×1")
    assert (june["due_share"], june["expired_measures"]) == (1.0, 1)
    assert june["due_measure_keys"] == (ONE,)
    assert rows["2025-12"]["clause_keys"] == (ONE,)


def test_the_busiest_month_is_named_with_both_denominators(report: Report) -> None:
    assert "2024-06，1 条，在有时限举措中占 1/1 = 100.0%，在全部举措中占 1/4 = 25.0%" in notes(
        part_of(report, TABLE)
    )
    row = rows_of(part_of(report, "documents"), "document_keys")[str((TABLE,))]
    assert (row["measures"], row["dated"], row["undated"], row["expired"]) == (4, 1, 3, 1)
    assert (row["cliff"], row["cliff_measures"], row["cliff_share"]) == ("2024-06", 1, 1.0)
    assert row["clause_deadlines"] == 2


def test_of_equal_months_the_first_and_each_measure_once_a_month() -> None:
    graph = list_of(
        {"d#1": ["2024-05", "2024-05"], "d#2": ["2024-06"], "d#3": ["2024-06", "2024-05"]}
    )
    report = deadlines(graph, Horizon(AS_OF))
    rows = rows_of(part_of(report, "d"), "month")
    assert [(m, r["due_measures"]) for m, r in rows.items()] == [("2024-05", 2), ("2024-06", 2)]
    (overview,) = part_of(report, "documents").rows
    assert (overview["cliff"], overview["dated"], overview["expired"]) == ("2024-05", 3, 3)


def test_what_is_due_on_the_day_has_not_expired(content: Graph) -> None:
    before = deadlines(content, Horizon(date(2024, 6, 30)))
    after = deadlines(content, Horizon(date(2024, 7, 1)))
    assert states(before, "expired") == {"一/1#1": ["已到期（完成情况未载）"]}
    assert states(after, "expired") == {"一/1#1": ["已到期（完成情况未载）"] * 2}


def test_nothing_is_called_overdue_without_a_ledger(report: Report) -> None:
    said = {
        str(cell)
        for part in report.parts
        for row in part.rows
        for cell in (row.get("state"),)
        if cell is not None
    }
    assert said == {"已到期（完成情况未载）", "未到期"}
    assert "不说逾期" in str(report.notes[0])
    assert "never overdue" in report.notes[0].en
    assert report.as_of == AS_OF


def test_due_between_two_days_ends_included(content: Graph) -> None:
    def found(first: date | None, last: date | None) -> list[CellValue]:
        report = deadlines(content, Horizon(AS_OF, Span(first, last)))
        return [row["due_day"] for row in part_of(report, f"{TABLE}!between").rows]

    june, december = date(2024, 6, 30), date(2025, 12, 31)
    assert found(june, june) == [june]
    assert found(june, december) == [june, december]
    assert found(date(2024, 7, 1), None) == [december]
    assert found(None, date(2024, 1, 1)) == [date(2023, 12, 31)]
    assert not any(p.key.endswith("!between") for p in deadlines(content, Horizon(AS_OF)).parts)


def test_scope_is_said_and_counted_apart(report: Report) -> None:
    part = part_of(report, f"{TABLE}!between")
    assert [str(row["scope"]) for row in part.rows] == ["全条", "分句"]
    assert "全条到期的举措 1/4 = 25.0%；分句到期 1 处，另计" in notes(part)


def test_measures_without_a_date_say_why(report: Report) -> None:
    part = part_of(report, f"{TABLE}!undated")
    found = [(r["measure"], str(r["reason"]), r["undated_words"]) for r in part.rows]
    assert found == [
        ("一/1#2", "推不出日期", ("持续推进",)),
        ("一/2#1", "未写时限", None),
        ("二/3#1", "未写时限", None),
    ]
    assert "没有确定时限的举措 3/4 = 75.0%：未写时限 2 条，推不出日期 1 条" in notes(part)


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        ("continuous", "持续推进"),
        ("relative", "相对时限"),
        ("recurring", "逐年"),
        ("day", "推不出日期"),
    ],
)
def test_words_without_a_day(precision: str, said: str) -> None:
    report = deadlines(list_of({"d#1": ["-"]}, precision), Horizon(AS_OF))
    (row,) = part_of(report, "d!undated").rows
    assert str(row["reason"]) == said


def test_a_ledger_tells_done_late_and_open_apart(content: Graph) -> None:
    def said(progress: Progress, on: date | None) -> list[str]:
        records = ledger(Record(ONE, progress, on, "甲", 2))
        report = deadlines(content, Horizon(date(2024, 9, 1), YEAR, records))
        return states(report, "between")["一/1#1"]

    assert said(Progress.DONE, date(2024, 6, 30)) == ["按期完成", "按期完成"]
    assert said(Progress.DONE, date(2024, 8, 1)) == ["逾期完成", "按期完成"]
    assert said(Progress.DONE, None) == ["已完成（完成日期未载）"] * 2
    assert said(Progress.UNDER_WAY, date(2024, 8, 1)) == ["逾期未完成", "未到期，进行中"]
    assert said(Progress.NOT_BEGUN, None) == ["逾期未完成", "未到期，未开始"]
    assert said(Progress.UNDER_WAY, date(2024, 6, 1)) == [
        "已到期（到期前记为未完成，此后未载）",
        "未到期，进行中",
    ]
    assert said(Progress.DONE, date(2024, 9, 2)) == ["已到期（完成情况未载）", "未到期"]


def test_a_record_of_the_whole_measure_calls_no_clause_late(content: Graph) -> None:
    def said(progress: Progress, on: date) -> str:
        span = Span(date(2023, 12, 31), date(2023, 12, 31))
        records = ledger(Record(ONE, progress, on, "", 2))
        report = deadlines(content, Horizon(date(2024, 9, 1), span, records))
        return states(report, "between")["一/1#1"][0]

    assert said(Progress.DONE, date(2023, 12, 31)) == "按期完成"
    assert said(Progress.DONE, date(2024, 1, 1)) == "已完成（完成日期未载）"
    assert said(Progress.UNDER_WAY, date(2024, 1, 1)) == "已到期（完成情况未载）"


def test_a_ledger_is_named_with_its_records_and_counts(content: Graph) -> None:
    records = ledger(
        Record(ONE, Progress.DONE, date(2024, 8, 1), "甲", 2),
        Record(TWO, Progress.DONE, date(2024, 12, 1), "", 3),
    )
    report = deadlines(content, Horizon(date(2024, 9, 1), YEAR, records))
    assert str(report.notes[0]) == (
        "完成情况：kg-status.tsv，记录 2 条，涉及举措 2 条；晚于截至日的 1 条未计"
    )
    june = rows_of(part_of(report, TABLE), "month")["2024-06"]
    names = ("done_measures", "late_measures", "open_measures", "unrecorded_measures")
    assert [june[name] for name in names] == [1, 1, 0, 0]
    expired = part_of(report, f"{TABLE}!expired")
    assert "其中全条：逾期完成 1 条" in notes(expired)
    assert str(expired.title).startswith("已到期：")
    assert [(str(r["recorded"]), r["recorded_on"], r["recorded_by"]) for r in expired.rows] == [
        ("已完成", date(2024, 8, 1), "甲")
    ] * 2


def test_columns_the_program_does_not_know_are_named(content: Graph) -> None:
    records = StatusLedger("a.tsv", {}, ("备注", "科室"))
    report = deadlines(content, Horizon(AS_OF, None, records))
    assert str(report.notes[1]) == "该账本中没有用到的列：备注、科室"


def test_one_document_alone_and_an_empty_store(content: Graph) -> None:
    report = deadlines(content, Horizon(AS_OF), Selection(frozenset({CLEAN})))
    assert [part.key for part in report.parts] == [
        "documents",
        CLEAN,
        f"{CLEAN}!expired",
        f"{CLEAN}!undated",
    ]
    empty = deadlines(Graph((), ()), Horizon(AS_OF))
    assert empty.parts == ()
    assert "库中没有文件" in [str(note) for note in empty.notes]


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(content: Graph, language: Language) -> None:
    records = ledger(Record(ONE, Progress.DONE, date(2024, 6, 1), "甲处", 2))
    report = deadlines(content, Horizon(AS_OF, YEAR, records), Selection(inferred=True))
    check("deadlines", report, language)
