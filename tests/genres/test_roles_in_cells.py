"""Cells that say themselves who leads, and names that only their column shows to be names."""

from __future__ import annotations

import pytest

from tests.genres.reading import BREAKDOWN, LIST, codes, measures, parse, roles, rows

LEAD, ASSIST = "lead", "assist"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("市水利局牵头", [("市水利局", LEAD)]),
        ("由市水利局牵头，市财政局配合", [("市水利局", LEAD), ("市财政局", ASSIST)]),
        ("市水利局负责，市财政局配合", [("市水利局", LEAD), ("市财政局", ASSIST)]),
        (
            "市水利局会同市财政局、市林业局",
            [("市水利局", LEAD), ("市财政局", ASSIST), ("市林业局", ASSIST)],
        ),
        (
            "由市水利局、市林业局会同市财政局负责",
            [("市水利局", LEAD), ("市林业局", LEAD), ("市财政局", ASSIST)],
        ),
        (
            "市水利局、市林业局共同牵头，市财政局配合，各县（市、区）政府按职责分工负责",
            [
                ("市水利局", LEAD),
                ("市林业局", LEAD),
                ("市财政局", ASSIST),
                ("各县（市、区）政府", ASSIST),
            ],
        ),
        (
            "市水利局牵头，市财政局、市林业局",
            [("市水利局", LEAD), ("市财政局", ASSIST), ("市林业局", ASSIST)],
        ),
    ],
)
def test_words_of_role_are_no_part_of_a_name(cell: str, expected: list[tuple[str, str]]) -> None:
    measure = measures(parse(rows(LIST, ("1.治理河道", "清淤十公里。", cell))))[0]
    assert roles(measure) == expected
    assert {b.basis.value for b in measure.responsible} == {"explicit"}
    assert codes(measure) == set()


def test_each_by_its_remit_names_no_lead() -> None:
    cell = "市水利局、市财政局按职责分工负责"
    measure = measures(parse(rows(LIST, ("1.治理河道", "清淤十公里。", cell))))[0]
    assert [name for name, _ in roles(measure)] == ["市水利局", "市财政局"]
    assert {b.basis.value for b in measure.responsible} == {"inferred"}


def test_a_long_clause_of_roles_is_no_measure() -> None:
    cell = (
        "市商务局牵头，市发展改革委、市工业和信息化局、市市场监管局、"
        "各县（市、区）人民政府按职责分工负责"
    )
    found = measures(parse(rows(LIST, ("1.扩大消费", "举办促销活动。", cell))))
    assert [m.text for m in found] == ["举办促销活动。"]
    assert len(roles(found[0])) == 5
    assert codes(found[0]) == set()


def test_names_of_unknown_endings_are_names_in_their_column() -> None:
    cell = "市教育局、市公安局、市住房城乡建设局、市电信、市移动、市联通、市广电网络、国网临河供电"
    text = rows(BREAKDOWN, ("1.建设网络", "建成基站百座。", "市数据局", cell, "2025年9月底前"))
    found = measures(parse(text))
    assert [m.text for m in found] == ["建成基站百座。"]
    assert len(roles(found[0])) == 9


@pytest.mark.parametrize("printed", ["heading", "note"])
def test_a_list_whose_first_leads_is_explicit(printed: str) -> None:
    words = "排第一位的为牵头单位"
    head = "责任单位（" + words + "）" if printed == "heading" else "责任单位"
    text = rows(("重点任务", "落实举措", head), ("1.巡河", "每月巡河。", "县水利局、县财政局"))
    note = f"\n注：责任单位{words}。\n" if printed == "note" else ""
    measure = measures(parse(text + note))[0]
    assert roles(measure) == [("县水利局", LEAD), ("县财政局", ASSIST)]
    assert {b.basis.value for b in measure.responsible} == {"explicit"}


def test_a_person_in_brackets_is_no_part_of_the_name() -> None:
    head = ("重点任务", "落实举措", "责任科室（责任人）")
    text = rows(
        head,
        ("1.质量检查", "检查工地。", "质量监督站（孙涛）"),
        ("2.安全检查", "检查塔吊。", "质量监督站（马丽）"),
    )
    found = measures(parse(text))
    assert {m.responsible[0].name for m in found} == {"质量监督站"}
    assert found[0].responsible[0].printed == "质量监督站（孙涛）"


def test_lines_of_a_cell_are_names_whatever_their_ending() -> None:
    text = (
        '任务,措施,责任单位\n1.助残,建成托养中心。,"市民政局\n市残联\n市妇联\n市工商联\n滨江海关"\n'
    )
    measure = measures(parse(text, "表.csv"))[0]
    assert [n for n, _ in roles(measure)] == [
        "市民政局",
        "市残联",
        "市妇联",
        "市工商联",
        "滨江海关",
    ]


def test_two_plain_lists_side_by_side_give_one_lead() -> None:
    head = ("任务", "措施", "责任单位", "承办单位")
    measure = measures(parse(rows(head, ("1.巡河", "每月巡河。", "县水利局", "县河长办"))))[0]
    assert roles(measure) == [("县水利局", LEAD), ("县河长办", ASSIST)]
