"""What every store does: one suite for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from kg.errors import SchemaError, StoreError
from kg.model import Contribution, Edge, Graph, Node, Place, Value
from kg.schema import SCHEMA_VERSION
from kg.store import Findings, LineHit, Store
from kg.wording import Language
from tests.store.contributions import (
    CITY,
    COUNTIES,
    FINANCE,
    MARKET,
    MEASURES,
    PROVINCE,
    agency,
    document,
    expected,
)


def test_an_empty_store_is_empty(store: Store) -> None:
    assert store.graph() == Graph((), ())
    assert store.documents() == ()
    assert (store.info().nodes, store.info().edges) == ({}, {})


def test_what_is_written_is_read_back(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE, MEASURES[:1], (MARKET,))
    assert store.write(city)
    assert store.write(province)
    assert store.graph() == expected(city, province)
    assert [node.key for node in store.documents()] == sorted([CITY, PROVINCE])


def test_a_store_opened_again_holds_the_same(opener: Callable[[], Store]) -> None:
    with opener() as first:
        first.write(document())
    with opener() as second:
        assert second.graph() == expected(document())
        assert not second.write(document())


def test_all_kinds_of_values_come_back(store: Store) -> None:
    target = Node("t", "Target", {"document_key": CITY, "number": 1.0, "unit": '"\\\n次'})
    exact = Node("u", "Target", {"document_key": CITY, "number": 2**63 - 1})
    small = Node("v", "Target", {"document_key": CITY, "number": -1.5e-300})
    city = document()
    city = replace(city, nodes=(*city.nodes, target, exact, small))
    store.write(city)
    for node in (target, exact, small):
        read = store.node(node.key)
        assert read == node
        assert type(read.props["number"]) is type(node.props["number"])
    collective = store.node(agency(COUNTIES).key)
    assert collective is not None
    assert collective.props["is_collective"] is True


def test_writing_the_same_again_changes_nothing(store: Store) -> None:
    city = document()
    shuffled = replace(
        city,
        nodes=city.nodes[::-1],
        edges=city.edges[::-1],
        shared_nodes=city.shared_nodes[::-1],
        shared_edges=city.shared_edges[::-1],
    )
    assert store.write(city)
    assert not store.write(city)
    assert not store.write(shuffled)
    assert store.graph() == expected(city)


@pytest.mark.parametrize(
    "changed",
    [
        document(title="任务分解表（修订）"),
        document(measures=MEASURES[:2]),
        document(agencies=(FINANCE, MARKET)),
        replace(document(), lines=(*document().lines, "")),
        replace(document(), lines=()),
        replace(document(), shared_edges=()),
    ],
    ids=["title", "measures", "roles", "empty line", "no lines", "shared edges"],
)
def test_a_changed_document_replaces_the_old_one_whole(store: Store, changed: Contribution) -> None:
    store.write(document())
    assert store.write(changed)
    assert store.graph() == expected(changed)
    lines = store.source_lines(CITY, Place(1, 99))
    assert [hit.text for hit in lines] == list(changed.lines)
    assert store.write(document())
    assert store.graph() == expected(document())


def test_a_new_document_leaves_the_others_alone(store: Store) -> None:
    province = document(PROVINCE, ("推进知识产权立法",))
    store.write(province)
    store.write(document(CITY))
    store.write(document(CITY, MEASURES[:1], (MARKET,)))
    assert store.graph([PROVINCE]) == expected(province)
    assert not store.write(province)


def test_a_withdrawn_document_leaves_nothing(store: Store) -> None:
    store.write(document())
    assert store.delete_document(CITY)
    assert store.graph() == Graph((), ())
    assert store.find("专利") == Findings((), ())
    assert store.find(MARKET) == Findings((), ())
    assert not store.delete_document(CITY)


def test_shared_nodes_live_as_long_as_a_document_uses_them(store: Store) -> None:
    city, province = document(CITY, agencies=(MARKET, FINANCE)), document(PROVINCE, (), (MARKET,))
    store.write(city)
    store.write(province)
    store.delete_document(CITY)
    assert store.graph() == expected(province)
    assert store.node(agency(FINANCE).key) is None
    assert store.find(FINANCE) == Findings((), ())
    assert store.find(MARKET).nodes == (agency(MARKET),)
    store.write(document(PROVINCE, (), (FINANCE,)))
    assert store.node(agency(MARKET).key) is None


def test_the_graph_does_not_depend_on_the_order_of_writing(opener: Callable[[], Store]) -> None:
    papers = (
        document(CITY),
        document(PROVINCE, MEASURES[1:], (FINANCE, "省委编办")),
        document("鼓政办〔2024〕3号", MEASURES[:1], ("省委编办", MARKET)),
    )
    seen = set()
    for order in permutations(papers):
        with opener() as store:
            for paper in papers:
                store.delete_document(paper.document_key)
            for paper in order:
                store.write(paper)
            graph = store.graph()
            assert graph == expected(*papers)
            seen.add(repr(graph) + repr(store.find("知识产权")))
    assert len(seen) == 1


def test_a_part_of_the_graph_is_what_its_documents_contribute(store: Store) -> None:
    city, province = document(CITY), document(PROVINCE, MEASURES[:1], (MARKET,))
    store.write(city)
    store.write(province)
    assert store.graph([CITY]) == expected(city)
    assert store.graph({PROVINCE}) == expected(province)
    assert store.graph([PROVINCE, CITY, CITY]) == store.graph()
    assert store.graph([]) == Graph((), ())
    assert store.graph(["没有这个文件"]) == Graph((), ())


@pytest.mark.parametrize("key", ["没有这个键", "", "\ud800", "\0", "'; DROP TABLE node; --"])
def test_unknown_keys_have_nothing(store: Store, key: str) -> None:
    store.write(document())
    assert store.node(key) is None
    assert store.edges_of(key) == ()
    assert store.nodes_at(key, 1) == ()
    assert store.source_lines(key, Place.at(1)) == ()
    assert not store.delete_document(key)
    assert store.graph([key]) == Graph((), ())
    assert store.contribution(key) is None
    assert store.graph() == expected(document())


def test_edges_of_a_node_come_from_both_sides_in_order(store: Store) -> None:
    city = document()
    store.write(city)
    for key in (f"{CITY}#1.1", agency(MARKET).key, agency(COUNTIES).key, CITY):
        touching = [e for e in (*city.edges, *city.shared_edges) if key in (e.src, e.dst)]
        assert touching
        assert store.edges_of(key) == tuple(sorted(touching, key=lambda e: e.id))


def test_an_edge_to_itself_and_edges_told_apart_by_their_start(store: Store) -> None:
    city = document()
    own: dict[str, Value] = {"document_key": CITY, "text": MARKET, "end": 9}
    measure, body = f"{CITY}#1.1", agency(MARKET).key
    loop = Edge(body, "COUNTERPART_OF", body, {"basis": "inferred"})
    mentions = tuple(Edge(measure, "MENTIONS", body, own | {"start": s}) for s in (10, 2))
    store.write(
        replace(city, edges=(*city.edges, *mentions), shared_edges=(*city.shared_edges, loop))
    )
    assert [e for e in store.edges_of(body) if e.type == "COUNTERPART_OF"] == [loop]
    found = [e.id[3] for e in store.edges_of(measure) if e.type == "MENTIONS"]
    assert found == [2, 10]


def test_nodes_at_a_line(store: Store) -> None:
    city = document()
    wide = Node("w", "Section", {"document_key": CITY, "title": "一", "seq": 1, "place": "L2-3:1"})
    store.write(replace(city, nodes=(*city.nodes, wide)))
    store.write(document(PROVINCE))
    keys = [[n.key for n in store.nodes_at(CITY, line)] for line in range(6)]
    assert keys == [
        [],
        [f"{CITY}#1"],
        ["w", f"{CITY}#1.1"],
        ["w", f"{CITY}#1.2"],
        [f"{CITY}#1.3"],
        [],
    ]
    assert store.nodes_at(CITY, 10**30) == store.nodes_at(CITY, -(10**30)) == ()


def test_source_lines_of_a_place(store: Store) -> None:
    store.write(document())
    store.write(document(PROVINCE, ("别的",)))
    assert store.source_lines(CITY, Place.at(2, 3)) == (LineHit(CITY, 2, MEASURES[0]),)
    assert [hit.line for hit in store.source_lines(CITY, Place(3, 99))] == [3, 4]
    assert store.source_lines(CITY, Place(5, 10**30)) == ()


def test_info_counts_and_names_the_store(store: Store) -> None:
    store.write(document())
    info = store.info()
    assert info.nodes == {"Agency": 3, "Document": 1, "Measure": 3, "Task": 1}
    assert info.edges == {
        "ASSISTS": 3, "HAS_MEASURE": 3, "HAS_TASK": 1, "LEADS": 3, "MEMBER_OF": 2,
    }  # fmt: skip
    assert info.schema_version == SCHEMA_VERSION
    assert info.kind
    assert info.address


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="存储已关闭") as refusal:
        store.graph()
    assert "the store is closed" in refusal.value.into(Language.EN)


def test_a_contribution_that_does_not_fit_the_schema_changes_nothing(store: Store) -> None:
    store.write(document())
    city = document(title="新的")
    with pytest.raises(SchemaError, match="Ministry"):
        store.write(replace(city, nodes=(*city.nodes, Node("m", "Ministry"))))
    assert store.graph() == expected(document())


UNFIT: dict[str, tuple[Node, str, str]] = {
    "surrogate": (
        Node("x", "Task", {"document_key": CITY, "seq": 1, "place": "L1", "title": "半\ud800"}),
        "文字中有空字符或半个代理对：title of x：'半\\\\ud800'",
        "text holds NUL or half a surrogate pair: title of x: '半\\ud800'",
    ),
    "nul": (
        Node("x", "Task", {"document_key": CITY, "seq": 1, "place": "L1", "title": "空\0"}),
        "title of x：'空\\\\x00'",
        "title of x: '空\\x00'",
    ),
    "key": (
        Node("x\ud800", "Target", {"document_key": CITY, "number": 1}),
        "key：'x\\\\ud800'",
        "key: 'x\\ud800'",
    ),
    "huge": (
        Node("x", "Target", {"document_key": CITY, "number": 2**63}),
        "整数超过 64 位：number of x",
        "integer beyond 64 bits: number of x",
    ),
    "nan": (
        Node("x", "Target", {"document_key": CITY, "number": float("nan")}),
        "不是数：number of x：nan",
        "not a number: number of x: nan",
    ),
    "infinity": (
        Node("x", "Target", {"document_key": CITY, "number": float("-inf")}),
        "不是数：number of x：-inf",
        "not a number: number of x: -inf",
    ),
    "place": (
        Node("x", "Task", {"document_key": CITY, "seq": 1, "place": "第3行", "title": "一"}),
        "不是原文位置：第3行",
        "not a place in the source: 第3行 on x",
    ),
}


@pytest.mark.parametrize("case", sorted(UNFIT))
def test_values_no_store_can_hold_are_refused_before_writing(store: Store, case: str) -> None:
    node, zh, en = UNFIT[case]
    store.write(document())
    city = document(title="新的")
    with pytest.raises(SchemaError) as refusal:
        store.write(replace(city, nodes=(*city.nodes, node)))
    assert zh.replace("\\\\", "\\") in str(refusal.value)
    assert en in refusal.value.into(Language.EN)
    assert CITY in str(refusal.value)
    assert store.graph() == expected(document())


def test_lines_and_edges_are_looked_at_too(store: Store) -> None:
    city = document()
    bad = Edge(city.nodes[0].key, "HAS_TASK", "t", {"document_key": CITY, "seq": -(2**63) - 1})
    task = Node("t", "Task", {"document_key": CITY, "seq": 1, "place": "L1", "title": "一"})
    with pytest.raises(SchemaError) as refusal:
        store.write(
            replace(
                city,
                nodes=(*city.nodes, task),
                edges=(*city.edges, bad),
                lines=("好", "\ud83d"),
            )
        )
    assert "line 2" in str(refusal.value)
    assert f"seq of {CITY} -HAS_TASK-> t" in str(refusal.value)
    assert len(refusal.value.problems) == 2


def test_a_part_of_another_document_is_refused(store: Store) -> None:
    city = document(CITY)
    stray = Node("x", "Target", {"document_key": PROVINCE, "number": 1})
    with pytest.raises(SchemaError, match="x belongs to another document: "):
        store.write(replace(city, nodes=(*city.nodes, stray)))
    assert store.graph() == Graph((), ())


def test_a_contribution_comes_back_as_it_was_written(store: Store) -> None:
    city = document(CITY)
    store.write(city)
    store.write(document(PROVINCE, MEASURES[:1]))
    held = store.contribution(CITY)
    assert held is not None
    assert held == replace(
        city,
        nodes=tuple(sorted(city.nodes, key=lambda n: n.key)),
        edges=tuple(sorted(city.edges, key=lambda e: e.id)),
        shared_nodes=tuple(sorted(city.shared_nodes, key=lambda n: n.key)),
        shared_edges=tuple(sorted(city.shared_edges, key=lambda e: e.id)),
    )
    assert not store.write(held)
    store.delete_document(CITY)
    assert store.contribution(CITY) is None
    assert store.write(held)
    assert store.graph([CITY]) == expected(city)
