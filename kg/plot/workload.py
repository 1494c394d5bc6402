"""Who carries how much, as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kg.analysis.report import CellValue, Part, Report
from kg.plot.captions import as_of_note, captions, cut_note
from kg.plot.chart import Bars, Chart, Fill, Series
from kg.plot.palette import DOTTED, HATCHED, PALE, SOLID
from kg.wording import Text, same

Row = Mapping[str, CellValue]

_MEASURES = Text("举措数", "measures")
_AGENCIES = Text("单位", "agencies")


def workload_chart(report: Report, as_of: date, top: int) -> Chart:
    """Return bars for each document of a workload report: leads alone, co-leads, assists.

    Where the text names no leads there is one bar for each body: the measures it stands on.
    Inferred roles, where the report has them, are bars of a panel of their own.

    Parameters
    ----------
    report
        What :func:`kg.analysis.workload.report.workload` gives, with all its rows.
    top
        Bars of each document.
    """
    panels = [p for part in report.parts if _is_ranking(part) for p in _panels(part, top)]
    return Chart(report.title, tuple(panels), (*captions(report.notes), as_of_note(as_of)))


def _is_ranking(part: Part) -> bool:
    return {"agency", "leads", "measures"} <= {c.name for c in part.columns}


def _panels(part: Part, top: int) -> list[Bars]:
    explicit = any(row["leads"] is not None for row in part.rows)
    panels = [_roles(part, part.rows, top) if explicit else _standing(part, part.rows, top)]
    inferred = [row for row in part.rows if _number(row, "inferred_leads", "inferred_assists")]
    if inferred:
        panels.append(_inferred(part, inferred, top))
    return panels


def _roles(part: Part, rows: Sequence[Row], top: int) -> Bars:
    shown = rows[:top]
    leads, co_leads = (tuple(_number(r, name) for r in shown) for name in ("leads", "co_leads"))
    assists = tuple(_number(row, "assists") for row in shown)
    alone = tuple(a - b for a, b in zip(leads, co_leads, strict=True))
    series = (
        _series("独自牵头", "leads alone", alone, SOLID),
        _series("联合牵头", "leads with others", co_leads, HATCHED),
        _series("配合", "assists", assists, PALE),
    )
    ends = tuple(_said(a, b) for a, b in zip(leads, assists, strict=True))
    return _bars(part.title, part, series, (shown, len(rows)), ends)


def _standing(part: Part, rows: Sequence[Row], top: int) -> Bars:
    shown = rows[:top]
    values = tuple(_number(row, "measures") for row in shown)
    series = (_series("列名举措，牵头与配合不分", "stands on, roles not told apart", values, PALE),)
    return _bars(part.title, part, series, (shown, len(rows)), tuple(same(str(v)) for v in values))


def _inferred(part: Part, rows: Sequence[Row], top: int) -> Bars:
    shown = rows[:top]
    leads, assists = (
        tuple(_number(row, name) for row in shown)
        for name in ("inferred_leads", "inferred_assists")
    )
    series = (
        _series("推断牵头（首列）", "inferred leads (first listed)", leads, DOTTED),
        _series("推断配合", "inferred assists", assists, PALE),
    )
    title = Text(f"推断的角色：{part.title.zh}", f"Inferred roles: {part.title.en}")
    ends = tuple(_said(a, b) for a, b in zip(leads, assists, strict=True))
    return _bars(title, part, series, (shown, len(rows)), ends)


def _bars(
    title: Text,
    part: Part,
    series: tuple[Series, ...],
    rows: tuple[Sequence[Row], int],
    ends: tuple[Text, ...],
) -> Bars:
    shown, whole = rows
    labels = tuple(str(row["agency"]) for row in shown)
    notes = (*captions(part.notes), *cut_note(_AGENCIES, len(shown), whole))
    return Bars(title, notes, labels, series, ends, _MEASURES)


def _series(zh: str, en: str, values: tuple[int, ...], fill: Fill) -> Series:
    return Series(Text(zh, en), values, fill)


def _said(leads: int, assists: int) -> Text:
    return Text(f"牵头 {leads}，配合 {assists}", f"leads {leads}, assists {assists}")


def _number(row: Row, *names: str) -> int:
    """The sum of some counts; one that is not known counts nothing."""
    return sum(value for name in names if isinstance(value := row.get(name), int))
