"""Which measure of one version is which of the other (docs/decisions/0019)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.analysis.diff.likeness import Index, alike, assignment
from kg.analysis.diff.version import Version, duties, folded, path

_T = TypeVar("_T")

SAME_TASK_LEAST = 0.4
ELSEWHERE_LEAST = 0.5
"""Least likeness of a pair of measures whose words differ, under one task title and elsewhere.
Different measures of one list reach 0.39 in the bundled documents, of two lists 0.31."""

_SAME_TASK, _SAME_NEIGHBOUR, _SAME_DUTIES = 0.04, 0.01, 0.01
"""What speaks for a pair besides its words: enough to decide between rivals that are nearly as
much alike, too little to make a pair."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two measures that are one, by their place in each version.

    ``likeness`` is None where the words are the same.
    """

    left: int
    right: int
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    """A measure with what tells it from another of the same words."""

    text: str
    path: tuple[str, ...]
    before: str
    after: str
    duties: tuple[tuple[str, str, str], ...]


_Mark = Callable[[_Spot], object]

_MARKS: tuple[_Mark, ...] = (
    lambda s: (s.text, s.path, s.before, s.after, s.duties),
    lambda s: (s.text, s.path, s.duties),
    lambda s: (s.text, s.path),
    lambda s: (s.text, s.before, s.after),
    lambda s: (s.text, s.path[:1]),
    lambda s: s.text,
)
"""What two measures of the same words have to share besides, the most telling first."""


def matches(left: Version, right: Version) -> list[Match]:
    """Return the pairs of measures of two versions, in the order of the left one.

    The same words go first, wherever they stand; of repeated ones those in the same surroundings.
    The others are paired by likeness so that its sum above the threshold is greatest, each with
    one at most.
    """
    ours, theirs = _spots(left), _spots(right)
    same = cascade(ours, theirs, _MARKS)
    taken = {i for i, _ in same}, {j for _, j in same}
    rest = (
        [i for i in range(len(ours)) if i not in taken[0]],
        [j for j in range(len(theirs)) if j not in taken[1]],
    )
    found = [Match(i, j) for i, j in same]
    found += _reworded(ours, theirs, rest, dict(same))
    return sorted(found, key=lambda match: match.left)


def cascade(
    left: Sequence[_T], right: Sequence[_T], marks: Iterable[Callable[[_T], object]]
) -> list[Index]:
    """Return pairs by place: those that share the first mark, of the others those that share the
    second, and so on; where several share a mark, in order.
    """
    ours, theirs = list(range(len(left))), list(range(len(right)))
    pairs: list[Index] = []
    for mark in marks:
        shelves: dict[object, list[int]] = defaultdict(list)
        for j in reversed(theirs):
            shelves[mark(right[j])].append(j)
        made = [(i, shelf.pop()) for i in ours if (shelf := shelves.get(mark(left[i])))]
        pairs += made
        taken = {i for i, _ in made}, {j for _, j in made}
        ours = [i for i in ours if i not in taken[0]]
        theirs = [j for j in theirs if j not in taken[1]]
    return pairs


def _spots(version: Version) -> list[_Spot]:
    texts = [folded(entry.text) for entry in version.entries]
    around = ["", *texts, ""]
    return [
        _Spot(text, path(entry), around[n], around[n + 2], duties(entry))
        for n, (text, entry) in enumerate(zip(texts, version.entries, strict=True))
    ]


def _reworded(
    ours: Sequence[_Spot],
    theirs: Sequence[_Spot],
    rest: tuple[Sequence[int], Sequence[int]],
    same: dict[int, int],
) -> list[Match]:
    left, right = rest
    found = alike([ours[i].text for i in left], [theirs[j].text for j in right], SAME_TASK_LEAST)
    scores: dict[Index, float] = {}
    weights: dict[Index, float] = {}
    for (a, b), score in found:
        pair = (left[a], right[b])
        under_one = ours[pair[0]].path[-1:] == theirs[pair[1]].path[-1:]
        if score >= (SAME_TASK_LEAST if under_one else ELSEWHERE_LEAST):
            scores[pair] = score
            # Counted from the threshold, so that two poor pairs are no better than a good one.
            above = score - SAME_TASK_LEAST
            weights[pair] = above + _support(ours, theirs, pair, same, under_one=under_one)
    return [Match(i, j, scores[i, j]) for i, j in assignment(weights)]


def _support(
    ours: Sequence[_Spot],
    theirs: Sequence[_Spot],
    pair: Index,
    same: dict[int, int],
    *,
    under_one: bool,
) -> float:
    """What speaks for a pair besides its words; never nothing, so that every pair counts."""
    i, j = pair
    support = 0.001 + _SAME_TASK * under_one
    support += _SAME_NEIGHBOUR * (same.get(i - 1) == j - 1)
    support += _SAME_NEIGHBOUR * (same.get(i + 1) == j + 1)
    return support + _SAME_DUTIES * (ours[i].duties == theirs[j].duties)
