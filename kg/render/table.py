"""A report as tables for the screen.

Written without a library: importing one would take nearly half of a report's time
(docs/decisions/0007).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.analysis.report import Column, ColumnKind, Part, Report
from kg.render.cells import NUMERIC, shown
from kg.render.width import columns, pad, printable, wrap
from kg.wording import Language, Text

_GAP = "  "
_NARROWEST = 8
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DAY_WIDTH = len("2025-06-30")
_TALLEST = 5
"""Lines of a cell beyond which a grid is no longer read across: then each row stands by itself."""
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_TOTAL = Text("合计", "total")
_NO_ROWS = Text("（没有内容）", "(nothing to show)")


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a table goes.

    Parameters
    ----------
    width
        Columns of the terminal; None outside of one, where nothing is wrapped.
    colour
        True when escape sequences may be used.
    """

    width: int | None = None
    colour: bool = False

    def bold(self, text: str) -> str:
        """Return the text in bold where the screen can show it."""
        return f"{_BOLD}{text}{_PLAIN}" if self.colour else text

    def lines(self, text: str, indent: str = "") -> list[str]:
        """Return a text in lines that fit the screen, each behind an indent."""
        clean = printable(text)
        if self.width is None:
            return [indent + clean]
        return [indent + line for line in wrap(clean, max(4, self.width - columns(indent)))]


def render(report: Report, language: Language, screen: Screen) -> str:
    """Return the report as text: title, notes, then each part with its notes and its table."""
    return "\n".join(_lines(report, language, screen)) + "\n"


def _lines(report: Report, language: Language, screen: Screen) -> Iterator[str]:
    yield from (screen.bold(line) for line in screen.lines(report.title.into(language)))
    yield from _notes(report.head, language, screen)
    for part in report.parts:
        yield ""
        yield from (screen.bold(line) for line in screen.lines(part.title.into(language)))
        yield from _notes(part.notes, language, screen)
        yield from _grid(part, language, screen)


def _notes(notes: Sequence[Text], language: Language, screen: Screen) -> Iterator[str]:
    for note in notes:
        first, *rest = screen.lines(note.into(language), "  ")
        yield f"· {first[2:]}"
        yield from rest


def _grid(part: Part, language: Language, screen: Screen) -> Iterator[str]:
    kept = [c for c in part.columns if c.kind is not ColumnKind.KEYS and not c.wide]
    if not part.rows:
        yield _NO_ROWS.into(language)
        return
    heads = [c.heading.into(language) for c in kept]
    rows = [[printable(shown(row[c.name], c.kind, language)) for c in kept] for row in part.rows]
    totals = [_totals(part, kept, language)] if part.totals else []
    lines = [heads, *rows, *totals]
    widths = _widths(lines, kept, screen.width)
    if screen.width is not None and _is_unreadable(lines, widths, screen.width):
        yield from _entries(heads, [*rows, *totals], screen)
        return
    rule = _GAP.join("─" * width for width in widths)
    yield from (screen.bold(line) for line in _row(heads, kept, widths))
    yield rule
    for row in rows:
        yield from _row(row, kept, widths)
    for total in totals:
        yield rule
        yield from (screen.bold(line) for line in _row(total, kept, widths))


def _is_unreadable(lines: Sequence[Sequence[str]], widths: Sequence[int], screen: int) -> bool:
    """Tell whether a grid is wider than the screen, or so narrow that its cells become towers."""
    if _whole(widths) > screen:
        return True
    return any(
        columns(cell) > _TALLEST * width
        for line in lines
        for cell, width in zip(line, widths, strict=True)
    )


def _entries(heads: Sequence[str], rows: Sequence[Sequence[str]], screen: Screen) -> Iterator[str]:
    """Yield each row by itself, one line for each column: for a screen too narrow for a grid."""
    for first, *cells in rows:
        yield from (screen.bold(line) for line in screen.lines(first))
        for head, cell in zip(heads[1:], cells, strict=True):
            if cell:
                yield from screen.lines(f"{head} {cell}", "  ")


def _totals(part: Part, kept: Sequence[Column], language: Language) -> list[str]:
    totals = part.totals or {}
    cells = [shown(totals[c.name], c.kind, language) if c.name in totals else "" for c in kept]
    return [cells[0] or _TOTAL.into(language), *cells[1:]]


def _widths(
    lines: Sequence[Sequence[str]], kept: Sequence[Column], screen: int | None
) -> list[int]:
    """Return the width of each column; on a narrow screen the widest texts give way first."""
    widths = [max(columns(line[i]) for line in lines) for i in range(len(kept))]
    if screen is None:
        return widths
    least = [_least(lines, i) for i in range(len(kept))]
    excess = _whole(widths) - screen
    while excess > 0:
        spare = [i for i in range(len(widths)) if widths[i] > least[i]]
        if not spare:
            break
        widths[max(spare, key=lambda i: (kept[i].kind not in NUMERIC, widths[i]))] -= 1
        excess -= 1
    return widths


def _least(lines: Sequence[Sequence[str]], i: int) -> int:
    """Return how narrow a column may become: no date is broken."""
    return _DAY_WIDTH if any(_DAY.search(line[i]) for line in lines) else _NARROWEST


def _whole(widths: Sequence[int]) -> int:
    """Return the width of a grid, with the gaps between its columns."""
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _row(cells: Sequence[str], kept: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [
        wrap(cell, width) if columns(cell) > width else [cell]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for i in range(max(map(len, wrapped))):
        yield _GAP.join(
            pad(lines[i] if i < len(lines) else "", width, right=column.kind in NUMERIC)
            for lines, column, width in zip(wrapped, kept, widths, strict=True)
        ).rstrip()
