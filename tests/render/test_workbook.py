"""The workbook: the words behind the figures, what fits into cells and sheets, stable bytes."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.analysis.workload.report import workload
from kg.loading import registry
from kg.model import Graph
from kg.render import book, workbook
from kg.render.book import CELL_LIMIT, TooManyRowsError, pieces
from kg.render.formats import FORMATS
from kg.render.sources import Source, sources
from kg.render.table import Screen
from kg.wording import Language, Text, same
from tests.analysis.sample import CITY, CITY_LINES, LIST, city, plain_list
from tests.cli.conftest import Kg, filled, kg, workplace

__all__ = ["filled", "kg", "workplace"]

AGENCY = Column("agency", same("agency"), ColumnKind.TEXT, same("agency"))
COUNT = Column("count", same("count"), ColumnKind.COUNT, same("count"))
KEYS = Column("keys", same("keys"), ColumnKind.KEYS, same("keys"))


def graph() -> Graph:
    found = [city(), plain_list()]
    return Graph(
        tuple(n for c in found for n in (*c.nodes, *c.shared_nodes)),
        tuple(e for c in found for e in c.edges),
    )


def opened(report: Report, known: tuple[Source, ...] = ()) -> Workbook:
    data, _ = workbook.render(report, Language.ZH, known)
    return load_workbook(io.BytesIO(data))


def report(*rows: dict[str, CellValue], key: str = "d") -> Report:
    columns = tuple(c for c in (AGENCY, COUNT, KEYS) if not rows or c.name in rows[0])
    return Report("r", same("r"), (Part(key, same("d"), columns, rows),))


def test_every_key_of_a_report_has_its_words_document_and_place() -> None:
    found = {s.key: s for s in sources(workload(graph()), graph())}
    first = found[f"{CITY}/一/1#1"]
    assert first.kind.into(Language.ZH) == "举措"
    assert first.text == CITY_LINES[3]
    assert first.document == f"澄湖市知识产权任务分解表（{CITY}）"
    assert first.place == "L4"
    assert {k for k in found if k.startswith((CITY, LIST))} == set(found)


def test_sources_stand_in_the_order_of_the_paper() -> None:
    keys = [f"{CITY}/一/1#{n}" for n in (3, 1, 2)]
    asked = report({"agency": "甲", "keys": (*keys, "nobody/knows#1")})
    assert [s.key for s in sources(asked, graph())] == sorted(keys)


def test_cells_of_keys_lead_to_the_first_of_them() -> None:
    keys = tuple(f"{CITY}/一/1#{n}" for n in (2, 3))
    asked = report({"agency": "甲", "keys": keys}, {"agency": "乙", "keys": ("unknown",)})
    made = opened(asked, sources(asked, graph()))
    sheet = made.worksheets[0]
    assert made.sheetnames == ["d", "说明", "出处"]
    assert sheet["B4"].hyperlink is not None
    assert sheet["B4"].hyperlink.location == "'出处'!A2"
    assert sheet["B5"].hyperlink is None
    rows = list(made["出处"].iter_rows(values_only=True))
    assert rows[0] == ("键", "类型", "原文", "文件", "位置")
    assert [row[0] for row in rows[1:]] == list(keys)
    assert made["出处"].freeze_panes == "B2"


def test_definitions_lead_to_their_sheets() -> None:
    made = opened(report({"agency": "甲", "keys": ()}, key="澄知发〔2022〕3号!unnamed"))
    link = made["说明"]["A3"].hyperlink
    assert link is not None
    assert link.location == "'澄知发〔2022〕3号!unnamed'!A1"


@pytest.mark.parametrize(
    ("key", "title", "name"),
    [
        ("concentration", Text("牵头集中程度", "Concentration"), ("牵头集中程度", "Concentration")),
        (
            "澄知发〔2022〕3号!expired",
            Text("已到期：澄湖市任务清单", "Expired: 澄湖市任务清单"),
            ("已到期·澄知发〔2022〕3号", "Expired·澄知发〔2022〕3号"),
        ),
        ("澄知发〔2022〕3号", same("澄湖市任务清单"), ("澄知发〔2022〕3号",) * 2),
    ],
)
def test_sheets_are_named_in_the_language_of_the_run(
    key: str, title: Text, name: tuple[str, str]
) -> None:
    asked = Report("r", same("r"), (Part(key, title, (AGENCY,), ()),))
    for language, expected in zip(Language, name, strict=True):
        data, _ = workbook.render(asked, language)
        assert load_workbook(io.BytesIO(data)).sheetnames[0] == expected


def test_what_people_read_stands_before_the_keys() -> None:
    part = Part("d", same("d"), (KEYS, AGENCY, COUNT), ({"agency": "甲", "count": 1, "keys": ()},))
    sheet = opened(Report("r", same("r"), (part,))).worksheets[0]
    assert [cell.value for cell in sheet[3]] == ["agency", "count", "keys"]
    table = FORMATS["csv"].render(Report("r", same("r"), (part,)), Language.ZH, Screen()).data
    assert str(table).splitlines()[0] == "文件键,agency,count,keys"


def test_without_keys_there_is_no_sheet_of_sources() -> None:
    assert opened(report({"agency": "甲"})).sheetnames == ["d", "说明"]


def test_links_beyond_the_limit_are_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LINK_LIMIT", 2)
    key = f"{CITY}/一/1#1"
    rows: list[dict[str, CellValue]] = [{"agency": str(n), "keys": (key,)} for n in range(5)]
    asked = report(*rows)
    data, notices = workbook.render(asked, Language.ZH, sources(asked, graph()))
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [sheet[f"B{n}"].hyperlink is not None for n in range(4, 9)] == [True] * 2 + [False] * 3
    assert [n.into(Language.ZH) for n in notices] == [
        "一张工作表最多 2 个链接，另有 3 个单元格没有链接到出处"
    ]
    assert [n.into(Language.EN) for n in notices] == [
        "a sheet holds 2 links at most; cells without a link to their sources: 3"
    ]


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "ROW_LIMIT", 5)
    with pytest.raises(TooManyRowsError) as caught:
        opened(report({"agency": "甲"}, {"agency": "乙"}))
    assert caught.value.into(Language.ZH) == (
        "一张工作表放不下：6 行，最多 5 行。请改用 csv，或用 --document、--top 缩小范围"
    )
    assert caught.value.into(Language.EN) == (
        "too many rows for a sheet: 6 of 5 at most. "
        "Next: write csv, or narrow it down with --document or --top"
    )


@pytest.mark.parametrize(
    ("value", "held", "type_"),
    [
        (48, 48, "n"),
        (10**15 - 1, 10**15 - 1, "n"),
        (10**15, "1000000000000000", "s"),
        (-(2**63), "-9223372036854775808", "s"),
        (True, True, "b"),
        (0.8125, 0.8125, "n"),
        (date(1899, 12, 31), "1899-12-31", "s"),
        (Text("待核", "to be checked"), "待核", "s"),
        (("甲", "乙"), "甲; 乙", "s"),
        ("=1+1", "=1+1", "s"),
        ("48", "48", "s"),
    ],
)
def test_values_keep_their_type_or_become_text_where_a_spreadsheet_would_change_them(
    value: CellValue, held: object, type_: str
) -> None:
    cell = opened(report({"agency": "甲", "count": value})).worksheets[0]["B4"]
    assert (cell.value, cell.data_type) == (held, type_)


def test_pieces_fit_their_cells_in_the_units_of_the_file_format() -> None:
    text = "专𠮷" * 20_000
    found = pieces(text)
    assert "".join(found) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= CELL_LIMIT for piece in found)


def test_the_same_report_gives_the_same_bytes() -> None:
    asked = workload(graph())
    first, second = (workbook.render(asked, Language.ZH, sources(asked, graph())) for _ in "ab")
    assert first == second


def test_the_command_adds_the_sources_of_its_keys(kg: Kg, filled: Path) -> None:
    assert kg("report", "workload", "-o", "a.xlsx").code == 0
    made = load_workbook(filled.parent / "a.xlsx")
    assert made["出处"]["C2"].value
    before = (filled.parent / "a.xlsx").read_bytes()
    assert kg("report", "workload", "-o", "b.xlsx").code == 0
    assert (filled.parent / "b.xlsx").read_bytes() == before


def test_versions_that_lie_in_files_need_no_store(kg: Kg, workplace: Path) -> None:
    paper = next(str(p) for p in registry().bundled_files() if "breakdown" in p.name)
    outcome = kg("diff", paper, paper, "-o", "a.xlsx")
    assert outcome.code == 0, outcome.err
    assert "出处" not in load_workbook(workplace / "a.xlsx").sheetnames
