"""The server of this test run, its database empty or without a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.neo4j.server.database import database
from tests.neo4j.server.process import Server


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all processes of this test run know."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture
def server(run_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Return the server, its database without a store; ``neo4j`` names it."""
    with database(run_folder, bare=True) as running:
        for name, value in running.environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("NEO4J_DATABASE", raising=False)
        yield running
