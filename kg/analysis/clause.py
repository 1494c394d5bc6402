"""Pieces of a measure's text: the sentence part around some words, and its first words."""

from __future__ import annotations

import re

_STOPS = "。；;！!？?\n"
_PAUSES = _STOPS + "，,：:"
_COMMA = "、"
_OPENING, _EARLIEST, _LATEST, _LONGEST = 30, 24, 36, 60
"""Characters of an opening: where it should end, between which it may, and what a long title may
make of it.
"""
_ENCLOSED = re.compile(r"“[^“”]*”|《[^《》]*》|（[^（）]*）|\([^()]*\)|‘[^‘’]*’|〔[^〔〕]*〕")
_WORD = re.compile(r"[0-9A-Za-z.%+-]+年?", re.ASCII)


def clause_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the part between full stops or semicolons lies that holds some words.

    Examples
    --------
    >>> clause_span("加强培训；2025年底前举办20期。", 12, 15)
    (5, 17)
    """
    left = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    rights = [at for stop in _STOPS if (at := text.find(stop, end)) >= 0]
    return left, min(rights, default=len(text))


def clause(text: str, start: int, end: int) -> str:
    """Return the words of :func:`clause_span`.

    Examples
    --------
    >>> clause("加强培训；2025年底前举办20期。", 12, 15)
    '2025年底前举办20期'
    """
    left, right = clause_span(text, start, end)
    return text[left:right].strip()


def opening(text: str) -> str:
    """Return the first words of a text, about 30 characters, with … where more follows.

    They end at a pause where one comes late enough to tell what is to be done, and never within
    quotation marks, brackets, a title in 《》, a number or a word of letters.

    Examples
    --------
    >>> opening("综合运用多种手段，加大对违法犯罪的打击力度。")
    '综合运用多种手段，加大对违法犯罪的打击力度'
    >>> opening("组织实施“智领未来，创新发展”科技特派员服务行动，推动各类园区、企业和高校对接。")
    '组织实施“智领未来，创新发展”科技特派员服务行动…'
    """
    words = " ".join(text.split())
    whole = words.rstrip(_PAUSES)
    if len(whole) <= _LATEST:
        return whole
    return f"{words[: _end(words)].rstrip(_PAUSES + _COMMA)}…"


def _end(words: str) -> int:
    """Where an opening ends: at a pause near to where it should, a comma between the parts of a
    list after the others; else where it should, or as near as what belongs together allows.
    """
    kept = [m.span() for shape in (_ENCLOSED, _WORD) for m in shape.finditer(words)]
    inside = {at for start, end in kept for at in range(start + 1, end)}
    free = [at for at in range(1, min(len(words), _LONGEST + 1)) if at not in inside]
    near = [at for at in free if _EARLIEST <= at <= _LATEST]
    for pauses in (_PAUSES, _COMMA):
        if ends := [at for at in near if words[at] in pauses]:
            return min(ends, key=_off)
    later = [at for at in free if at > _LATEST]
    return min(near or later[:1] or free, key=_off, default=_OPENING)


def _off(at: int) -> int:
    return abs(at - _OPENING)
