"""The sample documents in a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import Graph
from kg.store import open_store
from kg.store.base import Store
from tests.analysis.contents import contributions
from tests.analysis.sample import city, plain_list


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "kg.db")) as opened:
        opened.write(city())
        opened.write(plain_list())
        yield opened


@pytest.fixture
def content(tmp_path: Path) -> Graph:
    """The documents of the reports of content, as a store gives them back."""
    with open_store(str(tmp_path / "content.db")) as opened:
        for contribution in contributions():
            opened.write(contribution)
        return opened.graph()
