"""A report as Markdown: headings, notes as lists, tables with bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.analysis.report import Column, ColumnKind, Part, Report
from kg.render.cells import NUMERIC, shown
from kg.render.width import printable
from kg.wording import Language, Text

_SPECIAL = re.compile(r"[\\`*_\[\]<>|#~]")
_TOTAL = Text("合计", "total")


def render(report: Report, language: Language) -> str:
    """Return the report as GitHub-flavoured Markdown; source keys are left out."""
    return "\n".join(_lines(report, language)) + "\n"


def escaped(text: str) -> str:
    r"""Return the text so that Markdown shows it as it stands.

    Examples
    --------
    >>> escaped("投入<5万元|增长*")
    '投入\\<5万元\\|增长\\*'
    """
    return _SPECIAL.sub(r"\\\g<0>", printable(text))


def _lines(report: Report, language: Language) -> Iterator[str]:
    yield f"# {escaped(report.title.into(language))}"
    yield ""
    yield from _notes(report.head, language)
    for part in report.parts:
        yield f"## {escaped(part.title.into(language))}"
        yield ""
        yield from _notes(part.notes, language)
        yield from _grid(part, language)
        yield ""


def _notes(notes: Sequence[Text], language: Language) -> Iterator[str]:
    for note in notes:
        yield f"- {escaped(note.into(language))}"
    if notes:
        yield ""


def _grid(part: Part, language: Language) -> Iterator[str]:
    kept = [c for c in part.columns if c.kind is not ColumnKind.KEYS]
    yield _row([escaped(c.heading.into(language)) for c in kept])
    yield _row(["---:" if c.kind in NUMERIC else "---" for c in kept])
    for row in part.rows:
        yield _row([escaped(shown(row[c.name], c.kind, language)) for c in kept])
    if part.totals:
        yield _row(_totals(part, kept, language))


def _totals(part: Part, kept: Sequence[Column], language: Language) -> list[str]:
    totals = part.totals or {}
    cells = [shown(totals[c.name], c.kind, language) if c.name in totals else "" for c in kept]
    return [
        f"**{cell}**" if cell else "" for cell in [cells[0] or _TOTAL.into(language), *cells[1:]]
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
