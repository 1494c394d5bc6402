"""The dots of the deadline view, its lanes, months, bars, and today's line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.views.choice import Choice
from kg.views.deadlines_lanes import CONTINUOUS, NONE, TOTAL, Chart, Slot
from kg.views.facets import AGENCY, values_of
from kg.views.lettering import ems, shortened
from kg.views.palette import (
    BLUE,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PALE,
    PLUM,
    RUST,
    SKY,
    VERMILION,
    WASH,
    WHITE,
)
from kg.views.scene import LETTER, Align, Band, Caption, Drawing, Kind, Mark, Rule, Shape, Side
from kg.views.timing import TIMINGS, Look, Timing, look
from kg.wording import Text

_SIZE = 4
_GUTTER = 12
_CLIFF = 0.5
"""A month in which at least this share of all dated measures falls due is one to see."""
_FEW = 10
_MONTH = 38
"""Room that the number of a month takes."""
_YEAR = 44
"""Room that the number of a year takes."""
_SHAPES = {
    Timing.OPEN: (Shape.DOT, BLUE, BLUE),
    Timing.EXPIRED: (Shape.DOT, WHITE, BLUE),
    Timing.CONTINUOUS: (Shape.SQUARE, GREEN, GREEN),
    Timing.NONE: (Shape.DIAMOND, WHITE, GREY),
    Timing.IN_TIME: (Shape.TRIANGLE, GREEN, GREEN),
    Timing.DONE_LATE: (Shape.TRIANGLE, ORANGE, ORANGE),
    Timing.DONE: (Shape.TRIANGLE, SKY, GREEN),
    Timing.FINISHED: (Shape.TRIANGLE, GREY, GREY),
    Timing.LATE: (Shape.TRIANGLE_DOWN, VERMILION, VERMILION),
    Timing.LAST_OPEN: (Shape.TRIANGLE_DOWN, WHITE, VERMILION),
    Timing.UNDER_WAY: (Shape.DOT, SKY, BLUE),
    Timing.NOT_BEGUN: (Shape.DOT, GREY, BLUE),
}
_CLAUSES = {
    Look.PLAIN: ("clause", Text("分句时限（只管其中一句）", "date of one clause"), PLUM),
    Look.EXPIRED: (
        "clause-expired",
        Text("空心：分句时限，已到期（完成情况未载）", "hollow: date of one clause, expired"),
        WHITE,
    ),
    Look.DONE: ("clause-done", Text("分句时限，举措已完成", "date of one clause, done"), GREEN),
}
_STRIPS = {
    CONTINUOUS: Text("无截止日", "no last day"),
    NONE: Text("未写时限", "no deadline"),
}
_NOBODY = Text("没有牵头单位", "nobody leads")


def _kinds() -> Iterator[Kind]:
    for state, (shape, fill, border) in _SHAPES.items():
        name = TIMINGS[state]
        hollow = Text("空心：", "hollow: ") if look(state) is Look.EXPIRED else Text("", "")
        for broken in (False, True):
            zh = f"{hollow.zh}{name.zh}{'，牵头为推断' if broken else ''}"
            en = f"{hollow.en}{name.en}{', lead inferred' if broken else ''}"
            key = f"{state.value}{'?' if broken else ''}"
            late = state is Timing.LATE
            yield Kind(
                key, Text(zh, en), shape, fill, border, dashed=broken, size=_SIZE, urgent=late
            )
    yield from _clause_kinds()
    yield Kind("lane", Text("单位", "agency"), Shape.WORDS, WHITE, WHITE, legend=False, ink=INK)


def _clause_kinds() -> Iterator[Kind]:
    for key, name, fill in _CLAUSES.values():
        for broken in (False, True):
            zh, en = ("，牵头为推断", ", lead inferred") if broken else ("", "")
            words = Text(f"{name.zh}{zh}", f"{name.en}{en}")
            whole = f"{key}{'?' if broken else ''}"
            yield Kind(whole, words, Shape.HEXAGON, fill, PLUM, dashed=broken, size=_SIZE + 1)


KINDS = tuple(_kinds())


def marks(chart: Chart, choice: Choice) -> Iterator[Mark]:
    """Yield the names of the lanes, then a dot for each measure in each lane."""
    for lane in chart.lanes:
        if not lane.key:
            continue
        label = shortened(lane.name)
        width = round(ems(label) * LETTER)
        yield Mark(
            key=lane.key,
            kind="lane",
            x=-_GUTTER - width // 2,
            y=lane.top + lane.height // 2,
            about=(lane.key,),
            label=label,
            width=width,
            values={AGENCY: (lane.key,)},
            sticky=True,
        )
    for number, (slot, x, y) in enumerate(chart.spots):
        yield _dot(slot, number, x, y, choice)


def _dot(slot: Slot, number: int, x: int, y: int, choice: Choice) -> Mark:
    about = (slot.entry.key, slot.lane) if slot.lane else (slot.entry.key,)
    kind = slot.timing.value if slot.clause is None else _CLAUSES[look(slot.timing)][0]
    return Mark(
        key=f"{number}|{slot.lane}|{slot.entry.key}",
        kind=f"{kind}{'?' if slot.inferred else ''}",
        x=x,
        y=y,
        about=about,
        hint=_hint(slot),
        values=values_of(slot.entry, choice, slot.lane),
    )


def _hint(slot: Slot) -> Text:
    state = TIMINGS[slot.timing]
    if slot.clause is not None:
        zh, en = f"分句时限“{slot.clause.words}”", f"one clause, “{slot.clause.words}”"
        return Text(f"{slot.column} {zh}：{state.zh}", f"{slot.column} {en}: {state.en}")
    if slot.column in _STRIPS:
        return state
    return Text(f"{slot.column} {state.zh}", f"{slot.column} {state.en}")


def drawings(chart: Chart, as_of: date) -> Iterator[Drawing]:
    """Yield lanes, years and months, the bars of all lanes together, numbers, and ``as_of``."""
    yield from _lanes(chart)
    yield from _axis(chart)
    yield from _bars(chart)
    for number, x, y in chart.stacks:
        big = number >= _FEW
        yield Caption(x, y, str(number), RUST if big else GREY, Align.CENTRE, bold=big)
    if chart.today is not None:
        yield _today(chart, chart.today, as_of)


def _today(chart: Chart, x: int, as_of: date) -> Rule:
    """The line of the day; broken at an end of the axis where the day lies beyond it."""
    beyond = f"{as_of:%Y-%m}" not in chart.columns
    zh, en = f"截至 {as_of}", f"as of {as_of}"
    if beyond:
        later = x > 0
        zh, en = (f"{zh} →", f"{en} →") if later else (f"← {zh}", f"← {en}")
    words = Text(zh, en)
    return Rule(x, -TOTAL - 60, x, chart.bottom, RUST, dashed=beyond, width=2, name=words)


def _right(chart: Chart) -> int:
    return max(x + chart.widths[column] for column, x in chart.columns.items())


def _lanes(chart: Chart) -> Iterator[Drawing]:
    for n, lane in enumerate(chart.lanes):
        if n % 2 == 0:
            yield Band(0, lane.top, _right(chart), lane.height, WASH)
        if not lane.key:
            y = lane.top + lane.height // 2
            left = (Side.LEFT,)
            yield Caption(-_GUTTER, y, _NOBODY, RUST, Align.RIGHT, bold=True, sticky=left)
    for strip, words in _STRIPS.items():
        if strip in chart.columns:
            x = chart.columns[strip]
            yield Rule(x - 5, -TOTAL - 30, x - 5, chart.bottom, PALE)
            middle = x + chart.widths[strip] // 2
            yield Caption(middle, -10, words, INK, Align.CENTRE, sticky=(Side.TOP,))


def _axis(chart: Chart) -> Iterator[Drawing]:
    """Years with a line, and the months in which something falls due, where there is room; the
    first one with its year.
    """
    free: int | None = None
    due = {slot.column for slot, _, _ in chart.spots}
    for month, x in chart.columns.items():
        if month in _STRIPS:
            continue
        if month.endswith("-01") or x == 0:
            yield Rule(x, -TOTAL - 30, x, -22, PALE)
            yield Rule(x, 0, x, chart.bottom, PALE)
            if (13 - int(month[5:])) * chart.widths[month] >= _YEAR:
                yield Caption(x + 3, -TOTAL - 34, month[:4], GREY, bold=True)
        if month not in due or (free is not None and x < free):
            continue
        if free is None:
            words = Text(f"{month[:4]}年{int(month[5:])}月", month)
            yield Caption(x, -10, words, INK, sticky=(Side.TOP,))
            free = x + round(ems(words.zh) * LETTER)
        else:
            words = Text(f"{int(month[5:])}月", month[5:])
            middle = x + chart.widths[month] // 2
            yield Caption(middle, -10, words, INK, Align.CENTRE, sticky=(Side.TOP,))
            free = x + _MONTH


def _bars(chart: Chart) -> Iterator[Drawing]:
    most = max(chart.totals.values())
    dated = sum(n for column, n in chart.totals.items() if column not in _STRIPS)
    words, left = Text("全部举措", "all measures"), (Side.LEFT,)
    y = -TOTAL // 2 - 20
    yield Caption(-_GUTTER, y, words, INK, Align.RIGHT, bold=True, sticky=left)
    yield Rule(0, -22, _right(chart), -22, GREY)
    for column, number in chart.totals.items():
        x, width = chart.columns[column], chart.widths[column]
        height = max(2, round((TOTAL - 20) * number / most))
        cliff = column not in _STRIPS and number >= _FEW and number >= _CLIFF * dated
        yield Band(x + 3, -22 - height, width - 6, height, VERMILION if cliff else SKY)
        y = -22 - height - 10
        yield Caption(
            x + width // 2, y, str(number), RUST if cliff else INK, Align.CENTRE, bold=True
        )
