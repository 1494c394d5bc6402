"""``kg review add``: a pair the program missed."""

from __future__ import annotations

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument, Words
from kg.cli.reviewer import reviewer_of
from kg.cli.reviews.contradiction import contradictions
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.judging import Word, grade_option, judge, judging_options, say_written
from kg.cli.reviews.ledger import review_of
from kg.cli.reviews.pair import Pair, Side
from kg.errors import Problem, UsageError
from kg.review import Grade, Verdict, pair_hash, short_length
from kg.wording import Text, same

_MEANING = Text(
    "补充程序没有建议的一对，记为确认。LOWER 是下级举措的键，UPPER 是上级举措的键；"
    "任务只有一条举措时也可以写任务的键。",
    "Adds a pair that the program does not suggest, as accepted. LOWER and UPPER are the keys of "
    "both measures, or of tasks with one measure.",
)


def _run(
    invocation: Invocation, *, lower: str, upper: str, grade: str | None, comment: str | None
) -> None:
    reviewer = reviewer_of(invocation)
    ledger = review_of(invocation, to_change=True)
    with invocation.open_store() as store:
        desk = Desk(store, ledger)
        pair = _pair(desk, desk.measure(lower), desk.measure(upper))
        word = Word(pair, Verdict.ACCEPTED, Grade(grade) if grade else None, comment or "")
        after = judge(invocation, store, [word], reviewer)
        conflicts = tuple(contradictions(store, [pair], after))
    places = f"{invocation.word(pair.lower.place)} → {invocation.word(pair.upper.place)}"
    invocation.say(f"{pair.name} {places}")
    say_written(invocation, 1, conflicts)


def _pair(desk: Desk, lower: Side, upper: Side) -> Pair:
    """Return the pair of two measures, whichever was named first."""
    if (upper.document_key, lower.document_key) in desk.compared:
        lower, upper = upper, lower
    if lower.document_key == upper.document_key:
        raise UsageError(
            Problem(
                Text("两条举措在同一份文件中", "both measures are in one document"),
                same(lower.document_key),
            )
        )
    known = {(pair.lower.key, pair.upper.key): pair for pair in desk.pairs}
    if (lower.key, upper.key) in known:
        return known[lower.key, upper.key]
    if (lower.document_key, upper.document_key) not in desk.compared:
        raise UsageError(
            Problem(
                Text("这两份文件没有比对", "the two documents are not compared"),
                same(f"{lower.document_key} — {upper.document_key}"),
                next_step=Text(
                    f"先用 kg align '{upper.document_key}' '{lower.document_key}'",
                    f"first kg align '{upper.document_key}' '{lower.document_key}'",
                ),
            )
        )
    whole = pair_hash(lower.key, upper.key)
    digits = short_length((whole, *(pair_hash(*keys) for keys in known)))
    return Pair(whole[:digits], lower, upper, None, None)


COMMAND = Command(
    "add",
    _run,
    _MEANING,
    [
        Argument("lower", type=Words(), meaning=Text("下级举措的键", "key of the lower measure")),
        Argument("upper", type=Words(), meaning=Text("上级举措的键", "key of the upper measure")),
        grade_option(),
        *judging_options(),
    ],
)
