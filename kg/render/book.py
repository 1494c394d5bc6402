"""A workbook under construction: cells with their types, texts too long for a cell, names of
sheets, links within.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from kg.analysis.report import CellValue, ColumnKind
from kg.errors import KgError, Problem
from kg.render.archive import timeless
from kg.render.cells import readable
from kg.render.formula import storable
from kg.wording import Language, Text

CELL_LIMIT = 32_767
"""Longest text of a cell in the file format, in UTF-16 units; programs cut what is longer."""

ROW_LIMIT = 1_048_576
"""Rows of a sheet in the file format."""

LINK_LIMIT = 65_530
"""Links of a sheet; a spreadsheet program calls a file with more of them damaged."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it the days of the file format are one off."""

_EXACT = 10**15
"""Whole numbers from here on lose their last digits in a spreadsheet program."""

_SHEET_NAME_LIMIT = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_RESERVED = frozenset({"history"})
_STYLES = {ColumnKind.SHARE: "0.0%", ColumnKind.DATE: "yyyy-mm-dd", ColumnKind.COUNT: "0"}
_BASIC = 0xFFFF
_LINK_COLOUR = "0563C1"
_BOLD = Font(bold=True)
_LINK = Font(color=_LINK_COLOUR, underline="single")
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)


class TooManyRowsError(KgError):
    """More rows than a sheet may have."""


@dataclass(slots=True)
class Book:
    """A workbook, with the texts that did not fit their cells."""

    language: Language
    book: Workbook = field(default_factory=Workbook)
    rest: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.book.remove(self.book.worksheets[0])

    def sheet(self, title: str) -> Worksheet:
        """Return a new sheet, its name as near to the title as the format allows."""
        used = {name.casefold() for name in self.book.sheetnames}
        sheet: Worksheet = self.book.create_sheet(sheet_name(title, used))
        return sheet

    def put(self, cell: Cell, value: CellValue, kind: ColumnKind = ColumnKind.TEXT) -> None:
        """Write a value with its type; a text is never taken for a formula, and what does not fit
        into a cell goes on elsewhere.
        """
        if isinstance(value, str | tuple | Text) or _inexact(value):
            first, *more = pieces(storable(str(readable(value, self.language))))
            self.rest.extend((cell.parent.title, cell.coordinate, piece) for piece in more)
            cell.value = first
            cell.data_type = "s"
        elif value is not None:
            cell.value = value
            cell.number_format = _STYLES.get(kind, "General")

    def line(
        self, sheet: Worksheet, number: int, values: Sequence[CellValue], *, bold: bool = False
    ) -> None:
        """Write the cells of a row from the left."""
        for i, value in enumerate(values, start=1):
            cell = cell_at(sheet, number, i)
            kind = ColumnKind.DATE if isinstance(value, date) else ColumnKind.TEXT
            self.put(cell, value, kind)
            if bold:
                cell.font = _BOLD

    def saved(self) -> bytes:
        """Return the workbook as a file; the same content gives the same bytes."""
        then = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        self.book.properties.created = self.book.properties.modified = then
        out = io.BytesIO()
        self.book.save(out)
        return timeless(out.getvalue())


def require_room(rows: int) -> None:
    """Refuse more rows than a sheet may have.

    Raises
    ------
    TooManyRowsError
        When there are too many.
    """
    if rows > ROW_LIMIT:
        raise TooManyRowsError(
            Problem(
                Text(
                    f"一张工作表放不下：{rows} 行，最多 {ROW_LIMIT} 行",
                    f"too many rows for a sheet: {rows} of {ROW_LIMIT} at most",
                ),
                next_step=Text(
                    "改用 csv，或用 --document、--top 缩小范围",
                    "write csv, or narrow it down with --document or --top",
                ),
            )
        )


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell to write to."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("merged cells are never written to")
    return cell


def link(cell: Cell, sheet: Worksheet, row: int) -> None:
    """Let a cell lead to the beginning of a row of a sheet: an address within the file, no
    formula.
    """
    where = f"'{sheet.title}'!A{row}"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=where, display=None)
    cell.font = _LINK


def align(cell: Cell, *, wrapped: bool) -> None:
    """Let a text stand at the top of its cell, in lines where it is long."""
    cell.alignment = _WRAPPED if wrapped else _TOP


def pieces(text: str) -> list[str]:
    """Return a text in pieces that fit a cell each; at least one.

    Examples
    --------
    >>> [len(piece) for piece in pieces("𠮷" * 20_000)]
    [16383, 3617]
    """
    if len(text) * 2 <= CELL_LIMIT:
        return [text]
    found, start, used = [], 0, 0
    for i, character in enumerate(text):
        units = 2 if ord(character) > _BASIC else 1
        if used + units > CELL_LIMIT:
            found.append(text[start:i])
            start, used = i, 0
        used += units
    return [*found, text[start:]]


def sheet_name(title: str, used: set[str]) -> str:
    """Return a title as the file format allows it: 31 characters, some marks not, each once.

    A long title loses its middle: its end tells the parts of one document apart.

    Examples
    --------
    >>> sheet_name("福州市国家知识产权强市建设示范城市工作方案重点任务分解表!unnamed", set())
    '福州市国家知识产权强市建设示范城市工作方案重…!unnamed'
    >>> sheet_name("History", set()), sheet_name("甲", {"甲"})
    ('History_', '甲~2')
    """
    name = _NOT_IN_SHEET_NAMES.sub("_", storable(title)).strip() or "_"
    if name.casefold() in _RESERVED:
        name = f"{name}_"
    base, number = _shortened(name, _SHEET_NAME_LIMIT), 1
    name = base
    while name.casefold() in used:
        number += 1
        end = f"~{number}"
        name = _shortened(base, _SHEET_NAME_LIMIT - len(end)) + end
    return name


def _shortened(name: str, limit: int) -> str:
    if len(name) <= limit:
        return name
    stem, mark, end = name.rpartition("!")
    if not mark or len(end) > limit // 2:
        return f"{name[: limit - 1]}…"
    return f"{stem[: limit - len(end) - 2]}…!{end}"


def _inexact(value: CellValue) -> bool:
    """Tell whether a spreadsheet program would show another number, or another day."""
    if isinstance(value, date):
        return value < _FIRST_DAY
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _EXACT
