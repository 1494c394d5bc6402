"""The views of the bundled documents as files, and one Chromium for all tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from kg.cli.program import run
from kg.model import Graph
from kg.store import open_store
from kg.views.catalogue import VIEWS
from kg.views.choice import Choice
from kg.views.page import page
from kg.wording import Language
from tests.views.browsing import Opened, opened

AS_OF = date(2026, 1, 15)
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the two bundled documents, built as users build it."""
    path = tmp_path_factory.mktemp("views") / "kg.db"
    assert run(["--store", str(path), "build"]) == 0
    return path


@pytest.fixture(scope="session")
def graph(store_path: Path) -> Graph:
    with open_store(str(store_path)) as store:
        return store.graph()


@pytest.fixture(scope="session")
def pages(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each view of the bundled documents as a file, by name."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name, entry in VIEWS.items():
        found[name] = folder / f"{name}.html"
        made = page(entry.make(graph, Choice(as_of=AS_OF)), Language.ZH)
        found[name].write_bytes(made.encode())
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or another one on the path; nothing is downloaded."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        reason = f"no Chromium on the path ({', '.join(PROGRAMS)})"
        if os.environ.get("KG_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        # A container's root user has no sandbox to start.
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a file in a window of 1400 × 900 with the network cut; faults fail the test."""
    with ExitStack() as stack:

        def open_(path: Path, address: str = "") -> Opened:
            return stack.enter_context(opened(browser, path, address))

        yield open_
