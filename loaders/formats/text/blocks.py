"""The blocks that the lines of a text form: paragraphs, rows and stacks."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Block, Place

from .cells import read_paragraphs, read_row, read_stack
from .issues import Notes
from .markdown import has_bar, is_border, open_cells, table_cells, unmark


def read_blocks(lines: Sequence[str], notes: Notes, first_line: int = 1) -> list[Block]:
    """Return the blocks of consecutive lines, in printed order.

    Parameters
    ----------
    lines
        Cleaned lines of the file.
    first_line
        The number of the first of them.
    """
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        taken = 1
        if not line:
            pass
        elif _is_stacked(line):
            taken = _stack_height(lines, index)
            texts = lines[index : index + taken]
            blocks.append(read_stack(texts, first_line + index, notes))
        elif "|" in line and (taken := _table_height(lines, index)):
            blocks.extend(_bar_rows(lines[index : index + taken], first_line + index, notes))
        else:
            taken = 1
            blocks.extend(_line_blocks(line, Place.at(first_line + index), notes))
        index += taken
    return blocks


def _line_blocks(line: str, place: Place, notes: Notes) -> list[Block]:
    marked = unmark(line)
    if "\t" in marked.text:
        # The marks of a list or a heading mean nothing inside a table row.
        return list(read_row(line.split("\t"), place, notes))
    notes.markup(place, marked.marks)
    return list(read_paragraphs(marked.text, place, notes, marked.level))


def _is_stacked(line: str) -> bool:
    return line[0] == "\t" and line.find("\t", 1) < 0


def _stack_height(lines: Sequence[str], start: int) -> int:
    end = start
    while end < len(lines) and lines[end] and _is_stacked(lines[end]):
        end += 1
    return end - start


def _table_height(lines: Sequence[str], start: int) -> int:
    """Return how many lines from ``start`` on form a table between bars; 0 if there is none."""
    has_head = start + 1 < len(lines) and is_border(lines[start + 1])
    if table_cells(lines[start]) is None and not (has_head and has_bar(lines[start])):
        return 0
    end = start
    while end < len(lines) and (
        table_cells(lines[end]) is not None or (has_head and has_bar(lines[end]))
    ):
        end += 1
    return end - start


def _bar_rows(lines: Sequence[str], first_line: int, notes: Notes) -> list[Block]:
    rows: list[Block] = []
    enclosed = lines[0].lstrip().startswith("|")
    for number, line in enumerate(lines, start=first_line):
        place = Place.at(number)
        if is_border(line):
            notes.markup(place, (line.strip(),))
            continue
        rows.extend(read_row(open_cells(line, enclosed=enclosed), place, notes))
    return rows
