"""Pieces of a measure's text: the sentence part around some words, and its first words."""

from __future__ import annotations

_STOPS = "。；;！!？?\n"
_PAUSES = _STOPS + "，,：:"
_LONGEST_OPENING = 40


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
    """Return the first words of a text, up to a punctuation mark, 40 characters at most.

    Examples
    --------
    >>> opening("开展专利质押融资，推动成果转化。")
    '开展专利质押融资'
    """
    words = text.strip()
    stops = [at for pause in _PAUSES if (at := words.find(pause, 1)) >= 0]
    stop = min(stops, default=len(words))
    return words[:stop] if stop <= _LONGEST_OPENING else f"{words[:_LONGEST_OPENING]}…"
