"""Names that stand for several bodies in papers of many fields, and single ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.resolve.agencies import AgencyResolver
from kg.resolve.regions import leading_region

CITY = AgencyResolver(leading_region("青岚市"))
COUNTY = AgencyResolver(leading_region("云溪县"))

DATA = Path(__file__).with_name("data")
SEVERAL = (DATA / "several.txt").read_text(encoding="utf-8").split()
SINGLE = (DATA / "single.txt").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("printed", SEVERAL)
def test_a_name_of_several_bodies_is_a_collective(printed: str) -> None:
    for resolver in (CITY, COUNTY):
        body = resolver.resolve(printed)
        assert (body.is_collective, body.kind) == (True, "collective")
        assert body.region_name in ("青岚市", "云溪县", "")


@pytest.mark.parametrize("printed", SINGLE)
def test_a_name_of_one_body_is_none(printed: str) -> None:
    for resolver in (CITY, COUNTY):
        assert not resolver.resolve(printed).is_collective


def test_collectives_of_one_kind_in_two_places_are_two() -> None:
    keys = {resolver.resolve("属地乡镇人民政府").key for resolver in (CITY, COUNTY)}
    assert keys == {"agency:青岚市属地乡镇人民政府", "agency:云溪县属地乡镇人民政府"}
