"""The roles of a table's columns, from the words that head them and from their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .headwords import formed_role, listed_role, names_lead


class ColumnRole(StrEnum):
    """What stands in a column."""

    ORDINAL = "ordinal"
    SECTION = "section"
    TASK = "task"
    MEASURE = "measure"
    LEAD = "lead"
    ASSIST = "assist"
    RESPONSIBLE = "responsible"
    RANKED = "ranked"  # a list of which the text says that the first body leads
    DEADLINE = "deadline"
    GOAL = "goal"
    REMARK = "remark"
    TEXT = "text"  # a text column whose level its neighbours decide; never in a finished header
    UNKNOWN = "unknown"


BODY_ROLES = frozenset(
    {ColumnRole.LEAD, ColumnRole.ASSIST, ColumnRole.RESPONSIBLE, ColumnRole.RANKED}
)
TEXT_ROLES = frozenset({ColumnRole.SECTION, ColumnRole.TASK, ColumnRole.MEASURE, ColumnRole.TEXT})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands in it, and the word that heads it as printed."""

    role: ColumnRole
    word: str


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, from left to right."""

    columns: tuple[Column, ...]

    @property
    def roles(self) -> tuple[ColumnRole, ...]:
        """The role of each column."""
        return tuple(c.role for c in self.columns)

    def has(self, role: ColumnRole) -> bool:
        """Tell whether any column has a role."""
        return role in self.roles


def known_words() -> tuple[str, ...]:
    """Return examples of the words understood, for error texts: one line for each kind."""
    return (
        "重点任务、工作任务",
        "落实举措、具体内容、工作举措、具体措施",
        "牵头单位、责任单位、配合单位、责任处室",
        "完成时限、时间节点",
        "序号、备注",
    )


def column_role(word: str) -> ColumnRole:
    """Return what a heading word says by itself.

    Examples
    --------
    >>> column_role("责任处室（单位）")
    <ColumnRole.RESPONSIBLE: 'responsible'>
    >>> column_role("重点工作任务")
    <ColumnRole.TEXT: 'text'>
    >>> column_role("甲")
    <ColumnRole.UNKNOWN: 'unknown'>
    """
    role = listed_role(word)
    return ColumnRole(role) if role else ColumnRole.UNKNOWN


def likely_role(word: str) -> ColumnRole:
    """Return what a heading word says by itself or, unlisted, by its form.

    Examples
    --------
    >>> likely_role("整改时限"), likely_role("整改措施")
    (<ColumnRole.DEADLINE: 'deadline'>, <ColumnRole.MEASURE: 'measure'>)
    """
    role = listed_role(word) or formed_role(word)
    return ColumnRole(role) if role else ColumnRole.UNKNOWN


def read_header(words: Sequence[str]) -> Header | None:
    """Return the columns that a row of words heads; None where the row is no header.

    A header has a column of bodies, a column of text, and more known words than unknown ones; one
    of its words at least is listed among those of bodies, or two among the others: a row of the
    table may hold words that only look like headings. An empty word right of a text column
    continues it: a heading printed over two columns.

    Examples
    --------
    >>> [c.role.value for c in read_header(["重点任务", "落实举措", "责任单位"]).columns]
    ['task', 'measure', 'responsible']
    >>> [c.role.value for c in read_header(["重点任务", "牵头单位", "责任单位"]).columns]
    ['measure', 'lead', 'assist']
    >>> read_header(["市科技局", "市教育局", "2025年6月"]) is None
    True
    """
    listed = [column_role(w) for w in words]
    sure = sum(r is not ColumnRole.UNKNOWN for r in listed)
    if not BODY_ROLES & set(listed) and sure < _FEWEST_LISTED:
        return None
    roles = [likely_role(w) for w in words]
    for i, word in enumerate(words):
        if not word.strip() and i and roles[i - 1] in TEXT_ROLES:
            roles[i] = ColumnRole.TEXT
    known = sum(r is not ColumnRole.UNKNOWN for r in roles)
    if not BODY_ROLES & set(roles) or not TEXT_ROLES & set(roles) or known * 2 <= len(roles):
        return None
    levelled = _level(_by_neighbours(roles, words))
    return Header(tuple(Column(r, w.strip()) for r, w in zip(levelled, words, strict=True)))


_FEWEST_LISTED = 2


def _by_neighbours(roles: Sequence[ColumnRole], words: Sequence[str]) -> list[ColumnRole]:
    """责任单位 means the supporting agencies beside a lead column, and those who lead beside a
    column of supporting agencies alone: the table then tells the two apart. A heading that speaks
    of leading and is not understood is a lead column all the same (牵头领导及单位).
    """
    unread = (w for w, r in zip(words, roles, strict=True) if r is ColumnRole.UNKNOWN)
    if ColumnRole.LEAD in roles or any(map(names_lead, unread)):
        meant = ColumnRole.ASSIST
    elif ColumnRole.ASSIST in roles:
        meant = ColumnRole.LEAD
    else:
        return list(roles)
    return [meant if r is ColumnRole.RESPONSIBLE else r for r in roles]


def _level(roles: Sequence[ColumnRole]) -> list[ColumnRole]:
    """Give each column of text its level: from the right measure, task, section."""
    places = [i for i, r in enumerate(roles) if r in TEXT_ROLES]
    levels = [ColumnRole.MEASURE, ColumnRole.TASK, ColumnRole.SECTION]
    result = list(roles)
    taken: set[ColumnRole] = {r for r in roles if r in (ColumnRole.MEASURE, ColumnRole.SECTION)}
    if roles.count(ColumnRole.MEASURE) > 1:  # two measure words: the left one holds tasks
        first = roles.index(ColumnRole.MEASURE)
        result[first] = ColumnRole.TASK
        taken.add(ColumnRole.TASK)
    for i in reversed(places):
        if result[i] is ColumnRole.TEXT:
            free = [level for level in levels if level not in taken]
            result[i] = free[0] if free else ColumnRole.REMARK
            taken.add(result[i])
    if ColumnRole.MEASURE not in result:  # a section word alone heads the only text
        result[places[-1]] = ColumnRole.MEASURE
    return result
