"""A page in a browser: what it drew, what it asked for, what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page, ViewportSize

from tests.house.checkout import ROOT

WINDOW = ViewportSize(width=1400, height=900)
PATIENCE_MS = 20_000
PICTURES = ROOT / "build" / "views"
"""Where a run of the tests leaves what each page looked like."""
SMALLEST_LETTER = 12
DRAWN = "state.data.scenes.length === 0 || performance.getEntriesByName('drawn').length > 0"
LOADED = "document.readyState === 'complete'"


@dataclass
class Opened:
    """A page that has drawn itself.

    Parameters
    ----------
    faults
        Errors and warnings of the console, uncaught errors, dialogs.
    requests
        Addresses asked for, the file itself left out.
    """

    page: Page
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Keep what goes wrong and what is asked for."""

        def refuse(dialog: Dialog) -> None:
            self.faults.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        self.page.on("console", lambda said: self.faults.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"uncaught: {error}"))
        self.page.on("dialog", refuse)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the page gives
        """Return what a script gives in the page."""
        return self.page.evaluate(script)

    def text(self, selector: str) -> str:
        """Return what an element says."""
        return self.page.inner_text(selector)

    def wait(self, script: str) -> None:
        """Wait until a script says true; the page's own policy forbids Playwright's way of it."""
        for _ in range(PATIENCE_MS // 50):
            if self.run(script):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never came true: {script}")

    def labels(self) -> list[dict[str, Any]]:
        """Return every word drawn with its rectangle on the screen."""
        found: list[dict[str, Any]] = self.run("drawing.labels()")
        return found

    def shown(self) -> int:
        """Return how many marks are drawn."""
        return int(self.run("drawing.shown().length"))

    def reset(self) -> None:
        """Put the page back as it opened, but for what a test did to its data."""
        self.page.emulate_media(media="screen")
        self.page.mouse.move(5, 5)
        self.run(
            "document.activeElement.blur();"
            "state.change({ scene: 0, record: -1, query: '', tab: 'drawing',"
            " language: state.data.language });"
            "drawing.fit()"
        )

    def place(self, number: int) -> tuple[float, float]:
        """Return where in the window a mark stands."""
        at = self.run(
            f"(() => {{ const n = drawing.network();"
            f" const at = n.canvasToDOM(n.getPosition({number}));"
            " const box = document.getElementById('canvas').getBoundingClientRect();"
            " return [at.x + box.left, at.y + box.top]; })()"
        )
        return at[0], at[1]


@contextmanager
def opened(browser: Browser, path: Path, address: str = "", ready: str = DRAWN) -> Iterator[Opened]:
    """Open a file with the network cut; on leaving, every fault fails the test."""
    context = browser.new_context(viewport=WINDOW, offline=True, accept_downloads=True)
    page = context.new_page()
    found = Opened(page)
    found.listen()
    page.goto(path.as_uri() + address)
    found.requests = [url for url in found.requests if not url.startswith(path.as_uri())]
    found.wait(ready)
    yield found
    assert found.faults == []
    assert [url for url in found.requests if not url.startswith("blob:")] == []
    context.close()


def overlapping(labels: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the pairs of words that lie on one another by more than a pixel either way."""
    return [(a["text"], b["text"]) for a, b in combinations(labels, 2) if _meet(a, b)]


def _meet(a: dict[str, Any], b: dict[str, Any]) -> bool:
    across = min(a["left"] + a["width"], b["left"] + b["width"]) - max(a["left"], b["left"])
    down = min(a["top"] + a["height"], b["top"] + b["height"]) - max(a["top"], b["top"])
    return bool(across > 1 and down > 1)
