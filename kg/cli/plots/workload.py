"""``kg plot workload``: who leads and supports how much, as bars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.workload.report import Choice, workload
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.parameter import Option, as_of_option, document_option
from kg.cli.plots.plotting import draw, picture_file, plot_options, top_option
from kg.plot.workload import workload_chart
from kg.wording import Text

_MEANING = Text(
    "各单位任务量的条形图，一个文件一幅：独自牵头、联合牵头、配合。只计原文明示的角色；"
    "原文不分牵头的，画列名的举措数。统称和几乎每条都列名的单位不画，在图上注明。",
    "Bars of each agency's workload, one panel for each document: leads alone, leads with others, "
    "assists. Roles that the text names are counted; where it names no leads, the measures a body "
    "stands on. Collective names and bodies on nearly every measure are named, not drawn.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    output: Path | None,
    document: tuple[str, ...],
    as_of: date | None,
    inferred: bool,
    collectives: bool,
    blanket: bool,
    top: int,
    font: Path | None,
) -> None:
    target = picture_file(output)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(keys or None)
    report = workload(graph, Choice(keys, inferred, collectives, blanket))
    draw(invocation, workload_chart(report, as_of or date.today(), top), target, font)


COMMAND = Command(
    "workload",
    _run,
    _MEANING,
    plot_options(
        document_option(),
        as_of_option(),
        Option(
            "--inferred",
            is_flag=True,
            meaning=Text("推断的角色另画一幅", "a panel of its own for inferred roles"),
        ),
        Option("--collectives", is_flag=True, meaning=Text("统称也画", "draw collective names")),
        Option(
            "--blanket",
            is_flag=True,
            meaning=Text(
                "几乎每条都列名的单位也画", "draw bodies that stand on nearly every measure"
            ),
        ),
        top_option(15, Text("单位", "agencies")),
    ),
)
