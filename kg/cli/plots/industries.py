"""``kg plot industries``: which agency leads on which industry, as a grid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.dossier import Selection
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.parameter import Option, as_of_option, document_option
from kg.cli.plots.plotting import draw, picture_file, plot_options, top_option
from kg.plot.industries import industries_chart
from kg.wording import Text

_MEANING = Text(
    "牵头单位与产业的交叉图，一个文件一幅：格中是该单位牵头、提到该产业的举措数，越深越多。",
    "Lead agencies crossed with industries, one panel for each document: a cell holds the measures "
    "that the agency leads and that name the industry, the darker the more.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    output: Path | None,
    document: tuple[str, ...],
    as_of: date | None,
    inferred: bool,
    top: int,
    font: Path | None,
) -> None:
    target = picture_file(output)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(keys or None)
    chart = industries_chart(graph, Selection(keys, inferred, top), as_of or date.today())
    draw(invocation, chart, target, font)


COMMAND = Command(
    "industries",
    _run,
    _MEANING,
    plot_options(
        document_option(),
        as_of_option(),
        Option(
            "--inferred",
            is_flag=True,
            meaning=Text("推断的牵头另画一幅", "a panel of its own for inferred leads"),
        ),
        top_option(24, Text("单位和产业", "agencies and industries")),
    ),
)
