"""Bodies that one list no longer names while another stands where they stood: renamed bodies, or
duties that were given to another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.analysis.diff.correspondence import Correspondence, Joint
from kg.analysis.diff.cycle import cycle_of, newer_first
from kg.analysis.diff.version import Version

SHARE_LEAST = 0.8
"""Share of the measures naming a body in which the other one has to stand in its stead."""
TIMES_LEAST = 2
"""Measures in which that has to be so: once is a change like any other."""


@dataclass(frozen=True, slots=True)
class Takeover:
    """A body of the version before and the one that stands in its stead after.

    Parameters
    ----------
    renamed
        Neither is named in the other version; else one of them was there all along.
    of_before, of_after
        Corresponding measures that name the body of that version.
    taken
        Those of them where one stands in place of the other.
    """

    before: str
    after: str
    renamed: bool
    of_before: tuple[Correspondence, ...]
    of_after: tuple[Correspondence, ...]
    taken: tuple[Correspondence, ...]

    def mirrored(self) -> Takeover:
        """Return the same the other way round."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            of_before=_mirrored(self.of_after),
            of_after=_mirrored(self.of_before),
            taken=_mirrored(self.taken),
        )


def takeovers(
    before: Version, after: Version, found: Sequence[Correspondence]
) -> tuple[Takeover, ...]:
    """Return the bodies that gave place to another, by name.

    A body of the older list counts that the newer one names nowhere, if one and the same other
    body stands in its stead in nearly all measures that correspond. Where nothing tells which
    list is the newer one, only those of which either list names one alone, nearly always.
    """
    if newer_first(before, after):
        turned = tuple(_mirrored(found))
        return tuple(t.mirrored() for t in takeovers(after, before, turned))
    known = _named_in(before), _named_in(after)
    dated = bool(cycle_of(before, after).years) or newer_first(after, before) is not None
    names = [(_names(c.before), _names(c.after)) for c in found]
    result = []
    for old in sorted(known[0] - known[1]):
        new = _successor(old, names)
        if new is None:
            continue
        takeover = _takeover(old, new, found, names, renamed=new not in known[0])
        of_all = [takeover.of_before] if dated else [takeover.of_before, takeover.of_after]
        most = max(map(len, of_all))
        if len(takeover.taken) >= max(TIMES_LEAST, SHARE_LEAST * most) and (
            dated or takeover.renamed
        ):
            result.append(takeover)
    return tuple(result)


def _successor(old: str, names: Sequence[tuple[frozenset[str], frozenset[str]]]) -> str | None:
    """The body that most often stands where another stood; of equals the first by name."""
    came = Counter(name for ours, theirs in names if old in ours for name in theirs - ours)
    return min(came, key=lambda name: (-came[name], name), default=None)


def _takeover(
    old: str,
    new: str,
    found: Sequence[Correspondence],
    names: Sequence[tuple[frozenset[str], frozenset[str]]],
    *,
    renamed: bool,
) -> Takeover:
    of_before = [c for c, (ours, _) in zip(found, names, strict=True) if old in ours]
    of_after = [c for c, (_, theirs) in zip(found, names, strict=True) if new in theirs]
    both = zip(found, names, strict=True)
    taken = [c for c, (a, b) in both if old in a and new in b and new not in a]
    return Takeover(old, new, renamed, tuple(of_before), tuple(of_after), tuple(taken))


def _named_in(version: Version) -> frozenset[str]:
    return frozenset(name for e in version.entries for name in _names(Joint((e,))))


def _names(joint: Joint) -> frozenset[str]:
    return frozenset(str(node.props["name"]) for _, node in joint.roles)


def _mirrored(found: Sequence[Correspondence]) -> tuple[Correspondence, ...]:
    return tuple(c.mirrored() for c in found)
