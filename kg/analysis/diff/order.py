"""What really changed its place: the fewest things that, taken out, leave the others in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> frozenset[int]:
    """Return the indices of the fewest numbers whose removal leaves the others rising.

    What was put in or taken out in between moves nothing; of two neighbours that changed places
    one is returned.

    Parameters
    ----------
    places
        Different numbers: where each of some things, in their old order, stands now.

    Examples
    --------
    >>> sorted(out_of_order([0, 5, 1, 2, 3])), sorted(out_of_order([3, 7, 9]))
    ([1], [])
    """
    tails: list[int] = []  # index of the smallest last number of a rising run of each length
    numbers: list[int] = []
    previous: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(numbers, place)
        previous.append(tails[length - 1] if length else -1)
        tails[length:] = [index, *tails[length + 1 :]]
        numbers[length:] = [place, *numbers[length + 1 :]]
    kept = set()
    index = tails[-1] if tails else -1
    while index >= 0:
        kept.add(index)
        index = previous[index]
    return frozenset(range(len(places))) - kept
