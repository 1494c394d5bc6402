"""What each view draws of the bundled documents, and the sentence it says of them."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from kg.analysis.brief.gaps import gap_parts
from kg.analysis.gaps.coverage import ACCEPTED
from kg.model import Graph
from kg.store.cypher.engine import QueryResult
from kg.views.agency import agency
from kg.views.alignment import alignment
from kg.views.catalogue import VIEWS
from kg.views.choice import Choice
from kg.views.coordination import coordination
from kg.views.deadlines import deadlines
from kg.views.document import document
from kg.views.excerpt import excerpt
from kg.views.filename import file_name, slug
from kg.views.responsibility import responsibility
from kg.views.scene import Band, Caption, Rule, Scene
from kg.views.stamp import stamp
from tests.views.conftest import AS_OF

CHOICE = Choice(as_of=AS_OF)
CITY = "福州市国家知识产权强市建设示范城市工作方案重点任务分解表"
PROVINCE = "闽知发〔2025〕14号"


def kinds(scene: Scene) -> Counter[str]:
    return Counter(mark.kind for mark in scene.marks)


def words(scene: Scene) -> list[str]:
    return [str(d.words) for d in scene.drawings if isinstance(d, Caption)]


def test_responsibility_has_a_mark_for_each_role(graph: Graph) -> None:
    city, province = responsibility(graph, CHOICE).scenes
    assert kinds(city) == {"agency": 37, "lead": 65, "assist": 229}
    assert kinds(province) == {"agency": 13, "lead?": 30, "assist?": 127, "nobody": 2}
    assert "牵头 48 条，占 80%" in city.finding.zh
    assert "原文没有写明牵头单位" in province.finding.zh
    names = [mark for mark in city.marks if mark.kind == "agency"]
    assert str(names[0].label).startswith("福州市市场监督管理局")
    assert [str(m.label) for m in names[-3:]] == [
        "福州市高新区管委会",
        "福州市各县（市）区人民政府",
        "福州市其他成员单位",
    ]
    assert {"48", "8 条", "15 条"} <= set(words(city))


def test_alignment_shows_what_the_report_of_gaps_says(graph: Graph) -> None:
    (scene,) = alignment(graph, CHOICE).scenes
    found = kinds(scene)
    states = ("covered", "partly", "uncovered", "not_applicable", "unclear")
    upper = sum(found[state] for state in states)
    assert upper == 24
    assert found["lower-expired"] + found["own-expired"] == 60
    assert f"未承接 {found['uncovered']}" in scene.finding.zh
    own = f"未找到上级对应（可能为自选动作）{found['own-expired']} 条"
    assert own in scene.finding.zh
    assert "尚未审核" not in scene.finding.zh
    counted = [int(w.split()[1]) for w in words(scene) if w.startswith("未承接 ")]
    assert sum(counted) == found["uncovered"]
    linked = {link.source for link in scene.links}
    gaps = {mark.key for mark in scene.marks if mark.kind == "uncovered"}
    assert not gaps & linked
    assert len(linked) == found["covered"] + found["partly"]


def test_what_nobody_has_judged_is_told_apart_from_what_was_not_found(graph: Graph) -> None:
    every = alignment(graph, CHOICE).scenes[0]
    scene = alignment(graph, Choice(as_of=AS_OF, states=ACCEPTED)).scenes[0]
    own = kinds(every)["own-expired"]
    waiting = kinds(scene)["own-expired"] - own
    assert waiting > 0
    assert f"未找到上级对应（可能为自选动作）{own} 条，另有 {waiting} 条有程序建议" in (
        scene.finding.zh
    )
    states = Counter(str(row.cells[2]) for row in scene.table.rows)
    found = {words.split("（")[0]: number for words, number in states.items() if "（" in words}
    assert found == {"未找到上级对应": own, "待核": waiting}


def test_before_the_deadlines_nothing_is_hollow(graph: Graph) -> None:
    (scene,) = alignment(graph, Choice(as_of=date(2022, 1, 1))).scenes
    assert not any(kind.endswith("-expired") for kind in kinds(scene))
    assert "已到期" not in scene.finding.zh


def test_coordination_puts_the_hub_in_the_middle(graph: Graph) -> None:
    view = coordination(graph, CHOICE)
    city = view.scenes[0]
    assert kinds(city)["hub"] == 1
    assert sum(kinds(city).values()) == 34
    assert len(city.links) == 131
    assert "与 32 个单位有共同举措" in city.finding.zh
    dashed = {kind.key for kind in view.scenes[1].kinds if kind.dashed}
    assert {link.kind for link in view.scenes[1].links} <= dashed


def test_agency_shows_all_that_one_body_has_to_do(graph: Graph) -> None:
    (scene,) = agency(graph, CHOICE).scenes
    assert (kinds(scene)["lead"], kinds(scene)["assist"]) == (48, 6)
    assert all(mark.hollow for mark in scene.marks if mark.kind in {"lead", "assist"})
    assert "54 条已到期（完成情况未载）" in scene.finding.zh
    early = agency(graph, Choice(as_of=date(2024, 7, 1))).scenes[0]
    assert "下一个时限 2025-06-30，48 条" in early.finding.zh
    assert kinds(early)["next"] == 2
    science = agency(graph, Choice(as_of=AS_OF, agency="agency:福州市科学技术局")).scenes[0]
    assert (kinds(science)["lead"], kinds(science)["assist"]) == (2, 11)


def test_gaps_are_those_of_the_counterparts(graph: Graph) -> None:
    (scene,) = agency(graph, CHOICE).scenes
    (pairs,) = alignment(graph, CHOICE).scenes
    gaps = {mark.about[0] for mark in scene.marks if mark.kind == "gap"}
    assert gaps
    assert gaps <= {mark.key for mark in pairs.marks if mark.kind == "uncovered"}


def test_an_agency_and_its_brief_speak_of_the_same_gaps(graph: Graph) -> None:
    for key in ("福州市市场监督管理局（知识产权局）", "福州市科学技术局", "福州市公安局"):
        body = next(node for node in graph.nodes if node.key == f"agency:{key}")
        (scene,) = agency(graph, Choice(as_of=AS_OF, agency=body.key)).scenes
        drawn = [(mark.about[0],) for mark in scene.marks if mark.kind.startswith("gap")]
        parts = [p for p in gap_parts(graph, body, frozenset(), AS_OF) if p.key == "gaps"]
        told = [row["upper_keys"] for part in parts for row in part.rows]
        assert drawn == told
        assert (f"可承接的上级任务 {len(told)} 项" in scene.finding.zh) == bool(told)


def test_rows_stand_by_leads_then_weighted_workload_then_name(graph: Graph) -> None:
    city, _ = responsibility(graph, CHOICE).scenes
    names = [str(mark.label) for mark in city.marks if mark.kind == "agency"]
    order = [names.index(f"福州市{name}") for name in ("科学技术局", "地方金融监督管理局")]
    assert order == [2, 3]  # two leads alone and 11 assists weigh more than two joint leads
    assert names.index("福州市林业局") < names.index("榕城海关")
    assert any("再按加权任务量" in note.zh for note in city.notes)


def test_a_name_that_is_cut_is_whole_in_its_hint(graph: Graph) -> None:
    for scene in responsibility(graph, CHOICE).scenes:
        for mark in (m for m in scene.marks if m.kind == "agency"):
            assert str(mark.hint) == ("" if "…" not in str(mark.label) else mark.key[7:])


def test_document_marks_what_is_damaged_or_missing(graph: Graph) -> None:
    city, province = document(graph, CHOICE).scenes
    assert kinds(city) == {"section": 7, "task": 22, "fine": 60}
    assert kinds(province) == {"section": 8, "task": 24, "fine": 20, "damaged": 12}
    assert "受损或存疑 12 条；没有单位 2 条；全文没有写明牵头单位" in province.finding.zh
    assert "责任单位（未分牵头）" in words(province)
    assert "牵头单位" in words(city)
    assert sum("nobody" in mark.also for mark in province.marks) == 2


def test_deadlines_show_the_cliff(graph: Graph) -> None:
    city, province = deadlines(graph, CHOICE).scenes
    assert "2025-06 到期 54 条，占 90%" in city.finding.zh
    assert {"54", "43", "2022年12月"} <= set(words(city))
    assert kinds(city)["expired"] == 65
    assert kinds(province)["none?"] == 30
    assert "整条未写时限 32 条；另有 1 条分句时限（最早 2025-12）" in province.finding.zh
    assert kinds(province)["clause-expired?"] == 1
    (clause,) = (mark for mark in province.marks if mark.kind.startswith("clause"))
    assert "2025年底前" in str(clause.hint)
    early = deadlines(graph, Choice(as_of=date(2025, 1, 1))).scenes[1]
    assert kinds(early)["clause?"] == 1


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 15), "截至 2026-01-15"),
        (date(2040, 1, 1), "截至 2040-01-01 →"),
        (date(2010, 1, 1), "← 截至 2010-01-01"),
    ],
)
def test_the_day_is_on_the_axis_or_named_at_its_end(day: date, name: str, graph: Graph) -> None:
    city = deadlines(graph, Choice(as_of=day)).scenes[0]
    (line,) = (d for d in city.drawings if isinstance(d, Rule) and d.name)
    assert str(line.name) == name
    assert line.dashed == ("→" in name or "←" in name)
    lanes = [d for d in city.drawings if isinstance(d, Band)]
    assert 0 <= line.x <= max(band.x + band.width for band in lanes)


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_sound(name: str, graph: Graph) -> None:
    view = VIEWS[name].make(graph, CHOICE)
    records = {record.key for record in view.records}
    assert len(records) == len(view.records)
    for scene in view.scenes:
        marks = {mark.key for mark in scene.marks}
        facets = {facet.key: set(facet.values) for facet in scene.facets}
        assert len(marks) == len(scene.marks)
        assert {mark.kind for mark in scene.marks} <= {kind.key for kind in scene.kinds}
        assert {k for mark in scene.marks for k in mark.about} <= records
        assert {k for row in scene.table.rows for k in row.about} <= records
        assert all({link.source, link.target} <= marks for link in scene.links)
        assert all(len(row.cells) == len(scene.table.columns) for row in scene.table.rows)
        for mark in scene.marks:
            assert all(
                set(held) <= facets[facet]
                for facet, held in mark.values.items()
                if name != "alignment" or facet != "agency"
            )
    for record in view.records:
        listed = [item for group in record.groups for item in group.items]
        assert all(item.words or item.record in records for item in listed)
        assert record.label.zh != record.label.en


@pytest.mark.parametrize("name", VIEWS)
def test_a_chosen_document_alone_is_drawn(name: str, graph: Graph) -> None:
    view = VIEWS[name].make(graph, Choice(frozenset({CITY}), AS_OF))
    assert [source.key for source in view.sources] == [CITY]
    assert len(view.scenes) == 1


def test_the_stamp_tells_graphs_apart(graph: Graph) -> None:
    assert stamp(graph) == stamp(Graph(graph.nodes, graph.edges))
    assert stamp(graph) != stamp(Graph(graph.nodes[:-1], graph.edges))


def test_a_query_chooses_the_measures(graph: Graph) -> None:
    key = f"{CITY}/三/9#1"
    result = QueryResult(("m",), ((key,),), truncated=False, elapsed_s=0)
    found = excerpt(graph, result)
    assert [n.key for n in found.nodes if n.label == "Measure"] == [key]
    assert {n.label for n in found.nodes} >= {"Document", "Section", "Task", "Agency", "Deadline"}
    (scene,) = responsibility(found, CHOICE).scenes
    assert kinds(scene)["lead"] == 1


def test_agencies_and_roles_of_a_query_are_all_that_is_kept(graph: Graph) -> None:
    lead = next(e for e in graph.edges if e.type == "LEADS" and e.src.endswith("科学技术局"))
    node = next(n for n in graph.nodes if n.key == lead.src)
    of_agency = excerpt(graph, QueryResult(("a",), ((node,),), truncated=False, elapsed_s=0))
    measures = [n for n in of_agency.nodes if n.label == "Measure"]
    roles = {e.src for e in of_agency.edges if e.type in {"LEADS", "ASSISTS"}}
    assert len(measures) == 13
    assert roles == {node.key}
    of_role = excerpt(graph, QueryResult(("r",), ((lead,),), truncated=False, elapsed_s=0))
    assert [e for e in of_role.edges if e.type in {"LEADS", "ASSISTS"}] == [lead]


def test_a_query_never_shows_a_gap_that_is_none(graph: Graph) -> None:
    (whole,) = alignment(graph, CHOICE).scenes
    states = {mark.key: mark.kind for mark in whole.marks}
    for lower in ("三/9#1", "五/16#1", "一/2#1"):
        result = QueryResult(("m",), ((f"{CITY}/{lower}",),), truncated=False, elapsed_s=0)
        for scene in alignment(excerpt(graph, result, aligned=True), CHOICE).scenes:
            assert all(states[mark.key] == mark.kind for mark in scene.marks)
        found = agency(excerpt(graph, result), CHOICE)
        assert all(kinds(scene)["gap"] == 0 for scene in found.scenes)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON"),
        ("闽知发〔2025〕14号", "闽知发-2025-14号"),
        ("知" * 200, "知" * 40),
        ("///", ""),
    ],
)
def test_a_name_is_safe_for_any_system(text: str, safe: str) -> None:
    assert slug(text) == safe


def test_a_file_is_named_after_view_and_document(graph: Graph) -> None:
    assert file_name(responsibility(graph, CHOICE)) == "responsibility.html"
    only = Choice(frozenset({PROVINCE}), AS_OF)
    assert file_name(responsibility(graph, only)) == "responsibility-闽知发-2025-14号.html"
    assert file_name(agency(graph, CHOICE)).startswith("agency-福州市市场监督管理局")
