"""Signs that a file ends in the middle of a row. A cut file is refused whole: what is missing
cannot be told from what was never there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.errors import InputError, Problem
from kg.model import Paragraph, Source
from kg.wording import Text

from ...grammar.bodies import ends_like_body, split_bodies
from ...grammar.dates import read_timing
from ...grammar.fit import is_task_heading
from ..entries import PAGE, Entry
from ..table import Table

_ENOUGH = 3
"""Rows needed before what the others hold says anything about the last one."""


def refuse_if_cut(source: Source, table: Table, entries: Sequence[Entry]) -> None:
    """Raise when the last row of a table is not whole.

    Raises
    ------
    InputError
        With the line, the last words, and what they lack.
    """
    tail = [p for p in table.tail if PAGE.match(p.text) is None]
    if tail:
        if is_task_heading(tail[-1].text):
            _refuse(source, tail[-1], Text("标题之后没有内容", "nothing follows a heading"))
        return
    sign = next(_signs(source, entries), None) if entries else None
    if sign is not None:
        _refuse(source, None, sign)


def _refuse(source: Source, last: Paragraph | None, sign: Text) -> None:
    number = last.place.line if last else _last_line(source)
    quoted = source.lines[number - 1].strip()[-30:]
    raise InputError(
        Problem(
            what=Text(
                f"文件在一行中间断开：{sign.zh}", f"the file ends in the middle of a row: {sign.en}"
            ),
            where=Text(
                f"{source.name} 第{number}行，…{quoted}", f"{source.name}, line {number}, …{quoted}"
            ),
            expected=Text("与其他各行一样完整的一行", "a row as whole as the others"),
            next_step=Text("重新取得完整的文件再载入", "get the whole file and load it again"),
        )
    )


def _last_line(source: Source) -> int:
    return max(i for i, line in enumerate(source.lines, start=1) if line.strip())


def _signs(source: Source, entries: Sequence[Entry]) -> Iterator[Text]:
    last, others = entries[-1], entries[:-1]
    if last.is_heading_only:
        yield Text("最后的标题没有内容", "the last heading has nothing below it")
        return
    if _opens_more(source.lines[last.place.last_line - 1]):
        yield Text("末行标记没有结束", "markup of the last line is not closed")
    filled = [e for e in others if e.measures]
    if len(filled) < _ENOUGH:
        return
    if not last.has_bodies and _most(filled, [e.has_bodies for e in filled]):
        yield Text("末行没有责任单位", "the last row names no agency")
    if not _whole_bodies(last, filled):
        yield Text("末行单位名称不完整", "the last agency's name is not whole")
    if not last.deadline and _most(filled, [e.deadline is not None for e in filled]):
        yield Text("末行没有完成时限", "the last row has no deadline")
    if last.deadline and _is_beginning(last.deadline.text, filled):
        yield Text("末行完成时限不完整", "the last deadline is not whole")
    for index, cell in enumerate(last.bodies):
        if not cell.words and _most(filled, [_filled(e, index) for e in filled]):
            yield Text(f"末行没有{cell.word}", f"the last row has no {cell.word}")
    if not (last.has_bodies or last.measures):
        yield Text("末行没有举措", "the last row has no measure")


def _filled(entry: Entry, index: int) -> bool:
    return index < len(entry.bodies) and bool(entry.bodies[index].words)


def _most(filled: Sequence[Entry], flags: Sequence[bool]) -> bool:
    """Whether nine rows in ten have it."""
    return sum(flags) * 10 >= len(filled) * 9


def _opens_more(line: str) -> bool:
    low = line.lower()
    return low.count("<p>") > low.count("</p>") or low.rfind("<") > low.rfind(">")


def _names(entry: Entry) -> list[str]:
    return [n for cell in entry.bodies for w in cell.words for n in split_bodies(w.text)]


def _whole_bodies(last: Entry, others: Sequence[Entry]) -> bool:
    """Whether the very last name ends like a body and is not the beginning of another one."""
    names = _names(last)
    if not names or last.deadline:
        return True
    words = [w for cell in last.bodies for w in cell.words][-1].text
    known = {n for e in others for n in _names(e)}
    if names[-1] in known:
        return True
    begins = any(n.startswith(names[-1]) for n in known)
    return ends_like_body(names[-1]) and not begins and words[-1] not in "、，,（("


def _is_beginning(text: str, others: Sequence[Entry]) -> bool:
    """Whether a deadline is unreadable or the beginning of another one, as no other row's is."""
    known = {e.deadline.text for e in others if e.deadline}
    if text in known:
        return False
    readable = all(read_timing(k) is not None for k in known)
    return any(k.startswith(text) for k in known) or (readable and read_timing(text) is None)
