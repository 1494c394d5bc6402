"""Which measures of one version were put together into one of the other (docs/decisions/0019)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.diff.pairs import Match
from kg.analysis.diff.phrases import covered, joined, lengths, size, stretches, telling
from kg.analysis.diff.version import Version

UNION_LEAST = 0.6
"""Share of the whole's characters that its parts together have to bring, or else"""
PART_MOST = 0.5
"""the share of each part's characters that has to stand in the whole."""
PART_LEAST = 0.2
"""Share of a part's characters that has to stand in the whole and nowhere else in either list."""
OWN_LEAST = 0.15
"""Share of the whole's characters that each part brings, in longer stretches than any other."""


@dataclass(frozen=True, slots=True)
class Star:
    """Several measures of one version that are one of the other, by place; one side has one."""

    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The texts of a version, the measures without partner, and the partners of the others."""

    words: Sequence[str]
    alone: frozenset[int]
    partner: Mapping[int, Match]


@dataclass(frozen=True, slots=True)
class _Candidate:
    whole: int
    parts: tuple[int, ...]
    worth: float


def stars(left: Version, right: Version, found: Sequence[Match]) -> list[Star]:
    """Return the merged and the split measures, in the order of the left version.

    A measure without partner is a part of one on the other side with which it shares a stretch of
    words that stands nowhere else, if it brings something that no other part brings. Nothing is
    put into a measure whose words did not change.
    """
    ours = _side(left, {m.left: m for m in found})
    theirs = _side(right, {m.right: m for m in found})
    merged = ((c, Star(c.parts, (c.whole,))) for c in _candidates(ours, theirs))
    split = ((c, Star((c.whole,), c.parts)) for c in _candidates(theirs, ours))
    chosen: list[Star] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    ranked = sorted((*merged, *split), key=lambda f: (-f[0].worth, f[1].left, f[1].right))
    for _, star in ranked:
        if taken[0].isdisjoint(star.left) and taken[1].isdisjoint(star.right):
            chosen.append(star)
            taken[0].update(star.left)
            taken[1].update(star.right)
    return sorted(chosen, key=lambda star: star.left)


def _side(version: Version, partner: Mapping[int, Match]) -> _Side:
    words = [stretches(entry.text) for entry in version.entries]
    return _Side(words, frozenset(range(len(words))) - partner.keys(), partner)


def _candidates(parts: _Side, wholes: _Side) -> Iterator[_Candidate]:
    """What might be a whole, with those that might be its parts."""
    if not parts.alone:
        return
    shared = telling(parts.words, wholes.words)
    near: dict[int, list[int]] = {}
    for part, others in shared.items():
        for whole, pieces in others.items():
            told = sum(map(len, joined(pieces, parts.words[part]))) / size(parts.words[part])
            if told >= PART_LEAST:
                near.setdefault(whole, []).append(part)
    for whole, telling_parts in sorted(near.items()):
        match = wholes.partner.get(whole)
        if match is not None and match.likeness is None:
            continue
        partner = None if match is None else _other(match, parts)
        new = tuple(p for p in sorted(telling_parts) if p == partner or p in parts.alone)
        if partner is not None and partner not in new:
            continue
        if (found := _tried(parts, wholes, whole, new)) is not None:
            yield found


def _other(match: Match, parts: _Side) -> int:
    return match.left if parts.partner.get(match.left) is match else match.right


def _tried(parts: _Side, wholes: _Side, whole: int, new: tuple[int, ...]) -> _Candidate | None:
    """The whole with as many of its parts as meet the bounds; None where fewer than two do.

    The part that brings least alone is left out first. The partner is never left out: where it
    does not meet the bounds there is no merging.
    """
    words = wholes.words[whole]
    brought = {part: lengths(words, parts.words[part]) for part in new}
    shares = {part: covered(parts.words[part], words) for part in new}
    kept = list(new)
    while len(kept) > 1:
        own = _own(kept, brought, size(words))
        union = sum(map(any, zip(*(brought[p] for p in kept), strict=True))) / size(words)
        enough = union >= UNION_LEAST or min(shares[p] for p in kept) >= PART_MOST
        weak = [p for p in kept if own[p] < OWN_LEAST]
        if enough and not weak:
            return _Candidate(whole, tuple(sorted(kept)), union)
        left_out = [p for p in weak or kept if p in parts.alone]
        if not left_out or len(weak) > len(left_out):
            return None
        kept.remove(min(left_out, key=lambda p: (own[p], -p)))
    return None


def _own(kept: Sequence[int], brought: Mapping[int, Sequence[int]], whole: int) -> dict[int, float]:
    """Share of the whole's characters that each part brings in a longer stretch than any other:
    general words that several parts have belong to none of them.
    """
    owners: Counter[int] = Counter()
    for found in zip(*(brought[p] for p in kept), strict=True):
        longest = max(found)
        if longest and found.count(longest) == 1:
            owners[kept[found.index(longest)]] += 1
    return {part: owners[part] / whole for part in kept}
