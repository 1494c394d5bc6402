"""Each kind of damage, on papers of other places and fields than the bundled ones."""

from __future__ import annotations

import pytest

from kg.model import Severity
from tests.genres.reading import BREAKDOWN, LIST, codes, measures, outline, parse, roles, rows

BODIES = "规划处、建设处，省城乡规划中心，各地住建部门"
PROSE = "开展老旧小区改造，完善配套设施。"


def _list(*lines: tuple[str, ...]) -> str:
    """A list of a made-up office with enough whole rows to judge the others by."""
    whole = [
        (f"{n}. 第{n}项任务", f"推进第{n}批城镇供水管网更新改造。", BODIES) for n in range(1, 7)
    ]
    return rows(LIST, ("一、着力改善人居环境", "", ""), *whole, *lines) + "\n抄送：省发展改革委。\n"


def test_prose_in_the_agency_cell_goes_back_to_the_measures() -> None:
    text = _list(("7. 更新小区", PROSE, f"<p>{BODIES}</p><p>建立长效管理机制，落实经费。</p>"))
    found = measures(parse(text))[6:]
    assert [m.text for m in found] == [PROSE, "建立长效管理机制，落实经费。"]
    assert [len(m.responsible) for m in found] == [4, 4]
    assert codes(found[0]) == set()
    assert codes(found[1]) == {"measure-in-agency-column"}


def test_prose_run_on_behind_the_agencies_is_parted() -> None:
    text = _list(("7. 更新小区", PROSE, f"{BODIES}。建立长效管理机制，落实经费。"))
    found = measures(parse(text))[6:]
    assert found[1].text == "建立长效管理机制，落实经费。"
    assert roles(found[0])[-1] == ("各地住建部门", "assist")


def test_agencies_in_the_measure_cell_go_back() -> None:
    text = _list(("7. 更新小区", f"<p>{PROSE}</p><p>规划处、建设处</p>", ""))
    measure = measures(parse(text))[6]
    assert measure.text == PROSE
    assert roles(measure) == [("规划处", "lead"), ("建设处", "assist")]
    assert codes(measure) == {"agencies-in-measure-column"}


def test_a_short_measure_that_ends_like_a_body_stays_a_measure() -> None:
    text = _list(("7. 更新小区", "建设社区服务中心", ""))
    measure = measures(parse(text))[6]
    assert measure.text == "建设社区服务中心"
    assert codes(measure) == {"agency-missing"}


def test_words_in_the_row_of_a_heading_move_to_the_task_below() -> None:
    text = _list(("二、着力提升城市品质", PROSE, BODIES), ("7. 更新小区", "", ""))
    document = parse(text)
    assert outline(document)[-1] == ("二", "7", 1)
    measure = measures(document)[-1]
    assert (measure.text, len(measure.responsible)) == (PROSE, 4)
    assert "row-shifted" in codes(measure)


def test_agencies_alone_in_the_row_of_a_heading_move_too() -> None:
    text = _list(("二、着力提升城市品质", "", BODIES), ("7. 更新小区", PROSE, ""))
    measure = measures(parse(text))[-1]
    assert len(measure.responsible) == 4
    assert "row-shifted" in codes(measure)


def test_agencies_that_no_task_can_take_are_kept_as_an_issue() -> None:
    text = _list(("二、着力提升城市品质", "", "园林处"), ("7. 更新小区", PROSE, BODIES))
    document = parse(text)
    issue = document.sections[1].issues[-1]
    assert (issue.kind.code, issue.was) == ("cell-unplaced", "园林处")
    assert issue.kind.severity is Severity.ERROR


def test_a_heading_in_a_measure_cell_fills_the_gap_in_the_numbers() -> None:
    text = _list(
        ("7. 更新小区", "着力提升城市品质", f"<p>{PROSE}</p><p>落实经费，分批实施。</p>"),
        ("三、着力夯实基础", "", ""),
        ("8. 加强调度", "按月通报进展。", BODIES),
    )
    document = parse(text)
    assert [s.number for s in document.sections] == ["一", "二", "三"]
    assert document.sections[1].title == "着力提升城市品质"
    assert outline(document)[-2:] == [("二", "7", 2), ("三", "8", 1)]


def test_without_a_gap_in_the_numbers_no_heading_is_made_up() -> None:
    text = _list(
        ("7. 更新小区", "着力提升城市品质", f"<p>{PROSE}</p>"),
        ("二、着力夯实基础", "", ""),
        ("8. 加强调度", "按月通报进展。", BODIES),
    )
    assert [s.number for s in parse(text).sections] == ["一", "二"]


def test_a_skipped_number_without_a_heading_is_reported() -> None:
    text = _list(("三、着力夯实基础", "", ""), ("8. 加强调度", "按月通报进展。", BODIES))
    issues = {(i.kind.code, i.was) for i in parse(text).issues}
    assert {("number-gap", "2"), ("number-gap", "7")} <= issues


