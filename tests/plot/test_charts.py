"""What the pictures show, before they are drawn."""

from __future__ import annotations

from datetime import date

import pytest

from kg.analysis.deadlines.report import Horizon, deadlines
from kg.analysis.dossier import Selection
from kg.analysis.gaps import GapChoice, gaps
from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.analysis.workload.report import Choice, workload
from kg.model import Graph
from kg.plot.alignment import alignment_chart
from kg.plot.captions import captions
from kg.plot.chart import Bars, Chart, Grid, Timeline
from kg.plot.deadlines import deadlines_chart
from kg.plot.industries import industries_chart
from kg.plot.workload import workload_chart
from kg.wording import Language, Text, same
from tests.analysis.contents import MARKET, SCIENCE, contributions
from tests.analysis.sample import COURT, OFFICE, city, plain_list
from tests.analysis.sample import MARKET as CITY_MARKET
from tests.analysis.sample import SCIENCE as CITY_SCIENCE

DAY = date(2024, 7, 1)


def roles() -> Graph:
    found = [city(), plain_list()]
    nodes = {n.key: n for c in found for n in (*c.nodes, *c.shared_nodes)}
    return Graph(
        tuple(nodes[key] for key in sorted(nodes)), tuple(e for c in found for e in c.edges)
    )


def contents() -> Graph:
    found = list(contributions())
    nodes = {n.key: n for c in found for n in (*c.nodes, *c.shared_nodes)}
    return Graph(
        tuple(nodes[key] for key in sorted(nodes)), tuple(e for c in found for e in c.edges)
    )


def bars(chart: Chart, number: int) -> Bars:
    panel = chart.panels[number]
    assert isinstance(panel, Bars)
    return panel


def timeline(chart: Chart, number: int) -> Timeline:
    panel = chart.panels[number]
    assert isinstance(panel, Timeline)
    return panel


def crossed(chart: Chart) -> Grid:
    panel = chart.panels[-1]
    assert isinstance(panel, Grid)
    return panel


def told(panel: Bars | Timeline) -> dict[str, tuple[int, ...]]:
    return {s.name.zh: s.values for s in panel.series}


def test_workload_tells_leads_alone_from_co_leads_and_assists() -> None:
    panel = bars(workload_chart(workload(roles()), DAY, 15), 1)
    assert panel.labels == (CITY_MARKET, COURT, CITY_SCIENCE)
    assert told(panel) == {"独自牵头": (1, 1, 0), "联合牵头": (1, 0, 1), "配合": (0, 0, 1)}
    assert [e.zh for e in panel.ends] == ["牵头 2，配合 0", "牵头 1，配合 0", "牵头 1，配合 1"]


def test_where_no_leads_are_named_bars_count_measures_and_say_so() -> None:
    panel = bars(workload_chart(workload(roles()), DAY, 15), 0)
    assert told(panel) == {"列名举措，牵头与配合不分": (1, 1)}
    assert any("不分牵头与配合" in note.zh for note in panel.notes)


def test_inferred_roles_have_a_panel_of_their_own() -> None:
    chart = workload_chart(workload(roles(), Choice(inferred=True)), DAY, 15)
    assert len(chart.panels) == 3
    panel = bars(chart, 1)
    assert panel.title.zh.startswith("推断的角色：")
    assert panel.title.en.startswith("Inferred roles: ")
    assert told(panel) == {"推断牵头（首列）": (1, 0), "推断配合": (0, 1)}
    assert panel.labels == (OFFICE, CITY_MARKET)


def test_denominators_and_the_day_are_said_and_no_options() -> None:
    chart = workload_chart(workload(roles()), DAY, 2)
    notes = [note.zh for note in bars(chart, 1).notes]
    assert (
        "举措 3 条，明示牵头单位的 3 条（其中联合牵头 1 条）；明示牵头 4 项次，配合 6 项次" in notes
    )
    assert "单位只画前 2 个，共 3 个" in notes
    assert any("统称" in note for note in notes)
    assert [note.zh for note in chart.notes][-1] == "截至 2024-07-01"
    assert [note.en for note in chart.notes][-1] == "as of 2024-07-01"
    for language in Language:
        said = [note.into(language) for p in chart.panels for note in p.notes]
        assert not [note for note in said if "--" in note]


