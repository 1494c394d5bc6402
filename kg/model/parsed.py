"""What a genre makes of a source: sections, tasks and measures as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.issue import Issue
from kg.model.place import Place


class Role(StrEnum):
    """What a body does for a measure."""

    LEAD = "lead"
    ASSIST = "assist"


class Basis(StrEnum):
    """Whether the text says it (explicit) or custom suggests it (inferred)."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"


class Precision(StrEnum):
    """How exactly a deadline is given; never more exact than the text."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    RANGE = "range"
    PERIOD = "period"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Timing:
    """When something is due.

    Parameters
    ----------
    key
        What the words mean, readable and unique: ``2025-06``, ``2025-Q3``, ``2023-01..2025-06``,
        ``yearly-10``, ``continuous``; the words themselves for ``relative``.
    due_on
        The last day; None where no last day follows from the words.
    start_on
        The first day of a range or period; None otherwise.
    """

    key: str
    precision: Precision
    due_on: date | None = None
    start_on: date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as printed, with what it means; ``timing`` is None where that is not known."""

    text: str
    timing: Timing | None
    place: Place


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One body named as responsible for a measure.

    Parameters
    ----------
    printed
        The body's name as printed, brackets kept, separators taken off.
    order
        Its position among the bodies of the same role, counted from 1 in printed order.
    role_text
        The word that gives the role: the column's word or the words of the clause.
    issues
        Doubts about this name alone (garbled, fused with another).
    reads_as
        The name it stands for where the form alone shows it (省保护处 = 保护处); else ``printed``.
    """

    printed: str
    role: Role
    basis: Basis
    role_text: str
    order: int
    place: Place
    reads_as: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def name(self) -> str:
        """The name to resolve."""
        return self.reads_as or self.printed


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing to be done. ``number`` only where it is printed; ``text`` without number and
    without the responsibility clause; ``seq`` counts from 1 within its task. ``printed`` is the
    text as printed where people corrected it, else empty; so it is for titles below.
    """

    number: str
    seq: int
    text: str
    place: Place
    responsible: tuple[Responsibility, ...] = ()
    deadline: Deadline | None = None
    remark: str = ""
    issues: tuple[Issue, ...] = ()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A task with its measures. ``number`` as printed, alone: ``14``, ``一`` for （一）."""

    number: str
    seq: int
    title: str
    place: Place
    measures: tuple[Measure, ...]
    issues: tuple[Issue, ...] = ()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its tasks. ``number`` as printed, alone: ``五``; empty without one."""

    number: str
    seq: int
    title: str
    place: Place
    tasks: tuple[Task, ...]
    issues: tuple[Issue, ...] = ()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the paper says about itself; empty where it does not say.

    Parameters
    ----------
    title
        The title of the notice, or of the list where there is no notice.
    list_title
        The title printed above the table.
    annex
        The annex number as printed (``附件1``).
    issued_on
        The day the paper was issued, not a deadline in it.
    year
        The first year in the title, else the year of issue.
    implements
        Titles in 《》 that the preamble names as the papers this one carries out, in order.
    """

    title: str
    list_title: str = ""
    doc_no: str = ""
    annex: str = ""
    issuer: str = ""
    issued_on: date | None = None
    year: int | None = None
    implements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowTally:
    """The sum over table rows: ``read`` = ``used`` + ``set_aside``."""

    read: int
    used: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A task document as printed. ``sections`` may hold one section without number and title,
    where the paper prints none; it becomes no node of the graph.
    """

    front: FrontMatter
    genre: str
    sections: tuple[Section, ...]
    tally: RowTally
    issues: tuple[Issue, ...] = ()

    @property
    def measures(self) -> Iterator[Measure]:
        """All measures in printed order."""
        return (m for s in self.sections for t in s.tasks for m in t.measures)
