"""``kg review accept``: pairs that do correspond."""

from __future__ import annotations

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.reviews.judging import grade_option, judge_named, judging_options, pairs_argument
from kg.review import Verdict
from kg.wording import Text

_MEANING = Text(
    "确认对应成立。几个编号可以一起给；也可以给下级举措和上级举措的键。",
    "Says that pairs do correspond. Several short names may be given, or the keys of the "
    "lower and the upper measure.",
)


def _run(
    invocation: Invocation, *, pairs: tuple[str, ...], grade: str | None, comment: str | None
) -> None:
    judge_named(invocation, pairs, Verdict.ACCEPTED, grade=grade, comment=comment)


COMMAND = Command(
    "accept",
    _run,
    _MEANING,
    [
        pairs_argument(),
        grade_option(),
        *judging_options(),
    ],
)
