"""Words that say which governments are meant (试点县, 受援县) stand for several."""

from __future__ import annotations

import pytest

from kg.resolve.agencies import AgencyResolver
from kg.resolve.members import members
from kg.resolve.regions import region_named, region_prefix

CITY = AgencyResolver(region_named("福州市"))


@pytest.mark.parametrize(
    "printed",
    [
        "试点县人民政府",
        "相关县政府",
        "受援县人民政府",
        "每个县人民政府",
        "若干县政府",
        "部分县区政府",
        "其余县（市、区）政府",
        "项目所在地县政府",
        "沿江县人民政府",
        "任务县政府",
        "示范县人民政府",
        "试点县（市、区）人民政府",
        "试点区政府",
        "相关市政府",
    ],
)
def test_governments_of_a_kind_are_a_collective_of_the_documents_place(printed: str) -> None:
    body = CITY.resolve(printed)
    assert (body.is_collective, body.kind, body.region_name) == (True, "collective", "福州市")
    assert members(body) == ()


@pytest.mark.parametrize(
    "printed",
    ["鼓楼区政府", "闽侯县政府", "洪山区政府", "全州县政府", "示范区管委会", "整县推进工作专班"],
)
def test_a_government_with_a_name_is_one_body(printed: str) -> None:
    assert not CITY.resolve(printed).is_collective


@pytest.mark.parametrize(
    "text", ["试点县政府", "受援县", "整县推进", "每个市", "山区政府", "老城区"]
)
def test_some_county_is_no_region(text: str) -> None:
    assert region_prefix(text) is None


@pytest.mark.parametrize("name", ["洪山区", "荔湾区", "南海区", "东城区", "海港区", "阳山县"])
def test_a_district_called_after_its_landscape_is_one(name: str) -> None:
    found = region_prefix(name + "人民政府")
    assert found is not None
    assert (found[0].name, found[1]) == (name, "人民政府")
