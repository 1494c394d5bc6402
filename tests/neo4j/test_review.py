"""People's judgements survive a wipe of the server as they do one of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store import open_store
from tests.cli.conftest import Kg, kg, workplace
from tests.cli.test_review_survival import STATES, judged, six_pairs_apart
from tests.neo4j.server.database import wipe
from tests.neo4j.server.process import Server

__all__ = ["kg", "workplace"]

pytestmark = pytest.mark.neo4j
TASK = "闽知发〔2025〕14号 任务24"


def test_six_judgements_and_a_word_on_a_task_survive_a_wipe(
    kg: Kg, workplace: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE", "neo4j")
    monkeypatch.setenv("KG_REVIEWER", "张三")
    monkeypatch.setenv("KG_REVIEW", str(workplace / "kg-review.tsv"))
    assert kg("build").code == 0
    pairs = six_pairs_apart(kg)
    for word, chosen in (("accept", pairs[:3]), ("reject", pairs[3:5]), ("unsure", pairs[5:])):
        assert kg("review", word, *(key for pair in chosen for key in pair)).code == 0
    assert kg("review", "exempt", TASK).code == 0
    expected = dict(zip(pairs, STATES, strict=True))
    with open_store("neo4j") as store:
        before = store.graph()

    wipe(server, bare=True)
    built = kg("build")
    assert built.out.endswith(
        "任务适用与否 1 条：不适用 1\n审核：确认 3，否定 2，存疑 1，已过期 0，冲突 0，未用上 0\n"
    )
    assert judged(kg) == expected
    with open_store("neo4j") as store:
        assert store.graph() == before

    # The same judgements give a file the same graph.
    assert kg("build", "--store", str(workplace / "kg.db")).code == 0
    with open_store(str(workplace / "kg.db")) as store:
        assert store.graph() == before
