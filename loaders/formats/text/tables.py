"""Tables written as HTML inside a text: their rows and cells, at their place among the lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from kg.model import Block, Cell, Place, Row

from .blocks import read_blocks
from .cells import read_row
from .grid import MOST_COLUMNS, Grid, find_grids
from .issues import Notes

_has_row = re.compile(r"<tr[\s>]", re.IGNORECASE).search
_LINE_END = re.compile(r"[ \t]*+\n[ \t\n]*+")


def read_text(lines: Sequence[str], notes: Notes) -> list[Block]:
    """Return the blocks of a text, with the rows of the HTML tables in it.

    A cell over several columns leaves the others that it covers empty, so that columns stay under
    each other; a cell over several rows is continued in each of them. Of tables inside tables only
    the tags are taken out.
    """
    text = "\n".join(lines)
    if "<" not in text or _has_row(text) is None:
        return read_blocks(lines, notes)
    page = _Page(text, lines, notes)
    blocks: list[Block] = []
    done = 0
    for grid in find_grids(text):
        blocks += page.between(done, grid.start)
        blocks += page.rows(grid)
        done = grid.end
    return blocks + page.between(done, len(text))


class _Page:
    """A text whose parts are read one after another, with the numbers of their lines."""

    def __init__(self, text: str, lines: Sequence[str], notes: Notes) -> None:
        self._text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self._notes = notes

    def _line(self, position: int) -> int:
        return bisect_right(self._starts, position)

    def between(self, start: int, end: int) -> list[Block]:
        """Return the blocks of what is printed outside tables."""
        part = self._text[start:end]
        if not part.strip():
            return []
        # White space beside a tag is layout of the markup; a tab there begins no stack.
        if start and self._text[start - 1] != "\n":
            part = part.lstrip(" \t")
        if end < len(self._text):
            part = part.rstrip(" \t")
        return read_blocks(part.split("\n"), self._notes, self._line(start))

    def rows(self, grid: Grid) -> Iterable[Block]:
        """Return the rows of one table, and what it prints outside its cells."""
        blocks: list[Block] = []
        covered: dict[int, int] = {}
        above: Sequence[Cell] = ()
        for row in grid.rows:
            for start, end in row.outside:
                blocks += self.between(start, end)
            texts = [(self._cell(c.start, c.end), c.columns, c.rows) for c in row.cells]
            end = row.start + len(self._text[row.start : row.end].rstrip())
            place = Place(self._line(row.start), self._line(end - 1))
            spread = _spread(texts, covered)
            for part in read_row([text or "" for text in spread], place, self._notes):
                block = _continued(part, spread, above) if isinstance(part, Row) else part
                above = block.cells if isinstance(block, Row) else above
                blocks.append(block)
        for start, end in grid.outside:
            blocks += self.between(start, end)
        return blocks

    def _cell(self, start: int, end: int) -> str:
        """Return the text of a cell; a line end of the markup is no break of the text."""
        text = self._text[start:end].strip()
        if "\n" not in text:
            return text
        return _LINE_END.sub(lambda match: _gap(text, match.start(), match.end()), text)


def _gap(text: str, start: int, end: int) -> str:
    return " " if text[start - 1].isascii() and text[end].isascii() else ""


def _continued(row: Row, texts: Sequence[str | None], above: Sequence[Cell]) -> Row:
    """Return a row whose covered cells say what the cells above them say."""
    cells = tuple(
        replace(above[i], continued=True) if text is None and i < len(above) and above[i] else cell
        for i, (cell, text) in enumerate(zip(row.cells, texts, strict=True))
    )
    return Row(cells, row.place)


def _spread(texts: Iterable[tuple[str, int, int]], covered: dict[int, int]) -> list[str | None]:
    """Return one text for each column, None where a cell above reaches down; ``covered`` says for
    how many rows more one does. Beyond :data:`MOST_COLUMNS` nothing is covered, or a table of cells
    over all columns and rows would grow with the square of its length.
    """
    row: list[str | None] = []

    def pass_covered() -> None:
        while covered.get(len(row), 0) > 0:
            covered[len(row)] -= 1
            row.append(None)

    for text, columns, rows in texts:
        pass_covered()
        for column in range(columns):
            if len(row) < MOST_COLUMNS:
                covered[len(row)] = rows - 1
            row.append(text if column == 0 else "")
    pass_covered()
    return row
