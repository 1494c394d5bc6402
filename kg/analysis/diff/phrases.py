"""What two texts have in common in stretches of words, and which stretches tell one measure from
all others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from unicodedata import normalize

SHORTEST = 3
"""Characters of a stretch in common that counts: two of them are one word, which any two measures
of a field share."""

TELLING = 4
"""Characters of a stretch that may tell a measure from all others."""

_BREAK = re.compile(r"[0-9.%‰]+|[,;:。!?…—-]|\s+")
_MARK = re.compile(r"[^\w\n]|_")


def stretches(text: str) -> str:
    r"""Return the words of a text for looking up stretches in it: a line for each part between
    numbers and pauses, without other marks.

    Examples
    --------
    >>> stretches("改造老旧小区12个，“水、电、气”同步更新。")
    '改造老旧小区\n个\n水电气同步更新\n'
    """
    return _MARK.sub("", re.sub(r"\n+", "\n", _BREAK.sub("\n", normalize("NFKC", text))))


def size(words: str) -> int:
    """Return how many characters there are, at least 1."""
    return max(1, len(words) - words.count("\n"))


def lengths(words: str, other: str) -> list[int]:
    """Return for each character how long the longest stretch around it is that the other text has
    too; 0 where it is shorter than three.

    Examples
    --------
    >>> lengths("更新供水管网", "供水管网和燃气管道更新")
    [0, 0, 4, 4, 4, 4]
    """
    longest = [0] * len(words)
    end = 0
    for start in range(len(words)):
        reach = _reach(words, other, start)
        if reach < SHORTEST or start + reach <= end:
            continue  # shorter than what counts, or part of the stretch before
        end = start + reach
        longest[start:end] = (max(known, reach) for known in longest[start:end])
    return longest


def covered(words: str, other: str) -> float:
    """Return the share of a text's characters that lie in a stretch the other text has too."""
    return sum(map(bool, lengths(words, other))) / size(words)


def shared(words: str, other: str, least: int = SHORTEST) -> tuple[str, ...]:
    """Return the stretches in common, the longest first; none overlaps another. Exchanging both
    texts gives the same.

    Examples
    --------
    >>> shared("更新供水管网和燃气管道", "燃气管道、供水管网同步更新")
    ('供水管网', '燃气管道')
    """
    if other < words:
        return shared(other, words, least)
    found = [(start, _reach(words, other, start)) for start in range(len(words))]
    found.sort(key=lambda run: (-run[1], run[0]))
    taken: set[int] = set()
    kept = []
    for start, length in found:
        places = range(start, start + length)
        if length >= least and taken.isdisjoint(places):
            taken.update(places)
            kept.append(words[start : start + length])
    return tuple(sorted(kept, key=lambda run: (-len(run), run)))


def _reach(words: str, other: str, start: int) -> int:
    """How long the longest stretch is that begins here and stands in the other text."""
    line_end = words.find("\n", start)
    most = (line_end if line_end >= 0 else len(words)) - start
    length = 0
    while length < most and words[start : start + length + 1] in other:
        length += 1
    return length


def telling(
    left: Sequence[str], right: Sequence[str]
) -> Mapping[int, Mapping[int, frozenset[str]]]:
    """Return for texts of the left the texts of the right with which they share something that
    stands nowhere else in either list, and what: stretches of four characters.
    """
    ours, theirs = _only_once(left), _only_once(right)
    found: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for piece, i in ours.items():
        if piece in theirs:
            found[i][theirs[piece]].add(piece)
    return {i: {j: frozenset(p) for j, p in others.items()} for i, others in found.items()}


def _only_once(texts: Iterable[str]) -> dict[str, int]:
    """Stretches of four characters with the only text that has them."""
    places: dict[str, int] = {}
    several: set[str] = set()
    for n, text in enumerate(texts):
        for start in range(len(text) - TELLING + 1):
            piece = text[start : start + TELLING]
            if "\n" not in piece and places.setdefault(piece, n) != n:
                several.add(piece)
    return {piece: n for piece, n in places.items() if piece not in several}


def joined(pieces: Iterable[str], words: str) -> tuple[str, ...]:
    """Return stretches of four characters put together where they overlap or touch in a text, in
    its order.

    Examples
    --------
    >>> joined({"供水管网", "水管网改"}, "更新供水管网改造")
    ('供水管网改',)
    """
    places = sorted({at + n for p in pieces if (at := words.find(p)) >= 0 for n in range(len(p))})
    runs: list[str] = []
    for previous, place in pairwise([-2, *places]):
        if place == previous + 1:
            runs[-1] += words[place]
        else:
            runs.append(words[place])
    return tuple(runs)
