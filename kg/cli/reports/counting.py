"""Which alignments count in the reports between levels: their options."""

from __future__ import annotations

import click

from kg.analysis.gaps.coverage import ACCEPTED, COUNTED
from kg.cli.parameter import Option, document_option
from kg.errors import Problem, UsageError
from kg.wording import Text, same


def counting_options() -> list[click.Parameter]:
    """Return --document, --only-accepted and --include-suggested."""
    return [
        document_option(
            Text(
                "只看与这个文件有关的比对（键、文号或标题；可多次）",
                "comparisons with this document alone (key, number or title; may be repeated)",
            )
        ),
        Option(
            "--only-accepted",
            is_flag=True,
            meaning=Text(
                "只计人工确认的对应", "count alignments that a person accepted, no others"
            ),
        ),
        Option(
            "--include-suggested",
            is_flag=True,
            meaning=Text(
                "也计程序建议的对应（默认）", "count suggested alignments as well (default)"
            ),
        ),
    ]


def states_counted(*, only_accepted: bool, include_suggested: bool) -> frozenset[str]:
    """Return the review states that count.

    Raises
    ------
    UsageError
        When both options are given.
    """
    if only_accepted and include_suggested:
        raise UsageError(
            Problem(
                Text("两个选项互相矛盾", "these two options contradict each other"),
                same("--only-accepted --include-suggested"),
                next_step=Text("去掉其中一个", "leave one of them out"),
            )
        )
    return ACCEPTED if only_accepted else COUNTED
