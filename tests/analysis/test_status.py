"""The status ledger: what it may say, in which forms, and how it is refused."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kg.analysis.dossier import dossiers
from kg.analysis.status import book as status_book
from kg.analysis.status.ledger import read_status
from kg.analysis.status.status import Progress, Record, State, StatusLedger, conflicts, state
from kg.errors import ExitCode, InputError
from kg.model import Graph
from kg.wording import Language
from tests.analysis.contents import CLEAN, DAMAGED, TABLE

HEAD = "举措\t状态\t日期\t填报人\n"
ONE, THREE = f"{TABLE}/一/1#1", f"{TABLE}/一/2#1"
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def read(content: Graph, text: str | bytes) -> StatusLedger:
    data = text if isinstance(text, bytes) else text.encode()
    return read_status(data, "kg-status.tsv", dossiers(content))


def refused(content: Graph, text: str | bytes, language: Language = Language.ZH) -> str:
    with pytest.raises(InputError) as caught:
        read(content, text)
    assert caught.value.exit_code is ExitCode.BAD_DATA
    return caught.value.into(language)


def only(ledger: StatusLedger) -> Record:
    ((record,),) = ledger.records.values()
    return record


def workbook(*rows: tuple[str | int | date | None, ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_line_says_measure_status_day_and_who(content: Graph) -> None:
    text = f"# 每周一更新\n\n{HEAD}{ONE}\t已完成\t2025-06-20\t 市局办公室 \n"
    assert only(read(content, text)) == Record(
        ONE, Progress.DONE, date(2025, 6, 20), "市局办公室", 4
    )


@pytest.mark.parametrize(
    ("address", "key"),
    [
        (ONE, ONE),
        ("一/1#1", ONE),
        ("一／１#1", ONE),
        ("2", THREE),
        ("一/2", THREE),
        (f"{TABLE}/一/2", THREE),
    ],
)
def test_a_measure_is_named_by_key_short_address_or_number(
    content: Graph, address: str, key: str
) -> None:
    assert only(read(content, f"{HEAD}{address}\t进行中\n")).measure_key == key


def test_the_document_tells_measures_of_one_address_apart(content: Graph) -> None:
    assert "“#1”指 2 条举措" in refused(content, f"{HEAD}#1\t已完成\n")
    assert "Next: give its key, or add a column “document”" in refused(
        content, f"{HEAD}#1\t已完成\n", Language.EN
    )
    looked_at = read_status(
        f"{HEAD}#1\t已完成\n{ONE}\t已完成\n".encode(), "a", dossiers(content), frozenset({CLEAN})
    )
    assert set(looked_at.records) == {f"{CLEAN}#1", ONE}
    head = "编号\t完成情况\t文件\n"
    for document, key in (("澄湖市种业任务清单", f"{CLEAN}#1"), (DAMAGED, f"{DAMAGED}#1")):
        found = only(read(content, f"{head}#1\t已完成\t{document}\n"))
        assert (found.measure_key, found.on, found.by) == (key, None, "")
    assert refused(content, f"{head}#1\t已完成\t别的清单\n").startswith("没有这个文件：别的清单")


@pytest.mark.parametrize(
    ("word", "progress"),
    [
        ("完成", Progress.DONE),
        ("Done", Progress.DONE),
        ("推进中", Progress.UNDER_WAY),
        ("under_way", Progress.UNDER_WAY),
        ("in  progress", Progress.UNDER_WAY),
        ("未启动", Progress.NOT_BEGUN),
        ("not begun", Progress.NOT_BEGUN),
    ],
)
def test_words_of_status(content: Graph, word: str, progress: Progress) -> None:
    assert only(read(content, f"measure\tstatus\n{ONE}\t{word}\n")).progress is progress


@pytest.mark.parametrize(
    "day", ["2025-06-30", "2025/6/30", "2025.6.30", "2025年6月30日", "２０２５-06-30"]
)
def test_days_as_people_write_them(content: Graph, day: str) -> None:
    assert only(read(content, f"{HEAD}{ONE}\t完成\t{day}\n")).on == date(2025, 6, 30)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_that_spreadsheets_save(content: Graph, encoding: str) -> None:
    assert only(read(content, f"{HEAD}一/1#1\t已完成\n".encode(encoding))).measure_key == ONE


def test_a_workbook_with_real_dates(content: Graph) -> None:
    data = workbook(
        ("举措", "状态", "日期", "填报人", "备注"),
        (None, None),
        ("一/1#1", "已完成", datetime(2025, 6, 20, 9, 30), "甲", "好"),
        (2, "未开始", date(2025, 1, 2), None),
    )
    ledger = read(content, data)
    assert ledger.records[ONE] == (Record(ONE, Progress.DONE, date(2025, 6, 20), "甲", 3),)
    assert ledger.records[THREE][0].row == 4
    assert ledger.ignored == ("备注",)


def test_every_fault_is_told_by_row_and_column_and_nothing_counts(content: Graph) -> None:
    text = f"{HEAD}一/9#1\t已完成\n一/1#1\t快了\t2025-13-01\n一/1#1\t已完成\n"
    zh, en = refused(content, text), refused(content, text, Language.EN)
    lines = zh.split("\n")
    assert lines[0].startswith("没有这个举措：一/9#1（kg-status.tsv 第 2 行“举措”列）；应为：一/")
    assert lines[1:] == [
        "不认识的状态：快了（kg-status.tsv 第 3 行“状态”列）；应为：已完成、进行中、未开始 之一",
        "不是日期：2025-13-01（kg-status.tsv 第 3 行“日期”列）；应为：年-月-日，例如 2025-06-30",
    ]
    assert "unknown measure: 一/9#1 (kg-status.tsv, row 2, column “举措”); expected: one of" in en
    assert "unknown status: 快了" in en
    assert "not a date: 2025-13-01" in en
    assert refused(content, f"{HEAD}一/1#1\t已完成\tneulich\n").startswith("不是日期：neulich")


def test_rows_that_cannot_both_hold_are_named(content: Graph) -> None:
    text = f"{HEAD}{ONE}\t已完成\t2025-06-20\n一/1#1\t进行中\t2025-07-01\n"
    assert refused(content, text) == (
        f"两行不能同时成立：2025-06-20已完成（第 2 行），2025-07-01进行中（第 3 行）；举措 {ONE}"
        "（kg-status.tsv 第 3 行“状态”列）。请改正或删去一行"
    )
    same_day = f"{HEAD}{ONE}\t进行中\t2025-06-20\n{ONE}\t未开始\t2025-06-20\n"
    assert "two rows cannot both hold" in refused(content, same_day, Language.EN)


def test_a_measure_may_have_a_history(content: Graph) -> None:
    text = (
        f"{HEAD}{ONE}\t已完成\t2025-06-20\n{ONE}\t未开始\t2024-01-01\n{ONE}\t进行中\t2025-01-01\n"
    )
    ledger = read(content, text)
    known = [ledger.latest(ONE, date(y, 1, 2)) for y in (2023, 2024, 2025, 2026)]
    assert [r and r.progress for r in known] == [
        None,
        Progress.NOT_BEGUN,
        Progress.UNDER_WAY,
        Progress.DONE,
    ]
    assert ledger.later(date(2025, 1, 1)) == 1


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("举措\t日期\n", "表头缺少：状态", "the header lacks: status"),
        ("状态\n已完成\n", "表头缺少：举措", "the header lacks: measure"),
        ("举措\t编号\t状态\n", "表头有重复：举措", "the header repeats: measure"),
        (b"\x00\x01\x02", "不是 TSV 文本，也不是 XLSX", "neither TSV text nor XLSX"),
        (b"PK\x03\x04 no book", "读不了这个工作簿", "the workbook cannot be read"),
        (f'{HEAD}"一/1#1\t已完成\n', "读不了这一行：", "a line cannot be read: "),
    ],
)
def test_what_is_no_ledger(content: Graph, text: str | bytes, zh: str, en: str) -> None:
    assert refused(content, text).startswith(zh)
    assert refused(content, text, Language.EN).startswith(en)
    assert "kg-status.tsv" in refused(content, text)


def test_a_workbook_that_unpacks_to_too_much(
    content: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_book, "UNPACKED_LIMIT", 1_000)
    data = workbook(("举措", "状态"))
    assert refused(content, data).startswith("工作簿展开后过大（")
    assert "at most 1000 bytes" in refused(content, data, Language.EN)


def test_an_empty_ledger_says_nothing(content: Graph) -> None:
    assert read(content, "").records == {}
    assert read(content, HEAD).records == {}


@given(DAYS, DAYS, st.sampled_from(list(Progress)), st.none() | DAYS)
def test_late_needs_a_record_after_the_last_day(
    due_on: date, as_of: date, progress: Progress, on: date | None
) -> None:
    said = state(due_on, as_of, Record("甲#1", progress, on, "", 2))
    if said is State.LATE:
        assert progress is not Progress.DONE
        assert due_on < as_of
        assert on is None or on > due_on
    assert (said in {State.IN_TIME, State.DONE_LATE, State.DONE}) == (progress is Progress.DONE)
    assert state(due_on, as_of, None) is (State.EXPIRED if due_on < as_of else State.NOT_YET)


@given(st.lists(st.tuples(st.sampled_from(list(Progress)), st.none() | DAYS), max_size=6))
def test_conflicts_do_not_depend_on_the_order_of_rows(
    given_: list[tuple[Progress, date | None]],
) -> None:
    records = [Record("甲#1", p, on, "", row) for row, (p, on) in enumerate(given_, start=2)]
    found = conflicts(records)
    assert conflicts(records[::-1]) == found
    days: dict[date | None, set[Progress]] = {}
    for record in records:
        days.setdefault(record.on, set()).add(record.progress)
    if any(len(progress) > 1 for progress in days.values()):
        assert found
