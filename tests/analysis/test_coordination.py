"""The coordination report: pairs, groups, bridges, and what falls apart."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.analysis.network import communities as module
from kg.analysis.network.bridges import participation
from kg.analysis.network.circle import Scope
from kg.analysis.network.cohesion import cohesion
from kg.analysis.network.communities import communities, modularity
from kg.analysis.network.coordination import coordination
from kg.analysis.report import Part, Report
from kg.model import Graph
from kg.store.base import Store
from kg.wording import Language
from tests.analysis.golden import check, part_of
from tests.analysis.networks import KEY, NAMES, Rows, graph_of, network_of, rows_of_bodies
from tests.analysis.sample import CITY, COUNTIES, COURT, LIST, MARKET, SCIENCE, agency_key

SECTIONS = (3, 3, 1)


@pytest.fixture
def report() -> Report:
    return coordination(graph_of(sections=SECTIONS))


def notes(part: Part, language: Language = Language.ZH) -> str:
    return "\n".join(note.into(language) for note in part.notes)


def test_pairs_say_how_many_who_leads_and_about_what(report: Report) -> None:
    rows = part_of(report, KEY).rows
    assert [(r["agency"], r["partner"], r["measures"]) for r in rows] == [
        ("丁局", "戊局", 3),
        ("乙局", "丙局", 3),
        ("丁局", "甲局", 2),
        ("甲局", "丙局", 2),
        ("甲局", "乙局", 2),
        ("甲局", "戊局", 2),
    ]
    first = rows[0]
    assert (first["agency_leads"], first["partner_leads"]) == (2, 0)
    assert first["sections"] == ("2",)
    assert str(first["about"]) == "2 任务2"
    assert first["measure_keys"] == tuple(f"{KEY}/2/1#{n}" for n in (4, 5, 6))
    assert first["task_keys"] == (f"{KEY}/2/1",)
    assert first["agency_keys"] == ("agency:丁局", "agency:戊局")
    assert first["closeness"] == pytest.approx(1 / 2 + 1 + 1 / 2)


def test_the_one_that_leads_more_stands_first() -> None:
    (row,) = part_of(coordination(graph_of([(1, 0), (1, 0), (0, 1)], "甲乙")), KEY).rows
    assert (row["agency"], row["agency_leads"], row["partner_leads"]) == ("乙", 2, 1)
    assert (row["sections"], row["about"], row["task_keys"]) == (None, None, ())


def test_many_tasks_are_counted_and_their_keys_given() -> None:
    graph = graph_of([(0, 1)] * 5, "甲乙", sections=(1, 2, 1, 1))
    (row,) = part_of(coordination(graph), KEY).rows
    assert str(row["about"]) == "2 任务2；1 任务1；另 2 项"
    assert isinstance(row["task_keys"], tuple)
    assert len(row["task_keys"]) == 4


def test_partners_of_one_body_stand_behind_it() -> None:
    report = coordination(graph_of(sections=SECTIONS), Scope(agency="agency:戊局"))
    assert [part.key for part in report.parts] == [KEY]
    rows = report.parts[0].rows
    assert [(r["agency"], r["partner"], r["measures"]) for r in rows] == [
        ("戊局", "丁局", 3),
        ("戊局", "甲局", 2),
    ]
    assert [r["partner_leads"] for r in rows] == [2, 1]


def test_a_body_without_partners_or_without_a_role_is_told() -> None:
    graph = graph_of()
    alone = coordination(graph, Scope(agency="agency:癸局")).parts[0]
    assert alone.rows == ()
    assert "癸局与计入的单位没有共同举措" in notes(alone)
    assert "癸局 shares no measure" in notes(alone, Language.EN)
    strange = coordination(graph, Scope(agency="agency:别处")).parts[0]
    assert "所问单位在本文件中没有列名" in notes(strange)
    assert "is not named here" in notes(strange, Language.EN)


def test_a_collective_that_is_asked_about_is_counted(store: Store) -> None:
    part = part_of(coordination(store.graph(), Scope(agency=agency_key(COUNTIES))), CITY)
    assert [row["partner"] for row in part.rows] == [MARKET, SCIENCE]
    assert "统称" not in notes(part)


def test_groups_of_bodies_that_work_together(report: Report) -> None:
    part = part_of(report, f"{KEY}!communities")
    members = [set(row["members"]) for row in part.rows if isinstance(row["members"], tuple)]
    assert {"丁局", "戊局"} <= members[0] or {"丁局", "戊局"} <= members[1]
    assert sorted(map(len, members)) == [2, 3]
    assert "不属于任何群组的单位 1 个" in notes(part)
    assert "5 次中" in notes(part)
    assert sum(int(str(r["inner_pairs"])) for r in part.rows) == 4


def test_bridges_are_bodies_of_several_sections(report: Report) -> None:
    part = part_of(report, f"{KEY}!bridges")
    (row,) = part.rows
    assert (row["bridge"], row["section_count"], row["bridge_measures"]) == ("甲局", 2, 4)
    assert row["section_share"] == pytest.approx(2 / 3)
    assert row["section_titles"] == ("板块1", "板块2")
    assert row["community_count"] == 2
    assert row["participation"] == pytest.approx(1 / 2)
    assert "1 个，共 6 个单位；文件有板块 3 个" in notes(part)


def test_what_falls_apart_without_the_hub(report: Report) -> None:
    part = part_of(report, f"{KEY}!hub")
    found = [(str(r["without"]), r["pieces"], r["largest"], r["alone"]) for r in part.rows]
    assert found == [("（现状）", 2, 5, 1), ("甲局", 3, 2, 1)]
    assert part.rows[1]["apart"] == ("丙局", "乙局")
    assert "割点，1 个" in notes(part)


@settings(deadline=None, max_examples=60)
@given(rows_of_bodies())
def test_pieces_are_those_of_networkx(rows: Rows) -> None:
    network = network_of(rows)
    found = cohesion(network)
    graph = network.graph()
    for removal in found.removals:
        rest = graph.copy()
        rest.remove_nodes_from([] if removal.body is None else [removal.body])
        pieces = list(nx.connected_components(rest))
        assert removal.pieces == len(pieces)
        assert removal.largest == max(map(len, pieces), default=0)
        assert removal.alone == sum(len(piece) == 1 for piece in pieces)
    cutting = set(nx.articulation_points(graph))
    assert found.cutting == len(cutting)
    assert cutting <= {removal.body for removal in found.removals}


@settings(deadline=None, max_examples=60)
@given(rows_of_bodies())
def test_modularity_is_that_of_networkx(rows: Rows) -> None:
    network = network_of(rows)
    found = communities(network)
    partition = (*found.groups, *((body,) for body in found.single))
    assert sorted(b for group in partition for b in group) == list(range(len(network.bodies)))
    if network.pairs:
        expected = nx.community.modularity(network.graph(), list(map(set, partition)))
        assert found.modularity == pytest.approx(expected, abs=1e-9)
        assert modularity(network.graph(), partition) == found.modularity
    else:
        assert (found.groups, found.modularity) == ((), None)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_input_makes_no_difference(report: Report, seed: int) -> None:
    graph = graph_of(sections=SECTIONS)
    nodes, edges = list(graph.nodes), list(graph.edges)
    chance = Random(seed)  # noqa: S311 - no secret
    chance.shuffle(nodes)
    chance.shuffle(edges)
    assert coordination(Graph(tuple(nodes), tuple(edges))).parts == report.parts


def test_of_too_many_pairs_groups_look_at_the_closer_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    part = part_of(coordination(graph_of(sections=SECTIONS)), f"{KEY}!communities")
    assert "分组只看共同举措不少于 3 条的" in notes(part)
    assert [row["bodies"] for row in part.rows] == [2, 2]
    monkeypatch.setattr(module, "_MOST", 1)
    none = part_of(coordination(graph_of(sections=SECTIONS)), f"{KEY}!communities")
    assert none.rows == ()
    assert "没有可分组的单位对" in notes(none)


def test_participation_is_none_without_ties() -> None:
    assert participation([]) is None
    assert participation([1, 1, 1, 1]) == pytest.approx(0.75)


def test_inferred_roles_stand_apart(store: Store) -> None:
    plain = coordination(store.graph(), Scope(frozenset({LIST})))
    assert [(part.key, part.rows) for part in plain.parts] == [(LIST, ())]
    shown = coordination(store.graph(), Scope(frozenset({LIST}), inferred=True))
    assert [part.key for part in shown.parts] == [
        LIST,
        *(f"{LIST}!inferred{name}" for name in ("", "!communities", "!bridges", "!hub")),
    ]
    assert shown.parts[1].rows[0]["measures"] == 1


def test_the_more_tables_the_fewer_rows_where_nobody_says_how_many() -> None:
    assert [Scope(tables=n).rows for n in (1, 20, 200, 100_000)] == [1_000, 1_000, 100, 10]
    assert Scope(tables=100_000, top=77).rows == 77
    long = part_of(coordination(graph_of([range(60)], ())), KEY)
    assert len(long.rows) == 1_000
    assert "只列前 1000 行，共 1770 行；以上数字为全部，--top N 可列更多" in notes(long)


def test_a_court_without_partners_is_in_no_pair(store: Store) -> None:
    rows = part_of(coordination(store.graph()), CITY).rows
    assert COURT not in {str(row[name]) for row in rows for name in ("agency", "partner")}


def test_an_empty_store_gives_a_report_that_says_so() -> None:
    report = coordination(Graph((), ()))
    assert report.parts == ()
    assert [str(n) for n in report.notes] == ["库中没有文件"]


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(language: Language) -> None:
    graph = graph_of(sections=SECTIONS, scopes={5: "blanket"}, collectives=frozenset({1}))
    assert len(NAMES) == 6
    check("coordination", coordination(graph), language)
