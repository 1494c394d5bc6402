"""What the default store does with the file it is given: makes it, keeps it safe, refuses it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import (
    ExitCode,
    KgError,
    RefusedError,
    StoreError,
    StoreUnreachableError,
    UsageError,
)
from kg.schema import SCHEMA_VERSION
from kg.store import open_store
from kg.store.sqlite import SqliteStore, layout, open_file
from kg.store.sqlite.faults import store_error
from kg.wording import Language
from tests.store.contributions import PROVINCE, document
from tests.store.files import assert_tells, raw, stored

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "库 #1?.db"


def refusal(kind: type[KgError], address: object, *, must_exist: bool = False) -> KgError:
    with pytest.raises(kind) as refused:
        open_store(str(address), must_exist=must_exist)
    assert type(refused.value) is kind
    return refused.value


@pytest.mark.parametrize("address", ["neo4j+x://db:7687", "http://x", "sqlite:///a", ""])
def test_an_address_that_is_no_path(address: str) -> None:
    error = refusal(UsageError, address)
    assert_tells(error, f"不认识这个存储地址：{address!r}", f"unknown store address: {address!r}")
    assert "SQLite 文件的路径" in str(error)
    assert "neo4j, or a bolt:// address" in error.into(Language.EN)
    assert error.exit_code is ExitCode.USAGE


def test_a_new_store_is_made_and_marked_as_ours(path: Path) -> None:
    open_store(str(path)).close()
    with raw(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (layout.APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (layout.VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("SELECT * FROM meta").fetchall() == [
            ("schema_version", str(SCHEMA_VERSION))
        ]


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    stored(path)
    with open_store(str(path), must_exist=True) as store:
        assert len(store.documents()) == 1


@pytest.mark.parametrize("make", [Path.exists, Path.touch], ids=["no file", "empty file"])
def test_a_reader_makes_no_store(path: Path, make: object) -> None:
    assert callable(make)
    make(path)
    before = sorted(path.parent.iterdir())
    error = refusal(StoreUnreachableError, path, must_exist=True)
    assert_tells(error, "这里还没有存储", "there is no store yet")
    assert "kg build" in str(error)
    assert error.exit_code is ExitCode.STORE_UNREACHABLE
    assert sorted(path.parent.iterdir()) == before


def test_a_missing_folder(tmp_path: Path) -> None:
    error = refusal(StoreUnreachableError, tmp_path / "没有" / "kg.db")
    assert_tells(error, f"没有这个文件夹：{tmp_path / '没有'}", "no such folder")


def test_a_folder_and_a_pipe_are_no_store(tmp_path: Path) -> None:
    assert_tells(refusal(StoreUnreachableError, tmp_path), "这是文件夹", "this is a folder")
    os.mkfifo(tmp_path / "pipe")
    error = refusal(StoreUnreachableError, tmp_path / "pipe")
    assert_tells(error, "这不是普通文件", "this is not a file")


def test_a_path_the_system_refuses(tmp_path: Path) -> None:
    error = refusal(StoreUnreachableError, tmp_path / ("长" * 300))
    assert_tells(error, "打不开存储文件", "the store file cannot be opened")
    (tmp_path / "file").write_bytes(b"")
    error = refusal(StoreUnreachableError, tmp_path / "file" / "kg.db")
    assert_tells(error, "打不开存储文件", "the store file cannot be opened")


def _foreign_database(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("CREATE TABLE 通讯录 (姓名 TEXT)")


def _foreign_mark(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("PRAGMA application_id = 252006674")
        connection.execute("VACUUM")


@pytest.mark.parametrize("must_exist", [True, False])
@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("我的笔记", encoding="utf-8"),
        lambda path: path.write_bytes(b"x"),
        _foreign_database,
        _foreign_mark,
    ],
    ids=["text", "one byte", "another program's database", "another program's mark"],
)
def test_foreign_files_are_refused_and_left_as_they_are(
    path: Path,
    make: object,
    must_exist: bool,
) -> None:
    assert callable(make)
    make(path)
    before = path.read_bytes()
    error = refusal(RefusedError, path, must_exist=must_exist)
    assert_tells(error, "这个文件不是本程序的存储", "not a store of this program")
    assert error.exit_code is ExitCode.REFUSED
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_store_says_so(path: Path) -> None:
    stored(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))
    error = refusal(StoreUnreachableError, path)
    assert_tells(error, "存储文件已损坏", "the store file is damaged")
    assert "kg build" in str(error)


def test_a_store_cut_short_says_so(path: Path) -> None:
    with open_store(str(path)) as store:
        store.write(document(measures=["专利" * 2_000] * 40))
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(StoreError, match="存储文件已损坏"), open_store(str(path)) as store:
        store.graph()


def test_a_full_disk_leaves_the_store_as_before(path: Path) -> None:
    with open_file(str(stored(path))) as store:
        before = store.graph()
        connection = store._connection
        assert connection is not None
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError) as full:
            store.write(document(measures=["质押融资" * 500] * 200))
        assert_tells(full.value, "磁盘已满，什么也没有写入", "the disk is full")
        assert store.graph() == before
        connection.execute("PRAGMA max_page_count = 1000000")
        assert store.write(document(PROVINCE))
    with raw(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_writer_that_waits_too_long_says_so(path: Path) -> None:
    with open_file(str(stored(path))) as store, raw(path) as other:
        assert store._connection is not None
        store._connection.execute("PRAGMA busy_timeout = 20")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as busy:
            store.write(document(PROVINCE))
        assert_tells(busy.value, "另一个进程占用存储太久", "another process holds the store")
        assert len(store.documents()) == 1
        other.execute("ROLLBACK")
        assert store.write(document(PROVINCE))


def test_without_full_text_it_says_what_is_missing() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(sqlite3.OperationalError) as missing:
            connection.execute("CREATE VIRTUAL TABLE gram USING fts77 (grams)")
        error = store_error(missing.value, "kg.db")
    assert_tells(error, "没有 FTS5", "lacks FTS5")
    assert "换用带 FTS5 的 Python" in str(error)


def test_another_thread_is_told_to_open_the_file_itself(path: Path) -> None:
    said: list[str] = []
    with open_file(str(stored(path))) as store:
        thread = threading.Thread(target=_read_in_thread, args=(store, said))
        thread.start()
        thread.join()
    assert len(said) == 1
    assert "thread" in said[0]


def _read_in_thread(store: SqliteStore, said: list[str]) -> None:
    try:
        store.documents()
    except StoreError as error:
        said.append(str(error))


def test_importing_the_package_imports_no_adapter() -> None:
    code = (
        "import sys, kg.store; before = set(sys.modules); print('sqlite3' in before,"
        " sorted(m for m in before if m.startswith('kg.store.')), 'neo4j' in before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False ['kg.store.address', 'kg.store.base'] False\n"
