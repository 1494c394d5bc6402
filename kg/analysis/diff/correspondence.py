"""What of two versions is held against each other: pairs of measures, several put together, and
headings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kg.analysis.clause import opening
from kg.analysis.diff.version import Heading
from kg.analysis.dossier import Entry, Link
from kg.analysis.ledger import basis_of
from kg.model import Basis


class Move(StrEnum):
    """Where something went."""

    SECTION = "section"
    TASK = "task"
    ORDER = "order"


class Kind(StrEnum):
    """How sure it is, and of how many measures, that those of both versions are the same."""

    ONE = "one"
    MERGED = "merged"
    SPLIT = "split"
    POSSIBLE = "possible"


_TURNED = {Kind.MERGED: Kind.SPLIT, Kind.SPLIT: Kind.MERGED}


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
class Joint:
    """One measure, or several taken as one."""

    entries: tuple[Entry, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Their keys."""
        return tuple(e.key for e in self.entries)

    @property
    def references(self) -> tuple[str, ...]:
        """Their keys without that of the document."""
        return tuple(e.reference for e in self.entries)

    @property
    def openings(self) -> tuple[str, ...]:
        """Their first words."""
        return tuple(opening(e.text) for e in self.entries)

    @property
    def roles(self) -> tuple[Link, ...]:
        """Roles with their bodies, leads first. Of several measures each body once, as a lead if
        it leads any.
        """
        if len(self.entries) == 1:
            return self.entries[0].roles
        links = [link for e in self.entries for link in e.roles]
        kept: dict[tuple[Basis, str], Link] = {}
        for link in sorted(links, key=lambda found: found[0].type == "ASSISTS"):
            kept.setdefault((basis_of(link[0]), link[1].key), link)
        return tuple(kept.values())

    def of(self, edge_type: str) -> tuple[Link, ...]:
        """Return their edges of a type."""
        return tuple(link for e in self.entries for link in e.of(edge_type))

    def text_of(self, link: Link) -> str:
        """Return the words of the measure that an edge belongs to."""
        return next(e.text for e in self.entries if e.key == link[0].src)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What is compared: measures of both versions that are the same work."""

    kind: Kind
    before: Joint
    after: Joint

    @classmethod
    def of(cls, kind: Kind, pair: Pair) -> Correspondence:
        """Return that of one measure on either side."""
        return cls(kind, Joint((pair.before,)), Joint((pair.after,)))

    def mirrored(self) -> Correspondence:
        """Return the same the other way round."""
        kind = _TURNED.get(self.kind, self.kind)
        return replace(self, kind=kind, before=self.after, after=self.before)
