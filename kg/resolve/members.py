"""The members of collectives, where the gazetteer is sure to know them all."""

from __future__ import annotations

from .body import Body, described
from .departments import Beginning, departments
from .gazetteer import Region, book
from .official import Name, beginning, behind, hung_at

_GOVERNMENT = "人民政府"


def members(body: Body) -> tuple[Body, ...]:
    """Return the bodies that a collective stands for, in the order of their places' codes.

    None where the collective does not say which (其他成员单位), where the gazetteer does not hold
    every place of that level, and where not every place is sure to have such a body.

    Examples
    --------
    >>> from kg.resolve.agencies import AgencyResolver
    >>> from kg.resolve.regions import region_named
    >>> city = AgencyResolver(region_named("福州市"))
    >>> found = members(city.resolve("各县（市）区政府"))
    >>> len(found), found[0].name, found[-1].name
    (13, '福州市鼓楼区人民政府', '福清市人民政府')
    >>> members(city.resolve("其他成员单位"))
    ()
    """
    region = book().full.get(body.region_name)
    text = behind(body.region_name, body.name)
    start = beginning(text) if body.is_collective and region else None
    if region is None or start is None:
        return ()
    name = Name.read(text[len(start.text) :])
    places = _places(region, start)
    if not all(_has(place, name, start.level) for place in places):
        return ()
    return tuple(described(p.full_name + str(name), p, "member") for p in places)


def _places(region: Region, start: Beginning) -> tuple[Region, ...]:
    known = book()
    below = known.below.get(region.full_name, [])
    if start.level == "city":
        return tuple(r for r in below if r.level == "city" and r.name.endswith(start.unit))
    province = region if region.level == "province" else region.parents[-1]
    if province.full_name not in known.complete or region.level == "county":
        return ()
    cities = [r for r in below if r.level == "city"]
    lower = [r for c in cities for r in known.below.get(c.full_name, [])]
    counties = [r for r in (*below, *lower) if r.level == "county"]
    return tuple(r for r in counties if r.full_name not in known.ungoverned)


def _has(place: Region, name: Name, level: str) -> bool:
    """Tell whether a place is sure to have a body of this name."""
    if name.first == _GOVERNMENT:
        return not name.seconds
    department = departments().department(name.first)
    hung = hung_at(name.first, place.full_name)
    known = hung.seconds if hung else ()
    return bool(department and level in department.everywhere and set(name.seconds) <= set(known))
