"""ArcadeDB and Neo4j give the same rows: to every named question, and to 200 random reads."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.store import open_store
from kg.store.copying import copied
from kg.store.cypher import CypherEngine, open_engine
from kg.store.cypher.engine import Parameter, Value
from kg.store.queries import named_query, names
from tests.cypher.arguments_sample import REAL, SAMPLE, given
from tests.cypher.conftest import silent
from tests.cypher.reads import reads
from tests.neo4j.server.database import database

SEED = 20251122
PAIRS = 200


@contextmanager
def served(store: str, run_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CypherEngine]:
    """Give Neo4j with the documents of a store."""
    with database(run_folder, bare=True) as server:
        for name, value in server.environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("NEO4J_DATABASE", raising=False)
        with open_store(store) as source, open_store("neo4j") as target:
            assert len(list(copied(source, target))) > 1
        with open_engine("neo4j", os.environ, silent) as engine:
            yield engine


def rows(
    engine: CypherEngine, query: str, parameters: Mapping[str, Parameter]
) -> tuple[object, ...]:
    result = engine.run(query, parameters, timeout_s=60, row_limit=5_000)
    assert not result.truncated
    return result.columns, tuple(tuple(map(rounded, row)) for row in result.rows)


def rounded(value: Value) -> Value:
    """The last digits of a sum depend on the order of its summands."""
    return round(value, 9) if isinstance(value, float) else value


@pytest.mark.neo4j
@pytest.mark.parametrize("store", ["real", "sample"])
def test_every_named_question_has_the_same_rows(
    store: str,
    request: pytest.FixtureRequest,
    run_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here: CypherEngine = request.getfixturevalue(store)
    address: str = request.getfixturevalue(f"{store}_store")
    values = REAL if store == "real" else SAMPLE
    with served(address, run_folder, monkeypatch) as there:
        for name in names():
            query = named_query(name)
            parameters = dict(given(query, values))
            for inferred in (False, True):
                if "inferred" in parameters:
                    parameters["inferred"] = inferred
                expected = rows(here, query.text, parameters)
                assert rows(there, query.text, parameters) == expected, name


@pytest.mark.neo4j
@pytest.mark.parametrize(("store", "count"), [("real", PAIRS), ("sample", PAIRS // 4)])
def test_random_reads_have_the_same_rows(
    store: str,
    count: int,
    request: pytest.FixtureRequest,
    run_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here: CypherEngine = request.getfixturevalue(store)
    address: str = request.getfixturevalue(f"{store}_store")
    with served(address, run_folder, monkeypatch) as there:
        for query in reads(SEED, count):
            assert rows(there, query, {}) == rows(here, query, {}), query


def test_random_reads_are_the_same_for_a_seed_and_find_something(real: CypherEngine) -> None:
    queries = reads(SEED, PAIRS)
    assert queries == reads(SEED, PAIRS)
    assert queries != reads(SEED + 1, PAIRS)
    assert len(set(queries)) == PAIRS
    found = [q for q in queries if rows(real, q, {})[1]]
    assert len(found) > PAIRS / 2
