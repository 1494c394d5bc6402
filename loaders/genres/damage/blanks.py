"""Cells left blank in rows that fill others: merged with the cell above, or never printed.

A text keeps no trace of merged cells. They are taken for merged only where the whole column shows
it: filled in the first row of each task, blank only in others, and never printing in a row what
the row above prints, which a merged cell would hold. Else they are pointed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Issue

from ...grammar.columns import ColumnRole
from ..entries import Entry, Words
from ..issues import CELL_BLANK, CELL_BLANK_ASSIST, COLUMN_INHERITED

_FEWEST = 2
"""Rows that must be filled, and rows that must be blank, to show that cells were merged."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of bodies by its index, or the deadlines (None)."""

    index: int | None
    role: ColumnRole
    word: str

    def words(self, entry: Entry) -> tuple[Words, ...]:
        """What a row prints in the column."""
        if self.index is None:
            return (entry.deadline,) if entry.deadline else ()
        return entry.bodies[self.index].words

    def filled(self, entry: Entry, above: Entry) -> Entry:
        """Return a row with the column taken from a row above it."""
        if self.index is None:
            return replace(entry, deadline=above.deadline)
        bodies = list(entry.bodies)
        bodies[self.index] = above.bodies[self.index]
        return replace(entry, bodies=tuple(bodies))


def settle_blanks(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with merged cells filled from above, and a note on each blank cell of
    leads, deadlines or, in a row that goes on with a task, supporting agencies.

    Rows that name no body at all are left to :mod:`..outline`.
    """
    settled = list(entries)
    for column in _columns(entries):
        _settle(settled, column)
    return settled


def _columns(entries: Sequence[Entry]) -> Iterator[_Column]:
    first = next((e for e in entries if e.measures and e.bodies), None)
    if first is None:
        return
    words = [c.word for c in first.bodies]
    if any([c.word for c in e.bodies] != words for e in entries if e.bodies):
        return  # the header changes on the way: columns cannot be followed through
    if len(words) > 1:
        for i, cell in enumerate(first.bodies):
            yield _Column(i, cell.role, cell.word)
    yield _Column(None, ColumnRole.DEADLINE, "完成时限")


def _settle(entries: list[Entry], column: _Column) -> None:
    rows = [i for i, e in enumerate(entries) if e.measures and e.has_bodies and e.bodies]
    blank = {i for i in rows if not column.words(entries[i])}
    first = _first_rows(entries)
    if not blank or len(blank) == len(rows):
        return
    if _is_merged(entries, column, rows, first):
        above = entries[rows[0]]
        for i in rows:
            if i in blank:
                text = "".join(w.text for w in column.words(above))
                issue = Issue(COLUMN_INHERITED, entries[i].place, column.word, text)
                entries[i] = column.filled(entries[i], above).noting(issue)
            above = entries[i]
    elif len(blank) * 2 <= len(rows):
        for i in blank:
            _note(entries, i, column, goes_on=i not in first)


def _is_merged(
    entries: Sequence[Entry], column: _Column, rows: Sequence[int], first: frozenset[int]
) -> bool:
    """Whether the column is blank where cells are merged, and nowhere else."""
    printed = ["".join(w.text for w in column.words(entries[i])) for i in rows]
    blank = printed.count("")
    if min(blank, len(rows) - blank) < _FEWEST:
        return False
    if any(not text for i, text in zip(rows, printed, strict=True) if i in first):
        return False
    above = ""
    for i, text in zip(rows, printed, strict=True):
        goes_on = bool(text) and i not in first
        if goes_on and (text == above or column.role is ColumnRole.ASSIST):
            return False  # support may be missing in a row: all of them must be blank
        above = text or above
    return True


def _note(entries: list[Entry], i: int, column: _Column, *, goes_on: bool) -> None:
    assists = column.role is ColumnRole.ASSIST
    if assists and not goes_on:
        return  # nobody need support a task
    kind = CELL_BLANK_ASSIST if assists else CELL_BLANK
    entries[i] = entries[i].noting(Issue(kind, entries[i].place, column.word))


def _first_rows(entries: Sequence[Entry]) -> frozenset[int]:
    """The rows that begin a task or a section."""
    first: set[int] = set()
    task, waiting = "", False
    for i, entry in enumerate(entries):
        begins = entry.task is not None and entry.task.title != task
        waiting = waiting or begins or entry.section is not None
        if entry.task is not None:
            task = entry.task.title
        if entry.measures and waiting:
            first.add(i)
            waiting = False
    return frozenset(first)
