"""The stores that the contract holds for: each test of ``store`` runs on all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from kg.store import Store, open_store
from tests.neo4j.server.database import database

Opener = Callable[[], Store]
"""Opens the store of one test again, beside those that are open."""

Place = Callable[[Path, Path], AbstractContextManager[Opener]]
"""Gives a place for one empty store: from the test's folder and the folder of the whole run."""


@contextmanager
def _sqlite(folder: Path, run_folder: Path) -> Iterator[Opener]:
    del run_folder
    yield lambda: open_store(str(folder / "kg.db"))


@contextmanager
def _neo4j(folder: Path, run_folder: Path) -> Iterator[Opener]:
    del folder
    with database(run_folder) as server, pytest.MonkeyPatch.context() as patch:
        for name, value in server.environ.items():
            patch.setenv(name, value)
        yield lambda: open_store("neo4j")


STORES: dict[str, Place] = {"neo4j": _neo4j, "sqlite": _sqlite}

PARAMETERS = [
    pytest.param(name, marks=pytest.mark.neo4j if name == "neo4j" else ()) for name in STORES
]


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all processes of this test run know."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(params=PARAMETERS)
def opener(request: pytest.FixtureRequest, tmp_path: Path, run_folder: Path) -> Iterator[Opener]:
    """Return what opens this test's store."""
    with STORES[request.param](tmp_path, run_folder) as opens:
        yield opens


@pytest.fixture
def store(opener: Opener) -> Iterator[Store]:
    """Return an empty store."""
    with opener() as opened:
        yield opened
