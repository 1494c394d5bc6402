"""Two versions of a list held side by side: what is one, what came, what went, what moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.analysis.diff.correspondence import Correspondence, HeadingPair, Joint, Kind, Pair
from kg.analysis.diff.cycle import Cycle, cycle_of
from kg.analysis.diff.headings import heading_matches
from kg.analysis.diff.merging import Star, stars
from kg.analysis.diff.moves import moved_headings, moved_measures, ranks
from kg.analysis.diff.pairs import Match, matches
from kg.analysis.diff.possible import Surroundings, neighbours, possible_pairs
from kg.analysis.diff.takeover import Takeover, takeovers
from kg.analysis.diff.version import Heading, Version
from kg.analysis.dossier import Entry


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a list.

    Parameters
    ----------
    pairs
        The measures in both, one of each, in the order of the version before.
    headings
        The sections and tasks in both, likewise.
    groups
        Measures that were put together into one, or one that became several.
    possible
        Measures that may be one; they count neither as in both nor as dropped and added.
    takeovers
        Bodies that gave place to another.
    """

    before: Version
    after: Version
    pairs: tuple[Pair, ...]
    headings: tuple[HeadingPair, ...]
    groups: tuple[Correspondence, ...] = ()
    possible: tuple[Pair, ...] = ()
    takeovers: tuple[Takeover, ...] = field(default=())

    @property
    def cycle(self) -> Cycle:
        """Of which years the two lists are."""
        return cycle_of(self.before, self.after)

    @property
    def sure(self) -> tuple[Correspondence, ...]:
        """What corresponds without doubt: pairs and groups, in the order of the version before."""
        return _in_order(self.before, _singles(self.pairs), self.groups)

    @property
    def correspondences(self) -> tuple[Correspondence, ...]:
        """All that is compared, possible pairs included, in the order of the version before."""
        possible = (Correspondence.of(Kind.POSSIBLE, pair) for pair in self.possible)
        return _in_order(self.before, self.sure, possible)

    @property
    def dropped(self) -> tuple[Entry, ...]:
        """The measures that only the version before has."""
        kept = {key for c in self.correspondences for key in c.before.keys}
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

    def surroundings(self) -> Surroundings:
        """Return what is known of measures without partner."""
        headings = ((h.before.key, h.after.key) for h in self.headings)
        measures = ((a, b) for c in self.sure for a in c.before.keys for b in c.after.keys)
        return Surroundings(
            frozenset((*headings, *measures)),
            frozenset((t.before, t.after) for t in self.takeovers),
            neighbours(self.before.entries) | neighbours(self.after.entries),
        )

    def mirrored(self) -> Comparison:
        """Return the same comparison the other way round."""
        rank = ranks(e.key for e in self.after.entries)
        place = ranks(h.key for h in self.after.headings)
        headings = [replace(h, before=h.after, after=h.before) for h in self.headings]
        return Comparison(
            self.after,
            self.before,
            _turned(self.pairs, rank),
            tuple(sorted(headings, key=lambda h: place[h.before.key])),
            tuple(c.mirrored() for c in self.groups),
            _turned(self.possible, rank),
            tuple(t.mirrored() for t in self.takeovers),
        )


def _turned(pairs: Sequence[Pair], rank: Mapping[str, int]) -> tuple[Pair, ...]:
    turned = (replace(p, before=p.after, after=p.before) for p in pairs)
    return tuple(sorted(turned, key=lambda p: rank[p.before.key]))


def _singles(pairs: Iterable[Pair]) -> tuple[Correspondence, ...]:
    return tuple(Correspondence.of(Kind.ONE, pair) for pair in pairs)


def _in_order(before: Version, *several: Iterable[Correspondence]) -> tuple[Correspondence, ...]:
    rank = ranks(e.key for e in before.entries)
    found = (c for some in several for c in some)
    return tuple(sorted(found, key=lambda c: rank[c.before.keys[0]]))


def compare(before: Version, after: Version) -> Comparison:
    """Return two versions side by side.

    Where several answers are equally good, which one is given must not depend on the side a
    version stands on: the comparison is always made in one direction, and mirrored for the other.
    """
    if after.signature() < before.signature():
        return compare(after, before).mirrored()
    found = matches(before, after)
    joined = stars(before, after, found)
    taken = {i for star in joined for i in star.left}
    placed = _placed(before, after, found, taken)
    sure = replace(placed, groups=tuple(_group(before, after, star) for star in joined))
    known = replace(sure, takeovers=takeovers(before, after, sure.sure))
    left_over = possible_pairs(known.surroundings(), known.dropped, known.added)
    return replace(known, possible=tuple(left_over))


def _placed(before: Version, after: Version, found: Sequence[Match], taken: set[int]) -> Comparison:
    """The pairs that are no part of a group and the headings, with what moved."""
    ours, theirs = before.entries, after.entries
    partner = {ours[m.left].key: theirs[m.right].key for m in found}
    linked = heading_matches(before.headings, after.headings, partner)
    twins = [(before.headings[i], after.headings[j]) for i, j in linked]
    parents = {before.key: after.key} | {a.key: b.key for a, b in twins}
    pairs = [Pair(ours[m.left], theirs[m.right], m.likeness) for m in found if m.left not in taken]
    return Comparison(
        before,
        after,
        moved_measures(pairs, parents, ranks(e.key for e in theirs)),
        moved_headings(twins, parents, ranks(h.key for h in after.headings)),
    )


def _group(before: Version, after: Version, star: Star) -> Correspondence:
    kind = Kind.MERGED if len(star.left) > 1 else Kind.SPLIT
    ours = Joint(tuple(before.entries[i] for i in star.left))
    theirs = Joint(tuple(after.entries[j] for j in star.right))
    return Correspondence(kind, ours, theirs)
