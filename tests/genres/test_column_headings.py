"""Headings that name a role in brackets, by their form, over two rows, or not at all."""

from __future__ import annotations

import pytest

from kg.model import ParsedDocument, Severity
from tests.genres.reading import measures, outline, parse, roles, rows

_UNTITLED = "title-from-file"
"""The tables of these tests print no title."""

BODIES = ("市商务局", "市税务局、市邮政管理局")
AS_PRINTED = [("市商务局", "lead"), ("市税务局", "assist"), ("市邮政管理局", "assist")]


def _parse(*bodies: str) -> ParsedDocument:
    head = ("工作任务", "具体措施", *bodies, "完成时限")
    return parse(rows(head, ("1.培育主体", "新增企业50家。", *BODIES, "2025年6月")))


def _issues(document: ParsedDocument) -> list[tuple[str, str, str]]:
    return [(i.kind.code, i.was, i.became) for i in document.issues if i.kind.code != _UNTITLED]


@pytest.mark.parametrize(
    "heads",
    [
        ("责任部门（牵头）", "责任部门（配合）"),
        ("责任单位（牵头单位）", "责任单位（配合单位）"),
        ("承办单位(主办)", "承办单位(协办)"),
        ("市级牵头单位", "相关责任单位"),
        ("第一责任单位", "相关责任单位"),
        ("总牵头单位", "联动单位"),
    ],
)
def test_headings_tell_who_leads(heads: tuple[str, str]) -> None:
    measure = measures(_parse(*heads))[0]
    assert roles(measure) == AS_PRINTED
    assert {b.basis.value for b in measure.responsible} == {"explicit"}


@pytest.mark.parametrize(
    "word",
    [
        "责任单位（排第一位的为牵头单位）",
        "责任单位（列第一位的为牵头单位，其余为配合单位）",
        "责任部门（排名首位的为牵头部门）",
    ],
)
def test_a_heading_may_say_that_the_first_leads(word: str) -> None:
    text = rows(("任务", "措施", word), ("1.任务", "新增企业50家。", "、".join(BODIES)))
    measure = measures(parse(text))[0]
    assert roles(measure) == AS_PRINTED
    assert {b.basis.value for b in measure.responsible} == {"explicit"}


@pytest.mark.parametrize("word", ["办结时限", "整改时限", "办理期限", "预计完成时间"])
def test_headings_of_deadlines_are_told_by_their_form(word: str) -> None:
    text = rows(
        ("反馈问题", "整改措施", "牵头单位", "责任单位", word),
        ("污水直排", "新建管网3公里。", "市水务局", "市财政局", "2025年6月"),
        ("", "排查排口40个。", "市水务局", "市生态环境局", "2025年9月"),
    )
    document = parse(text)
    assert outline(document) == [("", "", 2)]
    assert document.sections[0].tasks[0].title == "污水直排"
    assert [m.deadline.text for m in measures(document) if m.deadline] == ["2025年6月", "2025年9月"]
    assert _issues(document) == []


def test_words_of_a_row_that_look_like_headings_are_no_header() -> None:
    text = rows(
        ("任务", "措施", "责任单位", "时限"),
        ("完成年度任务", "落实惠企政策措施", "各责任单位", "2025年6月"),
        ("优化服务", "落实减税措施", "市税务局", "2025年9月"),
    )
    assert [m.text for m in measures(parse(text))] == ["落实惠企政策措施", "落实减税措施"]


def test_an_unknown_column_of_dates_is_read_as_deadlines() -> None:
    text = rows(
        ("任务", "措施", "责任单位", "进度"),
        ("1.绿化", "造林3万亩。", "市林业局", "2025年6月"),
        ("2.抚育", "抚育5万亩。", "市林业局", "长期坚持"),
        ("3.防火", "修防火道9公里。", "市林业局", "2025年9月底前"),
    )
    document = parse(text)
    assert [m.deadline.text for m in measures(document) if m.deadline] == [
        "2025年6月",
        "长期坚持",
        "2025年9月底前",
    ]
    assert _issues(document) == [("column-told", "进度", "完成时限")]
    told = [i.kind.severity for i in document.issues if i.kind.code == "column-told"]
    assert told == [Severity.WARNING]


