"""The same documents in both stores: the same bytes from an export, also after a copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.pipeline import build
from kg.render.graph_lines import write_graph
from kg.store import Store, open_store
from kg.store.copying import copied
from tests.neo4j.server.process import Server

pytestmark = pytest.mark.neo4j


@pytest.fixture
def neo4j(server: Server) -> Iterator[Store]:
    with open_store("neo4j") as store:
        yield store


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "kg.db")) as store:
        yield store


def exported(store: Store, folder: Path) -> tuple[bytes, bytes]:
    files = write_graph(store.graph(), folder)
    return files.nodes.read_bytes(), files.edges.read_bytes()


def test_both_stores_export_the_same_bytes(sqlite: Store, neo4j: Store, tmp_path: Path) -> None:
    assert len(build([], lambda: open_store(str(tmp_path / "kg.db"))).loaded) == 2
    assert len(build([], lambda: open_store("neo4j")).loaded) == 2
    expected = exported(sqlite, tmp_path / "sqlite")
    assert expected == exported(neo4j, tmp_path / "neo4j")
    assert expected[0].count(b'"label": "Measure"') == 92
    again = build([], lambda: open_store("neo4j"))
    assert [document.changed for document in again.loaded] == [False, False]
    assert expected == exported(neo4j, tmp_path / "again")
    assert neo4j.find("专利") == sqlite.find("专利")
    assert neo4j.find("质押融资") == sqlite.find("质押融资")
    assert len(neo4j.find("质押融资").nodes) > 0
    for document in sqlite.documents():
        assert neo4j.graph([document.key]) == sqlite.graph([document.key])
        assert neo4j.contribution(document.key) == sqlite.contribution(document.key)


def test_a_copy_there_and_back_is_the_same(sqlite: Store, neo4j: Store, tmp_path: Path) -> None:
    build([], lambda: open_store(str(tmp_path / "kg.db")))
    assert [found.changed for found in copied(sqlite, neo4j)] == [True, True]
    assert [found.changed for found in copied(sqlite, neo4j)] == [False, False]
    with open_store(str(tmp_path / "back.db")) as back:
        assert [found.changed for found in copied(neo4j, back)] == [True, True]
        assert exported(back, tmp_path / "b") == exported(sqlite, tmp_path / "a")
        assert exported(neo4j, tmp_path / "c") == exported(sqlite, tmp_path / "a")
        assert back.find("专利") == sqlite.find("专利")
    # What was copied is what would have been built.
    assert [d.changed for d in build([], lambda: open_store("neo4j")).loaded] == [False, False]
