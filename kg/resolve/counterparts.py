"""The same department one level up: 福州市科学技术局 → 福建省科学技术厅 → 科学技术部."""

from __future__ import annotations

from collections.abc import Iterator

from .body import Body, described
from .departments import Department, departments
from .official import Name, behind, level_of
from .regions import Region, region_prefix

_MUNICIPALITY_UNIT = "市"


def counterparts(body: Body) -> tuple[Body, ...]:
    """Return the bodies one level up that answer to the names of a body, in that order.

    They follow from its key and the data alone and need not stand in any paper. None for
    collectives, divisions, bodies whose place or its parent is not known, and departments that
    have no one name there.

    Examples
    --------
    >>> from kg.resolve.agencies import AgencyResolver
    >>> from kg.resolve.regions import region_named
    >>> city = AgencyResolver(region_named("福州市"))
    >>> [b.name for b in counterparts(city.resolve("市市场监管局"))]
    ['福建省市场监督管理局', '福建省知识产权局']
    >>> counterparts(city.resolve("福州仲裁委"))
    ()
    """
    found = region_prefix(body.region_name) if body.region_name else None
    text = behind(body.region_name, body.name)
    if found is None or not text or body.is_collective or body.part_of:
        return ()
    region = found[0]
    known = (departments().department(part) for part in Name.read(text).parts)
    upper = [b for d in known if d is not None for b in _above(d, region)]
    return tuple({b.key: b for b in upper}.values())


def _above(department: Department, region: Region) -> Iterator[Body]:
    if region.parents:
        place = region.parents[0]
        name = _name_at(department, place)
        if name:
            yield described(place.full_name + name, place, "counterpart")
    elif level_of(region) == "province" and region.code and "nation" in department.at:
        yield described(department.at["nation"], None, "national")


def _name_at(department: Department, place: Region) -> str:
    if place.full_name in department.other:
        return department.other[place.full_name]
    if place.level == "city":
        return department.at.get("city", "")
    if department.only and place.full_name not in department.only:
        return ""
    is_municipality = place.name.endswith(_MUNICIPALITY_UNIT)
    return department.at.get("municipality" if is_municipality else "province", "")
