"""What can be said of a measure's deadline on a day, without data on completion."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kg.analysis.dossier import Entry
from kg.analysis.due import binding, due_cells
from kg.wording import Text


class Timing(StrEnum):
    """How a measure stands to its deadline."""

    EXPIRED = "expired"
    OPEN = "open"
    CONTINUOUS = "continuous"
    NONE = "none"


TIMINGS: dict[str, Text] = {
    Timing.EXPIRED: Text("已到期（完成情况未载）", "expired (completion not recorded)"),
    Timing.OPEN: Text("未到期", "not yet due"),
    Timing.CONTINUOUS: Text("无截止日（持续、每年等）", "no last day (continuous, yearly, …)"),
    Timing.NONE: Text("未写时限", "no deadline named"),
}
NO_DEADLINE = Text("未写时限", "no deadline named")


def due_on(entry: Entry) -> date | None:
    """Return the latest last day of the deadlines that bind a whole measure; None without one."""
    day = due_cells(binding(entry))["due_on"]
    return day if isinstance(day, date) else None


def due_words(entry: Entry) -> str:
    """Return the deadlines that bind a whole measure, as printed; empty without any."""
    words = due_cells(binding(entry))["deadline"]
    return "、".join(words) if isinstance(words, tuple) else ""


def timing(entry: Entry, as_of: date) -> Timing:
    """Return how a measure stands to its deadline on a day: its last day itself is not past."""
    links = binding(entry)
    if not links:
        return Timing.NONE
    day = due_on(entry)
    if day is None:
        return Timing.CONTINUOUS
    return Timing.EXPIRED if day < as_of else Timing.OPEN
