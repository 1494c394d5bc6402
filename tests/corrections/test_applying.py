"""Corrections of one parsed document: what they change, what stays, when they are not applied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.corrections import Corrected, Ledger, State, apply, require_known, summary
from kg.errors import InputError
from kg.model import Issue, Place, Role, Severity
from kg.wording import Language
from tests.corrections.ledger_sample import (
    DOCUMENT,
    FUSED,
    KEY,
    MISSING,
    SUSPECT,
    TASK,
    TRAINING,
    applied,
    body,
    codes,
    document,
    ledger,
    line,
    measure,
    measures_of,
    roles,
    seal,
    states,
)


def test_a_document_without_corrections_is_returned_as_it_is() -> None:
    parsed = document(measure(1, TRAINING))
    assert apply(parsed, DOCUMENT, Ledger("")).parsed is parsed
    elsewhere = ledger(line("agencies", "别文/一/1#1", "lead=甲局", document="别文"))
    assert apply(parsed, DOCUMENT, elsewhere) == Corrected(parsed)
    assert summary(elsewhere, ())[0].state is State.WAITING


def test_a_measure_is_given_its_bodies() -> None:
    parsed = document(measure(1, TRAINING, issues=(Issue(MISSING, Place.at(1), ""),)))
    entry = line(
        "agencies",
        KEY,
        "lead=甲局;assist=乙局、丙局",
        seal=seal(TRAINING),
        by="张三",
        date="2025-01-02",
    )
    result = applied(parsed, entry)
    (mended,) = measures_of(result.parsed)
    assert states(result) == [State.APPLIED]
    assert roles(mended) == [
        ("甲局", "lead", "explicit", 1),
        ("乙局", "assist", "explicit", 1),
        ("丙局", "assist", "explicit", 2),
    ]
    assert {b.role_text for b in mended.responsible} == {"更正"}
    # Answered: kept, and no longer an open error.
    assert codes(mended.issues) == [
        ("agency-missing", "info", "", ""),
        ("corrected", "info", "", "lead=甲局;assist=乙局、丙局"),
    ]
    assert mended.issues[0].kind.message.zh == "没有单位（已人工更正）"
    assert mended.issues[0].kind.message.en == "no agency (corrected by hand)"
    assert mended.issues[1].kind.message.zh == "按人工更正改正责任单位（张三，2025-01-02）"
    assert mended.issues[1].kind.message.en == (
        "the responsible bodies corrected by hand (张三, 2025-01-02)"
    )


def test_printed_bodies_that_stay_keep_their_place_and_role_word() -> None:
    doubtful = replace(
        body("乙处甲处", Role.ASSIST), issues=(Issue(FUSED, Place.at(9), "乙处甲处"),)
    )
    parsed = document(measure(1, TRAINING, body("甲局"), doubtful))
    entry = line("agencies", KEY, "牵头=甲局；配合=乙处", "lead=甲局;assist=乙处甲处")
    (mended,) = measures_of(applied(parsed, entry).parsed)
    assert [(b.printed, b.role_text, str(b.place)) for b in mended.responsible] == [
        ("甲局", "牵头单位", "L9:3"),
        ("乙处", "更正", "L1:2"),
    ]
    assert codes(mended.issues) == [
        ("agency-fused", "info", "乙处甲处", ""),
        ("corrected", "info", "lead=甲局;assist=乙处甲处", "lead=甲局;assist=乙处"),
    ]


def test_all_measures_of_a_task_are_given_their_bodies_unless_one_has_its_own() -> None:
    parsed = document(measure(1, TRAINING), measure(2, "开展宣传。"))
    whole = line("agencies", TASK, "responsible=甲局、乙局")
    result = applied(parsed, whole, line("agencies", f"{TASK}#2", "lead=丙局"))
    first, second = measures_of(result.parsed)
    assert states(result) == [State.APPLIED, State.APPLIED]
    assert roles(first) == [("甲局", "lead", "inferred", 1), ("乙局", "assist", "inferred", 1)]
    assert roles(second) == [("丙局", "lead", "explicit", 1)]


def test_a_changed_cell_makes_the_correction_stale() -> None:
    parsed = document(measure(1, TRAINING, body("丁局")))
    entry = line("agencies", KEY, "lead=甲局", "lead=乙局", seal(TRAINING), by="张三")
    result = applied(parsed, entry)
    (untouched,) = measures_of(result.parsed)
    assert states(result) == [State.STALE]
    assert roles(untouched) == [("丁局", "lead", "explicit", 1)]
    assert codes(untouched.issues) == [("correction-stale", "warning", "lead=乙局", "")]
    message = untouched.issues[0].kind.message
    assert message.zh == ("对责任单位的更正已过时，未用（张三）：原文已变；拟改为“lead=甲局”")
    assert message.en == (
        "a correction of the responsible bodies is stale and not applied (张三): "
        "the printed words have changed; it says “lead=甲局”"
    )


def test_a_row_inserted_above_moves_nothing() -> None:
    parsed = document(measure(1, "新增一条。"), measure(2, TRAINING))
    result = applied(parsed, line("agencies", KEY, "lead=甲局", seal=seal(TRAINING)))
    assert states(result) == [State.APPLIED]
    assert [roles(m) for m in measures_of(result.parsed)] == [[], [("甲局", "lead", "explicit", 1)]]


def test_a_changed_text_is_found_by_its_key_under_the_same_heading_alone() -> None:
    entry = line("agencies", KEY, "lead=甲局", seal=seal("旧文字。"))
    assert states(applied(document(measure(1, TRAINING)), entry)) == [State.APPLIED]
    moved = applied(document(measure(1, TRAINING), title="另一任务"), entry)
    assert states(moved) == [State.UNUSED]
    (issue,) = moved.parsed.issues
    assert (issue.kind.code, issue.kind.severity, issue.was) == (
        "correction-unused",
        Severity.WARNING,
        KEY,
    )
    assert issue.kind.message.zh == (
        f"对责任单位的更正没有用上：{KEY} 不在文件中；拟改为“lead=甲局”"
    )
    assert issue.kind.message.en == (
        "a correction of the responsible bodies is unused: "
        f"the document has no {KEY}; it says “lead=甲局”"
    )


def test_of_two_measures_with_one_text_the_key_decides_else_nobody() -> None:
    parsed = document(measure(1, TRAINING), measure(2, TRAINING))
    second = f"{TASK}#2"
    chosen = applied(parsed, line("agencies", second, "lead=甲局", seal=seal(TRAINING, second)))
    assert [bool(m.responsible) for m in measures_of(chosen.parsed)] == [False, True]
    third = f"{TASK}#3"
    unclear = applied(parsed, line("agencies", third, "lead=甲局", seal=seal(TRAINING, third)))
    assert states(unclear) == [State.STALE]
    reason = unclear.outcomes[0].reason
    assert reason is not None
    assert reason.zh == "有几处印着同样的文字，分不清是哪一处"


def test_misprints_are_mended_and_the_printed_text_is_kept() -> None:
    doubts = (Issue(SUSPECT, Place.at(1), "维维"), Issue(SUSPECT, Place.at(1), "检查"))
    parsed = document(measure(1, TRAINING, issues=doubts))
    result = applied(
        parsed,
        line("text", KEY, "维权", "维维权", seal(TRAINING)),
        line("text", KEY, "开办", "开展", seal(TRAINING)),
    )
    (mended,) = measures_of(result.parsed)
    assert (mended.text, mended.printed) == ("开办培训维权。组织检查。", TRAINING)
    assert codes(mended.issues) == [
        ("text-suspect", "info", "维维", ""),
        ("text-suspect", "warning", "检查", ""),
        ("corrected", "info", "维维权", "维权"),
        ("corrected", "info", "开展", "开办"),
    ]


def test_titles_are_mended_as_well_and_the_keys_stay() -> None:
    parsed = document(measure(1, TRAINING))
    result = applied(
        parsed,
        line("text", TASK, "加强宣传", "加强培训", seal("加强培训", TASK, "提升质量", "task")),
        line("text", f"{DOCUMENT}/一", "提高", "提升"),
        line("agencies", KEY, "lead=甲局", seal=seal(TRAINING)),
    )
    assert set(states(result)) == {State.APPLIED}
    section = result.parsed.sections[0]
    assert (section.title, section.printed) == ("提高质量", "提升质量")
    assert (section.tasks[0].title, section.tasks[0].printed) == ("加强宣传", "加强培训")


@pytest.mark.parametrize(
    ("printed", "was", "reason"),
    [
        ("开展培训维权。", "维维权", "原文已变"),
        ("维维权，维维权。", "维维权", "印错的文字在原文中没有，或不止一处"),
        ("开展。", "维维权", "印错的文字在原文中没有，或不止一处"),
    ],
)
def test_words_that_are_not_printed_any_more_are_stale(printed: str, was: str, reason: str) -> None:
    sealing = seal(TRAINING) if reason == "原文已变" else seal(printed)
    result = applied(document(measure(1, printed)), line("text", KEY, "维权", was, sealing))
    assert states(result) == [State.STALE]
    assert measures_of(result.parsed)[0].text == printed
    assert str(result.outcomes[0].reason) == reason


def test_two_corrections_of_the_same_words_do_not_both_hold() -> None:
    result = applied(
        document(measure(1, TRAINING)),
        line("text", KEY, "维权", "维维权"),
        line("text", KEY, "训练维", "培训维"),
    )
    assert states(result) == [State.APPLIED, State.STALE]
    assert measures_of(result.parsed)[0].text == "开展培训维权。组织检查。"


def test_a_deadline_is_read_anew() -> None:
    parsed = document(measure(1, TRAINING, due="2025年6月"))
    entry = line("deadline", KEY, "年底前", "2025年6月", seal(TRAINING))
    (mended,) = measures_of(applied(parsed, entry).parsed)
    assert mended.deadline is not None
    assert mended.deadline.timing is not None
    assert (mended.deadline.text, mended.deadline.timing.key) == ("年底前", "2025")
    assert codes(mended.issues) == [("corrected", "info", "2025年6月", "年底前")]
    stale = applied(document(measure(1, TRAINING, due="2025年7月")), entry)
    assert states(stale) == [State.STALE]


def test_a_line_by_hand_must_name_what_is_there() -> None:
    parsed = document(measure(1, TRAINING))
    book = ledger(
        line("agencies", f"{TASK}#9", "lead=甲局"),
        line("agencies", "别文/一/1#1", "lead=甲局", document="别文"),
        line("agencies", KEY, "lead=甲局"),
        line("agencies", f"{TASK}#8", "lead=甲局", seal=seal("删去的。", f"{TASK}#8", "旧题")),
    )
    outcomes = apply(parsed, DOCUMENT, book).outcomes
    with pytest.raises(InputError) as caught:
        require_known(book, outcomes, {DOCUMENT})
    assert caught.value.into(Language.ZH) == (
        f"没有这个键：{TASK}#9（更正.tsv 第 2 行）；应为：{DOCUMENT} 的板块、任务或举措的键。"
        "请用 kg show 查对后改正\n"
        "没有这份文件：别文（更正.tsv 第 3 行）；应为：本次读入的或图谱库中已有的文件的键。"
        "请改正或删去这一行"
    )
    assert caught.value.into(Language.EN) == (
        f"unknown key: {TASK}#9 (更正.tsv, line 2); expected: the key of a section, task or "
        f"measure of {DOCUMENT}. Next: look it up with kg show and mend it\n"
        "unknown document: 别文 (更正.tsv, line 3); expected: the key of a document that is read "
        "or in the store. Next: mend the line or remove it"
    )
    mended = ledger(line("agencies", "别文/一/1#1", "lead=甲局", document="别文"))
    require_known(mended, (), {DOCUMENT, "别文"})


def test_a_section_takes_no_bodies() -> None:
    result = applied(
        document(measure(1, TRAINING)), line("agencies", f"{DOCUMENT}/一", "lead=甲局")
    )
    assert states(result) == [State.STALE]
    assert [i.kind.code for i in result.parsed.sections[0].issues] == ["correction-stale"]
