"""The departments of local government as data: official names, short ones, and levels."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

_K = TypeVar("_K")
_UPPER = ("city", "province", "municipality", "nation")


@dataclass(frozen=True, slots=True)
class Department:
    """A department, the same in all places.

    Parameters
    ----------
    names
        Official names without a place, for all levels.
    kind
        As in ``kinds.toml``.
    at
        The one name it has in a ``city``, ``province``, ``municipality`` or the ``nation``.
    only
        Provinces and municipalities that ``at`` holds for; empty for all.
    other
        Its name in provinces and municipalities that differ.
    everywhere
        Levels on which every place has it.
    whole
        The pattern of its name where the place stands inside; empty where it stands before.
    """

    names: tuple[str, ...]
    kind: str
    at: Mapping[str, str]
    only: frozenset[str]
    other: Mapping[str, str]
    everywhere: frozenset[str]
    whole: str


@dataclass(frozen=True, slots=True)
class Hung:
    """加挂牌子: the second names of a host in some places; the first of them is shown."""

    host: str
    seconds: tuple[str, ...]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Usual:
    """Where a second name hangs as a rule, which is no certainty."""

    host: str
    second: str
    levels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a collective begins whose members are the places of a level, of a unit if one is set."""

    text: str
    level: str
    unit: str


@dataclass(frozen=True, slots=True)
class Departments:
    """The lists of ``departments.toml``, ready to be asked.

    Parameters
    ----------
    by_name
        Departments by official name.
    longs
        Every form, official ones too, with the one official name it stands for.
    levels
        Forms that stand for one official name on each level.
    several
        Forms that stand for several; the paper has to tell.
    shorts, unsure
        Official names with the other forms of them: the sure ones, and those that are not.
    national, here
        Forms of the nation's bodies: in all papers, and in national ones alone.
    hung, usual
        Second names: known ones, and where one hangs as a rule.
    places
        What a form means at one place.
    beginnings
        Of collectives whose members are places.
    shapes
        Forms of ``longs`` with one character left out (a null in its place).
    """

    by_name: Mapping[str, Department]
    longs: Mapping[str, str]
    levels: Mapping[str, Mapping[str, str]]
    several: Mapping[str, tuple[str, ...]]
    shorts: Mapping[str, tuple[str, ...]]
    unsure: Mapping[str, tuple[str, ...]]
    national: Mapping[str, str]
    here: Mapping[str, str]
    hung: tuple[Hung, ...]
    usual: tuple[Usual, ...]
    places: Mapping[str, Mapping[str, str]]
    beginnings: tuple[Beginning, ...]
    shapes: Mapping[str, tuple[str, ...]]

    def sure(self, form: str, level: str) -> str:
        """Return the official name that a name stands for on a level, empty where it is not sure.

        Parameters
        ----------
        level
            Empty where it is not known.

        Examples
        --------
        >>> departments().sure("科技局", ""), departments().sure("法院", "city")
        ('科学技术局', '中级人民法院')
        >>> departments().sure("法院", ""), departments().sure("文旅局", "city")
        ('', '')
        """
        if by_level := self.levels.get(form):
            return by_level.get(level, "")
        return self.longs.get(form, "")

    def department(self, name: str) -> Department | None:
        """Return the department of an official name without its place, None if unknown."""
        return self.by_name.get(name.removeprefix("党") if name.startswith("党委") else name)

    def is_form(self, form: str) -> bool:
        """Tell whether a name without its place is one of a department, official or short."""
        plain = form[1:] if form.startswith("党委") else form
        return plain in self.longs or plain in self.several or plain in self.levels

    def in_nation(self, form: str) -> str:
        """Return the nation's body that a national paper means by a name without 国家, or empty.

        Examples
        --------
        >>> departments().in_nation("发展改革委"), departments().in_nation("知识产权局")
        ('国家发展和改革委员会', '国家知识产权局')
        """
        department = self.by_name.get(self.longs.get(form, ""))
        own = department.at.get("nation", "") if department else ""
        return self.national.get(form) or self.here.get(form) or own


@cache
def departments() -> Departments:
    """Return the departments, read once."""
    text = files(__package__).joinpath("departments.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    longs: dict[str, str] = {}
    by_name: dict[str, Department] = {}
    national = {form: n["name"] for n in data["nation"] for form in (n["name"], *_forms(n))}
    for entry in data["department"]:
        built = _built(entry, data["units"])
        longs |= built
        department = _department(entry, tuple(dict.fromkeys(built.values())))
        by_name |= dict.fromkeys(department.names, department)
        if nation := entry.get("nation"):
            national |= dict.fromkeys((nation, *entry.get("national", ())), nation)
    several = {form: tuple(names) for form, names in data["several"].items()}
    unsure = [(n, f) for f, names in several.items() for n in names]
    unsure += [(n, f) for f, names in data["levels"].items() for n in names.values() if n != f]
    return Departments(
        by_name=by_name,
        longs=longs,
        levels=data["levels"],
        several=several,
        shorts=_turned((n, f) for f, n in longs.items() if n != f),
        unsure=_turned(unsure),
        national=national,
        here={form: n["name"] for n in data["nation"] for form in n.get("here", ())},
        hung=tuple(
            Hung(h["host"], tuple(h["seconds"]), frozenset(h["places"])) for h in data["hung"]
        ),
        usual=tuple(Usual(u["host"], u["second"], frozenset(u["levels"])) for u in data["usual"]),
        places=data["place"],
        beginnings=tuple(
            Beginning(text, c["level"], c.get("unit", ""))
            for c in data["collective"]
            for text in c["beginnings"]
        ),
        shapes=_turned(
            (f"{form[:i]}\0{form[i + 1 :]}", form) for form in longs for i in range(len(form))
        ),
    )


def _forms(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(entry.get("forms", ()))


def _built(entry: Mapping[str, Any], units: Mapping[str, list[str]]) -> dict[str, str]:
    """Every form of a department's names with the official one, official names among them."""
    names: dict[str, str] = {name: name for name in entry.get("names", ())}
    if stem := entry.get("stem"):
        for unit in entry["units"]:
            for start in (stem, *entry.get("short", ())):
                for end in (unit, *units.get(unit, ())):
                    names[start + end] = stem + unit
    return names | dict(entry.get("forms", {}))


def _department(entry: Mapping[str, Any], names: tuple[str, ...]) -> Department:
    return Department(
        names=names,
        kind=entry.get("kind", "department"),
        at={level: entry[level] for level in _UPPER if level in entry},
        only=frozenset(entry.get("only", ())),
        other=entry.get("other", {}),
        everywhere=frozenset(entry.get("everywhere", ())),
        whole=entry.get("whole", ""),
    )


def _turned(pairs: Iterable[tuple[_K, str]]) -> dict[_K, tuple[str, ...]]:
    turned: dict[_K, list[str]] = defaultdict(list)
    for key, form in pairs:
        turned[key].append(form)
    return {key: tuple(forms) for key, forms in turned.items()}
