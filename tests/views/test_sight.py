"""What a reader sees on opening a view: it is drawn, offline, and can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.views.catalogue import VIEWS
from kg.views.lettering import LONGEST_LABEL, ems
from tests.house.checkout import ROOT
from tests.views.browsing import overlapping
from tests.views.conftest import Open

PICTURES = ROOT / "build" / "views"
SMALLEST_LETTER = 12
MOST_OVERLAPPING = 0.05
WHOLE = ("alignment", "responsibility", "coordination", "agency", "deadlines")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_opens_offline_without_a_fault_under_its_policy(
    name: str, pages: dict[str, Path], open_page: Open
) -> None:
    view = open_page(pages[name])  # faults and requests fail it on leaving
    policy = view.page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert view.shown() == view.run("state.scene().marks.length")
    assert view.requests == []
    PICTURES.mkdir(parents=True, exist_ok=True)
    view.page.screenshot(path=PICTURES / f"{name}.png")


@pytest.mark.parametrize("name", VIEWS)
def test_the_policy_is_in_force(name: str, pages: dict[str, Path], open_page: Open) -> None:
    view = open_page(pages[name])
    view.run(
        "(() => { const s = document.createElement('script');"
        " s.textContent = 'window.injected = 1'; document.body.append(s); })()"
    )
    view.page.wait_for_timeout(100)
    assert view.run("window.injected") is None
    assert any("Content Security Policy" in fault for fault in view.faults)
    view.faults.clear()


@pytest.mark.parametrize("name", VIEWS)
def test_labels_can_be_read_at_the_opening_zoom(
    name: str, pages: dict[str, Path], open_page: Open
) -> None:
    view = open_page(pages[name])
    for scene in range(view.run("state.data.scenes.length")):
        view.run(f"state.change({{ scene: {scene} }})")
        view.page.wait_for_timeout(100)
        labels = view.labels()
        lines = [line for label in labels for line in str(label["text"]).split("\n")]
        pairs = len(labels) * (len(labels) - 1) / 2
        assert len(labels) > 10
        assert len(overlapping(labels)) <= MOST_OVERLAPPING * pairs
        assert overlapping(labels) == []  # what we keep ourselves to
        assert min(label["height"] for label in labels) >= SMALLEST_LETTER
        assert max(map(ems, lines)) <= LONGEST_LABEL + 3  # a sign, a number, a count


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_drawing_is_in_the_window(
    name: str, pages: dict[str, Path], open_page: Open
) -> None:
    view = open_page(pages[name])
    box = view.run("(() => { const c = document.getElementById('canvas');"
                   " return [c.clientWidth, c.clientHeight]; })()")  # fmt: skip
    for label in view.labels():
        assert 0 <= label["left"] <= label["left"] + label["width"] <= box[0]
        assert 0 <= label["top"] <= label["top"] + label["height"] <= box[1]


@pytest.mark.parametrize("name", VIEWS)
def test_every_kind_has_a_look_of_its_own(
    name: str, pages: dict[str, Path], open_page: Open
) -> None:
    kinds = open_page(pages[name]).run("state.scene().kinds.filter((k) => k.legend)")
    looks = [(k["shape"], k["fill"], k["border"], k["sign"], k["dashed"]) for k in kinds]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("name", VIEWS)
def test_the_title_says_what_it_is_and_as_of_when(
    name: str, pages: dict[str, Path], open_page: Open
) -> None:
    view = open_page(pages[name])
    assert view.text("h1") == view.page.title()
    assert "截至 2026-01-15" in view.text("#meta")
    assert len(view.text("#finding")) > 10
    assert "闽知发〔2025〕14号" in view.text("#sources")
    assert view.run("document.querySelectorAll('#legend button').length") >= 1
