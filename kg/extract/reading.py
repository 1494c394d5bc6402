"""A text in one form for all, with the way back to the printed words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

from kg.model import Span

_ODD = re.compile(r"[^\u4e00-\u9fff、。《》“”〈〉—…·0-9A-Z（），；：％%.]")
_MARKS = str.maketrans(
    {"(": "（", ")": "）", ",": "，", ";": "；", ":": "：", "「": "“", "」": "”", "％": "%"}
)
_KEPT = frozenset("（），；：？！")


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    """Return the one form of a character; empty for what is not seen (white space, marks)."""
    if char.isspace() or category(char) in ("Cf", "Cc"):
        return ""
    if category(char) == "Cs":
        return "\ufffd"
    plain = char if char in _KEPT else normalize("NFKC", char)
    plain = plain.upper().translate(_MARKS)
    return plain if len(plain) == 1 else char


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its plain form, one character of it for each character that is seen.

    Parameters
    ----------
    text
        As printed.
    plain
        Without white space; letters and digits in ASCII and upper case, marks in full width.
    at
        The position in ``text`` of each character of ``plain``; None where they are the same.
    """

    text: str
    plain: str
    at: tuple[int, ...] | None = None

    @classmethod
    def of(cls, text: str) -> Reading:
        """Return the reading of a text.

        Examples
        --------
        >>> reading = Reading.of("印发《2025 年ｘ要点》")
        >>> reading.plain
        '印发《2025年X要点》'
        >>> reading.span(3, 8)
        Span(start=3, end=9, text='2025 年')
        """
        if _ODD.search(text) is None:
            return cls(text, text)
        letters: list[str] = []
        at: list[int] = []
        for place, char in enumerate(text):
            if letter := _letter(char):
                letters.append(letter)
                at.append(place)
        plain = "".join(letters)
        return cls(text, plain, None if len(plain) == len(text) else tuple(at))

    def span(self, start: int, end: int) -> Span:
        """Return the printed words of a stretch of the plain text, which is not empty."""
        if self.at is not None:
            start, end = self.at[start], self.at[end - 1] + 1
        return Span(start, end, self.text[start:end])
