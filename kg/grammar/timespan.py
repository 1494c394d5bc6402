"""Stretches of time: a day, month, quarter, half-year, year, five-year plan, or a range of them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.grammar.numerals import read_number
from kg.model import Precision, Timing

_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_MONTHS = 12
_THIRDS = {"上旬": 10, "中旬": 20}
_FIRST_REGULAR_PLAN, _LAST_PLAN = 6, 30
"""Five-year plans follow one on another without a gap from the sixth (1981–1985) on."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time from ``start`` to ``due``, both days counted in."""

    key: str
    precision: Precision
    start: date
    due: date

    @property
    def timing(self) -> Timing:
        """What a deadline of this stretch says: its last day, and its first if that matters."""
        ranged = self.precision in (Precision.RANGE, Precision.PERIOD)
        return Timing(self.key, self.precision, self.due, self.start if ranged else None)

    def until(self, last: Span) -> Span:
        """Return the range from this stretch to another."""
        return Span(f"{self.key}..{last.key}", Precision.RANGE, self.start, last.due)


def span_of_day(year: int, month: int, day: int) -> Span | None:
    """Return one day; None when the calendar has no such day.

    Examples
    --------
    >>> span_of_day(2025, 2, 30) is None
    True
    """
    whole = month_of(year, month)
    if whole is None or not 1 <= day <= whole.due.day:
        return None
    that = date(year, month, day)
    return Span(that.isoformat(), Precision.DAY, that, that)


def month_of(year: int, month: int, third: str = "") -> Span | None:
    """Return a month, or its first, second or last third (上旬, 中旬, 下旬); None if there is none.

    Examples
    --------
    >>> month_of(2024, 2).due.isoformat(), month_of(2025, 13)
    ('2024-02-29', None)
    """
    if not _known(year) or not 1 <= month <= _MONTHS:
        return None
    last = monthrange(year, month)[1]
    due = _THIRDS.get(third, last)
    start = due - 9 if third in _THIRDS else 21 if third else 1
    key = f"{year}-{month:02}{third}"
    return Span(key, Precision.MONTH, date(year, month, start), date(year, month, due))


def quarter_of(year: int, quarter: int) -> Span | None:
    """Return a quarter, 1 to 4."""
    return _months(year, quarter, 3, f"{year}-Q{quarter}", Precision.QUARTER)


def half_of(year: int, half: int) -> Span | None:
    """Return a half-year, 1 or 2."""
    return _months(year, half, 6, f"{year}-H{half}", Precision.HALF_YEAR)


def year_of(year: int) -> Span | None:
    """Return a whole year."""
    return _months(year, 1, _MONTHS, str(year), Precision.YEAR)


def plan_of(ordinal: int, name: str) -> Span | None:
    """Return the years of a five-year plan by its ordinal: 14 for 十四五, 2021 to 2025."""
    if not _FIRST_REGULAR_PLAN <= ordinal <= _LAST_PLAN:
        return None
    first = 1981 + 5 * (ordinal - _FIRST_REGULAR_PLAN)
    return Span(name, Precision.PERIOD, date(first, 1, 1), date(first + 4, 12, 31))


def span_in(year: int, parts: Mapping[str, str | None]) -> Span | None:
    """Return the stretch of a year that the parts of a date name; the year itself without any.

    Parameters
    ----------
    parts
        As printed, any of ``month`` with ``day`` or ``third`` (上旬), ``quarter`` or ``q``, and
        ``half`` (上, 下).

    Examples
    --------
    >>> span_in(2025, {"quarter": "三"}).key, span_in(2025, {"month": "2", "day": "30"})
    ('2025-Q3', None)
    """
    if month := parts.get("month"):
        if day := parts.get("day"):
            return span_of_day(year, int(month), int(day))
        return month_of(year, int(month), parts.get("third") or "")
    if quarter := parts.get("quarter") or parts.get("q"):
        return quarter_of(year, read_number(quarter) or 0)
    if half := parts.get("half"):
        return half_of(year, 1 if half == "上" else 2)
    return year_of(year)


def _months(year: int, nth: int, length: int, key: str, precision: Precision) -> Span | None:
    first, last = month_of(year, (nth - 1) * length + 1), month_of(year, nth * length)
    if first is None or last is None:
        return None
    return Span(key, precision, first.start, last.due)


def _known(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR
