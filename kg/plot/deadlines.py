"""When measures fall due, along the months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kg.analysis.report import CellValue, Part, Report
from kg.plot.captions import as_of_note, captions
from kg.plot.chart import Chart, Series, Timeline
from kg.plot.palette import DOTTED, PALE, SOLID
from kg.wording import Text

Row = Mapping[str, CellValue]

_TITLE = Text("各月到期的举措", "Measures due by month")
_MEASURES = Text("到期举措数", "measures due")
_MONTHS = 12
_COLUMNS = {"month", "due_measures", "expired_measures", "clauses"}


def deadlines_chart(report: Report) -> Chart:
    """Return a timeline for each document of a report of deadlines: what has expired on the day
    of the report, what is still to come, and clauses with a date of their own.

    The month with most measures due is named with its share. A document without any date has no
    timeline and is named below.
    """
    overview = {key: row for part in report.parts for key, row in _overview(part)}
    dated = [part for part in report.parts if _is_months(part) and part.rows]
    bare = [part for part in report.parts if _is_months(part) and not part.rows]
    day = report.as_of or date.min
    notes = [*captions(report.notes), *map(_without_dates, bare)]
    if report.as_of is not None:
        notes.append(as_of_note(report.as_of))
    return Chart(_TITLE, tuple(_timeline(p, overview.get(p.key), day) for p in dated), tuple(notes))


def _overview(part: Part) -> Iterator[tuple[str, Row]]:
    """The counts of each document, by its key."""
    if {"measures", "dated", "undated", "document_keys"} <= {c.name for c in part.columns}:
        for row in part.rows:
            for key in row["document_keys"] if isinstance(row["document_keys"], tuple) else ():
                yield key, row


def _denominators(row: Row | None) -> tuple[Text, ...]:
    if row is None:
        return ()
    whole, dated, bare = (row[name] for name in ("measures", "dated", "undated"))
    clauses = row.get("clause_deadlines")
    return (
        Text(
            f"举措 {whole} 条：全条有时限 {dated} 条，没有 {bare} 条；分句时限 {clauses} 处，另计",
            f"measures: {whole}, due on a day as a whole: {dated}, not: {bare}; deadlines of "
            f"clauses, counted apart: {clauses}",
        ),
    )


def _is_months(part: Part) -> bool:
    return {c.name for c in part.columns} >= _COLUMNS


def _without_dates(part: Part) -> Text:
    return Text(f"没有时限：{part.title.zh}", f"without dates: {part.title.en}")


def _timeline(part: Part, counts: Row | None, day: date) -> Timeline:
    rows = {str(row["month"]): row for row in part.rows}
    months = _every_month(min(rows), max(rows))
    due, over, clauses = (
        tuple(_number(rows.get(month), name) for month in months)
        for name in ("due_measures", "expired_measures", "clauses")
    )
    series = [
        Series(Text("已到期（完成情况未载）", "expired, completion not recorded"), over, PALE),
        Series(
            Text("未到期", "to come"),
            tuple(a - b for a, b in zip(due, over, strict=True)),
            SOLID,
        ),
        Series(Text("分句的时限，另计", "clauses, counted apart"), clauses, DOTTED),
    ]
    kept = tuple(s for s in series if any(s.values))
    return Timeline(
        part.title, _denominators(counts), months, kept, _cliff(months, rows), _today(months, day),
        _MEASURES,
    )  # fmt: skip


def _every_month(first: str, last: str) -> tuple[str, ...]:
    begin, end = (int(m[:4]) * _MONTHS + int(m[5:]) - 1 for m in (first, last))
    return tuple(f"{m // _MONTHS:04}-{m % _MONTHS + 1:02}" for m in range(begin, end + 1))


def _cliff(months: tuple[str, ...], rows: Mapping[str, Row]) -> tuple[int, Text] | None:
    due = {month: _number(row, "due_measures") for month, row in rows.items()}
    most = max(sorted(due), key=lambda month: due[month])
    share = rows[most].get("due_share")
    if not due[most] or not isinstance(share, float):
        return None
    return months.index(most), Text(
        f"{most}：{due[most]} 条，占 {share:.0%}", f"{most}: {due[most]} measures, {share:.0%}"
    )


def _today(months: tuple[str, ...], day: date) -> float | None:
    month = day.isoformat()[:7]
    if month not in months:
        return None
    return months.index(month) + (day.day - 1) / 31


def _number(row: Row | None, name: str) -> int:
    value = row.get(name) if row is not None else None
    return value if isinstance(value, int) else 0
