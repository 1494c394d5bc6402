"""What falls due when: months, what has expired, what is due between two days, what has no date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.analysis.collection import uncollected
from kg.analysis.content.notes import NO_DOCUMENT, cut, lead_notes, portion, share_of
from kg.analysis.deadlines.columns import DOCUMENTS, month_columns
from kg.analysis.deadlines.lists import Deadline, deadline_columns, deadline_row, deadlines_of
from kg.analysis.deadlines.months import Month, busiest, entries_of, month_row, months
from kg.analysis.deadlines.undated import undated_part
from kg.analysis.dossier import Dossier, Entry, Selection, dossiers
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part, Report
from kg.analysis.status.status import State, StatusLedger
from kg.model import Graph
from kg.wording import Text

TITLE = Text("时限", "Deadlines")

NO_LEDGER = Text(
    "没有完成情况的记录：到期的只说“已到期（完成情况未载）”，不说逾期；--status 可给出记录",
    "completion is not recorded: what is over is called expired and never overdue; --status names "
    "a ledger",
)


@dataclass(frozen=True, slots=True)
class Span:
    """Two days with all between them; None where it is open at that end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies within, its ends included."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def text(self) -> Text:
        """The two days."""
        first, last = (str(day) if day else "…" for day in (self.first, self.last))
        return Text(f"{first} 至 {last}", f"{first} to {last}")


@dataclass(frozen=True, slots=True)
class Horizon:
    """The time a report of deadlines looks at.

    Parameters
    ----------
    as_of
        The day on which a deadline is over or not.
    between
        What is due within it is listed; None for no such list.
    ledger
        What became of the measures; None without a ledger.
    """

    as_of: date
    between: Span | None = None
    ledger: StatusLedger | None = field(default=None, compare=False)


