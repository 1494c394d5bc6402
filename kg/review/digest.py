"""Hashes by which a judged measure is found again, and short names of pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise
from unicodedata import normalize

_TEXT = 16
"""Hexadecimal digits of a text's hash: 64 bits tell all measures of a store apart."""

_SHORTEST = 6

_HASH = re.compile(f"[0-9a-f]{{{_TEXT}}}")


def text_hash(text: str) -> str:
    """Return the hash of a measure's text; width and white space make no difference.

    Examples
    --------
    >>> text_hash("开展专利（发明）转化。") == text_hash("开展 专利(发明)转化。")
    True
    """
    plain = "".join(normalize("NFKC", text).split())
    return sha256(plain.encode("utf-8", "replace")).hexdigest()[:_TEXT]


def task_words(title: str, texts: Iterable[str]) -> str:
    """Return the words of a task that a judgement of it rests on: its title and its measures.

    Examples
    --------
    >>> task_words("编制规划", ["研究编制规划。"])
    '编制规划研究编制规划。'
    """
    return "".join((title, *texts))


def is_text_hash(words: str) -> bool:
    """Tell whether a cell has the form of a text's hash."""
    return _HASH.fullmatch(words) is not None


def pair_hash(lower_key: str, upper_key: str) -> str:
    """Return the whole hash of a pair; its first digits are the pair's short name."""
    return sha256(f"{lower_key}\0{upper_key}".encode("utf-8", "replace")).hexdigest()


def short_length(hashes: Iterable[str]) -> int:
    """Return how many digits tell some pairs apart: at least 6.

    Examples
    --------
    >>> short_length(["0123456789", "0123457789", "f000000000"])
    7
    """
    ordered = sorted(set(hashes))
    longest = _SHORTEST
    for one, other in pairwise(ordered):
        shared = next(i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
        longest = max(longest, shared + 1)
    return longest