def test_a_heading_printed_again_is_one_heading() -> None:
    text = _list(
        ("一、着力改善人居环境", "", ""),
        ("7. 更新小区", PROSE, BODIES),
        ("着力改善人居环境", "", ""),
        ("8. 加强调度", "按月通报进展。", BODIES),
    )
    document = parse(text)
    assert [len(s.tasks) for s in document.sections] == [8]
    found = [i.kind.code for i in document.sections[0].issues]
    assert found.count("heading-repeated") == 2
    assert "heading-number-missing" in found


def test_a_row_torn_by_line_ends_is_joined() -> None:
    text = _list(("7. 更新小区", "开展老旧小区\n改造，完善配套设施。", BODIES))
    measure = measures(parse(text))[6]
    assert measure.text == PROSE
    assert codes(measure, Severity.INFO) == {"row-joined"}


def test_a_list_of_agencies_that_goes_on_in_the_next_line_is_joined() -> None:
    text = _list(("7. 更新小区", PROSE, "规划处、建设处，\n省城乡规划中心、各地住建部门"))
    assert len(measures(parse(text))[6].responsible) == 4


def test_a_lost_tab_is_told_from_the_words() -> None:
    head = rows(BREAKDOWN, ("一、改善环境", "", "", "", ""))
    whole = rows(
        *(("", f"完成第{n}批改造。", "市住建局", "市财政局", "2025年6月") for n in range(6))
    )
    short = "9.更新小区\t开展老旧小区改造。\t市住建局\t2025年9月\n"
    document = parse(
        f"{head}1.管网\t更新管网。\t市水利局\t市财政局\t2025年6月\n{whole}{short}{whole}"
    )
    measure = next(m for m in measures(document) if "老旧小区" in m.text)
    assert roles(measure) == [("市住建局", "lead")]
    assert measure.deadline is not None
    assert measure.deadline.text == "2025年9月"
    assert codes(measure) == {"column-guessed"}


def test_a_merged_cell_of_agencies_is_taken_from_above_and_says_so() -> None:
    text = rows(
        BREAKDOWN,
        ("1.更新管网", "更新管网。", "市水利局", "市财政局", "2025年6月"),
        ("", "改造泵站。", "", "", ""),
        ("2.加强调度", "按月通报。", "市住建局", "市财政局", "2025年6月"),
    )
    second = measures(parse(text))[1]
    assert roles(second) == [("市水利局", "lead"), ("市财政局", "assist")]
    assert second.deadline is not None
    assert codes(second) == {"cell-inherited"}


@pytest.mark.parametrize("note", ["注：各地可结合实际调整。", "备注：每季度末报送进展。"])
def test_a_note_inside_the_table_is_set_aside_and_counted(note: str) -> None:
    document = parse(_list((note, "", "")))
    assert document.tally.set_aside == 1
    assert document.tally.read == document.tally.used + 1
    issue = next(i for i in document.issues if i.kind.code == "note-row")
    assert issue.was == note


def test_a_line_that_belongs_nowhere_is_set_aside_and_counted() -> None:
    stray = "以上任务由省住建厅会同有关部门按月调度，并将结果纳入年度考核；未完成的予以通报。"
    text = _list().replace("4. 第4项任务", f"\n{stray}\n\n4. 第4项任务")
    document = parse(text)
    assert (document.tally.set_aside, len(measures(document))) == (1, 6)
    issue = next(i for i in document.issues if i.kind.code == "row-unplaced")
    assert issue.was == stray


def test_an_unreadable_deadline_is_kept_as_printed() -> None:
    text = rows(
        BREAKDOWN,
        ("1.更新管网", "更新管网。", "市水利局", "市财政局", "2025年13月"),
        ("2.加强调度", "按月通报。", "市住建局", "市财政局", "2025年6月"),
    )
    measure = measures(parse(text))[0]
    assert measure.deadline is not None
    assert (measure.deadline.text, measure.deadline.timing) == ("2025年13月", None)
    assert codes(measure) == {"deadline-unreadable"}


def test_like_names_of_whole_bodies_are_left_alone() -> None:
    """Departments of one city differ in a character; that is no damage."""
    text = rows(
        BREAKDOWN,
        *(
            (
                f"{n}.任务",
                "推进改造。",
                "市科技局",
                "市工信局、市司法局、市公安局、市疾控局、市疾控中心",
                "2025年6月",
            )
            for n in range(1, 12)
        ),
        ("12.任务", "推进改造。", "市教育局", "市数据局、市数据中心、市园林处", "2025年6月"),
    )
    assert {c for m in measures(parse(text)) for c in codes(m, Severity.INFO)} == set()
