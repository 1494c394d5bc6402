"""What a reader can do with a page: search, filter, choose, take along, send on."""

from __future__ import annotations

import csv
import io
import json
import struct
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download

from tests.views.browsing import Opened, opened
from tests.views.conftest import Open

MARKET = "福州市市场监督管理局（知识产权局）"
SCIENCE = "福州市科学技术局"


Kept = Callable[[str], Opened]


@pytest.fixture(scope="module")
def shelf(pages: dict[str, Path], browser: Browser) -> Iterator[Kept]:
    """Pages by name, each opened once and put back as it opened for whoever asks for it."""
    with ExitStack() as stack:
        found: dict[str, Opened] = {}

        def page(name: str) -> Opened:
            if name not in found:
                found[name] = stack.enter_context(opened(browser, pages[name]))
            found[name].reset()
            return found[name]

        yield page


@pytest.fixture
def kept(shelf: Kept) -> Iterator[Kept]:
    """The same; faults fail the test in which they came up."""
    used: list[Opened] = []

    def page(name: str) -> Opened:
        used.append(shelf(name))
        return used[-1]

    yield page
    assert [view.faults for view in used if view.faults] == []


@pytest.fixture
def matrix(kept: Kept) -> Opened:
    return kept("responsibility")


def record(view: Opened, caption: str) -> int:
    """The number of the record of a caption."""
    return int(
        view.run(
            f"state.data.records.findIndex((r) => state.text(r.caption) === {json.dumps(caption)})"
        )
    )


def content(download: Download) -> bytes:
    path = download.path()
    return path.read_bytes()


def test_search_finds_chinese_words_and_goes_from_one_to_the_next(matrix: Opened) -> None:
    matrix.page.fill("#search", "质押 融资")
    held = "state.data.records.filter((r) => (r.quote || '').includes('质押融资')).length"
    found = int(matrix.text("#found").split()[0])
    scene = "state.scene().marks.map((m) => m.about[0])"
    assert 0 < found <= matrix.run(held)
    lit = matrix.run("Array.from(drawing.lit()).map((m) => state.scene().marks[m].about[0])")
    words = matrix.run("state.data.records.map((r) => r.quote || '')")
    assert lit
    assert all("质押融资" in words[number] for number in lit)
    assert set(matrix.run(scene)) > set(lit)
    matrix.page.press("#search", "Enter")
    assert "质押融资" in matrix.text("#panel blockquote")
    matrix.page.fill("#search", "没有这样的词")
    assert matrix.text("#found") == "没有找到"


def test_width_and_case_make_no_difference_to_the_search(matrix: Opened) -> None:
    for words in ("TISC", "ｔｉｓｃ"):
        matrix.page.fill("#search", words)
        assert matrix.text("#found").endswith("处")


def test_a_filter_hides_what_does_not_have_the_value(matrix: Opened) -> None:
    whole = matrix.shown()
    rows = matrix.run("table.rows().length")
    matrix.page.select_option("#f-due", label="2023年12月")
    assert matrix.run("table.rows().length") == 3
    kinds = matrix.run("drawing.shown().map((m) => state.scene().marks[m].kind)")
    assert matrix.shown() < whole
    assert matrix.text("#shown").startswith(f"显示 {matrix.shown()}/{whole} ")
    agencies = [k for k in matrix.run("state.scene().kinds") if k["key"] == "agency"]
    assert len(agencies) == 1
    assert len(kinds) > 3
    matrix.page.select_option("#f-due", "")
    assert (matrix.shown(), matrix.run("table.rows().length")) == (whole, rows)


def test_two_filters_count_together(matrix: Opened) -> None:
    matrix.page.select_option("#f-agency", label=SCIENCE)
    dots = matrix.run("drawing.shown().filter((m) => state.scene().marks[m].about.length > 1)")
    assert len(dots) == 13
    matrix.page.select_option("#f-due", label="2023年12月")
    dots = matrix.run("drawing.shown().filter((m) => state.scene().marks[m].about.length > 1)")
    assert len(dots) < 13


def test_the_state_filter_follows_the_day(kept: Kept) -> None:
    view = kept("alignment")
    options = view.run("Array.from(document.querySelectorAll('#f-state option'), (o) => o.text)")
    assert options == ["状态：全部", "已到期（完成情况未载）", "未写时限"]


def test_the_legend_counts_and_toggles(matrix: Opened) -> None:
    counts = {
        b: int(n)
        for b, n in matrix.run(
            "Array.from(document.querySelectorAll('#legend button'),"
            " (b) => [b.dataset.kind, b.querySelector('.count').textContent])"
        )
    }
    assert counts == {"lead": 65, "assist": 229}
    whole = matrix.shown()
    button = "#legend button[data-kind=assist]"
    matrix.page.click(button)
    assert matrix.shown() == whole - 229
    assert matrix.page.get_attribute(button, "aria-pressed") == "false"
    matrix.page.click(button)
    assert matrix.shown() == whole


