"""The cells of a review sheet, read from the bytes of a workbook."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping
from typing import Protocol, cast
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from kg.analysis.report import Column
from kg.cli.reviews.filled import FilledCell, FilledRow
from kg.cli.reviews.sheet import READ
from kg.errors import InputError, Problem
from kg.wording import Text, same

UNPACKED_LIMIT = 256 * 1024 * 1024
"""Bytes; a sheet of 100,000 pairs has less."""
_HEAD_WITHIN = 100
"""Rows among which the headings have to stand."""


class _Cell(Protocol):
    """What openpyxl gives for a cell of a sheet that is read only."""

    value: object
    data_type: str


_BROKEN = (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError,
           IndexError, AttributeError, EOFError, zlib.error)  # fmt: skip
"""What openpyxl raises on a file that is no workbook, or a damaged one."""


def read_cells(data: bytes, name: str) -> tuple[FilledRow, ...]:
    """Return the filled rows of the sheet that has the headings of a review sheet.

    Raises
    ------
    InputError
        When the bytes are no workbook, unpack to more than 256 MiB, or no sheet has the headings.
    """
    try:
        _require_small(data, name)
        book = load_workbook(io.BytesIO(data), read_only=True)
        for sheet in book.worksheets:
            rows = cast(Iterator[tuple[_Cell, ...]], iter(sheet.iter_rows()))
            head, columns = _head(rows)
            if columns:
                return tuple(_rows(rows, columns, head))
    except _BROKEN as error:
        raise InputError(
            Problem(
                Text(f"读不了这个工作簿：{error}", f"cannot read the workbook: {error}"),
                same(name),
                Text("kg review export 写出的 XLSX", "a workbook that kg review export wrote"),
            )
        ) from error
    headings = [column.heading for column in READ]
    raise InputError(
        Problem(
            Text("没有一张表有审核表的表头", "no sheet has the headings of a review sheet"),
            same(name),
            Text("、".join(h.zh for h in headings), ", ".join(h.en for h in headings)),
            Text("用 kg review export 重新导出", "write it anew with kg review export"),
        )
    )


def _require_small(data: bytes, name: str) -> None:
    with ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > UNPACKED_LIMIT:
        raise InputError(
            Problem(
                Text(f"工作簿展开后过大（{size} 字节）", f"the workbook unpacks to {size} bytes"),
                same(name),
                Text(f"不超过 {UNPACKED_LIMIT} 字节", f"at most {UNPACKED_LIMIT} bytes"),
            )
        )


def _head(rows: Iterator[tuple[_Cell, ...]]) -> tuple[int, Mapping[int, Column]]:
    """Return the row that has all headings, and which column stands where; (0, {}) without it."""
    by_heading = {word: c for c in READ for word in (c.heading.zh, c.heading.en)}
    for number_of_row, row in zip(range(1, _HEAD_WITHIN), rows, strict=False):
        found = {
            number: by_heading[str(cell.value)]
            for number, cell in enumerate(row, start=1)
            if cell.value is not None and str(cell.value) in by_heading
        }
        if len(set(found.values())) == len(READ):
            return number_of_row, found
    return 0, {}


def _rows(
    rows: Iterator[tuple[_Cell, ...]], columns: Mapping[int, Column], head: int
) -> Iterator[FilledRow]:
    letters = {column.name: get_column_letter(n) for n, column in columns.items()}
    for row_number, row in enumerate(rows, start=head + 1):
        cells = {
            columns[number].name: FilledCell(str(cell.value), is_formula=cell.data_type == "f")
            for number, cell in enumerate(row, start=1)
            if cell.value is not None and number in columns
        }
        if cells:
            yield FilledRow(row_number, cells, letters)
