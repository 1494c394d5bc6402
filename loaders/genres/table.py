"""The task table of a source: its header, its rows, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.errors import InputError
from kg.model import Block, Cell, Issue, Paragraph, Place, Source, Stack

from ..grammar.columns import ColumnRole, Header, read_header
from .annexes import end_of_table, rows_beside
from .contents import tell_columns
from .entries import SetAside
from .headers import with_headers_joined
from .issues import HEADER_VARIANT
from .particulars import all_paragraphs
from .rows import TableRow, UnplacedRow, join_broken, row_of_cells, running_lines
from .stacks import are_regular, as_stacks, rows_of_stack, with_headers_apart
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
    beside
        Rows of other tables behind this one.
    """

    header: Header
    header_place: Place
    head: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    tail: tuple[Paragraph, ...]
    printed_headers: tuple[str, ...]
    beside: tuple[SetAside, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def last_place(self) -> Place:
        """Where the last row stands; the header's place in a table without rows."""
        return self.items[-1].place if self.items else self.header_place


@dataclass
class _Reading:
    """What has been read so far."""

    header: Header
    regular: bool  # whether stacks keep the lines of their empty cells
    running: frozenset[str]  # what stands before the table: a page may print it again
    headers: list[tuple[Header, Place]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    printed_headers: list[str] = field(default_factory=list)

    def open(self, header: Header, place: Place) -> None:
        """Go on under another header."""
        self.header = header
        self.headers.append((header, place))
        self.printed_headers.append(_run_together(header))


def find_header(source: Source) -> tuple[int, Header] | None:
    """Return the first block that heads a task table, and its columns; None without one."""
    return _first_header(_layout(source))


def header_of(source: Source) -> Header | None:
    """Return the columns of the task table of a source, unknown ones told by what their cells
    say; None where no row heads one.
    """
    found = find_header(source)
    if found is None or not found[1].has(ColumnRole.UNKNOWN):
        return found[1] if found is not None else None
    return read_table(source).header


def _layout(source: Source) -> tuple[Block, ...]:
    """The blocks of a source with a header of its own where the text shows one."""
    blocks = with_headers_joined(with_headers_apart(source.blocks))
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
    limit = end_of_table(blocks, start)
    end = _last_of_table(blocks[:limit], header)
    stacks = [b for b in blocks[start + 1 : end + 1] if isinstance(b, Stack)]
    regular = are_regular([s for s in stacks if _header_of(s) is None], header)
    reading = _Reading(header, regular, running_lines(blocks, start))
    reading.open(header, blocks[start].place)
    _read_items(blocks[start + 1 : end + 1], reading)
    told = _told(reading)
    return Table(
        header=told[0],
        header_place=blocks[start].place,
        head=all_paragraphs(blocks[:start]),
        items=tuple(_under(item, reading.headers, told) for item in reading.items),
        tail=all_paragraphs(blocks[end + 1 :]),
        beside=tuple(rows_beside(blocks[limit:])),
        printed_headers=tuple(reading.printed_headers),
        issues=tuple(reading.issues),
    )


def _last_of_table(blocks: Sequence[Block], header: Header) -> int:
    """The place of the last block of the table's rows."""
    end = max(i for i, b in enumerate(blocks) if not isinstance(b, Paragraph))
    torn = join_broken(blocks, end, header)
    return end + torn.used - 1 if torn is not None else end


def _told(reading: _Reading) -> list[Header]:
    """The headers with the roles that their cells show."""
    told = []
    for header, place in reading.headers:
        rows = [r for r in reading.items if isinstance(r, TableRow) and r.header is header]
        known, issues = tell_columns(header, rows, place)
        told.append(known)
        reading.issues.extend(issues)
    return told


def _under(item: Item, headers: Sequence[tuple[Header, Place]], told: Sequence[Header]) -> Item:
    """Return an item under the header that its own became."""
    if not isinstance(item, TableRow):
        return item
    place = next(i for i, (header, _) in enumerate(headers) if header is item.header)
    return item if told[place] is item.header else replace(item, header=told[place])


def _read_items(blocks: Sequence[Block], reading: _Reading) -> None:
    i = 0
    while i < len(blocks):
        block = blocks[i]
        again = _header_of(block)
        if again is not None:
            _repeat_header(again, block.place, reading)
            i += 1
            continue
        joined = join_broken(blocks, i, reading.header, reading.running)
        if joined is not None:
            placed = row_of_cells(joined.row, reading.header)
            if isinstance(placed, TableRow):
                placed = replace(placed, issues=(*placed.issues, *joined.issues))
            reading.items.append(placed)
            i += joined.used
            continue
        reading.items.extend(_items_of(block, reading))
        i += 1


def _items_of(block: Block, reading: _Reading) -> Iterator[Item]:
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Stack):
        yield from rows_of_stack(block, reading.header, regular=reading.regular)
    elif any(block.cells):
        yield row_of_cells(block, reading.header)


def _repeat_header(again: Header, place: Place, reading: _Reading) -> None:
    if again.roles != reading.header.roles:
        reading.open(again, place)
        return
    reading.printed_headers.append(_run_together(again))
    if again.columns == reading.header.columns:
        return
    words = " | ".join(c.word for c in again.columns)
    first = " | ".join(c.word for c in reading.header.columns)
    reading.issues.append(Issue(HEADER_VARIANT, place, words, first))


def _run_together(header: Header) -> str:
    return "".join(c.word for c in header.columns)


def _header_of(block: Block) -> Header | None:
    if isinstance(block, Paragraph):
        return None
    cells: Sequence[Cell] = block.cells
    if isinstance(block, Stack):
        while cells and not cells[0]:
            cells = cells[1:]
    return read_header([c.text for c in cells]) if len(cells) > 1 else None
