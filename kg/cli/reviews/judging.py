"""Judgements written into the ledger, and the store brought up to date at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.analysis.gaps.words import GRADES
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument, OneOf, Option, Words
from kg.cli.reviewer import reviewer_of, reviewer_option
from kg.cli.reviews.contradiction import contradictions
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.ledger import (
    bring_up_to_date,
    change_review,
    review_of,
    review_option,
    review_path,
)
from kg.cli.reviews.pair import STATES, Pair, Side, State
from kg.errors import Problem, UsageError
from kg.review import Grade, Judgement, ReviewLedger, Verdict, text_hash
from kg.store.base import Store
from kg.wording import Text, same

_LABEL = 60


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of a pair; without a grade that of the program's suggestion counts."""

    pair: Pair
    verdict: Verdict
    grade: Grade | None = None
    comment: str = ""


def pairs_argument() -> Argument:
    """Return the argument of the commands that judge pairs by their short names."""
    return Argument(
        "pairs",
        nargs=-1,
        required=True,
        type=Words(),
        metavar="PAIR...",
        meaning=Text("编号，见 kg review list", "short names; kg review list shows them"),
    )


def grade_option() -> Option:
    """Return the option --grade."""
    return Option(
        "--grade",
        type=OneOf(Text("程度", "grade"), tuple(Grade)),
        meaning=Text(
            "承接（covered）或部分承接（partly）；默认照程序的建议",
            "covered or partly; as suggested by default",
        ),
    )


def judging_options() -> list[Option]:
    """Return the options of every command that writes a judgement."""
    return [
        Option("--comment", type=Words(), metavar="TEXT", meaning=Text("理由", "why")),
        reviewer_option(),
        review_option(),
    ]


def judge_named(
    invocation: Invocation,
    names: Sequence[str],
    verdict: Verdict,
    *,
    grade: str | None = None,
    comment: str | None = None,
) -> None:
    """Judge the pairs that some words name, all of them or none, and say so."""
    reviewer = reviewer_of(invocation)
    ledger = review_of(invocation, to_change=True)
    with invocation.open_store() as store:
        pairs = Desk(store, ledger).named(names)
        given = Grade(grade) if grade else None
        words = [Word(pair, verdict, given, comment or "") for pair in pairs]
        after = judge(invocation, store, words, reviewer)
        conflicts = tuple(contradictions(store, pairs, after))
    for word in words:
        invocation.say(invocation.word(_told(word)))
    say_written(invocation, len(words), conflicts)


def judge(
    invocation: Invocation, store: Store, words: Sequence[Word], reviewer: str
) -> ReviewLedger:
    """Write judgements into the ledger and bring the store up to date; returns the ledger.

    A reviewer's earlier rows on a pair are replaced; those of others stay.
    """
    today = date.today().isoformat()
    new = [_row(word, reviewer, today) for word in words]
    old = {
        row
        for word in words
        if word.pair.outcome is not None
        for row in word.pair.outcome.all_rows
        if row.reviewer == reviewer
    }
    pairs = {(row.lower_key, row.upper_key) for row in new}

    def change(ledger: ReviewLedger) -> ReviewLedger:
        kept = (
            row
            for row in ledger.judgements
            if row not in old
            and not (row.reviewer == reviewer and (row.lower_key, row.upper_key) in pairs)
        )
        return ledger.with_rows((*kept, *new))

    ledger = change_review(invocation, change)
    bring_up_to_date(invocation, store, ledger, (word.pair.documents for word in words))
    return ledger


def _row(word: Word, reviewer: str, today: str) -> Judgement:
    pair = word.pair
    for side in (pair.lower, pair.upper):
        if side.entry is None:
            raise UsageError(_gone(pair, side))
    grade = word.grade or Grade(str(pair.edge.props["grade"]) if pair.edge else "covered")
    return Judgement(
        lower_document=pair.lower.document_key,
        lower_key=pair.lower.key,
        upper_document=pair.upper.document_key,
        upper_key=pair.upper.key,
        reviewer=reviewer,
        date=today,
        verdict=word.verdict,
        # What is rejected is that it corresponds at all: not even partly.
        grade=Grade.PARTLY if word.verdict is Verdict.REJECTED else grade,
        lower_hash=text_hash(pair.lower.text),
        upper_hash=text_hash(pair.upper.text),
        comment=" ".join(word.comment.split("\n")).strip(),
        lower_label=label(pair.lower),
        upper_label=label(pair.upper),
    )


def label(side: Side) -> str:
    """Return how the ledger names a measure for people: its key and the first words."""
    return f"{side.key} {shortened(side.text)}"


def shortened(text: str) -> str:
    """Return the first words of a text on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _LABEL else words[:_LABEL] + "…"


def _gone(pair: Pair, side: Side) -> Problem:
    return Problem(
        Text(f"{pair.name} 的举措不在图谱库中", f"a measure of {pair.name} is not in the store"),
        same(side.key),
        next_step=Text(
            "读入它所在的文件；判断已无用时用 kg review undo 撤回",
            "load its document; kg review undo takes the judgement back",
        ),
    )


def _told(word: Word) -> Text:
    pair = word.pair
    state = STATES[State(word.verdict.value)]
    told = word.grade or (str(pair.edge.props["grade"]) if pair.edge else None)
    zh, en = state.zh, state.en
    if word.verdict is Verdict.ACCEPTED and told:
        zh, en = f"{zh}（{GRADES[str(told)].zh}）", f"{en} ({GRADES[str(told)].en})"
    return Text(
        f"{pair.name} {zh}：{pair.lower.place.zh} → {pair.upper.place.zh}",
        f"{pair.name} {en}: {pair.lower.place.en} → {pair.upper.place.en}",
    )


def say_written(invocation: Invocation, number: int, conflicts: Iterable[Text] = ()) -> None:
    """Say what other people said otherwise, that judgements were written, and where."""
    for conflict in conflicts:
        invocation.say(invocation.word(conflict))
    path = review_path(invocation)
    text = Text(
        f"已记入 {path} {number} 条，图谱库已更新",
        f"{number} written to {path}; the store is up to date",
    )
    invocation.say(invocation.word(text))
