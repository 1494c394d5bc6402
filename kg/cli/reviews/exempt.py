"""``kg review exempt``: upper tasks that are not meant for the level below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kg.analysis.gaps.tasks import UpperTask
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys, folded
from kg.cli.parameter import Argument, Option, Words
from kg.cli.reviewer import reviewer_of
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.exemption import EXEMPTION_STATES, ExemptionState, TaskWord
from kg.cli.reviews.judging import judging_options, say_written, shortened
from kg.cli.reviews.ledger import bring_up_to_date, change_review, review_of
from kg.errors import Problem, UnknownNameError, UsageError
from kg.review import EVERY_LOWER, Exemption, ReviewLedger, text_hash
from kg.store.base import Store
from kg.wording import Text, same

_MEANING = Text(
    "人判断：上级的这项任务不是给下级的（不适用）。默认对每份下级文件，--document 只对一份；\n"
    "--meant 表示是给下级的，报告的规则也不算数。\n"
    "TASK 是任务的键，或报告中的位置（闽知发〔2025〕14号 任务5）。",
    "A person's judgement that a task of the upper document is not meant for the level below. It "
    "holds for every lower document, with --document for that one;\n"
    "--meant says that it is meant for it, whatever the rule of the reports.\n"
    "TASK is a key, or an address as reports print it (闽知发〔2025〕14号 任务5).",
)
_TASK = Text("任务", "task")


def _run(
    invocation: Invocation,
    *,
    tasks: tuple[str, ...],
    document: tuple[str, ...],
    meant: bool,
    comment: str | None,
) -> None:
    reviewer = reviewer_of(invocation)
    ledger = review_of(invocation, to_change=True)
    with invocation.open_store() as store:
        desk = Desk(store, ledger)
        named = _named(desk, tasks)
        lowers = sorted(document_keys(desk.documents, document)) or [EVERY_LOWER]
        _require_compared(desk, named, lowers)
        rows = [
            _row(desk, task, lower, reviewer, is_exempt=not meant, comment=comment or "")
            for task in named
            for lower in lowers
        ]
        after = _written(invocation, store, desk, rows)
    for word in _about(after, rows):
        invocation.say(invocation.word(_told(after, word)))
    say_written(invocation, len(rows))


def _named(desk: Desk, words: Sequence[str]) -> tuple[UpperTask, ...]:
    """Return the tasks that some words name; an address may be given as two words.

    Raises
    ------
    UnknownNameError
        When nothing has this key or address; the nearest are named.
    UsageError
        When it is that of a measure in a task.
    """
    keys = {folded(name): key for key in desk.upper_tasks for name in _names(desk, key)}
    found: dict[str, UpperTask] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        if folded(word) not in keys and left and folded(left[0]) not in keys:
            word = f"{word} {left.pop(0)}"
        if folded(word) not in keys:
            raise _unknown(desk, word)
        key = keys[folded(word)]
        found[key] = desk.upper_tasks[key]
    return tuple(found.values())


def _names(desk: Desk, key: str) -> Iterator[str]:
    address = desk.place(key)
    yield from (key, address.zh, address.en)


def _unknown(desk: Desk, word: str) -> UsageError:
    measure = desk.known(word)
    if measure is not None:
        return UsageError(
            Problem(
                Text("要判断的是整项任务，不是其中一条举措", "it is a whole task that is judged"),
                same(word),
                same(desk.task_of(word)),
            )
        )
    known = [name for key in desk.upper_tasks for name in (desk.place(key).zh, key)]
    return UnknownNameError.of(_TASK, word, known)


def _require_compared(desk: Desk, tasks: Sequence[UpperTask], lowers: Sequence[str]) -> None:
    for upper in dict.fromkeys(str(task.node.props["document_key"]) for task in tasks):
        below = {lower for lower, above in desk.compared if above == upper}
        for lower in lowers:
            if lower == EVERY_LOWER and not below:
                raise UsageError(_nothing_below(upper))
            if lower not in {*below, EVERY_LOWER}:
                raise UsageError(_not_compared(lower, upper))


def _nothing_below(upper: str) -> Problem:
    return Problem(
        Text("没有下级文件与它比对", "no lower document is compared with it"),
        same(upper),
        next_step=Text(
            "读入下级文件，或用 kg align 指定",
            "load a lower document, or name one with kg align",
        ),
    )


def _not_compared(lower: str, upper: str) -> Problem:
    if lower == upper:
        return Problem(
            Text("任务就在这份文件中", "it is the document of the task itself"),
            same(lower),
            Text("下级文件", "a lower document"),
        )
    return Problem(
        Text("这两份文件没有比对", "the two documents are not compared"),
        same(f"{lower} — {upper}"),
        next_step=Text(f"先用 kg align '{upper}' '{lower}'", f"first kg align '{upper}' '{lower}'"),
    )


def _row(  # noqa: PLR0913 - one for each thing that a row says
    desk: Desk, task: UpperTask, lower: str, reviewer: str, *, is_exempt: bool, comment: str
) -> Exemption:
    return Exemption(
        lower,
        str(task.node.props["document_key"]),
        task.key,
        reviewer,
        date.today().isoformat(),
        is_exempt,
        text_hash(task.words),
        " ".join(comment.split("\n")).strip(),
        shortened(f"{desk.place(task.key).zh} {task.name}"),
    )


def _written(invocation: Invocation, store: Store, desk: Desk, rows: Sequence[Exemption]) -> Desk:
    """Write rows in the place of the reviewer's earlier ones, bring the store up to date, and
    return what there is then.
    """
    old = {
        earlier
        for word in _about(desk, rows)
        for earlier in word.rows
        if earlier.reviewer == rows[0].reviewer
    }

    def change(ledger: ReviewLedger) -> ReviewLedger:
        kept = (row for row in ledger.exemptions if row not in old)
        return ledger.with_rows(exemptions=(*kept, *rows))

    ledger = change_review(invocation, change)
    pairs = (pair for pair in desk.compared if any(row.speaks_of(*pair) for row in rows))
    bring_up_to_date(invocation, store, ledger, pairs)
    return Desk(store, ledger)


def _about(desk: Desk, rows: Sequence[Exemption]) -> list[TaskWord]:
    """What is said of the same tasks and lower documents as some new rows."""
    about = {(row.lower_document, row.item_key) for row in rows}
    return [word for word in desk.on_tasks if (word.lower_document, word.item_key) in about]


def _told(desk: Desk, word: TaskWord) -> Text:
    state, place, why = EXEMPTION_STATES[word.state], desk.place(word.item_key), word.comment
    below = word.below
    zh = f"{word.name} {state.zh}：{place.zh}（{below.zh}）"
    en = f"{word.name} {state.en}: {place.en} ({below.en})"
    decided = word.state in {ExemptionState.EXEMPT, ExemptionState.MEANT}
    return Text(zh, en) if decided or why is None else Text(f"{zh}：{why.zh}", f"{en}: {why.en}")


COMMAND = Command(
    "exempt",
    _run,
    _MEANING,
    [
        Argument(
            "tasks",
            nargs=-1,
            required=True,
            type=Words(),
            metavar="TASK...",
            meaning=Text("任务的键或位置", "key or address of a task"),
        ),
        Option(
            "--document",
            multiple=True,
            type=Words(),
            metavar="LOWER",
            meaning=Text(
                "只对这份下级文件（键、文号或标题；可多次）",
                "for this lower document alone (key, number or title; may be repeated)",
            ),
        ),
        Option("--meant", is_flag=True, meaning=Text("适用：是给下级的", "it is meant for it")),
        *judging_options(),
    ],
)
