"""Which measures and bodies the issues of a document touch, computed from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.dossier import Dossier, Entry
from kg.analysis.quality.aspects import Aspect, aspects_of
from kg.model import Node, Place

_OF_BODIES = frozenset({Aspect.NAMES, Aspect.ROLES})
_BELOW = frozenset({Aspect.SECTIONS, Aspect.OTHER, Aspect.LOST})
"""Aspects that touch everything below the heading that an issue is about."""
_PRINTED = frozenset({Aspect.CORRECTED, Aspect.STALE, Aspect.UNUSED})
"""Aspects that never touch a whole file: a correction is about one row."""

Noted = tuple[Node, Node]
"""An issue and the node it is about."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One aspect of a document that is touched.

    Parameters
    ----------
    entries
        The measures touched, in printed order.
    bodies
        Names of the bodies touched, once for each measure.
    issues
        The issues that touch it.
    """

    aspect: Aspect
    entries: tuple[Entry, ...]
    bodies: tuple[str, ...]
    issues: tuple[Node, ...]


def effects(dossier: Dossier) -> list[Effect]:
    """Return what is touched, in the order of :class:`Aspect`; nothing for a sound document.

    An issue touches the measure it is about; the measures below the heading it is about, where
    headings are in doubt; else those printed at its place. One about the whole file touches all.
    Measures without an agency are found in the graph itself, whether an issue names them or not.
    """
    issues: dict[Aspect, list[Noted]] = defaultdict(list)
    for issue, owner in dossier.issues:
        for aspect in aspects_of(issue):
            issues[aspect].append((issue, owner))
    index = _Index.of(dossier.entries)
    found = [_bare(issues.pop(Aspect.AGENCIES, []), index)]
    found += [_effect(aspect, issues[aspect], index) for aspect in Aspect if aspect in issues]
    return [effect for effect in found if effect.entries or effect.issues]


@dataclass(frozen=True, slots=True)
class _Index:
    """The measures of a document by key, by the headings above them, and by printed line."""

    entries: tuple[Entry, ...]
    by_key: Mapping[str, Entry]
    by_heading: Mapping[str, list[Entry]]
    by_line: Mapping[int, list[Entry]]

    @classmethod
    def of(cls, entries: tuple[Entry, ...]) -> _Index:
        by_heading: dict[str, list[Entry]] = defaultdict(list)
        by_line: dict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            for heading in entry.headings:
                by_heading[heading.key].append(entry)
            place = Place.parse(str(entry.node.props["place"]))
            for line in range(place.line, place.last_line + 1):
                by_line[line].append(entry)
        return cls(entries, {entry.key: entry for entry in entries}, by_heading, by_line)

    def touched(self, issue: Node, owner: Node, aspect: Aspect) -> Sequence[Entry]:
        if owner.key in self.by_key:
            return (self.by_key[owner.key],)
        if aspect in _BELOW and owner.label != "Document":
            return self.by_heading.get(owner.key, ())
        printed = issue.props.get("place")
        if aspect not in _PRINTED and (aspect is Aspect.SECTIONS or not isinstance(printed, str)):
            return self.entries
        return self._printed_at(Place.parse(printed)) if isinstance(printed, str) else ()

    def _printed_at(self, place: Place) -> list[Entry]:
        lines = range(place.line, place.last_line + 1)
        found = {entry.key: entry for line in lines for entry in self.by_line.get(line, ())}
        return [entry for entry in found.values() if _same_cell(place, entry)]


def _same_cell(place: Place, entry: Entry) -> bool:
    other = Place.parse(str(entry.node.props["place"]))
    return place.cell is None or other.cell is None or place.cell == other.cell


def _effect(aspect: Aspect, issues: Sequence[Noted], index: _Index) -> Effect:
    hits = [(issue, e) for issue, owner in issues for e in index.touched(issue, owner, aspect)]
    keys = {entry.key for _, entry in hits}
    bodies = {
        (entry.key, name)
        for issue, entry in hits
        if aspect in _OF_BODIES
        for name in _bodies(issue, entry, aspect)
    }
    return Effect(
        aspect,
        tuple(entry for entry in index.entries if entry.key in keys),
        tuple(name for _, name in sorted(bodies)),
        tuple(issue for issue, _ in issues),
    )


def _bare(issues: Sequence[Noted], index: _Index) -> Effect:
    """Measures without an agency; one that a correction has given is no longer missing."""
    bare = tuple(entry for entry in index.entries if not entry.roles)
    standing = (i for i, o in issues if o.key not in index.by_key or not index.by_key[o.key].roles)
    return Effect(Aspect.AGENCIES, bare, (), tuple(standing))


def _bodies(issue: Node, entry: Entry, aspect: Aspect) -> list[str]:
    """Return the bodies an issue touches: the one printed as it quotes, else all on the measure."""
    was = str(issue.props["was"])
    named = [str(n.props["name"]) for e, n in entry.roles if e.props.get("as_printed") == was]
    if aspect is Aspect.NAMES and named:
        return named
    return [str(n.props["name"]) for _, n in entry.roles]
