"""Text in brackets, which no list is split within."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

OPENING, CLOSING = "（(〔[【《", "）)〕]】》"
_any = re.compile(f"[{re.escape(OPENING + CLOSING)}]").search


def pairs(text: str) -> Mapping[int, int]:
    """Return where each bracket that is closed opens, and where it closes.

    The nearest two belong together; one that has lost its other half is in no pair.

    Examples
    --------
    >>> dict(pairs("市委宣传部（版权局）、市市场监管局（知识产权局、市水利局"))
    {5: 9}
    """
    closed: dict[int, int] = {}
    if _any(text) is None:
        return closed
    waiting: list[int] = []
    for i, character in enumerate(text):
        if character in OPENING:
            waiting.append(i)
        elif character in CLOSING and waiting:
            closed[waiting.pop()] = i
    return closed


def unpaired(text: str) -> tuple[int, ...]:
    """Return where brackets stand that have lost their other half, in printed order.

    Examples
    --------
    >>> unpaired("市市场监管局（知识产权局"), unpaired("市委宣传部（版权局）")
    ((6,), ())
    """
    if _any(text) is None:
        return ()
    closed = pairs(text)
    known = {*closed, *closed.values()}
    return tuple(i for i, c in enumerate(text) if c in OPENING + CLOSING and i not in known)


def bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each outermost pair of brackets begins, and where it ends."""
    closed, end = pairs(text), 0
    for start in sorted(closed):
        if start >= end:
            end = closed[start] + 1
            yield start, end


def split_outside(text: str, separators: str) -> list[str]:
    """Return the parts of a text between separators that stand outside of brackets.

    Parts may be empty. A bracket that has lost its other half holds nothing together.

    Examples
    --------
    >>> split_outside("市财政局，各县（市、区）政府", "、，")
    ['市财政局', '各县（市、区）政府']
    >>> split_outside("市市场监管局（知识产权局、市水利局", "、")
    ['市市场监管局（知识产权局', '市水利局']
    """
    closed = pairs(text)
    if not closed:
        return re.split(f"[{re.escape(separators)}]", text)
    parts, start, i = [], 0, 0
    while i < len(text):
        if i in closed:
            i = closed[i]
        elif text[i] in separators:
            parts.append(text[start:i])
            start = i + 1
        i += 1
    parts.append(text[start:])
    return parts
