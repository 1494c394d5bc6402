"""What each row of a task table says: headings, words of measures, bodies, a deadline."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Issue, Place

from ..grammar.columns import ColumnRole
from ..grammar.headings import Heading


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place: a paragraph of a cell."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class BodyCell:
    """The words of a column of bodies."""

    role: ColumnRole
    word: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says.

    Parameters
    ----------
    section, task
        Headings that the row prints; None where it prints none.
    measures
        The paragraphs of the measure column.
    bodies
        The columns of bodies in printed order; a column whose cell is empty has no words.
    deadline
        The words of the deadline column.
    extra
        Words of other columns (goal, remark, unknown), each with the word that heads its column.
    number
        The measure's own number where a column prints one.
    issues
        Repairs so far, to be carried by what the row gives.
    """

    place: Place
    section: Heading | None = None
    task: Heading | None = None
    measures: tuple[Words, ...] = ()
    bodies: tuple[BodyCell, ...] = ()
    deadline: Words | None = None
    extra: tuple[tuple[str, Words], ...] = ()
    number: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def has_bodies(self) -> bool:
        """Whether any body is named."""
        return any(b.words for b in self.bodies)

    @property
    def is_heading_only(self) -> bool:
        """Whether the row prints headings and nothing else."""
        return not (self.measures or self.has_bodies or self.deadline or self.extra)

    def noting(self, *issues: Issue) -> Entry:
        """Return the entry with further issues."""
        return replace(self, issues=(*self.issues, *issues))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that gives nothing to the document, and why; kept as an issue."""

    place: Place
    text: str
    is_note: bool = False
