"""What went to another place: measures and headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.analysis.diff.correspondence import HeadingPair, Move, Pair
from kg.analysis.diff.order import out_of_order
from kg.analysis.diff.version import Heading


def moved_measures(
    pairs: Sequence[Pair], parents: Mapping[str, str], rank: Mapping[str, int]
) -> tuple[Pair, ...]:
    """Return the pairs with where they went.

    Parameters
    ----------
    parents
        For the key of a heading (and of the document) before, that of its partner.
    rank
        The place of each measure after.
    """
    settled = [replace(p, move=_changed_home(p, parents)) for p in pairs]
    homes = [p.before.headings[-1].key if p.before.headings else "" for p in pairs]
    places = [rank[p.after.key] for p in pairs]
    moved = _moved_within(homes, places, [p.move is None for p in settled])
    return tuple(replace(p, move=Move.ORDER) if n in moved else p for n, p in enumerate(settled))


def _changed_home(pair: Pair, parents: Mapping[str, str]) -> Move | None:
    """Where a measure went; nowhere where a version prints no heading above it."""
    ours, theirs = pair.before.headings, pair.after.headings
    if not ours or not theirs or parents.get(ours[-1].key) == theirs[-1].key:
        return None
    return Move.TASK if parents.get(ours[0].key) == theirs[0].key else Move.SECTION


def moved_headings(
    twins: Sequence[tuple[Heading, Heading]], parents: Mapping[str, str], rank: Mapping[str, int]
) -> tuple[HeadingPair, ...]:
    """Return the headings of both versions with where they went; parameters as above."""
    stayed = [parents.get(a.parent) == b.parent for a, b in twins]
    homes = [f"{a.node.label} {a.parent}" for a, _ in twins]
    moved = _moved_within(homes, [rank[b.key] for _, b in twins], stayed)
    return tuple(
        HeadingPair(a, b, Move.ORDER if n in moved else None if stayed[n] else Move.SECTION)
        for n, (a, b) in enumerate(twins)
    )


def _moved_within(
    homes: Sequence[str], places: Sequence[int], stayed: Sequence[bool]
) -> frozenset[int]:
    """Indices of what stayed under its heading and changed its order there."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, home in enumerate(homes):
        if stayed[index]:
            groups[home].append(index)
    return frozenset(
        group[n] for group in groups.values() for n in out_of_order([places[i] for i in group])
    )


def ranks(keys: Iterable[str]) -> dict[str, int]:
    """Return the place of each key."""
    return {key: place for place, key in enumerate(keys)}
