"""Short names, official names, second names: which are one body, and which are not."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.agencies import AgencyResolver
from kg.resolve.departments import departments
from kg.resolve.regions import NATION, leading_region, region_named

CITY = AgencyResolver(region_named("福州市"))
PROVINCE = AgencyResolver(region_named("福建省"))
COUNTY = AgencyResolver(region_named("闽侯县"))
UNKNOWN = AgencyResolver(leading_region("澧阳市"))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("市科技局", "福州市科学技术局"),
        ("市工信局", "福州市工业和信息化局"),
        ("市发改委", "福州市发展和改革委员会"),
        ("市发展改革委", "福州市发展和改革委员会"),
        ("市人社局", "福州市人力资源和社会保障局"),
        ("市人力资源社会保障局", "福州市人力资源和社会保障局"),
        ("市住房城乡建设局", "福州市住房和城乡建设局"),
        ("市卫健委", "福州市卫生健康委员会"),
        ("市国资委", "福州市国有资产监督管理委员会"),
        ("市人民政府国有资产监督管理委员会", "福州市国有资产监督管理委员会"),
        ("市大数据委", "福州市大数据发展管理委员会"),
        ("市编办", "福州市委机构编制委员会办公室"),
        ("市委编办", "福州市委机构编制委员会办公室"),
        ("市委网信办", "福州市委网络安全和信息化委员会办公室"),
        ("宣传部", "福州市委宣传部（版权局）"),
        ("市法院", "福州市中级人民法院"),
        ("市中院", "福州市中级人民法院"),
        ("市检察院", "福州市人民检察院"),
        ("市妇联", "福州市妇女联合会"),
        ("团市委", "共青团福州市委员会"),
        ("共青团福州市委", "共青团福州市委员会"),
        ("福州团市委", "福州团市委"),
        ("市税务局", "国家税务总局福州市税务局"),
        ("福州市税务局", "国家税务总局福州市税务局"),
        ("鼓楼区税务局", "国家税务总局福州市鼓楼区税务局"),
        ("市人大常委会", "福州市人民代表大会常务委员会"),
        ("省科技厅", "福建省科学技术厅"),
        ("省法院", "福建省高级人民法院"),
        ("省文旅厅", "福建省文化和旅游厅"),
        ("福州科技局", "福州市科学技术局"),
        ("福州海关", "福州海关"),
        ("市监局", "福州市市场监督管理局（知识产权局）"),
        ("鼓楼区市场监管局", "福州市鼓楼区市场监督管理局"),
        ("科技部", "科学技术部"),
        ("市场监管总局", "国家市场监督管理总局"),
        ("国家发改委", "国家发展和改革委员会"),
        ("最高法", "最高人民法院"),
        ("市监委", "福州市监委"),
        ("市委员会", "福州市委员会"),
    ],
)
def test_the_official_name_is_shown(printed: str, name: str) -> None:
    assert CITY.resolve(printed).name == name


def test_the_rules_that_decided_are_kept_in_order() -> None:
    rules = {n: CITY.resolve(n).rule for n in ("市财政局", "市科技局", "市监局", "科技部")}
    assert rules == {
        "市财政局": "level-word",
        "市科技局": "level-word+official-name",
        "市监局": "generic+official-name+second-name",
        "科技部": "national+official-name",
    }


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("市国资委", "department"),
        ("市大数据委", "department"),
        ("团市委", "association"),
        ("市妇联", "association"),
        ("市编办", "party"),
        ("市法院", "court"),
        ("市税务局", "department"),
        ("市人大常委会", "people's congress"),
    ],
)
def test_an_official_name_does_not_hide_the_kind(printed: str, kind: str) -> None:
    assert CITY.resolve(printed).kind == kind


def test_a_court_is_named_by_the_level_of_its_place() -> None:
    assert COUNTY.resolve("县法院").name == "闽侯县人民法院"
    assert CITY.resolve("鼓楼区法院").name == "福州市鼓楼区人民法院"
    # A 市 that the gazetteer does not know may be a county-level one.
    assert UNKNOWN.resolve("市法院").name == "澧阳市法院"


def test_a_department_whose_name_begins_like_another_word() -> None:
    assert COUNTY.resolve("县城乡建设局").name == "闽侯县城乡建设局"
    assert COUNTY.resolve("县城市管理委员会").name == "闽侯县城市管理委员会"
    assert UNKNOWN.resolve("澧阳文旅局").key == UNKNOWN.resolve("市文旅局").key


def test_the_paper_tells_what_an_unsure_short_name_means() -> None:
    city = leading_region("澧阳市")
    alone = AgencyResolver(city, printed=["市文旅局", "市法院"])
    assert alone.resolve("市文旅局").name == "澧阳市文旅局"
    told = AgencyResolver(city, printed=["市文旅局", "市文化广电旅游局", "市中级人民法院"])
    body = told.resolve("市文旅局")
    assert (body.name, body.rule) == ("澧阳市文化广电旅游局", "level-word+same-document")
    assert told.resolve("市法院").name == "澧阳市中级人民法院"
    both = AgencyResolver(city, printed=["市文化和旅游局", "市文化广电旅游局"])
    assert both.resolve("市文旅局").name == "澧阳市文旅局"


def test_the_paper_tells_for_a_place_it_does_not_name() -> None:
    resolver = AgencyResolver(None, unplaced="x", printed=["市文化和旅游局", "省科技厅"])
    assert resolver.resolve("市文旅局").key == "agency:x/市文化和旅游局"
    assert resolver.resolve("省科学技术厅").key == resolver.resolve("省科技厅").key


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("福州市", "福州市文化和旅游局"),
        ("深圳市", "深圳市文化广电旅游体育局"),
        ("南京市", "南京市文旅局"),
    ],
)
def test_what_a_short_name_means_at_one_place_is_data(place: str, name: str) -> None:
    assert AgencyResolver(region_named(place)).resolve("市文旅局").name == name


def test_departments_of_the_party_in_an_autonomous_region() -> None:
    region = AgencyResolver(region_named("广西"))
    names = {region.resolve(n).name for n in ("宣传部", "区党委宣传部", "自治区党委宣传部")}
    assert names == {"广西壮族自治区党委宣传部"}
    assert region.resolve("区党委编办").name == region.resolve("编办").name


def test_a_national_paper_means_the_nation() -> None:
    nation = AgencyResolver(NATION, "国家知识产权局")
    names = {n: nation.resolve(n).name for n in ("知识产权局", "发展改革委", "人民银行", "司法部")}
    assert names == {
        "知识产权局": "国家知识产权局",
        "发展改革委": "国家发展和改革委员会",
        "人民银行": "中国人民银行",
        "司法部": "司法部",
    }
    assert {nation.resolve(n).level for n in names} == {"national"}


@pytest.mark.parametrize(
    "printed",
    [
        "市市场监督管理局（知识产权局）",
        "市市场监管局（市知识产权局）",
        "市市场监督管理局",
        "市场监管局",
        "市知识产权局",
        "市知识产权局（市市场监督管理局）",
        "福州市知识产权局",
    ],
)
def test_two_names_that_the_data_know_are_one_body(printed: str) -> None:
    assert CITY.resolve(printed).key == "agency:福州市市场监督管理局（知识产权局）"


def test_a_second_name_that_only_the_paper_prints() -> None:
    city = leading_region("澧阳市")
    told = AgencyResolver(city, printed=["市市场监管局（市知识产权局）", "市市场监管局"])
    for printed in ("市市场监管局", "市市场监督管理局", "市知识产权局"):
        body = told.resolve(printed)
        assert body.key == "agency:澧阳市市场监督管理局（知识产权局）"
        assert body.rule.endswith("same-document")


def test_without_a_paper_that_says_so_a_second_name_is_only_proposed() -> None:
    body = UNKNOWN.resolve("市知识产权局")
    assert body.key == "agency:澧阳市知识产权局"
    assert body.proposal == "澧阳市市场监督管理局（知识产权局）"
    assert PROVINCE.resolve("省知识产权局").proposal == ""


def test_brackets_that_hold_no_name_are_no_second_name() -> None:
    resolver = AgencyResolver(leading_region("澧阳市"), printed=["市数据局（筹）", "市数据局"])
    assert resolver.resolve("市数据局").key != resolver.resolve("市数据局（筹）").key


def test_two_second_names_of_one_host_leave_the_bare_name_alone() -> None:
    names = ["市委办公室（档案局）", "市委办公室（保密局）", "市委办公室"]
    resolver = AgencyResolver(leading_region("澧阳市"), printed=names)
    assert len({resolver.resolve(n).key for n in names}) == 3


def test_the_order_of_printed_names_makes_no_difference() -> None:
    names = ["市文旅局", "市文化和旅游局（文物局）", "市文化和旅游局", "市文物局"]
    city = leading_region("澧阳市")
    forward = [AgencyResolver(city, printed=names).resolve(n) for n in names]
    backward = [AgencyResolver(city, printed=names[::-1]).resolve(n) for n in names]
    assert forward == backward
    assert {b.name for b in forward} == {"澧阳市文化和旅游局（文物局）"}


def test_people_win_over_every_rule() -> None:
    aliases = {
        "市科技局": "市科学技术委员会",
        "福州市财政局": "榕城财政中心",
        "各县(市、区)政府": "市政府",
    }
    resolver = AgencyResolver(region_named("福州市"), aliases=aliases)
    found = resolver.resolve("市科技局 ")
    assert (found.name, found.rule) == ("福州市科学技术委员会", "alias")
    # By its canonical name a body is meant however it is printed.
    assert resolver.resolve("市财政局").name == resolver.resolve("财政局").name
    assert resolver.resolve("市财政局").rule == "alias"
    assert resolver.resolve("各县市区人民政府").name == "福州市人民政府"
    assert resolver.resolve("市教育局").rule == "level-word"


def test_an_alias_is_followed_once_and_may_lead_in_a_circle() -> None:
    aliases = {"甲办": "乙办", "乙办": "甲办"}
    resolver = AgencyResolver(region_named("福州市"), aliases=aliases)
    assert resolver.resolve("甲办").name == "福州市乙办"
    assert resolver.resolve("乙办").name == "福州市甲办"


def test_no_form_stands_for_two_official_names() -> None:
    known = departments()
    names = defaultdict(set)
    for form, name in known.longs.items():
        names[form].add(name)
        assert known.longs[name] == name, form
    assert not set(known.several) & set(names)
    assert all(known.department(name) for name in known.longs.values())
    assert not set(known.national) & set(known.longs)


def test_second_names_and_counterparts_are_official_names() -> None:
    known = departments()
    hosts = [*(h.host for h in known.hung), *(u.host for u in known.usual)]
    assert all(known.department(host) for host in hosts)
    for department in set(known.longs.values()):
        entry = known.by_name[department]
        lower = [name for level, name in entry.at.items() if level != "nation"]
        for name in lower:
            assert known.department(name), name


@given(
    form=st.sampled_from(sorted(departments().longs)),
    place=st.sampled_from(["福州市", "泉州市", "福建省", "闽侯县", "广西", "澧阳市", "北京市"]),
)
def test_a_form_and_its_official_name_are_one_body(form: str, place: str) -> None:
    region = region_named(place) or leading_region(place)
    assert region is not None
    resolver = AgencyResolver(region)
    name = departments().longs[form]
    one = resolver.resolve(region.full_name + form)
    two = resolver.resolve(region.full_name + name)
    assert one.key == two.key
    assert resolver.resolve(one.name).key == one.key
