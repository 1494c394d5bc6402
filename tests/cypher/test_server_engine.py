"""Queries on a real Neo4j: values, refusals, limits, and a server that cannot be used."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import ExitCode, KgError, StoreUnreachableError
from kg.model import Edge, Node
from kg.store import open_store
from kg.store.cypher import (
    CypherEngine,
    QueryError,
    QueryResult,
    QueryTimeoutError,
    open_engine,
    server,
)
from kg.store.cypher import Path as Walk
from kg.store.neo4j import gate
from kg.store.neo4j.store import Neo4jStore
from kg.wording import Language
from tests.cypher.conftest import silent
from tests.cypher.contents import KEY, contents
from tests.cypher.test_embedded import ENDLESS
from tests.neo4j.server.database import database
from tests.neo4j.server.process import Server

pytestmark = pytest.mark.neo4j

MANY_ROWS = (
    "UNWIND range(1, 6000000) AS x UNWIND range(1, 6000000) AS y "
    "WITH x * y AS z WHERE z < 0 RETURN z"
)
COUNT = "MATCH (d:Document) RETURN count(d) AS n"


@pytest.fixture
def neo4j(run_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with database(run_folder, bare=True) as running:
        for name, value in running.environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("NEO4J_DATABASE", raising=False)
        with open_store("neo4j") as store:
            store.write(contents())
        yield running


@pytest.fixture
def engine(neo4j: Server) -> Iterator[CypherEngine]:
    with open_engine("neo4j", os.environ, silent) as opened:
        yield opened


def run(engine: CypherEngine, query: str, **parameters: str) -> QueryResult:
    return engine.run(query, parameters, timeout_s=60, row_limit=100)


def test_edges_name_their_ends_wherever_they_stand(engine: CypherEngine) -> None:
    pattern = "MATCH (:Agency {key: $key})-[r:LEADS]->(:Measure {seq: 4})"
    text = f"{pattern} RETURN r, [r] AS list, {{r: r}} AS map"
    ((edge, some, mapping),) = run(engine, text, key="agency:澄湖市科学技术局").rows
    assert isinstance(edge, Edge)
    assert (edge.src, edge.dst) == ("agency:澄湖市科学技术局", f"{KEY}/1#4")
    assert (some, mapping) == ((edge,), {"r": edge})


def test_a_query_sees_whole_documents_and_nothing_of_a_writer(engine: CypherEngine) -> None:
    count = "MATCH (n) RETURN count(*) AS n, collect(DISTINCT labels(n)[0]) AS labels"
    whole = run(engine, count).rows
    with open_store("neo4j") as store:
        assert isinstance(store, Neo4jStore)
        with store._session() as session:
            session.run("CREATE (:KgGate)").consume()  # as a writer that died leaves it
        assert sum(store.info().nodes.values()) == whole[0][0]
    with open_store("neo4j") as store:
        assert isinstance(store, Neo4jStore)
        with store._session() as session:
            session.run("CREATE (:KgGate)").consume()
    assert run(engine, count).rows == whole
    with pytest.raises(QueryError):
        run(engine, "MATCH (n) RETURN n.key +")


def test_a_query_is_asked_again_when_a_commit_came_between(
    engine: CypherEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each look at the gate is followed by a commit, until the query has its turn."""
    commit = (
        "OPTIONAL MATCH (d:Document {key: '别的'}) WITH d, coalesce(d.year, 0) + 1 AS year"
        " DELETE d CREATE (:Document {key: '别的', year: year})"
    )
    written = gate._written_before

    def disturbed(tx: gate.Reading) -> gate.Written:
        found = written(tx)
        with open_store("neo4j") as store:
            assert isinstance(store, Neo4jStore)
            with store._session() as session:
                session.run(commit).consume()
        return found

    text = "MATCH (d:Document {key: '别的'}) RETURN d.year AS year"
    assert run(engine, text).rows == ()
    monkeypatch.setattr(gate, "_written_before", disturbed)
    assert run(engine, text).rows == ((gate.ATTEMPTS,),)


def test_values_limits_and_faults(engine: CypherEngine) -> None:
    result = run(
        engine,
        "MATCH p = (a:Agency {key: $key})-[r:LEADS]->(m:Measure {seq: 4}) "
        "RETURN a, r, p, {list: [1, null]} AS map, date('2025-06-30') AS day",
        key="agency:澄湖市科学技术局",
    )
    ((a, r, p, mapping, day),) = result.rows
    assert isinstance(a, Node)
    assert (a.label, a.props["name"]) == ("Agency", "澄湖市科学技术局")
    assert isinstance(r, Edge)
    assert (r.src, r.type, r.dst) == (a.key, "LEADS", f"{KEY}/1#4")
    assert isinstance(p, Walk)
    assert (len(p.parts), mapping, day) == (3, {"list": (1, None)}, "2025-06-30")
    some = engine.run("MATCH (m:Measure) RETURN m.key AS k", {}, timeout_s=60, row_limit=2)
    assert (len(some.rows), some.truncated) == (2, True)
    assert run(engine, "MATCH (m:Measure {seq: 99}) RETURN m.key AS k").columns == ("k",)
    with pytest.raises(QueryError) as caught:
        run(engine, "MATCH (a:Agency)\nRETRN a")
    assert caught.value.into(Language.ZH).endswith("（第 2 行第 1 列）\n  RETRN a\n  ^")


@pytest.mark.parametrize("value", ["`", "\\u0060", "x'}) DETACH DELETE (n) //"])
def test_a_parameter_is_never_code(engine: CypherEngine, value: str) -> None:
    assert run(engine, "MATCH (a:Agency {name: $v}) RETURN a.key", v=value).rows == ()
    assert run(engine, "RETURN $v AS v", v=value).rows == ((value,),)
    assert run(engine, COUNT).rows == ((1,),)


def test_the_session_refuses_writes_too(
    engine: CypherEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(server, "check", lambda _: [])
        for query in ("CREATE (:Document {key: 'x'})", "MATCH (n) DETACH DELETE n", "DROP INDEX x"):
            with pytest.raises(KgError):
                run(engine, query)
    with open_store("neo4j") as store:
        assert store.info().nodes["Measure"] == 4
        assert store.info().nodes["Document"] == 1


@pytest.mark.parametrize("query", [MANY_ROWS, ENDLESS])
def test_over_its_time(engine: CypherEngine, query: str) -> None:
    with pytest.raises(QueryTimeoutError):
        engine.run(query, {}, timeout_s=1, row_limit=10)
    assert run(engine, COUNT).rows == ((1,),)


def test_a_wrong_password_is_one_sentence_without_it(neo4j: Server) -> None:
    environ = {**neo4j.environ, "NEO4J_PASSWORD": "wrong-secret"}
    with open_engine("neo4j", environ, silent) as engine, pytest.raises(KgError) as caught:
        run(engine, COUNT)
    assert caught.value.exit_code is ExitCode.STORE_UNREACHABLE
    assert "wrong-secret" not in caught.value.into(Language.EN)


def test_a_server_that_is_down() -> None:
    environ = {"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "secret"}
    with open_engine("neo4j", environ, silent) as engine:
        with pytest.raises(StoreUnreachableError) as caught:
            run(engine, COUNT)
        assert "连不上 Neo4j" in caught.value.into(Language.ZH)
