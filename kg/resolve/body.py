"""Bodies, and what their names say about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from .kinds import kind_of, words
from .official import department_of, named, official
from .printed import without_repeated_level
from .regions import Region, is_some

_LONGEST_KEY = 200
_GOVERNMENTS = re.compile(
    r"([\u4e00-\u9fff]{1,12}?)(?:县（市、?区）|县（市）区|县区|市县|县|市|区)(?:党委、?)?(?:人民)?政府\Z"
)


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


def is_collective(form: str) -> bool:
    """Tell whether a name stands for several bodies: 各…, 有关部门, …等部门, 试点县政府."""
    known = words()
    governments = _GOVERNMENTS.match(form)
    if governments and is_some(governments[1]):
        return True
    return (
        form.startswith(known.collective_beginnings)
        or any(part in form for part in known.collective_parts)
        or form.endswith(known.collective_endings)
    )


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
    return Body(
        key=_key(f"{place}/{name}" if place else name),
        name=name,
        kind="collective" if collective else _kind(unit, rest),
        level="national" if national else (region.level or "") if region else "",
        region_name=region.full_name if region else "",
        is_collective=collective,
        rule=joined("collective" if collective else rule, made),
    )


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
