"""``kg align``: two documents compared because a person says so, or not."""

from __future__ import annotations

from datetime import date

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.parameter import Argument, Option, Words
from kg.cli.reviewer import reviewer_of, reviewer_option
from kg.cli.reviews.ledger import bring_up_to_date, change_review, review_option, review_path
from kg.errors import Problem, UsageError
from kg.review import Comparison, ReviewLedger
from kg.wording import Text, same

_MEANING = Text(
    "指定两份文件要比对（上级在前，下级在后），不论程序能不能从文字看出上下级；记入审核账本。\n"
    "--forbid 表示不要比对，--auto 取消指定，仍由程序决定。",
    "Has two documents compared, the upper one first, whatever the program makes of their places; "
    "kept in the review ledger.\n"
    "--forbid keeps them apart, --auto leaves it to the program again.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    upper: str,
    lower: str,
    forbid: bool,
    auto: bool,
    comment: str | None,
) -> None:
    if forbid and auto:
        raise UsageError(
            Problem(Text("--forbid 与 --auto 不能同用", "--forbid and --auto exclude each other"))
        )
    reviewer = reviewer_of(invocation)
    with invocation.open_store() as store:
        documents = store.documents()
        (upper_key,) = document_keys(documents, [upper])
        (lower_key,) = document_keys(documents, [lower])
        _require_two(upper_key, lower_key)
        row = Comparison(
            lower_key, upper_key, reviewer, date.today().isoformat(), not forbid, comment or ""
        )

        def change(ledger: ReviewLedger) -> ReviewLedger:
            others = (c for c in ledger.comparisons if not _is_same(c, row))
            return ledger.with_rows(comparisons=(*others, *([] if auto else [row])))

        ledger = change_review(invocation, change)
        bring_up_to_date(invocation, store, ledger, [(lower_key, upper_key)])
        is_compared = any(x.upper_key == upper_key for x in store.linkages(lower_key))
    invocation.say(invocation.word(_told(row, ledger, is_compared=is_compared, auto=auto)))
    text = Text(f"已记入 {review_path(invocation)}", f"written to {review_path(invocation)}")
    invocation.say(invocation.word(text))


def _require_two(upper_key: str, lower_key: str) -> None:
    if upper_key == lower_key:
        raise UsageError(Problem(Text("这是同一份文件", "this is one document"), same(upper_key)))


def _is_same(comparison: Comparison, other: Comparison) -> bool:
    """Whether a reviewer said both of the same two documents."""
    return (comparison.lower_key, comparison.upper_key, comparison.reviewer) == (
        other.lower_key,
        other.upper_key,
        other.reviewer,
    )


def _told(row: Comparison, ledger: ReviewLedger, *, is_compared: bool, auto: bool) -> Text:
    """What holds now, and why it is not what was asked for, where it is not."""
    pair = f"{row.lower_key} — {row.upper_key}"
    now = (
        Text(f"{pair}：已比对", f"{pair}: compared")
        if is_compared
        else Text(f"{pair}：不比对", f"{pair}: not compared")
    )
    theirs = [
        c
        for c in ledger.comparisons
        if (c.lower_key, c.upper_key) == (row.lower_key, row.upper_key)
        and c.reviewer != row.reviewer
        and (auto or c.wanted != row.wanted)
    ]
    if not theirs:
        return now
    names = "、".join(dict.fromkeys(c.reviewer for c in theirs))
    return Text(
        f"{now.zh}（账本中 {names} 另有指定）", f"{now.en} ({names} said otherwise in the ledger)"
    )


COMMAND = Command(
    "align",
    _run,
    _MEANING,
    [
        Argument(
            "upper",
            type=Words(),
            meaning=Text("上级文件的键、文号或标题", "key, number or title of the upper document"),
        ),
        Argument(
            "lower",
            type=Words(),
            meaning=Text("下级文件的键、文号或标题", "key, number or title of the lower document"),
        ),
        Option("--forbid", is_flag=True, meaning=Text("不要比对", "keep them apart")),
        Option(
            "--auto",
            is_flag=True,
            meaning=Text("取消自己的指定，由程序决定", "take your own word on them back"),
        ),
        Option("--comment", type=Words(), metavar="TEXT", meaning=Text("理由", "why")),
        reviewer_option(),
        review_option(),
    ],
)
