"""What judgements make of the program's alignments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Edge, Value
from kg.review import Grade, Judgement, Outcome, State, Verdict, reviewed, summary, text_hash
from kg.wording import Text
from tests.review.ledger_sample import (
    ABOVE,
    BEYOND,
    LOWER,
    LOWER_TEXTS,
    ONE,
    THREE,
    TWO,
    UPPER,
    UPPER_TEXTS,
    edge,
    judgement,
    ledger,
    linkage,
    moved,
)

SUGGESTED = (edge(ONE, ABOVE), edge(TWO, BEYOND, grade="partly"))


def applied(
    *rows: Judgement,
    lower: Mapping[str, str] = LOWER_TEXTS,
    upper: Mapping[str, str] = UPPER_TEXTS,
    edges: tuple[Edge, ...] = SUGGESTED,
) -> tuple[dict[tuple[str, str], Mapping[str, Value]], tuple[Outcome, ...]]:
    found, outcomes = reviewed(linkage(*edges), lower, upper, ledger(*rows))
    assert list(found.edges) == sorted(found.edges, key=lambda e: e.id)
    return {(e.src, e.dst): e.props for e in found.edges}, outcomes


def test_without_judgements_nothing_changes() -> None:
    found, outcomes = reviewed(linkage(*SUGGESTED), LOWER_TEXTS, UPPER_TEXTS, ledger())
    assert found == linkage(*SUGGESTED)
    assert outcomes == ()


def test_accepted_gets_the_grade_it_was_given_and_keeps_its_score() -> None:
    row = judgement(TWO, BEYOND, comment="都是培训")
    edges, (outcome,) = applied(row)
    assert edges[TWO, BEYOND] == {
        **SUGGESTED[1].props,
        "status": "accepted",
        "grade": "covered",
        "judged": "accepted",
        "judged_by": "张三",
        "judged_on": "2025-03-01",
        "comment": "都是培训",
    }
    assert (outcome.state, outcome.suggested, outcome.reason) == (State.APPLIED, True, None)
    assert edges[ONE, ABOVE] == SUGGESTED[0].props


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.UNSURE])
def test_rejected_and_unsure_keep_the_grade_of_the_program(verdict: Verdict) -> None:
    edges, _ = applied(judgement(ONE, ABOVE, verdict, grade=Grade.PARTLY))
    assert (edges[ONE, ABOVE]["status"], edges[ONE, ABOVE]["grade"]) == (verdict, "covered")


def test_an_added_pair_becomes_an_edge_without_score() -> None:
    edges, (outcome,) = applied(judgement(THREE, ABOVE, grade=Grade.PARTLY))
    assert edges[THREE, ABOVE] == {
        "document_key": LOWER,
        "upper_document_key": UPPER,
        "method": "person",
        "grade": "partly",
        "status": "accepted",
        "judged": "accepted",
        "judged_by": "张三",
        "judged_on": "2025-03-01",
    }
    assert not outcome.suggested


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.UNSURE])
def test_what_nobody_suggests_and_nobody_accepts_is_no_edge(verdict: Verdict) -> None:
    edges, (outcome,) = applied(judgement(THREE, ABOVE, verdict))
    assert (THREE, ABOVE) not in edges
    assert (outcome.state, outcome.verdict) == (State.APPLIED, verdict)


@pytest.mark.parametrize(
    ("lower", "upper", "reason"),
    [
        ({ONE: "开展专利转化和运用。"}, {}, "下级举措的文字已变"),
        ({}, {ABOVE: "推动商标运用。"}, "上级举措的文字已变"),
        ({ONE: "改。"}, {ABOVE: "也改。"}, "两条举措的文字都已变"),
    ],
)
def test_a_changed_text_makes_its_judgement_stale_and_no_other(
    lower: dict[str, str], upper: dict[str, str], reason: str
) -> None:
    rows = judgement(ONE, ABOVE, Verdict.REJECTED), judgement(TWO, BEYOND)
    edges, outcomes = applied(*rows, lower=LOWER_TEXTS | lower, upper=UPPER_TEXTS | upper)
    assert (edges[ONE, ABOVE]["status"], edges[ONE, ABOVE]["judged"]) == ("stale", "rejected")
    assert edges[ONE, ABOVE]["judged_by"] == "张三"
    assert edges[TWO, BEYOND]["status"] == "accepted"
    assert [(o.state, str(o.reason or "")) for o in outcomes] == [
        (State.STALE, reason),
        (State.APPLIED, ""),
    ]


def test_a_stale_pair_that_was_added_stays_visible() -> None:
    texts = LOWER_TEXTS | {THREE: "改了。"}
    edges, _ = applied(judgement(THREE, ABOVE), lower=texts)
    assert (edges[THREE, ABOVE]["status"], edges[THREE, ABOVE]["method"]) == ("stale", "person")
    edges, (outcome,) = applied(judgement(THREE, ABOVE, Verdict.REJECTED), lower=texts)
    assert (THREE, ABOVE) not in edges
    assert outcome.state is State.STALE


def test_width_and_white_space_make_nothing_stale() -> None:
    edges, _ = applied(judgement(), lower=LOWER_TEXTS | {ONE: "开展 专利转化｡"})
    assert edges[ONE, ABOVE]["status"] == "accepted"


def test_a_judgement_follows_its_text_when_rows_are_put_in_above() -> None:
    texts = {
        ONE: "新的一行。",
        TWO: LOWER_TEXTS[ONE],
        f"{LOWER}/一/1#3": LOWER_TEXTS[TWO],
        THREE: LOWER_TEXTS[THREE],
    }
    rows = judgement(ONE, ABOVE), judgement(TWO, BEYOND, Verdict.REJECTED)
    edges, outcomes = applied(
        *rows,
        lower=texts,
        edges=(edge(TWO, ABOVE), edge(f"{LOWER}/一/1#3", BEYOND), edge(ONE, BEYOND)),
    )
    assert edges[TWO, ABOVE]["status"] == "accepted"
    assert edges[f"{LOWER}/一/1#3", BEYOND]["status"] == "rejected"
    assert edges[ONE, BEYOND]["status"] == "suggested"
    assert {o.state for o in outcomes} == {State.APPLIED}


def test_among_measures_with_one_text_the_key_decides() -> None:
    texts = {ONE: "加强宣传。", TWO: "加强宣传。", THREE: "其他。"}
    row = judgement(ONE, ABOVE)
    row = replace(row, lower_hash=text_hash("加强宣传。"))
    edges, _ = applied(row, lower=texts, edges=(edge(ONE, ABOVE), edge(TWO, ABOVE)))
    assert [edges[k, ABOVE]["status"] for k in (ONE, TWO)] == ["accepted", "suggested"]
    edges, (outcome,) = applied(moved(row, f"{LOWER}/九/9#9"), lower=texts, edges=())
    assert edges == {}
    assert outcome.state is State.UNUSED
    assert outcome.reason == Text(
        "举措已不在文件中，或几条举措文字相同而键已变",
        "a measure is gone, or several print its text and none has its key",
    )


def test_of_one_reviewer_the_last_day_counts() -> None:
    rows = (
        judgement(on="2025-03-02", verdict=Verdict.REJECTED),
        judgement(on="2025-03-01"),
        judgement(on="", verdict=Verdict.UNSURE),
    )
    edges, (outcome,) = applied(*rows)
    assert edges[ONE, ABOVE]["status"] == "rejected"
    assert outcome.rows == rows[:1]
    assert set(outcome.all_rows) == set(rows)


def test_contradicting_reviewers_decide_nothing() -> None:
    edges, (outcome,) = applied(
        judgement(comment="一回事"), judgement(by="李四", verdict=Verdict.REJECTED, on="2025-04-01")
    )
    assert outcome.state is State.CONFLICT
    assert outcome.verdict is None
    props = edges[ONE, ABOVE]
    assert (props["status"], props["judged"], props["judged_by"], props["judged_on"]) == (
        "unsure",
        "conflict",
        "张三、李四",
        "2025-04-01",
    )
    assert props["comment"] == "张三 2025-03-01 确认（承接）：一回事；李四 2025-04-01 否定"
    assert outcome.reason == Text(
        str(props["comment"]),
        "张三 2025-03-01 accepted (covered): 一回事; 李四 2025-04-01 rejected",
    )


def test_one_reviewer_who_says_two_things_on_one_day_is_a_conflict() -> None:
    _, (outcome,) = applied(judgement(), judgement(verdict=Verdict.UNSURE))
    assert outcome.state is State.CONFLICT


def test_reviewers_who_accept_different_grades_contradict_each_other() -> None:
    _, (outcome,) = applied(judgement(), judgement(by="李四", grade=Grade.PARTLY))
    assert outcome.state is State.CONFLICT
    _, (outcome,) = applied(
        judgement(verdict=Verdict.REJECTED),
        judgement(by="李四", verdict=Verdict.REJECTED, grade=Grade.PARTLY),
    )
    assert outcome.state is State.APPLIED


def test_reviewers_who_agree_count_once() -> None:
    edges, (outcome,) = applied(judgement(comment="甲"), judgement(by="李四", comment="乙"))
    assert outcome.state is State.APPLIED
    assert edges[ONE, ABOVE]["judged_by"] == "张三、李四"
    assert edges[ONE, ABOVE]["comment"] == "张三：甲；李四：乙"


def test_a_judgement_on_the_present_text_goes_before_a_stale_one() -> None:
    texts = LOWER_TEXTS | {ONE: "改了。"}
    old = judgement(by="李四", verdict=Verdict.REJECTED, on="2025-09-09")
    new = replace(old, reviewer="张三", verdict=Verdict.ACCEPTED, lower_hash=text_hash("改了。"))
    edges, (outcome,) = applied(old, new, lower=texts)
    assert edges[ONE, ABOVE]["status"] == "accepted"
    assert outcome.rows == (new,)
    assert set(outcome.all_rows) == {old, new}


def test_edges_that_join_no_two_measures_pass() -> None:
    compared = Edge(LOWER, "COMPARED_WITH", UPPER, {"document_key": LOWER})
    found, _ = reviewed(linkage(compared), LOWER_TEXTS, UPPER_TEXTS, ledger(judgement()))
    assert compared in found.edges


def test_judgements_on_other_documents_wait_or_are_unused() -> None:
    row = judgement()
    book = ledger(row)
    (waiting,) = summary(book, (), {LOWER})
    assert (waiting.state, str(waiting.reason)) == (State.WAITING, f"文件未载入：{UPPER}")
    (unused,) = summary(book, (), {LOWER, UPPER})
    assert (unused.state, str(unused.reason)) == (State.UNUSED, "两份文件没有比对")
    _, outcomes = reviewed(linkage(), LOWER_TEXTS, UPPER_TEXTS, book)
    assert summary(book, outcomes, {LOWER, UPPER}) == outcomes


@given(
    st.lists(
        st.builds(
            judgement,
            st.sampled_from([ONE, TWO, THREE]),
            st.sampled_from([ABOVE, BEYOND]),
            st.sampled_from(list(Verdict)),
            by=st.sampled_from(["张三", "李四"]),
            on=st.sampled_from(["", "2025-03-01", "2025-03-02"]),
            grade=st.sampled_from(list(Grade)),
        ),
        max_size=6,
    ),
    st.dictionaries(st.sampled_from([ONE, TWO, THREE]), st.sampled_from(["新。", "旧。"])),
)
def test_no_judgement_is_lost_and_order_says_nothing(
    rows: list[Judgement], changed: dict[str, str]
) -> None:
    texts = LOWER_TEXTS | changed
    edges, outcomes = applied(*rows, lower=texts)
    assert {row for o in outcomes for row in o.all_rows} == set(rows)
    assert applied(*reversed(rows), lower=texts) == (edges, outcomes)
    judged = {(o.lower_key, o.upper_key) for o in outcomes if o.state is not State.UNUSED}
    for pair, props in edges.items():
        assert (props["status"] == "suggested") == (pair not in judged)
