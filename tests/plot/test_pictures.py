"""Pictures as files: they open, hold what they should, and are the same every time."""

from __future__ import annotations

import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import matplotlib
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.text import Text as Words
from PIL import Image

from kg.plot.chart import Bars, Chart, Fill, Grid, Series, Timeline
from kg.plot.fonts import PREFERRED, FontError, families
from kg.plot.page import figure_of
from kg.plot.palette import COVERED, GAP, HATCHED, PALE, PARTLY, SOLID
from kg.plot.picture import picture
from kg.wording import Language, Text, same

FILLS = (SOLID, HATCHED, PALE)
LABELS = ("福州市市场监督管理局（知识产权局）", "<b>𠮷野家$x^2$ & 副 ", "")


def chart() -> Chart:
    notes = (Text("举措 60 条", "measures: 60"),)
    series = tuple(
        Series(same(name), values, fill)
        for name, values, fill in zip(
            ("独自牵头", "联合牵头", "配合"), ((45, 0, 1), (3, 2, 0), (6, 0, 0)), FILLS, strict=True
        )
    )
    months = tuple(f"{2022 + m // 12}-{m % 12 + 1:02}" for m in range(30))
    due = Series(same("未到期"), tuple(54 if m == 28 else m % 7 == 0 for m in range(30)), SOLID)
    return Chart(
        Text("各单位任务量", "Workload"),
        (
            Bars(same("文件甲"), notes, LABELS, series, (same("末尾"),) * 3, same("举措数")),
            Timeline(
                same("文件乙"),
                notes,
                months,
                (due,),
                (28, same("2024-05：54 条")),
                12.5,
                same("数"),
            ),
            Grid(
                same("文件丙"),
                notes,
                LABELS,
                ("光电产业", "茶"),
                ((1, 0), (9, 2), (0, 0)),
                same("数"),
            ),
        ),
        (Text(f"截至 {date(2025, 1, 31)}", "as of 2025-01-31"),),
    )


@pytest.mark.parametrize("language", list(Language))
def test_a_png_opens_and_is_not_empty(chinese_font: str, language: Language) -> None:
    image = Image.open(io.BytesIO(picture(chart(), language, "png")))
    assert image.width >= 1_600
    assert len(image.convert("L").getcolors(256) or ()) > 20


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_the_same_chart_gives_the_same_bytes(chinese_font: str, form: str) -> None:
    first = picture(chart(), Language.ZH, form)
    assert first == picture(chart(), Language.ZH, form)
    assert not re.search(rb"20[0-9]{2}-[01][0-9]-[0-3][0-9]T|CreationDate", first)


def test_an_svg_needs_no_font_and_fetches_nothing(chinese_font: str) -> None:
    svg = picture(chart(), Language.ZH, "svg").decode()
    assert "<text" not in svg
    assert "font-family" not in svg
    assert not re.search(r'(?:href|src)="(?!#)', svg)


def test_a_pdf_holds_its_fonts(chinese_font: str) -> None:
    pdf = picture(chart(), Language.ZH, "pdf")
    assert pdf.startswith(b"%PDF")
    assert b"/FontFile" in pdf


def drawn(language: Language = Language.ZH) -> Figure:
    return figure_of(chart(), language)


def test_every_word_stands_on_the_page_and_none_on_another(chinese_font: str) -> None:
    with matplotlib.rc_context({"font.family": [chinese_font], "text.parse_math": False}):
        figure = drawn()
        figure.draw_without_rendering()
        width, height = figure.get_size_inches() * figure.dpi
        boxes = [
            (words.get_text(), words.get_window_extent())
            for words in figure.findobj(Words)
            if isinstance(words, Words) and words.get_text().strip() and words.get_visible()
        ]
    assert {"各单位任务量", "文件甲", "举措 60 条", "截至 2025-01-31", LABELS[0]} <= {
        t for t, _ in boxes
    }
    for _, box in boxes:
        assert box.x0 >= -1
        assert box.y0 >= -1
        assert box.x1 <= width + 1
        assert box.y1 <= height + 1
    titles = [b for t, b in boxes if t in {"文件甲", "文件乙", "文件丙", "举措 60 条"}]
    assert not [1 for i, a in enumerate(titles) for b in titles[:i] if a.overlaps(b)]


