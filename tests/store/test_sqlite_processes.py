"""Several processes on one file: readers beside a writer, and a writer killed at any moment."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from kg.store import open_store
from tests.store.contributions import CITY, document
from tests.store.reader import whole_editions

ROOT = Path(__file__).parents[2]
MEASURES = 12


def start(module: str, *arguments: object) -> subprocess.Popen[str]:
    """Return a process that has opened the store."""
    process = launched(module, *arguments)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def launched(module: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.store.{module}", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def made(path: Path, journal: str = "wal") -> Path:
    with open_store(str(path)) as store:
        store.write(document(CITY, [], title="第0版"))
        store.delete_document(CITY)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(f"PRAGMA journal_mode = {journal}").fetchone() == (journal,)
    return path


def assert_sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_two_readers_and_a_writer(tmp_path: Path, journal: str) -> None:
    path, stop = made(tmp_path / "kg.db", journal), tmp_path / "stop"
    readers = [start("reader", path, stop, MEASURES) for _ in range(2)]
    writer = start("writer", path, 200, MEASURES)
    _, errors = writer.communicate(timeout=120)
    stop.touch()
    answers = [reader.communicate(timeout=120) for reader in readers]
    assert (writer.returncode, errors) == (0, "")
    for reader, (out, err) in zip(readers, answers, strict=True):
        assert (reader.returncode, err) == (0, "")
        assert int(out) > 2
    assert_sound(path)


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    path = made(tmp_path / "kg.db")
    writers = [start("writer", path, 40, MEASURES) for _ in range(2)]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert (writer.returncode, errors) == (0, "")
    with open_store(str(path)) as store:
        whole_editions(store, MEASURES)
    assert_sound(path)


def test_processes_that_make_one_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with ThreadPoolExecutor(6) as pool:
        writers = list(pool.map(lambda _: start("writer", path, 2, MEASURES), range(6)))
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert (writer.returncode, errors) == (0, "")
    with open_store(str(path)) as store:
        assert len(store.documents()) == 2
    assert_sound(path)


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_writer_killed_at_any_moment_leaves_whole_documents(tmp_path: Path, journal: str) -> None:
    path = made(tmp_path / "kg.db", journal)
    moments = random.Random(2025)  # noqa: S311 - moments, not secrets
    editions = set()
    for _ in range(20):
        writer = start("writer", path, 0, 400)
        time.sleep(moments.random() * 0.4)
        writer.kill()
        _, errors = writer.communicate(timeout=60)
        assert errors == ""
        with open_store(str(path)) as store:
            whole_editions(store, 400)
            editions.add(tuple(node.props["title"] for node in store.documents()))
        assert_sound(path)
    assert len(editions) > 1  # some were killed after they had written


def test_a_store_killed_while_it_is_made_can_be_made_again(tmp_path: Path) -> None:
    moments = random.Random(14)  # noqa: S311 - moments, not secrets
    for number in range(10):
        path = tmp_path / f"{number}.db"
        writer = launched("writer", path, 0, 3)
        while not path.exists() and writer.poll() is None:
            time.sleep(0.0005)
        time.sleep(moments.random() * 0.02)
        writer.kill()
        writer.communicate(timeout=60)
        with open_store(str(path)) as store:
            whole_editions(store, 3)
        assert_sound(path)


def test_a_reader_keeps_its_snapshot_and_sees_the_next_state(tmp_path: Path) -> None:
    path = str(tmp_path / "kg.db")
    with open_store(path) as writer, open_store(path) as reader:
        writer.write(document(title="旧"))
        assert reader.documents()[0].props["title"] == "旧"
        writer.write(document(title="新"))
        assert reader.documents()[0].props["title"] == "新"
