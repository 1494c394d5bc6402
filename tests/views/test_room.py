"""Nothing lies on anything else and nothing is cut, in any window: a large one, a small one, a tall
one, and one that is resized.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from kg.cli.program import run
from kg.model import Graph
from kg.store import open_store
from kg.views.catalogue import VIEWS
from kg.views.choice import Choice
from kg.views.page import page
from kg.wording import Language
from tests.views.browsing import WINDOW, Opened, opened, overlapping
from tests.views.conftest import AS_OF
from tests.views.large import MEASURES, SECTIONS, TASKS, paper

SIZES = ((1400, 900), (1400, 813), (1400, 1250), (1920, 1080), (1024, 768))
SMALLEST_LETTER = 11
FIRST = ("alignment", "responsibility", "coordination")
TREE = "document"  # of 60 measures: longer than most windows


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of two large papers."""
    folder = tmp_path_factory.mktemp("large")
    for name, region, office in (("省.csv", "湖南省", "省"), ("市.csv", "衡阳市", "市")):
        (folder / name).write_text(paper(region, office), "utf-8")
    store = folder / "kg.db"
    assert (
        run(["--store", str(store), "build", str(folder / "省.csv"), str(folder / "市.csv")]) == 0
    )
    with open_store(str(store)) as held:
        return held.graph()


@pytest.fixture(scope="module", params=VIEWS)
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def view(name: str, pages: dict[str, Path], browser: Browser) -> Iterator[Opened]:
    """Each view of the bundled documents, opened once."""
    with opened(browser, pages[name]) as found:
        yield found


@pytest.fixture(scope="module")
def full(
    name: str, crowded: Graph, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Opened]:
    """Each view of the large papers, opened once."""
    path = tmp_path_factory.mktemp("full") / f"{name}.html"
    path.write_bytes(page(VIEWS[name].make(crowded, Choice(as_of=AS_OF)), Language.ZH).encode())
    with opened(browser, path) as found:
        yield found


def resized(view: Opened, size: tuple[int, int]) -> None:
    """Change the window under an open page, and wait for it to draw itself anew."""
    view.page.set_viewport_size({"width": size[0], "height": size[1]})
    settled(view)
    view.page.wait_for_timeout(60)


def settled(view: Opened) -> None:
    """Wait until the drawing has the size of its place."""
    view.wait(
        "(() => { const a = document.getElementById('canvas');"
        " const c = drawing.network().canvas.frame.canvas;"
        " return c.clientWidth === a.clientWidth && c.clientHeight === a.clientHeight; })()"
    )


def scenes(view: Opened, *languages: str) -> Iterator[str]:
    """Show each scene in each language."""
    for language in languages:
        for scene in range(view.run("state.data.scenes.length")):
            view.run(f"state.change({{ scene: {scene}, language: '{language}' }})")
            settled(view)
            yield f"{language} {scene}"
    view.run("state.change({ scene: 0, language: 'zh' })")


