"""``kg report workload``: who leads and supports how much."""

from __future__ import annotations

import re
from pathlib import Path

import click

from kg.analysis.reads import WORKLOAD
from kg.analysis.workload.report import ASSIST_WEIGHT, Choice, workload
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Option, document_option, top_option
from kg.cli.streams import repaired
from kg.errors import Problem, UsageError
from kg.wording import Text, same

_WEIGHT = re.compile(r"0(?:\.[0-9]{1,9})?|1(?:\.0{1,9})?")
_MEANING = Text(
    "各单位的任务量，一个文件一张表：牵头、其中联合牵头、配合、牵头占比、涉及举措、加权任务量；"
    "最后是各文件的牵头集中程度。\n"
    "默认只计原文明示的牵头；统称（如“各有关部门”）和几乎每条都列名的单位不排名，"
    "在表头注明。推断的牵头另列，从不与明示的相加。",
    "The workload of each agency, one table for each document: leads, co-leads, assists, share "
    "of leads, measures, weighted workload; then how concentrated the leads are.\n"
    "Only leads that the text names are counted; collective names and bodies that stand on "
    "nearly every measure are not ranked, but named above the table. Inferred leads have "
    "columns of their own and are never added to the explicit ones.",
)


class _Weight(click.ParamType[float]):
    """A weight from 0 to 1."""

    name = "weight"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the weight."""
        del param, ctx
        if isinstance(value, float):
            return value
        if _WEIGHT.fullmatch(value):
            return float(value)
        given = repaired(value)
        raise UsageError(
            Problem(
                Text(f"不是 0 到 1 的数：{given}", f"not a number from 0 to 1: {given}"),
                same("--assist-weight"),
                Text("例如 0.2", "such as 0.2"),
            )
        )


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    document: tuple[str, ...],
    inferred: bool,
    collectives: bool,
    blanket: bool,
    top: int | None,
    assist_weight: float,
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(keys or None, WORKLOAD)
    choice = Choice(keys, inferred, collectives, blanket, top, assist_weight)
    write_report(invocation, workload(graph, choice), format_, output)


COMMAND = Command(
    "workload",
    _run,
    _MEANING,
    [
        document_option(),
        Option(
            "--inferred",
            is_flag=True,
            meaning=Text("另列推断的牵头、配合", "show inferred roles in columns of their own"),
        ),
        Option(
            "--collectives",
            is_flag=True,
            meaning=Text("统称也排名", "rank collective names as well"),
        ),
        Option(
            "--blanket",
            is_flag=True,
            meaning=Text(
                "几乎每条都列名的单位也排名", "rank bodies that stand on nearly every measure"
            ),
        ),
        top_option(Text("每个文件只列前 N 个单位", "show the first N agencies of each document")),
        Option(
            "--assist-weight",
            type=_Weight(),
            default=ASSIST_WEIGHT,
            metavar="W",
            meaning=Text(
                f"配合的权重，0 到 1，牵头为 1（默认 {ASSIST_WEIGHT:g}）",
                f"what an assist counts, 0 to 1; a lead counts 1 (default {ASSIST_WEIGHT:g})",
            ),
        ),
        *output_options(),
    ],
)
