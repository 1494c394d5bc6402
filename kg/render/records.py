"""A report as JSON, whole, and as JSON Lines, one row a line. Keys are English, unknown is null."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from kg.analysis.report import CellValue, Coded, Part, Report
from kg.wording import Language, Text

JsonValue = str | int | float | bool | list[str] | None


def render_json(report: Report, language: Language) -> str:
    """Return the report as one JSON object: report, title, as_of, notes, parts.

    Each part has key, title, notes, columns (name, heading, kind, definition), rows, totals.
    """
    whole = {
        "report": report.name,
        "title": report.title.into(language),
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "notes": [n.into(language) for n in report.notes],
        "parts": [_part(part, language) for part in report.parts],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def render_jsonl(report: Report, language: Language) -> str:
    """Return the rows of all parts, one JSON object a line, each with the ``part`` it is of
    where parts have keys.
    """
    return "".join(
        json.dumps({**_part_key(part), **_row(row, language)}, ensure_ascii=False) + "\n"
        for part in report.parts
        for row in part.rows
    )


def _part_key(part: Part) -> dict[str, str]:
    return {"part": part.key} if part.key else {}


def _part(part: Part, language: Language) -> dict[str, object]:
    return {
        "key": part.key,
        "title": part.title.into(language),
        "notes": [n.into(language) for n in part.notes],
        "columns": [
            {
                "name": c.name,
                "heading": c.heading.into(language),
                "kind": c.kind.value,
                "definition": c.definition.into(language),
            }
            for c in part.columns
        ],
        "rows": [_row(row, language) for row in part.rows],
        "totals": _row(part.totals, language) if part.totals is not None else None,
    }


def _row(row: Mapping[str, CellValue], language: Language) -> dict[str, JsonValue]:
    return {name: _value(value, language) for name, value in row.items()}


def _value(value: CellValue, language: Language) -> JsonValue:
    if isinstance(value, Coded):
        return _value(value.code, language)
    if isinstance(value, Text):
        return value.into(language)
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
