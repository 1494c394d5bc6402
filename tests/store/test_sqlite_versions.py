"""Store files of older and newer programs."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.schema import SCHEMA_VERSION
from kg.store import open_store
from kg.store.sqlite import layout
from kg.store.sqlite.layout import Migration
from kg.store.sqlite.migration import bring_up
from tests.store.contributions import CITY, MARKET, MEASURES, PROVINCE, document, expected, linkage
from tests.store.files import assert_tells, raw, stored


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kg.db"


def test_a_newer_store_is_refused_and_left_as_it_is(path: Path) -> None:
    with raw(stored(path)) as connection:
        connection.execute(f"PRAGMA user_version = {layout.VERSION + 1}")
    with pytest.raises(StoreError) as refused:
        open_store(str(path))
    error = refused.value
    newer = f"第 {layout.VERSION + 1} 版"
    assert_tells(error, f"存储由更新版本的程序写成（{newer}）", "a newer program wrote this store")
    assert "升级程序" in str(error)
    with raw(path) as connection:
        assert connection.execute("SELECT key FROM document").fetchall() == [(CITY,)]


def _rename(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE node SET label = 'Duty' WHERE label = 'Task'")


def _mark(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO meta VALUES ('marked', 'yes')")


def _fail(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO meta VALUES ('marked', 'twice')")


def test_an_older_store_goes_through_each_numbered_step(path: Path) -> None:
    with raw(stored(path)) as connection:
        bring_up(connection, str(path), layout.VERSION + 2, _steps(_rename, _mark))
        assert connection.execute("PRAGMA user_version").fetchone() == (layout.VERSION + 2,)
        labels = connection.execute("SELECT DISTINCT label FROM node ORDER BY 1").fetchall()
        assert ("Duty",) in labels
        assert ("Task",) not in labels
        assert ("marked", "yes") in connection.execute("SELECT * FROM meta").fetchall()


def test_a_step_that_fails_leaves_the_older_store(path: Path) -> None:
    with raw(stored(path)) as connection:
        before = connection.execute("SELECT * FROM meta").fetchall()
        with pytest.raises(sqlite3.IntegrityError):
            bring_up(connection, str(path), layout.VERSION + 2, _steps(_mark, _fail))
        assert connection.execute("SELECT * FROM meta").fetchall() == before
        assert connection.execute("PRAGMA user_version").fetchone() == (layout.VERSION,)


def test_a_store_older_than_the_first_step_is_refused(path: Path) -> None:
    with raw(stored(path)) as connection:
        with pytest.raises(StoreError) as old:
            bring_up(connection, str(path), layout.VERSION + 1, {})
        assert_tells(old.value, "存储太旧", "this store is too old")
        assert "kg build" in str(old.value)


def test_a_file_of_version_1_is_brought_up(path: Path) -> None:
    """It was written when nothing joined two documents; otherwise it holds what it held."""
    held = Path(__file__).parent / "data" / "version-1.db.gz"
    path.write_bytes(gzip.decompress(held.read_bytes()))
    papers = (document(CITY), document(PROVINCE, MEASURES[:1], (MARKET,)))
    with open_store(str(path), must_exist=True) as store:
        assert store.graph() == expected(*papers)
        assert store.linkages() == ()
        assert all(store.write(paper) for paper in papers)  # digests of another kind
        assert not any(store.write(paper) for paper in papers)
        assert store.link(linkage())
        assert store.graph() == expected(*papers, linked=[linkage()])
        assert [hit.line for hit in store.find("质押").lines] == [2, 2]
    with raw(path) as connection, raw(stored(path.with_name("new.db"))) as new:
        assert connection.execute("PRAGMA user_version").fetchone() == (layout.VERSION,)
        assert _columns(connection) == _columns(new)


def test_every_version_has_its_step() -> None:
    """A change of the tables or of the graph schema raises VERSION and comes with a step."""
    assert sorted(layout.MIGRATIONS) == list(range(1, layout.VERSION))
    assert (layout.VERSION, SCHEMA_VERSION) == (2, 2)


def _columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Names of tables and indexes with the columns of each, in order."""
    return connection.execute(
        "SELECT m.type || ' ' || m.name, i.name FROM sqlite_master AS m,"
        " pragma_table_xinfo(m.name) AS i WHERE m.name NOT LIKE 'sqlite_%'"
        " UNION ALL SELECT 'index ' || m.name, i.name FROM sqlite_master AS m,"
        " pragma_index_info(m.name) AS i WHERE m.type = 'index'"
        " ORDER BY 1, 2"
    ).fetchall()


def _steps(*steps: Migration) -> Mapping[int, Migration]:
    return dict(enumerate(steps, layout.VERSION))
