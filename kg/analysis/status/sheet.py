"""The cells of a status ledger: a TSV or an XLSX with a header line, in either language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kg.errors import InputError, Problem
from kg.wording import Text, same

MEASURE, STATUS, DATE, BY, DOCUMENT = "measure", "status", "date", "by", "document"
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    MEASURE: ("举措", "举措键", "编号", "measure", "measure_key"),
    STATUS: ("状态", "完成情况", "status"),
    DATE: ("日期", "完成日期", "date"),
    BY: ("填报人", "填报单位", "by"),
    DOCUMENT: ("文件", "document"),
}
_MEANT = {heading: name for name, known in _HEADINGS.items() for heading in known}
_REQUIRED = (MEASURE, STATUS)
_EXPECTED = Text(
    "第一行为表头：举措、状态，可加日期、填报人、文件",
    "a header line: measure, status, and date, by, document where wanted",
)
_COMMENT = re.compile(r"#(?![0-9])")
"""How a comment begins; #1 is the first measure of a document without headings."""
_ZIP = b"PK\x03\x04"
_WIDE = (b"\xff\xfe", b"\xfe\xff")

Line = tuple[int, Sequence[object]]


@dataclass(frozen=True, slots=True)
class Cells:
    """One line of a ledger: its number in the file, and its cells by what they mean, each as text
    or a date; empty ones are left out.
    """

    row: int
    cells: Mapping[str, str | date]

    def text(self, name: str) -> str:
        """Return a cell as text; "" where it is empty."""
        return str(self.cells.get(name, ""))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a ledger, the printed heading of each column by what it means, and the
    headings that mean nothing to the program.
    """

    name: str
    lines: tuple[Cells, ...]
    headings: Mapping[str, str]
    ignored: tuple[str, ...]

    def place(self, row: int, column: str) -> Text:
        """Return where a cell stands."""
        heading = self.headings.get(column, column)
        return Text(
            f"{self.name} 第 {row} 行“{heading}”列", f"{self.name}, row {row}, column “{heading}”"
        )


def read_sheet(data: bytes, name: str) -> Sheet:
    """Return the lines of a ledger; blank ones are left out, and the comments of a TSV, which
    begin with ``#`` and no digit.

    Raises
    ------
    InputError
        When the bytes are neither a workbook nor text, or no header line names measure and
        status.
    """
    lines = _workbook(data, name) if data.startswith(_ZIP) else _text(data, name)
    filled = ((row, cells) for row, cells in lines if any(_plain(c) for c in cells))
    first = next(filled, None)
    if first is None:
        return Sheet(name, (), {}, ())
    titles = [str(_plain(cell)) for cell in first[1]]
    columns = _columns(titles, name, first[0])
    headings = {meant: titles[at] for at, meant in columns.items()}
    ignored = tuple(t for at, t in enumerate(titles) if t and at not in columns)
    return Sheet(name, tuple(_cells(line, columns) for line in filled), headings, ignored)


def _columns(titles: Sequence[str], name: str, row: int) -> dict[int, str]:
    """What each column means, by its place."""
    folded = ["_".join(title.casefold().split()) for title in titles]
    columns = {at: _MEANT[title] for at, title in enumerate(folded) if title in _MEANT}
    meanings = list(columns.values())
    twice = sorted({meant for meant in meanings if meanings.count(meant) > 1})
    missing = [meant for meant in _REQUIRED if meant not in meanings]
    if not twice and not missing:
        return columns
    faults = missing or twice
    words = "、".join(_HEADINGS[meant][0] for meant in faults)
    what = (
        Text(f"表头缺少：{words}", f"the header lacks: {', '.join(faults)}")
        if missing
        else Text(f"表头有重复：{words}", f"the header repeats: {', '.join(faults)}")
    )
    raise InputError(Problem(what, Text(f"{name} 第 {row} 行", f"{name}, row {row}"), _EXPECTED))


def _cells(line: Line, columns: Mapping[int, str]) -> Cells:
    row, values = line
    read = {columns[at]: _plain(cell) for at, cell in enumerate(values) if at in columns}
    return Cells(row, {name: value for name, value in read.items() if value})


def _plain(cell: object) -> str | date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _text(data: bytes, name: str) -> Iterator[Line]:
    text = _decoded(data, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)
    try:
        for cells in reader:
            if cells and not _COMMENT.match(cells[0]):
                yield reader.line_num, cells
    except csv.Error as error:
        raise InputError(
            Problem(
                Text(f"读不了这一行：{error}", f"a line cannot be read: {error}"),
                Text(f"{name} 第 {reader.line_num} 行", f"{name}, row {reader.line_num}"),
                Text("以制表符分隔的文本", "text parted by tabs"),
            )
        ) from error


def _decoded(data: bytes, name: str) -> str:
    """Text as editors and spreadsheets save it: UTF-8, UTF-16 with its mark, GB18030."""
    encodings = ("utf-16",) if data.startswith(_WIDE) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise InputError(
        Problem(
            Text("不是 TSV 文本，也不是 XLSX", "neither TSV text nor XLSX"),
            same(name),
            next_step=Text("另存为 UTF-8 的文本或 XLSX", "save it as text in UTF-8 or as XLSX"),
        )
    )


def _workbook(data: bytes, name: str) -> Iterator[Line]:
    from kg.analysis.status.book import book_rows  # noqa: PLC0415 - openpyxl is heavy

    return book_rows(data, name)
