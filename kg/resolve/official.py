"""Names behind a place → official ones: long forms, and second names where they hang."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .departments import Beginning, Department, Hung, departments
from .kinds import words
from .regions import Region

_SECOND = re.compile(r"(?<=.)（([^（）]{2,60})）$")
_SEPARATOR = re.compile(r"[、，,]")


@dataclass(frozen=True, slots=True)
class Name:
    """A body's name without its place: a first name, and second names it also goes by."""

    first: str
    seconds: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.first}（{'、'.join(self.seconds)}）" if self.seconds else self.first

    @classmethod
    def read(cls, text: str) -> Name:
        """Return the parts of a name.

        Examples
        --------
        >>> Name.read("委宣传部（新闻出版局、版权局）")
        Name(first='委宣传部', seconds=('新闻出版局', '版权局'))
        """
        found = _SECOND.search(text)
        if found is None:
            return cls(text)
        return cls(text[: found.start()], tuple(s for s in _SEPARATOR.split(found[1]) if s))

    @property
    def parts(self) -> tuple[str, ...]:
        """The first name and the second ones."""
        return (self.first, *self.seconds)

    @property
    def has_second_names(self) -> bool:
        """Whether what stands in brackets are names of bodies, not remarks: （筹）."""
        endings = (*words().generic_endings, *words().division_endings)
        return bool(self.seconds) and all(s.endswith(endings) for s in self.seconds)


def official(text: str, region: Region | None) -> tuple[str, str]:
    """Return the official form of a name behind its place, and the rules that made it, with +.

    The rules are ``official-name`` (科技局 → 科学技术局) and ``second-name`` (a body that is
    known to go by two names gets both); empty when the name stays. What is not certain stays.

    Parameters
    ----------
    region
        The place before the name; None where it is not known.

    Examples
    --------
    >>> from kg.resolve.regions import region_named
    >>> official("科技局", region_named("福州市"))
    ('科学技术局', 'official-name')
    >>> official("市场监管局", region_named("福州市"))
    ('市场监督管理局（知识产权局）', 'official-name+second-name')
    >>> official("各设区市市场监管局", region_named("福建省"))
    ('各设区市市场监督管理局', 'official-name')
    """
    found = beginning(text)
    if found:
        tail = _long(Name.read(text[len(found.text) :]), found.level, None)
        name = f"{found.text}{tail}"
        return name, "official-name" if name != text else ""
    printed = Name.read(text)
    long = _long(printed, level_of(region), region)
    hung = _hung(long, region)
    rules = [r for r, made in (("official-name", long != printed), ("second-name", hung)) if made]
    return str(hung or long), "+".join(rules)


def level_of(region: Region | None) -> str:
    """Return the level of a place where it is sure, else empty: a 市 that the gazetteer does not
    know may be a county-level one.
    """
    if region is None or (region.code is None and region.name.endswith("市")):
        return ""
    return region.level or ""


def beginning(text: str) -> Beginning | None:
    """Return how a collective begins whose members are places: 各设区市…; None for other names."""
    return next((b for b in departments().beginnings if text.startswith(b.text)), None)


def hung_at(host: str, place: str) -> Hung | None:
    """Return the second names that a body is known to have at a place, None without any."""
    known = departments().hung
    return next((h for h in known if h.host == host and place in h.places), None)


def department_of(text: str) -> Department | None:
    """Return the department of a name behind its place, None if unknown."""
    return departments().department(Name.read(text).first)


def named(place: str, text: str) -> str:
    """Return the full name of a body at a place.

    Examples
    --------
    >>> named("福州市", "科学技术局"), named("福州市", "税务局")
    ('福州市科学技术局', '国家税务总局福州市税务局')
    """
    department = departments().department(text)
    if department and department.whole:
        return department.whole.format(place=place)
    return place + text


def whole_name(begin: str, end: str) -> str:
    """Return the name behind its place of a body whose name has the place inside, or empty.

    Examples
    --------
    >>> whole_name("国家税务总局", "税务局"), whole_name("共青团", "委")
    ('税务局', '团委')
    """
    for department in departments().by_name.values():
        if department.whole:
            start, finish = department.whole.split("{place}")
            if begin == start and end in (finish, finish.removesuffix("员会")):
                return department.names[0]
    return ""


def behind(place: str, name: str) -> str:
    """Return the name behind its place, empty when the name is not of that place.

    Examples
    --------
    >>> behind("福州市", "福州市科学技术局"), behind("福州市", "共青团福州市委员会")
    ('科学技术局', '团委')
    """
    if not place:
        return ""
    if name.startswith(place):
        return name[len(place) :]
    known = (d for d in departments().by_name.values() if d.whole)
    return next((d.names[0] for d in known if d.whole.format(place=place) == name), "")


def _long(name: Name, level: str, region: Region | None) -> Name:
    return Name(
        _certain(name.first, level, region),
        tuple(_certain(s, level, region) for s in name.seconds),
    )


def _certain(form: str, level: str, region: Region | None) -> str:
    known = departments()
    plain = form[1:] if form.startswith("党委") else form
    here = known.places.get(region.full_name, {}) if region else {}
    name = here.get(plain) or known.sure(plain, level) or form
    if name.startswith("委") and region and region.name.endswith("自治区"):
        return f"党{name}"
    return name


def _hung(name: Name, region: Region | None) -> Name | None:
    """The name with the second names that the body is known to have here; None if it has none."""
    if region is None:
        return None
    for known in departments().hung:
        if region.full_name not in known.places:
            continue
        shown = Name(known.host, known.seconds[:1])
        if name.first == known.host and set(name.seconds) <= set(known.seconds):
            return shown if name != shown else None
        if name.first in known.seconds and set(name.seconds) <= {known.host, *known.seconds}:
            return shown
    return None
