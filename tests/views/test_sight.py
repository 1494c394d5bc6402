"""What a reader sees on opening a view: it is drawn, offline, and can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.views.catalogue import VIEWS
from kg.views.lettering import LONGEST_LABEL, ems
from tests.views.browsing import PICTURES, SMALLEST_LETTER, Opened, opened, overlapping
from tests.views.conftest import Open

MOST_OVERLAPPING = 0.05
WHOLE = {"alignment", "responsibility", "coordination", "agency", "deadlines"}


@pytest.fixture(scope="module", params=VIEWS)
def view(
    request: pytest.FixtureRequest, pages: dict[str, Path], browser: Browser
) -> Iterator[Opened]:
    """Each view, opened once: nothing here changes it. Faults and requests fail on leaving."""
    with opened(browser, pages[request.param]) as found:
        yield found


def test_everything_is_drawn_offline_under_a_policy(view: Opened) -> None:
    policy = view.page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert view.shown() == view.run("state.scene().marks.length")
    assert view.requests == []
    PICTURES.mkdir(parents=True, exist_ok=True)
    view.page.screenshot(path=PICTURES / f"{view.run('state.data.name')}.png")


def test_the_title_says_what_it_is_and_as_of_when(view: Opened) -> None:
    assert view.text("h1") == view.page.title()
    assert "截至 2026-01-15" in view.text("#meta")
    assert len(view.text("#finding")) > 10
    assert "闽知发〔2025〕14号" in view.text("#sources")
    assert view.run("document.querySelectorAll('#legend button').length") >= 1


def test_every_kind_has_a_look_of_its_own(view: Opened) -> None:
    kinds = view.run("state.scene().kinds.filter((k) => k.legend)")
    told = ("shape", "fill", "border", "sign", "dashed")
    looks = [tuple(kind[part] for part in told) for kind in kinds]
    assert len(set(looks)) == len(looks)


def test_the_whole_drawing_is_in_the_window(view: Opened) -> None:
    if view.run("state.data.name") not in WHOLE:
        return  # a tree of 60 measures is longer than a window: it pans
    wide, high = view.run(
        "[document.getElementById('canvas').clientWidth,"
        " document.getElementById('canvas').clientHeight]"
    )
    for label in view.labels():
        assert 0 <= label["left"] <= label["left"] + label["width"] <= wide
        assert 0 <= label["top"] <= label["top"] + label["height"] <= high


def test_labels_can_be_read_at_the_opening_zoom(view: Opened) -> None:
    for scene in range(view.run("state.data.scenes.length")):
        view.run(f"state.change({{ scene: {scene} }})")
        labels = view.labels()
        lines = [line for label in labels for line in str(label["text"]).split("\n")]
        pairs = len(labels) * (len(labels) - 1) / 2
        assert len(labels) > 10
        assert len(overlapping(labels)) <= MOST_OVERLAPPING * pairs
        assert overlapping(labels) == []  # what we keep ourselves to
        assert min(label["height"] for label in labels) >= SMALLEST_LETTER
        assert max(map(ems, lines)) <= LONGEST_LABEL + 3  # a sign, a number, a count


def test_the_policy_is_in_force(pages: dict[str, Path], open_page: Open) -> None:
    view = open_page(pages["agency"])
    view.run(
        "(() => { const s = document.createElement('script');"
        " s.textContent = 'window.injected = 1'; document.body.append(s); })()"
    )
    view.page.wait_for_timeout(100)
    assert view.run("window.injected") is None
    assert any("Content Security Policy" in fault for fault in view.faults)
    view.faults.clear()
