"""``kg review undo``: judgements taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument, Words
from kg.cli.reviewer import reviewer_of, reviewer_option
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.exemption import TaskWord
from kg.cli.reviews.ledger import (
    bring_up_to_date,
    change_review,
    review_of,
    review_option,
    review_path,
)
from kg.cli.reviews.pair import Pair
from kg.errors import Problem, UsageError
from kg.review import Exemption, Judgement, ReviewLedger
from kg.wording import Text

_MEANING = Text(
    "撤回自己对这些对应、任务的判断；别人的判断不动。要撤回别人的，用 --reviewer 写明是谁的。",
    "Takes your own judgements on pairs and tasks back; those of others stay. --reviewer names "
    "somebody else whose judgement is to go.",
)

RowT = TypeVar("RowT", Judgement, Exemption)


def _run(invocation: Invocation, *, pairs: tuple[str, ...]) -> None:
    reviewer = reviewer_of(invocation)
    with invocation.open_store() as store:
        desk = Desk(store, review_of(invocation, to_change=True))
        on_tasks = [word for name in pairs if (word := desk.word_named(name)) is not None]
        named = desk.named([name for name in pairs if desk.word_named(name) is None])
        gone = _gone(named, on_tasks, reviewer)

        def change(ledger: ReviewLedger) -> ReviewLedger:
            return ledger.with_rows(
                (row for row in ledger.judgements if row not in gone),
                exemptions=(row for row in ledger.exemptions if row not in gone),
            )

        ledger = change_review(invocation, change)
        documents = {pair.documents for pair in named}
        documents |= {p for word in on_tasks for p in desk.compared if word.rows[0].speaks_of(*p)}
        bring_up_to_date(invocation, store, ledger, documents)
    path = review_path(invocation)
    text = Text(
        f"已从 {path} 撤回 {len(gone)} 条，图谱库已更新",
        f"{len(gone)} taken out of {path}; the store is up to date",
    )
    invocation.say(invocation.word(text))


def _gone(
    pairs: Sequence[Pair], on_tasks: Sequence[TaskWord], reviewer: str
) -> frozenset[Judgement | Exemption]:
    """Return the rows of a reviewer on some pairs and tasks."""
    found: set[Judgement | Exemption] = set()
    for pair in pairs:
        found.update(_mine(pair.outcome.all_rows if pair.outcome else (), pair.name, reviewer))
    for word in on_tasks:
        found.update(_mine(word.rows, word.name, reviewer))
    return frozenset(found)


def _mine(rows: Sequence[RowT], name: str, reviewer: str) -> Sequence[RowT]:
    mine = [row for row in rows if row.reviewer == reviewer]
    if mine:
        return mine
    others = "、".join(dict.fromkeys(row.reviewer for row in rows))
    if not others:
        raise UsageError(
            Problem(
                Text(f"{name} 还没有人判断", f"nobody has judged {name}"),
                next_step=Text("用 kg review list 查看", "see kg review list"),
            )
        )
    raise UsageError(
        Problem(
            Text(f"{reviewer} 没有判断过 {name}", f"{reviewer} has not judged {name}"),
            Text(f"判断人：{others}", f"judged by {others}"),
            next_step=Text("用 --reviewer 写明撤回谁的", "name whose is to go with --reviewer"),
        )
    )


COMMAND = Command(
    "undo",
    _run,
    _MEANING,
    [
        Argument(
            "pairs",
            nargs=-1,
            required=True,
            type=Words(),
            metavar="PAIR...",
            meaning=Text("编号，见 kg review list", "short names; kg review list shows them"),
        ),
        reviewer_option(),
        review_option(),
    ],
)
