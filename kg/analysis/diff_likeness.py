"""How alike two texts are, and which pairs of many are the best ones to make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

Index = tuple[int, int]
"""The place of a text among the left ones, and of one among the right ones."""


def grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text; the text itself where it is shorter.

    Examples
    --------
    >>> sorted(grams("专利导航"))
    ['专利', '利导', '导航']
    """
    return frozenset(a + b for a, b in pairwise(text)) or frozenset({text})


def likeness(left: str, right: str) -> float:
    """Return how alike two texts are, 0–1: the pairs of neighbouring characters they share, twice,
    ÷ those of both (Dice's coefficient over sets).

    Examples
    --------
    >>> likeness("加强专利保护", "加强专利转化")
    0.6
    """
    one, other = grams(left), grams(right)
    return 2 * len(one & other) / (len(one) + len(other))


def alike(left: Sequence[str], right: Sequence[str], least: float) -> Iterator[tuple[Index, float]]:
    """Yield every pair of texts that is at least so much alike, by place, with its likeness.

    Each text becomes a number with one bit for each pair of characters that both sides know, so
    that one «and» compares two texts.
    """
    ours, theirs = [grams(t) for t in left], [grams(t) for t in right]
    common = sorted(frozenset().union(*ours) & frozenset().union(*theirs))
    bits = {gram: 1 << place for place, gram in enumerate(common)}
    columns = [(sum(bits[g] for g in found if g in bits), len(found)) for found in theirs]
    for i, found in enumerate(ours):
        row, size = sum(bits[g] for g in found if g in bits), len(found)
        if not row:
            continue
        for j, (column, other) in enumerate(columns):
            shared = 2 * (row & column).bit_count()
            if shared >= least * (size + other) and shared:
                yield (i, j), shared / (size + other)


def assignment(weights: Mapping[Index, float]) -> list[Index]:
    """Return the pairs of greatest total weight in which each place stands once at most, sorted.

    Parameters
    ----------
    weights
        The pairs that may be made; each weight is above 0.
    """
    chosen = [pair for group in _connected(weights) for pair in _best(group, weights)]
    return sorted(chosen)


def _connected(weights: Mapping[Index, float]) -> list[list[Index]]:
    """Pairs in groups that share no place with one another: each is a problem of its own."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(place: tuple[str, int]) -> tuple[str, int]:
        root.setdefault(place, place)
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for i, j in weights:
        root[find(("left", i))] = find(("right", j))
    groups: dict[tuple[str, int], list[Index]] = {}
    for pair in sorted(weights):
        groups.setdefault(find(("left", pair[0])), []).append(pair)
    return list(groups.values())


def _best(group: Sequence[Index], weights: Mapping[Index, float]) -> list[Index]:
    rows, columns = sorted({i for i, _ in group}), sorted({j for _, j in group})
    if len(rows) == 1 or len(columns) == 1:
        return [max(group, key=lambda pair: (weights[pair], -pair[0], -pair[1]))]
    # Heavy to load, and hardly ever needed: texts that are alike mostly have one partner.
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    row_of, column_of = _places(rows), _places(columns)
    matrix = np.zeros((len(rows), len(columns)))
    for i, j in group:
        matrix[row_of[i], column_of[j]] = weights[i, j]
    found = zip(*linear_sum_assignment(matrix, maximize=True), strict=True)
    pairs = ((rows[int(r)], columns[int(c)]) for r, c in found)
    return [pair for pair in pairs if pair in weights]


def _places(values: Sequence[int]) -> dict[int, int]:
    return {value: place for place, value in enumerate(values)}
