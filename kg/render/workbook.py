"""A report as an XLSX workbook: a sheet for each part, then one that defines every column, and one
with the words behind the figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kg.analysis.report import CellValue, ColumnKind, Part, Report
from kg.render.book import (
    CELL_LIMIT,
    LINK_LIMIT,
    Book,
    align,
    cell_at,
    link,
    require_room,
)
from kg.render.cells import readable
from kg.render.sources import Source
from kg.render.width import columns
from kg.wording import Language, Text

_NARROWEST, _WIDEST, _KEYS_WIDTH = 8, 60, 24
_DEFINITIONS = Text("说明", "definitions")
_SOURCES = Text("出处", "sources")
_REST = Text("长文本", "long texts")
_TOTAL = Text("合计", "total")
_COLON = Text("：", ": ")
_DEFINITION_HEADS = (
    Text("文件键", "document key"),
    Text("列", "column"),
    Text("数据名", "name in data"),
    Text("含义", "meaning"),
)
_SOURCE_HEADS = (
    Text("键", "key"),
    Text("类型", "label"),
    Text("原文", "text"),
    Text("文件", "document"),
    Text("位置", "place"),
)
_REST_HEADS = (Text("工作表", "sheet"), Text("单元格", "cell"), Text("续文", "continued"))


@dataclass(slots=True)
class _Links:
    """Where each key stands on the sheet of sources, and how many cells lead there."""

    sheet: Worksheet | None
    rows: Mapping[str, int]
    made: Counter[str] = field(default_factory=Counter)
    left_out: int = 0

    def lead(self, cell: Cell, value: CellValue) -> None:
        """Let a cell of keys lead to the first of them on the sheet of sources."""
        keys = value if isinstance(value, tuple) else ()
        place = min((self.rows[key] for key in keys if key in self.rows), default=None)
        if self.sheet is None or place is None:
            return
        if self.made[cell.parent.title] >= LINK_LIMIT:
            self.left_out += 1
            return
        self.made[cell.parent.title] += 1
        link(cell, self.sheet, place)


def render(
    report: Report, language: Language, sources: Sequence[Source] = ()
) -> tuple[bytes, tuple[Text, ...]]:
    """Return the workbook and what has to be said about it.

    Parameters
    ----------
    sources
        What stands behind the keys of the report; a cell of keys leads to the first of them.
    """
    book = Book(language)
    report = replace(report, parts=tuple(map(_keys_last, report.parts)))
    sheets = [book.sheet(_sheet_title(part, language)) for part in report.parts]
    definitions = book.sheet(_DEFINITIONS.into(language))
    links = _Links(book.sheet(_SOURCES.into(language)) if sources else None, _places(sources))
    for part, sheet in zip(report.parts, sheets, strict=True):
        _part_sheet(book, sheet, part, links)
    _define(book, definitions, report, sheets)
    if links.sheet is not None:
        _source_sheet(book, links.sheet, sources)
    notices = (*_unlinked(links), *_rest_sheet(book))
    return book.saved(), notices


def _keys_last(part: Part) -> Part:
    """Return a part with its columns of keys behind all others: what people read comes first."""
    columns = sorted(part.columns, key=lambda c: c.kind is ColumnKind.KEYS)
    return replace(part, columns=tuple(columns))


def _sheet_title(part: Part, language: Language) -> str:
    """Return what a sheet is called: what the table is in words, and the document it is of."""
    about, mark, _ = part.key.partition("!")
    words = part.title.into(language)
    label, colon, _ = words.partition(_COLON.into(language))
    if mark and colon:
        return f"{label}·{about}"
    return words if part.key.isascii() and part.key.isidentifier() else part.key


def _places(sources: Sequence[Source]) -> dict[str, int]:
    return {source.key: row for row, source in enumerate(sources, start=2)}


def _part_sheet(book: Book, sheet: Worksheet, part: Part, links: _Links) -> None:
    head = len(part.notes) + 3
    require_room(head + len(part.rows) + 1)
    book.line(sheet, 1, [part.title], bold=True)
    for number, note in enumerate(part.notes, start=2):
        book.line(sheet, number, [note])
    book.line(sheet, head, [c.heading for c in part.columns], bold=True)
    sheet.freeze_panes = f"B{head + 1}"
    for number, row in enumerate(part.rows, start=head + 1):
        for i, column in enumerate(part.columns, start=1):
            cell = cell_at(sheet, number, i)
            book.put(cell, row[column.name], column.kind)
            align(cell, wrapped=column.kind is ColumnKind.TEXT)
            if column.kind is ColumnKind.KEYS:
                links.lead(cell, row[column.name])
    if part.totals:
        _totals(book, sheet, part, head + len(part.rows) + 1)
    if part.rows:
        last = get_column_letter(len(part.columns))
        sheet.auto_filter.ref = f"A{head}:{last}{head + len(part.rows)}"
    _widen(sheet, part, book.language)


def _totals(book: Book, sheet: Worksheet, part: Part, number: int) -> None:
    totals: dict[str, CellValue] = {part.columns[0].name: _TOTAL}
    totals.update(part.totals or {})
    for i, column in enumerate(part.columns, start=1):
        cell = cell_at(sheet, number, i)
        book.put(cell, totals.get(column.name), column.kind)
        cell.font = Font(bold=True)


def _define(book: Book, sheet: Worksheet, report: Report, sheets: Sequence[Worksheet]) -> None:
    lines: list[Sequence[CellValue]] = [[report.title], *([note] for note in report.notes)]
    if report.as_of is not None:
        lines.append([Text("截至", "as of"), report.as_of])
    lines.append(_DEFINITION_HEADS)
    head = len(lines)
    for number, line in enumerate(lines, start=1):
        book.line(sheet, number, line, bold=number in {1, head})
    defined = [(s, p.key, c) for s, p in zip(sheets, report.parts, strict=True) for c in p.columns]
    for number, (target, key, column) in enumerate(defined, start=head + 1):
        book.line(sheet, number, [key, column.heading, column.name, column.definition])
        link(cell_at(sheet, number, 1), target, 1)
        align(cell_at(sheet, number, 4), wrapped=True)
    sheet.freeze_panes = f"A{head + 1}"
    for letter, width in zip("ABCD", (28, 18, 22, _WIDEST), strict=True):
        sheet.column_dimensions[letter].width = width


def _source_sheet(book: Book, sheet: Worksheet, sources: Sequence[Source]) -> None:
    require_room(len(sources) + 1)
    book.line(sheet, 1, _SOURCE_HEADS, bold=True)
    for number, source in enumerate(sources, start=2):
        line = (source.key, source.kind, source.text, source.document, source.place)
        book.line(sheet, number, line)
        for i in range(1, len(line) + 1):
            align(cell_at(sheet, number, i), wrapped=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:E{len(sources) + 1}"
    for letter, width in zip("ABCDE", (32, 10, _WIDEST, 32, 10), strict=True):
        sheet.column_dimensions[letter].width = width


def _unlinked(links: _Links) -> tuple[Text, ...]:
    if not links.left_out:
        return ()
    return (
        Text(
            f"一张工作表最多 {LINK_LIMIT} 个链接，另有 {links.left_out} 个单元格没有链接到出处",
            f"a sheet holds {LINK_LIMIT} links at most; cells without a link to their sources: "
            f"{links.left_out}",
        ),
    )


def _rest_sheet(book: Book) -> tuple[Text, ...]:
    if not book.rest:
        return ()
    sheet = book.sheet(_REST.into(book.language))
    book.line(sheet, 1, _REST_HEADS, bold=True)
    for number, pieces in enumerate(list(book.rest), start=2):
        book.line(sheet, number, pieces)
    cells = len({(where, cell) for where, cell, _ in book.rest})
    return (
        Text(
            f"{cells} 个单元格的文字超过 {CELL_LIMIT} 字，余下部分在工作表“{sheet.title}”",
            f"{cells} cells hold more than {CELL_LIMIT} characters; "
            f"the rest of them is in the sheet “{sheet.title}”",
        ),
    )


def _widen(sheet: Worksheet, part: Part, language: Language) -> None:
    for i, column in enumerate(part.columns, start=1):
        widths = [columns(column.heading.into(language))]
        widths.extend(columns(str(readable(row[column.name], language))) for row in part.rows)
        widest = _KEYS_WIDTH if column.kind is ColumnKind.KEYS else _WIDEST
        width = min(widest, max(_NARROWEST, max(widths) + 2))
        sheet.column_dimensions[get_column_letter(i)].width = width
