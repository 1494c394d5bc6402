"""What a table as a whole shows of its numbering: what 一、, （一） and the ordinals count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from kg.model import Cell, Paragraph

from ..grammar.columns import ColumnRole
from ..grammar.fit import is_task_heading
from ..grammar.headings import Numbering, read_heading
from .rows import TableRow
from .table import Table

_ORDINAL = re.compile(
    r"(?:第|No\.?|NO\.?)?[（(]?\s?([0-9]{1,4}(?:[.\-—][0-9]{1,3}){0,3}|[一二三四五六七八九十百]{1,5})\s?[）)]?[.．、项号]?"
)
_LONGEST_ORDINAL = 8
"""Characters; what is longer beside the rows is text and no number."""


@dataclass(frozen=True, slots=True)
class Levels:
    """How a table numbers its parts.

    Parameters
    ----------
    sections
        The numbering of headings that stand alone in a row and head a section.
    chinese_tasks
        Whether 一、 in the task column numbers tasks.
    ordinals_number_measures
        Whether the ordinal column counts measures.
    arabic_ordinals
        Whether any row is counted 1, 2, 3: 一 in that column then counts sections.
    """

    sections: Numbering
    chinese_tasks: bool
    ordinals_number_measures: bool
    arabic_ordinals: bool

    @classmethod
    def of(cls, table: Table) -> Levels:
        """Return what the rows of a table show."""
        return cls(
            _section_numbering(table),
            _tasks_are_chinese(table),
            _ordinals_number_measures(table),
            any(ordinal(row).isdigit() for row in _rows(table)),
        )


def own_cells(row: TableRow, role: ColumnRole) -> Iterator[Cell]:
    """Yield the filled cells of the columns of a role that begin in this row."""
    return (cell for cell in row.filled(role) if not cell.continued)


def ordinal(row: TableRow) -> str:
    """Return the number in the ordinal column without its marks; empty where none is printed."""
    text = normalize("NFKC", "".join(c.text for c in own_cells(row, ColumnRole.ORDINAL)))
    found = _ORDINAL.fullmatch(text.strip())
    if found is not None:
        return found[1]
    return text.strip() if len(text) <= _LONGEST_ORDINAL else ""


def _rows(table: Table) -> Iterator[TableRow]:
    """The rows with more than one cell filled."""
    for item in table.items:
        if isinstance(item, TableRow) and sum(map(bool, item.cells)) > 1:
            yield item


def _section_numbering(table: Table) -> Numbering:
    """一、; in a table without it the （一） of headings that stand alone, unless measures without
    a task of their own follow them: then they are the tasks.
    """
    below = _tasks_below_brackets(table)
    if below is None:
        return Numbering.CHINESE
    has_tasks = table.header.has(ColumnRole.TASK)
    return Numbering.CHINESE_BRACKET if below or not has_tasks else Numbering.CHINESE


def _tasks_below_brackets(table: Table) -> bool | None:
    """Whether most rows right below a lone （一） print a task; None without such headings or
    where any cell is numbered 一、.
    """
    waiting = False
    heads = tasks = 0
    for item in table.items:
        texts = [item.text] if isinstance(item, Paragraph) else [c.text for c in item.cells if c]
        heading = read_heading(texts[0]) if texts else None
        if heading is not None and heading.numbering is Numbering.CHINESE:
            return None
        if len(texts) == 1 and heading is not None and is_task_heading(texts[0]):
            waiting = heading.numbering is Numbering.CHINESE_BRACKET
            heads += waiting
        elif waiting and isinstance(item, TableRow):
            waiting = False
            tasks += any(item.filled(ColumnRole.TASK))
    return tasks * 2 > heads if heads else None


def _tasks_are_chinese(table: Table) -> bool:
    """Whether 一、 numbers the tasks here: most of the rows it heads hold a measure."""
    if not table.header.has(ColumnRole.TASK) or table.header.has(ColumnRole.SECTION):
        return False
    column = table.header.roles.index(ColumnRole.TASK)
    measure = table.header.roles.index(ColumnRole.MEASURE)
    filled = empty = arabic = 0
    for row in table.items:
        if isinstance(row, TableRow) and row.cells[column]:
            heading = read_heading(row.cells[column].text)
            if heading is None:
                continue
            if heading.numbering is not Numbering.CHINESE:
                arabic += 1
            elif row.cells[measure]:
                filled += 1
            else:
                empty += 1
    return filled > empty and not arabic


def _ordinals_number_measures(table: Table) -> bool:
    """Whether the ordinal column counts measures: it goes on where the task stays the same."""
    if not table.header.has(ColumnRole.TASK):
        return True
    before = ""
    for row in _rows(table):
        task = "".join(c.text for c in own_cells(row, ColumnRole.TASK))
        if ordinal(row) and (not task or task == before):
            return True
        before = task or before
    return False
