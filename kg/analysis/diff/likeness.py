"""How alike two texts are, and which pairs of many are the best ones to make."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import inf

SMALL = 40
"""Larger problems than this are left to scipy: it is faster then, and takes half a second to
load."""

MOST = 100
"""Partners looked at for one text: many times as many as could be meant."""

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
    """Yield the pairs of texts that are at least so much alike, by place, with their likeness.

    Of a text that is like very many others only the :data:`MOST` most alike are given, of equals
    those nearest in order: a list made from one pattern would fill the memory with pairs.
    """
    theirs = [grams(text) for text in right]
    sizes = [len(found) for found in theirs]
    shelves: dict[str, list[int]] = defaultdict(list)
    for j, found in enumerate(theirs):
        for gram in found:
            shelves[gram].append(j)
    for i, text in enumerate(left):
        ours = grams(text)
        shared = Counter(chain.from_iterable(shelves[g] for g in ours if g in shelves))
        size = len(ours)
        floor = least * size / 2  # nothing that shares less can be so much alike
        scores = [(2 * n / (size + sizes[j]), j) for j, n in shared.items() if n >= floor]
        enough = [found for found in scores if found[0] >= least]
        if len(enough) > MOST:
            enough = sorted(enough, key=lambda found: (-found[0], abs(found[1] - i), found[1]))
        yield from (((i, j), score) for score, j in enough[:MOST])


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
    matrix = [[weights.get((i, j), 0.0) for j in columns] for i in rows]
    solve = _solved_here if max(len(rows), len(columns)) <= SMALL else _solved_by_scipy
    pairs = ((rows[r], columns[c]) for r, c in solve(matrix))
    return [pair for pair in pairs if pair in weights]


def _solved_by_scipy(matrix: Sequence[Sequence[float]]) -> list[Index]:
    import numpy as np  # noqa: PLC0415 - heavy, and hardly ever needed
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    found = zip(*linear_sum_assignment(np.array(matrix), maximize=True), strict=True)
    return [(int(r), int(c)) for r, c in found]


def _solved_here(matrix: Sequence[Sequence[float]]) -> list[Index]:
    """Source: the Hungarian method by shortest augmenting paths (Jonker and Volgenant 1987)."""
    if len(matrix) > len(matrix[0]):
        return [(r, c) for c, r in _solved_here(list(zip(*matrix, strict=True)))]
    columns = len(matrix[0])
    owner, prices = [-1] * columns, [0.0] * columns
    credits = [0.0] * len(matrix)
    for start in range(len(matrix)):
        least, came = [inf] * columns, [-1] * columns
        done: dict[int, float] = {}
        row, column, length = start, -1, 0.0
        while row >= 0:
            for c in range(columns):
                if c not in done:
                    step = length - matrix[row][c] - credits[row] - prices[c]
                    if step < least[c]:
                        least[c], came[c] = step, column
            column = min((c for c in range(columns) if c not in done), key=least.__getitem__)
            length = done[column] = least[column]
            row = owner[column]
        for c, reached in done.items():
            if owner[c] >= 0:
                credits[owner[c]] += length - reached
            prices[c] += reached - length
        credits[start] += length
        while column >= 0:
            before = came[column]
            owner[column] = owner[before] if before >= 0 else start
            column = before
    return [(row, c) for c, row in enumerate(owner) if row >= 0]
