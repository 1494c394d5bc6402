"""By when: the deadline that binds a measure, or some words of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg.analysis.clause import clause_span
from kg.analysis.dossier import Entry, Link
from kg.analysis.report import CellValue

Span = tuple[int, int]


def binding(entry: Entry, span: Span | None = None) -> tuple[Link, ...]:
    """Return the deadlines that bind a measure as a whole, or some words of it.

    Words are bound by the deadline of their own clause: by the nearest one before them, else by
    the first behind them. Without one they are bound as the measure is.
    """
    if span is not None:
        own = _of_clause(entry, span)
        if own is not None:
            return (own,)
    return tuple(link for link in entry.of("DUE") if link[0].props.get("scope") != "clause")


def _of_clause(entry: Entry, span: Span) -> Link | None:
    left, right = clause_span(entry.text, *span)
    bounds = ((link, span_of(link)) for link in entry.of("DUE"))
    near = [
        (at, link)
        for link, at in bounds
        if at and link[0].props.get("scope") == "clause" and left <= at[0] and at[1] <= right
    ]
    before = [link for at, link in near if at[1] <= span[0]]
    return before[-1] if before else near[0][1] if near else None


def span_of(link: Link) -> Span | None:
    """Return where the words of an edge stand in its measure's text; None if not known."""
    start, end = link[0].props.get("start"), link[0].props.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def due_cells(links: Iterable[Link]) -> dict[str, CellValue]:
    """Return the cells ``deadline`` (words as printed) and ``due_on`` (the latest last day).

    None where there is no deadline, or no last day follows from its words.
    """
    found = tuple(links)
    printed = (edge.props["text"] for edge, _ in found if "text" in edge.props)
    words = tuple(dict.fromkeys(map(str, printed)))
    days = [str(node.props["due_on"]) for _, node in found if "due_on" in node.props]
    return {
        "deadline": words or None,
        "due_on": date.fromisoformat(max(days)) if days else None,
    }
