r"""The ledger as bytes: a TSV file that people read, edit and keep in git.

UTF-8, a header line, one correction on each line. Lines that begin with ``#`` and blank ones are
kept where they stand. A tab, line break or backslash within a cell is written ``\t``, ``\n``,
``\r``, ``\\``. Empty cells at the end of a line may be missing: many editors take them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.corrections.entry import Entry
from kg.errors import InputError, Problem
from kg.wording import Text

COLUMNS = (
    "action",
    "document",
    "target",
    "target_hash",
    "was",
    "value",
    "by",
    "date",
    "comment",
)
_REQUIRED = COLUMNS.index("value") + 1
_GREETING = (
    "# kg 更正账本，每行一条，制表符分隔；用 kg correct add 添加。"
    "Corrections, one on each line; add them with kg correct add."
)
_MARK = "\ufeff"
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_MEANINGS = {written: meant for meant, written in _ESCAPES.items()}
_ESCAPE = re.compile(r"\\.?", re.DOTALL)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no cell may hold once its escapes are read: other programs break lines at some of these."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one line, in the order of :data:`COLUMNS`."""

    line: int
    cells: tuple[str, ...]


def decode(data: bytes, name: str) -> tuple[str, ...]:
    """Return the lines of a ledger, without line ends.

    Raises
    ------
    InputError
        When the bytes are not UTF-8.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            Problem(
                Text("更正账本不是 UTF-8 编码", "the ledger is not in UTF-8"),
                place(name, line),
                next_step=Text("另存为 UTF-8 的文本", "save it as text in UTF-8"),
            )
        ) from error
    lines = text.removeprefix(_MARK).split("\n")
    return tuple(line.removesuffix("\r") for line in lines)


def read_cells(lines: Sequence[str], name: str) -> Iterator[Cells | Problem]:
    """Yield the cells of each correction, or what is wrong with its line.

    The first line that is no comment is the header; without the right one nothing else is read.
    A last line without a line end that lacks cells may have been cut, and its value with it.
    """
    numbered = ((n, line) for n, line in enumerate(lines, start=1) if not _is_comment(line))
    header = next(numbered, None)
    if header is None:
        return
    if tuple(header[1].rstrip("\t").split("\t")) != COLUMNS:
        yield Problem(
            Text("更正账本的表头不对", "the ledger's header is wrong"),
            place(name, header[0]),
            Text(f"{'、'.join(COLUMNS)}，以制表符分隔", f"{', '.join(COLUMNS)}, parted by tabs"),
        )
        return
    for number, line in numbered:
        yield _cells(number, line, name, cut=number == len(lines))


def _cells(number: int, line: str, name: str, *, cut: bool) -> Cells | Problem:
    written = line.split("\t")
    if cut and len(written) < len(COLUMNS):
        return Problem(
            Text(
                f"账本在这一行断了：只有 {len(written)} 格，也没有换行",
                f"the ledger breaks off on this line: {len(written)} cells and no line end",
            ),
            place(name, number),
            Text(f"{len(COLUMNS)} 格，或以换行结束", f"{len(COLUMNS)} cells, or a line end"),
            Text("补全这一行", "complete the line"),
        )
    if not _REQUIRED <= len(written) <= len(COLUMNS):
        return Problem(
            Text(f"这一行有 {len(written)} 格", f"the line has {len(written)} cells"),
            place(name, number),
            Text(
                f"{_REQUIRED} 到 {len(COLUMNS)} 格，以制表符分隔",
                f"{_REQUIRED} to {len(COLUMNS)} cells, parted by tabs",
            ),
        )
    cells = []
    for column, words in zip(COLUMNS, written, strict=False):
        meant = unescape(words)
        if meant is None:
            return Problem(
                Text(
                    f"{column} 一格有不认识的转义或控制字符",
                    f"cell {column} has an unknown escape or a control character",
                ),
                place(name, number),
                Text(r"只用 \t、\n、\r、\\", r"only \t, \n, \r and \\"),
            )
        cells.append(meant)
    cells += [""] * (len(COLUMNS) - len(cells))
    return Cells(number, tuple(cells))


def escape(text: str) -> str:
    r"""Return a text as it stands in a cell.

    Examples
    --------
    >>> escape("甲\t乙\\")
    '甲\\t乙\\\\'
    """
    return "".join(_ESCAPES.get(character, character) for character in text)


def unescape(words: str) -> str | None:
    """Return the text of a cell; None when it has an unknown escape or a control character."""
    if any(found not in _MEANINGS for found in _ESCAPE.findall(words)):
        return None
    if _UNPRINTABLE.search(words):
        return None
    return _ESCAPE.sub(lambda found: _MEANINGS[found[0]], words)


def line_of(entry: Entry) -> str:
    """Return the line of a correction.

    Raises
    ------
    InputError
        When a cell holds what no cell can hold.
    """
    cells = [str(getattr(entry, column)) for column in COLUMNS]
    for column, text in zip(COLUMNS, cells, strict=True):
        if _UNPRINTABLE.search(text.replace("\r", "")):
            raise InputError(
                Problem(
                    Text(f"{column} 中有控制字符", f"{column} has a control character"),
                    next_step=Text("去掉后再记", "take it out"),
                )
            )
    return "\t".join(map(escape, cells)).rstrip("\t")


def appended(data: bytes, entry: Entry) -> tuple[bytes, int]:
    """Return a ledger with one more correction, and the number of its line."""
    if not data.removeprefix(_MARK.encode()).strip():
        head = f"{_GREETING}\n{chr(9).join(COLUMNS)}\n"
        return f"{head}{line_of(entry)}\n".encode(), 3
    end = _line_end(data)
    if not data.endswith(b"\n"):
        data += end
    return data + line_of(entry).encode() + end, data.count(b"\n") + 1


def without_line(data: bytes, number: int) -> bytes:
    """Return a ledger without one of its lines."""
    lines = data.split(b"\n")
    kept = lines[: number - 1] + lines[number:]
    return _with_mark_of(data, b"\n".join(kept))


def with_line(data: bytes, number: int, entry: Entry) -> bytes:
    """Return a ledger with one of its lines written anew."""
    lines = data.split(b"\n")
    end = b"\r" if lines[number - 1].endswith(b"\r") else b""
    lines[number - 1] = line_of(entry).encode() + end
    return _with_mark_of(data, b"\n".join(lines))


def place(name: str, line: int) -> Text:
    """Return where a fault stands."""
    return Text(f"{name} 第 {line} 行", f"{name}, line {line}")


def _with_mark_of(before: bytes, data: bytes) -> bytes:
    """Keep the byte order mark where the first line was taken away with it."""
    byte_mark = _MARK.encode()
    if before.startswith(byte_mark) and not data.startswith(byte_mark):
        return byte_mark + data
    return data


def _line_end(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"


def _is_comment(line: str) -> bool:
    return line.startswith("#") or not line.strip()
