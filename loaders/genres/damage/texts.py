"""Characters that look misprinted: pointed out, never changed."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from kg.model import Issue, Place

from ..issues import TEXT_DOUBLED, TEXT_SUSPECT


@dataclass(frozen=True, slots=True)
class _Expressions:
    expressions: frozenset[str]
    doubled: frozenset[str]


@cache
def _data() -> _Expressions:
    source = files("kg.loaders.grammar").joinpath("expressions.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return _Expressions(frozenset(data["expressions"]), frozenset(data["doubled"]))


@dataclass(frozen=True, slots=True)
class Suspects:
    """The places of a document that are nearly a fixed expression, with what they may stand for.

    Found in the whole document at once: a plain search for each expression, whatever the number
    of its measures.
    """

    meant: Mapping[str, str]

    @classmethod
    def of(cls, document: str) -> Suspects:
        """Return what in a document differs from a fixed expression in one character, or breaks
        one off with a comma.

        Of several expressions equally near, the ones that the document prints are named.
        """
        known = _data().expressions
        near: dict[str, list[str]] = {}
        for expression in sorted(known):
            for found in {*_one_off(document, expression), *_broken(document, expression)} - known:
                near.setdefault(found, []).append(expression)
        return cls({f: "、".join(_printed(e, document)) + "？" for f, e in sorted(near.items())})

    def issues(self, text: str, place: Place) -> tuple[Issue, ...]:
        """Return the suspects that stand in a text."""
        return tuple(
            Issue(TEXT_SUSPECT, place, found, meant)
            for found, meant in self.meant.items()
            if found in text
        )


def _printed(expressions: list[str], document: str) -> list[str]:
    return [e for e in expressions if e in document] or expressions


def _one_off(text: str, expression: str) -> Iterator[str]:
    """Yield windows that differ from the expression in one inner character.

    One half of the expression then stands unchanged, which makes the search a plain one.
    """
    half = len(expression) // 2
    for part, offset in ((expression[:half], 0), (expression[half:], half)):
        at = text.find(part)
        while at >= 0:
            start = at - offset
            window = text[start : start + len(expression)] if start >= 0 else ""
            if _differ_once_inside(window, expression):
                yield window
            at = text.find(part, at + 1)


def _differ_once_inside(window: str, expression: str) -> bool:
    if len(window) != len(expression):
        return False
    if window[0] != expression[0] or window[-1] != expression[-1]:
        return False
    return sum(a != b for a, b in zip(window, expression, strict=True)) == 1


_SHORTEST_PART = 3
_LONGEST_BREAK = 6


def _broken(text: str, expression: str) -> Iterator[str]:
    """Yield the expression broken in two by a few characters with a comma among them."""
    for cut in range(_SHORTEST_PART, len(expression) - _SHORTEST_PART + 1):
        left, right = expression[:cut], expression[cut:]
        at = text.find(left)
        while at >= 0:
            end = at + len(left)
            again = text.find(right, end + 1, end + _LONGEST_BREAK + len(right))
            if again > 0 and re.search("[，、,]", text[end:again]):
                yield text[at : again + len(right)]
            at = text.find(left, at + 1)


class Doublings:
    """Characters printed twice where the document knows the word that ends with the first and
    none that begins with the second.

    Two words may meet in one character (开展展前), so this is a hint, worth giving only in a
    document that is damaged elsewhere.
    """

    def __init__(self, document: str) -> None:
        self._pairs = Counter(map("".join, pairwise(document)))

    def issues(self, text: str, place: Place) -> tuple[Issue, ...]:
        """Return the doubtful doublings of a text."""
        return tuple(self._doubtful(text, place))

    def _doubtful(self, text: str, place: Place) -> Iterator[Issue]:
        for found in re.finditer(r"(?=([一-鿿])([一-鿿])\2([一-鿿]))", text):
            before, twice, after = found.groups()
            begins_a_word = self._pairs[twice + after] > text.count(twice + after)
            if twice in _data().doubled or begins_a_word or self._pairs[before + twice] < _KNOWN:
                continue
            was = text[found.start() : found.start() + 4]
            yield Issue(TEXT_DOUBLED, place, was, f"{before}{twice}{after}？")


_KNOWN = 2
"""Times a pair of characters must stand in a document to be a word it knows."""
