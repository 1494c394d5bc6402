"""Measures that people split and join."""

from __future__ import annotations

import pytest

from kg.corrections import State
from kg.model import Issue, Measure, Place, Role
from tests.corrections.ledger_sample import (
    KEY,
    MISSING,
    SUSPECT,
    TASK,
    TRAINING,
    applied,
    body,
    document,
    line,
    measure,
    measures_of,
    roles,
    seal,
    states,
)


def test_a_measure_is_split_and_its_pieces_are_corrected_further() -> None:
    parsed = document(
        measure(
            1, TRAINING, issues=(Issue(SUSPECT, Place.at(1), "维维"), Issue(MISSING, None, ""))
        ),
        measure(2, "开展宣传。"),
    )
    result = applied(
        parsed,
        line("split", KEY, "组织", TRAINING, seal(TRAINING)),
        line("agencies", f"{TASK}#2", "lead=乙局", seal=seal("组织检查。", f"{TASK}#2")),
        line("text", KEY, "维权", "维维权", seal("开展培训维维权。")),
        line("deadline", KEY, "2025年6月", seal=seal(TRAINING)),
    )
    assert set(states(result)) == {State.APPLIED}
    measures = measures_of(result.parsed)
    assert [(m.seq, m.text) for m in measures] == [
        (1, "开展培训维权。"),
        (2, "组织检查。"),
        (3, "开展宣传。"),
    ]
    assert [bool(m.responsible) for m in measures] == [False, True, False]
    # What was said of the whole holds for each piece.
    assert [m.deadline is not None for m in measures] == [True, True, False]
    assert [i.kind.code for i in measures[0].issues] == [
        "text-suspect", "agency-missing", "corrected", "corrected", "corrected",
    ]  # fmt: skip
    assert [i.kind.code for i in measures[1].issues][:2] == ["agency-missing", "corrected"]
    assert measures[1].issues[1].was == TRAINING


@pytest.mark.parametrize("opening", ["没有", "开展", "组织检查。|培训"])
def test_a_split_that_does_not_fit_is_stale(opening: str) -> None:
    result = applied(document(measure(1, TRAINING)), line("split", KEY, opening))
    assert states(result) == [State.STALE]
    (whole,) = measures_of(result.parsed)
    assert (whole.text, whole.issues[0].kind.code) == (TRAINING, "correction-stale")


def test_measures_are_joined_with_their_bodies() -> None:
    parsed = document(
        measure(1, "开展培训，", body("甲局"), due="2025年6月"),
        measure(2, "组织检查。", body("甲局"), body("乙局", Role.ASSIST)),
        measure(3, "开展宣传。"),
    )
    entry = line("join", KEY, "2", "开展培训，\\n组织检查。", seal("开展培训，"))
    result = applied(parsed, entry)
    joined, last = measures_of(result.parsed)
    assert states(result) == [State.APPLIED]
    assert (joined.text, joined.seq, str(joined.place)) == ("开展培训，组织检查。", 1, "L1-2:2")
    assert roles(joined) == [("甲局", "lead", "explicit", 1), ("乙局", "assist", "explicit", 1)]
    assert joined.deadline is not None
    assert (last.seq, last.text) == (2, "开展宣传。")


@pytest.mark.parametrize(
    ("second", "value", "reason"),
    [
        (measure(2, "别的。"), "2", "原文已变"),
        (measure(2, "组织检查。"), "3", "原文已变"),
        (measure(2, "组织检查。", due="2025年7月"), "2", "各条的时限不同"),
    ],
)
def test_a_join_that_does_not_fit_is_stale(second: Measure, value: str, reason: str) -> None:
    parsed = document(measure(1, "开展培训，", due="2025年6月"), second)
    result = applied(parsed, line("join", KEY, value, "开展培训，\\n组织检查。"))
    assert states(result) == [State.STALE]
    assert str(result.outcomes[0].reason) == reason
    assert len(measures_of(result.parsed)) == 2


def test_the_order_of_the_lines_plays_no_part() -> None:
    parsed = document(measure(1, TRAINING), measure(2, "开展宣传。"))
    lines = [
        line("split", KEY, "组织", TRAINING, seal(TRAINING)),
        line("agencies", TASK, "lead=甲局"),
        line("agencies", f"{TASK}#3", "lead=乙局", seal=seal("开展宣传。", f"{TASK}#3")),
        line("deadline", f"{TASK}#2", "2025年6月", seal=seal("组织检查。", f"{TASK}#2")),
    ]
    one, other = applied(parsed, *lines).parsed, applied(parsed, *reversed(lines)).parsed
    assert [(m.text, roles(m), m.deadline) for m in measures_of(one)] == [
        (m.text, roles(m), m.deadline) for m in measures_of(other)
    ]


def test_one_measure_is_divided_by_one_correction_alone() -> None:
    parsed = document(measure(1, "开展培训，"), measure(2, "组织检查。开展宣传。"))
    result = applied(
        parsed,
        line("join", KEY, "2"),
        line("split", f"{TASK}#2", "开展"),
        line("split", TASK, "开展"),
    )
    assert states(result) == [State.APPLIED, State.STALE, State.STALE]
    reasons = [str(o.reason) for o in result.outcomes[1:]]
    assert reasons == ["另一条更正已划分这条举措", "这一处不能这样更正"]
    task = result.parsed.sections[0].tasks[0]
    assert [i.kind.code for i in task.issues] == ["correction-stale"]
    assert [i.kind.code for i in task.measures[0].issues] == ["corrected", "correction-stale"]
