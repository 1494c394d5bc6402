"""A chart laid out on a page: titles, notes and panels one below the other, measured in inches."""

from __future__ import annotations

from dataclasses import dataclass, field

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kg.plot.chart import Bars, Chart, Grid, Panel, Timeline
from kg.plot.drawing import draw_bars, draw_grid, draw_timeline, label_width, slant_height
from kg.plot.palette import BLACK, GREY
from kg.render.width import wrap
from kg.wording import Language, Text

WIDTH = 10.0
MARGIN = 0.4
TITLE_SIZE, HEADING_SIZE, NOTE_SIZE = 15.0, 11.5, 8.5
BAR_HEIGHT, CELL = 0.34, 0.42
TIMELINE_HEIGHT = 3.0
LEGEND_HEIGHT, AXIS_HEIGHT = 0.34, 0.62
_POINTS = 72
_LINE = 1.45
"""Height of a line in times its size."""


@dataclass(slots=True)
class Page:
    """A figure being filled from the top; ``used`` inches of it are."""

    width: float
    height: float
    figure: Figure = field(init=False)
    used: float = MARGIN

    def __post_init__(self) -> None:
        self.figure = Figure(figsize=(self.width, self.height))

    def text(self, lines: list[str], size: float, colour: str) -> None:
        """Put lines of text below what is there."""
        for line in lines:
            self.used += line_height(size)
            x, y = MARGIN / self.width, 1 - self.used / self.height
            self.figure.text(x, y, line, fontsize=size, color=colour, va="bottom")

    def axes(self, left: float, width: float, height: float) -> Axes:
        """Return axes below what is there, measured in inches."""
        self.used += height
        bottom = 1 - self.used / self.height
        return self.figure.add_axes(
            (left / self.width, bottom, width / self.width, height / self.height)
        )


def figure_of(chart: Chart, language: Language) -> Figure:
    """Return a chart as a figure; nothing is cut, the page grows with what stands on it."""
    width = max((_width(panel) for panel in chart.panels), default=WIDTH)
    page = Page(width, _height(chart, width, language))
    page.text(_wrapped(chart.title, TITLE_SIZE, width, language), TITLE_SIZE, BLACK)
    for panel in chart.panels:
        page.used += MARGIN / 2
        page.text(_wrapped(panel.title, HEADING_SIZE, width, language), HEADING_SIZE, BLACK)
        for note in panel.notes:
            page.text(_wrapped(note, NOTE_SIZE, width, language), NOTE_SIZE, GREY)
        _draw(page, panel, language)
    page.used += MARGIN / 2
    for note in chart.notes:
        page.text(_wrapped(note, NOTE_SIZE, width, language), NOTE_SIZE, GREY)
    return page.figure


def line_height(size: float) -> float:
    """Return the height of a line of text, in inches."""
    return size * _LINE / _POINTS


def _draw(page: Page, panel: Panel, language: Language) -> None:
    if isinstance(panel, Timeline):
        page.used += LEGEND_HEIGHT
        left = MARGIN + 0.5
        axes = page.axes(left, page.width - left - MARGIN, TIMELINE_HEIGHT)
        draw_timeline(axes, panel, language)
        page.used += AXIS_HEIGHT
        return
    if isinstance(panel, Bars):
        page.used += LEGEND_HEIGHT
        left = MARGIN + label_width(panel.labels)
        axes = page.axes(left, page.width - left - MARGIN, BAR_HEIGHT * len(panel.labels))
        draw_bars(axes, panel, language)
        page.used += AXIS_HEIGHT
        return
    page.used += MARGIN / 2
    left = MARGIN + label_width(panel.rows)
    axes = page.axes(left, CELL * len(panel.columns), CELL * len(panel.rows))
    draw_grid(axes, panel)
    page.used += slant_height(panel.columns)


def _width(panel: Panel) -> float:
    if isinstance(panel, Grid):
        return max(WIDTH, 2 * MARGIN + label_width(panel.rows) + CELL * len(panel.columns) + 0.3)
    return WIDTH


def _height(chart: Chart, width: float, language: Language) -> float:
    height = 2 * MARGIN + MARGIN / 2
    height += _text_height(chart.title, TITLE_SIZE, width, language)
    height += sum(_text_height(note, NOTE_SIZE, width, language) for note in chart.notes)
    for panel in chart.panels:
        height += MARGIN / 2 + _text_height(panel.title, HEADING_SIZE, width, language)
        height += sum(_text_height(note, NOTE_SIZE, width, language) for note in panel.notes)
        height += _panel_height(panel)
    return height


def _panel_height(panel: Panel) -> float:
    if isinstance(panel, Grid):
        return MARGIN / 2 + CELL * len(panel.rows) + slant_height(panel.columns)
    body = BAR_HEIGHT * len(panel.labels) if isinstance(panel, Bars) else TIMELINE_HEIGHT
    return LEGEND_HEIGHT + body + AXIS_HEIGHT


def _text_height(text: Text, size: float, width: float, language: Language) -> float:
    return line_height(size) * len(_wrapped(text, size, width, language))


def _wrapped(text: Text, size: float, width: float, language: Language) -> list[str]:
    """A Chinese character is as wide as it is high; a column is half of that."""
    columns = (width - 2 * MARGIN) * _POINTS / (size / 2)
    return wrap(text.into(language), int(columns))
