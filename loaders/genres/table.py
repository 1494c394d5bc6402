"""The task table of a source: its header, its rows, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.errors import InputError
from kg.model import Block, Cell, Issue, Paragraph, Place, Source, Stack

from ..grammar.columns import ColumnRole, Header, read_header
from .issues import COLUMN_UNKNOWN, HEADER_VARIANT
from .rows import TableRow, UnplacedRow, join_broken, joined_issue, row_of_cells
from .stacks import as_stacks, rows_of_stack, with_headers_apart
from .unread import unread

Item = TableRow | UnplacedRow | Paragraph


@dataclass(frozen=True, slots=True)
class Table:
    """A task table as printed.

    Parameters
    ----------
    header
        The columns, as first printed.
    header_place
        Where the header is first printed.
    head, tail
        The paragraphs before the header and behind the last row.
    items
        Rows and the paragraphs between them, in printed order.
    printed_headers
        The words of each row that prints the header, run together; the first and its repeats.
    """

    header: Header
    header_place: Place
    head: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    tail: tuple[Paragraph, ...]
    printed_headers: tuple[str, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def last_place(self) -> Place:
        """Where the last row stands; the header's place in a table without rows."""
        return self.items[-1].place if self.items else self.header_place


@dataclass
class _Reading:
    """What has been read so far."""

    header: Header
    items: list[Item] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    printed_headers: list[str] = field(default_factory=list)


def find_header(source: Source) -> tuple[int, Header] | None:
    """Return the first block that heads a task table, and its columns; None without one."""
    return _first_header(_layout(source))


def _layout(source: Source) -> tuple[Block, ...]:
    """The blocks of a source with a header of its own where the text shows one."""
    blocks = with_headers_apart(source.blocks)
    return blocks if _first_header(blocks) is not None else as_stacks(blocks)


def _first_header(blocks: Sequence[Block]) -> tuple[int, Header] | None:
    for i, block in enumerate(blocks):
        header = _header_of(block)
        if header is not None:
            return i, header
    return None


def read_table(source: Source) -> Table:
    """Return the task table of a source.

    Raises
    ------
    InputError
        When no row heads a task table.
    """
    blocks = _layout(source)
    found = _first_header(blocks)
    if found is None:
        raise InputError(unread(source))
    start, header = found
    block = blocks[start]
    end = max(i for i, b in enumerate(blocks) if not isinstance(b, Paragraph))
    torn = join_broken(blocks[end:], header)
    end += torn[1] - 1 if torn is not None else 0
    reading = _Reading(header, printed_headers=[_run_together(header)])
    reading.issues.extend(_unknown_columns(header, block.place))
    _read_items(blocks[start + 1 : end + 1], reading)
    return Table(
        header=header,
        header_place=block.place,
        head=tuple(p for b in blocks[:start] for p in _paragraphs(b)),
        items=tuple(reading.items),
        tail=tuple(p for b in blocks[end + 1 :] for p in _paragraphs(b)),
        printed_headers=tuple(reading.printed_headers),
        issues=tuple(reading.issues),
    )


def _read_items(blocks: Sequence[Block], reading: _Reading) -> None:
    i = 0
    while i < len(blocks):
        block = blocks[i]
        again = _header_of(block)
        if again is not None:
            _repeat_header(again, block.place, reading)
            i += 1
            continue
        joined = join_broken(blocks[i:], reading.header)
        if joined is not None:
            row, used = joined
            placed = row_of_cells(row, reading.header)
            if isinstance(placed, TableRow):
                placed = replace(placed, issues=(*placed.issues, joined_issue(row)))
            reading.items.append(placed)
            i += used
            continue
        reading.items.extend(_items_of(block, reading.header))
        i += 1


def _items_of(block: Block, header: Header) -> Iterator[Item]:
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Stack):
        yield from rows_of_stack(block, header)
    elif any(block.cells):
        yield row_of_cells(block, header)


def _repeat_header(again: Header, place: Place, reading: _Reading) -> None:
    reading.printed_headers.append(_run_together(again))
    if again.columns == reading.header.columns:
        return
    if again.roles != reading.header.roles:
        reading.header = again
        return
    words = " | ".join(c.word for c in again.columns)
    first = " | ".join(c.word for c in reading.header.columns)
    reading.issues.append(Issue(HEADER_VARIANT, place, words, first))


def _run_together(header: Header) -> str:
    return "".join(c.word for c in header.columns)


def _unknown_columns(header: Header, place: Place) -> Iterator[Issue]:
    for i, column in enumerate(header.columns, start=1):
        if column.role is ColumnRole.UNKNOWN and column.word:
            yield Issue(COLUMN_UNKNOWN, Place(place.line, place.last_line, i), column.word)


def _header_of(block: Block) -> Header | None:
    if isinstance(block, Paragraph):
        return None
    cells: Sequence[Cell] = block.cells
    if isinstance(block, Stack):
        while cells and not cells[0]:
            cells = cells[1:]
    return read_header([c.text for c in cells]) if len(cells) > 1 else None


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    """Yield a block outside the table as paragraphs: a title may stand in a cell."""
    if isinstance(block, Paragraph):
        yield block
        return
    for cell in block.cells:
        for text in cell.paragraphs:
            yield Paragraph(text, cell.place)
