"""Bodies, and what their names say about them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from .collectives import is_collective
from .kinds import kind_of
from .official import department_of, named, official
from .printed import without_repeated_level
from .regions import Region

_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Body:
    """A body.

    Parameters
    ----------
    key
        ``agency:`` and its name; with the place before it (``agency:福州市/榕城海关``) where the
        name alone does not hold its place.
    name
        The canonical name, with its place where the form gives one.
    kind
        ``department``, ``government``, ``division``, … (``kinds.toml``); ``collective`` for what
        stands for several; ``body`` where the ending tells nothing.
    level, region_name
        Of its place; empty where it is not known.
    rule
        The rules that decided, joined by +, for evidence: what the place is first, then what was
        made of the name (docs/decisions/0010).
    part_of
        The office a division belongs to.
    proposal
        The name it may stand for, where likeness or custom says so and nothing is sure.
    """

    key: str
    name: str
    kind: str
    level: str
    region_name: str
    is_collective: bool
    rule: str
    part_of: Body | None = None
    proposal: str = ""


def described(name: str, region: Region | None, rule: str, place: str = "") -> Body:
    """Return the body of a canonical name; what it says follows from key and gazetteer alone.

    Parameters
    ----------
    region
        The place the name begins with or lies in; None where it is not known.
    place
        What goes before the name in the key, where the name does not hold its place.
    """
    name = without_repeated_level(name, region) if region else name
    own, rest, made = "", name, ""
    if region and name.startswith(region.full_name):
        own = region.full_name
        rest, made = official(name[len(own) :], region)
        name = named(own, rest)
    unit = region.name[-1] if region and own else ""
    collective = is_collective(rest) or is_collective(f"{unit}{rest}")
    national = rule == "national"
    level = (region.level or "") if region and not _is_school(name, own) else ""
    return Body(
        key=_key(f"{place}/{name}" if place else name),
        name=name,
        kind="collective" if collective else _kind(unit, rest),
        level="national" if national else level,
        region_name=region.full_name if region else "",
        is_collective=collective,
        rule=joined("collective" if collective else rule, made),
    )


def _is_school(name: str, place: str) -> bool:
    """Tell whether a name is a university's that says where it lies, not whose it is: 福州大学."""
    return not place and name.endswith(("大学", "学院"))


def joined(*rules: str) -> str:
    """Return rules as one text, each once, in the order they were used."""
    return "+".join(dict.fromkeys(part for rule in rules for part in rule.split("+") if part))


def _kind(unit: str, rest: str) -> str:
    department = department_of(rest)
    return department.kind if department else kind_of(unit, rest)


def _key(text: str) -> str:
    if len(text) > _LONGEST_KEY:
        text = f"{text[:100]}…{sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"
    return f"agency:{text}"
