"""The network of bodies, and a store's graph as networkx has it."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.analysis.ledger import ledgers
from kg.analysis.network import network as module
from kg.analysis.network.network import closeness, multigraph, network
from kg.analysis.participants import participants
from kg.model import Basis, Edge, Graph, Node
from kg.store.base import Store
from tests.analysis.networks import ROWS, Rows, graph_of, network_of, rows_of_bodies
from tests.analysis.sample import CITY, COUNTIES, COURT, MARKET, SCIENCE, ZONE


def names(of: Graph, **counted: bool) -> list[str]:
    options = {"collectives": False, "blanket": False} | counted
    ledger = next(one for one in ledgers(of) if one.document.key == CITY)
    found = network(participants(ledger, **options).counted, Basis.EXPLICIT)
    return [body.name for body in found.bodies]


def by_pair(found: module.Network) -> dict[tuple[str, str], int]:
    return {
        (found.name(i), found.name(j)): weight
        for i, partners in enumerate(found.shared)
        for j, weight in partners.items()
    }


def test_bodies_are_joined_by_the_measures_they_share() -> None:
    found = network_of()
    pairs = by_pair(found)
    assert pairs["甲局", "乙局"] == pairs["乙局", "甲局"] == 2
    assert pairs["乙局", "丙局"] == 3
    assert ("乙局", "丁局") not in pairs
    assert found.pairs == 6
    assert [body.name for body in found.bodies if body.name == "癸局"] == ["癸局"]


@settings(deadline=None)
@given(rows_of_bodies())
def test_the_projection_is_that_of_counting_every_pair(rows: Rows) -> None:
    expected = Counter(
        pair for row in rows for pair in combinations(sorted(f"agency:第{b}局" for b in row), 2)
    )
    (ledger,) = ledgers(graph_of(rows, names=()))
    found = network(ledger.tallies, Basis.EXPLICIT)
    keys = [body.agency.key for body in found.bodies]
    assert {
        tuple(sorted((keys[i], keys[j]))): weight
        for i, partners in enumerate(found.shared)
        for j, weight in partners.items()
    } == expected
    assert all(list(partners) == sorted(partners) for partners in found.shared)


@settings(deadline=None)
@given(rows_of_bodies())
def test_the_sparse_product_gives_the_same(rows: Rows) -> None:
    plain = network_of(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BY_HAND", -1)
        assert network_of(rows) == plain


@settings(deadline=None)
@given(rows_of_bodies())
def test_the_order_of_edges_makes_no_difference(rows: Rows) -> None:
    graph = graph_of(rows)
    (turned,) = ledgers(Graph(graph.nodes[::-1], graph.edges[::-1]))
    assert network(turned.tallies, Basis.EXPLICIT).shared == network_of(rows).shared


def test_a_body_in_every_row_costs_no_square_and_a_long_cell_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hub = [(0, 1 + row % 50) for row in range(2_000)]
    found = network_of([*hub, tuple(range(500)), ()])
    assert len(found.bodies) == 500
    assert found.pairs == 500 * 499 // 2
    (number,) = [n for n, body in enumerate(found.bodies) if body.name == "甲局"]
    assert sum(found.shared[number].values()) == 2_000 + 499


@settings(deadline=None)
@given(rows_of_bodies())
def test_closeness_over_all_partners_is_the_measures_shared_with_anybody(rows: Rows) -> None:
    found = network_of(rows)
    crowd = found.crowd()
    for body, partners in enumerate(found.shared):
        total = sum(closeness(found.common(body, partner), crowd) for partner in partners)
        assert total == pytest.approx(sum(crowd[key] > 1 for key in found.held[body]))


def test_collectives_and_blanket_bodies_are_counted_on_demand(store: Store) -> None:
    graph = store.graph()
    plain = sorted([MARKET, SCIENCE, COURT])
    assert names(graph) == plain
    assert names(graph, collectives=True) == sorted([*plain, COUNTIES])
    assert names(graph, blanket=True) == sorted([*plain, ZONE])


def test_roles_of_the_other_basis_are_no_part_of_it() -> None:
    (ledger,) = ledgers(graph_of(ROWS, basis="inferred"))
    assert network(ledger.tallies, Basis.EXPLICIT).bodies == ()
    assert network(ledger.tallies, Basis.INFERRED).pairs == 6


def test_as_networkx_has_it() -> None:
    graph = network_of().graph()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (6, 6)
    assert not any(nx.selfloop_edges(graph))
    assert network_of().graph(least=3).number_of_edges() == 2


def test_a_whole_graph_keeps_labels_types_and_properties(store: Store) -> None:
    graph = store.graph()
    whole = multigraph(graph)
    assert isinstance(whole, nx.MultiDiGraph)
    assert whole.number_of_nodes() == len(graph.nodes)
    assert whole.number_of_edges() == len(graph.edges)
    assert whole.nodes[CITY]["label"] == "Document"
    assert whole.nodes[CITY]["doc_no"] == CITY
    kinds = Counter(str(data["type"]) for *_, data in whole.edges(data=True))
    assert kinds == Counter(edge.type for edge in graph.edges)


def test_edges_of_one_text_and_properties_of_the_same_name_are_kept_apart() -> None:
    ends = ("甲#1", "industry:光电产业")
    spans = [Edge(ends[0], "CONCERNS", ends[1], {"start": s, "type": "词"}) for s in (2, 26)]
    nodes = (Node(ends[0], "Measure", {"label": "举"}), Node(ends[1], "Industry"))
    whole = multigraph(Graph(nodes, tuple(spans)))
    assert sorted(whole[ends[0]][ends[1]]) == ["CONCERNS@2", "CONCERNS@26"]
    assert whole.nodes[ends[0]] == {"label": "Measure", "prop_label": "举"}
    assert whole.edges[(*ends, "CONCERNS@2")] == {"start": 2, "type": "CONCERNS", "prop_type": "词"}
