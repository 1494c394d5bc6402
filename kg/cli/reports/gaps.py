"""``kg report gaps``: which upper tasks are taken on below, and which are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.gaps import GapChoice, gaps
from kg.analysis.reads import GAPS
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import as_of_option
from kg.cli.reports.counting import counting_options, states_counted
from kg.wording import Text

_MEANING = Text(
    "上级文件的每项任务在下级文件中有没有承接：已承接、部分承接、未承接、不适用、待核，各附理由和原文；"
    "然后是各板块承接率、续期清单（已到期而上级仍要求的举措）、未找到上级对应的举措（可能为自选动作）、"
    "细化程度。\n"
    "默认计入程序建议的和人工确认的对应，表头写明其中多少把握不大；只计人工确认时，有建议而没有人审核的"
    "任务为待核。没有完成情况的数据，只说“已到期（完成情况未载）”。",
    "Whether each task of an upper document is taken on by a lower one: covered, partly, not "
    "covered, not applicable, cannot be judged, each with its reason and the words of both texts; "
    "then coverage by section, the renewal list (expired measures that are still asked for), "
    "measures without an upper counterpart (local additions, perhaps), and how refined its "
    "measures are.\n"
    "Suggested and accepted alignments count by default, and the head says how many of them are "
    "uncertain; where only accepted ones count, a task with suggestions that nobody has reviewed "
    "cannot be judged. Completion is not recorded, so that nothing is called overdue.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    document: tuple[str, ...],
    as_of: date | None,
    only_accepted: bool,
    include_suggested: bool,
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output)
    states = states_counted(only_accepted=only_accepted, include_suggested=include_suggested)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(kinds=GAPS)
    report = gaps(graph, GapChoice(as_of or date.today(), keys, states))
    write_report(invocation, report, format_, output)


COMMAND = Command("gaps", _run, _MEANING, [*counting_options(), as_of_option(), *output_options()])
