"""Whatever a document says is shown as text: nothing runs, and everything is drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.analysis.status.status import Progress, Record, StatusLedger
from kg.model import Graph
from kg.views.catalogue import VIEWS
from kg.views.choice import Choice
from kg.views.overview import Linked, overview
from kg.views.page import page
from kg.views.payload import payload
from kg.wording import Language, same
from tests.views.browsing import LOADED, opened
from tests.views.conftest import Open
from tests.views.hostile import ATTACKS, graph_of, hostile, hostile_pair

CHOICE = Choice(
    as_of=date(2025, 1, 1),
    ledger=StatusLedger(
        "".join(ATTACKS),
        {
            node.key: (Record(node.key, Progress.DONE, None, "".join(ATTACKS), 2),)
            for node in hostile().nodes
            if node.label == "Measure"
        },
        ignored=ATTACKS,
    ),
)


@pytest.fixture(scope="module")
def bad() -> Graph:
    return graph_of(hostile())


@pytest.mark.parametrize("name", list(VIEWS))
def test_nothing_runs_and_all_is_drawn(
    name: str, bad: Graph, tmp_path: Path, open_page: Open
) -> None:
    view = VIEWS[name].make(hostile_pair() if name == "alignment" else bad, CHOICE)
    view = replace(view, origin=same(f"MATCH (n) RETURN n AS `{ATTACKS[0]}`"))
    path = tmp_path / "a.html"
    path.write_bytes(page(view, Language.ZH).encode())
    found = open_page(path)
    assert found.shown() == len(view.scenes[0].marks)
    assert found.shown() >= 5
    found.run("state.data.records.forEach((_, record) => state.change({ record }))")
    assert "</script><script>window.hit=1</script>" in found.text("#panel") + found.text("#meta")
    found.page.click("#tab")
    found.page.click("#language")
    found.page.fill("#search", "onerror")
    found.run("drawing.choose(0)")
    assert found.run("window.hit") is None
    elements = found.run("document.querySelectorAll('#panel img, #rows img, #rows b, img').length")
    assert elements == 0


def test_the_overview_runs_nothing_either(bad: Graph, tmp_path: Path, browser: Browser) -> None:
    views = [Linked(entry.make(bad, CHOICE), f"{name}.html") for name, entry in VIEWS.items()]
    path = tmp_path / "index.html"
    path.write_bytes(overview(bad, views, CHOICE.as_of, Language.ZH).encode())
    with opened(browser, path, ready=LOADED) as found:
        assert "<img src=x onerror=window.hit=1>1" in found.text("body")
        assert "\u202e" not in path.read_text("utf-8")
        assert found.run("document.querySelectorAll('a.card').length") == len(VIEWS)
        assert found.run("document.querySelectorAll('img, script:not(:last-child)').length") == 0
        assert found.run("window.hit") is None
        found.page.click("#language")
        assert "Overview" in found.text("h1")
        assert found.requests == []


def test_no_character_in_the_data_can_end_it_or_hide(bad: Graph) -> None:
    for entry in VIEWS.values():
        data = payload(entry.make(bad, CHOICE), Language.ZH)
        assert not set(data) & set("<>&\u2028\u2029\u202e\u200f\ufeff")
        assert json.loads(data)["name"] == entry.name
