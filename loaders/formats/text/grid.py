"""Where the tables, rows and cells of HTML begin and end in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .markup import TAG

_SPAN = re.compile(r"""\b(col|row)span\s?=\s?["']?([0-9]{1,4})""", re.IGNORECASE)
MOST_COLUMNS = 64
"""That a cell may cover; no printed table is wider."""
_CELLS = frozenset({"td", "th"})
_STRUCTURE = _CELLS | {"table", "tr"}

Tag = re.Match[str]


@dataclass(slots=True)
class GridCell:
    """A cell: the borders of its content, and how many columns and rows it covers."""

    start: int
    end: int
    columns: int
    rows: int


@dataclass(slots=True)
class GridRow:
    """A row with its cells; ``outside`` is what was printed before it outside any cell."""

    start: int
    end: int
    cells: list[GridCell] = field(default_factory=list)
    outside: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A table; ``outside`` is what was printed after its last row."""

    start: int
    end: int
    rows: list[GridRow] = field(default_factory=list)
    outside: list[tuple[int, int]] = field(default_factory=list)


def find_grids(text: str) -> list[Grid]:
    """Return the tables of a text in order; those that hold other tables are left out.

    End tags may be missing, as browsers allow. Rows without a table around them count as one.
    """
    tags = [tag for tag in TAG.finditer(text) if tag[2].lower() in _STRUCTURE]
    return [_read(text, part) for part in _tables(tags)]


def _tables(tags: Sequence[Tag]) -> Iterator[list[Tag]]:
    """Yield the tags of each table that holds no other."""
    part: list[Tag] = []
    depth = deepest = 0
    for tag in tags:
        name, closes = tag[2].lower(), bool(tag[1])
        if name == "table" and not closes and depth == 0:
            yield from _worth(part, deepest)
            part, deepest = [], 0
        if not part and (closes or name in _CELLS):
            continue  # a stray tag begins no table
        part.append(tag)
        if name == "table":
            depth = max(0, depth - 1) if closes else depth + 1
            deepest = max(deepest, depth)
            if depth == 0:
                yield from _worth(part, deepest)
                part, deepest = [], 0
    yield from _worth(part, deepest)


def _worth(part: list[Tag], deepest: int) -> Iterator[list[Tag]]:
    """Yield the tags if they make a table of at least one cell that holds no other table."""
    if deepest <= 1 and any(tag[2].lower() in _CELLS and not tag[1] for tag in part):
        yield part


def _read(text: str, tags: Sequence[Tag]) -> Grid:
    reading = _Reading(text, Grid(tags[0].start(), _end(text, tags[-1])))
    for tag in tags:
        reading.take(tag)
    return reading.finish()


class _Reading:
    """A table while its tags are gone through; every tag ends the cell before it."""

    def __init__(self, text: str, grid: Grid) -> None:
        self._text = text
        self._grid = grid
        self._reached = grid.start
        self._outside: list[tuple[int, int]] = []
        self._row: GridRow | None = None
        self._cell: GridCell | None = None

    def take(self, tag: Tag) -> None:
        """Go on to the next tag."""
        self._close(tag.start())
        self._reached = tag.end()
        name = tag[2].lower()
        if self._row is not None:
            self._row.end = tag.end()
        if tag[1]:
            self._row = self._row if name in _CELLS else None
        elif name in _CELLS:
            row = self._row or self._begin_row(tag.start())
            spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(tag[0])}
            columns = min(max(spans.get("col", 1), 1), MOST_COLUMNS)
            self._cell = GridCell(tag.end(), tag.end(), columns, max(spans.get("row", 1), 1))
            row.cells.append(self._cell)
        elif name == "tr":
            self._begin_row(tag.start())

    def finish(self) -> Grid:
        """Return the table."""
        self._close(self._grid.end)
        if self._row is not None:
            self._row.end = self._grid.end
        self._grid.outside = self._outside
        return self._grid

    def _begin_row(self, start: int) -> GridRow:
        self._row = GridRow(start, start, outside=self._outside)
        self._outside = []
        self._grid.rows.append(self._row)
        return self._row

    def _close(self, end: int) -> None:
        if self._cell is not None:
            self._cell.end = end
            self._cell = None
        elif self._text[self._reached : end].strip():
            self._outside.append((self._reached, end))


def _end(text: str, last: Tag) -> int:
    if last[1]:
        return last.end()
    line_end = text.find("\n", last.end())
    return len(text) if line_end < 0 else line_end
