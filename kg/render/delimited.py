"""A report as CSV or TSV: rows alone, under one header, the document in the first column, where
the report is divided by documents, and the columns of keys last.

Notes are no rows. A file that mixes them is read wrongly by every program, so the command
prints them beside the file (docs/decisions/0007).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kg.analysis.report import ColumnKind, Report
from kg.render.cells import plain
from kg.render.formula import guarded, storable
from kg.wording import Language, Text

_BREAKS = str.maketrans("\t\r\n", "   ")
"""TSV has no way to write a tab or a line end within a cell."""

PART_COLUMN = Text("文件键", "document key")


def render_csv(report: Report, language: Language) -> str:
    """Return the report as comma-separated values, lines ended by CR LF as RFC 4180 has it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(_lines(report, language))
    return out.getvalue()


def render_tsv(report: Report, language: Language) -> str:
    """Return the report as tab-separated values, lines ended by LF; a tab or line end within a
    text becomes a space.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for line in _lines(report, language):
        writer.writerow([c.translate(_BREAKS) if isinstance(c, str) else c for c in line])
    return out.getvalue()


def _lines(report: Report, language: Language) -> Iterator[list[str | int | float]]:
    found = {c.name: c for part in report.parts for c in part.columns}.values()
    header = sorted(found, key=lambda c: c.kind is ColumnKind.KEYS)
    divided = any(part.key for part in report.parts)
    first = [PART_COLUMN.into(language)] if divided else []
    yield [*first, *(c.heading.into(language) for c in header)]
    for part in report.parts:
        for row in part.rows:
            yield [
                *([_cell(part.key)] if divided else []),
                *(_cell(plain(row.get(column.name), language)) for column in header),
            ]


def _cell(value: str | float) -> str | int | float:
    return guarded(storable(value)) if isinstance(value, str) else value