def test_the_hub_can_be_taken_out(kept: Kept) -> None:
    view = kept("coordination")
    links = view.run("drawing.shownLinks().length")
    view.page.click("#legend button[data-kind=hub]")
    assert view.run("drawing.shownLinks().length") == links - 32


def test_a_click_shows_the_printed_words_with_document_number_and_line(matrix: Opened) -> None:
    dot = matrix.run(
        "state.scene().marks.findIndex("
        "(m) => state.data.records[m.about[0]].key.endsWith('/五/15#1'))"
    )
    matrix.page.mouse.click(*matrix.place(dot))
    panel = matrix.text("#panel")
    assert "依托国家知识产权局专利审查协作福建分中心，集聚知识产权信息优势和人才优势" in panel
    for words in ("第323行", "五/15#1", "2023年6月", "已到期（完成情况未载）", "牵头单位 · 1"):
        assert words in panel
    assert "福州市国家知识产权强市建设示范城市工作方案重点任务分解表" in panel


def test_the_panel_links_what_is_linked(matrix: Opened) -> None:
    matrix.run(f"state.change({{ record: {record(matrix, SCIENCE)} }})")
    assert "牵头 · 2" in matrix.text("#panel")
    assert "配合 · 11" in matrix.text("#panel")
    matrix.page.click("#panel ul a >> nth=0")
    assert "牵头单位" in matrix.text("#panel")
    matrix.page.click(f"#panel a:has-text('{SCIENCE}')")
    assert matrix.text("#panel .caption") == SCIENCE
    matrix.page.go_back()
    assert "牵头单位" in matrix.text("#panel")


def test_a_curve_tells_why(kept: Kept) -> None:
    view = kept("alignment")
    view.run("state.change({ record: state.scene().links[0][3] })")
    panel = view.text("#panel")
    for words in ("依据", "得分", "上级原文", "下级原文", "上级任务 · 1", "下级举措 · 1"):
        assert words in panel
    assert view.run("drawing.lit().size") == 2


def test_pointing_at_a_mark_dims_all_but_its_neighbours(matrix: Opened) -> None:
    name = matrix.run(
        f"state.scene().marks.findIndex((m) => m.about[0] === {record(matrix, SCIENCE)})"
    )
    matrix.page.mouse.move(*matrix.place(name))
    matrix.wait("drawing.lit() !== null")
    assert matrix.run("drawing.lit().size") == 14  # the name and its 13 roles
    assert SCIENCE in matrix.text("#hint")
    matrix.page.mouse.move(5, 5)
    matrix.wait("drawing.lit() === null")
    assert not matrix.page.is_visible("#hint")


def test_a_view_can_be_sent_as_it_stands(
    matrix: Opened, pages: dict[str, Path], open_page: Open
) -> None:
    matrix.page.select_option("#f-agency", label=SCIENCE)
    matrix.page.click("#legend button[data-kind=assist]")
    matrix.page.fill("#search", "创新")
    matrix.run(f"state.change({{ record: {record(matrix, SCIENCE)}, tab: 'table' }})")
    address = matrix.run("location.hash")
    other = open_page(pages["responsibility"], address)
    assert other.page.input_value("#search") == "创新"
    assert other.text("#panel .caption") == SCIENCE
    assert other.page.is_visible("#rows")
    assert other.shown() == matrix.shown()
    assert other.run("location.hash") == address


@pytest.mark.parametrize(
    "address",
    ["#at=x&scene=y&off=%5B&f.due=z&tab=q&lang=fr", "#off=7", "#%", "#off=%5B%22no%22%5D"],
)
def test_an_address_mangled_on_its_way_opens_the_page(
    address: str, pages: dict[str, Path], open_page: Open
) -> None:
    view = open_page(pages["responsibility"], address)
    assert view.shown() == view.run("state.scene().marks.length")


def test_all_of_it_works_by_keyboard(matrix: Opened) -> None:
    press = matrix.page.keyboard.press
    matrix.page.focus("#canvas")
    press("ArrowDown")
    press("ArrowDown")
    first = matrix.run("state.now.mark")
    press("ArrowRight")
    assert matrix.run("state.now.mark") not in {-1, first}
    press("Enter")
    assert matrix.run("document.activeElement.id") == "panel"
    press("Escape")
    assert matrix.run("state.now.record") == -1
    press("/")
    assert matrix.run("document.activeElement.id") == "search"
    matrix.page.keyboard.type("t?0")
    assert matrix.page.input_value("#search") == "t?0"
    press("Escape")
    matrix.page.focus("#canvas")
    press("l")
    assert matrix.run("document.activeElement.dataset.kind") == "lead"
    press("Space")
    assert matrix.run("state.now.off.has('lead')")
    assert matrix.run("document.activeElement.dataset.kind") == "lead"
    press("t")
    assert matrix.page.is_visible("#rows")
    press("?")
    assert matrix.page.is_visible("dialog")
    press("Escape")
    assert not matrix.page.is_visible("dialog")


