"""Numbers as documents print them: 十二, 二〇二五, 两百, 3万, ２５, （五）, ①.

Nothing here calls ``int`` on text of unbounded length: what is longer than any number of a task
list is no numeral.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from unicodedata import normalize

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("〇零○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_GROUPS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_LONGEST = 24
_SHORTEST_POSITIONAL = 3
"""Fewer digits in a row without units (二三) may mean «two or three»."""

_ARABIC = re.compile(r"[0-9]{1,12}")
_ARABIC_GROUPED = re.compile(r"([0-9]{1,8})([万亿])")
_ORDINAL = re.compile(r"第?[(\[]?第?([^()\[\]、.,:章节条项款]{1,12})[)\]]?[、.,:章节条项款]{0,2}")
_MOST_MISSING = 100


def read_number(text: str) -> int | None:
    """Return the whole number that a text names, None for anything else.

    Arabic digits in any width (1 to 12 of them), Chinese numerals with units, Chinese digits in a
    row as in a year, and Arabic digits before 万 or 亿.

    Examples
    --------
    >>> [read_number(t) for t in ("十二", "二〇二五", "一千零五", "３７００", "两百", "15亿")]
    [12, 2025, 1005, 3700, 200, 1500000000]
    >>> [read_number(t) for t in ("二三", "一百二", "十十", "长期", "")]
    [None, None, None, None, None]
    """
    if len(text) > _LONGEST:
        return None
    plain = "".join(normalize("NFKC", text).split())
    if _ARABIC.fullmatch(plain):
        return int(plain)
    if grouped := _ARABIC_GROUPED.fullmatch(plain):
        return int(grouped[1]) * _GROUPS[grouped[2]]
    if len(plain) > _LONGEST or not plain:
        return None
    return _positional(plain) if all(c in _DIGITS for c in plain) else _with_units(plain)


def section_number(text: str) -> int | None:
    """Return the number of a heading, with or without its marks; None when it has none.

    Examples
    --------
    >>> [section_number(t) for t in ("五", "（五）", "五、", "第五章", "18.", "①", "㈠", "6)")]
    [5, 5, 5, 5, 18, 1, 1, 6]
    >>> section_number("附件") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    found = _ORDINAL.fullmatch("".join(normalize("NFKC", text).split()))
    return read_number(found[1]) if found else None


def missing_numbers(numbers: Iterable[int]) -> tuple[int, ...]:
    """Return the numbers left out of a run that should count up by one, ascending.

    At most 100 of them: a longer gap is a number misread, not a hundred lost headings.

    Examples
    --------
    >>> missing_numbers([1, 2, 5, 6])
    (3, 4)
    """
    missing: list[int] = []
    seen = sorted(set(numbers))
    for before, after in pairwise(seen):
        room = _MOST_MISSING - len(missing)
        missing.extend(range(before + 1, min(after, before + 1 + room)))
    return tuple(missing)


def _positional(text: str) -> int | None:
    if len(text) == 1:
        return _DIGITS[text]
    if len(text) < _SHORTEST_POSITIONAL or len(text) > len("一二三四五六七八九〇一二"):
        return None
    return int("".join(str(_DIGITS[c]) for c in text))


def _with_units(text: str) -> int | None:
    """Read 三亿二千万零五 group by group, from 亿 down to the units."""
    total, rest = 0, text
    for mark, size in (("亿億", _GROUPS["亿"]), ("万萬", _GROUPS["万"])):
        found = re.search(f"[{mark}]", rest)
        if found is None:
            continue
        count = _group(rest[: found.start()].removeprefix("零"))
        if not count:
            return None
        total, rest = total + count * size, rest[found.end() :]
    if total and not rest:
        return total
    last = _group(rest.removeprefix("零") if total else rest)
    return None if last is None else total + last


def _group(text: str) -> int | None:
    """Read a number below 10,000; a level left out must be marked by 零 (一千零五)."""
    total, upper, zero, digit = 0, 0, False, None
    for char in text:
        if char in _UNITS:
            unit = _UNITS[char]
            count = 1 if digit is None and unit == _UNITS["十"] else digit
            if not count or not _fits_below(upper, unit, zero):
                return None
            total, upper, zero, digit = total + count * unit, unit, False, None
        elif char not in _DIGITS or digit is not None:
            return None
        elif _DIGITS[char] == 0:
            if zero or not total:
                return None
            zero = True
        else:
            digit = _DIGITS[char]
    if digit is None:
        return None if zero or not total else total
    return total + digit if _fits_below(upper, 1, zero) else None


def _fits_below(upper: int, unit: int, zero: bool) -> bool:
    if not upper:
        return not zero
    return upper > unit * 10 if zero else upper == unit * 10
