"""``kg plot alignment``: how far the sections of an upper document are taken on below."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.gaps import GapChoice, gaps
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.parameter import as_of_option
from kg.cli.plots.plotting import draw, picture_file, plot_options, top_option
from kg.cli.reports.counting import counting_options, states_counted
from kg.plot.alignment import alignment_chart
from kg.wording import Text

_MEANING = Text(
    "上级文件各板块任务的承接情况，每对文件一幅：已承接、部分承接、未承接（空心）、不适用、待核。",
    "How far the tasks of an upper document's sections are taken on below, one panel for each pair "
    "of documents: covered, partly, not covered (hollow), not applicable, cannot be judged.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    output: Path | None,
    document: tuple[str, ...],
    as_of: date | None,
    only_accepted: bool,
    include_suggested: bool,
    top: int,
    font: Path | None,
) -> None:
    target = picture_file(output)
    states = states_counted(only_accepted=only_accepted, include_suggested=include_suggested)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph()
    report = gaps(graph, GapChoice(as_of or date.today(), keys, states))
    draw(invocation, alignment_chart(report, top), target, font)


COMMAND = Command(
    "alignment",
    _run,
    _MEANING,
    plot_options(*counting_options(), as_of_option(), top_option(40, Text("板块", "sections"))),
)
