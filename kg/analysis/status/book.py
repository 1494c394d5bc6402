"""The rows of a status ledger that is a workbook."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kg.errors import InputError, Problem
from kg.wording import Text, same

UNPACKED_LIMIT = 256 * 1024 * 1024
_ROW_LIMIT = 1_000_000
_BROKEN = (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError,
           IndexError, AttributeError, EOFError, zlib.error)  # fmt: skip
"""What openpyxl raises on a file that is no workbook, or a damaged one."""


def book_rows(data: bytes, name: str) -> Iterator[tuple[int, Sequence[object]]]:
    """Yield the rows of the first sheet with their numbers; formulas as the figures last saved.

    Raises
    ------
    InputError
        When the bytes are no workbook, or unpack to more than 256 MiB.
    """
    try:
        _require_small(data, name)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        yield from enumerate(
            book.worksheets[0].iter_rows(values_only=True, max_row=_ROW_LIMIT), start=1
        )
    except _BROKEN as error:
        raise InputError(
            Problem(
                Text("读不了这个工作簿", "the workbook cannot be read"),
                same(name),
                next_step=Text("用表格软件重新另存为 XLSX", "save it anew as XLSX"),
            )
        ) from error


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
