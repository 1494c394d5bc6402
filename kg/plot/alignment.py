"""How far the sections of an upper document are taken on below, as bars."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis.report import CellValue, Part, Report
from kg.plot.captions import as_of_note, captions, cut_note
from kg.plot.chart import Bars, Chart, Fill, Series
from kg.plot.palette import COVERED, GAP, OUTSIDE, PARTLY, UNCLEAR
from kg.wording import Text

Row = Mapping[str, CellValue]

_TASKS = Text("上级任务数", "upper tasks")
_SECTIONS = Text("板块", "sections")
_SECTION = "upper_section"
_STATES: tuple[tuple[str, Fill], ...] = (
    ("covered", COVERED),
    ("partly", PARTLY),
    ("uncovered", GAP),
    ("not_applicable", OUTSIDE),
    ("unclear", UNCLEAR),
)


def alignment_chart(report: Report, top: int) -> Chart:
    """Return bars for each pair of documents of a report of gaps: the tasks of every section by
    state, what is not taken on left hollow.

    Parameters
    ----------
    report
        What :func:`kg.analysis.gaps.gaps` gives.
    top
        Bars of each pair.
    """
    panels = [
        _panel(part, before, top)
        for before, part in zip(report.parts, report.parts[1:], strict=False)
        if _is_sections(part)
    ]
    notes = [*captions(report.notes)]
    if report.as_of is not None:
        notes.append(as_of_note(report.as_of))
    title = Text("各板块承接情况", "Sections taken on below")
    return Chart(title, tuple(panels), tuple(notes))


def _is_sections(part: Part) -> bool:
    return {_SECTION, "tasks", *(name for name, _ in _STATES)} <= {c.name for c in part.columns}


def _panel(part: Part, states: Part, top: int) -> Bars:
    """The bars of a table of sections; the table of states before it says what was counted."""
    rows = part.rows[:top]
    headings = {c.name: c.heading for c in part.columns}
    series = tuple(
        Series(headings[name], tuple(_number(row, name) for row in rows), fill)
        for name, fill in _STATES
    )
    kept = tuple(s for s in series if any(s.values))
    notes = (
        *captions((*states.notes, *part.notes)),
        *cut_note(_SECTIONS, len(rows), len(part.rows)),
    )
    labels = tuple(str(row[_SECTION]) for row in rows)
    return Bars(states.title, notes, labels, kept, tuple(map(_said, rows)), _TASKS)


def _said(row: Row) -> Text:
    share = row.get("covered_share")
    if not isinstance(share, float):
        return Text("不计承接率", "no share")
    return Text(f"承接 {share:.0%}", f"{share:.0%} covered")


def _number(row: Row, name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else 0
