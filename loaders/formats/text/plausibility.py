"""How much a decoded text looks like Chinese, to tell a right decoding from mojibake.

Wrong decodings are well-formed but hit characters almost evenly, while a real text keeps to the
common ones. Measured on official documents: right decodings score 0.95 and more (traditional
characters 0.7), wrong ones less than 0.5.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

LEAST = 0.6
"""A text that scores less was decoded wrongly."""

_SAMPLE = 200_000


def score(text: str) -> float:
    """Return the share of plausible characters among those outside ASCII, 0–1.

    A common one (the first level of GB 2312, and its signs) counts 1, a rarer one that a
    text may well hold ½, all others and control characters 0. A text of ASCII alone scores 1.
    """
    text = text[:_SAMPLE]
    uncommon, rarer = _sets()
    strange = uncommon(text)
    foreign = len(text) - len(text.encode("ascii", "ignore")) + sum(c < "\x80" for c in strange)
    if not foreign:
        return 1.0
    return 1 - sum(0.5 if c in rarer else 1.0 for c in strange) / foreign


def is_common(text: str) -> bool:
    """Tell whether a text holds common characters alone; then it scores 1."""
    return not _sets()[0](text)


@lru_cache(maxsize=1)
def _sets() -> tuple[Callable[[str], list[str]], frozenset[str]]:
    common = "".join(_rows("gb2312", range(0xA1, 0xAA), range(0xB0, 0xD8)))
    rarer = frozenset(_rows("gb2312", range(0xD8, 0xF8))) | frozenset(
        _rows("big5", range(0xA4, 0xC7), trail=range(0x40, 0xFF))
    )
    # In order, so that the pattern is compiled to ranges.
    pattern = re.compile(r"[^\t\n\r -~\ufeff\xa0" + re.escape("".join(sorted(common))) + "]")
    return pattern.findall, rarer


def _rows(encoding: str, *leads: range, trail: range = range(0xA1, 0xFF)) -> Iterator[str]:
    for lead in (byte for part in leads for byte in part):
        for second in trail:
            character = bytes((lead, second)).decode(encoding, "ignore")
            if len(character) == 1 and not character.isascii():
                yield character
