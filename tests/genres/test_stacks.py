"""Tables that print one cell on each line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import ParsedDocument
from kg.wording import Language
from tests.genres.reading import measures, outline, parse, roles

TITLE = "青川县2025年水污染防治整改任务清单"
HEAD = ("序号", "反馈问题", "整改措施", "牵头单位", "责任单位", "完成时限", "备注")
ROWS = (
    ("1", "城区污水直排入河。", "新建截污管网6公里。", "县住建局", "县财政局", "2025年6月", ""),
    ("", "", "排查入河排口40个。", "县生态环境局", "县水利局", "立行立改", "已完成"),
    ("2", "养殖粪污处理不到位。", "建设处理中心2个。", "县农业农村局", "县财政局", "长期坚持", ""),
)


def _tabs(*rows: tuple[str, ...]) -> str:
    blocks = ("".join(f"\t{cell}\n" for cell in row) for row in rows)
    return f"{TITLE}\n\n" + "\n".join(blocks)


def _plain(*rows: tuple[str, ...]) -> str:
    return f"{TITLE}\n\n" + "".join(f"{cell}\n" for row in rows for cell in row if cell)


def _content(document: ParsedDocument) -> list[tuple[object, ...]]:
    return [
        (s.title, t.number, t.title, m.text, roles(m), m.deadline and m.deadline.text, m.remark)
        for s in document.sections
        for t in s.tasks
        for m in t.measures
    ]


EXPECTED = [
    ("", "1", "城区污水直排入河", "新建截污管网6公里。", "县住建局", "县财政局", "2025年6月", ""),
    (
        "",
        "1",
        "城区污水直排入河",
        "排查入河排口40个。",
        "县生态环境局",
        "县水利局",
        "立行立改",
        "已完成",
    ),
    (
        "",
        "2",
        "养殖粪污处理不到位",
        "建设处理中心2个。",
        "县农业农村局",
        "县财政局",
        "长期坚持",
        "",
    ),
]


def _as_expected(document: ParsedDocument) -> bool:
    return _content(document) == [
        (*head, [(lead, "lead"), (assist, "assist")], due, f"备注：{remark}" if remark else "")
        for *head, lead, assist, due, remark in EXPECTED
    ]


def test_blank_lines_for_blank_cells_make_positions_certain() -> None:
    assert _as_expected(parse(_tabs(HEAD, *ROWS)))


def test_a_cell_that_says_something_unusual_changes_no_position() -> None:
    odd = ("3", "排查不及时", "开展排查。", "县河长办牵头", "流域内各村", "汛期结束以前", "见附图")
    document = parse(_tabs(HEAD, *ROWS, odd))
    last = measures(document)[-1]
    assert (last.text, last.remark) == ("开展排查。", "备注：见附图")
    assert last.deadline is not None
    assert last.deadline.text == "汛期结束以前"
    assert [b.printed for b in last.responsible][-1] == "流域内各村"


def test_without_tabs_and_blanks_rows_are_told_by_what_cells_say() -> None:
    assert _as_expected(parse(_plain(HEAD, *ROWS)))


def test_a_heading_between_the_rows_heads_a_section() -> None:
    rows = (HEAD, ("一、城镇污水",), *ROWS[:2], ("二、农业面源",), ROWS[2])
    for text in (_tabs(*rows), _plain(*rows)):
        assert [(s.number, len(s.tasks)) for s in parse(text).sections] == [("一", 1), ("二", 1)]


def test_a_column_of_persons_is_kept_as_remark() -> None:
    head = ("序号", "工作任务", "责任单位", "责任人", "时间安排")
    rows = (
        ("1", "创建三级医院。", "县人民医院", "周某", "2025年11月底前"),
        ("2", "改造卫生院5所。", "县卫健局、县财政局", "李某某", "全年"),
        ("3", "开展免费筛查。", "县妇幼保健院", "陈某某", "2025年9月底前"),
    )
    found = measures(parse(_plain(head, *rows)))
    assert [m.remark for m in found] == ["责任人：周某", "责任人：李某某", "责任人：陈某某"]
    assert [m.number for m in found] == ["1", "2", "3"]


def test_an_unknown_column_among_known_ones_is_no_end_of_the_header() -> None:
    head = ("主要任务", "分管县领导", "牵头部门", "责任部门")
    rows = (
        ("完成播种40万亩。", "张某某", "县农业农村局", "县统计局"),
        ("建设高标准农田2万亩。", "刘某", "县农业农村局", "县水利局"),
    )
    assert [m.text for m in measures(parse(_plain(head, *rows)))] == [rows[0][0], rows[1][0]]


def test_a_note_behind_the_last_cell_is_no_row() -> None:
    text = _plain(HEAD, *ROWS) + "注：1.牵头单位负总责。\n2.完成后由牵头单位组织验收。\n"
    assert _as_expected(parse(text))


def test_cells_that_fit_no_columns_are_refused() -> None:
    lines = ["张某某", "138", "南楼", "李某", "139", "北楼"] * 4
    head = ("任务", "措施", "牵头单位", "时限")
    with pytest.raises(InputError) as refused:
        parse(_plain(head) + "".join(f"{line}\n" for line in lines), "表.txt")
    zh, en = refused.value.into(Language.ZH), refused.value.into(Language.EN)
    assert zh.startswith(
        "表格各格无法归入各列，没有读出一条举措（表.txt 第7–30行，如“张某某 | 138 |"
    )
    assert "另存为 CSV" in zh
    assert en.startswith(
        "the cells of the table fit no columns, and no measure could be read (表.txt"
    )


BODY = st.sampled_from(["县住建局", "县水利局、县财政局", "各乡镇人民政府", "县公安局，县司法局"])
DUE = st.sampled_from(["2025年6月", "长期坚持", "2025年底前", "全年", "每季度"])
TEXT = st.sampled_from(["更新管网9公里。", "修订管理办法，开展培训。", "新增床位30张。"])
MEASURE = st.tuples(TEXT, BODY, BODY, DUE)


@given(st.lists(st.lists(MEASURE, min_size=1, max_size=3), min_size=1, max_size=6))
def test_a_plain_stack_of_counted_tasks_gives_its_rows(tasks: list[list[tuple[str, ...]]]) -> None:
    head = ("序号", "工作任务", "工作举措", "牵头单位", "配合单位", "完成时限")
    printed = [
        (str(n), f"做好第{'甲乙丙丁戊己'[n - 1]}类工作", *cells) if i == 0 else cells
        for n, group in enumerate(tasks, start=1)
        for i, cells in enumerate(group)
    ]
    document = parse(_plain(head, *printed))
    assert [count for _, _, count in outline(document)] == [len(group) for group in tasks]
    found = [(m.text, m.deadline and m.deadline.text) for m in measures(document)]
    assert found == [(cells[0], cells[3]) for group in tasks for cells in group]
