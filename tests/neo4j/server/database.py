"""The one database of the run's server: one test at a time, empty at its beginning."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from kg.store.neo4j.statements import MARKER
from tests.neo4j.server.process import NoServerError, Server, kept, read_back, started

GIVEN = "KG_TEST_NEO4J_URI"
REQUIRED = "KG_REQUIRE_NEO4J"
MARK = "kg_tests_may_delete_everything_here"


def required() -> bool:
    """Tell whether a test without a server fails instead of being left out."""
    return os.environ.get(REQUIRED) == "1"


@contextmanager
def database(run_folder: Path, *, bare: bool = False) -> Iterator[Server]:
    """Give the server to one test, its database empty; others wait.

    Parameters
    ----------
    bare
        True for a database without a store, False for an empty store where there was one.
    run_folder
        A folder of this run that all its processes know.
    """
    with (run_folder / "neo4j.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = _server(run_folder)
        wipe(server, bare=bare)
        yield server


def wipe(server: Server, *, bare: bool) -> None:
    """Delete all nodes, with ``bare`` the store's marker too; constraints and indexes stay."""
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        if bare:
            driver.execute_query(f"DROP INDEX {MARKER} IF EXISTS")


def _server(run_folder: Path) -> Server:
    with skipped_without():
        return _given() if os.environ.get(GIVEN) else _own(run_folder)


@contextmanager
def skipped_without() -> Iterator[None]:
    """Leave out the test when there can be no server; fail where one is required."""
    try:
        yield
    except NoServerError as reason:
        if required():
            pytest.fail(f"{REQUIRED}=1, but there is no Neo4j: {reason}")
        pytest.skip(f"no Neo4j: {reason}")


def _own(run_folder: Path) -> Server:
    note, trouble = run_folder / "neo4j.json", run_folder / "neo4j.txt"
    if note.exists():
        return read_back(note)
    if trouble.exists():
        raise NoServerError(trouble.read_text(encoding="utf-8"))
    try:
        server = started(_master())
    except NoServerError as error:
        trouble.write_text(str(error), encoding="utf-8")  # the next test need not try again
        raise
    kept(server, note)
    return server


def _master() -> int:
    """The process that began this run: of a worker of pytest-xdist, its parent."""
    return os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()


@cache
def _given() -> Server:
    """Return the server that the tester names, once it is sure that nothing of value is there."""
    username = os.environ.get("KG_TEST_NEO4J_USERNAME", "neo4j")
    password = os.environ.get("KG_TEST_NEO4J_PASSWORD", "")
    server = Server(os.environ[GIVEN], username, password, 0, Path())
    if not claim(server):
        pytest.fail(f"{GIVEN} names a database that holds data: the tests would delete it")
    return server


def claim(server: Server) -> bool:
    """Take a database for tests: one that is empty, or that earlier tests have taken.

    The mark is an index of a label that nobody uses: it is no data, and outlives all of it.
    """
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        marked = driver.execute_query("SHOW INDEXES YIELD name WHERE name = $mark", mark=MARK)
        if not marked.records:
            if driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]:
                return False
            driver.execute_query(f"CREATE INDEX {MARK} IF NOT EXISTS FOR (n:KgTests) ON (n.key)")
    return True
