"""Rows from cells printed side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.grammar.dates import read_timing
from kg.model import Block, Cell, Issue, Paragraph, Place, Row

from ..grammar.asides import is_page_mark
from ..grammar.columns import ColumnRole, Header
from ..grammar.fit import fits
from ..grammar.headings import read_heading
from ..grammar.letterhead import is_date_line
from .issues import COLUMN_GUESSED, PAGE_BREAK_IN_ROW, ROW_JOINED


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with one cell for each column of the header it stands under.

    ``whole`` is False where the file holds fewer cells than the header has columns.
    """

    cells: tuple[Cell, ...]
    place: Place
    header: Header
    whole: bool = True
    issues: tuple[Issue, ...] = ()

    def filled(self, role: ColumnRole) -> Iterator[Cell]:
        """Yield the filled cells of the columns of a role."""
        for cell, column in zip(self.cells, self.header.columns, strict=True):
            if column.role is role and cell:
                yield cell


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """A row whose cells could not be given to columns; kept and reported."""

    cells: tuple[Cell, ...]
    place: Place

    @property
    def text(self) -> str:
        """The printed words, cells parted by a bar."""
        return " | ".join(c.text for c in self.cells)


def row_of_cells(row: Row, header: Header) -> TableRow | UnplacedRow:
    """Return a row with the header's columns, or the row unplaced."""
    width = len(header.columns)
    cells = _trim(row.cells, width)
    if len(cells) == width:
        return TableRow(cells, row.place, header)
    if len(cells) < width and sum(map(bool, cells)) <= 1:
        return TableRow(_pad(cells, width, row.place), row.place, header, whole=False)
    told = _by_content([c for c in cells if c], header)
    if told is None:
        return UnplacedRow(tuple(c for c in cells if c), row.place)
    filled = tuple(told.get(i, Cell((), row.place)) for i in range(width))
    guessed = Issue(COLUMN_GUESSED, row.place, _printed(cells))
    return TableRow(filled, row.place, header, len(cells) >= width, (guessed,))


def _printed(cells: Sequence[Cell]) -> str:
    return " | ".join(c.text for c in cells)


def _trim(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """Take off empty cells at the end that no column heads."""
    end = len(cells)
    while end > width and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _pad(cells: tuple[Cell, ...], width: int, place: Place) -> tuple[Cell, ...]:
    return cells + tuple(Cell((), place) for _ in range(width - len(cells)))


def _by_content(cells: Sequence[Cell], header: Header) -> dict[int, Cell] | None:
    """Give each cell the next column that it fits; None when one fits nowhere."""
    told: dict[int, Cell] = {}
    last = -1
    for cell in cells:
        places = (i for i in range(last + 1, len(header.columns)) if _fits(cell, header, i))
        column = next(places, None)
        if column is None:
            return None
        told[column] = cell
        last = column
    if not any(header.columns[i].role is ColumnRole.MEASURE for i in told):
        return None
    return told


def _fits(cell: Cell, header: Header, column: int) -> bool:
    role = header.columns[column].role
    return role is not ColumnRole.UNKNOWN and fits(cell.text, role)


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """A row printed over several lines.

    Parameters
    ----------
    used
        How many blocks it takes, those passed over counted in.
    passed
        Page numbers and running heads between its lines, which are no part of it.
    """

    row: Row
    used: int
    passed: tuple[Paragraph, ...] = ()

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The notes that the row was joined, and what was taken out of it."""
        joined = Issue(ROW_JOINED, self.row.place, _printed(self.row.cells))
        return (joined, *(Issue(PAGE_BREAK_IN_ROW, p.place, p.text) for p in self.passed))


def join_broken(
    blocks: Sequence[Block], start: int, header: Header, running: Collection[str] = ()
) -> JoinedRow | None:
    """Return the row that blocks from ``start`` on print over several lines; None where they do
    not.

    A line end inside a cell tears a row: the lines then have too few cells each, and their
    first cell continues the last one of the line before. They are joined when they follow each
    other without a blank line and together have exactly the header's width.

    Parameters
    ----------
    running
        Lines that a page may print again at its head, and that are then no part of the row.
    """
    first, width = blocks[start], len(header.columns)
    if not isinstance(first, Row) or len(first.cells) > width:
        return None
    cells, place, last = list(first.cells), first.place, first.place.last_line
    passed: list[Paragraph] = []
    best: JoinedRow | None = None
    for i in range(start + 1, len(blocks)):
        block = blocks[i]
        if block.place.line != last + 1:
            break
        last = block.place.last_line
        if isinstance(block, Paragraph) and _is_running(block.text, running):
            passed.append(block)
            continue
        if not _continues(block, header):
            break
        more = block.cells if isinstance(block, Row) else (_cell(block),)
        if len(cells) == width and not _goes_on(cells[-1], blocks, i, header):
            break
        if len(cells) + len(more) - 1 > width:
            break
        cells[-1] = _joined(cells[-1], more[0])
        cells.extend(more[1:])
        place = place.through(block.place)
        if len(cells) == width:
            best = JoinedRow(Row(tuple(cells), place), i + 1 - start, tuple(passed))
    return best


_SHORTEST_RUNNING = 6


def running_lines(blocks: Sequence[Block], table: int) -> frozenset[str]:
    """Return the lines that a page may print again at its head: those before the table, which
    begins at a block, and those printed more than once.
    """
    before = {b.text for b in blocks[:table] if isinstance(b, Paragraph)}
    times = Counter(b.text for b in blocks if isinstance(b, Paragraph))
    repeated = (t for t, n in times.items() if n > 1 and len(t) >= _SHORTEST_RUNNING)
    return frozenset({*before, *repeated})


def _goes_on(last: Cell, blocks: Sequence[Block], i: int, header: Header) -> bool:
    """Tell whether a line below a row of full width goes on in its last cell: what it says fits
    there, it makes no readable deadline unreadable, and it is no signature above a date.
    """
    line = _cell(blocks[i])
    if not _fits(line, header, len(header.columns) - 1):
        return False
    if header.columns[-1].role is ColumnRole.DEADLINE:
        return read_timing(last.text) is None or read_timing(last.text + line.text) is not None
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    return not (isinstance(below, Paragraph) and is_date_line(below.text))


def _is_running(text: str, running: Collection[str]) -> bool:
    return is_page_mark(text) or text in running


def _continues(block: Block, header: Header) -> bool:
    """Tell whether a block can be the rest of a row: it starts with no heading."""
    if isinstance(block, Paragraph):
        return block.level == 0 and read_heading(block.text) is None
    if not isinstance(block, Row):
        return False
    first = block.cells[0].text
    return bool(first) and read_heading(first) is None and len(block.cells) < len(header.columns)


def _cell(block: Block) -> Cell:
    text = block.text if isinstance(block, Paragraph) else ""
    return Cell((text,), block.place)


def _joined(left: Cell, right: Cell) -> Cell:
    marks = tuple(sorted({*left.marks, *right.marks}))
    return Cell(left.paragraphs + right.paragraphs, left.place.through(right.place), marks)