def test_an_unknown_column_left_of_the_measures_holds_tasks() -> None:
    text = rows(
        ("抓手", "措施", "责任单位"),
        ("推进国土绿化", "造林3万亩。", "市林业局"),
        ("", "补植1万亩。", "市林业局"),
        ("加强森林防火", "修防火道9公里。", "市林业局"),
    )
    document = parse(text)
    assert [t.title for s in document.sections for t in s.tasks] == ["推进国土绿化", "加强森林防火"]
    assert _issues(document) == [("column-told", "抓手", "重点任务")]


def test_a_column_that_speaks_of_leading_and_holds_bodies_holds_leads() -> None:
    document = parse(
        rows(
            ("任务", "措施", "牵头领导及单位", "责任单位"),
            ("1.绿化", "造林3万亩。", "市林业局", "市财政局"),
            ("2.防火", "修防火道9公里。", "市应急局", "市林业局"),
        )
    )
    assert document.genre == "breakdown_table"
    assert roles(measures(document)[0]) == [("市林业局", "lead"), ("市财政局", "assist")]
    assert _issues(document) == [("column-told", "牵头领导及单位", "牵头单位")]


def test_a_lead_column_that_is_not_read_never_makes_others_lead() -> None:
    text = rows(
        ("任务", "措施", "牵头领导及单位", "责任单位"),
        ("1.绿化", "造林3万亩。", "副市长李某某", "市财政局、市林业局"),
    )
    document = parse(text)
    assert roles(measures(document)[0]) == [("市财政局", "assist"), ("市林业局", "assist")]
    assert _issues(document) == [("column-unread", "牵头领导及单位：副市长李某某", "")]
    assert measures(document)[0].remark == "牵头领导及单位：副市长李某某"


def test_bodies_under_an_unknown_heading_are_a_warning() -> None:
    head = ("工作任务", "具体措施", "牵头单位", "圈内单位")
    body = ("市商务局", "市税务局、市邮政管理局")
    text = rows(head, ("1.外贸", "新增企业50家。", *body), ("2.通关", "压缩时间。", *body))
    assert _issues(parse(text)) == [("column-unread", "圈内单位：市税务局、市邮政管理局", "")]


@pytest.mark.parametrize("word", ["督办单位", "验收单位", "考核责任单位"])
def test_bodies_that_oversee_are_not_taken_for_responsible(word: str) -> None:
    head = ("工作任务", "具体措施", "牵头单位", word)
    body = ("市商务局", "市政府督查室")
    text = rows(head, ("1.外贸", "新增企业50家。", *body), ("2.通关", "压缩时间。", *body))
    document = parse(text)
    assert roles(measures(document)[0]) == [("市商务局", "lead")]
    assert _issues(document) == [("column-unknown", word, "")]


@pytest.mark.parametrize("name", ["表.csv", "表.txt"])
def test_a_header_over_two_rows_is_one(name: str) -> None:
    lines = [
        ("云岭县2025年稳就业任务分解表",),
        ("序号", "目标任务", "工作举措", "责任分工", "", "完成时限"),
        ("", "", "", "牵头单位", "配合单位", ""),
        ("1", "稳岗", "返还保费。", "县人社局", "县财政局", "2025年6月"),
        ("2", "创业", "发放贷款。", "县人社局", "县财政局", "2025年9月"),
    ]
    mark = "," if name.endswith("csv") else "\t"
    document = parse("".join(mark.join(line) + "\n" for line in lines), name)
    assert document.front.list_title == lines[0][0]
    assert [roles(m) for m in measures(document)] == [
        [("县人社局", "lead"), ("县财政局", "assist")]
    ] * 2
    assert document.tally.set_aside == 0


def test_a_header_over_two_rows_with_spans_is_one() -> None:
    text = (
        "<p>云岭县稳就业任务分解表</p><table><tr><td rowspan=2>目标任务</td>"
        "<td rowspan=2>工作举措</td><td colspan=2>责任单位</td><td rowspan=2>时限</td></tr>"
        "<tr><td>牵头单位</td><td>配合单位</td></tr>"
        "<tr><td>稳岗</td><td>返还保费。</td><td>县人社局</td><td>县财政局</td><td>2025年6月</td></tr>"
        "</table>\n"
    )
    document = parse(text)
    assert roles(measures(document)[0]) == [("县人社局", "lead"), ("县财政局", "assist")]
    assert document.front.list_title == "云岭县稳就业任务分解表"


def test_a_title_row_above_a_header_stays_a_title() -> None:
    text = "云岭县2025年任务清单,,\n任务,措施,责任单位\n1.稳岗,返还保费。,县人社局\n"
    assert parse(text, "表.csv").front.list_title == "云岭县2025年任务清单"
