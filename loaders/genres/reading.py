"""From the rows of a task table to what each says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Cell, Paragraph

from ..grammar.asides import is_note, is_page_mark
from ..grammar.clauses import is_labelled
from ..grammar.columns import BODY_ROLES, TEXT_ROLES, ColumnRole
from ..grammar.fit import fits, is_task_heading
from ..grammar.headings import Heading, Numbering, clean_title, is_heading_like, read_heading
from .beside import names_responsible
from .entries import BodyCell, Entry, SetAside, Words
from .levels import Levels, ordinal, own_cells
from .rows import TableRow, UnplacedRow
from .table import Table


def read_entries(table: Table) -> Iterator[Entry | SetAside]:
    """Yield what the rows of a table say, in printed order."""
    reader = _Reader(Levels.of(table))
    above: Entry | None = None  # held back: the next row may go on with its measure
    last = _last_row(table)
    noted = False
    for i, item in enumerate(table.items):
        if above is not None and isinstance(item, TableRow) and _goes_on(item):
            above = _widened(above, item)
            continue
        if above is not None:
            yield above
        above = None
        found = reader.read(item)
        if noted:  # a note below the last row goes on to the end, its numbered items as well
            found = SetAside(item.place, _printed(item), is_note=True)
        if isinstance(found, Entry):
            above = found
        else:
            noted = found.is_note and i > last and not is_page_mark(found.text)
            yield found
    if above is not None:
        yield above


def _last_row(table: Table) -> int:
    """The place of the last item that fills several cells."""
    rows = ((i, r) for i, r in enumerate(table.items) if not isinstance(r, Paragraph))
    return max((i for i, row in rows if sum(map(bool, row.cells)) > 1), default=-1)


def _printed(item: TableRow | UnplacedRow | Paragraph) -> str:
    return item.text if isinstance(item, Paragraph) else " | ".join(c.text for c in item.cells if c)


def _goes_on(row: TableRow) -> bool:
    """Whether the file says that the measure of the row above reaches down to this one."""
    measures = list(row.filled(ColumnRole.MEASURE))
    return bool(measures) and all(c.continued for c in measures)


def _widened(above: Entry, row: TableRow) -> Entry:
    """Return the entry above with the bodies and further words that this row prints for it."""
    bodies = tuple(
        replace(cell, words=(*cell.words, *(w for w in more.words if w not in cell.words)))
        for cell, more in zip(above.bodies, _bodies(row), strict=True)
    )
    deadline = _first_words(row, ColumnRole.DEADLINE)
    extra = tuple(e for e in _extra(row) if e not in above.extra)
    if deadline is not None and above.deadline is not None and deadline != above.deadline:
        word = next(c.word for c in row.header.columns if c.role is ColumnRole.DEADLINE)
        extra = (*extra, (word, deadline))
    return replace(
        above, bodies=bodies, deadline=above.deadline or deadline, extra=(*above.extra, *extra)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads rows by what the table as a whole shows of its numbering."""

    levels: Levels

    def read(self, item: TableRow | UnplacedRow | Paragraph) -> Entry | SetAside:
        if isinstance(item, Paragraph):
            return self._loose(item)
        if isinstance(item, UnplacedRow):
            return self._unplaced(item)
        row = _as_merged(item)
        return self._alone(row) or self._section_row(row) or self._row(row)

    def _loose(self, paragraph: Paragraph) -> Entry | SetAside:
        """Read a line between the rows: a heading, or nothing that could be placed."""
        text, place = paragraph.text, paragraph.place
        return self._line(Cell((text,), place)) or SetAside(place, text)

    def _unplaced(self, row: UnplacedRow) -> Entry | SetAside:
        """Read a row without columns: a heading where it prints nothing else."""
        line = self._line(row.cells[0]) if len(row.cells) == 1 else None
        return line or SetAside(row.place, row.text)

    def _line(self, cell: Cell) -> Entry | SetAside | None:
        """Read words that stand outside the columns; None where they could be anything."""
        text, place = cell.text, cell.place
        if is_page_mark(text) or _is_note(text):
            return SetAside(place, text, is_note=True)
        if names_responsible(text):  # a measure in prose, however short: never a heading
            return None
        heading = read_heading(text)
        if heading is None:
            title = is_heading_like(text)
            return Entry(place, section=_unnumbered(text)) if title else None
        if heading.numbering in (Numbering.CHINESE, self.levels.sections):
            return Entry(place, section=heading)
        return Entry(place, task=heading) if is_task_heading(text) else None

    def _alone(self, row: TableRow) -> Entry | SetAside | None:
        """Read a row with a single filled cell: a heading or a note printed across; None where
        its column says what it is.
        """
        filled = [(c, r) for c, r in zip(row.cells, row.header.roles, strict=True) if c]
        if len(filled) != 1:
            return None
        cell, role = filled[0]
        if _is_note(cell.text):
            return SetAside(row.place, cell.text, is_note=True)
        across = replace(cell, place=row.place)
        line: Entry | SetAside | None
        if role is ColumnRole.ORDINAL:  # merged across, or the number of a row that says nothing
            counted = fits(cell.text, role)
            line = (None if counted else self._line(across)) or SetAside(row.place, cell.text)
        else:
            line = self._headline(across, role)
        return line.noting(*row.issues) if isinstance(line, Entry) else line

    def _headline(self, cell: Cell, role: ColumnRole) -> Entry | None:
        """Read a cell alone in its row and column as a heading."""
        text, heading = cell.text, read_heading(cell.text)
        if heading is None:
            is_title = is_heading_like(text) and not is_page_mark(text)
            return Entry(cell.place, section=_unnumbered(text)) if is_title else None
        if not is_task_heading(text):
            return None
        if heading.numbering in (Numbering.CHINESE, self.levels.sections):
            return Entry(cell.place, section=heading)
        bracketed = heading.numbering is Numbering.CHINESE_BRACKET
        return Entry(cell.place, task=heading) if bracketed and role is ColumnRole.MEASURE else None

    def _section_row(self, row: TableRow) -> Entry | None:
        """Read a heading whose number stands in the ordinal column: 一 | 夯实数字底座."""
        number = ordinal(row)
        texts = [c for role in TEXT_ROLES for c in own_cells(row, role)]
        if len(texts) != 1 or sum(map(bool, row.cells)) != 2:  # noqa: PLR2004 - number and title
            return None
        chinese = number != "" and not number[0].isdigit() and self.levels.arabic_ordinals
        if not chinese or not is_task_heading(f"{number}、{texts[0].text}"):
            return None
        heading = Heading(Numbering.CHINESE, number, clean_title(texts[0].text), spaced=False)
        return Entry(row.place, section=heading, issues=row.issues)

    def _row(self, row: TableRow) -> Entry | SetAside:
        entry = Entry(
            place=row.place,
            measures=tuple(w for c in row.filled(ColumnRole.MEASURE) for w in _words(c)),
            bodies=_bodies(row),
            deadline=_first_words(row, ColumnRole.DEADLINE),
            extra=_extra(row),
            number=ordinal(row) if self.levels.ordinals_number_measures else "",
            issues=row.issues,
        )
        section = next(own_cells(row, ColumnRole.SECTION), None)
        if section is not None:
            heading = read_heading(section.text) or _unnumbered(section.text)
            entry = replace(entry, section=heading)
        entry = self._with_task(entry, row)
        if entry.section or entry.task or entry.measures or entry.has_bodies:
            return entry
        return SetAside(row.place, _printed(row))

    def _with_task(self, entry: Entry, row: TableRow) -> Entry:
        cell = next(own_cells(row, ColumnRole.TASK), None)
        if cell is None:
            return entry
        heading = read_heading(cell.text)
        if heading is None:
            number = "" if self.levels.ordinals_number_measures else ordinal(row)
            plain = Heading(Numbering.ARABIC, number, clean_title(cell.text), spaced=False)
            return replace(entry, task=plain)
        chinese = heading.numbering is Numbering.CHINESE
        if chinese and not self.levels.chinese_tasks and not row.header.has(ColumnRole.SECTION):
            return replace(entry, section=heading)
        return replace(entry, task=heading)


def _is_note(text: str) -> bool:
    """Whether a line is a note and names nobody as responsible."""
    return is_note(text) and not is_labelled(text)


def _as_merged(row: TableRow) -> TableRow:
    """Return a row that repeats one text in every cell as a row with that cell alone: many
    programs print a cell merged across the table this way.
    """
    parts = [(c, r) for c, r in zip(row.cells, row.header.roles, strict=True) if c]
    texts = {c.text for c, r in parts if r is not ColumnRole.ORDINAL}
    roles = {r for _, r in parts}
    if len(texts) != 1 or not roles & TEXT_ROLES or not roles & BODY_ROLES:
        return row
    first = next(i for i, c in enumerate(row.cells) if c.text in texts)
    cells = tuple(
        c if i <= first or not c else replace(c, paragraphs=()) for i, c in enumerate(row.cells)
    )
    return replace(row, cells=cells)


def _unnumbered(text: str) -> Heading:
    return Heading(Numbering.CHINESE, "", clean_title(text), spaced=False)


def _words(cell: Cell) -> Iterator[Words]:
    for text in cell.paragraphs:
        yield Words(text, cell.place)


def _first_words(row: TableRow, role: ColumnRole) -> Words | None:
    cell = next(row.filled(role), None)
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
