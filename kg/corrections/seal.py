"""The column ``target_hash``: finds a part again by what it prints, wherever it has moved to.

A seal has three parts: a hash of the part's printed text, one of the heading above it, and one
that ties both to the document and key of the line. A part is looked for by the first; by its key
only where the heading above is still the same, so that a row pushed in above never hands a
correction on to its neighbour. The third shows whether a line was altered by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

_TEXT, _HEADING, _TIE = 12, 8, 6
"""Hexadecimal digits of the three parts: 48 bits tell the texts of one document apart."""

_FORM = re.compile(f"([0-9a-f]{{{_TEXT}}})-([0-9a-f]{{{_HEADING}}})-([0-9a-f]{{{_TIE}}})")


def plain(text: str) -> str:
    """Return a text as texts are compared: width and white space make no difference.

    Examples
    --------
    >>> plain("各县（市）区 政府") == plain("各县(市)区政府")
    True
    """
    return "".join(normalize("NFKC", text).split())


def mark(kind: str, text: str) -> str:
    """Return the hash by which a part of some kind is found again."""
    return _hash(_TEXT, kind, plain(text))


def heading_mark(title: str) -> str:
    """Return the hash of the heading above a part."""
    return _hash(_HEADING, plain(title))


@dataclass(frozen=True, slots=True)
class Seal:
    """The first two parts of a seal."""

    text: str
    heading: str


def sealed(seal: Seal, document: str, target: str) -> str:
    """Return a seal as it stands in the ledger."""
    return f"{seal.text}-{seal.heading}-{_hash(_TIE, seal.text, seal.heading, document, target)}"


def read_seal(words: str, document: str, target: str) -> Seal | None:
    """Return the seal of a line; None when it has not the form of one or belongs to another
    document or key.

    Examples
    --------
    >>> words = sealed(Seal(mark("measure", "开展培训。"), heading_mark("人才")), "文", "文/一/1#1")
    >>> read_seal(words, "文", "文/一/1#1") is None, read_seal(words, "文", "文/一/1#2") is None
    (False, True)
    """
    found = _FORM.fullmatch(words)
    if found is None:
        return None
    seal = Seal(found[1], found[2])
    return seal if sealed(seal, document, target) == words else None


def _hash(digits: int, *parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:digits]
