"""Headings that space their number unlike the rest of the document."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Issue

from ...grammar.headings import Heading
from ..entries import Entry
from ..issues import HEADING_SPACING


def note_spacing(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with a note on each task heading that is spaced unlike most."""
    spaced = [e.task.spaced for e in entries if e.task and e.task.number]
    usual = sum(spaced) * 2 > len(spaced)
    return [
        e.noting(_issue(e, e.task)) if e.task and e.task.number and e.task.spaced != usual else e
        for e in entries
    ]


def _issue(entry: Entry, task: Heading) -> Issue:
    gap = " " if task.spaced else ""
    other = "" if task.spaced else " "
    return Issue(
        HEADING_SPACING,
        entry.place,
        f"{task.number}.{gap}{task.title}",
        f"{task.number}.{other}{task.title}",
    )