def test_words_are_no_formulas(chinese_font: str) -> None:
    assert picture(chart(), Language.ZH, "png")
    with matplotlib.rc_context({"font.family": [chinese_font]}):
        texts = {w.get_text() for w in drawn().findobj(Words) if isinstance(w, Words)}
    assert LABELS[1] in texts


def test_a_persons_own_settings_change_nothing(chinese_font: str) -> None:
    before = picture(chart(), Language.ZH, "svg")
    with matplotlib.rc_context({"axes.facecolor": "red", "font.size": 30, "text.usetex": True}):
        assert picture(chart(), Language.ZH, "svg") == before
        assert matplotlib.rcParams["font.size"] == 30


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("touching", [FILLS, (COVERED, PARTLY, GAP)])
def test_areas_that_touch_are_told_apart_in_grey(touching: tuple[Fill, ...]) -> None:
    for one, other in pairwise(touching):
        apart = abs(lightness(one.colour) - lightness(other.colour))
        assert apart > 0.15 or one.hatch != other.hatch


def test_a_machine_without_chinese_fonts_is_told_which_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    manager = font_manager.fontManager
    latin = [entry for entry in manager.ttflist if entry.name.startswith("DejaVu")]
    monkeypatch.setattr(manager, "ttflist", latin)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [e.fname for e in latin])
    with pytest.raises(FontError) as caught:
        families("牵头ABC")
    assert caught.value.into(Language.ZH) == (
        "本机的字体缺 2 个字，画出来会是空框，没有画：头牵。请安装中文字体（Debian、Ubuntu："
        "apt-get install fonts-noto-cjk；Fedora：dnf install google-noto-sans-cjk-fonts），"
        "或用 --font 指定字体文件"
    )
    assert caught.value.into(Language.EN) == (
        "the fonts of this machine lack 2 characters, which would be empty boxes; nothing was "
        "drawn: 头牵. Next: install a Chinese font (Debian, Ubuntu: apt-get install "
        "fonts-noto-cjk; Fedora: dnf install google-noto-sans-cjk-fonts), or name a font file "
        "with --font"
    )
    with pytest.raises(FontError):
        picture(chart(), Language.ZH, "png")


def test_a_font_installed_of_late_is_found(
    chinese_font: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = font_manager.fontManager
    path = next(e.fname for e in manager.ttflist if e.name == chinese_font)
    latin = [entry for entry in manager.ttflist if entry.name.startswith("DejaVu")]
    monkeypatch.setattr(manager, "ttflist", latin)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [__file__, path])
    assert families("牵头")


def test_fonts_that_were_taken_away_are_passed_over(
    chinese_font: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = font_manager.fontManager
    gone = font_manager.FontEntry(fname="/nowhere/a.ttf", name=PREFERRED[0])
    monkeypatch.setattr(manager, "ttflist", [gone, *manager.ttflist])
    assert families("牵头")


def test_a_named_font_is_used_alone(chinese_font: str) -> None:
    manager = font_manager.fontManager
    path = Path(next(e.fname for e in manager.ttflist if e.name == chinese_font))
    assert families("牵头单位", path)
    latin = next(Path(e.fname) for e in manager.ttflist if e.name == "DejaVu Sans")
    with pytest.raises(FontError) as caught:
        families("牵头ABC", latin)
    assert caught.value.into(Language.ZH) == (
        f"这个字体缺 2 个字：头牵（{latin}）。请用 --font 换一个中文字体"
    )
    assert caught.value.into(Language.EN) == (
        f"this font lacks 2 characters: 头牵 ({latin}). Next: name a Chinese font with --font"
    )
