"""Store files of older and newer programs."""

from __future__ import annotations

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
from tests.store.contributions import CITY
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


def test_every_version_has_its_step() -> None:
    """A change of the tables or of the graph schema raises VERSION and comes with a step."""
    assert sorted(layout.MIGRATIONS) == list(range(1, layout.VERSION))
    assert (layout.VERSION, SCHEMA_VERSION) == (1, 1)


def _steps(*steps: Migration) -> Mapping[int, Migration]:
    return dict(enumerate(steps, layout.VERSION))
