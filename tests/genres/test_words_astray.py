"""Words in the wrong place: clauses in measures, deadlines among names, prose beside the table."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.model import Severity
from kg.wording import Language
from tests.genres.reading import BREAKDOWN, codes, measures, outline, parse, roles, rows

HEAD = ("重点任务", "具体措施", "责任单位", "完成时限")
FIRST = ("1.防治污染", "完成锅炉改造。", "市生态环境局", "2026年6月底前")
PROSE = "{}.开展臭氧攻坚。（市生态环境局牵头，市公安局配合，2026年9月底前完成）\n"


def test_a_clause_at_the_end_of_a_measure_is_read_and_nothing_inherited() -> None:
    text = rows(
        HEAD,
        FIRST,
        ("", "更新公交车。（责任单位：市交通运输局、市财政局）", "", "2026年9月底前"),
        ("", "整治扬尘（市住建局牵头，市城管局配合，2026年3月底前完成）。", "", ""),
    )
    _, second, third = measures(parse(text))
    assert (second.text, third.text) == ("更新公交车。", "整治扬尘")
    assert roles(second) == [("市交通运输局", "lead"), ("市财政局", "assist")]
    assert {b.basis.value for b in second.responsible} == {"inferred"}
    assert roles(third) == [("市住建局", "lead"), ("市城管局", "assist")]
    assert {b.basis.value for b in third.responsible} == {"explicit"}
    assert third.deadline is not None
    assert third.deadline.text == "2026年3月底前完成"
    assert codes(second) == codes(third) == {"clause-in-measure"}


def test_a_clause_that_the_cells_contradict_is_told() -> None:
    row = ("2.降尘", "整治扬尘。（市住建局牵头）", "市城管局", "2026年3月底前")
    second = measures(parse(rows(HEAD, FIRST, row)))[1]
    assert roles(second) == [("市城管局", "lead")]
    assert second.text.endswith("（市住建局牵头）")
    assert codes(second) == {"clause-differs"}


def test_a_bracket_that_names_nobody_stays_in_the_measure() -> None:
    row = ("2.降尘", "整治扬尘（配合大气督察负责人要求）", "市城管局", "2026年3月底前")
    second = measures(parse(rows(HEAD, FIRST, row)))[1]
    assert second.text == row[1]
    assert codes(second) == set()


def test_a_lead_behind_the_last_sentence_goes_to_its_empty_cell() -> None:
    text = rows(
        BREAKDOWN,
        ("1.保供", "储备粮油。", "市商务局", "市粮储局", "2026年6月底前"),
        ("2.稳价", "开展巡查。 市市场监管局", "", "市商务局", "2026年6月底前"),
    )
    second = measures(parse(text))[1]
    assert second.text == "开展巡查。"
    assert roles(second) == [("市市场监管局", "lead"), ("市商务局", "assist")]
    assert codes(second) == {"agencies-in-measure-column"}


@pytest.mark.parametrize(
    ("cell", "name", "deadline"),
    [
        ("市财政局、国铁临河车务段 2026年9月底前", "国铁临河车务段", "2026年9月底前"),
        ("市财政局、各县（市）区人民政府持续推进", "各县（市）区人民政府", "持续推进"),
        ("市财政局、市水利局，每年11月底前", "市水利局", "每年11月底前"),
        ("市财政局、市水利局；完成时限：2026年底前", "市水利局", "2026年底前"),
    ],
)
def test_a_deadline_among_the_names_goes_to_its_empty_cell(
    cell: str, name: str, deadline: str
) -> None:
    text = rows(
        BREAKDOWN,
        ("1.保供", "储备粮油。", "市商务局", "市粮储局", "2026年6月底前"),
        ("2.稳价", "开展巡查。", "市发展改革委", cell, ""),
    )
    second = measures(parse(text))[1]
    assert roles(second)[-1] == (name, "assist")
    assert second.deadline is not None
    assert second.deadline.text == deadline
    assert second.deadline.timing is not None
    assert codes(second) == {"deadline-in-agency-column"}


@pytest.mark.parametrize("where", ["before", "behind"])
def test_prose_that_names_bodies_beside_a_table_is_an_error_with_its_lines(where: str) -> None:
    table = rows(HEAD, FIRST, ("2.降尘", "整治扬尘。", "市城管局", "2026年3月底前"))
    prose = "二、强化攻坚\n" + PROSE.format(3)
    text = f"{prose}\n{table}" if where == "before" else f"{table}\n{prose}"
    document = parse(f"临河市蓝天行动任务分解表\n\n{text}")
    issue = next(i for i in document.issues if i.kind.code == "prose-unread")
    line = 4 if where == "before" else 8
    assert issue.kind.severity is Severity.ERROR
    assert issue.place is not None
    assert issue.place.line == line
    assert issue.was.startswith(f"第{line}行：1处，如“3.开展臭氧攻坚。")
    assert len(measures(document)) == 2


def test_labelled_lines_beside_a_table_are_told_too() -> None:
    table = rows(HEAD, FIRST, ("2.降尘", "整治扬尘。", "市城管局", "2026年3月底前"))
    document = parse(f"{table}\n3.开展臭氧攻坚。\n牵头单位：市生态环境局\n抄送：省生态环境厅。\n")
    assert "prose-unread" in {i.kind.code for i in document.issues}


def test_a_text_with_more_measures_than_its_annex_is_refused() -> None:
    prose = "".join(PROSE.format(n) for n in range(1, 4))
    with pytest.raises(InputError) as refused:
        parse(f"一、目标\n{prose}\n{rows(HEAD, FIRST)}", "方案.txt")
    zh, en = refused.value.into(Language.ZH), refused.value.into(Language.EN)
    assert zh.startswith(
        "正文有3处写明责任单位，多于表中的1条举措，这种体例暂不能读取（方案.txt 第2–4行"
    )
    assert "请把正文中的举措整理成表格" in zh
    assert en.startswith("the text says in 3 places who is responsible")


def test_the_usual_words_of_a_notice_are_no_prose_left_unread() -> None:
    head = (
        "临河市人民政府办公室关于印发任务分解表的通知\n"
        "一、加强组织领导。各牵头单位要落实责任（牵头单位列首位），按月调度。\n"
        "二、严格督查。由市政府督查室负责督办。\n\n"
    )
    document = parse(head + rows(HEAD, FIRST) + "\n联系人：张三，电话：12345\n")
    assert "prose-unread" not in {i.kind.code for i in document.issues}


def test_a_form_that_nobody_filled_in_holds_no_measure() -> None:
    blank = ("示例：防治污染", "（填写举措）", "（填写单位）", "")
    document = parse(rows(HEAD, FIRST, blank))
    assert len(measures(document)) == 1
    assert document.tally.set_aside == 1
    with pytest.raises(InputError, match="表中没有一条举措"):
        parse(rows(HEAD, blank))


def test_tasks_and_measures_stay_where_prose_is_told() -> None:
    table = rows(HEAD, FIRST, ("2.降尘", "整治扬尘。", "市城管局", "2026年3月底前"))
    assert outline(parse(f"{table}\n{PROSE.format(3)}")) == [("", "1", 1), ("", "2", 1)]


def test_prose_between_two_tables_becomes_no_heading() -> None:
    between = "3.开展臭氧攻坚（市生态环境局牵头，市公安局配合）\n牵头单位：市水利局\n"
    second = rows(HEAD, ("4.治水", "清淤。", "市水利局", "2026年6月底前"))
    document = parse(f"{rows(HEAD, FIRST)}\n{between}\n{second}")
    assert outline(document) == [("", "1", 1), ("", "4", 1)]
    unplaced = [i.was for i in document.issues if i.kind.code == "row-unplaced"]
    assert unplaced == between.strip().split("\n")
