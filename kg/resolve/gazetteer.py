"""The places of GB/T 2260 that the program knows, with their codes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict

LEVELS = ("national", "province", "city", "county")
"""Levels of government from the top down."""


@dataclass(frozen=True, slots=True)
class Region:
    """A place.

    Parameters
    ----------
    key
        ``region:`` and the full name: 福州市, 福州市鼓楼区 (districts of one name are many).
    name
        The official name alone: 福州市, 鼓楼区.
    code
        The code by GB/T 2260; None where it is not known, never a guess.
    level
        One of :data:`LEVELS`; None where the form does not tell.
    parents
        The places it lies in as far as known, the nearest first, without the nation.
    short
        The name without its unit: 福州; empty where it would not stand alone.
    """

    key: str
    name: str
    code: str | None
    level: str | None
    parents: tuple[Region, ...] = ()
    short: str = ""

    @property
    def full_name(self) -> str:
        """The name by which it differs from others of the same name."""
        return self.key.removeprefix("region:")

    @property
    def chain(self) -> tuple[Region, ...]:
        """The place and its parents, the nearest first."""
        return (self, *self.parents)


NATION = Region("region:中国", "中国", None, "national")


class _Province(TypedDict, total=False):
    code: str
    name: str
    short: str
    letter: str
    cities: list[list[str]]
    counties: list[list[str]]
    districts: list[list[str]]
    complete: bool
    ungoverned: list[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by full name, by short name, and by one-character name.

    Parameters
    ----------
    full, short, letter
        Each name with its place; of two with one short name the province comes first (吉林).
    shared
        Short names that several places have.
    below
        The places right below a place, in the order of their codes.
    complete
        Provinces of which every place down to the county level is known.
    ungoverned
        Places of the standard whose government does not sit under their province.
    """

    full: dict[str, Region]
    short: dict[str, Region]
    letter: dict[str, Region]
    shared: set[str]
    below: dict[str, list[Region]]
    complete: set[str]
    ungoverned: set[str]

    def inside(self, place: Region) -> list[Region]:
        """Return the known places of the county level in a place, in the order of their codes.

        Examples
        --------
        >>> [r.name for r in book().inside(book().full["福州市"])][-2:]
        ['平潭县', '福清市']
        """
        below = self.below.get(place.full_name, [])
        lower = [r for c in below for r in self.below.get(c.full_name, [])]
        return [r for r in (*below, *lower) if r.level == "county"]

    def district(self, place: Region, name: str) -> Region | None:
        """Return the district of a name in a place, None when no or several known ones have it.

        Examples
        --------
        >>> book().district(book().full["福建省"], "鼓楼区").full_name
        '福州市鼓楼区'
        """
        if place.level == "city":
            return self.full.get(place.full_name + name)
        if place.full_name not in self.complete:
            return None
        cities = self.below[place.full_name]
        found = [r for c in cities if (r := self.full.get(c.full_name + name)) is not None]
        return found[0] if len(found) == 1 else None


_CITY_UNIT = re.compile(r"(?:市|地区|盟|[^族]{0,4}族.{0,12}自治州|自治州)$")
LONGEST_NAME = 14


@cache
def book() -> Gazetteer:
    """Return the gazetteer, read once."""
    text = files(__package__).joinpath("regions.toml").read_text(encoding="utf-8")
    provinces: list[_Province] = tomllib.loads(text)["province"]
    known = Gazetteer({}, {}, {}, set(), {}, set(), set())
    for entry in provinces:
        province = Region(
            f"region:{entry['name']}", entry["name"], entry["code"], "province", (), entry["short"]
        )
        known.full[province.name] = known.short[province.short] = province
        known.letter[entry["letter"]] = province
    for entry in provinces:
        for region in _below(known.full[entry["name"]], entry):
            _add(known, region)
            if region.code in entry.get("ungoverned", ()):
                known.ungoverned.add(region.full_name)
        if entry.get("complete", False):
            known.complete.add(entry["name"])
    for places in known.below.values():
        places.sort(key=lambda r: r.code or "")
    return known


def _add(known: Gazetteer, region: Region) -> None:
    known.full[region.full_name] = region
    known.below.setdefault(region.parents[0].full_name, []).append(region)
    # A province comes before a city of the same short name (吉林).
    if region.short and known.short.setdefault(region.short, region) is not region:
        known.shared.add(region.short)


def _below(province: Region, entry: _Province) -> Iterator[Region]:
    cities = {}
    for code, name in entry.get("cities", ()):
        cities[code[:4]] = _known(code, name, "city", (province,))
    yield from cities.values()
    for code, name in entry.get("counties", ()):
        city = cities.get(code[:4])
        yield _known(code, name, "county", (city, province) if city else (province,))
    for code, name in entry.get("districts", ()):
        yield _district(code, name, (cities[code[:4]], province))


def _known(code: str, name: str, level: str, parents: tuple[Region, ...]) -> Region:
    short = _CITY_UNIT.sub("", name)
    keeps = len(short) > 1 and short != name
    return Region(f"region:{name}", name, code, level, parents, short if keeps else "")


def _district(code: str, name: str, parents: tuple[Region, ...]) -> Region:
    """A place of a name that other cities may use for theirs."""
    return Region(f"region:{parents[0].full_name}{name}", name, code, "county", parents)
