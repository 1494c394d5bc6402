"""Which alignments a view counts, and how those that people judged are told apart."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.analysis.gaps.coverage import ACCEPTED, COUNTED, coverages
from kg.analysis.gaps.coverage import State as Cover
from kg.model import Graph
from kg.views.agency import agency
from kg.views.alignment import alignment
from kg.views.choice import Choice
from kg.views.responsibility import responsibility
from kg.views.scene import Scene, Shape
from tests.views.conftest import AS_OF
from tests.views.recorded import judged

CHOICE = Choice(as_of=AS_OF)
STRICT = Choice(as_of=AS_OF, states=ACCEPTED)
NOT_COUNTED = {"rejected", "unsure", "suggested", "stale", "accepted"}


@pytest.fixture(scope="module")
def reviewed(graph: Graph) -> Graph:
    return judged(graph)


def curves(scene: Scene) -> Counter[str]:
    return Counter(link.kind for link in scene.links)


def test_unreviewed_pairs_look_as_suggested_ones(graph: Graph) -> None:
    (scene,) = alignment(graph, CHOICE).scenes
    assert set(curves(scene)) == {"link-covered", "link-partly"}


def test_accepted_pairs_have_a_look_of_their_own(reviewed: Graph) -> None:
    (scene,) = alignment(reviewed, CHOICE).scenes
    found = curves(scene)
    assert found["accepted-covered"] > 0
    assert found["accepted-partly"] > 0
    kinds = {kind.key: kind for kind in scene.kinds}
    widths = {
        key: max(link.width for link in scene.links if link.kind == key)
        for key in found.keys() - NOT_COUNTED
    }
    for grade in ("covered", "partly"):
        accepted, suggested = kinds[f"accepted-{grade}"], kinds[f"link-{grade}"]
        assert widths[f"accepted-{grade}"] > widths[f"link-{grade}"]
        assert accepted.size > suggested.size  # in the legend
        assert accepted.border != suggested.border
        assert not accepted.dashed
    assert kinds["accepted-covered"].name.zh == "承接，人工确认"


def test_what_is_rejected_or_doubted_is_drawn_only_when_asked_for(reviewed: Graph) -> None:
    (scene,) = alignment(reviewed, CHOICE).scenes
    off = {kind.key for kind in scene.kinds if kind.off}
    assert off == NOT_COUNTED
    assert all(kind.shape is Shape.LINE for kind in scene.kinds if kind.off)
    assert curves(scene)["rejected"] > 0
    assert curves(scene)["unsure"] > 0
    assert curves(scene)["suggested"] == 0
    assert "不计入：人工否定" in {kind.name.zh for kind in scene.kinds}


@pytest.mark.parametrize("states", [COUNTED, ACCEPTED])
def test_the_states_are_those_of_the_report(reviewed: Graph, states: frozenset[str]) -> None:
    (scene,) = alignment(reviewed, Choice(as_of=AS_OF, states=states)).scenes
    (coverage,) = coverages(reviewed, states)
    found = Counter(mark.kind for mark in scene.marks)
    assert all(found[state.value] == coverage.count(state) for state in Cover)
    own = {mark.key for mark in scene.marks if mark.kind.startswith("own")}
    assert own == {entry.key for entry in coverage.own}
    drawn = {link.about for link in scene.links if link.kind not in NOT_COUNTED}
    pairs = {f"{i.node.key}|{a.lower.key}" for i in coverage.items for a in i.counted}
    assert drawn == pairs


def test_with_accepted_ones_alone_nothing_else_counts(reviewed: Graph) -> None:
    (scene,) = alignment(reviewed, STRICT).scenes
    assert set(curves(scene)) - NOT_COUNTED == {"accepted-covered", "accepted-partly"}
    assert curves(scene)["suggested"] > 0
    assert curves(scene)["stale"] > 0
    rows = [row for row in scene.table.rows if "人工确认" in {str(cell) for cell in row.cells}]
    assert len(rows) == sum(n for kind, n in curves(scene).items() if kind not in NOT_COUNTED)
    assert not any("程序建议" in {str(cell) for cell in row.cells} for row in scene.table.rows)


def test_the_title_line_says_what_counts(reviewed: Graph) -> None:
    for make in (alignment, agency):
        assert make(reviewed, CHOICE).basis[0].zh == "计入人工确认、程序建议、判断已过期的对应"
        assert make(reviewed, STRICT).basis[0].zh == "只计人工确认的对应"
        assert make(reviewed, STRICT).basis[0].en == "only accepted alignments count"
    assert responsibility(reviewed, CHOICE).basis == ()


def test_what_an_agency_could_take_on_stays_open_where_less_counts(reviewed: Graph) -> None:
    def gaps(choice: Choice) -> set[str]:
        (scene,) = agency(reviewed, choice).scenes
        return {mark.key for mark in scene.marks if mark.kind == "gap"}

    assert gaps(CHOICE)
    assert gaps(CHOICE) <= gaps(STRICT)  # what nobody has judged yet is no gap, but cannot be told


def test_without_a_comparison_an_agency_speaks_of_none(graph: Graph) -> None:
    alone = Graph(
        graph.nodes,
        tuple(e for e in graph.edges if e.type not in {"ALIGNS_WITH", "COMPARED_WITH"}),
    )
    assert agency(alone, CHOICE).basis == ()


def test_every_mention_of_a_pair_says_what_people_think(reviewed: Graph) -> None:
    view = alignment(reviewed, CHOICE)
    (scene,) = view.scenes
    hints = {str(link.hint).rpartition("，")[2] for link in scene.links}
    assert hints == {"人工确认", "程序建议", "判断已过期", "人工存疑", "人工否定"}
    records = {record.key: record for record in view.records}
    assert all(link.about in records for link in scene.links)
    notes = {
        str(item.note).rpartition("，")[2]
        for record in view.records
        for group in record.groups
        if group.relation.zh in {"对应上级", "下级对应"}
        for item in group.items
    }
    assert notes == hints
