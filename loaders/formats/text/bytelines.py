"""The lines of a file that is not UTF-8, each looked at alone: where encodings are mixed, or
where bytes are damaged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kg.errors import Problem

from . import refusals
from .plausibility import LEAST, is_common, score

_MARGIN = 0.2
_LONG = 12
"""Characters; a shorter line may well consist of rare ones (a list of names)."""


class _Kind(Enum):
    UTF8 = "utf-8"
    GB18030 = "gb18030"
    NEITHER = ""


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with a file: the lines that are not of the encoding that most others have."""

    encoding: str
    other: str
    lines: tuple[int, ...]
    at_end: bool

    def problem(self, name: str) -> Problem:
        """Return the fault in words."""
        if self.other:
            return refusals.mixed(name, self.encoding, self.other, self.lines)
        if self.at_end:
            return refusals.cut_in_character(name, self.lines[-1])
        return refusals.damaged(name, self.encoding, self.lines)


def examine(data: bytes) -> Faults | None:
    """Return where a file departs from its own encoding; None where all of it is GB18030, or
    where no line is of any known encoding.
    """
    found: dict[_Kind, list[int]] = {kind: [] for kind in _Kind}
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for number, line in enumerate(lines, start=1):
        if line and not line.isascii():
            found[_kind_of(line)].append(number)
    main, other = sorted((_Kind.UTF8, _Kind.GB18030), key=lambda kind: -len(found[kind]))
    if not found[main]:
        return None
    if found[other]:
        return Faults(main.value, other.value, tuple(found[other]), at_end=False)
    if found[_Kind.NEITHER]:
        bad = tuple(found[_Kind.NEITHER])
        at_end = bad == (len(lines),) and _ends_incomplete(lines[-1], main.value)
        return Faults(main.value, "", bad, at_end)
    return None


def _kind_of(line: bytes) -> _Kind:
    narrow = _try(line, "gb18030")
    if narrow is not None and is_common(narrow):
        return _Kind.GB18030
    wide = _try(line, "utf-8")
    if wide is not None and (narrow is None or score(wide) > score(narrow) + _MARGIN):
        return _Kind.UTF8
    if narrow is None or (len(narrow) >= _LONG and score(narrow) < LEAST):
        return _Kind.NEITHER
    return _Kind.GB18030


def _ends_incomplete(line: bytes, encoding: str) -> bool:
    # The last character of GB18030 has up to four bytes, of which at most three are there.
    return any(_try(line[:-count], encoding) is not None for count in (1, 2, 3))


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
