"""The stores that the contract holds for: each test of ``store`` runs on all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.store import Store, open_store

Opener = Callable[[], Store]
"""Opens the store of one test again, beside those that are open."""


def _sqlite(folder: Path) -> Opener:
    return lambda: open_store(str(folder / "kg.db"))


STORES: dict[str, Callable[[Path], Opener]] = {"sqlite": _sqlite}


@pytest.fixture(params=sorted(STORES))
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Return what opens this test's store."""
    return STORES[request.param](tmp_path)


@pytest.fixture
def store(opener: Opener) -> Iterator[Store]:
    """Return an empty store."""
    with opener() as opened:
        yield opened
