"""The panels of a chart, drawn on axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from kg.plot.chart import Bars, Fill, Grid, Timeline
from kg.plot.palette import BLACK, BLUE, GREY, LIGHT, VERMILION, WHITE
from kg.render.width import columns
from kg.wording import Language, Text

SIZE = 9.5
_SMALL = 8.5
_POINTS = 72
_SLOT = 0.55
"""Room that the name of a month needs, in inches."""

_END_ROOM = 1.5
"""Room for words at the end of a bar, in inches."""

_NUMBER_ROOM = 0.26
_LOWEST = 4
"""Top of the axis of a timeline at least."""

_FEWEST = 12
"""Months that the axis of a timeline has room for at least: one bar alone would be a wall."""

_DARK = 0.55
_PALEST = 3
"""The darkest cell stands for this many at least: a grid of ones is no grid of much."""

_SLANT = 0.71
"""Sine of 45 degrees."""

_TODAY = Text("截至日", "as of")


def label_width(labels: Sequence[str]) -> float:
    """Return the room that labels need left of an axis, in inches."""
    widest = max((columns(label) for label in labels), default=0)
    return widest * SIZE / 2 / _POINTS + 0.2


def draw_bars(axes: Axes, bars: Bars, language: Language) -> None:
    """Draw horizontal bars, the first label at the top."""
    totals = [sum(values) for values in zip(*(s.values for s in bars.series), strict=True)]
    width = _inches(axes)
    reach = max(totals, default=0) or 1
    limit = reach * width / max(width - _END_ROOM, 1.0)
    places = range(len(bars.labels))
    starts = [0] * len(bars.labels)
    for series in bars.series:
        axes.barh(
            places, series.values, left=starts, height=0.72, label=series.name.into(language),
            **_look(series.fill),
        )  # fmt: skip
        for place, (start, value) in enumerate(zip(starts, series.values, strict=True)):
            if len(bars.series) > 1 and value / limit * width >= _NUMBER_ROOM:
                _number(axes, start + value / 2, place, value, series.fill)
        starts = [a + b for a, b in zip(starts, series.values, strict=True)]
    for place, (total, end) in enumerate(zip(totals, bars.ends, strict=True)):
        offset = 0.06 / width * limit
        axes.text(total + offset, place, end.into(language), va="center", fontsize=_SMALL)
    axes.set_xlim(0, limit)
    axes.set_ylim(len(bars.labels) - 0.5, -0.5)
    axes.set_yticks(list(places), labels=list(bars.labels), fontsize=SIZE)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
    axes.set_xlabel(bars.unit.into(language), fontsize=_SMALL, loc="left")
    _plain(axes, grid="x")
    _legend(axes, len(bars.series))


def draw_timeline(axes: Axes, timeline: Timeline, language: Language) -> None:
    """Draw upright bars along the months; the cliff is named above its bar."""
    places = range(len(timeline.months))
    floor = [0] * len(timeline.months)
    for series in timeline.series:
        axes.bar(
            places, series.values, bottom=floor, width=0.8, label=series.name.into(language),
            **_look(series.fill),
        )  # fmt: skip
        floor = [a + b for a, b in zip(floor, series.values, strict=True)]
    top = max(*floor, _LOWEST)
    named = timeline.cliff[0] if timeline.cliff else -1
    for place, value in enumerate(floor):
        if value and place != named:
            axes.text(place, value, f"{value}", ha="center", va="bottom", fontsize=_SMALL)
    _name_cliff(axes, timeline, floor, language)
    _name_today(axes, timeline, language)
    axes.set_xlim(-0.75, max(len(timeline.months), _FEWEST) - 0.25)
    axes.set_ylim(0, top * 1.2)
    kept = _named_months(floor, _inches(axes))
    axes.set_xticks(kept, labels=[timeline.months[i] for i in kept], fontsize=_SMALL)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.set_ylabel(timeline.unit.into(language), fontsize=_SMALL)
    _plain(axes, grid="y")
    _legend(axes, len(timeline.series))


def draw_grid(axes: Axes, grid: Grid) -> None:
    """Draw a cell for each pair, the darker the more, with its number."""
    most = max((value for row in grid.values for value in row), default=0)
    most = max(most, _PALEST)
    for y, row in enumerate(grid.values):
        for x, value in enumerate(row):
            colour = _shade(value / most)
            axes.add_patch(Rectangle((x, y), 1, 1, facecolor=colour, edgecolor=LIGHT, lw=0.8))
            if value:
                ink = WHITE if value / most > _DARK else BLACK
                axes.text(
                    x + 0.5, y + 0.5, f"{value}", ha="center", va="center", color=ink,
                    fontsize=_SMALL,
                )  # fmt: skip
    axes.set_xlim(0, len(grid.columns))
    axes.set_ylim(len(grid.rows), 0)
    axes.set_yticks([y + 0.5 for y in range(len(grid.rows))], list(grid.rows), fontsize=SIZE)
    axes.set_xticks(
        [x + 0.5 for x in range(len(grid.columns))], list(grid.columns), fontsize=SIZE,
        rotation=45, ha="right", rotation_mode="anchor",
    )  # fmt: skip
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def slant_height(labels: Sequence[str]) -> float:
    """Return the room that slanted labels need below an axis, in inches."""
    widest = max((columns(label) for label in labels), default=0)
    return (widest * SIZE / 2 + 2 * SIZE) / _POINTS * _SLANT


def _look(fill: Fill) -> dict[str, Any]:
    return {
        "facecolor": fill.colour,
        "edgecolor": fill.ink if fill.hatch else GREY,
        "hatch": fill.hatch,
        "linewidth": 0.6,
    }


def _number(axes: Axes, x: float, y: float, value: int, fill: Fill) -> None:
    """A number on its area, on a ground of its own where the area is hatched."""
    ground = {"facecolor": fill.colour, "edgecolor": "none", "pad": 1.0} if fill.hatch else None
    axes.text(
        x, y, f"{value}", ha="center", va="center", color=fill.ink, fontsize=_SMALL, bbox=ground
    )


def _name_cliff(axes: Axes, timeline: Timeline, floor: Sequence[int], language: Language) -> None:
    if timeline.cliff is None:
        return
    place, words = timeline.cliff
    side = "right" if place > len(timeline.months) / 2 else "left"
    shift = 0.4 if side == "right" else -0.4
    axes.annotate(
        words.into(language), (place + shift, floor[place]), xytext=(0, 3),
        textcoords="offset points", ha=side, va="bottom", fontsize=SIZE,
        color=VERMILION, zorder=5, bbox={"facecolor": WHITE, "edgecolor": "none", "pad": 1.0},
    )  # fmt: skip


def _name_today(axes: Axes, timeline: Timeline, language: Language) -> None:
    if timeline.today is None:
        return
    axes.axvline(timeline.today - 0.5, color=BLACK, linewidth=1.0, linestyle="--")
    axes.annotate(
        _TODAY.into(language), (timeline.today - 0.5, 1.0), xycoords=("data", "axes fraction"),
        xytext=(-3, -2), textcoords="offset points", ha="right", va="top", fontsize=_SMALL,
    )  # fmt: skip


def _named_months(values: Sequence[int], width: float) -> list[int]:
    """The months whose names stand below the axis: those with most in them first, then others,
    so far as there is room.
    """
    apart = _SLOT * max(len(values), _FEWEST) / width
    kept: list[int] = []
    wanted = sorted(range(len(values)), key=lambda i: (-values[i], i % 12, i))
    for place in wanted:
        if all(abs(place - other) >= apart for other in kept):
            kept.append(place)
    return sorted(kept)


def _shade(share: float) -> tuple[float, float, float]:
    """From white to blue; told apart in grey too, since only the lightness changes."""
    red, green, blue = (int(BLUE[i : i + 2], 16) / 255 for i in (1, 3, 5))
    weight = 0.12 + 0.88 * share if share else 0.0
    return 1 - (1 - red) * weight, 1 - (1 - green) * weight, 1 - (1 - blue) * weight


def _legend(axes: Axes, entries: int) -> None:
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=max(entries, 1), frameon=False,
        fontsize=_SMALL, borderaxespad=0.3, handlelength=1.6, handleheight=1.0,
    )  # fmt: skip


def _plain(axes: Axes, *, grid: str) -> None:
    for name in ("top", "right"):
        axes.spines[name].set_visible(False)
    axes.tick_params(labelsize=_SMALL)
    axes.tick_params(axis="y", labelsize=SIZE if grid == "x" else _SMALL)
    axes.set_axisbelow(True)
    if grid == "x":
        axes.xaxis.grid(visible=True, color=LIGHT, linewidth=0.6)
    else:
        axes.yaxis.grid(visible=True, color=LIGHT, linewidth=0.6)


def _inches(axes: Axes) -> float:
    figure = axes.get_figure(root=True)
    if figure is None:
        raise TypeError("axes stand on a figure")
    return float(axes.get_position().width * figure.get_size_inches()[0])
