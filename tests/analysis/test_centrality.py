"""The centrality report: against another library, by hand, and by its own words."""

from __future__ import annotations

from random import Random

import pytest
import rustworkx as rx
from hypothesis import given, settings

from kg.analysis.network import betweenness as method
from kg.analysis.network import centrality as module
from kg.analysis.network.betweenness import betweenness
from kg.analysis.network.centrality import centrality
from kg.analysis.network.circle import Scope
from kg.analysis.network.network import Network
from kg.analysis.network.pagerank import DAMPING, pagerank
from kg.analysis.report import Part
from kg.store.base import Store
from kg.wording import Language
from tests.analysis.golden import check, defined, part_of, rows_of
from tests.analysis.networks import KEY, Rows, graph_of, network_of, rows_of_bodies
from tests.analysis.sample import CITY, LIST

EXACT = 1e-9
CHANCE = Random(2025)  # noqa: S311 - no secret
BIG: Rows = [
    (n % 200, *CHANCE.sample([b for b in range(200) if b != n % 200], 1 + n % 2))
    for n in range(260)
]


def other(network: Network) -> rx.PyGraph[int, float]:
    """Return the network as rustworkx has it."""
    graph: rx.PyGraph[int, float] = rx.PyGraph()
    graph.add_nodes_from(list(range(len(network.bodies))))
    graph.add_edges_from(
        [
            (i, j, float(weight))
            for i, partners in enumerate(network.shared)
            for j, weight in partners.items()
            if i < j
        ]
    )
    return graph


def ranks(network: Network) -> list[float]:
    """Return the PageRank that rustworkx gives; a body alone starts anew anywhere."""
    graph = other(network).to_directed()
    found = rx.pagerank(graph, alpha=DAMPING, weight_fn=float, tol=1e-14, max_iter=10_000)
    return [found[body] for body in range(len(network.bodies))]


def notes(part: Part, language: Language = Language.ZH) -> str:
    return "\n".join(note.into(language) for note in part.notes)


def assert_same_as_rustworkx(network: Network) -> None:
    found, walk = betweenness(network), pagerank(network)
    assert found.errors is None
    assert walk is not None
    assert walk == pytest.approx(pagerank(network, by_hand=-1), abs=EXACT)
    expected = rx.betweenness_centrality(other(network), normalized=True)
    assert list(found.values) == pytest.approx(
        [expected[body] for body in range(len(network.bodies))], abs=EXACT
    )
    assert list(walk) == pytest.approx(ranks(network) if network.bodies else [], abs=EXACT)
    degrees = [other(network).degree(body) for body in range(len(network.bodies))]
    assert [len(partners) for partners in network.shared] == degrees


@settings(deadline=None, max_examples=50)
@given(rows_of_bodies())
def test_figures_are_those_of_rustworkx(rows: Rows) -> None:
    assert_same_as_rustworkx(network_of(rows))


def test_figures_of_a_larger_network_are_those_of_rustworkx() -> None:
    assert_same_as_rustworkx(network_of(BIG))


@settings(deadline=None, max_examples=50)
@given(rows_of_bodies())
def test_ways_followed_from_every_body_together_are_exact(rows: Rows) -> None:
    network = network_of(rows)
    whole = betweenness(network, exact=-1, by_networkx=-1)
    assert whole.errors is None
    assert whole.values == pytest.approx(betweenness(network).values, abs=EXACT)


def test_a_sample_is_the_same_each_time_and_says_its_size() -> None:
    network = network_of(BIG)
    sampled = betweenness(network, exact=-1, sample=60, by_networkx=-1)
    assert sampled == betweenness(network, exact=-1, sample=60, by_networkx=-1)
    assert sampled.starts == 60
    assert sampled.errors is not None


