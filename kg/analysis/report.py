"""What an analysis returns: figures with what is needed to trust them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.wording import Text


@dataclass(frozen=True, slots=True)
class Coded(Text):
    """A code of the graph, or several of a list, in the words that people read; data formats
    write ``code``.
    """

    code: str | bool | tuple[str, ...]


CellValue = str | int | float | bool | date | tuple[str, ...] | Text | None
"""A cell of a report; None means «not known» or «does not apply», never zero. A text of the
program's own (not a document's) stands in both languages."""


class ColumnKind(StrEnum):
    """How a column is read and laid out."""

    TEXT = "text"
    COUNT = "count"  # whole number, right-aligned
    SHARE = "share"  # 0–1, shown as a percentage
    NUMBER = "number"
    DATE = "date"
    KEYS = "keys"  # source keys; left out of terminal tables


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in data (``name``, English snake_case), its heading, and what the
    figure means with unit and denominator. A ``wide`` one is left out of terminal tables.
    """

    name: str
    heading: Text
    kind: ColumnKind
    definition: Text
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a report.

    Parameters
    ----------
    key
        What the part is about: a document's key.
    title
        Its heading.
    notes
        Denominators, basis counted, what was left out and why; read before the figures.
    rows
        One mapping per row, from column name to value; every row has every column.
    totals
        Figures over all rows, by column name; empty where a sum has no meaning.
    """

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, CellValue], ...]
    notes: tuple[Text, ...] = ()
    totals: Mapping[str, CellValue] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to one question.

    Parameters
    ----------
    name
        The command's word: ``workload``.
    as_of
        The day the answer holds for; None where time plays no part.
    """

    name: str
    title: Text
    parts: tuple[Part, ...]
    notes: tuple[Text, ...] = ()
    as_of: date | None = None

    @property
    def head(self) -> tuple[Text, ...]:
        """What is read before the parts: the day the answer holds for, and the notes."""
        if self.as_of is None:
            return self.notes
        return (Text(f"截至 {self.as_of}", f"as of {self.as_of}"), *self.notes)
