"""The place before a body: once, the right one, and only where there is one."""

from __future__ import annotations

import pytest

from kg.resolve.agencies import AgencyResolver
from kg.resolve.regions import leading_region, region_named

CITY = AgencyResolver(leading_region("青岚市"))
COUNTY = AgencyResolver(leading_region("云溪县"))
DISTRICT = AgencyResolver(leading_region("安澜区"))
PROVINCE = AgencyResolver(region_named("福建省"), "福建省知识产权局", internal=True)

IN_CITY = {
    "市民航发展办公室": "青岚市民航发展办公室",
    "青岚市民航发展办公室": "青岚市民航发展办公室",
    "市民政局": "青岚市民政局",
    "青岚市民政局": "青岚市民政局",
    "市民族宗教局": "青岚市民族宗教局",
    "市民族宗教事务局": "青岚市民族宗教事务局",
    "市民宗局": "青岚市民宗局",
    "市民营经济发展局": "青岚市民营经济发展局",
    "市民生实事办": "青岚市民生实事办",
    "市民防办": "青岚市民防办",
    "市民革": "青岚市民革",
    "市民盟": "青岚市民盟",
    "市民建": "青岚市民建",
    "市民进": "青岚市民进",
    "市民间组织管理局": "青岚市民间组织管理局",
    "市民爆办": "青岚市民爆办",
    "市民兵训练基地办公室": "青岚市民兵训练基地办公室",
    "市民服务中心": "青岚市市民服务中心",
    "青岚市市民服务中心": "青岚市市民服务中心",
    "市市民服务中心": "青岚市市民服务中心",
    "市市场监管局": "青岚市市场监督管理局",
    "青岚市市场监管局": "青岚市市场监督管理局",
    "市场监管局": "青岚市市场监督管理局",
    "市监局": "青岚市市场监督管理局",
    "市市监局": "青岚市市场监督管理局",
    "市市政局": "青岚市市政局",
    "市政局": "青岚市市政局",
    "市市政园林局": "青岚市市政园林局",
    "市政园林局": "青岚市市政园林局",
    "市政府办公室": "青岚市人民政府办公室",
    "市政协办公室": "青岚市政协办公室",
    "市政务服务局": "青岚市政务服务局",
    "市政务服务数据管理局": "青岚市政务服务数据管理局",
    "市政法委": "青岚市委政法委员会",
    "市城管局": "青岚市城管局",
    "市区划地名办公室": "青岚市区划地名办公室",
    "市容环卫局": "青岚市市容环卫局",
    "市市容环卫局": "青岚市市容环卫局",
    "市域治理办公室": "青岚市市域治理办公室",
    "市财政局": "青岚市财政局",
    "青岚市市财政局": "青岚市财政局",
    "中共青岚市委": "青岚市委",
    "中共青岚市委员会": "青岚市委",
    "中共青岚市委办公室": "青岚市委办公室",
    "中共青岚市委员会办公室": "青岚市委办公室",
    "中共青岚市委组织部": "青岚市委组织部",
    "中国共产党青岚市委员会": "青岚市委",
    "中共青岚市纪律检查委员会": "青岚市纪律检查委员会",
    "中共市委党校": "青岚市委党校",
    "青岚市委农办": "青岚市委农办",
}
IN_COUNTY = {
    "县域经济办": "云溪县县域经济办",
    "县县域办": "云溪县县域办",
    "县县域医共体办公室": "云溪县县域医共体办公室",
    "县城管局": "云溪县城管局",
    "县城乡建设局": "云溪县城乡建设局",
    "县城市管理局": "云溪县城市管理局",
    "县城区管理办公室": "云溪县城区管理办公室",
    "县市场监管局": "云溪县市场监督管理局",
    "县市监局": "云溪县市场监督管理局",
    "中共云溪县委农村工作领导小组办公室": "云溪县委农村工作领导小组办公室",
    "云溪县委农村工作领导小组办公室": "云溪县委农村工作领导小组办公室",
    "县委农村工作领导小组办公室": "云溪县委农村工作领导小组办公室",
    "中共县委宣传部": "云溪县委宣传部",
    "云溪县财政局": "云溪县财政局",
    "云溪县县财政局": "云溪县财政局",
}
IN_DISTRICT = {
    "区域协作办公室": "安澜区区域协作办公室",
    "区区域协作办公室": "安澜区区域协作办公室",
    "区财政局": "安澜区财政局",
    "区划地名办公室": "安澜区区划地名办公室",
    "区委区政府督查室": "安澜区委区人民政府督查室",
}


@pytest.mark.parametrize(
    ("resolver", "printed", "name"),
    [
        (resolver, printed, name)
        for resolver, names in ((CITY, IN_CITY), (COUNTY, IN_COUNTY), (DISTRICT, IN_DISTRICT))
        for printed, name in names.items()
    ],
)
def test_the_place_stands_before_a_body_once(
    resolver: AgencyResolver, printed: str, name: str
) -> None:
    assert resolver.resolve(printed).name == name


def test_the_central_party_is_of_no_place() -> None:
    assert CITY.resolve("中共中央宣传部").name == "中央宣传部"
    assert CITY.resolve("中共党史研究室").name == "中共党史研究室"


def test_a_branch_of_the_nation_is_no_division_of_the_office() -> None:
    body = PROVINCE.resolve("国家知识产权局专利局福州代办处")
    assert body.name == "国家知识产权局专利局福州代办处"
    assert (body.part_of, body.level) == (None, "national")
    assert PROVINCE.resolve("保护处").name == "福建省知识产权局保护处"


def test_a_county_s_centre_is_not_the_province_s() -> None:
    body = PROVINCE.resolve("德化快维中心")
    assert (body.name, body.level, body.region_name) == ("德化快维中心", "county", "德化县")
    assert PROVINCE.resolve("德化科技局").name == "德化县科学技术局"
    assert AgencyResolver(region_named("浙江省")).resolve("德化快维中心").region_name == "浙江省"


@pytest.mark.parametrize("name", ["知识产权法院", "互联网法院", "金融法院", "铁路运输法院"])
def test_a_court_of_a_kind_is_not_the_court_of_the_paper_s_place(name: str) -> None:
    body = AgencyResolver(region_named("福州市")).resolve(name)
    assert (body.name, body.level, body.region_name) == (name, "", "")
    assert body.kind == "court"


def test_a_university_has_no_level_by_its_name() -> None:
    body = PROVINCE.resolve("福州大学")
    assert (body.name, body.level, body.region_name) == ("福州大学", "", "福州市")
