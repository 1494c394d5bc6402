"""What becomes of the database that is opened: made a store, taken as one, or left as it is."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from kg.errors import ExitCode, KgError, RefusedError, StoreError, StoreUnreachableError
from kg.schema import NODE_TYPES, NODES, SCHEMA_VERSION
from kg.store import inventory, open_store
from kg.store.neo4j import statements
from kg.store.neo4j.batches import write
from kg.store.neo4j.statements import LAYOUT, MARKER
from kg.wording import Language
from tests.neo4j.server.database import claim, wipe
from tests.neo4j.server.process import Server
from tests.store.contributions import CITY, PROVINCE, document, linkage

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.neo4j


def ask(server: Server, query: str, **parameters: object) -> list[Any]:
    """Return the first column of an answer, as another program gets it."""
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        records = driver.execute_query(query, parameters).records
    return [record[0] for record in records]


def refusal(kind: type[KgError], *, must_exist: bool = False) -> KgError:
    with pytest.raises(kind) as refused:
        open_store("neo4j", must_exist=must_exist)
    assert type(refused.value) is kind
    return refused.value


def test_an_empty_database_becomes_a_store(server: Server) -> None:
    with open_store("neo4j") as store:
        info = store.info()
    assert (info.kind, info.address) == ("neo4j", server.uri)
    assert (info.nodes, info.edges) == ({}, {})
    assert MARKER in ask(server, "SHOW INDEXES YIELD name")
    assert ask(server, "MATCH (n) RETURN count(n)") == [0]


def test_constraints_and_indexes_are_those_of_the_schema(server: Server) -> None:
    open_store("neo4j").close()
    written = [*statements.constraints(), *statements.indexes()]
    written += [statements.full_text(), statements.marker()]
    names = {str(re.search(r"(?:CONSTRAINT|INDEX) (\w+)", text)[1]) for text in written}  # type: ignore[index]
    assert len(names) == len(written)
    states = ask(server, "SHOW INDEXES YIELD name, state RETURN [name, state]")
    online = {name for name, state in states if state == "ONLINE"}
    assert names <= online
    # A key that is there twice is refused by the database itself.
    with pytest.raises(Exception, match="already exists"):
        ask(server, "UNWIND [1, 2] AS i CREATE (:Measure {key: 'x'})")


def test_a_reader_makes_no_store(server: Server) -> None:
    error = refusal(StoreUnreachableError, must_exist=True)
    assert f"这里还没有存储（{server.uri}）" in str(error)
    assert "there is no store yet" in error.into(Language.EN)
    assert error.exit_code is ExitCode.STORE_UNREACHABLE
    assert ask(server, "MATCH (n) RETURN count(n)") == [0]


@pytest.mark.parametrize("must_exist", [True, False])
@pytest.mark.parametrize(
    "data", ["CREATE (:Person {name: '张三'})", "CREATE (:Agency)-[:LEADS]->()"]
)
def test_foreign_data_is_never_written_to(server: Server, data: str, must_exist: bool) -> None:
    ask(server, data)
    indexes = set(ask(server, "SHOW INDEXES YIELD name"))
    before = ask(server, "MATCH (n) RETURN [labels(n), properties(n)]")
    error = refusal(RefusedError, must_exist=must_exist)
    assert "这个 Neo4j 数据库里有别的数据，不是本程序的存储，未作改动" in str(error)
    assert "holds other data and is no store of this program" in error.into(Language.EN)
    assert error.exit_code is ExitCode.REFUSED
    assert ask(server, "MATCH (n) RETURN [labels(n), properties(n)]") == before
    assert set(ask(server, "SHOW INDEXES YIELD name")) == indexes


@pytest.mark.parametrize(
    ("version", "layout", "zh", "en"),
    [
        (SCHEMA_VERSION + 1, LAYOUT, "存储由更新版本的程序写成", "a newer program wrote this"),
        (SCHEMA_VERSION, LAYOUT + 1, "存储由更新版本的程序写成", "a newer program wrote this"),
        (SCHEMA_VERSION - 1, LAYOUT, "存储太旧", "this store is too old"),
    ],
)
def test_a_store_of_another_version(
    server: Server, version: int, layout: int, zh: str, en: str
) -> None:
    open_store("neo4j").close()
    ask(server, f"DROP INDEX {MARKER}")
    other = f"kg_store_{version}_{layout}"
    ask(server, f"CREATE INDEX {other} FOR (n:Document) ON (n.digest)")
    try:
        error = refusal(StoreUnreachableError)
    finally:
        ask(server, f"DROP INDEX {other}")
    assert f"{zh}（第 {version}.{layout} 版）" in str(error)
    assert en in error.into(Language.EN)
    assert server.uri in str(error)


def test_processes_that_make_one_store_at_once(server: Server) -> None:
    code = "from kg.store import open_store; open_store('neo4j').close()"
    for what, all_of_them in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
        for name in ask(server, f"SHOW {all_of_them} YIELD name WHERE name STARTS WITH 'kg_'"):
            ask(server, f"DROP {what} {name}")
    with ThreadPoolExecutor(3) as pool:
        done = pool.map(
            lambda _: subprocess.run(
                [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
            ),
            range(3),
        )
        assert [(d.returncode, d.stderr) for d in done] == [(0, "")] * 3
    assert MARKER in ask(server, "SHOW INDEXES YIELD name")
    assert ask(server, "MATCH (n) RETURN count(n)") == [0]


def test_anybody_sees_the_graph_and_nothing_else(server: Server) -> None:
    """Whatever tool is used: no node, label, edge or property that is not documented."""
    with open_store("neo4j") as store:
        store.write(document(CITY))
        store.write(document(PROVINCE))
        store.link(linkage())
        info = store.info()
        graph = store.graph()
    assert ask(server, "MATCH (n) RETURN count(n)") == [sum(info.nodes.values())]
    assert ask(server, "MATCH ()-[r]->() RETURN count(r)") == [sum(info.edges.values())]
    assert ask(server, "MATCH (n) RETURN DISTINCT size(labels(n))") == [1]
    assert set(ask(server, "MATCH (n) RETURN DISTINCT labels(n)[0]")) == set(info.nodes)
    assert set(ask(server, "CALL db.labels()")) - {"KgTests"} == set(NODES)
    for node in graph.nodes:
        seen = ask(server, "MATCH (n {key: $key}) RETURN keys(n)", key=node.key)
        carried = set(inventory.NAMES) if node.label == "Document" else set()
        assert [set(names) for names in seen] == [{"key", *node.props, *carried}]
    for edge in graph.edges[:10]:
        query = "MATCH ({key: $src})-[r]->({key: $dst}) WHERE type(r) = $type RETURN keys(r)"
        seen = ask(server, query, src=edge.src, dst=edge.dst, type=edge.type)
        assert [set(names) for names in seen] == [set(edge.props)]


def test_what_a_document_carries_has_names_of_its_own() -> None:
    for node_type in NODE_TYPES:
        assert inventory.NAMES.isdisjoint(p.name for p in node_type.properties)


def test_a_store_that_was_emptied_and_given_to_others_is_foreign(server: Server) -> None:
    with open_store("neo4j") as store:
        store.write(document())
    ask(server, "MATCH (n) DETACH DELETE n")
    open_store("neo4j", must_exist=True).close()
    ask(server, "CREATE (:Document {title: '别人的'})")
    refusal(RefusedError)
    assert ask(server, "MATCH (n) RETURN properties(n)") == [{"title": "别人的"}]


def test_a_store_of_the_first_layout_is_too_old(server: Server) -> None:
    ask(server, "CREATE (:KgStore {name: 'policy-task-kg', schema_version: 1, layout: 1})")
    error = refusal(StoreUnreachableError)
    assert "存储太旧（第 1.1 版）" in str(error)
    assert "this store is too old" in error.into(Language.EN)


def test_what_people_add_to_the_graph_is_not_ours(server: Server) -> None:
    with open_store("neo4j") as store:
        store.write(document())
        before = store.graph()
        ask(server, "MATCH (m:Measure) SET m:重点, m.pagerank = 0.5")
        ask(server, "MATCH (a:Agency), (m:Measure) CREATE (a)-[:见过]->(m)")
        assert store.graph() == before
        assert store.info().nodes["Measure"] == 3
        assert not store.write(document())


def test_a_server_that_did_less_than_it_was_told_is_an_error(server: Server) -> None:
    open_store("neo4j").close()
    statement = statements.write_edges(("Document", "HAS_TASK", "Task"), started=False)
    rows = [{"src": "无", "dst": "无", "props": {}}]
    with (
        GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver,
        driver.session() as session,
        pytest.raises(StoreError) as found,
    ):
        session.execute_write(write, statement, rows)
    assert "Neo4j 只写了 1 行中的 0 行" in str(found.value)
    assert "Neo4j wrote 0 of 1 rows" in found.value.into(Language.EN)


def test_the_tests_take_no_database_that_holds_data(server: Server) -> None:
    mark = "kg_tests_may_delete_everything_here"
    ask(server, f"DROP INDEX {mark} IF EXISTS")
    ask(server, "CREATE (:Person)")
    assert not claim(server)
    wipe(server, bare=True)
    assert claim(server)
    with open_store("neo4j") as store:
        store.write(document(CITY))
    assert claim(server)
    ask(server, f"DROP INDEX {mark} IF EXISTS")
