"""Pages with a status ledger and with judgements, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from kg.model import Graph
from kg.views.catalogue import VIEWS
from kg.views.choice import Choice
from kg.views.page import page
from kg.views.timing import TIMINGS
from kg.wording import Language
from tests.views.browsing import PICTURES, SMALLEST_LETTER, Opened, opened, overlapping
from tests.views.conftest import AS_OF
from tests.views.recorded import judged, recorded

NAMES = ("alignment", "agency", "deadlines", "document")


@pytest.fixture(scope="module", params=NAMES)
def view(
    request: pytest.FixtureRequest,
    graph: Graph,
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,
) -> Iterator[Opened]:
    """Each view that speaks of completion or of review states, opened once."""
    name: str = request.param
    choice = Choice(as_of=AS_OF, ledger=recorded(graph))
    path = tmp_path_factory.mktemp("recorded") / f"{name}.html"
    path.write_bytes(page(VIEWS[name].make(judged(graph), choice), Language.ZH).encode())
    assert path.stat().st_size <= 900_000
    with opened(browser, path) as found:
        yield found


def test_it_can_be_read(view: Opened) -> None:
    labels = view.labels()
    assert overlapping(labels) == []
    assert min(label["height"] for label in labels) >= SMALLEST_LETTER
    PICTURES.mkdir(parents=True, exist_ok=True)
    view.page.screenshot(path=PICTURES / f"{view.run('state.data.name')}-recorded.png")


def test_the_line_below_the_title_says_what_it_rests_on(view: Opened) -> None:
    meta = view.text("#meta")
    assert "截至 2026-01-15" in meta
    assert "完成情况：kg-status.tsv，记录 " in meta
    counted = "计入人工确认、程序建议、判断已过期的对应" in meta
    assert counted == (view.run("state.data.name") in {"alignment", "agency"})


def test_the_state_filter_finds_what_is_late(view: Opened) -> None:
    whole = view.shown()
    options = view.run("Array.from(document.querySelectorAll('#f-state option'), (o) => o.text)")
    assert {"按期完成", "逾期完成", "逾期未完成"} <= set(options)
    view.page.select_option("#f-state", label="逾期未完成")
    assert 0 < view.shown() < whole
    rows = view.run("table.rows().map((row) => row.slice(1).map(table.words))")
    words = {text.zh for text in TIMINGS.values()}
    assert {cell for row in rows for cell in row} & words == {"逾期未完成"}
    view.page.select_option("#f-state", "")
    assert view.shown() == whole


def test_no_two_kinds_of_the_legend_look_alike(view: Opened) -> None:
    kinds = view.run("state.scene().kinds.filter((k) => k.legend)")
    told = ("shape", "fill", "border", "sign", "dashed")
    looks = [tuple(kind[part] for part in told) for kind in kinds]
    assert len(set(looks)) == len(looks)


def test_rejected_pairs_appear_when_the_legend_is_asked(view: Opened) -> None:
    if view.run("state.data.name") != "alignment":
        return  # the others draw no alignments
    button = view.page.locator("#legend button[data-kind=rejected]")
    number = int(button.locator(".count").inner_text())
    assert number > 0
    assert button.get_attribute("aria-pressed") == "false"
    before = view.run("drawing.shownLinks().length")
    button.click()
    assert view.run("drawing.shownLinks().length") == before + number
    assert "rejected" not in view.run("Array.from(state.now.off)")
    view.run("state.change({ record: state.scene().links.find("
             "(l) => state.scene().kinds[l[0]].key === 'rejected')[3] })")  # fmt: skip
    assert "人工否定" in view.text("#panel")
    view.page.locator("#legend button[data-kind=rejected]").click()
    assert view.run("drawing.shownLinks().length") == before


def test_accepted_pairs_are_thicker_in_the_legend(view: Opened) -> None:
    if view.run("state.data.name") != "alignment":
        return  # the others draw no alignments

    def wide(kind: str) -> float:
        line = view.page.locator(f"#legend button[data-kind={kind}] line")
        return float(str(line.get_attribute("stroke-width")))

    assert wide("accepted-covered") > wide("link-covered")
    assert wide("accepted-partly") > wide("link-partly")