def painted_over(view: Opened, labels: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """Return the words that lie on marks without words, each with the number of the mark."""
    signs = view.run("drawing.signs()")
    return [
        (label["text"], sign["mark"])
        for label in labels
        for sign in signs
        if label.get("mark") != sign["mark"] and overlapping([label, sign])
    ]


def outside(view: Opened, labels: list[dict[str, Any]]) -> list[str]:
    """Return the words that leave the drawing."""
    wide, high = view.run(
        "[document.getElementById('canvas').clientWidth,"
        " document.getElementById('canvas').clientHeight]"
    )
    return [
        label["text"]
        for label in labels
        if label["part"]
        or min(label["left"], label["top"]) < 0
        or label["left"] + label["width"] > wide
        or label["top"] + label["height"] > high
    ]


@pytest.mark.parametrize("size", SIZES)
def test_the_bundled_documents_have_room(view: Opened, name: str, size: tuple[int, int]) -> None:
    resized(view, size)
    for shown in scenes(view, "zh", "en"):
        labels = view.labels()
        assert overlapping(labels) == [], shown
        assert painted_over(view, labels) == [], shown
        assert min(label["height"] for label in labels) >= SMALLEST_LETTER - 0.1, shown
        if name == TREE and view.page.is_visible("#more"):
            assert min(label["top"] for label in labels) >= 0, shown
            continue
        assert outside(view, labels) == [], shown
        assert not view.page.is_visible("#more"), shown
        assert view.run("drawing.unseen()") == [], shown


def test_the_first_views_have_letters_of_twelve_pixels_in_a_usual_window(
    view: Opened, name: str
) -> None:
    if name not in FIRST:
        return  # the others may have smaller ones
    resized(view, (WINDOW["width"], WINDOW["height"]))
    for shown in scenes(view, "zh", "en"):
        assert min(label["height"] for label in view.labels()) >= 12, shown


@pytest.mark.parametrize("size", SIZES)
def test_large_papers_begin_at_the_top_left_and_say_that_there_is_more(
    full: Opened, size: tuple[int, int]
) -> None:
    resized(full, size)
    for shown in scenes(full, "zh"):
        labels = full.labels()
        assert overlapping(labels) == [], shown
        assert painted_over(full, labels) == [], shown
        assert min(label["height"] for label in labels) >= SMALLEST_LETTER - 0.1, shown
        assert min(min(label["left"], label["top"]) for label in labels) >= 0, shown
        unseen = full.run("drawing.unseen().length")
        assert full.page.is_visible("#more") == bool(unseen), shown
        if unseen:
            assert f"视野外还有 {unseen} 个标记" in full.text("#more"), shown


def test_a_large_matrix_keeps_names_and_totals_in_sight(
    crowded: Graph, tmp_path: Path, browser: Browser
) -> None:
    path = tmp_path / "a.html"
    made = VIEWS["responsibility"].make(crowded, Choice(as_of=AS_OF))
    path.write_bytes(page(made, Language.ZH).encode())
    with opened(browser, path) as view:
        assert view.run("state.scene().marks.length") > SECTIONS * TASKS * MEASURES * 3
        for pan in ("", "drawing.network().moveTo({ position: { x: 900, y: 500 } });"):
            view.run(f"(() => {{ {pan} }})()")
            labels = view.labels()
            assert overlapping(labels) == []
            assert painted_over(view, labels) == []
            assert [s for s in view.run("drawing.signs()") if s["part"] and inside(view, s)] == []
            rows = [label for label in labels if label["text"].startswith(("衡阳市", "湖南省"))]
            numbers = [label for label in labels if label["text"].isdigit()]
            assert rows
            assert all(any(abs(n["top"] - r["top"]) < 4 for n in numbers) for r in rows)
            assert [n["text"] for n in numbers if n["part"]] == []


def inside(view: Opened, box: dict[str, Any]) -> bool:
    """Tell whether the window itself does not cut a rectangle."""
    wide, high = view.run(
        "[document.getElementById('canvas').clientWidth,"
        " document.getElementById('canvas').clientHeight]"
    )
    return bool(
        min(box["left"], box["top"]) >= 0
        and box["left"] + box["width"] <= wide
        and box["top"] + box["height"] <= high
    )


def test_what_the_reader_chose_to_see_stays_when_the_window_changes(
    pages: dict[str, Path], browser: Browser
) -> None:
    with opened(browser, pages["responsibility"]) as view:
        view.page.focus("#canvas")
        for _ in range(4):
            view.page.keyboard.press("+")
        assert view.page.is_visible("#more")
        scale = view.run("drawing.network().getScale()")
        resized(view, (1300, 900))
        assert view.run("drawing.network().getScale()") == pytest.approx(scale, rel=0.1)
        view.page.click("#more")
        assert not view.page.is_visible("#more")
        resized(view, (1400, 900))
        assert not view.page.is_visible("#more")


def test_gaps_out_of_sight_are_counted(pages: dict[str, Path], browser: Browser) -> None:
    with opened(browser, pages["alignment"]) as view:
        view.run("drawing.network().moveTo({ position: { x: 5000, y: 5000 } });"
                 "drawing.zoom(1);")  # fmt: skip
        gaps = view.run("state.scene().marks.filter((m) => state.scene().kinds[m.kind].key ==="
                        " 'uncovered').length")  # fmt: skip
        assert f"其中✕ 未承接 {gaps}" in view.text("#more")
        view.page.click("#more")
        assert not view.page.is_visible("#more")
