"""The difference of two texts in words a reader can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

_TOKEN = re.compile(r"\s{0,9}(?:[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.%％]{1,99}|.)", re.DOTALL)
_SHORTEST = 2
_SHOWN = 10
"""Characters shown of what stayed, before and behind a change."""

Run = tuple[int, int, int]
"""Words in common: their place in both texts, and how many."""


def difference(before: str, after: str) -> str:
    """Return the new text with the changes marked: ``[-taken out-]``, ``{+put in+}``; long
    stretches that stayed are cut down to ``…``.

    Numbers and Latin words change whole, and a single character that stayed between two changes
    is part of them. Exchanging both texts gives the same changes the other way round.

    Examples
    --------
    >>> difference("举办培训20期，推进转化。", "举办专题培训30期，推进转化。")
    '举办{+专题+}培训[-20-]{+30+}期，推进转化。'
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    left, right = [_compared(t) for t in old], [_compared(t) for t in new]
    pieces, i, j = [], 0, 0
    for a, b, length in (*_runs(left, right), (len(old), len(new), 0)):
        pieces.append(_marked("".join(old[i:a]), "".join(new[j:b])))
        i, j = a + length, b + length
        stayed = "".join(new[b:j])
        pieces.append(_cut(stayed, at_front=a == b == 0, at_end=i == len(old) and j == len(new)))
    return "".join(pieces)


def _compared(token: str) -> str:
    return normalize("NFKC", token).strip()


def _marked(gone: str, come: str) -> str:
    return (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _cut(stayed: str, *, at_front: bool, at_end: bool) -> str:
    head = "" if at_front else stayed[:_SHOWN]
    tail = "" if at_end else stayed[-_SHOWN:]
    return stayed if len(stayed) <= len(head) + len(tail) + _SHOWN else f"{head}…{tail}"


def _runs(left: Sequence[str], right: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of words in common that are long enough to be read, in order."""
    ends = (0, 0), (len(left), len(right))
    for i, j, length in _joined(common(left, right)):
        at_edge = (i, j) == ends[0] or (i + length, j + length) == ends[1]
        if at_edge or sum(map(len, left[i : i + length])) >= _SHORTEST:
            yield i, j, length


def _joined(pairs: Sequence[tuple[int, int]]) -> Iterator[Run]:
    start, length = (0, 0), 0
    for i, j in pairs:
        if length and (i, j) == (start[0] + length, start[1] + length):
            length += 1
            continue
        if length:
            yield (*start, length)
        start, length = (i, j), 1
    if length:
        yield (*start, length)


def common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return a longest common subsequence of two lists of words, as pairs of places.

    Source: the bit-vector recurrence of H. Hyyrö (2004); one number holds a row of the table, so
    that a row costs three operations. Of several longest ones, exchanging both lists gives the
    same.

    Examples
    --------
    >>> common("建立机制", "建机制度")
    [(0, 0), (2, 1), (3, 2)]
    """
    if list(right) < list(left):
        return [(i, j) for j, i in common(right, left)]
    rows = _rows(left, right)
    pairs = []
    i, j = len(left), len(right)
    while i and j:
        if rows[j] >> (i - 1) & 1:  # nothing is gained by word i: it was taken out
            i -= 1
        elif not rows[j - 1] >> (i - 1) & 1:  # it was gained before: word j was put in
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _rows(left: Sequence[str], right: Sequence[str]) -> list[int]:
    """Rows of the table of lengths: bit i of row j is 0 where word i of the left lengthens the
    common subsequence with the first j words of the right.
    """
    places: dict[str, int] = {}
    for place, word in enumerate(left):
        places[word] = places.get(word, 0) | 1 << place
    full = (1 << len(left)) - 1
    rows = [full]
    for word in right:
        row = rows[-1]
        hit = row & places.get(word, 0)
        rows.append(((row + hit) | (row - hit)) & full)
    return rows
