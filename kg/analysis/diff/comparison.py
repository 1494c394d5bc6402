"""Two versions of a list held side by side: what is one, what came, what went, what moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.analysis.diff.headings import heading_matches
from kg.analysis.diff.order import out_of_order
from kg.analysis.diff.pairs import matches
from kg.analysis.diff.version import Heading, Version
from kg.analysis.dossier import Entry


class Move(StrEnum):
    """Where something went."""

    SECTION = "section"
    TASK = "task"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure in both versions; ``likeness`` is None where the words are the same."""

    before: Entry
    after: Entry
    likeness: float | None
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class HeadingPair:
    """A section or a task in both versions."""

    before: Heading
    after: Heading
    move: Move | None = None

    @property
    def renamed(self) -> bool:
        """Whether its title changed."""
        return self.before.title != self.after.title

    @property
    def renumbered(self) -> bool:
        """Whether its number changed."""
        return self.before.node.props.get("number") != self.after.node.props.get("number")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a list.

    Parameters
    ----------
    pairs
        The measures in both, in the order of the version before.
    headings
        The sections and tasks in both, likewise.
    """

    before: Version
    after: Version
    pairs: tuple[Pair, ...]
    headings: tuple[HeadingPair, ...]

    @property
    def dropped(self) -> tuple[Entry, ...]:
        """The measures that only the version before has."""
        kept = {pair.before.key for pair in self.pairs}
        return tuple(e for e in self.before.entries if e.key not in kept)

    @property
    def added(self) -> tuple[Entry, ...]:
        """The measures that only the version after has."""
        return self.mirrored().dropped

    @property
    def dropped_headings(self) -> tuple[Heading, ...]:
        """The sections and tasks that only the version before has."""
        kept = {pair.before.key for pair in self.headings}
        return tuple(h for h in self.before.headings if h.key not in kept)

    @property
    def added_headings(self) -> tuple[Heading, ...]:
        """The sections and tasks that only the version after has."""
        return self.mirrored().dropped_headings

    def mirrored(self) -> Comparison:
        """Return the same comparison the other way round."""
        pairs = [replace(p, before=p.after, after=p.before) for p in self.pairs]
        headings = [replace(h, before=h.after, after=h.before) for h in self.headings]
        rank = _ranks(e.key for e in self.after.entries)
        place = _ranks(h.key for h in self.after.headings)
        return Comparison(
            self.after,
            self.before,
            tuple(sorted(pairs, key=lambda p: rank[p.before.key])),
            tuple(sorted(headings, key=lambda h: place[h.before.key])),
        )


def compare(before: Version, after: Version) -> Comparison:
    """Return two versions side by side.

    Where several answers are equally good, which one is given must not depend on the side a
    version stands on: the comparison is always made in one direction, and mirrored for the other.
    """
    if after.signature() < before.signature():
        return compare(after, before).mirrored()
    found = matches(before, after)
    ours, theirs = before.entries, after.entries
    partner = {ours[m.left].key: theirs[m.right].key for m in found}
    linked = heading_matches(before.headings, after.headings, partner)
    twins = [(before.headings[i], after.headings[j]) for i, j in linked]
    parents = {before.key: after.key} | {a.key: b.key for a, b in twins}
    pairs = [Pair(ours[m.left], theirs[m.right], m.likeness) for m in found]
    return Comparison(
        before,
        after,
        _moved_measures(pairs, parents, _ranks(e.key for e in theirs)),
        _moved_headings(twins, parents, _ranks(h.key for h in after.headings)),
    )


def _moved_measures(
    pairs: Sequence[Pair], parents: Mapping[str, str], rank: Mapping[str, int]
) -> tuple[Pair, ...]:
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


def _moved_headings(
    twins: Sequence[tuple[Heading, Heading]], parents: Mapping[str, str], rank: Mapping[str, int]
) -> tuple[HeadingPair, ...]:
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


def _ranks(keys: Iterable[str]) -> dict[str, int]:
    return {key: place for place, key in enumerate(keys)}
