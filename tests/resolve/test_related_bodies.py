"""Counterparts one level up, members of collectives, other names, and proposals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.agencies import AgencyResolver, Body
from kg.resolve.counterparts import counterparts
from kg.resolve.departments import departments
from kg.resolve.echoes import aliases_of
from kg.resolve.members import members
from kg.resolve.proposals import propose
from kg.resolve.regions import leading_region, region_named

CITY = AgencyResolver(region_named("福州市"))
PROVINCE = AgencyResolver(region_named("福建省"), "福建省知识产权局", internal=True)


def _facts(body: Body) -> tuple[object, ...]:
    return (body.key, body.name, body.kind, body.level, body.region_name, body.is_collective)


def _above(place: str, printed: str) -> list[str]:
    region = region_named(place) or leading_region(place)
    return [b.name for b in counterparts(AgencyResolver(region).resolve(printed))]


@pytest.mark.parametrize(
    ("place", "printed", "upper"),
    [
        ("福州市", "市知识产权局", ["福建省市场监督管理局", "福建省知识产权局"]),
        ("福州市", "市科技局", ["福建省科学技术厅"]),
        ("福州市", "市委宣传部（版权局）", ["福建省委宣传部"]),
        ("福州市", "市法院", ["福建省高级人民法院"]),
        ("福州市", "团市委", ["共青团福建省委员会"]),
        ("福州市", "市税务局", ["国家税务总局福建省税务局"]),
        ("福建省", "省知识产权局", ["国家知识产权局"]),
        ("福建省", "省科技厅", ["科学技术部"]),
        ("广东省", "省市场监管局", ["国家市场监督管理总局", "国家知识产权局"]),
        ("广州市", "市知识产权局", ["广东省市场监督管理局（知识产权局）"]),
        ("杭州市", "市经信局", ["浙江省经济和信息化厅"]),
        ("成都市", "市林业和草原局", []),
        ("长春市", "市市场监管局", ["吉林省市场监督管理厅"]),
        ("南宁市", "市委宣传部", ["广西壮族自治区党委宣传部"]),
        ("闽侯县", "县科技局", ["福州市科学技术局"]),
        ("闽侯县", "县法院", ["福州市中级人民法院"]),
        ("闽侯县", "县市场监管局", ["福州市市场监督管理局（知识产权局）"]),
        ("福州市", "鼓楼区司法局", ["福州市司法局"]),
        ("浦东新区", "区司法局", ["上海市司法局"]),
        ("福州市", "市效能办", []),
        ("福州市", "市人民政府", []),
        ("福州市", "榕城海关", []),
        ("福州市", "各县（市）区人民政府", []),
        ("澧阳市", "市科技局", []),
        ("福州市", "科技部", []),
    ],
)
def test_the_department_one_level_up(place: str, printed: str, upper: list[str]) -> None:
    assert _above(place, printed) == upper


def test_a_division_has_no_counterpart() -> None:
    assert counterparts(PROVINCE.resolve("保护处")) == ()


@given(
    form=st.sampled_from(sorted(departments().by_name)),
    place=st.sampled_from(["福州市", "福建省", "闽侯县", "广西", "上海市", "浦东新区", "南京市"]),
)
def test_a_counterpart_is_the_body_that_its_own_paper_means(form: str, place: str) -> None:
    region = region_named(place)
    for upper in counterparts(AgencyResolver(region).resolve(form)):
        for where in (upper.region_name, "", "泉州市"):
            other = AgencyResolver(region_named(where) if where else None)
            assert _facts(other.resolve(upper.name)) == _facts(upper)


def test_the_governments_of_a_city() -> None:
    collective = CITY.resolve("各县（市、区）政府")
    names = [b.name for b in members(collective)]
    assert len(names) == 13
    assert names[0] == "福州市鼓楼区人民政府"
    assert {"福清市人民政府", "闽侯县人民政府", "福州市长乐区人民政府"} < set(names)


def test_the_bureaus_of_a_province() -> None:
    collective = PROVINCE.resolve("各设区市市场监管局（知识产权局）")
    names = [b.name for b in members(collective)]
    assert len(names) == 9
    assert names[0] == "福州市市场监督管理局（知识产权局）"
    assert names[0] == CITY.resolve("市市场监督管理局（知识产权局）").name


def test_a_government_that_does_not_sit_under_its_province_is_no_member() -> None:
    city = AgencyResolver(region_named("泉州市"))
    names = [b.name for b in members(city.resolve("各县（市、区）人民政府"))]
    assert len(names) == 11
    assert "金门县人民政府" not in names


def test_all_counties_of_a_province() -> None:
    assert len(members(PROVINCE.resolve("各县（市、区）人民政府"))) == 83


def test_prefectures_are_members_where_the_name_holds_them() -> None:
    province = AgencyResolver(region_named("四川省"))
    cities = members(province.resolve("各市（州）人民政府"))
    assert len(cities) == 21
    assert cities[-1].name == "凉山彝族自治州人民政府"
    assert len(members(province.resolve("各设区市人民政府"))) == 18


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ("福州市", "其他成员单位"),
        ("福州市", "各有关部门"),
        ("福州市", "各县（市）区大数据局"),
        ("福州市", "各县（市）区有关部门"),
        ("福建省", "各地知识产权管理部门"),
        ("南京市", "各县（市）区人民政府"),
        ("湖北省", "各县（市、区）人民政府"),
        ("澧阳市", "各县（市、区）人民政府"),
        ("闽侯县", "各县（市、区）人民政府"),
        ("江苏省", "各设区市市场监管局（知识产权局）"),
        ("福州市", "市财政局"),
    ],
)
def test_unknown_members_are_not_guessed(place: str, printed: str) -> None:
    region = region_named(place) or leading_region(place)
    assert members(AgencyResolver(region).resolve(printed)) == ()


@pytest.mark.parametrize("printed", ["各县（市）区政府", "各县（市）区市场监管局"])
def test_a_member_is_the_body_that_its_own_paper_means(printed: str) -> None:
    for member in members(CITY.resolve(printed)):
        own = AgencyResolver(region_named(member.region_name))
        assert _facts(own.resolve(member.name)) == _facts(member)
        assert _facts(CITY.resolve(member.name)) == _facts(member)


@pytest.mark.parametrize(
    ("place", "printed", "other"),
    [
        ("福州市", "市市场监督管理局（知识产权局）", "福州市知识产权局"),
        ("福州市", "市市场监督管理局（知识产权局）", "市市场监管局（知识产权局）"),
        ("福州市", "市市场监督管理局（知识产权局）", "市市监局"),
        ("福州市", "市市场监督管理局（知识产权局）", "福州市市场监督管理局"),
        ("福州市", "市科学技术局", "市科技局"),
        ("福州市", "市科学技术局", "福州科技局"),
        ("福州市", "市文化和旅游局", "市文旅局"),
        ("福州市", "市中级人民法院", "市法院"),
        ("福州市", "团市委", "团市委"),
        ("福州市", "市税务局", "福州市税务局"),
        ("广西", "科技厅", "自治区科技厅"),
        ("福州市", "市委宣传部（版权局）", "福州市委宣传部"),
    ],
)
def test_other_names_of_a_body(place: str, printed: str, other: str) -> None:
    body = AgencyResolver(region_named(place)).resolve(printed)
    assert other in aliases_of(body.name, body.region_name)


def test_a_body_without_a_known_place_has_no_other_names() -> None:
    assert aliases_of("榕城海关") == ()
    assert aliases_of("榕城海关", "福州市") == ()


@given(
    form=st.sampled_from(sorted(departments().by_name)),
    place=st.sampled_from(["福州市", "福建省", "闽侯县", "广西", "北京市"]),
)
def test_other_names_lead_back_in_a_paper_of_the_place(form: str, place: str) -> None:
    resolver = AgencyResolver(region_named(place))
    body = resolver.resolve(form)
    for other in aliases_of(body.name, body.region_name):
        assert resolver.resolve(other).key == body.key, other


def test_likeness_proposes() -> None:
    known = ["福州市财政局", "福州市市场监督管理局（知识产权局）", "福州市科学技术局"]
    assert propose("福州市科学枝术局", known) == "福州市科学技术局"
    assert propose("福州市效能办", known) == ""
    assert propose("福州市财政局", ["福州市财政局"]) == ""
    assert propose("", known) == ""


def test_of_equally_like_names_the_first_is_proposed_whatever_their_order() -> None:
    known = ["福州市教育局", "福州市体育局"]
    assert propose("福州市某育局", known) == propose("福州市某育局", known[::-1])


@pytest.mark.parametrize(
    ("printed", "proposal"),
    [
        ("市科学枝术局", "福州市科学技术局"),
        ("市农业家村局", "福州市农业农村局"),
        ("市民政局", ""),
        ("市港务局", ""),
        ("市文化旅游局", ""),
        ("各农业家村局", ""),
    ],
)
def test_a_garbled_department_is_proposed_and_stays(printed: str, proposal: str) -> None:
    body = CITY.resolve(printed)
    assert body.proposal == proposal
    assert body.name.endswith(printed[-3:])
    assert body.key != f"agency:{proposal}"


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_a_proposal_is_another_known_name(name: str, known: list[str]) -> None:
    found = propose(name, known)
    assert found == "" or (found in known and found != name)
