"""Lists renewed each year, of two fields: what a colleague would say changed, written first."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.analysis.diff.report import diff
from kg.analysis.report import CellValue, Report
from tests.analysis.changes import Change
from tests.analysis.golden import part_of
from tests.analysis.table_rows import read
from tests.analysis.test_diff import checked

DATA = Path(__file__).parent / "data"
NAMES = ("elderly_care_2023", "elderly_care_2024", "water_2025", "water_2026")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Report, Counter[Change]]]:
    """Both pairs of lists, each compared in both directions."""
    texts = [(DATA / f"{name}.txt").read_text("utf-8") for name in NAMES]
    care_old, care_new, water_old, water_new = read(tmp_path_factory.mktemp("lists"), *texts)
    return {"care": checked(care_old, care_new), "water": checked(water_old, water_new)}


Reports = dict[str, tuple[Report, Counter[Change]]]

JOINED = {
    "care": {
        ("拆分", "一/1#3", "一/1#3"),
        ("拆分", "一/1#3", "一/1#4"),
        ("合并", "二/4#1", "二/4#1"),
        ("合并", "二/4#2", "二/4#1"),
    },
    "water": {
        ("拆分", "二/3#1", "二/3#1"),
        ("拆分", "二/3#1", "二/3#2"),
        ("合并", "一/2#1", "一/2#1"),
        ("合并", "一/2#3", "一/2#1"),
    },
}
POSSIBLE: dict[str, set[tuple[str, str]]] = {"care": {("二/4#3", "二/4#2")}, "water": set()}
ALONE: dict[str, tuple[dict[str, str | None], dict[str, str | None]]] = {
    "care": ({"一/2#3": None}, {"一/2#3": None}),
    "water": (
        {"二/3#3": "二/4#1（重点断面实时监控）", "二/3#4": None},
        {"二/4#1": "二/3#3（重点断面实时监控）", "二/4#2": None},
    ),
}
MOVED_DEADLINES = {
    "care": {("一/1#2", "提前 2 个月（年度内）"), ("二/4#1、二/4#2", "推迟 1 个月（年度内）")},
    "water": {("一/1#3", "推迟 1 个月（年度内）"), ("一/2#1、一/2#3", "提前 2 个月（年度内）")},
}
TARGETS = {
    "care": {
        ("一/1#1", "由 6 变为 8"),
        ("一/1#1", "提高"),
        ("一/1#2", "由 1500 变为 1800"),
        ("一/1#3", "由 30 变为 45"),
        ("一/2#1", "提高"),
        ("二/3#1", "提高"),
        ("二/3#2", "收紧"),
        ("二/4#1、二/4#2", "由 2000 变为 2500"),
    },
    "water": {
        ("一/1#2", "基期由2024年改为2025年，由 4 变为 3"),
        ("一/1#3", "由 80 变为 60"),
        ("一/2#2", "放宽"),
        ("一/2#1、一/2#3", "由 12 变为 15"),
        ("二/3#2", "由 60 变为 80"),
        ("二/3#2", "收紧"),
    },
}
TAKEOVERS = {
    "care": [("青禾市老龄办", "青禾市民政局", "疑似职能划转", 3, 3)],
    "water": [("澜山县水务局", "澜山县水利局", "疑似更名", 5, 5)],
}
REASSIGNED = {
    # The lead and its support of the institutions changed places; the subsidy went to finance.
    "care": {"一/2#1", "一/1#3"},
    # Farm supply left the merged measure; the buildings went to natural resources.
    "water": {"一/2#1", "一/2#3", "二/3#1"},
}


def rows(report: Report, key: str) -> list[dict[str, str]]:
    """The rows of a part in words; none where it is not shown."""
    parts = [part for part in report.parts if part.key == key]
    return [{name: _said(value) for name, value in row.items()} for p in parts for row in p.rows]


def _said(value: CellValue) -> str:
    return "、".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("field", ["care", "water"])
def test_merged_and_split(reports: Reports, field: str) -> None:
    found = rows(reports[field][0], "joined")
    assert {(r["joined"], r["measure_a"], r["measure_b"]) for r in found} == JOINED[field]
    possible = rows(reports[field][0], "possible")
    assert {(r["measure_a"], r["measure_b"]) for r in possible} == POSSIBLE[field]


@pytest.mark.parametrize("field", ["care", "water"])
def test_dropped_and_added(reports: Reports, field: str) -> None:
    report = reports[field][0]
    gone = {r["measure_a"]: r["found_in_b"] for r in rows(report, "dropped")}
    come = {r["measure_b"]: r["found_in_a"] for r in rows(report, "added")}
    expected = [{k: str(v) for k, v in side.items()} for side in ALONE[field]]
    assert [gone, come] == expected


@pytest.mark.parametrize("field", ["care", "water"])
def test_deadlines_within_the_year(reports: Reports, field: str) -> None:
    found = {(r["measure_a"], r["change"]) for r in rows(reports[field][0], "deadlines")}
    assert found == MOVED_DEADLINES[field]


@pytest.mark.parametrize("field", ["care", "water"])
def test_targets_by_direction(reports: Reports, field: str) -> None:
    found = {(r["measure_a"], r["change"]) for r in rows(reports[field][0], "targets")}
    assert found == TARGETS[field]


@pytest.mark.parametrize("field", ["care", "water"])
def test_bodies_that_gave_place(reports: Reports, field: str) -> None:
    part = part_of(reports[field][0], "takeovers")
    found = [
        (r["body_a"], r["body_b"], str(r["guess"]), r["taken"], r["named_a"]) for r in part.rows
    ]
    assert found == TAKEOVERS[field]


@pytest.mark.parametrize("field", ["care", "water"])
def test_true_changes_of_duty_are_counted_apart(reports: Reports, field: str) -> None:
    summary = {str(r["what"]): r for r in part_of(reports[field][0], "summary").rows}
    keys = summary["职责变动"]["a_keys"]
    assert isinstance(keys, tuple)
    assert {"/".join(key.split("/")[-2:]) for key in keys} == REASSIGNED[field]


def test_years_in_the_words_are_no_rewording(reports: Reports) -> None:
    report = reports["water"][0]
    assert "一/1#1" not in {r["measure_a"] for r in rows(report, "reworded")}
    assert "文字只换年份、不算改写：1 条" in [n.zh for n in part_of(report, "summary").notes]


@pytest.mark.parametrize("field", ["care", "water"])
def test_the_figures_of_the_summary_add_up(reports: Reports, field: str) -> None:
    summary = {str(r["what"]): r for r in part_of(reports[field][0], "summary").rows}
    for side, alone in (("count_a", "取消"), ("count_b", "新增")):
        kinds = ("两版都有", "合并", "拆分", "可能对应", alone)
        assert sum(int(str(summary[kind][side])) for kind in kinds) == summary["全部举措"][side]


@pytest.mark.parametrize("field", ["care", "water"])
def test_shares_have_one_denominator(reports: Reports, field: str) -> None:
    report = reports[field][0]
    summary = {str(r["what"]): r for r in part_of(report, "summary").rows}
    whole = summary["全部举措"]["count_a"]
    for what, key in (("时限变动", "deadlines"), ("目标变动", "targets"), ("改写", "reworded")):
        share = f"占 A 全部举措 {summary[what]['count_a']}/{whole}"
        assert part_of(report, key).notes[0].zh.startswith(share)


def test_the_newer_list_first_is_said(reports: Reports, tmp_path: Path) -> None:
    texts = [(DATA / f"{name}.txt").read_text("utf-8") for name in NAMES[2:]]
    old, new = read(tmp_path, *texts)
    note = diff(new, old).notes[0].zh
    assert note.startswith("A（2026）比 B（2025）新")
    assert note.endswith("请调换两个参数：kg diff B A")
    assert "倒过来" not in "".join(note.zh for note in reports["water"][0].notes)
