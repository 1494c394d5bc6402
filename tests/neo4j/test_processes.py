"""Several processes at one server, and a writer or the server itself killed at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from neo4j import ManagedTransaction

from kg.errors import StoreUnreachableError
from kg.store import Store, open_store
from kg.store.neo4j import gate
from kg.store.neo4j.gate import ATTEMPTS
from kg.store.neo4j.store import Neo4jStore, open_database
from tests.neo4j.server.database import skipped_without
from tests.neo4j.server.process import Server, started
from tests.store.contributions import CITY, PROVINCE, document
from tests.store.reader import whole_editions
from tests.store.writer import edition

ROOT = Path(__file__).parents[2]
MEASURES = 12
COMMIT = (
    "OPTIONAL MATCH (d:Document {key: '别的'}) DELETE d WITH count(*) AS one"
    " CREATE (:Document {key: '别的', document_key: '别的'})"
)
"""What a reader sees of a commit that came in between: a document made anew."""

pytestmark = pytest.mark.neo4j


def start(module: str, *arguments: object) -> subprocess.Popen[str]:
    """Return a process that has opened the store."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.store.{module}", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    with open_store("neo4j") as opened:
        yield opened


def test_two_readers_and_a_writer(store: Store, tmp_path: Path) -> None:
    stop_file = tmp_path / "stop"
    readers = [start("reader", "neo4j", stop_file, MEASURES) for _ in range(2)]
    writer = start("writer", "neo4j", 40, MEASURES)
    _, errors = writer.communicate(timeout=200)
    stop_file.touch()
    answers = [reader.communicate(timeout=60) for reader in readers]
    assert (writer.returncode, errors) == (0, "")
    for reader, (out, err) in zip(readers, answers, strict=True):
        assert (reader.returncode, err) == (0, "")
        assert int(out) > 2


def test_two_writers_wait_for_each_other(store: Store) -> None:
    writers = [start("writer", "neo4j", 10, MEASURES) for _ in range(2)]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert (writer.returncode, errors) == (0, "")
    assert len(whole_editions(store, MEASURES)) == 2


def test_a_writer_killed_at_any_moment_leaves_whole_documents(store: Store) -> None:
    moments = random.Random(2025)  # noqa: S311 - moments, not secrets
    editions = set()
    for _ in range(8):
        writer = start("writer", "neo4j", 0, 150)
        time.sleep(moments.random() * 1.5)
        writer.kill()
        _, errors = writer.communicate(timeout=60)
        assert errors == ""
        whole_editions(store, 150)
        editions.add(tuple(node.props["title"] for node in store.documents()))
    assert len(editions) > 1  # some were killed after they had written


def test_a_gate_left_open_by_a_dead_writer_holds_nobody_up(store: Store) -> None:
    store.write(document())
    assert isinstance(store, Neo4jStore)
    with store._session() as session:
        session.run("CREATE (:KgGate)").consume()
    whole = document()
    assert len(store.graph().nodes) == len(whole.nodes) + len(whole.shared_nodes)
    with store._session() as session:
        left = session.run("MATCH (g:KgGate) RETURN count(g)").single(strict=True)
    assert left[0] == 0
    assert store.write(document(PROVINCE))


def test_an_error_is_an_error_only_where_no_commit_came_between(store: Store) -> None:
    assert isinstance(store, Neo4jStore)
    attempts: list[int] = []

    def disturbed(tx: ManagedTransaction) -> str:
        attempts.append(len(attempts))
        if len(attempts) <= ATTEMPTS:  # the last one is in turn, and no writer comes in between
            with store._session() as session:
                session.run(COMMIT).consume()
        return half(tx)

    def half(tx: ManagedTransaction) -> str:
        if len(attempts) < ATTEMPTS:
            return str(next(iter(())))
        return "whole"

    with store._session() as session, store._session() as other:
        with pytest.raises(StopIteration):
            gate.read(session.execute_read, other, half)
        assert gate.read(session.execute_read, other, disturbed) == "whole"
    assert len(attempts) == ATTEMPTS + 1


def test_a_reader_that_meets_a_commit_each_time_takes_its_turn(store: Store) -> None:
    store.write(document(title="旧"))
    assert isinstance(store, Neo4jStore)
    done = threading.Event()

    def disturb() -> None:
        with open_store("neo4j") as other:
            assert isinstance(other, Neo4jStore)
            while not done.is_set():
                with other._session() as session:
                    session.run(COMMIT).consume()

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for _ in range(10):
            assert [node.props.get("title") for node in store.documents()][-1] == "旧"
    finally:
        done.set()
        thread.join()


@pytest.mark.slow
def test_a_server_killed_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen(["sleep", "600"]) as master, skipped_without():
        try:
            own = started(master.pid)
            for name, value in own.environ.items():
                monkeypatch.setenv(name, value)
            with open_store("neo4j") as store:
                store.write(document(CITY, edition(1, 12), title="第1版"))
                threading.Timer(2.0, os.kill, (own.pid, signal.SIGKILL)).start()
                with pytest.raises(StoreUnreachableError) as lost:
                    write_without_end(store)
            assert own.password not in str(lost.value)
            assert "\n" not in str(lost.value)
            assert own.uri in str(lost.value)
        finally:
            master.kill()
            shutil.rmtree(own.home)


def write_without_end(store: Store) -> None:
    for number in count(2):
        store.write(document(CITY, edition(number, 12), title=f"第{number}版"))


@pytest.mark.slow
def test_the_server_ends_with_the_process_it_lives_for() -> None:
    with subprocess.Popen(["sleep", "600"]) as master, skipped_without():
        own = started(master.pid)
        master.kill()
    deadline = time.monotonic() + 60
    while own.home.exists() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not own.home.exists()
    with pytest.raises(StoreUnreachableError):
        open_database("neo4j", own.environ, must_exist=True)
