"""When the measures of a document fall due, month by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.analysis.content.notes import share_of
from kg.analysis.deadlines.lists import Deadline
from kg.analysis.dossier import Entry, Selection
from kg.analysis.measure_columns import Row, lead_cells
from kg.analysis.status.status import DONE, OPEN, UNRECORDED, State


@dataclass(frozen=True, slots=True)
class Month:
    """The deadlines of one month, those of whole measures apart from those of clauses."""

    name: str
    whole: tuple[Deadline, ...]
    clauses: tuple[Deadline, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The measures due in it as a whole, each once, by last day, then in printed order."""
        return entries_of(self.whole)


def entries_of(found: Iterable[Deadline]) -> tuple[Entry, ...]:
    """Return the measures of some deadlines, each once."""
    return tuple({deadline.entry.key: deadline.entry for deadline in found}.values())


def months(found: Iterable[Deadline]) -> tuple[Month, ...]:
    """Return the months in which something is due, in order of time."""
    whole: dict[str, list[Deadline]] = defaultdict(list)
    clauses: dict[str, list[Deadline]] = defaultdict(list)
    for deadline in found:
        (clauses if deadline.is_clause else whole)[deadline.month].append(deadline)
    return tuple(
        Month(name, tuple(whole[name]), tuple(clauses[name])) for name in sorted({*whole, *clauses})
    )


def busiest(found: Sequence[Month]) -> Month | None:
    """Return the month with most measures due, of equals the first; None where none is."""
    due = [month for month in found if month.whole]
    return max(due, key=lambda month: len(month.entries), default=None)


def month_row(month: Month, dated: int, selection: Selection, *, ledger: bool) -> Row:
    """Return what a row says of a month.

    Parameters
    ----------
    dated
        Measures of the document that have a date, in whatever month.
    """
    entries = month.entries
    leads = lead_cells(entries, selection)
    row: Row = {
        "month": month.name,
        "due_measures": len(entries),
        "due_share": share_of(len(entries), dated),
        "expired_measures": len(entries_of(d for d in month.whole if d.is_over)),
        "clauses": len(month.clauses),
        "lead_counts": leads["leads"],
        "due_measure_keys": tuple(entry.key for entry in entries),
        "clause_keys": tuple(entry.key for entry in entries_of(month.clauses)),
    }
    if selection.inferred:
        row["inferred_lead_counts"] = leads["inferred_leads"]
    if ledger:
        row |= _states(month.whole)
    return row


def _states(found: Collection[Deadline]) -> Row:
    groups = {
        "done_measures": DONE,
        "late_measures": frozenset({State.DONE_LATE, State.LATE}),
        "open_measures": OPEN,
        "unrecorded_measures": UNRECORDED,
    }
    return {
        name: len(entries_of(d for d in found if d.state in states))
        for name, states in groups.items()
    }
