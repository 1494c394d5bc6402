"""Complete files are read, whatever stands behind their last row."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from tests.genres.reading import BREAKDOWN, measures, parse, roles, rows

TITLE = "临江市2025年消费促进任务分解表\n\n"
TABLE = rows(
    BREAKDOWN,
    ("1.活跃市场", "举办展会20场。", "市商务局", "市财政局、市文旅局", "2025年11月底"),
    ("2.优化服务", "建立专班。", "市商务局", "市公安局", "2025年6月底"),
)
CSV = "\n".join(
    (
        "临江市2025年消费促进任务分解表,,,,",
        "重点任务,具体内容,牵头单位,责任单位,完成时限",
        "1.活跃市场,举办展会20场。,市商务局,市财政局,2025年11月底",
        "2.优化服务,建立专班。,市商务局,市公安局,2025年6月底",
        "",
    )
)


@pytest.mark.parametrize(
    "line",
    [
        "填表人：王某某　　审核人：李某　　联系电话：0000-1234567",
        "填报单位（盖章）：",
        "单位负责人签字：　　　　日期：",
        "注：完成时限以市政府通知为准",
        "联系人：赵某",
    ],
)
def test_a_line_of_the_form_below_the_rows_is_a_note(line: str) -> None:
    document = parse(CSV + f"{line},,,,\n", "表.csv")
    assert len(measures(document)) == 2
    assert [(i.kind.code, i.was) for i in document.issues] == [("note-row", line)]
    assert len(measures(parse(TITLE + TABLE + line + "\n"))) == 2


def test_a_date_below_the_last_row_is_no_part_of_its_deadline() -> None:
    document = parse(TITLE + TABLE + "2025年3月5日\n")
    last = measures(document)[-1].deadline
    assert last is not None
    assert last.text == "2025年6月底"
    assert str(document.front.issued_on) == "2025-03-05"


def test_a_signature_below_a_last_column_of_bodies_names_nobody() -> None:
    head = ("任务", "措施", "责任单位")
    table = rows(
        head, ("1.展会", "举办展会20场。", "市商务局"), ("2.专班", "建立专班。", "市公安局")
    )
    document = parse(TITLE + table + "临江市商务局\n2025年3月5日\n")
    assert roles(measures(document)[-1]) == [("市公安局", "lead")]
    assert document.front.issuer == "临江市商务局"


@pytest.mark.parametrize("mark", ["附件2\n\n", ""])
def test_a_list_of_contacts_behind_the_table_is_set_aside(mark: str) -> None:
    contacts = rows(("单位", "姓名", "职务", "联系电话"), ("市商务局", "刘某", "科长", "1234567"))
    document = parse(TITLE + TABLE + f"\n{mark}联络员名单\n\n{contacts}")
    assert len(measures(document)) == 2
    assert [i.kind.code for i in document.issues] == ["note-row", "note-row"]
    assert document.tally.set_aside == 2


def test_another_annex_without_tasks_is_reported_row_by_row() -> None:
    other = rows(("展会名称", "举办地"), ("糖酒会", "会展中心"))
    document = parse(TITLE + TABLE + f"\n附件2\n\n展会一览\n\n{other}")
    assert [(i.kind.code, i.was) for i in document.issues] == [
        ("row-unplaced", "展会名称 | 举办地"),
        ("row-unplaced", "糖酒会 | 会展中心"),
    ]


def test_a_second_task_table_behind_an_annex_mark_is_read() -> None:
    document = parse(TITLE + TABLE + "\n附件2\n\n" + TABLE)
    assert len(measures(document)) == 4


@pytest.mark.parametrize("due", ["2025年6月", "立行立改", "汛期前", ""])
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_last_deadline_unlike_the_others_is_no_cut(due: str, end: str) -> None:
    more = [
        (f"{n}.任务", "举办展会。", "市商务局", "市财政局", "2025年6月底前") for n in range(3, 9)
    ]
    text = TITLE + TABLE + rows(*more) + f"9.任务\t举办展会。\t市商务局\t市财政局\t{due}" + end
    assert len(measures(parse(text))) == 9


@pytest.mark.parametrize("due", ["2025年", "2025年1", "20"])
def test_a_last_deadline_broken_off_is_a_cut(due: str) -> None:
    text = TITLE + TABLE + f"3.任务\t举办展会。\t市商务局\t市财政局\t{due}\n"
    with pytest.raises(InputError, match="末行完成时限不完整"):
        parse(text)


def test_a_last_name_unlike_the_others_is_pointed_out() -> None:
    head = ("任务", "措施", "责任单位")
    usual = [(f"{n}.任务", "举办展会。", "市商务局、市财政局") for n in range(1, 8)]
    text = TITLE + rows(head, *usual, ("8.任务", "举办展会。", "市商务局、国铁临江车务"))
    document = parse(text)
    assert [(i.kind.code, i.was) for i in document.issues] == [
        ("last-row-doubtful", "国铁临江车务")
    ]


def test_trailing_tabs_that_an_editor_took_off_are_no_cut() -> None:
    head = ("任务", "措施", "责任单位", "完成时限")
    full = [(f"{n}.任务", "举办展会。", "市商务局", "2025年6月") for n in range(1, 10)]
    short = ("10.任务", "组织巡查12次。", "市公安局")
    text = TITLE + rows(head, *full[:4], short, *full[4:], short)
    assert len(measures(parse(text))) == 11


def test_a_last_title_that_fills_its_row_is_no_cut() -> None:
    document = parse(CSV + "临江市商务局编,,,,\n", "表.csv")
    assert len(measures(document)) == 2


def test_a_table_without_title_takes_the_name_of_its_file() -> None:
    document = parse(TABLE, "2025年消费促进任务.txt")
    assert (document.front.title, document.front.year) == ("2025年消费促进任务", 2025)
    assert [(i.kind.code, i.became) for i in document.issues] == [
        ("title-from-file", "2025年消费促进任务")
    ]
    assert parse(TITLE + TABLE, "甲.txt").front.list_title == TITLE.strip()