def test_months_without_anything_stand_between_the_others() -> None:
    chart = deadlines_chart(deadlines(contents(), Horizon(DAY)))
    panel = timeline(chart, 0)
    assert (panel.months[0], panel.months[-1], len(panel.months)) == ("2023-12", "2025-12", 25)
    assert {name: sum(values) for name, values in told(panel).items()} == {
        "已到期（完成情况未载）": 1,
        "分句的时限，另计": 2,
    }
    assert panel.notes[0].zh == "举措 4 条：全条有时限 1 条，没有 3 条；分句时限 2 处，另计"
    assert panel.cliff == (6, Text("2024-06：1 条，占 100%", "2024-06: 1 measures, 100%"))
    assert panel.today == 7.0
    without = [note.zh for note in chart.notes if note.zh.startswith("没有时限：")]
    assert len(without) == 2
    assert not any("逾期" in name for name in told(panel))


def test_what_is_not_over_yet_is_to_come() -> None:
    panel = timeline(deadlines_chart(deadlines(contents(), Horizon(date(2024, 6, 30)))), 0)
    assert sum(told(panel)["未到期"]) == 1
    outside = timeline(deadlines_chart(deadlines(contents(), Horizon(date(2030, 1, 1)))), 0)
    assert outside.today is None


def test_industries_count_the_measures_an_agency_leads() -> None:
    chart = industries_chart(contents(), Selection(top=5), DAY)
    grid = crossed(chart)
    assert grid.rows == (SCIENCE, MARKET)
    assert grid.columns == ("光电产业", "茶产业")
    assert grid.values == ((2, 1), (1, 0))
    assert grid.notes[0].zh == (
        "提到产业的举措 2 条，共 4 条；其中有明示牵头单位的 2 条；一条举措可计入几格"
    )
    assert chart.notes[0].zh.startswith("没有可列的牵头单位或产业：")
    inferred = industries_chart(contents(), Selection(inferred=True), DAY)
    assert len(inferred.panels) == len(chart.panels) + 1
    assert [p.title.zh for p in inferred.panels if p.title.zh.startswith("推断的牵头：")]


def test_a_grid_says_what_it_leaves_out() -> None:
    grid = crossed(industries_chart(contents(), Selection(top=1), DAY))
    assert grid.values == ((2,),)
    assert [n.zh for n in grid.notes[1:]] == [
        "单位只画前 1 个，共 2 个",
        "产业只画前 1 个，共 2 个",
    ]


SECTIONS = tuple(
    Column(name, same(name), ColumnKind.COUNT, same(name))
    for name in (
        "upper_section",
        "tasks",
        "covered",
        "partly",
        "uncovered",
        "not_applicable",
        "unclear",
    )
)


def test_sections_are_bars_by_state_and_empty_states_have_no_place() -> None:
    row: dict[str, CellValue] = {
        "upper_section": "一、创造",
        "tasks": 4,
        "covered": 2,
        "partly": 1,
        "uncovered": 1,
        "not_applicable": 0,
        "unclear": 0,
        "covered_share": 0.5,
    }
    bare: dict[str, CellValue] = {
        **row,
        "upper_section": "二、保护",
        "covered": 0,
        "covered_share": None,
    }
    states = Part("a|b", Text("甲 ← 乙", "a ← b"), (), (), (Text("上级任务 4 项", "tasks: 4"),))
    sections = Part("a|b!sections", same("各板块"), SECTIONS, (row, bare))
    chart = alignment_chart(Report("gaps", same("r"), (states, sections), (), DAY), 40)
    panel = bars(chart, 0)
    assert panel.title.zh == "甲 ← 乙"
    assert panel.notes[0].zh == "上级任务 4 项"
    assert told(panel) == {"covered": (2, 0), "partly": (1, 1), "uncovered": (1, 1)}
    assert [e.zh for e in panel.ends] == ["承接 50%", "不计承接率"]
    assert chart.notes[-1].zh == "截至 2024-07-01"


def test_nothing_compared_is_a_picture_without_panels() -> None:
    assert alignment_chart(gaps(roles(), GapChoice(DAY)), 40).panels == ()


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        (
            Text("统称 2 个未排名：甲；用 --collectives 排入", "two: a; --collectives"),
            "统称 2 个未排名：甲",
        ),
        (Text("加权 0.2（约定，用 --assist-weight 改）", "weight"), "加权 0.2（约定）"),
        (Text("用 --inferred 列出", "--inferred shows them"), None),
        (Text("举措 60 条", "measures: 60"), "举措 60 条"),
    ],
)
def test_advice_for_the_command_line_has_no_place_in_a_picture(
    note: Text, kept: str | None
) -> None:
    assert [n.zh for n in captions([note])] == ([] if kept is None else [kept])
