"""Judgements filled in a workbook: written, filled, read back whole or refused whole."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kg.cli.reviews import cells as review_cells
from kg.cli.reviews.sheet import COLUMNS
from tests.cli import review_sample as sample
from tests.cli.conftest import Kg
from tests.cli.review_sample import LOWER, PLACES, UPPER, build_lists, ledger, states

ONE, TWO, THREE = PLACES
HEADINGS = [column.heading.zh for column in COLUMNS]


@pytest.fixture
def built(kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with both lists in the store, and a known reviewer."""
    return build_lists(kg, workplace, monkeypatch)


class Sheet:
    """A review sheet that a person fills in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)
        sheet = self.book.worksheets[0]
        assert isinstance(sheet, Worksheet)
        self.sheet = sheet
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        self.head = next(n for n, row in enumerate(rows, start=1) if row == HEADINGS)

    def where(self, row: int, heading: str) -> tuple[int, int]:
        return self.head + row, HEADINGS.index(heading) + 1

    def put(self, row: int, heading: str, value: object) -> None:
        cell = self.sheet.cell(*self.where(row, heading))
        cell.value = value  # type: ignore[assignment]

    def put_text(self, row: int, heading: str, value: str) -> None:
        """Put what looks like a formula as text, as an apostrophe in front does."""
        cell = self.sheet.cell(*self.where(row, heading), value)
        cell.data_type = "s"

    def get(self, row: int, heading: str) -> object:
        return self.sheet.cell(*self.where(row, heading)).value

    def save(self, name: str) -> str:
        self.book.save(self.path.with_name(name))
        return name


@pytest.fixture
def sheet(kg: Kg, built: Path) -> Sheet:
    """The sheet of both lists."""
    outcome = kg("review", "export", "表.xlsx")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "已写入 表.xlsx，3 对\n")
    return Sheet(built / "表.xlsx")


def test_the_sheet_shows_what_there_is_to_judge(sheet: Sheet) -> None:
    row = {heading: sheet.get(1, heading) for heading in HEADINGS}
    assert row["上级全文"] == "推动专利质押融资，开展专利转化运用专项行动。"
    assert row["下级举措"] == f"{LOWER} 任务1"
    assert (row["状态"], row["判断（填）"], row["理由（填）"]) == ("待审", None, None)
    assert (row["下级举措键"], row["上级举措键"]) == ONE
    assert isinstance(row["得分"], float)
    offered = {str(v.sqref): v.formula1 for v in sheet.sheet.data_validations.dataValidation}
    first, last = sheet.head + 1, sheet.head + 3
    assert offered == {
        f"K{first}:K{last}": '"确认,否定,存疑"',
        f"L{first}:L{last}": '"承接,部分承接"',
    }
    words = [cell.value for (cell,) in sheet.book["说明"].iter_rows(max_col=1)]
    assert any("kg review import" in str(word) for word in words)


def test_what_is_filled_in_is_judged(kg: Kg, built: Path, sheet: Sheet) -> None:
    sheet.put(1, "判断（填）", "确认")
    sheet.put(1, "程度（填）", "部分承接")
    sheet.put_text(1, "理由（填）", "=不是公式")
    sheet.put(3, "判断（填）", "rejected")
    outcome = kg("review", "import", sheet.save("填.xlsx"))
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "确认 1，否定 1\n已记入 kg-review.tsv 2 条，图谱库已更新\n"
    assert states(kg) == {ONE: "确认", TWO: "待审", THREE: "否定"}
    first = ledger(built).judgements[0]
    assert (first.grade, first.comment, first.reviewer) == ("partly", "=不是公式", "张三")
    again = kg("review", "import", "填.xlsx", "--lang", "en")
    assert again.err.startswith("1 accepted, 1 rejected\n")
    assert len(ledger(built).judgements) == 2


def test_a_sheet_nobody_filled_changes_nothing(kg: Kg, built: Path, sheet: Sheet) -> None:
    outcome = kg("review", "import", "表.xlsx")
    assert (outcome.code, outcome.err) == (0, "没有填写判断\n")
    assert not (built / "kg-review.tsv").exists()


def test_rows_may_be_sorted_deleted_and_the_language_changed(
    kg: Kg, built: Path, sheet: Sheet
) -> None:
    assert kg("review", "export", "en.xlsx", "--lang", "en", "--task", "2").code == 0
    book = load_workbook(built / "en.xlsx")
    found = book.worksheets[0]
    assert isinstance(found, Worksheet)
    headings = [column.heading.en for column in COLUMNS]
    head = next(n for n, row in enumerate(found.values, start=1) if list(row) == headings)
    assert found.max_row == head + 1
    found.cell(head + 1, headings.index("verdict (fill in)") + 1).value = "unsure"
    found.move_range(f"A{head + 1}:Q{head + 1}", rows=2)
    book.save(built / "en.xlsx")
    assert kg("review", "import", "en.xlsx").code == 0
    assert states(kg)[TWO] == "存疑"


Fault = tuple[Callable[[Sheet], None], str, str]


def _graded(sheet: Sheet, verdict: str, grade: str) -> None:
    sheet.put(2, "判断（填）", verdict)
    sheet.put(2, "程度（填）", grade)


def _twice(sheet: Sheet) -> None:
    for heading in HEADINGS:
        sheet.put(3, heading, sheet.get(2, heading))


FAULTS: dict[str, Fault] = {
    "unknown key": (
        lambda s: s.put(2, "下级举措键", f"{LOWER}/一/9#1"),
        f"没有这条举措：{LOWER}/一/9#1（坏.xlsx 第 {{row}} 行 N 列“下级举措键”）；"
        "应为：图谱库中举措的键。请用 kg review export 重新导出",
        f"unknown measure: {LOWER}/一/9#1 (坏.xlsx, row {{row}}, column N “lower key”); expected: "
        "the key of a measure of the store. Next: write the sheet anew with kg review export",
    ),
    "empty key": (
        lambda s: s.put(2, "上级举措键", None),
        "键是空的（坏.xlsx 第 {row} 行 O 列“上级举措键”）；应为：图谱库中举措的键。"
        "请用 kg review export 重新导出",
        "the key is empty (坏.xlsx, row {row}, column O “upper key”); expected: the key of a "
        "measure of the store. Next: write the sheet anew with kg review export",
    ),
    "wrong word": (
        lambda s: s.put(2, "判断（填）", "差不多"),
        "不认识“差不多”（坏.xlsx 第 {row} 行 K 列“判断（填）”）；应为：确认、否定、存疑",
        "“差不多” is not understood (坏.xlsx, row {row}, column K “verdict (fill in)”); "
        "expected: accepted, rejected, unsure",
    ),
    "wrong grade": (
        lambda s: _graded(s, "确认", "全部"),
        "不认识“全部”（坏.xlsx 第 {row} 行 L 列“程度（填）”）；应为：承接、部分承接",
        "“全部” is not understood (坏.xlsx, row {row}, column L “grade (fill in)”); "
        "expected: covered, partly",
    ),
    "formula": (
        lambda s: s.put(2, "理由（填）", '=HYPERLINK("http://a.example")'),
        "这一格是公式（坏.xlsx 第 {row} 行 M 列“理由（填）”）。请改成文字",
        "the cell is a formula (坏.xlsx, row {row}, column M “comment (fill in)”). "
        "Next: write it as text",
    ),
    "altered text": (
        lambda s: s.put(2, "上级全文", "组织培训。"),
        "这条举措的文字被改动过（坏.xlsx 第 {row} 行 D 列“上级全文”）；应为：照录的原文。"
        "请改回原文，或重新导出",
        "the text was altered (坏.xlsx, row {row}, column D “upper text”); expected: the text as "
        "printed. Next: put it back, or write the sheet anew",
    ),
    "altered hash": (
        lambda s: s.put(2, "下级文字校验", "0" * 16),
        "导出之后这条举措的文字已变（坏.xlsx 第 {row} 行 P 列“下级文字校验”）。"
        "请重新导出，核对后再填",
        "the text has changed since the sheet was written (坏.xlsx, row {row}, column P “lower "
        "hash”). Next: write the sheet anew and judge again",
    ),
    "no verdict": (
        lambda s: s.put(2, "理由（填）", "一回事"),
        "没有写判断（坏.xlsx 第 {row} 行 K 列“判断（填）”）；应为：确认、否定、存疑",
        "there is no verdict (坏.xlsx, row {row}, column K “verdict (fill in)”); expected: "
        "accepted, rejected, unsure",
    ),
    "grade of what is rejected": (
        lambda s: _graded(s, "否定", "承接"),
        "否定的不写程度（坏.xlsx 第 {row} 行 L 列“程度（填）”）。请清空这一格",
        "what is rejected has no grade (坏.xlsx, row {row}, column L “grade (fill in)”). "
        "Next: empty the cell",
    ),
    "twice": (
        _twice,
        "与第 {row} 行是同一对（坏.xlsx 第 {next} 行 N 列“下级举措键”）。请只留一行",
        "the same pair as in row {row} (坏.xlsx, row {next}, column N “lower key”). "
        "Next: keep one of them",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_and_nothing_is_applied(kg: Kg, built: Path, sheet: Sheet, name: str) -> None:
    spoil, zh, en = FAULTS[name]
    sheet.put(1, "判断（填）", "确认")
    spoil(sheet)
    rows = {"row": sheet.head + 2, "next": sheet.head + 3}
    sheet.save("坏.xlsx")
    outcome = kg("review", "import", "坏.xlsx")
    assert (outcome.code, outcome.out, outcome.err) == (3, "", zh.format(**rows) + "\n")
    assert kg("review", "import", "坏.xlsx", "--lang", "en").err == en.format(**rows) + "\n"
    assert not (built / "kg-review.tsv").exists()
    assert set(states(kg).values()) == {"待审"}


def test_two_measures_that_are_no_pair(kg: Kg, built: Path, sheet: Sheet) -> None:
    for heading in ("上级举措键", "上级全文", "上级文字校验"):
        sheet.put(2, heading, sheet.get(3, heading))
    row = sheet.head + 2
    outcome = kg("review", "import", sheet.save("坏.xlsx"))
    assert (outcome.code, outcome.err) == (
        3,
        f"没有这一对（坏.xlsx 第 {row} 行 O 列“上级举措键”）；应为：kg review export 写出的一对。"
        "请用 kg review add 补充\n",
    )
    assert kg("review", "import", "坏.xlsx", "--lang", "en").err == (
        f"there is no such pair (坏.xlsx, row {row}, column O “upper key”); expected: a pair that "
        "kg review export wrote. Next: add it with kg review add\n"
    )


def test_a_document_that_changed_since(kg: Kg, built: Path, sheet: Sheet) -> None:
    sheet.put(1, "判断（填）", "确认")
    sheet.save("表.xlsx")
    changed = sample.LOWER_LIST.replace("服务企业。", "服务群众。")
    (built / "市.txt").write_text(changed, "utf-8")
    kg("build", "市.txt")
    outcome = kg("review", "import", "表.xlsx")
    assert outcome.code == 3
    assert outcome.err.startswith("导出之后这条举措的文字已变（表.xlsx 第 ")
    assert not (built / "kg-review.tsv").exists()


def test_a_text_that_looks_like_a_formula_stays_a_text(
    kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_REVIEWER", "张三")
    sample.write_lists(workplace)
    hostile = sample.LOWER_LIST.replace("推动专利质押融资", "=1+1推动专利质押融资")
    (workplace / "市.txt").write_text(hostile, "utf-8")
    kg("build", "省.txt", "市.txt")
    kg("review", "export", "表.xlsx")
    sheet = Sheet(workplace / "表.xlsx")
    cell = sheet.sheet.cell(*sheet.where(1, "下级全文"))
    assert (str(cell.value)[:4], cell.data_type) == ("=1+1", "s")
    sheet.put(1, "判断（填）", "确认")
    sheet.put_text(1, "下级全文", str(cell.value))
    assert kg("review", "import", sheet.save("填.xlsx")).code == 0


def test_a_text_longer_than_a_cell_is_not_cut_silently(
    kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_REVIEWER", "张三")
    sample.write_lists(workplace)
    long = "推动专利质押融资，" + "服务企业。" * 7000
    text = sample.LOWER_LIST.replace("推动专利质押融资，", long)
    (workplace / "市.txt").write_text(text, "utf-8")
    assert kg("build", "省.txt", "市.txt").code == 0
    outcome = kg("review", "export", "表.xlsx")
    assert "超过 32767 字" in outcome.err
    sheet = Sheet(workplace / "表.xlsx")
    assert len(sheet.book.sheetnames) == 3
    rows = [n for n in (1, 2, 3) if sheet.get(n, "下级举措键") == ONE[0]]
    sheet.put(rows[0], "判断（填）", "否定")
    assert kg("review", "import", sheet.save("填.xlsx")).code == 0
    assert states(kg)[ONE] == "否定"


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (b"PK\x03\x04", "读不了这个工作簿：", "cannot read the workbook: "),
        ("编号\t判断\n".encode(), "读不了这个工作簿：", "cannot read the workbook: "),
    ],
)
def test_what_is_no_workbook_is_refused(kg: Kg, built: Path, data: bytes, zh: str, en: str) -> None:
    (built / "坏.xlsx").write_bytes(data)
    outcome = kg("review", "import", "坏.xlsx")
    assert (outcome.code, outcome.err[: len(zh)]) == (3, zh)
    assert outcome.err.endswith("（坏.xlsx）；应为：kg review export 写出的 XLSX\n")
    english = kg("review", "import", "坏.xlsx", "--lang", "en").err
    assert english.startswith(en)
    assert english.endswith(" (坏.xlsx); expected: a workbook that kg review export wrote\n")


def test_a_workbook_of_another_kind_is_refused(kg: Kg, built: Path) -> None:
    book = Workbook()
    book.worksheets[0].cell(1, 1, "编号")
    book.save(built / "别.xlsx")
    outcome = kg("review", "import", "别.xlsx")
    assert outcome.code == 3
    assert outcome.err.startswith("没有一张表有审核表的表头（别.xlsx）；应为：判断（填）、")
    assert outcome.err.endswith("。请用 kg review export 重新导出\n")
    english = kg("review", "import", "别.xlsx", "--lang", "en").err
    assert english.startswith("no sheet has the headings of a review sheet (别.xlsx); expected: ")


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_cells, "UNPACKED_LIMIT", 1000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 2000)
    (built / "大.xlsx").write_bytes(out.getvalue())
    outcome = kg("review", "import", "大.xlsx")
    assert (outcome.code, outcome.err) == (
        3,
        "工作簿展开后过大（2000 字节）（大.xlsx）；应为：不超过 1000 字节\n",
    )
    assert kg("review", "import", "大.xlsx", "--lang", "en").err == (
        "the workbook unpacks to 2000 bytes (大.xlsx); expected: at most 1000 bytes\n"
    )


def test_the_sheet_is_a_workbook(kg: Kg, built: Path) -> None:
    outcome = kg("review", "export", "表.csv")
    assert (outcome.code, outcome.err) == (
        2,
        "审核表只能写成 XLSX（表.csv）；应为：以 .xlsx 结尾的文件名\n",
    )
    assert kg("review", "export", "表.csv", "--lang", "en").err == (
        "the review sheet is a workbook (表.csv); expected: a file name that ends in .xlsx\n"
    )


def test_pairs_without_texts_are_left_out_and_counted(kg: Kg, built: Path) -> None:
    kg("review", "accept", *ONE)
    kg("align", UPPER, LOWER, "--forbid")
    outcome = kg("review", "export", "表.xlsx")
    assert outcome.err == ("已写入 表.xlsx，0 对\n另有 1 对举措不在图谱库中，没有写入\n")
