"""Reports read a part of the store and say what they would say of all of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from kg.model import Graph, Kinds
from kg.pipeline import build
from kg.store import open_store
from kg.store.sqlite.store import SqliteStore
from tests.analysis.sample import city, plain_list
from tests.cli.conftest import Kg

REPORTS = [
    ("register", "--inferred"),
    ("workload", "--inferred", "--collectives", "--blanket"),
    ("deadlines", "--as-of", "2025-07-01", "--from", "2023-01-01", "--inferred"),
    ("coordination", "--inferred", "--collectives", "--blanket"),
    ("coordination", "--agency", "agency:福州市科学技术局"),
    ("centrality", "--inferred", "--collectives"),
    ("industries", "--inferred"),
    ("targets", "--inferred"),
    ("instruments", "--inferred"),
    ("quality",),
    ("gaps", "--as-of", "2025-07-01"),
    ("gaps", "--as-of", "2025-07-01", "--only-accepted"),
    ("alignment",),
]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a store with the two bundled documents and two made-up ones."""
    address = str(tmp_path_factory.mktemp("everything") / "kg.db")
    assert len(build([], lambda: open_store(address)).loaded) == 2
    with open_store(address) as store:
        store.write(city())
        store.write(plain_list())
    return address


@pytest.mark.parametrize("arguments", REPORTS, ids=" ".join)
def test_a_report_says_the_same_of_the_whole_store(
    everything: str, kg: Kg, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    said = kg("--store", everything, "report", *arguments, "-f", "json")
    asked: list[Kinds | None] = []
    read = SqliteStore.graph

    def whole(
        store: SqliteStore, keys: Collection[str] | None = None, kinds: Kinds | None = None
    ) -> Graph:
        asked.append(kinds)
        return read(store, keys)

    monkeypatch.setattr(SqliteStore, "graph", whole)
    assert kg("--store", everything, "report", *arguments, "-f", "json") == said
    assert said.code == 0
    assert asked[0] is not None


def test_every_report_that_can_is_tried() -> None:
    folder = Path(__file__).parents[2] / "kg" / "cli" / "reports"
    reading = {p.stem for p in folder.glob("*.py") if "kg.analysis.reads" in p.read_text("utf-8")}
    assert reading - {"network"} <= {name for name, *_ in REPORTS}
