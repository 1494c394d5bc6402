"""Rows from cells that stand one under another with no line for empty cells and none between rows.

Where each row begins is in no single cell: the likeliest reading of the whole run is looked for,
each cell weighed by how well it fits a column, each column left empty by how seldom it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.grammar.dates import looks_like_deadline
from kg.model import Cell

from ..grammar.bodies import is_body_list, split_bodies
from ..grammar.columns import BODY_ROLES, ColumnRole, Header
from ..grammar.fit import fits, is_task_heading
from ..grammar.headings import Numbering, is_heading_like, read_heading
from ..grammar.likeness import ends_like_body

_MOST_MISFITS = 10
"""One cell in so many may fit its column badly; with more the run is not read."""

_SURE, _GOOD, _FAIR, _POOR, _NEUTRAL = 3.0, 2.0, 1.0, 0.5, 0.0
_DOUBTFUL, _BAD, _WORST = -1.0, -2.0, -6.0
"""What a cell in a column is worth: only the first two can hardly stand elsewhere."""

_EMPTY = {ColumnRole.MEASURE: 8.0, ColumnRole.ASSIST: 1.5, ColumnRole.DEADLINE: 2.0}
_EMPTY_BODIES = 3.0
_EMPTY_OTHER = 0.3
"""What a row costs that leaves a column empty: one without a measure is hardly a row."""

_NO_ORDINAL = 3.0
"""What a task costs without the ordinal that the table counts tasks with."""

_LONGEST_NAME = 40
_LONGEST_WORDS = 20
_LONGEST_DATE = 14
_SHORTEST_MEASURE = 5


@dataclass(frozen=True, slots=True)
class RunRow:
    """A row found in a run: its cells by column, and whether each of them fits."""

    cells: Mapping[int, Cell]
    fits: bool


def rows_of_run(cells: Sequence[Cell], header: Header) -> list[RunRow] | None:
    """Return the rows of a run of filled cells; None where too many cells fit no column.

    Notes
    -----
    The best sequence of columns is found from left to right as in Viterbi's algorithm: a cell
    stands right of the one before it, or begins a row. Time grows with the number of cells times
    the square of the number of columns.
    """
    weights = _Weights(header, cells)
    columns = _best_columns(cells, weights)
    rows: list[RunRow] = []
    misfits = 0
    last = across = weights.width
    for cell, column in zip(cells, columns, strict=True):
        value = weights.value(cell.text, column)
        misfits += value < 0
        if across in (column, last) or column <= last:
            rows.append(RunRow({}, fits=True))
        where = _heading_column(cell.text, header) if column == across else column
        rows[-1] = RunRow({**rows[-1].cells, where: cell}, rows[-1].fits and value >= 0)
        last = column
    return rows if misfits * _MOST_MISFITS <= len(cells) else None


class _Weights:
    """What a cell in a column is worth, and what leaving columns empty costs.

    The header's width stands for a heading across the table.
    """

    def __init__(self, header: Header, cells: Sequence[Cell]) -> None:
        self.width = len(header.columns)
        self._roles = header.roles
        self._before = [0.0]
        for role in header.roles:
            cost = _EMPTY_BODIES if role in BODY_ROLES else _EMPTY_OTHER
            self._before.append(self._before[-1] + _EMPTY.get(role, cost))
        has_tasks = header.has(ColumnRole.TASK)
        self._counted = header.roles.index(ColumnRole.TASK if has_tasks else ColumnRole.MEASURE)
        counts = ColumnRole.ORDINAL in header.roles[: self._counted]
        self._ordinal = header.roles.index(ColumnRole.ORDINAL) if counts else None
        self._numbered = has_tasks and sum(_is_numbered(c.text) for c in cells) > 1

    def value(self, text: str, column: int) -> float:
        """Return how well a text fits a column: above 0 well, below badly."""
        if column == self.width:
            return _as_heading(text)
        role = self._roles[column]
        if role is ColumnRole.TASK and self._numbered and not _is_numbered(text):
            return _BAD
        return _value(text, role)

    def step(self, left: int, right: int) -> float:
        """Return the cost of going from one cell's column to the next cell's: on in the row, or to
        another one.
        """
        if self.width not in (left, right) and left < right:
            return self._empty(left, right)
        return self.end(left) + self.start(right)

    def start(self, column: int) -> float:
        """Return the cost of the columns left empty in front of a row's first cell."""
        return 0.0 if column == self.width else self._empty(-1, column)

    def end(self, column: int) -> float:
        """Return the cost of the columns left empty behind a row's last cell."""
        return 0.0 if column == self.width else self._empty(column, self.width)

    def _empty(self, left: int, right: int) -> float:
        uncounted = right == self._counted and self._ordinal not in (None, left)
        empty = self._before[right] - self._before[left + 1]
        return empty + (_NO_ORDINAL if uncounted else 0.0)


