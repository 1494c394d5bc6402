"""Rows that slipped: what stands in the row of a section heading belongs to the task below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Issue

from ..entries import BodyCell, Entry
from ..issues import ROW_SHIFTED


def settle_shifted_rows(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with section rows that hold a heading alone.

    Words in a section's row fill the cells that the task row right below left empty. Where that
    row has words of its own in the same column, the section's words stay with the section.
    """
    settled = list(entries)
    for i in range(len(settled) - 1):
        heading_row, below = settled[i], settled[i + 1]
        if _holds_more_than_heading(heading_row) and below.task and not below.section:
            settled[i], settled[i + 1] = _fill(heading_row, below)
    return settled


def _holds_more_than_heading(entry: Entry) -> bool:
    return entry.section is not None and entry.task is None and not entry.is_heading_only


def _fill(heading_row: Entry, below: Entry) -> tuple[Entry, Entry]:
    moved: list[str] = []
    filled, left = below, heading_row
    if heading_row.measures and not below.measures:
        moved.extend(w.text for w in heading_row.measures)
        filled = replace(filled, measures=heading_row.measures)
        left = replace(left, measures=())
    if heading_row.has_bodies and not below.has_bodies:
        moved.extend(w.text for b in heading_row.bodies for w in b.words)
        filled = replace(filled, bodies=heading_row.bodies)
        left = replace(left, bodies=tuple(BodyCell(b.role, b.word, ()) for b in left.bodies))
    if heading_row.deadline and not below.deadline:
        moved.append(heading_row.deadline.text)
        filled = replace(filled, deadline=heading_row.deadline)
        left = replace(left, deadline=None)
    if not moved or heading_row.section is None or below.task is None:
        return heading_row, below
    was = f"{heading_row.section.title}：{' | '.join(moved)}"
    became = f"{below.task.number}.{below.task.title}".lstrip(".")
    return left, filled.noting(Issue(ROW_SHIFTED, heading_row.place, was, became))
