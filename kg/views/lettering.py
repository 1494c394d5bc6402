"""How wide words are, and words cut to fit: computed here, since the page lays nothing out."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

LONGEST_LABEL = 16
"""Chinese characters of a label; two letters or digits count as one."""

_WIDE = frozenset("WFA")
_NOT_FIRST = frozenset("，、。；：！？）》」』”’,.;:!?)]}")
"""Marks that do not begin a line: they stand at the end of the one before."""
_NARROW = 0.56
"""Width of a letter or digit as a share of the size: the widest of the fonts the page asks for."""


def ems(text: str) -> float:
    """Return the width of a text in units of its size; a Chinese character is one.

    Examples
    --------
    >>> ems("专利"), round(ems("14号"), 2)
    (2.0, 2.12)
    """
    return sum(_em(c) for c in text)


def _em(character: str) -> float:
    if combining(character):
        return 0.0
    return 1.0 if east_asian_width(character) in _WIDE else _NARROW


def shortened(text: str, limit: float = LONGEST_LABEL) -> str:
    """Return a text of at most ``limit`` ems, with … where something was cut off.

    Examples
    --------
    >>> shortened("加强专利转化运用", 6), shortened("加强", 6)
    ('加强专利转…', '加强')
    """
    plain = " ".join(text.split())
    if ems(plain) <= limit:
        return plain
    kept, used = [], 1.0  # the mark itself takes one
    for character in plain:
        used += _em(character)
        if used > limit:
            break
        kept.append(character)
    cut = "".join(kept)
    return (cut.rstrip("，、。；： ") or cut) + "…"


def wrapped(text: str, limit: float, lines: int) -> tuple[str, ...]:
    """Return a text broken into at most some lines of ``limit`` ems; the last one is shortened.

    Examples
    --------
    >>> wrapped("加强专利转化运用工作", 4, 2)
    ('加强专利', '转化运…')
    """
    rest = " ".join(text.split())
    found: list[str] = []
    while rest and len(found) < lines - 1:
        head = _head(rest, limit)
        found.append(head.strip())
        rest = rest[len(head) :]
    if rest:
        found.append(shortened(rest, limit))
    return tuple(found)


def _head(text: str, limit: float) -> str:
    used = 0.0
    for i, character in enumerate(text):
        used += _em(character)
        if used > limit and character not in _NOT_FIRST:
            return text[: max(i, 1)]
    return text
