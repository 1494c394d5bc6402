"""What a text holds but never prints: comments, scripts, style sheets, declarations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Place

from .issues import MARKUP_REMOVED, Notes

_OPENING = re.compile(
    r"<!--|<(?:script|style)(?=[\s>])|<!doctype\b[^<>]*+>|<!\[[^<>]*+>|<\?xml\b[^<>]*+>",
    re.IGNORECASE,
)
_CLOSINGS = {
    "<!--": re.compile("-->"),
    "<script": re.compile(r"</script\s?>", re.IGNORECASE),
    "<style": re.compile(r"</style\s?>", re.IGNORECASE),
}


def hide(lines: Sequence[str], notes: Notes) -> Sequence[str]:
    """Return the lines without what is not printed; line n stays line n.

    What is taken out is noted word for word. A comment, script or style sheet that is never
    closed is left as it is: taking it out would take the rest of the file.
    """
    text = "\n".join(lines)
    if "<" not in text or _OPENING.search(text) is None:
        return lines
    parts: list[str] = []
    done, line = 0, 1
    for start, end in _hidden(text):
        line += text.count("\n", done, start)
        breaks = text.count("\n", start, end)
        notes.add(MARKUP_REMOVED, Place(line, line + breaks), text[start:end])
        parts += (text[done:start], "\n" * breaks)
        done, line = end, line + breaks
    return [*"".join([*parts, text[done:]]).split("\n")]


def _hidden(text: str) -> list[tuple[int, int]]:
    spans = []
    never_closed: set[str] = set()
    position = 0
    while opening := _OPENING.search(text, position):
        name = opening[0].lower()
        position = opening.end()
        if name in never_closed:
            continue
        if name in _CLOSINGS:
            closing = _CLOSINGS[name].search(text, position)
            if closing is None:
                # Remembered, so that many openings without a closing stay linear.
                never_closed.add(name)
                continue
            position = closing.end()
        spans.append((opening.start(), position))
    return spans
