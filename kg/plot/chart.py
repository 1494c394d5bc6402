"""What a picture shows, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from kg.wording import Text

PANEL_LIMIT = 6
"""Documents, or pairs of them, in one picture; more of them cannot be read on a page."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area looks: told apart by colour on a screen, by hatching and lightness in print.

    Parameters
    ----------
    ink
        Colour of the hatching, the outline, and of figures that stand on the area.
    """

    colour: str
    ink: str
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over all labels of a panel, in their order."""

    name: Text
    values: tuple[int, ...]
    fill: Fill


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, one for each label, their series end to end.

    Parameters
    ----------
    ends
        What stands at the end of each bar.
    unit
        What the axis counts.
    """

    title: Text
    notes: tuple[Text, ...]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    ends: tuple[Text, ...]
    unit: Text


@dataclass(frozen=True, slots=True)
class Timeline:
    """Upright bars along months, their series end to end.

    Parameters
    ----------
    months
        Every month from the first to the last, as 2025-06.
    cliff
        Place and words of the bar that stands out; None without one.
    today
        Place of the day of the picture between the months, 0 at the beginning of the first; None
        where it lies outside.
    """

    title: Text
    notes: tuple[Text, ...]
    months: tuple[str, ...]
    series: tuple[Series, ...]
    cliff: tuple[int, Text] | None
    today: float | None
    unit: Text


@dataclass(frozen=True, slots=True)
class Grid:
    """Two kinds of labels crossed; ``values`` by row, then by column, 0 where they do not meet."""

    title: Text
    notes: tuple[Text, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]
    unit: Text


Panel = Bars | Timeline | Grid


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: panels one above the other.

    Parameters
    ----------
    notes
        Read below the panels: the day, and what holds for all of them.
    """

    title: Text
    panels: tuple[Panel, ...]
    notes: tuple[Text, ...]
