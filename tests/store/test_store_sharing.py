"""Nodes and edges that several documents share, and keys that they must not: on every store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import SchemaError
from kg.model import Contribution, Node
from kg.store import Findings, Store
from kg.wording import Language
from tests.store.contributions import (
    CITY,
    COUNTIES,
    FINANCE,
    MARKET,
    PROVINCE,
    agency,
    document,
    expected,
)


def with_agency(contribution: Contribution, other: Node) -> Contribution:
    """Return a contribution in which a shared node is described otherwise."""
    nodes = tuple(other if n.key == other.key else n for n in contribution.shared_nodes)
    return replace(contribution, shared_nodes=nodes)


def test_the_last_description_of_a_shared_node_counts_for_all(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE)
    other = agency(MARKET, level="province")
    store.write(city)
    assert store.write(with_agency(province, other))
    assert store.node(other.key) == other
    assert store.graph() == expected(with_agency(city, other), with_agency(province, other))
    assert not store.write(with_agency(province, other))
    store.delete_document(PROVINCE)
    assert store.graph() == expected(with_agency(city, other))


def test_after_a_write_the_store_holds_exactly_what_was_written(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE)
    other = agency(MARKET, level="province")
    store.write(city)
    store.write(with_agency(province, other))
    assert store.write(city)
    assert store.graph([CITY]) == expected(city)
    assert store.graph() == expected(city, province)
    assert not store.write(city)


def test_a_renamed_shared_node_is_found_by_its_new_name_alone(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE)
    renamed = replace(agency(FINANCE), props={"name": "地方金融管理局", "is_collective": False})
    store.write(city)
    assert store.write(with_agency(province, renamed))
    assert store.find("地方金融").nodes == (renamed,)
    assert store.find(FINANCE) == Findings((), ())
    store.delete_document(PROVINCE)
    assert store.find("地方金融").nodes == (renamed,)


def test_the_last_description_of_a_shared_edge_counts_for_all(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE)
    edge = replace(province.shared_edges[0], props={"basis": "inferred"})
    changed = replace(province, shared_edges=(edge, *province.shared_edges[1:]))
    store.write(city)
    assert store.write(changed)
    assert edge in store.edges_of(edge.src)
    assert not store.write(changed)
    assert store.write(city)
    assert store.graph() == expected(city, province)


def test_a_shared_key_has_one_label(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE)
    other = Node(agency(COUNTIES).key, "Region", {"name": COUNTIES})
    store.write(city)
    with pytest.raises(SchemaError) as refusal:
        store.write(replace(with_agency(province, other), shared_edges=()))
    assert f"一个键有两种标签：{other.key}" in str(refusal.value)
    assert f"one key has two labels: {other.key}" in refusal.value.into(Language.EN)
    assert f"{PROVINCE} and {CITY}" in refusal.value.into(Language.EN)
    assert "Agency ≠ Region" in str(refusal.value)
    assert store.graph() == expected(city)


def test_the_only_user_of_a_shared_node_may_change_it(store: Store) -> None:
    city = document(CITY)
    other = agency(MARKET, level="city")
    nodes = tuple(other if n.key == other.key else n for n in city.shared_nodes)
    store.write(city)
    assert store.write(replace(city, shared_nodes=nodes))
    assert store.node(other.key) == other


@pytest.mark.parametrize("shared", [False, True], ids=["owned", "shared"])
def test_a_key_of_another_document_is_refused(store: Store, shared: bool) -> None:
    city, province = document(CITY), document(PROVINCE)
    store.write(city)
    taken = f"{CITY}#1.1"
    if shared:
        thief = replace(province, shared_nodes=(*province.shared_nodes, Node(
            taken, "Agency", {"name": "某局", "is_collective": False})))  # fmt: skip
    else:
        thief = replace(province, nodes=(*province.nodes, Node(
            taken, "Target", {"document_key": PROVINCE, "number": 1})))  # fmt: skip
    with pytest.raises(SchemaError) as refusal:
        store.write(thief)
    assert f"两个文件共用一个键：{taken}" in str(refusal.value)
    assert f"two documents use one key: {taken}" in refusal.value.into(Language.EN)
    assert CITY in str(refusal.value)
    assert PROVINCE in str(refusal.value)
    assert store.graph() == expected(city)


def test_an_own_key_that_is_shared_elsewhere_is_refused(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE)
    store.write(city)
    thief = Node(agency(MARKET).key, "Target", {"document_key": PROVINCE, "number": 1})
    with pytest.raises(SchemaError, match="两个文件共用一个键"):
        store.write(Contribution(PROVINCE, (province.nodes[0], thief), (), (), (), province.lines))
    assert store.graph() == expected(city)
