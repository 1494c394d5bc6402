"""What people's words on tasks come to for a lower document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Value
from kg.review import (
    EVERY_LOWER,
    Exemption,
    ExemptionOutcome,
    ReviewLedger,
    State,
    confirmed_tasks,
    exemption_summary,
    exemptions,
)
from kg.wording import Text
from tests.review.ledger_sample import (
    ABOVE,
    BEYOND,
    LOWER,
    ONE,
    OTHER_TASK,
    TASK,
    TASK_WORDS,
    TWO,
    UPPER,
    edge,
    exemption,
)

OTHER_LOWER = "别县方案"


def book(*rows: Exemption) -> ReviewLedger:
    return ReviewLedger("账.tsv").with_rows(exemptions=rows)


def applied(
    *rows: Exemption,
    words: Mapping[str, str] = TASK_WORDS,
    confirmed: frozenset[str] = frozenset(),
    lower: str = LOWER,
) -> tuple[ExemptionOutcome, ...]:
    return exemptions(lower, UPPER, words, book(*rows), confirmed)


def props(outcome: ExemptionOutcome) -> Mapping[str, Value]:
    found = outcome.edge
    assert (found.src, found.type, found.dst) == (LOWER, "EXEMPT_FROM", outcome.item_key)
    return found.props


@pytest.mark.parametrize("is_exempt", [True, False])
@pytest.mark.parametrize("lower", [LOWER, EVERY_LOWER])
def test_a_word_becomes_an_edge_with_who_when_and_why(is_exempt: bool, lower: str) -> None:
    (outcome,) = applied(exemption(is_exempt=is_exempt, lower=lower, comment="省里的事"))
    assert outcome.state is State.APPLIED
    assert props(outcome) == {
        "document_key": LOWER,
        "upper_document_key": UPPER,
        "exempt": is_exempt,
        "status": "applied",
        "judged": "exempt" if is_exempt else "meant",
        "judged_by": "张三",
        "judged_on": "2025-03-01",
        "comment": "省里的事",
    }


def test_a_word_on_one_lower_document_says_nothing_of_others() -> None:
    assert applied(exemption(lower=OTHER_LOWER)) == ()
    assert len(applied(exemption(lower=OTHER_LOWER), lower=OTHER_LOWER)) == 1


def test_a_changed_text_makes_it_stale_and_decides_nothing() -> None:
    rows = exemption(), exemption(OTHER_TASK)
    stale, kept = applied(*rows, words=TASK_WORDS | {TASK: "别的话"})
    assert (stale.state, stale.reason) == (
        State.STALE,
        Text("任务的文字已变", "the text of the task has changed"),
    )
    assert (props(stale)["status"], props(stale)["judged"]) == ("stale", "exempt")
    assert "exempt" not in props(stale)
    assert kept.state is State.APPLIED


def test_it_follows_the_words_of_its_task() -> None:
    moved = {f"{UPPER}/六/20": TASK_WORDS[TASK], TASK: "新的任务"}
    (outcome,) = applied(exemption(), words=moved)
    assert (outcome.item_key, outcome.state) == (f"{UPPER}/六/20", State.APPLIED)


def test_reviewers_who_contradict_each_other_decide_nothing() -> None:
    (outcome,) = applied(exemption(comment="甲"), exemption(by="李四", is_exempt=False))
    assert (outcome.state, outcome.is_exempt) == (State.CONFLICT, None)
    said = "张三 2025-03-01 不适用：甲；李四 2025-03-01 适用"
    assert outcome.reason == Text(
        said, "张三 2025-03-01 not applicable: 甲; 李四 2025-03-01 applicable"
    )
    found = props(outcome)
    assert (found["status"], found["judged"], found["comment"]) == ("conflict", "conflict", said)
    assert "exempt" not in found


def test_reviewers_who_agree_count_once() -> None:
    (outcome,) = applied(exemption(comment="甲"), exemption(by="李四", comment="乙"))
    assert outcome.state is State.APPLIED
    assert props(outcome)["judged_by"] == "张三、李四"
    assert props(outcome)["comment"] == "张三：甲；李四：乙"


def test_of_one_reviewer_the_nearer_word_goes_before_the_later_one() -> None:
    near = exemption(lower=LOWER, is_exempt=False, on="2025-01-01")
    (outcome,) = applied(exemption(on="2025-09-09"), near)
    assert (outcome.rows, outcome.is_exempt) == ((near,), False)
    # What another reviewer says of every lower document contradicts it all the same.
    (outcome,) = applied(exemption(by="李四"), near)
    assert outcome.state is State.CONFLICT


def test_an_accepted_alignment_contradicts_that_a_task_is_exempt() -> None:
    (outcome,) = applied(exemption(), confirmed=frozenset({TASK}))
    assert outcome.state is State.CONFLICT
    assert outcome.reason == Text(
        "又有人确认了这项任务的对应，状态仍照对应",
        "an alignment of the task is accepted as well, and still decides its state",
    )
    found = props(outcome)
    assert (found["status"], found["judged"]) == ("conflict", "exempt")
    assert "exempt" not in found
    (outcome,) = applied(exemption(is_exempt=False), confirmed=frozenset({TASK}))
    assert outcome.state is State.APPLIED


def test_tasks_with_an_accepted_alignment() -> None:
    accepted = replace(edge(ONE, ABOVE), props={**edge(ONE, ABOVE).props, "status": "accepted"})
    loose = replace(accepted, dst=f"{UPPER}#1")
    found = confirmed_tasks([accepted, loose, edge(TWO, BEYOND)], {ABOVE: TASK, BEYOND: OTHER_TASK})
    assert found == {TASK, f"{UPPER}#1"}


def test_what_cannot_be_placed_says_why() -> None:
    gone = replace(exemption(lower=LOWER), item_key=f"{UPPER}/九/99", words_hash="0" * 16)
    every = exemption()
    nowhere = exemption(OTHER_TASK, lower=OTHER_LOWER)
    assert applied(gone) == ()

    def became(
        rows: list[Exemption], compared: set[tuple[str, str]], held: set[str]
    ) -> list[tuple[State, str]]:
        found = exemption_summary(book(*rows), (), compared, held)
        return [(o.state, str(o.reason)) for o in found]

    pair = (LOWER, UPPER)
    assert became([gone], {pair}, {LOWER, UPPER}) == [
        (State.UNUSED, "任务已不在文件中，或几项任务文字相同而键已变")
    ]
    assert became([every], set(), {LOWER, UPPER}) == [(State.UNUSED, "没有下级文件与它比对")]
    assert became([nowhere], {pair}, {LOWER, UPPER}) == [
        (State.WAITING, f"文件未载入：{OTHER_LOWER}")
    ]
    assert became([nowhere], {pair}, {LOWER, UPPER, OTHER_LOWER}) == [
        (State.UNUSED, "两份文件没有比对")
    ]
    assert became([every], set(), {LOWER}) == [(State.WAITING, f"文件未载入：{UPPER}")]


_ROWS = st.lists(
    st.builds(
        exemption,
        st.sampled_from([TASK, OTHER_TASK]),
        by=st.sampled_from(["张三", "李四"]),
        on=st.sampled_from(["", "2025-03-01", "2025-03-02"]),
        is_exempt=st.booleans(),
        lower=st.sampled_from([EVERY_LOWER, LOWER, OTHER_LOWER]),
    ),
    max_size=6,
)


@given(_ROWS, st.booleans())
def test_no_word_is_lost_and_order_says_nothing(rows: list[Exemption], changed: bool) -> None:
    words = {TASK: "别的话"} if changed else TASK_WORDS
    found = applied(*rows, words=words)
    assert found == applied(*reversed(rows), words=words)
    for outcome in found:
        decided = outcome.state is State.APPLIED
        assert ("exempt" in outcome.edge.props) is decided
        assert set(outcome.rows) <= set(outcome.all_rows)
    everything = exemption_summary(book(*rows), found, {(LOWER, UPPER)}, {LOWER, UPPER})
    assert {row for o in everything for row in o.all_rows} == set(rows)
