"""Which documents stand above which: along the chain nation, province, city, county."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kg.model import Contribution, Node
from kg.resolve.gazetteer import LEVELS, Region, book
from kg.resolve.regions import leading_region

_ROLES = frozenset({"LEADS", "ASSISTS"})


class Basis(StrEnum):
    """Why two documents are compared."""

    CHAIN = "chain"
    """The lower one's place lies in the upper one's."""

    UNKNOWN_PLACE = "unknown-place"
    """Their levels differ, and no gazetteer tells whether one place lies in the other."""

    PERSON = "person"
    """Somebody asked for it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document stands.

    Parameters
    ----------
    key
        The document's key.
    level
        Its place among :data:`kg.resolve.gazetteer.LEVELS`, 0 for the nation; None where neither
        its place nor its agencies tell.
    place
        What it speaks for; None where it names no place.
    """

    key: str
    level: int | None
    place: Region | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """A lower and an upper document to be compared."""

    lower_key: str
    upper_key: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Choice:
    """Pairs (lower, upper) that people want compared, or not, whatever their places."""

    forced: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    forbidden: frozenset[tuple[str, str]] = field(default_factory=frozenset)


NO_CHOICE = Choice()


def standing(document: Node, contribution: Contribution | None = None) -> Standing:
    """Return where a document stands.

    Parameters
    ----------
    document
        Its Document node.
    contribution
        What was read from it; asked only where the document names no place, for the level of most
        of its responsible agencies.
    """
    name = document.props.get("region")
    place = _place(str(name)) if name else None
    level = str(document.props.get("level") or "") or _level_of_agencies(contribution)
    return Standing(document.key, LEVELS.index(level) if level in LEVELS else None, place)


def pairings(standings: Sequence[Standing], choice: Choice = NO_CHOICE) -> tuple[Pairing, ...]:
    """Return the pairs to compare, sorted by lower and upper key.

    Two documents of different levels are compared unless they are known to belong to different
    places. A document whose level nobody can tell is compared with none but those that people
    choose.
    """
    known = {s.key for s in standings}
    found = {
        (lower, upper): Pairing(lower, upper, Basis.PERSON)
        for lower, upper in choice.forced
        if lower in known and upper in known
    }
    for lower, upper, basis in _candidates(standings):
        pair = (lower.key, upper.key)
        if pair not in choice.forbidden:
            found.setdefault(pair, Pairing(*pair, basis))
    return tuple(found[pair] for pair in sorted(found))


def related(lower: Standing, upper: Standing) -> Basis | None:
    """Return why a lower document is compared with an upper one; None when it is not.

    Examples
    --------
    >>> city, province = book().full["福州市"], book().full["福建省"]
    >>> related(Standing("a", 2, city), Standing("b", 1, province))
    <Basis.CHAIN: 'chain'>
    >>> related(Standing("a", 2, city), Standing("b", 1, book().full["浙江省"])) is None
    True
    >>> related(Standing("a", 2, leading_region("信江市")), Standing("b", 1, province))
    <Basis.UNKNOWN_PLACE: 'unknown-place'>
    """
    if lower.level is None or upper.level is None or lower.level <= upper.level:
        return None
    if upper.level == 0:
        return Basis.CHAIN
    if lower.place is None or upper.place is None:
        return Basis.UNKNOWN_PLACE
    above = {p.key for p in lower.place.parents}
    if upper.place.key in above:
        return Basis.CHAIN
    same_level = any(p.level == upper.place.level for p in lower.place.parents)
    return None if same_level or _lies_elsewhere(lower.place, upper.place) else Basis.UNKNOWN_PLACE


def _candidates(standings: Sequence[Standing]) -> Iterator[tuple[Standing, Standing, Basis]]:
    """Yield the related pairs, looked up by place and not tried one by one."""
    above: dict[int, dict[str, list[Standing]]] = defaultdict(lambda: defaultdict(list))
    for upper in standings:
        if upper.level is not None:
            above[upper.level][upper.place.key if upper.place else ""].append(upper)
    for lower in standings:
        for level in range(lower.level or 0):
            for upper in _possible(lower, above[level]):
                basis = related(lower, upper)
                if basis is not None:
                    yield lower, upper, basis


def _possible(lower: Standing, by_place: Mapping[str, list[Standing]]) -> Iterable[Standing]:
    """The documents of one level that may stand above another: of a place that the gazetteer
    knows in full, only those of the places it lies in.
    """
    if lower.place is not None and lower.place.code is not None:
        wanted = [p.key for p in lower.place.parents]
        unknown = [key for key in by_place if not _is_coded(key)]
        keys: Iterable[str] = [k for k in (*wanted, *unknown) if k in by_place]
    else:
        keys = by_place
    return [upper for key in dict.fromkeys(keys) for upper in by_place[key]]


def _is_coded(key: str) -> bool:
    place = book().full.get(key.removeprefix("region:"))
    return place is not None and place.code is not None and place.level != LEVELS[0]


def _lies_elsewhere(lower: Region, upper: Region) -> bool:
    """Tell whether the gazetteer knows of both places, and so that one is not in the other."""
    return lower.code is not None and upper.code is not None


def _place(name: str) -> Region | None:
    return book().full.get(name) or leading_region(name)


def _level_of_agencies(contribution: Contribution | None) -> str:
    """The level of most bodies that a document gives a role, by edges; "" where none shows one."""
    if contribution is None:
        return ""
    levels = {
        n.key: str(n.props["level"])
        for n in contribution.shared_nodes
        if n.label == "Agency" and "level" in n.props
    }
    counts = Counter(
        levels[e.src] for e in contribution.edges if e.type in _ROLES and e.src in levels
    )
    # Of equals the lower level: a city's table may name as many offices of the province.
    return max(counts, key=lambda level: (counts[level], LEVELS.index(level)), default="")