def test_the_error_of_a_sample_is_the_one_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    network = network_of(BIG)
    exact = betweenness(network).values
    off, said = [0.0] * len(exact), [0.0] * len(exact)
    samples = 60
    for seed in range(samples):
        monkeypatch.setattr(method, "SEED", seed)
        found = betweenness(network, exact=-1, sample=60, by_networkx=-1)
        for body, (value, error) in enumerate(zip(found.values, found.errors or (), strict=True)):
            off[body] += (value - exact[body]) ** 2 / samples
            said[body] += error**2 / samples
    ranked = sorted(range(len(exact)), key=lambda body: -exact[body])[: len(exact) // 2]
    assert [(said[b] / off[b]) ** 0.5 for b in ranked] == pytest.approx([1] * len(ranked), abs=0.4)
    assert sum(said[b] for b in ranked) == pytest.approx(sum(off[b] for b in ranked), rel=0.1)


def test_a_chain_by_hand() -> None:
    part = part_of(centrality(graph_of([(0, 1), (1, 2), (2, 1)], "甲乙丙")), KEY)
    rows = rows_of(part, "agency")
    figures = {
        name: (r["degree"], r["weighted_degree"], r["betweenness"]) for name, r in rows.items()
    }
    assert figures == {"甲": (1, 1, 0.0), "乙": (2, 3, 1.0), "丙": (1, 2, 0.0)}
    assert [row["agency"] for row in part.rows] == ["乙", "丙", "甲"]
    assert rows["乙"]["degree_centrality"] == 1.0
    assert rows["乙"]["joint_measures"] == 3
    assert sum(float(str(row["pagerank"])) for row in part.rows) == pytest.approx(1)


def test_one_body_alone_has_no_share_of_others() -> None:
    (row,) = part_of(centrality(graph_of([(0,)])), KEY).rows
    assert (row["degree"], row["degree_centrality"], row["betweenness"]) == (0, None, 0.0)
    assert row["pagerank"] == 1.0


def test_what_does_not_converge_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    network = network_of(BIG)
    assert pagerank(network, iterations=1) is None
    assert pagerank(network, iterations=1, by_hand=-1) is None
    monkeypatch.setattr(module, "pagerank", lambda found: pagerank(found, iterations=1))
    part = part_of(centrality(graph_of(BIG)), KEY)
    assert {row["pagerank"] for row in part.rows} == {None}
    assert all(row["betweenness"] is not None for row in part.rows)
    assert "PageRank 在 1000 次迭代内没有收敛，不列" in notes(part)
    assert "PageRank did not converge within 1000 iterations" in notes(part, Language.EN)


def test_an_estimate_says_its_sample_and_has_an_error_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        module, "betweenness", lambda found, _: betweenness(found, -1, 20, by_networkx=-1)
    )
    report = centrality(graph_of(BIG))
    part = part_of(report, KEY)
    assert "随机取 20 个为起点（种子 2025）" in notes(part)
    assert "sample of 20 of 200 bodies (seed 2025)" in notes(part, Language.EN)
    assert any(float(str(row["betweenness_error"])) > 0 for row in part.rows)
    defined(report)


def test_rows_are_cut_with_a_word() -> None:
    part = part_of(centrality(graph_of(BIG), Scope(top=3)), KEY)
    assert len(part.rows) == 3
    assert "只列前 3 行，共 200 行" in notes(part)


def test_collectives_and_blanket_bodies_are_named_in_the_head(store: Store) -> None:
    part = part_of(centrality(store.graph()), CITY)
    assert "统称 1 个未计入" in notes(part)
    assert "几乎每条都列名的单位 1 个未计入" in notes(part)
    whole = part_of(centrality(store.graph(), Scope(collectives=True, blanket=True)), CITY)
    assert len(whole.rows) == len(part.rows) + 2


def test_inferred_roles_stand_apart(store: Store) -> None:
    plain = centrality(store.graph(), Scope(frozenset({LIST})))
    assert [part.key for part in plain.parts] == [LIST]
    assert plain.parts[0].rows == ()
    assert "推断的角色 2 项次（原文只列责任单位）未计，用 --inferred 另列" in notes(plain.parts[0])
    shown = centrality(store.graph(), Scope(frozenset({LIST}), inferred=True))
    assert [part.key for part in shown.parts] == [LIST, f"{LIST}!inferred"]
    assert len(shown.parts[1].rows) == 2
    assert str(shown.parts[1].title).endswith("推断的角色")
    assert "依据：推断" in notes(shown.parts[1])


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(store: Store, language: Language) -> None:
    check("centrality", centrality(store.graph(), Scope(inferred=True)), language)
