"""Formats by name and file ending; spreadsheets' traps; CSV and JSON read back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kg.analysis.report import Column, ColumnKind, Part, Report
from kg.errors import UsageError
from kg.render.book import CELL_LIMIT
from kg.render.formats import FORMATS, format_of
from kg.render.formula import guarded, storable
from kg.render.table import Screen
from kg.wording import Language, Text, same
from tests.render.sample_report import REPORT

TEXT = Column("text", same("text"), ColumnKind.TEXT, same("text"))
STARTERS = "=+-@\t\r＝＋－＠"


def one_cell(text: str, column: Column = TEXT) -> Report:
    part = Part("d", same("d"), (column,), ({column.name: text},))
    return Report("r", same("r"), (part,))


def rendered(name: str, report: Report) -> str:
    data = FORMATS[name].render(report, Language.ZH, Screen()).data
    assert isinstance(data, str)
    return data


def workbook(report: Report) -> tuple[bytes, tuple[Text, ...]]:
    made = FORMATS["xlsx"].render(report, Language.ZH, Screen())
    assert isinstance(made.data, bytes)
    return made.data, made.notices


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.csv", "csv"), ("a.TSV", "tsv"), ("报告.xlsx", "xlsx"), ("a.md", "md"), ("a.txt", "table"),
     ("a.json", "json"), ("a.jsonl", "jsonl"), ("a.ndjson", "jsonl"), ("a.markdown", "md")],
)  # fmt: skip
def test_a_file_ending_picks_the_format(name: str, expected: str) -> None:
    assert format_of(Path(name)).name == expected


def test_an_unknown_ending_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        format_of(Path("报告.pdf"))
    assert caught.value.into(Language.ZH) == (
        "文件名后缀看不出格式（报告.pdf）；应为：.txt、.csv、.tsv、.json、.jsonl、.ndjson、.md、"
        ".markdown、.xlsx。请改后缀，或用 -f 指定格式"
    )
    assert caught.value.into(Language.EN) == (
        "the file name's ending names no format (报告.pdf); expected: .txt, .csv, .tsv, .json, "
        ".jsonl, .ndjson, .md, .markdown, .xlsx. Next: change the ending, or name the format "
        "with -f"
    )


def test_only_the_formats_a_command_knows_are_named() -> None:
    with pytest.raises(UsageError, match=r"应为：\.json、\.md、\.markdown。"):
        format_of(Path("a.csv"), ("json", "md"))


@pytest.mark.parametrize("starter", STARTERS)
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_no_cell_begins_like_a_formula(name: str, starter: str) -> None:
    text = f"{starter}cmd|' /C calc'!A0"
    rows = list(csv.reader(io.StringIO(rendered(name, one_cell(text)), newline=""),
                           delimiter="," if name == "csv" else "\t"))  # fmt: skip
    kept = text if name == "csv" else text.translate(str.maketrans("\t\r\n", "   "))
    assert rows[1] == ["d", f"'{kept}"]


@given(st.text(max_size=20))
def test_guarded_texts_are_safe_and_keep_their_words(text: str) -> None:
    safe = guarded(text)
    assert safe.endswith(text)
    assert not safe or safe[0] not in STARTERS


def test_negative_numbers_stay_numbers() -> None:
    row = list(csv.reader(io.StringIO(rendered("csv", REPORT))))[3]
    assert row[4] == "-1.5"


def test_json_reads_back_with_nulls_and_lists() -> None:
    whole = json.loads(rendered("json", REPORT))
    first, second, _ = whole["parts"][0]["rows"]
    assert first["keys"] == ["澄知发〔2022〕3号/一/1#1", "澄知发〔2022〕3号/一/1#2"]
    assert second["share"] is None
    assert whole["as_of"] == "2025-01-31"
    assert whole["parts"][0]["notes"] == ["举措 60 条", "依据：明示"]


def test_jsonl_is_one_row_a_line_with_its_part() -> None:
    rows = [json.loads(line) for line in rendered("jsonl", REPORT).split("\n") if line]
    assert [row["part"] for row in rows] == ["澄知发〔2022〕3号"] * 3


@given(st.text(max_size=30))
def test_jsonl_keeps_any_text_on_one_line(text: str) -> None:
    (line,) = rendered("jsonl", one_cell(text)).removesuffix("\n").split("\n")
    assert json.loads(line)["text"] == text


def test_markdown_keeps_bars_and_tags_as_text() -> None:
    line = next(x for x in rendered("md", REPORT).splitlines() if "HYPERLINK" in x)
    assert "\\|\\`\\*\\<b\\>" in line


@pytest.mark.parametrize("text", ["=1+1", "＝1+1", "@SUM(A1)", "'quoted"])
def test_a_workbook_holds_texts_never_formulas(text: str) -> None:
    data, _ = workbook(one_cell(text))
    cell = load_workbook(io.BytesIO(data)).worksheets[0]["A4"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_workbook_leaves_out_what_it_cannot_hold() -> None:
    data, notices = workbook(one_cell("专利\x0b\x00转化\ud800"))
    assert load_workbook(io.BytesIO(data)).worksheets[0]["A4"].value == "专利转化"
    assert notices == ()
    assert storable("a\tb\nc") == "a\tb\nc"


def test_a_text_longer_than_a_cell_goes_on_in_its_own_sheet_and_says_so() -> None:
    text = "".join(chr(0x4E00 + i % 5_000) for i in range(2 * CELL_LIMIT + 5))
    data, notices = workbook(one_cell(text))
    book = load_workbook(io.BytesIO(data))
    rest = book["长文本"]
    pieces = [book.worksheets[0]["A4"].value, rest["C2"].value, rest["C3"].value]
    assert "".join(str(p) for p in pieces) == text
    assert [c.value for c in rest[2]][:2] == ["d", "A4"]
    assert [n.into(Language.ZH) for n in notices] == [
        "1 个单元格的文字超过 32767 字，余下部分在工作表“长文本”"
    ]
    assert [n.into(Language.EN) for n in notices] == [
        "1 cells hold more than 32767 characters; the rest of them is in the sheet “长文本”"
    ]


def test_sheet_names_are_short_allowed_and_different() -> None:
    parts = tuple(Part(f"澄湖市/{'很长的标题' * 9}[{n}]", same("d"), (TEXT,), ()) for n in range(3))
    data, _ = workbook(Report("r", same("r"), parts))
    names = load_workbook(io.BytesIO(data)).sheetnames
    assert len({n.casefold() for n in names}) == 4
    assert all(len(n) <= 31 and not set(n) & set("[]:*?/\\'") for n in names)


def test_the_same_report_gives_the_same_workbook_text() -> None:
    first, second = (load_workbook(io.BytesIO(workbook(REPORT)[0])) for _ in range(2))
    assert first.properties.created == second.properties.created
    assert first.properties.created is not None
    assert first.properties.created.year == 2000
