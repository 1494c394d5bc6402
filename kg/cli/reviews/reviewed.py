"""What became of people's judgements in a build, said to the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from kg.cli.invocation import Invocation
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.exemption import EXEMPTION_STATES, ExemptionState
from kg.cli.reviews.list import comment, task_counts
from kg.cli.reviews.pair import STATES, Pair, State
from kg.errors import StoreUnreachableError
from kg.render.width import printable
from kg.review import ReviewLedger
from kg.wording import Text

_OPEN = (State.STALE, State.CONFLICT, State.UNUSED)
"""States of a judgement that decides nothing."""


def say_review(invocation: Invocation, ledger: ReviewLedger) -> None:
    """Print where the judged tasks and pairs stand, and every judgement that decides nothing, with
    why.
    """
    if not (ledger.judgements or ledger.exemptions):
        return
    try:
        with invocation.open_store() as store:
            desk = Desk(store, ledger)
    except StoreUnreachableError:  # every file was refused
        return
    if desk.on_tasks:
        _say_tasks(invocation, desk)
    if ledger.judgements:
        _say_pairs(invocation, [p for p in desk.pairs if p.outcome is not None])


def _say_tasks(invocation: Invocation, desk: Desk) -> None:
    click.echo(printable(invocation.word(task_counts(desk.on_tasks))))
    for word in desk.on_tasks:
        if word.state not in {ExemptionState.EXEMPT, ExemptionState.MEANT}:
            state, why = EXEMPTION_STATES[word.state], word.comment or Text("", "")
            place = desk.place(word.item_key)
            text = Text(
                f"  {word.name} {state.zh}：{place.zh}（{why.zh}）",
                f"  {word.name} {state.en}: {place.en} ({why.en})",
            )
            invocation.say(invocation.word(text))


def _say_pairs(invocation: Invocation, pairs: Sequence[Pair]) -> None:
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
