"""What can be said of a measure's deadline on a day; without a record nothing is called late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.analysis.deadlines.lists import is_clause
from kg.analysis.dossier import Entry
from kg.analysis.due import binding, due_cells
from kg.analysis.status.status import Progress, Record, State, state
from kg.views.choice import Choice
from kg.wording import Text


class Timing(StrEnum):
    """How a measure stands to its deadline."""

    EXPIRED = "expired"
    OPEN = "open"
    CONTINUOUS = "continuous"
    NONE = "none"
    IN_TIME = "in_time"
    DONE_LATE = "done_late"
    DONE = "done"
    FINISHED = "finished"
    LATE = "late"
    LAST_OPEN = "last_open"
    UNDER_WAY = "under_way"
    NOT_BEGUN = "not_begun"


class Look(StrEnum):
    """What a mark shows of it: what is done and what is late have a sign of their own."""

    PLAIN = ""
    EXPIRED = "expired"
    DONE = "done"
    LATE = "late"


TIMINGS: dict[str, Text] = {
    Timing.EXPIRED: State.EXPIRED.text,
    Timing.OPEN: State.NOT_YET.text,
    Timing.CONTINUOUS: Text("无截止日（持续、每年等）", "no last day (continuous, yearly, …)"),
    Timing.NONE: Text("未写时限", "no deadline named"),
    Timing.IN_TIME: State.IN_TIME.text,
    Timing.DONE_LATE: State.DONE_LATE.text,
    Timing.DONE: State.DONE.text,
    Timing.FINISHED: Text("已完成（没有截止日）", "done (no last day)"),
    Timing.LATE: State.LATE.text,
    Timing.LAST_OPEN: State.LAST_OPEN.text,
    Timing.UNDER_WAY: State.UNDER_WAY.text,
    Timing.NOT_BEGUN: State.NOT_BEGUN.text,
}
NO_DEADLINE = Text("未写时限", "no deadline named")
DONE = frozenset({Timing.IN_TIME, Timing.DONE_LATE, Timing.DONE, Timing.FINISHED})
EXPIRED = frozenset({Timing.EXPIRED, Timing.LAST_OPEN})
NOT_YET = frozenset({Timing.OPEN, Timing.UNDER_WAY, Timing.NOT_BEGUN})

SIGNS = {Look.PLAIN: "", Look.EXPIRED: "", Look.DONE: "√", Look.LATE: "！"}
"""Before the words of a mark; both are in every Chinese font."""

_TIMING = {
    State.EXPIRED: Timing.EXPIRED,
    State.NOT_YET: Timing.OPEN,
    State.IN_TIME: Timing.IN_TIME,
    State.DONE_LATE: Timing.DONE_LATE,
    State.DONE: Timing.DONE,
    State.LATE: Timing.LATE,
    State.LAST_OPEN: Timing.LAST_OPEN,
    State.UNDER_WAY: Timing.UNDER_WAY,
    State.NOT_BEGUN: Timing.NOT_BEGUN,
}


def due_on(entry: Entry) -> date | None:
    """Return the latest last day of the deadlines that bind a whole measure; None without one."""
    day = due_cells(binding(entry))["due_on"]
    return day if isinstance(day, date) else None


def due_words(entry: Entry) -> str:
    """Return the deadlines that bind a whole measure, as printed; empty without any."""
    words = due_cells(binding(entry))["deadline"]
    return "、".join(words) if isinstance(words, tuple) else ""


def recorded(entry: Entry, choice: Choice) -> Record | None:
    """Return what was last recorded of a measure on the day; None where nothing was."""
    return choice.ledger.latest(entry.key, choice.as_of) if choice.ledger else None


def timing(entry: Entry, choice: Choice) -> Timing:
    """Return how a measure stands to its deadline on a day: its last day itself is not past.

    A measure without a last day is finished where it is recorded as done; else nothing can be
    said of it but that it has none.
    """
    record = recorded(entry, choice)
    day = due_on(entry)
    if day is not None:
        return _TIMING[state(day, choice.as_of, record)]
    if record is not None and record.progress is Progress.DONE:
        return Timing.FINISHED
    return Timing.CONTINUOUS if binding(entry) else Timing.NONE


@dataclass(frozen=True, slots=True)
class Clause:
    """The last day of one clause of a measure, its words as printed, and how it stands."""

    due_on: date
    words: str
    timing: Timing


def clauses(entry: Entry, choice: Choice) -> tuple[Clause, ...]:
    """Return the deadlines with a last day that bind one clause of a measure alone, in the order
    of its text; a record speaks of the whole measure, so that a clause is never called late.
    """
    record = recorded(entry, choice)
    found = []
    for link in entry.of("DUE"):
        edge, node = link
        if is_clause(link) and "due_on" in node.props:
            day = date.fromisoformat(str(node.props["due_on"]))
            stands = _TIMING[state(day, choice.as_of, record, is_clause=True)]
            found.append(Clause(day, str(edge.props.get("text", "")), stands))
    return tuple(found)


def look(found: Timing) -> Look:
    """Return what a mark shows of how a measure stands to its deadline."""
    if found in DONE:
        return Look.DONE
    if found is Timing.LATE:
        return Look.LATE
    return Look.EXPIRED if found in EXPIRED else Look.PLAIN
