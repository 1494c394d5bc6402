"""Places that a text mentions → regions."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from kg.resolve.regions import Region, region_named, region_prefix


def regions_mentioned(words: str) -> tuple[Region, ...]:
    """Return the regions that the words for a place mean, in printed order.

    Words that run together the one-character names of several places mean each of them. A place
    that no gazetteer knows is a region of that name, without code or level, within the region
    whose name it begins with.

    Examples
    --------
    >>> [r.name for r in regions_mentioned("闽台")]
    ['福建省', '台湾省']
    >>> [r.name for r in regions_mentioned("榕台")]
    ['福州市', '台湾省']
    >>> zone = regions_mentioned("福州高新区")[0]
    >>> zone.name, zone.code, zone.parents[0].name
    ('福州高新区', None, '福州市')
    """
    known = region_named(words) or _of_letter(words)
    if known is not None:
        return (known,)
    letters = [region_named(c) or _of_letter(c) for c in words]
    several = tuple(r for r in letters if r is not None)
    if 1 < len(words) == len(several) <= _MOST_LETTERS:
        return several
    within = region_prefix(words)
    parents = within[0].chain if within is not None else ()
    return (Region(f"region:{words}", words, None, None, parents),)


_MOST_LETTERS = 4


def _of_letter(letter: str) -> Region | None:
    name = _letters().get(letter)
    return region_named(name) if name is not None else None


@cache
def _letters() -> dict[str, str]:
    text = files(__package__).joinpath("letters.toml").read_text(encoding="utf-8")
    letters: dict[str, str] = tomllib.loads(text)["cities"]
    return letters
