"""Cells, rows and stacks, from the texts printed in them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Cell, Paragraph, Place, Row, Stack

from .characters import BREAK, PARAGRAPH, clean
from .issues import LINES_JOINED, Notes
from .markup import Stripped, strip
from .paragraphs import split


def read_cell(text: str, place: Place, notes: Notes) -> tuple[Cell, tuple[str, ...]]:
    """Return a cell, and the names of all markup that was taken out of its text."""
    stripped = _strip(text, place, notes)
    paragraphs, joined = split(stripped.text)
    if joined:
        notes.add(LINES_JOINED, place, stripped.text.strip(), "\n".join(paragraphs))
    return Cell(paragraphs, place, stripped.marks), stripped.marks + stripped.entities


def read_row(texts: Sequence[str], place: Place, notes: Notes) -> Sequence[Row | Paragraph]:
    """Return the row that the texts form: paragraphs where there is only one cell, and nothing
    where nothing is printed in any of them.
    """
    if len(texts) == 1:
        return read_paragraphs(texts[0], place, notes)
    cells: list[Cell] = []
    marks: set[str] = set()
    for number, text in enumerate(texts, start=1):
        cell, taken = read_cell(text, Place(place.line, place.last_line, number), notes)
        cells.append(cell)
        marks.update(taken)
    notes.markup(place, sorted(marks))
    return [Row(tuple(cells), place)] if any(cells) else []


def read_stack(texts: Sequence[str], first_line: int, notes: Notes) -> Stack:
    """Return the stack whose cells are printed from ``first_line`` on, one on each line."""
    cells = []
    for line, text in enumerate(texts, start=first_line):
        place = Place.at(line)
        cell, taken = read_cell(text, place, notes)
        notes.markup(place, taken)
        cells.append(cell)
    return Stack(tuple(cells), Place(first_line, first_line + len(texts) - 1))


def read_paragraphs(text: str, place: Place, notes: Notes, level: int = 0) -> list[Paragraph]:
    """Return the paragraphs of a line outside any table; every break ends one."""
    stripped = _strip(text, place, notes)
    notes.markup(place, stripped.marks + stripped.entities)
    parts = stripped.text.replace(PARAGRAPH, BREAK).split(BREAK)
    return [Paragraph(part.strip(), place, level) for part in parts if part.strip()]


def _strip(text: str, place: Place, notes: Notes) -> Stripped:
    stripped = strip(text)
    if not stripped.entities:
        return stripped
    # An entity may spell a character that is not wanted: &shy; &#8203;
    return Stripped(clean(stripped.text, place, notes), stripped.marks, stripped.entities)
