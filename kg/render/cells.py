"""One cell of a report as text for people, and as a plain value for data formats."""

from __future__ import annotations

from datetime import date

from kg.analysis.report import CellValue, Coded, ColumnKind
from kg.wording import Language, Text

UNKNOWN = "—"
"""How «not known» is shown to people; data formats leave the cell empty or write null."""

NUMERIC = frozenset({ColumnKind.COUNT, ColumnKind.SHARE, ColumnKind.NUMBER})

KEYS_SEPARATOR = "; "

_LEAST = 0.1
"""Fractions below keep their first two digits."""


def shown(value: CellValue, kind: ColumnKind, language: Language) -> str:
    """Return a cell as people read it: fractions with two decimals, with two digits where that
    leaves nothing; data formats keep all of them.

    Examples
    --------
    >>> shown(0.8, ColumnKind.SHARE, Language.ZH), shown(None, ColumnKind.COUNT, Language.ZH)
    ('80.0%', '—')
    >>> [shown(v, ColumnKind.NUMBER, Language.ZH) for v in (46.5, 1 / 3, 0.0061, 3700.0)]
    ['46.5', '0.33', '0.0061', '3700']
    """
    if value is None:
        return UNKNOWN
    if kind is ColumnKind.SHARE and isinstance(value, (int, float)):
        return f"{value:.1%}"
    if isinstance(value, float):
        return f"{value:.2g}" if 0 < abs(value) < _LEAST else f"{round(value, 2):.10g}"
    return str(readable(value, language))


def readable(value: CellValue, language: Language) -> str | int | float:
    """Return a cell as one value for people: as :func:`plain`, codes in words.

    Examples
    --------
    >>> inferred = Coded("推断", "inferred", "inferred")
    >>> readable(inferred, Language.ZH), plain(inferred, Language.ZH)
    ('推断', 'inferred')
    """
    return value.into(language) if isinstance(value, Coded) else plain(value, language)


def plain(value: CellValue, language: Language) -> str | int | float:
    """Return a cell as one value of a data format: dates in ISO form, lists joined, None empty,
    codes as they are.

    Examples
    --------
    >>> [plain(v, Language.ZH) for v in (("甲/1", "甲/2"), None, 0.8)]
    ['甲/1; 甲/2', '', 0.8]
    """
    if value is None:
        return ""
    if isinstance(value, Coded):
        return plain(value.code, language)
    if isinstance(value, Text):
        return value.into(language)
    if isinstance(value, tuple):
        return KEYS_SEPARATOR.join(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
