"""Where something is printed."""

from __future__ import annotations

from dataclasses import dataclass

from kg.wording import Text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source: lines counted from 1, and the cell of a row counted from 1.

    Parameters
    ----------
    line, last_line
        First and last line, both counted in; equal for a place on one line.
    cell
        The cell of a row, None for a whole line or row.
    """

    line: int
    last_line: int
    cell: int | None = None

    @classmethod
    def at(cls, line: int, cell: int | None = None) -> Place:
        """Return the place of one line, or of one cell of it."""
        return cls(line, line, cell)

    def through(self, other: Place) -> Place:
        """Return the smallest place that holds both; the cell stays when both name the same."""
        return Place(
            min(self.line, other.line),
            max(self.last_line, other.last_line),
            self.cell if self.cell == other.cell else None,
        )

    @property
    def text(self) -> Text:
        """The place in words."""
        lines = (
            Text(f"第{self.line}行", f"line {self.line}")
            if self.line == self.last_line
            else Text(f"第{self.line}–{self.last_line}行", f"lines {self.line}–{self.last_line}")
        )
        if self.cell is None:
            return lines
        return Text(f"{lines.zh}第{self.cell}格", f"{lines.en}, cell {self.cell}")

    def __str__(self) -> str:
        """The place as it stands in a property: ``L49`` · ``L49-52`` · ``L49:2`` (cell 2).

        Examples
        --------
        >>> str(Place.at(49, 2)), str(Place(3, 5))
        ('L49:2', 'L3-5')
        """
        lines = f"L{self.line}" if self.line == self.last_line else f"L{self.line}-{self.last_line}"
        return lines if self.cell is None else f"{lines}:{self.cell}"

    @classmethod
    def parse(cls, text: str) -> Place:
        """Return the place that :meth:`__str__` wrote.

        Examples
        --------
        >>> Place.parse("L49:2") == Place.at(49, 2)
        True
        """
        lines, _, cell = text.removeprefix("L").partition(":")
        first, _, last = lines.partition("-")
        return cls(int(first), int(last or first), int(cell) if cell else None)