def _best_columns(cells: Sequence[Cell], weights: _Weights) -> list[int]:
    """Return the column of each cell of the best reading."""
    columns = range(weights.width + 1)
    steps = [[weights.step(left, right) for left in columns] for right in columns]
    worth = [weights.value(cells[0].text, c) - weights.start(c) for c in columns]
    origins: list[list[int]] = []
    for cell in cells[1:]:
        best = [
            max((worth[left] - steps[right][left], left) for left in columns) for right in columns
        ]
        origins.append([left for _, left in best])
        worth = [w + weights.value(cell.text, c) for c, (w, _) in enumerate(best)]
    chosen = [max((worth[c] - weights.end(c), c) for c in columns)[1]]
    for origin in reversed(origins):
        chosen.append(origin[chosen[-1]])
    return chosen[::-1]


def _is_numbered(text: str) -> bool:
    heading = read_heading(text)
    outer = (Numbering.CHINESE, Numbering.CHINESE_BRACKET)
    return heading is not None and heading.numbering not in outer and is_task_heading(text)


def _heading_column(text: str, header: Header) -> int:
    """Return the column that a heading alone in its row is put in."""
    inner = header.has(ColumnRole.TASK) and _is_numbered(text)
    return header.roles.index(ColumnRole.TASK if inner else ColumnRole.MEASURE)


@lru_cache(maxsize=32_768)
def _value(text: str, role: ColumnRole) -> float:
    if role in BODY_ROLES:
        if fits(text, role):
            return _SURE
        alike = _is_name(text) and all(map(ends_like_body, split_bodies(text)))
        return _FAIR if alike else _BAD if _is_name(text) else _WORST
    return _VALUES.get(role, _as_remark)(text)


@lru_cache(maxsize=8_192)
def _as_heading(text: str) -> float:
    heading = read_heading(text)
    if heading is None:
        is_title = is_heading_like(text) and not fits(text, ColumnRole.LEAD)
        return _DOUBTFUL if is_title else _WORST
    if not is_task_heading(text):
        return _WORST
    return _SURE if heading.numbering is Numbering.CHINESE else _POOR


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not re.search(r"[。；]", text) and not _is_other(text)


def _is_other(text: str) -> bool:
    return _is_deadline(text) or fits(text, ColumnRole.ORDINAL)


def _is_deadline(text: str) -> bool:
    """Whether a text reads as a deadline and is no sentence that sets a limit of time."""
    return looks_like_deadline(text) and (len(text) <= _LONGEST_DATE or text[-1] not in "。；;")


def _as_deadline(text: str) -> float:
    if _is_deadline(text):
        return _SURE
    short = len(text) <= _LONGEST_WORDS and not is_body_list(text)
    return _DOUBTFUL if short and not fits(text, ColumnRole.ORDINAL) else _WORST


def _as_ordinal(text: str) -> float:
    return _SURE if fits(text, ColumnRole.ORDINAL) else _WORST


def _as_measure(text: str) -> float:
    if _is_other(text) or is_body_list(text):
        return _WORST
    if len(text) < _SHORTEST_MEASURE or is_task_heading(text):
        return _BAD
    return _GOOD if re.search(r"[。；;]$", text) else _FAIR


def _as_task(text: str) -> float:
    if _is_other(text) or is_body_list(text):
        return _WORST
    if read_heading(text) is not None:
        return _SURE if is_task_heading(text) else _DOUBTFUL
    return _NEUTRAL if re.search(r"[。；;]$", text) else _POOR


def _as_unknown(text: str) -> float:
    return _BAD if fits(text, ColumnRole.ORDINAL) else _NEUTRAL


def _as_remark(text: str) -> float:
    if _is_other(text):
        return _BAD
    return _NEUTRAL if len(text) > _LONGEST_NAME else _POOR


_VALUES: Mapping[ColumnRole, Callable[[str], float]] = {
    ColumnRole.DEADLINE: _as_deadline,
    ColumnRole.ORDINAL: _as_ordinal,
    ColumnRole.MEASURE: _as_measure,
    ColumnRole.TASK: _as_task,
    ColumnRole.SECTION: _as_task,
    ColumnRole.UNKNOWN: _as_unknown,
}
