"""The graph of each bundled document against a transcript that was checked against the paper.

``KG_UPDATE_GOLDEN=1 make test`` writes the transcripts anew; the change is then read as a diff.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from kg.loading import registry
from kg.pipeline import build
from kg.store import open_store
from tests.acceptance.transcript import transcript

GOLDEN = Path(__file__).with_name("golden")


@pytest.mark.parametrize("path", registry().bundled_files(), ids=lambda path: path.stem)
def test_the_graph_says_what_the_paper_says(path: Path, tmp_path: Path) -> None:
    address = str(tmp_path / "kg.db")
    outcome = build([path], partial(open_store, address))
    with open_store(address, must_exist=True) as store:
        found = transcript(store.graph())
    assert outcome.refused == ()
    golden = GOLDEN / f"{path.stem}.txt"
    if os.environ.get("KG_UPDATE_GOLDEN") == "1":
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")
