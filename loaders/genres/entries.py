"""What each row of a task table says: headings, words of measures, bodies, a deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from kg.model import Cell, Issue, Paragraph, Place

from ..grammar.columns import BODY_ROLES, ColumnRole
from ..grammar.fit import is_task_heading
from ..grammar.headings import Heading, Numbering, clean_title, is_heading_like, read_heading
from .rows import TableRow, UnplacedRow
from .table import Table

NOTE = re.compile(r"(?:注|备注|说明|附注)[：:]|(?:注|备注)\s?[0-9一二三四五]\s?[：:.、]")
PAGE = re.compile(
    r"[-—–·\s]{0,6}(?:第\s?)?[0-9]{1,4}\s?(?:页)?[-—–·\s]{0,6}(?:[共/]\s?[0-9]{1,4}\s?页?)?$|续表$|（续）$"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place: a paragraph of a cell."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class BodyCell:
    """The words of a column of bodies."""

    role: ColumnRole
    word: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says.

    Parameters
    ----------
    section, task
        Headings that the row prints; None where it prints none.
    measures
        The paragraphs of the measure column.
    bodies
        The columns of bodies in printed order; a column whose cell is empty has no words.
    deadline
        The words of the deadline column.
    extra
        Words of other columns (goal, remark, unknown), each with the word that heads its column.
    number
        The measure's own number where a column prints one.
    issues
        Repairs so far, to be carried by what the row gives.
    """

    place: Place
    section: Heading | None = None
    task: Heading | None = None
    measures: tuple[Words, ...] = ()
    bodies: tuple[BodyCell, ...] = ()
    deadline: Words | None = None
    extra: tuple[tuple[str, Words], ...] = ()
    number: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def has_bodies(self) -> bool:
        """Whether any body is named."""
        return any(b.words for b in self.bodies)

    @property
    def is_heading_only(self) -> bool:
        """Whether the row prints headings and nothing else."""
        return not (self.measures or self.has_bodies or self.deadline or self.extra)

    def noting(self, *issues: Issue) -> Entry:
        """Return the entry with further issues."""
        return replace(self, issues=(*self.issues, *issues))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that gives nothing to the document, and why; kept as an issue."""

    place: Place
    text: str
    is_note: bool = False


def read_entries(table: Table) -> Iterator[Entry | SetAside]:
    """Yield what the rows of a table say, in printed order."""
    reader = _RowReader(_tasks_are_chinese(table), _ordinals_number_measures(table))
    for item in table.items:
        if isinstance(item, Paragraph):
            yield _loose(item)
        elif isinstance(item, UnplacedRow):
            yield SetAside(item.place, item.text)
        else:
            yield reader.read(item)


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


def _loose(paragraph: Paragraph) -> Entry | SetAside:
    """Read a line between the rows: a heading, or nothing that could be placed."""
    heading = read_heading(paragraph.text)
    if NOTE.match(paragraph.text) or PAGE.match(paragraph.text):
        return SetAside(paragraph.place, paragraph.text, is_note=True)
    if heading is not None and heading.numbering is Numbering.CHINESE:
        return Entry(paragraph.place, section=heading)
    if heading is not None and is_task_heading(paragraph.text):
        return Entry(paragraph.place, task=heading)
    if is_heading_like(paragraph.text):
        return Entry(paragraph.place, section=_unnumbered(paragraph.text))
    return SetAside(paragraph.place, paragraph.text)


def _unnumbered(text: str) -> Heading:
    return Heading(Numbering.CHINESE, "", clean_title(text), spaced=False)


@dataclass(frozen=True, slots=True)
class _RowReader:
    """Reads rows by what the table as a whole shows of its numbering."""

    chinese_tasks: bool
    ordinals_number_measures: bool

    def read(self, row: TableRow) -> Entry | SetAside:
        filled = [c for c in row.cells if c]
        if len(filled) == 1:
            alone = _alone(filled[0], row)
            if alone is not None:
                return alone
        entry = Entry(
            place=row.place,
            measures=tuple(w for c in row.filled(ColumnRole.MEASURE) for w in _words(c)),
            bodies=_bodies(row),
            deadline=_first_words(row.filled(ColumnRole.DEADLINE)),
            extra=_extra(row),
            number=self._measure_number(row),
            issues=row.issues,
        )
        section = next(row.filled(ColumnRole.SECTION), None)
        if section is not None:
            heading = read_heading(section.text) or _unnumbered(section.text)
            entry = replace(entry, section=heading)
        return self._with_task(entry, row)

    def _measure_number(self, row: TableRow) -> str:
        return _ordinal(row) if self.ordinals_number_measures else ""

    def _with_task(self, entry: Entry, row: TableRow) -> Entry:
        cell = next(row.filled(ColumnRole.TASK), None)
        if cell is None:
            return entry
        heading = read_heading(cell.text)
        if heading is None:
            number = "" if self.ordinals_number_measures else _ordinal(row)
            plain = Heading(Numbering.ARABIC, number, clean_title(cell.text), spaced=False)
            return replace(entry, task=plain)
        chinese = heading.numbering is Numbering.CHINESE
        if chinese and not self.chinese_tasks and not row.header.has(ColumnRole.SECTION):
            return replace(entry, section=heading)
        return replace(entry, task=heading)


def _ordinals_number_measures(table: Table) -> bool:
    """Whether the ordinal column counts measures: it goes on where the task stays the same."""
    if not table.header.has(ColumnRole.TASK):
        return True
    before = ""
    for row in table.items:
        if not isinstance(row, TableRow):
            continue
        task = "".join(c.text for c in row.filled(ColumnRole.TASK))
        if _ordinal(row) and (not task or task == before):
            return True
        before = task or before
    return False


def _alone(cell: Cell, row: TableRow) -> Entry | SetAside | None:
    """Read a row with a single filled cell: a section heading or a note printed across."""
    if NOTE.match(cell.text):
        return SetAside(row.place, cell.text, is_note=True)
    heading = read_heading(cell.text)
    if heading is None and is_heading_like(cell.text) and PAGE.match(cell.text) is None:
        return Entry(row.place, section=_unnumbered(cell.text), issues=row.issues)
    chinese = heading is not None and heading.numbering is Numbering.CHINESE
    if chinese and is_task_heading(cell.text):
        return Entry(row.place, section=heading, issues=row.issues)
    return None


def _ordinal(row: TableRow) -> str:
    text = "".join(c.text for c in row.filled(ColumnRole.ORDINAL))
    found = re.search(r"[0-9]{1,4}|[一二三四五六七八九十]{1,4}", normalize("NFKC", text))
    return found.group(0) if found else ""


def _words(cell: Cell) -> Iterator[Words]:
    for text in cell.paragraphs:
        yield Words(text, cell.place)


def _first_words(cells: Iterator[Cell]) -> Words | None:
    cell = next(cells, None)
    return Words(cell.text, cell.place) if cell is not None else None


def _bodies(row: TableRow) -> tuple[BodyCell, ...]:
    return tuple(
        BodyCell(column.role, column.word, tuple(_words(cell)))
        for cell, column in zip(row.cells, row.header.columns, strict=True)
        if column.role in BODY_ROLES
    )


def _extra(row: TableRow) -> tuple[tuple[str, Words], ...]:
    extra = (ColumnRole.GOAL, ColumnRole.REMARK, ColumnRole.UNKNOWN)
    return tuple(
        (column.word, Words(cell.text, cell.place))
        for cell, column in zip(row.cells, row.header.columns, strict=True)
        if column.role in extra and cell
    )
