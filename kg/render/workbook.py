"""A report as an XLSX workbook: a sheet for each part, then one that defines every column."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.render.cells import plain
from kg.render.formula import storable
from kg.render.width import columns
from kg.wording import Language, Text

CELL_LIMIT = 32_767
"""Longest text of a cell in the file format; spreadsheet programs cut what is longer."""

_SHEET_NAME_LIMIT = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_NARROWEST, _WIDEST = 8, 60
_STYLES = {ColumnKind.SHARE: "0.0%", ColumnKind.DATE: "yyyy-mm-dd", ColumnKind.COUNT: "0"}
_DEFINITIONS = Text("说明", "definitions")
_REST = Text("长文本", "long texts")
_TOTAL = Text("合计", "total")
_DEFINITION_HEADS = (
    Text("文件键", "document key"),
    Text("列", "column"),
    Text("数据名", "name in data"),
    Text("含义", "meaning"),
)
_REST_HEADS = (Text("工作表", "sheet"), Text("单元格", "cell"), Text("续文", "continued"))


@dataclass(slots=True)
class _Book:
    """A workbook under construction, with the texts that did not fit their cells."""

    language: Language
    book: Workbook = field(default_factory=Workbook)
    rest: list[tuple[str, str, str]] = field(default_factory=list)

    def sheet(self, title: str) -> Worksheet:
        """Return a new sheet."""
        used = {name.casefold() for name in self.book.sheetnames}
        sheet: Worksheet = self.book.create_sheet(_sheet_name(title, used))
        return sheet

    def put(self, cell: Cell, value: CellValue, kind: ColumnKind = ColumnKind.TEXT) -> None:
        """Write a value with its type; a text is never taken for a formula."""
        if isinstance(value, str | tuple | Text):
            text = storable(str(plain(value, self.language)))
            if len(text) > CELL_LIMIT:
                self.rest.extend(_pieces(cell, text))
                text = text[:CELL_LIMIT]
            cell.value = text
            cell.data_type = "s"
        elif value is not None:
            cell.value = value
            cell.number_format = _STYLES.get(kind, "General")


def render(report: Report, language: Language) -> tuple[bytes, tuple[Text, ...]]:
    """Return the workbook and what has to be said about it: texts longer than a cell may be
    go on in a sheet of their own.
    """
    book = _Book(language)
    book.book.remove(book.book.worksheets[0])
    for part in report.parts:
        _part_sheet(book, part)
    _definitions(book, report)
    notices = _rest_sheet(book)
    return _bytes(book.book), notices


def _bytes(book: Workbook) -> bytes:
    # A fixed time, so that the same report gives the same properties.
    book.properties.created = book.properties.modified = datetime(2000, 1, 1, tzinfo=UTC).replace(
        tzinfo=None
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _part_sheet(book: _Book, part: Part) -> None:
    sheet = book.sheet(part.key)
    _line(book, sheet, 1, [part.title.into(book.language)], bold=True)
    for number, note in enumerate(part.notes, start=2):
        _line(book, sheet, number, [note.into(book.language)])
    head = len(part.notes) + 3
    _line(book, sheet, head, [c.heading.into(book.language) for c in part.columns], bold=True)
    sheet.freeze_panes = f"B{head + 1}"
    for number, row in enumerate(part.rows, start=head + 1):
        for i, column in enumerate(part.columns, start=1):
            book.put(_cell(sheet, number, i), row[column.name], column.kind)
    if part.totals:
        _totals(book, sheet, part, head + len(part.rows) + 1)
    if part.rows:
        last = get_column_letter(len(part.columns))
        sheet.auto_filter.ref = f"A{head}:{last}{head + len(part.rows)}"
    _widen(sheet, part.columns, part, book.language)


def _totals(book: _Book, sheet: Worksheet, part: Part, number: int) -> None:
    totals: dict[str, CellValue] = {part.columns[0].name: _TOTAL.into(book.language)}
    totals.update(part.totals or {})
    for i, column in enumerate(part.columns, start=1):
        cell = _cell(sheet, number, i)
        book.put(cell, totals.get(column.name), column.kind)
        cell.font = Font(bold=True)


def _definitions(book: _Book, report: Report) -> None:
    sheet = book.sheet(_DEFINITIONS.into(book.language))
    language = book.language
    lines: list[list[str]] = [[report.title.into(language)]]
    lines.extend([note.into(language)] for note in report.notes)
    if report.as_of is not None:
        lines.append([Text("截至", "as of").into(language), report.as_of.isoformat()])
    lines.append([head.into(language) for head in _DEFINITION_HEADS])
    head = len(lines)
    lines.extend(
        [part.key, c.heading.into(language), c.name, c.definition.into(language)]
        for part in report.parts
        for c in part.columns
    )
    for number, line in enumerate(lines, start=1):
        _line(book, sheet, number, line, bold=number in {1, head})
    sheet.freeze_panes = f"A{head + 1}"
    for letter, width in zip("ABCD", (28, 18, 22, _WIDEST), strict=True):
        sheet.column_dimensions[letter].width = width


def _rest_sheet(book: _Book) -> tuple[Text, ...]:
    if not book.rest:
        return ()
    sheet = book.sheet(_REST.into(book.language))
    _line(book, sheet, 1, [head.into(book.language) for head in _REST_HEADS], bold=True)
    for number, pieces in enumerate(book.rest, start=2):
        _line(book, sheet, number, pieces)
    cells = len({(where, cell) for where, cell, _ in book.rest})
    return (
        Text(
            f"{cells} 个单元格的文字超过 {CELL_LIMIT} 字，余下部分在工作表“{sheet.title}”",
            f"{cells} cells hold more than {CELL_LIMIT} characters; "
            f"the rest of them is in the sheet “{sheet.title}”",
        ),
    )


def _pieces(cell: Cell, text: str) -> list[tuple[str, str, str]]:
    sheet = cell.parent
    return [
        (sheet.title, cell.coordinate, text[i : i + CELL_LIMIT])
        for i in range(CELL_LIMIT, len(text), CELL_LIMIT)
    ]


def _line(
    book: _Book, sheet: Worksheet, number: int, texts: Sequence[str], *, bold: bool = False
) -> None:
    for i, text in enumerate(texts, start=1):
        cell = _cell(sheet, number, i)
        book.put(cell, text)
        if bold:
            cell.font = Font(bold=True)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("merged cells are never written to")
    return cell


def _widen(sheet: Worksheet, shown: Sequence[Column], part: Part, language: Language) -> None:
    for i, column in enumerate(shown, start=1):
        widths = [columns(column.heading.into(language))]
        widths.extend(columns(str(plain(row[column.name], language))) for row in part.rows)
        width = min(_WIDEST, max(_NARROWEST, max(widths) + 2))
        sheet.column_dimensions[get_column_letter(i)].width = width
        if column.kind in {ColumnKind.TEXT, ColumnKind.KEYS}:
            for (cell,) in sheet.iter_rows(min_row=2, min_col=i, max_col=i):
                cell.alignment = Alignment(vertical="top")


def _sheet_name(title: str, used: set[str]) -> str:
    """Return a title as the file format allows it: 31 characters, some marks not, each once."""
    base = _NOT_IN_SHEET_NAMES.sub("_", storable(title))[:_SHEET_NAME_LIMIT].strip() or "_"
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        name = f"{base[: _SHEET_NAME_LIMIT - 4]}~{number}"
    return name
