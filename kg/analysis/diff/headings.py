"""Which section or task of one version is which of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.diff.likeness import Index, alike, assignment
from kg.analysis.diff.pairs import cascade
from kg.analysis.diff.version import Heading

LEAST = 0.5
"""Two headings of different titles are one when the titles are at least so much alike, or at least
this share of the measures below both is the same."""

LABELS = ("Section", "Task")


def heading_matches(
    left: Sequence[Heading], right: Sequence[Heading], partner: Mapping[str, str]
) -> list[Index]:
    """Return the pairs of headings, by place, sorted.

    One title goes first, and under one section title before others. The rest are paired by the
    measures they have in common and by the likeness of their titles.

    Parameters
    ----------
    partner
        For the key of a measure on the left, that of its partner.
    """
    return sorted(pair for label in LABELS for pair in _of_label(label, (left, right), partner))


def _of_label(
    label: str, sides: tuple[Sequence[Heading], Sequence[Heading]], partner: Mapping[str, str]
) -> Iterator[Index]:
    places = [[n for n, h in enumerate(side) if h.node.label == label] for side in sides]
    above = [{h.key: h.title for h in side} for side in sides]
    titled = [
        [(side[n].title, titles.get(side[n].parent, "")) for n in found]
        for side, titles, found in zip(sides, above, places, strict=True)
    ]
    ours, theirs = places
    same = cascade(titled[0], titled[1], (lambda t: t, lambda t: t[0]))
    yield from ((ours[i], theirs[j]) for i, j in same)
    taken = {ours[i] for i, _ in same}, {theirs[j] for _, j in same}
    left = {n: sides[0][n] for n in ours if n not in taken[0]}
    right = {n: sides[1][n] for n in theirs if n not in taken[1]}
    if left and right:
        yield from assignment(_weights(left, right, partner))


def _weights(
    left: Mapping[int, Heading], right: Mapping[int, Heading], partner: Mapping[str, str]
) -> dict[Index, float]:
    ours, theirs = list(left), list(right)
    titles = [h.title for h in left.values()], [h.title for h in right.values()]
    weights = {(ours[i], theirs[j]): score for (i, j), score in alike(*titles, LEAST)}
    homes = {key: n for n, heading in right.items() for key in heading.measures}
    for i, heading in left.items():
        common = Counter(homes.get(partner.get(key, "")) for key in heading.measures)
        for j, number in common.items():
            share = _share(number, heading, right[j]) if j is not None else 0.0
            if j is not None and share >= LEAST:
                weights[i, j] = weights.get((i, j), 0.0) + share
    return weights


def _share(common: int, left: Heading, right: Heading) -> float:
    return 2 * common / (len(left.measures) + len(right.measures))
