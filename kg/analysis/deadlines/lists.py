"""Every deadline of a document that has a last day, with what can be said of it on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.analysis.clause import opening
from kg.analysis.deadlines.columns import DEADLINE, RECORD
from kg.analysis.dossier import Dossier, Entry, Link, Selection
from kg.analysis.measure_columns import MEASURE_KEYS, Row, listing_columns, measure_cells
from kg.analysis.report import Column
from kg.analysis.status.status import PROGRESS, Record, State, StatusLedger, state
from kg.wording import Text

_WHOLE, _CLAUSE = Text("全条", "whole measure"), Text("分句", "clause")
_OF_MEASURE = frozenset({"deadline", "due_on", MEASURE_KEYS.name})


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline that has a last day.

    Parameters
    ----------
    due_on
        The last day.
    is_clause
        Whether it binds one clause of the measure alone.
    is_over
        Whether the last day is over, whatever is recorded.
    state, record
        What can be said of it, and what was last recorded of its measure; None without.
    """

    entry: Entry
    words: str | None
    due_on: date
    is_clause: bool
    is_over: bool
    state: State
    record: Record | None

    @property
    def month(self) -> str:
        """The month of the last day: 2025-06."""
        return self.due_on.isoformat()[:7]


def deadlines_of(
    dossier: Dossier, as_of: date, ledger: StatusLedger | None
) -> tuple[Deadline, ...]:
    """Return the deadlines of a document, by last day, then in printed order."""
    found = (d for entry in dossier.entries for d in _of(entry, as_of, ledger))
    return tuple(sorted(found, key=lambda d: d.due_on))


def is_clause(link: Link) -> bool:
    """Tell whether a deadline binds one clause alone."""
    return link[0].props.get("scope") == "clause"


def _of(entry: Entry, as_of: date, ledger: StatusLedger | None) -> Iterator[Deadline]:
    record = ledger.latest(entry.key, as_of) if ledger else None
    for link in entry.of("DUE"):
        edge, node = link
        if "due_on" not in node.props:
            continue
        due_on = date.fromisoformat(str(node.props["due_on"]))
        yield Deadline(
            entry,
            str(edge.props["text"]) if "text" in edge.props else None,
            due_on,
            is_clause(link),
            due_on < as_of,
            state(due_on, as_of, record, is_clause=is_clause(link)),
            record,
        )


def deadline_columns(selection: Selection, *, ledger: bool) -> tuple[Column, ...]:
    """Return the columns of :func:`deadline_row`."""
    beside = (c for c in listing_columns(selection) if c.name not in _OF_MEASURE)
    return (*DEADLINE, *(RECORD if ledger else ()), *beside, MEASURE_KEYS)


def deadline_row(deadline: Deadline, selection: Selection, *, ledger: bool) -> Row:
    """Return what a row says of a deadline and its measure."""
    entry = deadline.entry
    about = measure_cells(entry, selection)
    row: Row = {
        "due_day": deadline.due_on,
        "words": deadline.words,
        "scope": _CLAUSE if deadline.is_clause else _WHOLE,
        "state": deadline.state.text,
        **{name: cell for name, cell in about.items() if name not in {"deadline", "due_on"}},
        "opening": opening(entry.text),
    }
    if ledger:
        record = deadline.record
        row["recorded"] = PROGRESS[record.progress] if record else None
        row["recorded_on"] = record.on if record else None
        row["recorded_by"] = (record.by or None) if record else None
    return row
