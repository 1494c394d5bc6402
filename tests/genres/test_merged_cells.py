"""A cell that is merged over rows or columns holds for all of them."""

from __future__ import annotations

from kg.model import ParsedDocument
from tests.genres.reading import codes, measures, outline, parse, roles

TITLE = "<p>白石市2025年基础教育扩优任务分解表</p>"
HEAD = ("重点任务", "具体内容", "牵头单位", "配合单位", "完成时限")


def _page(*rows: str) -> str:
    head = "".join(f"<th>{word}</th>" for word in HEAD)
    lines = "\n".join(f"<tr>{row}</tr>" for row in (head, *rows))
    return f"{TITLE}\n<table>\n{lines}\n</table>\n"


def _due(document: ParsedDocument) -> list[str]:
    return [m.deadline.text if m.deadline else "" for m in measures(document)]


def test_a_cell_over_rows_holds_for_each_of_them() -> None:
    document = parse(
        _page(
            '<td rowspan="2">1.新建学校</td><td>新建中学2所。</td><td rowspan="2">市教育局</td>'
            '<td>市财政局</td><td rowspan="3">2025年8月底前</td>',
            "<td>改造校舍9栋。</td><td>市住建局</td>",
            "<td>2.配齐教师</td><td>招聘教师200名。</td><td>市人社局</td><td>市委编办</td>",
        )
    )
    assert [roles(m) for m in measures(document)] == [
        [("市教育局", "lead"), ("市财政局", "assist")],
        [("市教育局", "lead"), ("市住建局", "assist")],
        [("市人社局", "lead"), ("市委编办", "assist")],
    ]
    assert _due(document) == ["2025年8月底前"] * 3
    assert [codes(m) for m in measures(document)] == [set()] * 3


def test_what_a_merged_cell_says_keeps_its_own_place() -> None:
    document = parse(
        _page(
            '<td>1.新建学校</td><td>新建中学2所。</td><td rowspan="2">市教育局</td>'
            "<td>市财政局</td><td>2025年8月</td>",
            "<td>2.改造校舍</td><td>改造校舍9栋。</td><td>市住建局</td><td>2025年9月</td>",
        )
    )
    lead, assist = measures(document)[1].responsible
    assert (str(lead.place), str(assist.place)) == ("L4:3", "L5:4")


def test_a_measure_over_rows_takes_the_bodies_of_all() -> None:
    document = parse(
        _page(
            '<td rowspan="2">1.新建学校</td><td rowspan="2">新建中学2所。</td><td>市教育局</td>'
            "<td>市财政局</td><td>2025年8月</td>",
            "<td></td><td>市住建局</td><td></td>",
            "<td>2.配齐教师</td><td>招聘教师200名。</td><td>市人社局</td><td>/</td><td>2025年9月</td>",
        )
    )
    assert roles(measures(document)[0]) == [
        ("市教育局", "lead"),
        ("市财政局", "assist"),
        ("市住建局", "assist"),
    ]
    assert len(measures(document)) == 2


def test_a_last_row_that_lives_on_merged_cells_is_whole() -> None:
    document = parse(
        _page(
            '<td rowspan="2">1.新建学校</td><td>新建中学2所。</td><td rowspan="2">市教育局</td>'
            '<td rowspan="2">市财政局</td><td rowspan="2">2025年8月</td>',
            "<td>改造校舍9栋。</td>",
        )
    )
    assert _due(document) == ["2025年8月", "2025年8月"]


def test_a_row_without_own_cells_ends_no_span() -> None:
    rows = (
        '<td>1.新建学校</td><td>新建中学2所。</td><td rowspan="3">市教育局</td><td>市财政局</td>'
        "<td>2025年8月</td>",
        "",
        "<td>2.改造校舍</td><td>改造校舍9栋。</td><td>市住建局</td><td>2025年9月</td>",
    )
    assert roles(measures(parse(_page(*rows)))[1]) == [("市教育局", "lead"), ("市住建局", "assist")]


def test_one_text_in_every_cell_is_a_cell_over_all_columns() -> None:
    head = "序号,工作内容,牵头单位,配合单位,完成时限"
    text = "\n".join(
        (
            "白石市2025年河道治理任务分解表,,,,",
            head,
            "一、清淤疏浚,一、清淤疏浚,一、清淤疏浚,一、清淤疏浚,一、清淤疏浚",
            "1,完成清淤20公里。,市水利局,市财政局,2025年6月",
            "二、岸坡整治,二、岸坡整治,二、岸坡整治,二、岸坡整治,二、岸坡整治",
            "2,整治岸坡8公里。,市水利局,市住建局,2025年9月",
            "",
        )
    )
    document = parse(text, "表.csv")
    assert [(s.number, s.title) for s in document.sections] == [
        ("一", "清淤疏浚"),
        ("二", "岸坡整治"),
    ]
    assert outline(document) == [("一", "", 1), ("二", "", 1)]


def test_two_bodies_alike_are_no_merged_row() -> None:
    text = "任务,牵头单位,配合单位\n巡查堤防。,市水利局,市水利局\n加固堤防。,市水利局,市财政局\n"
    assert len(measures(parse(text, "表.csv"))) == 2
