"""Corrections of one parsed document: what they change, what stays, when they are not applied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.corrections import EVERYWHERE, Corrected, Ledger, State, apply, require_known, summary
from kg.corrections.seal import Seal, heading_mark, mark, sealed
from kg.errors import InputError
from kg.model import Basis, Issue, Measure, ParsedDocument, Place, Role, Severity
from kg.wording import Language
from tests.corrections.sample import (
    DOCUMENT,
    FUSED,
    MISSING,
    SUSPECT,
    body,
    document,
    ledger,
    line,
    measure,
    measures_of,
)

TASK = f"{DOCUMENT}/一/1"
KEY = f"{TASK}#1"
TRAINING = "开展培训维维权。组织检查。"


def seal(text: str, target: str = KEY, heading: str = "加强培训", kind: str = "measure") -> str:
    return sealed(Seal(mark(kind, text), heading_mark(heading)), DOCUMENT, target)


def roles(m: Measure) -> list[tuple[str, str, str, int]]:
    return [(b.name, b.role.value, b.basis.value, b.order) for b in m.responsible]


def codes(issues: tuple[Issue, ...]) -> list[tuple[str, str, str, str]]:
    return [(i.kind.code, i.kind.severity.value, i.was, i.became) for i in issues]


def states(corrected: Corrected) -> list[State]:
    return [outcome.state for outcome in corrected.outcomes]


def applied(parsed: ParsedDocument, *lines: str) -> Corrected:
    return apply(parsed, DOCUMENT, ledger(*lines))


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


def test_a_name_that_runs_two_together_becomes_two() -> None:
    fused = replace(
        body("商标保护处", Role.LEAD, 1, Basis.INFERRED), issues=(Issue(FUSED, None, "商标保护处"),)
    )
    parsed = document(measure(1, TRAINING, fused, body("运用处", Role.ASSIST, 1, Basis.INFERRED)))
    result = applied(parsed, line("split-name", "商标保护处", "商标处、保护处"))
    (mended,) = measures_of(result.parsed)
    assert [b.printed for b in mended.responsible] == ["商标保护处", "商标保护处", "运用处"]
    assert roles(mended) == [
        ("商标处", "lead", "inferred", 1),
        ("保护处", "assist", "inferred", 1),
        ("运用处", "assist", "inferred", 2),
    ]
    assert codes(mended.responsible[0].issues) == [("agency-fused", "info", "商标保护处", "")]
    assert codes(mended.issues) == [("corrected", "info", "商标保护处", "商标处、保护处")]


def test_an_alias_reaches_every_form_of_a_name_and_one_document_goes_before_all() -> None:
    read_as = replace(body("省保护处"), reads_as="保护处")
    parsed = document(measure(1, TRAINING, read_as), measure(2, "甲。", body("保护处")))
    everywhere = line("alias", "保护处", "某局保护处", document=EVERYWHERE)
    result = applied(parsed, everywhere)
    assert states(result) == [State.APPLIED]
    assert result.aliases == {"保护处": "某局保护处"}
    assert [m.issues[0].was for m in measures_of(result.parsed)] == ["省保护处", "保护处"]
    own = applied(parsed, line("alias", "省保护处", "某局省处"), everywhere)
    first, second = measures_of(own.parsed)
    assert (first.responsible[0].name, second.responsible[0].name) == ("省保护处", "保护处")
    assert (first.issues[0].became, second.issues[0].became) == ("某局省处", "某局保护处")


def test_an_alias_of_a_canonical_name() -> None:
    parsed = document(measure(1, TRAINING, body("市科技局")))
    book = ledger(line("alias", "福州市科学技术局", "福州市科技创新局"))
    result = apply(parsed, DOCUMENT, book, {"市科技局": "福州市科学技术局"}.__getitem__)
    assert states(result) == [State.APPLIED]
    assert result.aliases == {"福州市科学技术局": "福州市科技创新局"}


def test_a_name_no_longer_printed_is_stale_and_one_never_checked_unused() -> None:
    parsed = document(measure(1, TRAINING, body("甲局")))
    name_seal = sealed(Seal(mark("name", "省处"), heading_mark("")), DOCUMENT, "省处")
    result = applied(parsed, line("alias", "省处", "甲处", "省处", name_seal))
    assert states(result) == [State.STALE]
    assert [i.kind.code for i in result.parsed.issues] == ["correction-stale"]
    unchecked = applied(parsed, line("alias", "省处", "甲处"))
    assert states(unchecked) == [State.UNUSED]
    everywhere = applied(parsed, line("alias", "省处", "甲处", document=EVERYWHERE))
    assert (states(everywhere), everywhere.parsed.issues) == ([State.UNUSED], ())


def test_an_alias_for_all_documents_is_applied_when_one_holds_it() -> None:
    book = ledger(line("alias", "省处", "甲处", document=EVERYWHERE))
    one = apply(document(measure(1, TRAINING)), DOCUMENT, book)
    other = apply(document(measure(1, TRAINING, body("省处"))), "别文", book)
    for outcomes in ((*one.outcomes, *other.outcomes), (*other.outcomes, *one.outcomes)):
        assert [o.state for o in summary(book, outcomes)] == [State.APPLIED]


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


def test_a_section_takes_no_bodies() -> None:
    result = applied(
        document(measure(1, TRAINING)), line("agencies", f"{DOCUMENT}/一", "lead=甲局")
    )
    assert states(result) == [State.STALE]
    assert [i.kind.code for i in result.parsed.sections[0].issues] == ["correction-stale"]


def test_an_issuer_is_known_by_another_name() -> None:
    parsed = document(measure(1, TRAINING))
    parsed = replace(parsed, front=replace(parsed.front, issuer="澄湖市知识产权局"))
    result = applied(parsed, line("alias", "澄湖市知识产权局", "澄湖市市场监督管理局"))
    assert states(result) == [State.APPLIED]
    assert codes(result.parsed.issues) == [
        ("corrected", "info", "澄湖市知识产权局", "澄湖市市场监督管理局")
    ]
