"""``kg report alignment``: the alignments of measures one by one, with their reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.gaps.pairs import alignments
from kg.analysis.gaps.report import GapChoice
from kg.analysis.reads import ALIGNMENT
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.reports.counting import counting_options, states_counted
from kg.wording import Text

_MEANING = Text(
    "下级文件的哪条举措对应上级的哪条：程度、得分、审核情况、两处原文和依据；上级文件的次序，"
    "最相近的在前。\n"
    "一对的完整说明用 kg show 下级键 上级键；判断用 kg review。",
    "Which lower measure corresponds to which upper one: grade, score, review state, the words of "
    "both and the grounds; in the order of the upper document, the nearest first.\n"
    "kg show LOWER UPPER explains one pair in full; kg review judges it.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    document: tuple[str, ...],
    only_accepted: bool,
    include_suggested: bool,
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output)
    states = states_counted(only_accepted=only_accepted, include_suggested=include_suggested)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(kinds=ALIGNMENT)
    report = alignments(graph, GapChoice(date.today(), keys, states))
    write_report(invocation, report, format_, output)


COMMAND = Command("alignment", _run, _MEANING, [*counting_options(), *output_options()])
