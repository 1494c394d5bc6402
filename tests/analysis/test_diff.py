"""Two versions of a list: the bundled table and changed copies of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.analysis.diff.report import diff
from kg.analysis.diff.version import Version
from kg.analysis.report import CellValue, Report
from kg.wording import Language
from tests.analysis.changes import Change, all_rows, changes, mirrored
from tests.analysis.golden import check, defined, part_of, told_apart
from tests.analysis.table_rows import FILE, Table, new_row, read

HOLDING = "加快渔港经济区建设，完善冷链物流体系，发展远洋渔业。"
SCHOOL = "新建改扩建公办幼儿园，增加普惠性学位供给。"


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Version:
    (found,) = read(tmp_path_factory.mktemp("bundled"), FILE.read_text("utf-8"))
    return found


Compare = Callable[[Table], tuple[Report, Counter[Change]]]


@pytest.fixture
def compared(bundled: Version, tmp_path: Path) -> Compare:
    """Compares the bundled table with a changed one, in both directions."""

    def call(table: Table) -> tuple[Report, Counter[Change]]:
        (after,) = read(tmp_path, table.text)
        return checked(bundled, after)

    return call


def checked(before: Version, after: Version) -> tuple[Report, Counter[Change]]:
    """Return the report with its changes, once the other direction is its mirror image."""
    report = diff(before, after)
    assert all_rows(diff(after, before)) == mirrored(report)
    defined(report)
    told_apart(report)
    texts: dict[CellValue, str] = {e.key: e.text for e in before.entries}
    return report, changes(report, texts)


def figures(report: Report) -> dict[str, tuple[CellValue, CellValue]]:
    rows = part_of(report, "summary").rows
    return {str(row["what"]): (row["count_a"], row["count_b"]) for row in rows}


def test_the_rows_are_the_table() -> None:
    table = Table.bundled()
    assert table.text == FILE.read_text("utf-8")
    assert (len(table.rows), len({row.task for row in table.rows})) == (60, 22)


def test_a_list_does_not_differ_from_itself(bundled: Version) -> None:
    report, found = checked(bundled, bundled)
    assert not found
    assert [part.key for part in report.parts] == ["documents", "summary"]
    assert figures(report)["两版都有，未改"] == (60, 60)


def test_a_row_put_in_at_the_top_is_one_added_measure(compared: Compare) -> None:
    table = Table.bundled()
    table.insert(0, new_row(HOLDING), 1)
    report, found = compared(table)
    assert found == Counter([("added", HOLDING)])
    assert figures(report)["全部举措"] == (60, 61)
    (row,) = part_of(report, "added").rows
    assert (row["measure_b"], row["leads_b"], str(row["due_on_b"])) == (
        "一/1#1",
        ("福州市财政局",),
        "2025-06-30",
    )


def test_a_row_taken_out_is_one_dropped_measure(compared: Compare) -> None:
    table = Table.bundled()
    gone = table.drop(table.of_task(11)[0])
    report, found = compared(table)
    assert found == Counter([("dropped", gone.text)])
    assert part_of(report, "dropped").notes[0].zh == "取消的举措占 A 的 1/60 = 1.7%"


def test_a_task_with_all_its_rows_taken_out(compared: Compare) -> None:
    table = Table.bundled()
    gone = [row.text for row in table.rows if row.task == 20]
    table.rows = [row for row in table.rows if row.task != 20]
    _, found = compared(table)
    task = ("headings", "任务", "取消", "20 加强知识产权海外交流合作", "")
    assert found == Counter([*(("dropped", text) for text in gone), task])


def test_a_measure_reworded_keeps_its_place(compared: Compare) -> None:
    table = Table.bundled()
    old = table.rows[0].text
    new = old.replace("引导创新主体走知识产权高质量发展道路", "推动创新主体走高水平发展之路")
    assert new != old
    table.change(0, text=new)
    report, found = compared(table)
    assert found == Counter([("reworded", old, new)])
    (row,) = part_of(report, "reworded").rows
    assert "[-引导-]{+推动+}创新主体走" in str(row["difference"])
    assert isinstance(row["likeness"], float)
    assert 0.5 < row["likeness"] < 1
    assert "凭相似度 1 对" in report.notes[0].zh


def test_another_lead(compared: Compare) -> None:
    table = Table.bundled()
    assert table.rows[3].lead == "市林业局"
    table.change(3, lead="市海洋与渔业局")
    text = table.rows[3].text
    _, found = compared(table)
    assert found == Counter(
        [("reassigned", text, "牵头", "明示", "更换", "福州市林业局", "福州市海洋与渔业局")]
    )


def test_a_lead_added_and_another_host(compared: Compare) -> None:
    table = Table.bundled()
    row = table.rows[3]
    table.change(3, lead="市海洋与渔业局、市林业局")
    _, found = compared(table)
    assert found == Counter(
        [("reassigned", row.text, "牵头", "明示", "增加", "", "福州市海洋与渔业局")]
    )


def test_the_first_of_two_leads_is_another(tmp_path: Path) -> None:
    one, other = Table.bundled(), Table.bundled()
    one.change(3, lead="市林业局、市海洋与渔业局")
    other.change(3, lead="市海洋与渔业局、市林业局")
    report, found = checked(*read(tmp_path, one.text, other.text))
    assert found == Counter([("reassigned", one.rows[3].text, "牵头", "明示", "次序", "", "")])
    (row,) = part_of(report, "reassigned").rows
    assert (row["printed_a"], row["printed_b"]) == (
        ("市林业局", "市海洋与渔业局"),
        ("市海洋与渔业局", "市林业局"),
    )


def test_a_supporting_body_less_and_the_order_of_others(compared: Compare) -> None:
    table = Table.bundled()
    assert table.rows[4].assist.startswith("市市场监督管理局（知识产权局）、市教育局、")
    assist = table.rows[4].assist.replace(
        "市市场监督管理局（知识产权局）、市教育局、福州软件园管委会", "福州软件园管委会、市教育局"
    )
    table.change(4, assist=assist)
    _, found = compared(table)
    body = "福州市市场监督管理局（知识产权局）"
    assert found == Counter([("reassigned", table.rows[4].text, "配合", "明示", "减少", body, "")])


def test_a_body_printed_otherwise_is_no_change(compared: Compare) -> None:
    table = Table.bundled()
    table.change(3, lead="福州市林业局")
    report, found = compared(table)
    assert not found
    assert "单位名称 1 条" in part_of(report, "summary").notes[-1].zh


def test_another_month(compared: Compare) -> None:
    table = Table.bundled()
    assert table.rows[0].due == "2022年12月"
    table.change(0, due="2023年3月")
    _, found = compared(table)
    text = table.rows[0].text
    assert found == Counter([("deadlines", text, "全条", "推迟", "2022年12月", "2023年3月", "90")])


def test_lists_of_two_years(compared: Compare) -> None:
    table = Table.bundled()
    for index, row in enumerate(table.rows):
        table.change(index, due=row.due.replace("2025年", "2026年"))
    table.change(0, due="2024年3月")
    report, found = compared(table)
    part = part_of(report, "deadlines")
    moved = sum(row.due.startswith("2025年") for row in Table.bundled().rows)
    assert len(found) == len(part.rows) == moved + 1
    assert part.notes[-1].zh == f"其中只换年份、月日不变的 {moved} 处，共 {moved + 1} 处"


def test_another_quantity(tmp_path: Path) -> None:
    one, other = Table.bundled(), Table.bundled()
    old = f"{one.rows[8].text}组织专题培训不少于20期。"
    one.change(8, text=old)
    other.change(8, text=old.replace("20期", "30期"))
    report, found = checked(*read(tmp_path, one.text, other.text))
    assert found == Counter(
        [
            ("reworded", old, other.rows[8].text),
            ("targets", old, "提高", "不少于20期", "不少于30期"),
        ]
    )
    assert "不少于[-20-]{+30+}期" in str(part_of(report, "reworded").rows[0]["difference"])


def test_a_row_moved_to_another_task_and_to_another_section(compared: Compare) -> None:
    table = Table.bundled()
    to_task = table.drop(table.of_task(1)[1])
    table.insert(table.of_task(3)[-1] + 1, to_task, 3)
    to_section = table.drop(table.of_task(11)[0])
    table.insert(table.of_task(21)[0], to_section, 21)
    _, found = compared(table)
    moves = {change[:3] for change in found}
    assert moves == {
        ("moved", to_task.text, "移到另一任务"),
        ("moved", to_section.text, "移到另一板块"),
    }


def test_a_row_moved_within_its_task(compared: Compare) -> None:
    table = Table.bundled()
    first = table.of_task(10)[0]
    row = table.drop(first)
    table.insert(table.of_task(10)[-1] + 1, row, 10)
    _, found = compared(table)
    assert [change[:3] for change in found] == [("moved", row.text, "换了次序")]


def test_a_task_renamed_moves_no_measure(compared: Compare) -> None:
    table = Table.bundled()
    index = table.of_task(20)[0]
    old = table.rows[index].before
    new = tuple("\t20.扩大开放。" if line.startswith("\t20.") else line for line in old)
    table.rows[index] = replace(table.rows[index], before=new)
    _, found = compared(table)
    names = ("20 加强知识产权海外交流合作", "20 扩大开放")
    assert found == Counter([("headings", "任务", "更名", *names)])


def test_new_numbers_alone_are_no_change(bundled: Version, tmp_path: Path) -> None:
    text = FILE.read_text("utf-8")
    text = re.sub(r"(?m)^(\t?)(\d+)\.", lambda m: f"{m[1]}{int(m[2]) + 1}.", text)
    head, tail = text.split("\t2.强化高质量创新导向。\n", 1)
    new = f"\t1.建设现代渔业。\n\t{HOLDING}\n\t市财政局\n\t市教育局\n\t2025年6月\n\n\t\n"
    (after,) = read(tmp_path, f"{head}{new}\t2.强化高质量创新导向。\n{tail}")
    report, found = checked(bundled, after)
    assert found == Counter(
        [("added", HOLDING), ("headings", "任务", "新增", "", "1 建设现代渔业")]
    )
    assert "板块和任务 22 个" in part_of(report, "summary").notes[2].zh


def test_several_changes_of_one_measure_and_of_others(compared: Compare) -> None:
    table = Table.bundled()
    row = table.rows[0]
    new = f"{row.text[:-1]}，加强绩效评价。"
    table.change(0, text=new, lead="市财政局", due="2023年12月")
    gone = table.drop(table.of_task(17)[1])
    table.insert(table.of_task(22)[-1] + 1, new_row(SCHOOL), 22)
    report, found = compared(table)
    assert found == Counter(
        [
            ("reworded", row.text, new),
            ("reassigned", row.text, "牵头", "明示", "更换",
             "福州市市场监督管理局（知识产权局）", "福州市财政局"),
            ("deadlines", row.text, "全条", "推迟", "2022年12月", "2023年12月", "365"),
            ("dropped", gone.text),
            ("added", SCHOOL),
        ]
    )  # fmt: skip
    assert figures(report)["两版都有，未改"] == (58, 58)


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(bundled: Version, tmp_path: Path, language: Language) -> None:
    table = Table.bundled()
    words = f"{table.rows[5].text[:-1]}，组织专题培训不少于20期。"
    table.change(5, text=words, lead="市科技局", due="2026年3月")
    gone = table.drop(table.of_task(17)[1])
    table.insert(table.of_task(22)[-1] + 1, new_row(SCHOOL), 22)
    table.insert(table.of_task(3)[0], gone, 3)
    table.drop(table.of_task(8)[1])
    (after,) = read(tmp_path, table.text)
    check("diff", diff(bundled, after), language)


def test_width_and_white_space_are_no_change(compared: Compare) -> None:
    table = Table.bundled()
    table.change(5, text=table.rows[5].text.replace("，", ", "))
    report, found = compared(table)
    assert not found
    assert "全半角或空格 1 条" in part_of(report, "summary").notes[-1].zh
