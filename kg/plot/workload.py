"""Who carries how much, as bars."""

from __future__ import annotations

from datetime import date

from kg.analysis.report import CellValue, Part, Report
from kg.plot.captions import as_of_note, cut_note
from kg.plot.chart import Bars, Chart, Series, captions
from kg.plot.palette import HATCHED, PALE, SOLID
from kg.wording import Text, same

_MEASURES = Text("举措数", "measures")


def workload_chart(report: Report, as_of: date, top: int) -> Chart:
    """Return bars for each document of a workload report: leads alone, co-leads, assists.

    Where the text names no leads there is one bar for each body: the measures it stands on.

    Parameters
    ----------
    report
        What :func:`kg.analysis.workload.workload` gives, with all its rows.
    top
        Bars of each document.
    """
    panels = tuple(_panel(part, top) for part in report.parts if _is_ranking(part))
    return Chart(report.title, panels, (as_of_note(as_of), *captions(report.notes)))


def _is_ranking(part: Part) -> bool:
    return {"agency", "leads", "measures"} <= {c.name for c in part.columns}


def _panel(part: Part, top: int) -> Bars:
    rows = part.rows[:top]
    explicit = any(row["leads"] is not None for row in part.rows)
    labels = tuple(str(row["agency"]) for row in rows)
    if explicit:
        series, ends = _roles(rows)
    else:
        standing = tuple(_number(row["measures"]) for row in rows)
        name = Text("列名举措（不分牵头与配合）", "measures it stands on (leads not told apart)")
        series, ends = (Series(name, standing, PALE),), tuple(same(str(n)) for n in standing)
    notes = (*captions(part.notes), *cut_note(len(rows), len(part.rows)))
    return Bars(part.title, notes, labels, series, ends, _MEASURES)


def _roles(rows: tuple[dict[str, CellValue], ...] | object) -> tuple[tuple[Series, ...], tuple[Text, ...]]:
    raise NotImplementedError


def _number(value: CellValue) -> int:
    return value if isinstance(value, int) else 0
