"""Rows from cells printed one under another.

Word processors write a table as text with one cell on each line. An empty cell may have kept its
line or lost it, and a row may be torn by a page break, so a cell's column is told in two ways:
by its position counted from the end of the stack, and by what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Block, Cell, Issue, Paragraph, Place, Stack

from ..grammar.asides import is_note
from ..grammar.columns import (
    BODY_ROLES,
    ColumnRole,
    Header,
    likely_role,
    read_header,
)
from ..grammar.fit import fits, is_task_heading
from .issues import COLUMN_GUESSED
from .rows import TableRow, UnplacedRow
from .runs import RunRow, rows_of_run


def rows_of_stack(
    stack: Stack, header: Header, *, regular: bool = False
) -> Iterator[TableRow | UnplacedRow]:
    """Yield the rows that a stack of cells holds, in printed order.

    By position when every cell then fits its column; else by what the cells say; else by
    position all the same, so that a later repair sees the damage; a stack that is neither is
    unplaced.

    Parameters
    ----------
    regular
        Whether the table's stacks keep the lines of their empty cells (see :func:`are_regular`):
        the position is then certain, whatever a cell says.
    """
    cells = _without_repeats(stack.cells)
    if not any(cells):
        return
    placed = _by_position(cells, header)
    if placed is not None and (regular or _all_fit(placed, header)):
        yield TableRow(placed, stack.place, header)
        return
    told = _by_content([c for c in cells if c], header)
    if told is not None:
        yield from told
    elif placed is not None:
        yield TableRow(placed, stack.place, header)
    else:
        yield UnplacedRow(tuple(c for c in cells if c), stack.place)


def are_regular(stacks: Sequence[Stack], header: Header) -> bool:
    """Tell whether stacks keep a line for each cell: nearly all of those with several cells have
    the header's width, and in most of them each cell fits its column.
    """
    several = [s for s in stacks if sum(map(bool, s.cells)) > 1]
    placed = [p for s in several if (p := _by_position(s.cells, header)) is not None]
    fitting = sum(_all_fit(p, header) for p in placed)
    return len(placed) * 10 >= len(several) * 9 and fitting * 2 > len(several)


def _all_fit(cells: Sequence[Cell], header: Header) -> bool:
    return all(_fits(c, r) for c, r in zip(cells, header.roles, strict=True))


def with_headers_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with each header that begins a longer stack as a stack of its own."""
    return tuple(part for block in blocks for part in _header_apart(block))


def _header_apart(block: Block) -> Iterator[Block]:
    if not isinstance(block, Stack):
        yield block
        return
    cells = block.cells
    while cells and not cells[0]:
        cells = cells[1:]
    words = next((i for i, c in enumerate(cells) if not _is_word(c.text)), len(cells))
    if words == len(cells) or read_header([c.text for c in cells[:words]]) is None:
        yield block
        return
    for part in (cells[:words], cells[words:]):
        yield Stack(part, _span(part))


def _is_word(text: str) -> bool:
    return likely_role(text) is not ColumnRole.UNKNOWN


def as_stacks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with a table that lost its tabs as stacks again.

    Where lines of their own, one right after the other, name the columns, they and each run of
    lines behind them that no blank line parts are stacks of cells; a note ends the last run.
    """
    for start in range(len(blocks)):
        end = _end_of_words(blocks, start)
        words = [b.text for b in blocks[start:end] if isinstance(b, Paragraph)]
        if len(words) > 1 and read_header(words) is not None:
            header = _stack(blocks[start:end])
            return (*blocks[:start], header, *_runs(blocks[end:]))
    return tuple(blocks)


def _end_of_words(blocks: Sequence[Block], start: int) -> int:
    """Return where the lines end that may name columns: the last is a known word, and of those
    between no two in a row are unknown.
    """
    end = start
    for i in range(start, len(blocks)):
        block = blocks[i]
        follows = i == start or block.place.line == blocks[i - 1].place.last_line + 1
        if not isinstance(block, Paragraph) or not follows or i > end + 1:
            break
        if _is_word(block.text):
            end = i + 1
        elif (
            i == start or len(block.text) > _LONGEST_UNKNOWN or re.search(r"[。；，：]", block.text)
        ):
            break
    return end


_LONGEST_UNKNOWN = 8


def _runs(blocks: Sequence[Block]) -> Iterator[Block]:
    run: list[Block] = []
    for i, block in enumerate(blocks):
        adjacent = run and block.place.line == run[-1].place.last_line + 1
        if run and not (adjacent and isinstance(block, Paragraph)):
            yield _stack(run)
            run = []
        if isinstance(block, Paragraph) and is_note(block.text):
            if run:
                yield _stack(run)
            yield from blocks[i:]
            return
        if isinstance(block, Paragraph):
            run.append(block)
        else:
            yield block
    if run:
        yield _stack(run)


def _stack(paragraphs: Sequence[Block]) -> Stack:
    cells = tuple(Cell((p.text,), p.place) for p in paragraphs if isinstance(p, Paragraph))
    return Stack(cells, cells[0].place.through(cells[-1].place))


def _fits(cell: Cell, role: ColumnRole) -> bool:
    return fits(cell.text, role)


def _without_repeats(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Take out a heading printed twice in a row (a page break)."""
    return tuple(
        c
        for i, c in enumerate(cells)
        if not (i and c.text == cells[i - 1].text and is_task_heading(c.text))
    )


def _by_position(cells: Sequence[Cell], header: Header) -> tuple[Cell, ...] | None:
    """Count from the last cell backwards; what is left over in front must be empty."""
    width = len(header.columns)
    if len(cells) < width or any(cells[: len(cells) - width]):
        return None
    return tuple(cells[len(cells) - width :])


def _by_content(cells: Sequence[Cell], header: Header) -> list[TableRow | UnplacedRow] | None:
    """Tell the columns from what the cells say; None where they do not say it.

    One row in ten may say nothing that could be placed.
    """
    rows = rows_of_run(cells, header)
    told = [_says_something(r, header) for r in rows or ()]
    if rows is None or told.count(False) * _MOST_UNTOLD > len(rows):
        return None
    return [_row(r, header) if t else _unplaced(r) for r, t in zip(rows, told, strict=True)]


_MOST_UNTOLD = 10


def _unplaced(row: RunRow) -> UnplacedRow:
    cells = tuple(row.cells.values())
    return UnplacedRow(cells, _span(cells))


def _says_something(row: RunRow, header: Header) -> bool:
    """Whether a row holds a measure, or a heading alone."""
    roles = {header.columns[i].role for i in row.cells}
    return ColumnRole.MEASURE in roles or len(row.cells) == 1


def _row(row: RunRow, header: Header) -> TableRow:
    found = row.cells
    place = _span(tuple(found.values()))
    cells = tuple(found.get(i, Cell((), place)) for i in range(len(header.columns)))
    bodies = [i for i, c in enumerate(header.columns) if c.role in BODY_ROLES]
    present = sum(i in found for i in bodies)
    issues: tuple[Issue, ...] = ()
    if 0 < present < len(bodies) or not row.fits:  # which cell was left empty is a guess
        printed = " | ".join(c.text for c in found.values())
        issues = (Issue(COLUMN_GUESSED, place, printed),)
    return TableRow(cells, place, header, len(found) == len(cells), issues)


def _span(cells: tuple[Cell, ...]) -> Place:
    place = cells[0].place
    for cell in cells[1:]:
        place = place.through(cell.place)
    return Place(place.line, place.last_line)
