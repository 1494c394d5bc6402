"""``kg review reject``: pairs that do not correspond."""

from __future__ import annotations

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.reviews.judging import judge_named, judging_options, pairs_argument
from kg.review import Verdict
from kg.wording import Text

_MEANING = Text(
    "否定对应：这一对并不对应，连部分承接也不是。几个编号可以一起给；也可以给下级举措和上级举措的键。",
    "Says that pairs do not correspond, not even partly. Several short names may be given, "
    "or the keys of the lower and the upper measure.",
)


def _run(invocation: Invocation, *, pairs: tuple[str, ...], comment: str | None) -> None:
    judge_named(invocation, pairs, Verdict.REJECTED, comment=comment)


COMMAND = Command(
    "reject",
    _run,
    _MEANING,
    [
        pairs_argument(),
        *judging_options(),
    ],
)