def test_keys_zoom_and_fit(matrix: Opened) -> None:
    matrix.page.focus("#canvas")
    before = matrix.run("drawing.network().getScale()")
    matrix.page.keyboard.press("+")
    assert matrix.run("drawing.network().getScale()") > before
    matrix.page.keyboard.press("0")
    assert matrix.run("drawing.network().getScale()") == pytest.approx(before, abs=0.02)


def test_what_can_be_used_has_a_name(matrix: Opened) -> None:
    nameless = matrix.run(
        "Array.from(document.querySelectorAll('button, select, input, #canvas')).filter((e) =>"
        " !(e.getAttribute('aria-label') || e.textContent.trim()))"
        ".map((e) => e.outerHTML)"
    )
    assert nameless == []
    assert MARKET in str(matrix.page.get_attribute("#canvas", "aria-label"))


def test_the_table_holds_the_same_and_can_be_sorted(matrix: Opened) -> None:
    matrix.page.click("#tab")
    lines = "Array.from(document.querySelectorAll('#rows tbody tr'), (r) => r.cells[0].textContent)"
    printed = matrix.run(lines)
    assert len(printed) == 60
    assert "60 行" in matrix.text("#rows caption")
    matrix.page.click("#rows th button:has-text('时限')")
    assert matrix.page.get_attribute("#rows th:has-text('时限')", "aria-sort") == "ascending"
    due = "Array.from(document.querySelectorAll('#rows tbody tr'), (r) => r.cells[6].textContent)"
    assert matrix.run(due)[0] == "2022年12月"
    matrix.page.click("#rows th button:has-text('时限')")
    assert matrix.run(due)[0] == "2025年6月"
    matrix.page.click("#rows tbody a >> nth=0")
    assert matrix.page.is_visible("#panel blockquote")


def test_csv_holds_the_rows_shown_and_no_formula(pages: dict[str, Path], open_page: Open) -> None:
    matrix = open_page(pages["responsibility"])
    matrix.page.select_option("#f-due", label="2023年12月")
    matrix.run("state.data.records.forEach((r) => { if (r.quote) r.quote = '=1+' + r.quote; })")
    with matrix.page.expect_download() as waiting:
        matrix.page.click("#csv")
    data = content(waiting.value)
    assert data.startswith(b"\xef\xbb\xbf")
    assert waiting.value.suggested_filename.endswith(".csv")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == ["编号", "板块", "任务", "举措", "牵头", "配合", "时限", "状态"]
    assert {row[6] for row in rows} == {"2023年12月"}
    assert len(rows) == 3
    assert all(row[3].startswith("'=1+") for row in rows)


def test_the_picture_has_twice_the_resolution_and_the_drawing_stays(matrix: Opened) -> None:
    size = matrix.run("[drawing.network().canvas.frame.canvas.width,"
                      " drawing.network().canvas.frame.canvas.height]")  # fmt: skip
    with matrix.page.expect_download() as waiting:
        matrix.page.click("#png")
    data = content(waiting.value)
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert width == 2 * size[0]
    assert height > 2 * size[1]  # title and legend stand above and below
    assert len(data) > 50_000
    assert size == matrix.run("[drawing.network().canvas.frame.canvas.width,"
                              " drawing.network().canvas.frame.canvas.height]")  # fmt: skip


def test_a_print_leaves_the_controls_out(matrix: Opened) -> None:
    matrix.page.emulate_media(media="print")
    assert not matrix.page.is_visible("#search")
    assert not matrix.page.is_visible("#tools")
    assert matrix.page.is_visible("#canvas")
    assert len(matrix.page.pdf()) > 20_000


def test_the_page_speaks_both_languages(matrix: Opened) -> None:
    chinese = {label["text"] for label in matrix.labels()}
    matrix.page.click("#language")
    assert matrix.text("h1") == "Responsibility: who leads and who supports"
    assert "60 measures" in matrix.text("#finding")
    assert "as of 2026-01-15" in matrix.text("#meta")
    assert matrix.run("document.documentElement.lang") == "en"
    assert "leads" in matrix.text("#legend")
    english = {label["text"] for label in matrix.labels()}
    assert SCIENCE in english & chinese  # names stay as printed
    assert "measures" in english - chinese
    matrix.page.click("#language")
    assert matrix.text("h1") == "责任图：谁牵头、谁配合"


def test_another_document_is_another_drawing(matrix: Opened) -> None:
    matrix.page.select_option("#scene", "1")
    assert "原文没有写明牵头单位" in matrix.text("#finding")
    assert "闽知发〔2025〕14号" in matrix.text("#meta")
    assert matrix.run("document.querySelectorAll('#legend button').length") == 3


def test_damage_is_marked_and_explained(kept: Kept) -> None:
    view = kept("alignment")
    damaged = view.run("state.scene().marks.findIndex((m) => m.warning)")
    assert damaged >= 0
    view.run(f"drawing.choose({damaged})")
    below = view.run("Array.from(document.querySelectorAll('#panel a'), (a) => a.textContent)")
    assert below
