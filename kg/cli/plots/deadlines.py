"""``kg plot deadlines``: what falls due when, along the months."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.deadlines.report import Horizon, deadlines
from kg.analysis.dossier import Selection
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.parameter import as_of_option, document_option
from kg.cli.plots.plotting import draw, picture_file, plot_options
from kg.plot.deadlines import deadlines_chart
from kg.wording import Text

_MEANING = Text(
    "各月到期举措的时间图，一个文件一幅；最集中的月份标出条数和占比。没有完成情况的数据，"
    "到期的只说“已到期（完成情况未载）”。",
    "Measures due month by month, one panel for each document; the busiest month is named with "
    "its share. Completion is not recorded: what is over is called expired, never overdue.",
)


def _run(
    invocation: Invocation,
    *,
    output: Path | None,
    document: tuple[str, ...],
    as_of: date | None,
    font: Path | None,
) -> None:
    target = picture_file(output)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(keys or None)
    report = deadlines(graph, Horizon(as_of or date.today()), Selection(keys))
    draw(invocation, deadlines_chart(report), target, font)


COMMAND = Command("deadlines", _run, _MEANING, plot_options(document_option(), as_of_option()))
