"""Tables broken by pages and merged cells: cells left blank, rows torn, headings run together."""

from __future__ import annotations

from kg.model import Severity
from tests.genres.reading import BREAKDOWN, codes, measures, outline, parse, roles, rows

TITLE = "临河市养老服务重点任务分解表"


def _cells(lead: tuple[str, ...], assist: tuple[str, ...], due: tuple[str, ...]) -> str:
    """Three tasks with two measures each, and what stands in their other columns."""
    texts = [(f"{n // 2 + 1}.第{n // 2 + 1}项", f"完成第{n}批改造。") for n in range(6)]
    heads = [(task if n % 2 == 0 else "", text) for n, (task, text) in enumerate(texts)]
    columns = zip(heads, lead, assist, due, strict=True)
    return rows(BREAKDOWN, *((*head, *rest) for head, *rest in columns))


LEADS = ("市民政局", "市卫生健康委", "市住建局", "市医保局", "市民政局", "市财政局")
ASSISTS = ("市财政局", "市教育局", "市残联", "市总工会", "市妇联", "市审计局")
DUE = ("2025年6月", "2025年9月", "2025年6月", "2025年10月", "2025年6月", "2025年12月")


def _every_second(column: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text if n % 2 == 0 else "" for n, text in enumerate(column))


def test_a_column_merged_by_task_is_filled_and_told() -> None:
    found = measures(parse(_cells(_every_second(LEADS), ASSISTS, DUE)))
    leads = [roles(m)[0] for m in found]
    assert leads[0] == leads[1] == ("市民政局", "lead")
    assert leads[2] == leads[3] == ("市住建局", "lead")
    assert [codes(m) for m in found[:2]] == [set(), {"column-inherited"}]
    issue = found[1].issues[-1]
    assert (issue.was, issue.became) == ("牵头单位", "市民政局")


def test_deadlines_and_supporting_agencies_merged_by_task_are_filled() -> None:
    found = measures(parse(_cells(LEADS, _every_second(ASSISTS), _every_second(DUE))))
    assert roles(found[1])[1:] == [("市财政局", "assist")]
    assert [m.deadline.text for m in found if m.deadline] == [d for d in DUE[::2] for _ in "12"]


def test_a_blank_lead_or_deadline_that_may_be_anything_is_left_blank_and_told() -> None:
    leads = (*LEADS[:3], "", *LEADS[4:])
    dues = ("", *DUE[1:])
    found = measures(parse(_cells(leads, ASSISTS, dues)))
    assert roles(found[3]) == [("市总工会", "assist")]
    assert found[0].deadline is None
    assert codes(found[0]) == codes(found[3]) == {"cell-blank"}
    assert [i.was for i in found[3].issues] == ["牵头单位"]


def test_a_row_without_supporting_agencies_is_no_fault() -> None:
    found = measures(parse(_cells(LEADS, (*ASSISTS[:3], "", *ASSISTS[4:]), DUE)))
    assert roles(found[3]) == [("市医保局", "lead")]
    assert codes(found[3]) == set()
    assert codes(found[3], Severity.INFO) == {"assist-cell-blank"}


def test_a_column_that_most_rows_leave_blank_is_no_fault() -> None:
    dues = ("2025年6月", "", "", "", "", "")
    assert {c for m in measures(parse(_cells(LEADS, ASSISTS, dues))) for c in codes(m)} == set()


def test_the_rest_of_a_measure_on_the_next_page_is_joined() -> None:
    text = rows(
        BREAKDOWN,
        ("1.助餐", "建成食堂五家，", "市民政局", "市财政局", "2025年6月"),
        ("", "覆盖全部社区。", "", "", ""),
        ("", "发放助餐券。", "市民政局", "市财政局", "2025年9月"),
    )
    found = measures(parse(text))
    assert [m.text for m in found] == ["建成食堂五家，覆盖全部社区。", "发放助餐券。"]
    assert codes(found[0]) == {"measure-continued"}


def test_a_page_number_and_running_head_inside_a_cell_are_taken_out() -> None:
    text = (
        f"{TITLE}\n"
        + rows(BREAKDOWN)
        + "1.助餐\t建成食堂五家，覆盖全部\n— 6 —\n"
        + f"{TITLE}\n社区。\t市民政局\t市财政局\t2025年6月\n"
        + rows(("2.助浴", "建成助浴点。", "市民政局", "市财政局", "2025年9月"))
    )
    document = parse(text)
    first = measures(document)[0]
    assert first.text == "建成食堂五家，覆盖全部社区。"
    taken = [i.was for i in first.issues if i.kind.code == "page-break-in-row"]
    assert taken == ["— 6 —", TITLE]
    assert outline(document) == [("", "1", 1), ("", "2", 1)]


def test_a_section_run_into_its_first_task_is_parted() -> None:
    text = rows(
        BREAKDOWN,
        ("一、扩大供给", "", "", "", ""),
        ("1.助餐", "建成食堂五家。", "市民政局", "市财政局", "2025年6月"),
        ("二、提升质量2.培训", "培训护理员。", "市人社局", "市民政局", "2025年9月"),
        ("3.评估", "开展评估。", "市民政局", "市财政局", "2025年9月"),
    )
    document = parse(text)
    assert outline(document) == [("一", "1", 1), ("二", "2", 1), ("二", "3", 1)]
    assert document.sections[1].title == "提升质量"
    assert codes(measures(document)[1]) == {"headings-parted"}


def test_misread_numbers_are_read_from_those_around_them() -> None:
    text = rows(
        BREAKDOWN,
        ("l.助餐服务", "建成食堂五家。", "市民政局", "市财政局", "2025年6月"),
        ("2 助浴服务", "建成助浴点。", "市民政局", "市财政局", "2025年9月"),
        ("3.评估", "开展评估。", "市民政局", "市财政局", "2025年9月"),
        ("5个街道试点", "开展试点。", "市民政局", "市财政局", "2025年9月"),
    )
    document = parse(text)
    tasks = [(t.number, t.title) for s in document.sections for t in s.tasks]
    assert tasks == [("1", "助餐服务"), ("2", "助浴服务"), ("3", "评估"), ("", "5个街道试点")]
    found = measures(document)
    assert codes(found[0]) == codes(found[1]) == {"heading-number-misread"}
    assert codes(found[3]) == set()


def test_a_section_heading_run_into_a_measure_is_told() -> None:
    text = rows(
        BREAKDOWN,
        ("一、扩大供给", "", "", "", ""),
        ("1.助餐", "建成食堂五家。", "市民政局", "市财政局", "2025年6月"),
        ("2.培训", "二、提升质量培训护理员。", "市人社局", "市民政局", "2025年9月"),
        ("三、强化监管", "", "", "", ""),
        ("3.评估", "开展评估。", "市民政局", "市财政局", "2025年9月"),
    )
    issue = measures(parse(text))[1].issues[0]
    assert (issue.kind.code, issue.was) == ("heading-in-measure", "二、提升质量培训护理员。")
