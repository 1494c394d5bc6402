"""Text laid out by the columns it takes on a screen: a Chinese character takes two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_ASCII = re.compile(r"[\x20-\x7e]*", re.ASCII)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")
_UNIT = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|[!-~]+|[^!-~]", re.ASCII | re.DOTALL)
_NOT_FIRST = frozenset("，。、；：？！）》”’】〕」』…—·,.;:?!)]}%")
"""Characters that do not begin a line."""
_NOT_LAST = frozenset("（《“‘【〔「『〈([{")
"""Characters that do not end a line."""

_CARRIED = 14
"""Columns of the longest unit that goes down with a mark: 2025年12月31日."""


def printable(text: str) -> str:
    r"""Return a text in which no character steers the screen: each of them becomes a space.

    Texts come from documents of unknown origin; an escape sequence in one must not reach a
    terminal, and a writing direction mark must not turn a line round.

    Examples
    --------
    >>> printable("专利\x1b[2J转化")
    '专利 [2J转化'
    """
    return _CONTROL.sub(" ", text)


def columns(text: str) -> int:
    """Return the columns a text takes: 2 for wide characters, 0 for combining ones, else 1.

    Characters of ambiguous width (“ … —) count 1, as terminals draw them unless told otherwise.

    Examples
    --------
    >>> columns("牵头 LEADS")
    10
    """
    if _ASCII.fullmatch(text):
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in {"Mn", "Me", "Cf"} else 1


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return the text filled with spaces up to a width; to its left for ``right``.

    Examples
    --------
    >>> pad("牵头", 6) + "|" + pad("48", 4, right=True)
    '牵头  |  48'
    """
    fill = " " * max(0, width - columns(text))
    return fill + text if right else text + fill


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` columns; at least one line.

    Words of letters and digits stay whole where they fit on a line, dates among them. Closing
    marks do not begin a line (they stand in the line before, or take the character before them
    along), and opening ones do not end it.

    Parameters
    ----------
    width
        Columns of a line, at least 2.

    Examples
    --------
    >>> wrap("开展专利转化，完成2025年目标。", 12)
    ['开展专利转', '化，完成', '2025年目标。']
    >>> wrap("推广知创福州（“一站式”）", 14)
    ['推广知创福州', '（“一站式”）']
    """
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for unit in _units(text, width):
        size = columns(unit)
        if used + size > width:
            carried = _carry(line, unit, width)
            lines.append("".join(line).rstrip(" "))
            line = [u for u in carried if u != " "]
            used = sum(map(columns, line))
            if unit == " ":
                continue
        line.append(unit)
        used += size
    return [*lines, "".join(line)] if line or not lines else lines


def _carry(line: list[str], following: str, width: int) -> list[str]:
    """Take from the end of a full line what has to go down with the unit that follows."""
    carried: list[str] = []
    first, room = following, width - columns(following)
    while first[0] in _NOT_FIRST and len(line) > 1:
        room -= columns(line[-1])
        if room < 0 or columns(line[-1]) > _CARRIED:
            break
        first = line.pop()
        carried.insert(0, first)
    if first[0] in _NOT_FIRST:  # nothing to stand before the marks: they begin the line after all
        line.extend(carried)
        carried = []
    while len(line) > 1 and line[-1] in _NOT_LAST and room >= columns(line[-1]):
        room -= columns(line[-1])
        carried.insert(0, line.pop())
    return carried


def _units(text: str, width: int) -> Iterator[str]:
    """What a line may not break: a word, a date, or one character; what is longer is cut."""
    for match in _UNIT.finditer(text):
        unit = match[0]
        if columns(unit) <= width:
            yield unit
        elif unit.isascii():
            yield from (unit[i : i + width] for i in range(0, len(unit), width))
        else:
            yield from unit
