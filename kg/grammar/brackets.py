"""Text in brackets, which no list is split within."""

from __future__ import annotations

OPENING, CLOSING = "（(〔[【《", "）)〕]】》"


def split_outside(text: str, separators: str) -> list[str]:
    """Return the parts of a text between separators that stand outside of brackets.

    Parts may be empty. A bracket that is never closed reaches to the end of the text.

    Examples
    --------
    >>> split_outside("市财政局，各县（市、区）政府", "、，")
    ['市财政局', '各县（市、区）政府']
    """
    parts, depth, start = [], 0, 0
    for i, character in enumerate(text):
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif character in separators and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return parts
