"""What became of people's judgements in a build, said to the user."""

from __future__ import annotations

from collections import Counter

import click

from kg.cli.invocation import Invocation
from kg.cli.review_desk import Desk
from kg.cli.review_list import comment
from kg.cli.review_pair import STATES, Pair, State
from kg.errors import StoreUnreachableError
from kg.render.width import printable
from kg.review import ReviewLedger
from kg.wording import Text

_OPEN = (State.STALE, State.CONFLICT, State.UNUSED)
"""States of a judgement that decides nothing."""


def say_review(invocation: Invocation, ledger: ReviewLedger) -> None:
    """Print where the judged pairs stand, and every judgement that decides nothing, with why."""
    if not ledger.judgements:
        return
    try:
        with invocation.open_store() as store:
            pairs = [p for p in Desk(store, ledger).pairs if p.outcome is not None]
    except StoreUnreachableError:  # every file was refused
        return
    counts = Counter(pair.state for pair in pairs)
    shown = [state for state in State if state is not State.SUGGESTED]
    text = Text(
        "审核：" + "，".join(f"{STATES[s].zh} {counts[s]}" for s in shown),
        "reviewed: " + ", ".join(f"{counts[s]} {STATES[s].en}" for s in shown),
    )
    click.echo(printable(invocation.word(text)))
    for pair in pairs:
        if pair.state in _OPEN:
            invocation.say(invocation.word(_line(pair)))


def _line(pair: Pair) -> Text:
    state, why = STATES[pair.state], comment(pair) or Text("", "")
    lower, upper = pair.lower.place, pair.upper.place
    return Text(
        f"  {pair.name} {state.zh}：{lower.zh} → {upper.zh}（{why.zh}）",
        f"  {pair.name} {state.en}: {lower.en} → {upper.en} ({why.en})",
    )
