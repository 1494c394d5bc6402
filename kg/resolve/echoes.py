"""Other names of a body: those it is called by beside its canonical one."""

from __future__ import annotations

from collections.abc import Iterator

from .body import Body
from .departments import departments
from .gazetteer import book
from .kinds import words
from .official import Name, behind, hung_at, level_of, named
from .regions import Region, level_of_unit, region_prefix


def echoes(body: Body) -> Iterator[str]:
    """Yield the names that mean a body in a paper which prints its canonical name.

    Short names that elsewhere may mean another (文旅局), its name without the second name in
    brackets, and the second name alone. None for collectives.
    """
    if body.is_collective:
        return
    place = _placed(body)
    name = Name.read(behind(place, body.name) or body.name.removeprefix(place))
    if name.seconds and not name.has_second_names:
        return
    for short in departments().unsure.get(name.first, ()):
        yield place + str(Name(short, name.seconds))
        yield place + short
    if name.seconds:
        yield from (place + part for part in name.parts)


def aliases_of(name: str, region_name: str = "") -> tuple[str, ...]:
    """Return the names that mean a body beside its canonical one, the plainest first.

    With its place in full, short, or as a level word (市科技局); with each form of its name
    that is sure; with and without its second names; a second name alone. A name may be an alias
    of several bodies, as 市科技局 is in every city.

    Parameters
    ----------
    name, region_name
        Of the Agency, as the graph has them.

    Examples
    --------
    >>> aliases_of("福州市科学技术局", "福州市")[:4]
    ('福州市科技局', '福州科学技术局', '福州科技局', '市科学技术局')
    >>> "市知识产权局" in aliases_of("福州市市场监督管理局（知识产权局）", "福州市")
    True
    """
    found = region_prefix(region_name) if region_name else None
    text = behind(region_name, name)
    if found is None or not text:
        return ()
    forms = dict.fromkeys(_forms(Name.read(text), found[0]))
    # 福州 + 市监厅 reads as 福州市 + 监厅.
    all_names = [
        place + form
        for place in _places(found[0], text)
        for form in forms
        if place != found[0].short or not form.startswith(words().levels)
    ]
    whole = [named(region_name, form) for form in forms]
    if text == "团委":
        all_names.append(f"团{found[0].name[-1]}委")
    return tuple(n for n in dict.fromkeys((*all_names, *whole)) if n != name)


def _placed(body: Body) -> str:
    """The place or level word at the start of a body's name, or empty."""
    if body.region_name and behind(body.region_name, body.name):
        return body.region_name
    levels = (w for w in words().levels if body.name.startswith(w))
    word = next(levels, "")
    return word if body.level and body.level == level_of_unit(word) else ""


def _places(region: Region, text: str) -> Iterator[str]:
    yield region.full_name
    yield region.name
    if region.short and region.short not in book().shared and not text.startswith("委"):
        yield region.short
    yield region.name[-1] if not region.name.endswith("自治区") else "自治区"


def _forms(name: Name, region: Region) -> Iterator[str]:
    firsts = _variants(name.first, region)
    yield from firsts
    hung = hung_at(name.first, region.full_name)
    for second in dict.fromkeys((*name.seconds, *(hung.seconds if hung else ()))):
        yield from (f"{first}（{second}）" for first in firsts)
        yield from _variants(second, region)


def _variants(text: str, region: Region) -> tuple[str, ...]:
    known, level = departments(), level_of(region)
    here = (f for f, name in known.places.get(region.full_name, {}).items() if name == text)
    by_level = (f for f, names in known.levels.items() if names.get(level) == text)
    return tuple(dict.fromkeys((text, *known.shorts.get(text, ()), *here, *by_level)))
