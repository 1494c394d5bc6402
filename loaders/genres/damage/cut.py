"""Signs that a file ends in the middle of a row. A cut file is refused whole: what is missing
cannot be told from what was never there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.errors import InputError, Problem
from kg.grammar.dates import read_timing
from kg.model import Issue, Source
from kg.wording import Text

from ...grammar.asides import is_page_mark
from ...grammar.bodies import SEPARATORS
from ...grammar.fit import is_task_heading
from ...grammar.likeness import ends_like_body
from ...grammar.roles import read_roles
from ..entries import Entry, SetAside
from ..issues import LAST_ROW_DOUBTFUL
from ..rows import TableRow, UnplacedRow
from ..table import Table

_ENOUGH = 5
"""Rows needed before what they end with says anything about the last one."""


def refuse_if_cut(
    source: Source, table: Table, items: Sequence[Entry | SetAside]
) -> tuple[Issue, ...]:
    """Return what makes the end of a file doubtful; raise when its last row is not whole.

    Parameters
    ----------
    items
        What the rows say, as printed: before any repair.

    Raises
    ------
    InputError
        With the line, the last words, and what they lack.
    """
    entries = [i for i in items if isinstance(i, Entry)]
    goes_on = table.beside or any(not is_page_mark(p.text) for p in table.tail)
    noted = isinstance(items[-1], SetAside) and items[-1].is_note if items else False
    ends_in_row = bool(entries) and not goes_on and not noted
    sign = _broken_line(source, table)
    if sign is None and ends_in_row:
        sign = next(_signs(source, table, entries), None)
    if sign is not None:
        _refuse(source, sign)
    return tuple(_doubts(source, entries)) if ends_in_row else ()


def _broken_line(source: Source, table: Table) -> Text | None:
    """The last line of the file is the beginning of a row, or ends inside a mark."""
    line = source.lines[_last_line(source) - 1]
    if _OPEN_MARK.search(line):
        return Text("末行标记没有结束", "markup of the last line is not closed")
    words = "".join(line.split("\t")).strip()
    if any(h.startswith(words) for h in table.printed_headers):
        return Text("末行是表头的开头", "the last line is the beginning of a header")
    if not table.tail or table.tail[-1].place.last_line != _last_line(source):
        return None
    last = table.tail[-1]
    adjacent = len(table.tail) == 1 and source.lines[last.place.line - 2].strip()
    headings = all(is_task_heading(p.text) and "：" not in p.text for p in table.tail)
    if headings or _NUMERAL_ALONE.match(last.text):
        return Text("标题之后没有内容", "nothing follows a heading")
    if adjacent and _NUMBER_ALONE.match(last.text):  # not adjacent it may be a page number
        return Text("标题之后没有内容", "nothing follows a heading")
    return None


_OPEN_MARK = re.compile(r"<[a-zA-Z/!][^<>]{0,40}$|<$")
_NUMBER_ALONE = re.compile(r"[0-9]{1,3}[.．、]?$")
_NUMERAL_ALONE = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、]?$")


def _refuse(source: Source, sign: Text) -> None:
    number = _last_line(source)
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


def _signs(source: Source, table: Table, entries: Sequence[Entry]) -> Iterator[Text]:
    last, others = entries[-1], [e for e in entries[:-1] if e.measures]
    if not last.measures and _is_whole_title(source, table, last):
        return
    if last.is_heading_only:
        yield Text("最后的标题没有内容", "the last heading has nothing below it")
        return
    if not last.measures:
        yield Text("末行没有举措", "the last row has no measure")
    if _opens_more(source.lines[last.place.last_line - 1]):
        yield Text("末行标记没有结束", "markup of the last line is not closed")
    column = _first_missing(source, table)
    if column:
        yield Text(f"末行没有“{column}”", f"the last row has no {column}")
    if last.deadline:
        if _is_beginning(last.deadline.text, others):
            yield Text("末行完成时限不完整", "the last deadline is not whole")
    elif not _ends_whole(source, last, others):
        yield Text("末行单位名称不完整", "the last agency's name is not whole")


def _doubts(source: Source, entries: Sequence[Entry]) -> Iterator[Issue]:
    """Yield what is unlike the other rows in the last one, and no proof that a file was cut."""
    last, others = entries[-1], [e for e in entries[:-1] if e.measures]
    names = _names(last)
    if last.deadline or not names:
        return
    known = {n for e in others for n in _names(e)}
    unlike = names[-1] not in known and not ends_like_body(names[-1])
    if unlike or (not source.ends_with_newline and _ends_unlike(last, others)):
        yield Issue(LAST_ROW_DOUBTFUL, last.place, names[-1])


def _is_whole_title(source: Source, table: Table, last: Entry) -> bool:
    """Whether a last row that holds a title without number is whole: each of its cells is there."""
    row = table.items[-1]
    heading = last.section or last.task
    whole = isinstance(row, TableRow) and row.whole and source.ends_with_newline
    return whole and last.is_heading_only and heading is not None and not heading.number


def _first_missing(source: Source, table: Table) -> str:
    """The word of a column whose cell the last row lacks while others have it; empty if none.

    A cell that is there and empty was left empty; so was, where other rows lack their last cells
    as well, one that is not there and whose line is closed.
    """
    row = table.items[-1]
    if isinstance(row, UnplacedRow):
        return table.header.columns[-1].word
    if not isinstance(row, TableRow) or row.whole:
        return ""
    rows = [r for r in table.items[:-1] if isinstance(r, TableRow) and r.header is row.header]
    rows = [r for r in rows if sum(map(bool, r.cells)) > 1]
    if source.ends_with_newline and any(not r.whole and not r.cells[-1] for r in rows):
        return ""
    for i in range(len(row.cells) - 1, -1, -1):
        if row.cells[i]:
            break
        if sum(bool(r.cells[i]) for r in rows) * 10 >= len(rows) * 8:
            return row.header.columns[i].word
    return ""


def _opens_more(line: str) -> bool:
    """Whether a line opens paragraphs of a cell that it does not close."""
    low = line.lower()
    return low.count("<p>") > low.count("</p>")


def _names(entry: Entry) -> list[str]:
    return [
        named.printed
        for cell in entry.bodies
        for words in cell.words
        for named in read_roles(words.text, cell.role, cell.word)
    ]


def _ends_whole(source: Source, last: Entry, others: Sequence[Entry]) -> bool:
    """Whether the very last name is whole: it does not break off, begins no other name, and ends
    like a body where the file has no final line end.
    """
    names = _names(last)
    if not names:
        return True
    words = [w for cell in last.bodies for w in cell.words][-1].text
    if words[-1] in SEPARATORS or words.count("（") > words.count("）"):
        return False
    known = {n for e in others for n in _names(e)}
    if names[-1] in known or ends_like_body(names[-1]):
        return names[-1] in known or not any(n.startswith(names[-1]) for n in known)
    return source.ends_with_newline


def _ends_unlike(last: Entry, others: Sequence[Entry]) -> bool:
    """Whether nearly all rows end with one body and the last one does not."""
    ends = Counter(names[-1] for names in map(_names, others) if names)
    names = _names(last)
    if not names or ends.total() < _ENOUGH:
        return False
    usual, times = ends.most_common(1)[0]
    return times * 10 >= ends.total() * 8 and names[-1] != usual


def _is_beginning(text: str, others: Sequence[Entry]) -> bool:
    """Whether a deadline breaks off: it begins another row's and says something else, or it is a
    date that no longer can be read, as no other row's is.
    """
    known = {e.deadline.text for e in others if e.deadline}
    if text in known:
        return False
    timing = read_timing(text)
    if any(k.startswith(text) and read_timing(k) != timing for k in known):
        return True
    readable = all(read_timing(k) is not None for k in known)
    return timing is None and readable and _DATE_BEGUN.fullmatch(text) is not None


_DATE_BEGUN = re.compile(r"[0-9０-９年月至到—\-./\s]{1,20}")
