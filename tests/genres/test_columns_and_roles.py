"""Which column holds what, and who leads."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.wording import Language
from tests.genres.reading import measures, outline, parse, rows


def _parse_one(head: tuple[str, ...], row: tuple[str, ...]) -> list[tuple[str, str, str]]:
    measure = measures(parse(rows(head, row)))[0]
    return [(b.printed, b.role.value, b.basis.value) for b in measure.responsible]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("牵头单位", "责任单位"), [("甲局", "lead", "explicit"), ("乙局", "assist", "explicit")]),
        (("责任单位", "配合单位"), [("甲局", "lead", "explicit"), ("乙局", "assist", "explicit")]),
        (("主办部门", "协办部门"), [("甲局", "lead", "explicit"), ("乙局", "assist", "explicit")]),
        (("牵头处室", "参与处室"), [("甲局", "lead", "explicit"), ("乙局", "assist", "explicit")]),
    ],
)
def test_two_columns_tell_who_leads(
    head: tuple[str, str], expected: list[tuple[str, str, str]]
) -> None:
    row = ("1.任务", "推进改造。", "甲局", "乙局")
    assert _parse_one(("重点任务", "工作举措", *head), row) == expected


@pytest.mark.parametrize(
    "word", ["责任单位", "责任部门", "承办单位", "责任处室（单位）", "落实单位"]
)
def test_a_plain_list_names_no_lead(word: str) -> None:
    found = _parse_one(("任务", "措施", word), ("1.任务", "推进改造。", "甲局、乙局，丙局"))
    assert [(role, basis) for _, role, basis in found] == [
        ("lead", "inferred"),
        ("assist", "inferred"),
        ("assist", "inferred"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "市数据局（牵头）、市财政局",
        "牵头单位：市数据局；配合单位：市财政局",
        "市数据局牵头，市财政局配合",
    ],
)
def test_a_cell_that_names_the_lead_is_explicit(cell: str) -> None:
    found = _parse_one(("任务", "措施", "责任单位"), ("1.任务", "推进改造。", cell))
    assert found == [("市数据局", "lead", "explicit"), ("市财政局", "assist", "explicit")]


def test_a_cell_that_says_none_names_nobody() -> None:
    head = ("任务", "措施", "牵头单位", "配合单位")
    assert _parse_one(head, ("1.任务", "推进改造。", "市数据局", "/")) == [
        ("市数据局", "lead", "explicit")
    ]


def test_measures_without_a_task_column_stand_under_the_section() -> None:
    head = ("序号", "工作内容", "责任单位", "完成时间")
    text = rows(head, ("一、改善环境", "", "", ""), ("1", "更新管网。", "甲局", "年底前"))
    document = parse(f"2025年城建任务清单\n\n{text}")
    assert outline(document) == [("一", "", 1)]
    measure = measures(document)[0]
    assert measure.number == "1"
    assert measure.deadline is not None
    assert measure.deadline.timing is not None
    assert str(measure.deadline.timing.due_on) == "2025-12-31"


def test_several_numbered_measures_in_one_cell_are_parted() -> None:
    text = rows(
        ("任务", "措施", "责任单位"),
        ("更新小区", "1.开展改造。2.完善设施；3.落实经费。", "甲局"),
    )
    found = measures(parse(text))
    assert [(m.number, m.text) for m in found] == [
        ("1", "开展改造。"),
        ("2", "完善设施；"),
        ("3", "落实经费。"),
    ]


def test_tasks_numbered_like_sections_are_tasks() -> None:
    text = rows(
        ("任务", "措施", "责任单位"),
        ("一、更新小区", "开展改造。", "甲局"),
        ("二、更新管网", "更换管道。", "乙局"),
    )
    document = parse(text)
    assert outline(document) == [("", "一", 1), ("", "二", 1)]


def test_a_further_column_is_kept_as_remark() -> None:
    text = rows(("任务", "措施", "责任单位", "联系窗口"), ("1.任务", "改造。", "甲局", "二楼大厅"))
    document = parse(f"2026年城建任务清单\n\n{text}")
    assert measures(document)[0].remark == "联系窗口：二楼大厅"
    assert [i.kind.code for i in document.issues] == ["column-unknown"]


def test_unknown_column_words_are_named_with_the_known_ones() -> None:
    with pytest.raises(InputError) as refused:
        parse(rows(("甲", "乙", "丙"), ("1.任务", "改造。", "甲局")), "表.txt")
    zh, en = refused.value.into(Language.ZH), refused.value.into(Language.EN)
    assert zh.startswith("表头用词不认识：甲、乙、丙（表.txt 第1行）；应为：重点任务")
    assert "落实举措" in zh
    assert "牵头单位、责任单位" in zh
    assert "columns.toml" in zh
    assert en.startswith("unknown column words: 甲、乙、丙 (表.txt, line 1); expected: ")


def test_a_header_without_agencies_says_what_it_lacks() -> None:
    with pytest.raises(InputError, match="表头缺举措列或责任单位列"):
        parse(rows(("任务", "措施"), ("1.任务", "改造。")))


def test_running_text_with_responsibilities_names_its_layout() -> None:
    text = "一、目标\n1.推进改造。（市住建局牵头，市财政局配合，2025年6月底前完成）\n"
    with pytest.raises(InputError, match="责任单位写在正文中（括号内分工）"):
        parse(text)


def test_a_news_text_is_refused_with_its_beginning() -> None:
    with pytest.raises(InputError) as refused:
        parse("本报讯 昨日，全市召开推进会。\n会议强调，要抓好落实。\n", "新闻.txt")
    zh = refused.value.into(Language.ZH)
    assert zh.startswith("文中没有任务表（新闻.txt，全文")
    assert "开头为“本报讯 昨日" in zh
    assert "请确认这是任务清单或任务分解表" in zh


def test_a_header_without_rows_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        parse(rows(("任务", "措施", "责任单位")) + "\n抄送：有关部门。\n", "空.txt")
    assert refused.value.into(Language.ZH).startswith("表中没有一条举措（空.txt 第1行起）")
    assert refused.value.into(Language.EN).startswith("the table holds no measure (空.txt")
