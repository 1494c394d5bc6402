"""Engines on stores of the tests: ArcadeDB always, Neo4j where there is a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.pipeline import build
from kg.store import open_store
from kg.store.cypher import CypherEngine, open_engine
from tests.analysis.sample import city, plain_list
from tests.cli.conftest import filled, kg, workplace
from tests.cypher.aligned import crowd, documents, linkages
from tests.cypher.contents import contents

__all__ = ["filled", "kg", "workplace"]


def silent(_: object) -> None:
    """Take what an engine says before a long wait."""


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all processes of this test run know."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def real_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with the two bundled documents."""
    path = str(tmp_path_factory.mktemp("real") / "kg.db")
    assert len(build([], lambda: open_store(path)).loaded) == 2
    return path


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with three small documents of an invented place."""
    path = str(tmp_path_factory.mktemp("sample") / "kg.db")
    with open_store(path) as store:
        for contribution in (city(), plain_list(), contents()):
            assert store.write(contribution)
    return path


@pytest.fixture(scope="session")
def real(real_store: str) -> Iterator[CypherEngine]:
    """ArcadeDB on the two bundled documents."""
    with open_engine(real_store, {}, silent) as engine:
        yield engine


@pytest.fixture(scope="session")
def sample(sample_store: str) -> Iterator[CypherEngine]:
    """ArcadeDB on the three small documents."""
    with open_engine(sample_store, {}, silent) as engine:
        yield engine


@pytest.fixture(scope="session")
def aligned_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with alignments in every state, by hand and at random."""
    path = str(tmp_path_factory.mktemp("aligned") / "kg.db")
    random_documents, random_linkages = crowd()
    with open_store(path) as store:
        for contribution in (*documents(), *random_documents):
            assert store.write(contribution)
        for linkage in (*linkages(), *random_linkages):
            assert store.link(linkage)
    return path


@pytest.fixture(scope="session")
def aligned(aligned_store: str) -> Iterator[CypherEngine]:
    """ArcadeDB on the documents with alignments."""
    with open_engine(aligned_store, {}, silent) as engine:
        yield engine
