"""What became of measures, as people have recorded it; without a record nothing is called late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from itertools import pairwise

from kg.wording import Text


class Progress(StrEnum):
    """What a ledger says of a measure."""

    DONE = "done"
    UNDER_WAY = "under_way"
    NOT_BEGUN = "not_begun"


PROGRESS: Mapping[Progress, Text] = {
    Progress.DONE: Text("已完成", "done"),
    Progress.UNDER_WAY: Text("进行中", "under way"),
    Progress.NOT_BEGUN: Text("未开始", "not begun"),
}


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a status ledger.

    Parameters
    ----------
    on
        The day it was done, or the day on which it was under way or not begun; None where the
        ledger gives none.
    by
        Who says so; "" where unsaid.
    row
        The line of the ledger it stands on.
    """

    measure_key: str
    progress: Progress
    on: date | None
    by: str
    row: int


@dataclass(frozen=True, slots=True)
class StatusLedger:
    """The records of a ledger by measure, each in order of its days.

    Parameters
    ----------
    name
        Of the file, for notes and faults.
    ignored
        Headings of columns that mean nothing to the program.
    """

    name: str
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    def latest(self, measure_key: str, as_of: date) -> Record | None:
        """Return what was last known of a measure on a day; None where nothing was.

        A record without a day counts as known on any, and as the last word.
        """
        known = [r for r in self.records.get(measure_key, ()) if r.on is None or r.on <= as_of]
        return max(known, key=_day, default=None)

    def later(self, as_of: date) -> int:
        """Return how many records speak of a day after this one."""
        days = (r.on for records in self.records.values() for r in records)
        return sum(day is not None and day > as_of for day in days)


class State(Enum):
    """What can be said of a deadline on a day."""

    EXPIRED = Text("已到期（完成情况未载）", "expired (completion not recorded)")
    NOT_YET = Text("未到期", "not yet due")
    IN_TIME = Text("按期完成", "done in time")
    DONE_LATE = Text("逾期完成", "done late")
    DONE = Text("已完成（完成日期未载）", "done (on which day is not recorded)")
    LATE = Text("逾期未完成", "late, not done")
    LAST_OPEN = Text(
        "已到期（到期前记为未完成，此后未载）",
        "expired (not done before it was due, no later word)",
    )
    UNDER_WAY = Text("未到期，进行中", "not yet due, under way")
    NOT_BEGUN = Text("未到期，未开始", "not yet due, not begun")

    @property
    def text(self) -> Text:
        """How it is said."""
        return self.value


DONE = frozenset({State.IN_TIME, State.DONE_LATE, State.DONE})
OPEN = frozenset({State.LAST_OPEN, State.UNDER_WAY, State.NOT_BEGUN})
UNRECORDED = frozenset({State.EXPIRED, State.NOT_YET})


def state(due_on: date, as_of: date, record: Record | None, *, is_clause: bool = False) -> State:
    """Return what can be said of a deadline on a day, given what was last recorded.

    What is due on the day itself has not expired. A measure is late only where it was recorded
    as not done after its last day, or the record gives no day and the last day is over: an older
    record does not say what became of it since.

    Parameters
    ----------
    is_clause
        Whether it binds one clause of the measure: a record speaks of the measure as a whole, so
        that a clause is never called late.

    Examples
    --------
    >>> june, july = date(2025, 6, 30), date(2025, 7, 1)
    >>> state(june, june, None).text.zh, state(june, july, None).text.zh
    ('未到期', '已到期（完成情况未载）')
    """
    expired = due_on < as_of
    if record is None:
        return State.EXPIRED if expired else State.NOT_YET
    if record.progress is Progress.DONE:
        if record.on is None:
            return State.DONE
        late = State.DONE if is_clause else State.DONE_LATE
        return State.IN_TIME if record.on <= due_on else late
    if expired and is_clause:
        return State.EXPIRED
    if expired:
        return State.LATE if record.on is None or record.on > due_on else State.LAST_OPEN
    return State.UNDER_WAY if record.progress is Progress.UNDER_WAY else State.NOT_BEGUN


def conflicts(records: Iterable[Record]) -> list[tuple[Record, Record]]:
    """Return the records of one measure that cannot both hold, each with the one before it.

    On one day, or without a day, there is one status; what is done stays done.
    """
    ordered = sorted(records, key=lambda r: (_day(r), r.row))
    found = []
    for earlier, later in pairwise(ordered):
        same_day = earlier.on == later.on or earlier.on is None or later.on is None
        undone = earlier.progress is Progress.DONE and later.progress is not Progress.DONE
        if undone or (same_day and earlier.progress is not later.progress):
            found.append((earlier, later))
    return found


def _day(record: Record) -> date:
    return record.on or date.max
