"""Columns whose heading is not understood, told by what their cells say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.grammar.dates import looks_like_deadline
from kg.model import Issue, Place

from ..grammar.bodies import is_name_list
from ..grammar.columns import ColumnRole, Header
from ..grammar.headwords import names_lead, oversees
from .issues import COLUMN_TOLD, COLUMN_UNKNOWN, COLUMN_UNREAD
from .rows import TableRow

_OF_DUTY = re.compile("责任|时限|期限|完成|牵头|主办|配合")
_NAMES = {
    ColumnRole.DEADLINE: "完成时限",
    ColumnRole.LEAD: "牵头单位",
    ColumnRole.TASK: "重点任务",
}
_SHORTEST_TASK = 4


def tell_columns(
    header: Header, rows: Sequence[TableRow], place: Place
) -> tuple[Header, tuple[Issue, ...]]:
    """Return a header with the roles that the cells of its unknown columns show, and an issue for
    each of these columns.

    Four cells in five must be of one kind. Deadlines make a column of deadlines, and text left of
    the measures one of tasks, where the table has none; names of bodies alone give no role: only
    a heading that speaks of leading does. What looks like bodies or deadlines and stays unread is
    a warning.
    """
    columns = list(header.columns)
    issues: list[Issue] = []
    for i, column in enumerate(header.columns):
        texts = list(_texts(rows, i))
        if column.role is not ColumnRole.UNKNOWN or not (column.word or texts):
            continue
        told = Header(tuple(columns))
        role = _role(texts, i, told)
        at = Place(place.line, place.last_line, i + 1)
        if role is not None:
            columns[i] = replace(column, role=role)
            issues.append(Issue(COLUMN_TOLD, at, column.word, _NAMES[role]))
            continue
        doubtful = not oversees(column.word) and _looks_like_duty(column.word, texts, told)
        sample = f"{column.word}：{texts[0]}" if doubtful and texts else column.word
        issues.append(Issue(COLUMN_UNREAD if doubtful else COLUMN_UNKNOWN, at, sample))
    return Header(tuple(columns)), tuple(issues)


def _looks_like_duty(word: str, texts: Sequence[str], header: Header) -> bool:
    """Whether an unknown column may say who is responsible or until when."""
    bodies = len(texts) > 1 and _most(texts, is_name_list)
    dates = _most(texts, looks_like_deadline) and not _dated(header)
    return _OF_DUTY.search(word) is not None or bodies or dates


def _texts(rows: Sequence[TableRow], column: int) -> Iterator[str]:
    """The words of a column in the rows that fill several."""
    for row in rows:
        if row.cells[column] and sum(map(bool, row.cells)) > 1:
            yield row.cells[column].text


def _role(texts: Sequence[str], column: int, header: Header) -> ColumnRole | None:
    word = header.columns[column].word
    if _most(texts, looks_like_deadline):
        return None if _dated(header) else ColumnRole.DEADLINE
    if _most(texts, is_name_list):
        return ColumnRole.LEAD if names_lead(word) and not header.has(ColumnRole.LEAD) else None
    left = column < header.roles.index(ColumnRole.MEASURE)
    if left and not header.has(ColumnRole.TASK) and _most(texts, _is_title):
        return ColumnRole.TASK
    return None


def _dated(header: Header) -> bool:
    return header.has(ColumnRole.DEADLINE)


def _is_title(text: str) -> bool:
    return len(text) >= _SHORTEST_TASK and re.search("[一-鿿]{4}", text) is not None


def _most(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(test, texts)) * 5 >= len(texts) * 4
