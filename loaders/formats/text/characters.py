"""Characters that carry no meaning or the wrong code point: taken out or replaced, and noted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.model import Place

from .issues import CHARACTERS_REMOVED, CHARACTERS_REPLACED, CHARACTERS_UNKNOWN, Notes
from .radicals import RADICALS

BREAK = "\u2028"
"""The one mark, inside a line, of a line break that is no line end of the file (a manual break
of a word processor)."""

PARAGRAPH = "\u2029"
"""The border of a paragraph inside a line; printed ones are kept, markup adds more."""

_BREAKS = "\x0b\x85"

_INVISIBLE = (
    r"\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls but tab, line ends and breaks
    r"\xad\u034f\u180b-\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb"  # zero width
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction of writing
    r"\ufe00-\ufe0f\U000e0000-\U000e0fff"  # variation selectors, tags
)
_UNKNOWN = r"\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"
_LOOK_ALIKE = r"\u2e80-\u2ef3\u2f00-\u2fd5\u3127\uf900-\ufaff"

_suspect = re.compile(f"[{_INVISIBLE}{_UNKNOWN}{_LOOK_ALIKE}{_BREAKS}{BREAK}]").search
_invisible = re.compile(f"[{_INVISIBLE}]")
_unknown = re.compile(f"[{_UNKNOWN}]")
_look_alike = re.compile(f"[{_LOOK_ALIKE}]")
_breaks = re.compile(f"[{_BREAKS}]")

# The bopomofo letter I is printed like the numeral 一; among its own kind it stays a letter.
_numeral_one = re.compile(r"(?<![\u3105-\u312f])\u3127(?![\u3105-\u312f])")


def clean_lines(lines: Sequence[str], notes: Notes) -> Sequence[str]:
    """Return the lines without invisible characters and look-alikes; each change is noted.

    Line n of the answer is line n of the question. Line breaks inside a line become
    :data:`BREAK`. A clean text is looked at once, as a whole.
    """
    if _suspect("\n".join(lines)) is None:
        return lines
    return [
        clean(line, Place.at(number), notes) if _suspect(line) else line
        for number, line in enumerate(lines, start=1)
    ]


def clean(text: str, place: Place, notes: Notes) -> str:
    """Return one text cleaned; what was changed at ``place`` is noted, with counts."""
    removed = _invisible.findall(text)
    if removed:
        notes.add(CHARACTERS_REMOVED, place, _counted(removed))
        text = _invisible.sub("", text)
    unknown = _unknown.findall(text)
    if unknown:
        notes.add(CHARACTERS_UNKNOWN, place, _counted(unknown), text)
    text = _breaks.sub(BREAK, text)
    usual = _numeral_one.sub("一", text)
    usual = _look_alike.sub(lambda match: RADICALS.get(match[0], match[0]), usual)
    changed = [(was, became) for was, became in zip(text, usual, strict=True) if was != became]
    if changed:
        notes.add(
            CHARACTERS_REPLACED,
            place,
            "".join(was for was, _ in changed),
            "".join(became for _, became in changed),
        )
    return usual


def _counted(characters: Sequence[str]) -> str:
    """Return ``U+200B×3、U+FEFF×1``: the characters themselves cannot be seen."""
    counts = sorted(Counter(characters).items())
    return "、".join(f"U+{ord(character):04X}×{count}" for character, count in counts)
