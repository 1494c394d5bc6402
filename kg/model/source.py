"""What reading a file gives: the lines as printed, and the blocks they form.

Formats make these; genres read them. A block keeps its place, so that every fact can be traced
to a printed line.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.issue import Issue
from kg.model.place import Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text outside any table.

    Parameters
    ----------
    text
        The text without markup and outer white space; never empty.
    level
        Heading level by the file's own marks (``#`` = 1, ``##`` = 2); 0 for plain text.
    """

    text: str
    place: Place
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Parameters
    ----------
    paragraphs
        The printed paragraphs in order, without markup and outer white space; none of them is
        empty; an empty cell has none.
    marks
        Names of the markup elements that were taken out (``p``, ``b``, ``h2``), sorted, each once.
    continued
        True where the file says that the cell above reaches down to this row (a row span): the
        cell then repeats that one's words, marks and place.
    """

    paragraphs: tuple[str, ...]
    place: Place
    marks: tuple[str, ...] = ()
    continued: bool = False

    @property
    def text(self) -> str:
        """All paragraphs as one text, without a separator."""
        return "".join(self.paragraphs)

    def __bool__(self) -> bool:
        return bool(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table whose cells are printed side by side; at least two cells."""

    cells: tuple[Cell, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Stack:
    """Cells printed one under another, one on each line, without a blank line between them.

    Text taken from a word processor prints a table row this way. Which column a cell belongs to
    is not in the layout; the genre finds out from the header and from what the cells say.
    """

    cells: tuple[Cell, ...]
    place: Place


Block = Paragraph | Row | Stack


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read.

    Parameters
    ----------
    name
        The file's name without folders.
    sha256
        Of the bytes of the file, in hexadecimal.
    encoding
        The encoding the bytes were read with (``utf-8``, ``utf-8-sig``, ``gb18030``, ``utf-16``).
    lines
        The lines as printed, without line ends; line n is ``lines[n - 1]``.
    blocks
        Paragraphs, rows and stacks in printed order.
    issues
        What reading had to repair (characters dropped, markup taken out).
    ends_with_newline
        False when the last line has no line end: a sign of a file cut short, never proof alone.
    """

    name: str
    sha256: str
    encoding: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...] = ()
    ends_with_newline: bool = True
