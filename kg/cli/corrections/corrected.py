"""What became of the corrections of a build, said to the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kg.cli.invocation import Invocation
from kg.corrections import State
from kg.render.width import printable
from kg.wording import Text

if TYPE_CHECKING:
    from kg.corrections import Outcome

_NAMES = {
    State.APPLIED: Text("已用", "applied"),
    State.STALE: Text("过时", "stale"),
    State.UNUSED: Text("未用上", "unused"),
    State.WAITING: Text("所属文件未读入", "of documents not read"),
}
_NOWHERE = Text("文件中已没有这一处", "the document no longer holds it")


def say_corrections(invocation: Invocation, outcomes: Sequence[Outcome]) -> None:
    """Print how many corrections were applied, and every one that was not, with its line."""
    if not outcomes:
        return
    counts = Counter(outcome.state for outcome in outcomes)
    shown = [s for s in State if s is not State.WAITING or counts[s]]
    text = Text(
        "更正：" + "，".join(f"{_NAMES[state].zh} {counts[state]}" for state in shown),
        "corrections: " + ", ".join(f"{counts[state]} {_NAMES[state].en}" for state in shown),
    )
    click.echo(printable(invocation.word(text)))
    for outcome in outcomes:
        if outcome.state in {State.STALE, State.UNUSED}:
            invocation.say(invocation.word(_line(outcome)))


def _line(outcome: Outcome) -> Text:
    entry, name = outcome.entry, _NAMES[outcome.state]
    reason = outcome.reason or _NOWHERE
    what = f"{entry.action} {entry.target} → {entry.value}"
    return Text(
        f"  第 {entry.line} 行{name.zh}，没有采用：{what}（{reason.zh}）",
        f"  line {entry.line} is {name.en} and was not applied: {what} ({reason.en})",
    )