def deadlines(graph: Graph, horizon: Horizon, selection: Selection | None = None) -> Report:
    """Return how the deadlines of each document lie (``documents``), then for each document its
    months (the document's key), what has expired (``…!expired``), what is due between two days
    (``…!between``, where they are given), and what has no date (``…!undated``).

    Deadlines of clauses are counted apart from those of whole measures everywhere.
    """
    selection = selection or Selection()
    with uncollected():
        found = [_calendar(dossier, horizon) for dossier in dossiers(graph, selection.documents)]
        overview = [_overview(found)] if found else []
        parts = [*overview, *(p for one in found for p in _parts(one, horizon, selection))]
        shown = tuple(cut(part, selection.top) for part in parts)
    notes = [*([] if found else [NO_DOCUMENT]), *_ledger_notes(horizon)]
    return Report("deadlines", TITLE, shown, tuple(notes), horizon.as_of)


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The deadlines of a document, those of whole measures, the months in order of time, and the
    measures that are due on a day as a whole.
    """

    dossier: Dossier
    deadlines: tuple[Deadline, ...]
    whole: tuple[Deadline, ...]
    months: tuple[Month, ...]
    dated: tuple[Entry, ...]


def _calendar(dossier: Dossier, horizon: Horizon) -> _Calendar:
    found = deadlines_of(dossier, horizon.as_of, horizon.ledger)
    whole = tuple(deadline for deadline in found if not deadline.is_clause)
    return _Calendar(dossier, found, whole, months(found), entries_of(whole))


def _overview(found: Sequence[_Calendar]) -> Part:
    note = Text(
        "扎堆：到期举措最多的月份，及其在有时限举措中的占比；分句时限不计入",
        "piling up: the month with most measures due, and its share of the measures with a date; "
        "deadlines of clauses do not count",
    )
    rows = tuple(map(_overview_row, found))
    return Part("documents", Text("各文件", "Documents"), DOCUMENTS, rows, (note,))


def _overview_row(one: _Calendar) -> Row:
    cliff = busiest(one.months)
    dated, whole = one.dated, len(one.dossier.entries)
    expired = entries_of(d for d in one.whole if d.is_over)
    return {
        "document": one.dossier.title,
        "measures": whole,
        "dated": len(dated),
        "undated": whole - len(dated),
        "expired": len(expired),
        "cliff": cliff.name if cliff else None,
        "cliff_measures": len(cliff.entries) if cliff else None,
        "cliff_share": share_of(len(cliff.entries), len(dated)) if cliff else None,
        "clause_deadlines": len(one.deadlines) - len(one.whole),
        "dated_keys": tuple(entry.key for entry in dated),
        "expired_keys": tuple(entry.key for entry in expired),
        "document_keys": (one.dossier.key,),
    }


def _parts(one: _Calendar, horizon: Horizon, selection: Selection) -> Iterator[Part]:
    yield _months_part(one, horizon, selection)
    over = [deadline for deadline in one.deadlines if deadline.is_over]
    yield _list_part(one, "expired", _expired_text(horizon), over, horizon, selection)
    if horizon.between is not None:
        span = horizon.between
        within = [deadline for deadline in one.deadlines if span.holds(deadline.due_on)]
        title = Text(f"{span.text.zh} 到期", f"Due {span.text.en}")
        yield _list_part(one, "between", title, within, horizon, selection)
    yield undated_part(one.dossier, {entry.key for entry in one.dated}, one.deadlines, selection)


def _months_part(one: _Calendar, horizon: Horizon, selection: Selection) -> Part:
    dated, whole = len(one.dated), len(one.dossier.entries)
    ledger = horizon.ledger is not None
    rows = (month_row(month, dated, selection, ledger=ledger) for month in one.months)
    notes = [
        Text(
            f"全条有确定时限的举措 {portion(dated, whole)}；分句时限另有 "
            f"{len(one.deadlines) - len(one.whole)} 处",
            f"measures due on a day as a whole: {portion(dated, whole)}; deadlines of clauses "
            f"besides: {len(one.deadlines) - len(one.whole)}",
        ),
        *_cliff(one.months, dated, whole),
        *lead_notes(one.dossier, selection),
    ]
    columns = month_columns(inferred=selection.inferred, ledger=ledger)
    return Part(one.dossier.key, one.dossier.title, columns, tuple(rows), tuple(notes))


def _cliff(found: Sequence[Month], dated: int, whole: int) -> list[Text]:
    cliff = busiest(found)
    if cliff is None:
        return []
    due = len(cliff.entries)
    return [
        Text(
            f"扎堆（到期举措最多的月份）：{cliff.name}，{due} 条，"
            f"在有时限举措中占 {portion(due, dated)}，在全部举措中占 {portion(due, whole)}",
            f"piling up (month with most measures due): {cliff.name}, {due} measures, of those "
            f"with a date {portion(due, dated)}, of all {portion(due, whole)}",
        )
    ]


def _expired_text(horizon: Horizon) -> Text:
    if horizon.ledger is None:
        return State.EXPIRED.text
    return Text("已到期", "Expired")


def _list_part(  # noqa: PLR0913, PLR0917 - what is listed, and how
    one: _Calendar,
    name: str,
    title: Text,
    found: Sequence[Deadline],
    horizon: Horizon,
    selection: Selection,
) -> Part:
    ledger = horizon.ledger is not None
    document = one.dossier.title
    return Part(
        f"{one.dossier.key}!{name}",
        Text(f"{title.zh}：{document.zh}", f"{title.en[:1].upper()}{title.en[1:]}: {document.en}"),
        deadline_columns(selection, ledger=ledger),
        tuple(deadline_row(deadline, selection, ledger=ledger) for deadline in found),
        (_counted(found, len(one.dossier.entries)), *_states(found, ledger=ledger)),
    )


def _counted(found: Sequence[Deadline], whole: int) -> Text:
    clauses = [deadline for deadline in found if deadline.is_clause]
    measures = len(entries_of(d for d in found if not d.is_clause))
    return Text(
        f"全条到期的举措 {portion(measures, whole)}；分句到期 {len(clauses)} 处，另计",
        f"measures due as a whole: {portion(measures, whole)}; clauses due, counted apart: "
        f"{len(clauses)}",
    )


def _states(found: Iterable[Deadline], *, ledger: bool) -> list[Text]:
    if not ledger:
        return []
    whole = [d for d in found if not d.is_clause]
    counts = {state: len(entries_of(d for d in whole if d.state is state)) for state in State}
    said = [(state.text, count) for state, count in counts.items() if count]
    if not said:
        return []
    return [
        Text(
            "其中全条：" + "，".join(f"{text.zh} {count} 条" for text, count in said),
            "of the whole measures: " + ", ".join(f"{text.en} {count}" for text, count in said),
        )
    ]


def _ledger_notes(horizon: Horizon) -> list[Text]:
    ledger = horizon.ledger
    if ledger is None:
        return [NO_LEDGER]
    records = sum(map(len, ledger.records.values()))
    later = ledger.later(horizon.as_of)
    notes = [
        Text(
            f"完成情况：{ledger.name}，记录 {records} 条，涉及举措 {len(ledger.records)} 条；"
            f"晚于截至日的 {later} 条未计",
            f"completion: {ledger.name}, records: {records}, of measures: {len(ledger.records)}; "
            f"later than the day of the report and not counted: {later}",
        )
    ]
    if ledger.ignored:
        notes.append(
            Text(
                f"该账本中没有用到的列：{'、'.join(ledger.ignored)}",
                f"columns of it that are not used: {', '.join(ledger.ignored)}",
            )
        )
    return notes
