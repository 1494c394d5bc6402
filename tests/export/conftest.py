"""The program on a store of the sample documents, and a folder that the whole run shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build
from kg.store import open_store
from tests.cli.conftest import filled, kg, workplace

__all__ = ["filled", "kg", "workplace"]


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all processes of this test run know."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a store with the two bundled documents."""
    address = str(tmp_path_factory.mktemp("bundled") / "kg.db")
    assert len(build([], lambda: open_store(address)).loaded) == 2
    return address
