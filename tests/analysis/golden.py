"""Reports held against reviewed files; ``KG_UPDATE_GOLDEN=1`` writes them anew."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from kg.analysis.report import CellValue, Part, Report
from kg.render.delimited import PART_COLUMN
from kg.render.formats import FORMATS
from kg.render.table import Screen
from kg.wording import Language

GOLDEN = Path(__file__).parent / "golden"


def check(name: str, report: Report, language: Language) -> None:
    """Hold a report's table and JSON against the files of its name."""
    for form, suffix in (("table", "txt"), ("json", "json")):
        found = FORMATS[form].render(report, language, Screen()).data
        assert isinstance(found, str)
        path = GOLDEN / f"{name}.{language}.{suffix}"
        if os.environ.get("KG_UPDATE_GOLDEN") == "1":
            path.write_bytes(found.encode())
        assert found == path.read_bytes().decode(), f"differs from {path.name}"
    defined(report)
    told_apart(report)


def defined(report: Report) -> None:
    """Every row has every column and no other, and every column says what it means."""
    for part in report.parts:
        names = [column.name for column in part.columns]
        assert len(names) == len(set(names))
        for row in part.rows:
            assert set(row) == set(names)
        for column in part.columns:
            assert column.definition.zh != column.definition.en
            assert column.heading.zh != column.heading.en
        assert any(name.endswith("_keys") for name in names)
        assert part.notes


def told_apart(report: Report) -> None:
    """In CSV all parts share one header: one heading never stands for two columns."""
    for language in Language:
        names: dict[str, str] = {PART_COLUMN.into(language): ""}
        for column in (c for part in report.parts for c in part.columns):
            assert names.setdefault(column.heading.into(language), column.name) == column.name


def part_of(report: Report, key: str) -> Part:
    """Return the part of a key."""
    return next(part for part in report.parts if part.key == key)


def rows_of(part: Part, name: str) -> dict[str, Mapping[str, CellValue]]:
    """Return the rows by what stands in a column."""
    return {str(row[name]): row for row in part.rows}
