"""``kg review unsure``: pairs nobody can tell yet."""

from __future__ import annotations

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.reviews.judging import grade_option, judge_named, judging_options, pairs_argument
from kg.review import Verdict
from kg.wording import Text

_MEANING = Text(
    "存疑：现在判断不了。存疑的不计入承接。几个编号可以一起给；也可以给下级举措和上级举措的键。",
    "Says that it cannot be told yet; such a pair does not count. Several short names may "
    "be given, or the keys of the lower and the upper measure.",
)


def _run(
    invocation: Invocation, *, pairs: tuple[str, ...], grade: str | None, comment: str | None
) -> None:
    judge_named(invocation, pairs, Verdict.UNSURE, grade=grade, comment=comment)


COMMAND = Command(
    "unsure",
    _run,
    _MEANING,
    [
        pairs_argument(),
        grade_option(),
        *judging_options(),
    ],
)
