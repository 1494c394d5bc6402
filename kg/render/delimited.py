"""A report as CSV or TSV: rows alone, under one header, the document in the first column.

Notes are no rows. A file that mixes them is read wrongly by every program, so the command
prints them beside the file (docs/decisions/0007).
"""

from __future__ import annotations

import csv
import io

from kg.analysis.report import Column, Part, Report
from kg.render.cells import plain
from kg.render.formula import guarded
from kg.wording import Language, Text

PART_COLUMN = Text("文件键", "document key")


def render_csv(report: Report, language: Language) -> str:
    """Return the report as comma-separated values, lines ended by CR LF as RFC 4180 has it."""
    return _render(report, language, delimiter=",", line_end="\r\n")


def render_tsv(report: Report, language: Language) -> str:
    """Return the report as tab-separated values, lines ended by LF."""
    return _render(report, language, delimiter="\t", line_end="\n")


def _render(report: Report, language: Language, *, delimiter: str, line_end: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end)
    header = all_columns(report)
    writer.writerow([PART_COLUMN.into(language), *(c.heading.into(language) for c in header)])
    for part in report.parts:
        writer.writerows(_rows(part, header, language))
    return out.getvalue()


def all_columns(report: Report) -> tuple[Column, ...]:
    """Return the columns of all parts, each name once, in the order in which they first stand."""
    return tuple({c.name: c for part in report.parts for c in part.columns}.values())


def _rows(
    part: Part, header: tuple[Column, ...], language: Language
) -> list[list[str | int | float]]:
    return [
        [guarded(part.key), *(_cell(plain(row.get(c.name), language)) for c in header)]
        for row in part.rows
    ]


def _cell(value: str | float) -> str | int | float:
    return guarded(value) if isinstance(value, str) else value
