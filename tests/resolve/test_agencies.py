"""Bodies: what one name means in one document, and that places never mix."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.resolve.agencies import AgencyResolver, Body
from kg.resolve.regions import NATION, leading_region, region_named

CITY = AgencyResolver(region_named("福州市"))
PROVINCE = AgencyResolver(region_named("福建省"), "福建省知识产权局", internal=True)
UNKNOWN_CITY = AgencyResolver(leading_region("澧阳市"), "澧阳市优化营商环境工作领导小组办公室")
UNKNOWN_OFFICE = AgencyResolver(
    leading_region("信江市"), "信江市市场监督管理局（知识产权局）", internal=True
)
COUNTY = AgencyResolver(leading_region("闽侯县"))
NOWHERE = AgencyResolver(None)
NATIONAL = AgencyResolver(NATION, "国家知识产权局")
AUTONOMOUS = AgencyResolver(region_named("内蒙古自治区"))
ALL = [
    CITY,
    PROVINCE,
    UNKNOWN_CITY,
    UNKNOWN_OFFICE,
    COUNTY,
    NOWHERE,
    NATIONAL,
    AUTONOMOUS,
]


def _facts(body: Body) -> tuple[object, ...]:
    return (body.key, body.name, body.kind, body.level, body.region_name, body.is_collective)


@pytest.mark.parametrize(
    ("printed", "name", "kind", "rule"),
    [
        ("市科学技术局", "福州市科学技术局", "department", "level-word"),
        (
            "市市场监督管理局（知识产权局）",
            "福州市市场监督管理局（知识产权局）",
            "department",
            "level-word",
        ),
        ("市委宣传部(版权局)", "福州市委宣传部（版权局）", "party", "level-word"),
        ("市政府办公室", "福州市人民政府办公室", "department", "level-word"),
        ("市政府采购中心", "福州市政府采购中心", "institution", "level-word"),
        ("市人大", "福州市人大", "people's congress", "level-word"),
        ("市效能办", "福州市效能办", "department", "level-word"),
        ("省市场监督管理局", "福建省市场监督管理局", "department", "level-word"),
        ("高新区管委会。", "福州市高新区管委会", "committee", "generic"),
        ("公安局", "福州市公安局", "department", "generic"),
        ("福州软件园管委会", "福州软件园管委会", "committee", "own-place"),
        ("福建省林业局", "福建省林业局", "department", "own-place"),
        ("福建省厦门市财政局", "厦门市财政局", "department", "own-place"),
        ("福州市鼓楼区政府", "福州市鼓楼区人民政府", "government", "own-place"),
        ("国家知识产权局", "国家知识产权局", "department", "national"),
        ("国家税务总局福州市税务局", "国家税务总局福州市税务局", "department", "branch"),
    ],
)
def test_a_name_that_holds_its_place(printed: str, name: str, kind: str, rule: str) -> None:
    body = CITY.resolve(printed)
    assert (body.key, body.name, body.kind, body.rule) == (f"agency:{name}", name, kind, rule)
    assert not body.is_collective


@pytest.mark.parametrize("name", ["榕城海关", "马尾海关", "闽江学院"])
def test_a_proper_name_stays_and_its_key_holds_the_place(name: str) -> None:
    body = CITY.resolve(name)
    assert (body.name, body.key, body.rule) == (name, f"agency:福州市/{name}", "proper-name")


@pytest.mark.parametrize(
    "printed",
    [
        "各县（市）区政府",
        "各县（市）区人民政府",
        "各县(市、区)人民政府",
        "各县（市、区）政府。",
        " 各县（ 市、区 ）人民政府，",
        "各县市区人民政府",
    ],
)
def test_one_collective_in_all_its_forms(printed: str) -> None:
    body = CITY.resolve(printed)
    assert body.key == "agency:福州市各县（市）区人民政府"
    assert (body.is_collective, body.kind, body.rule) == (True, "collective", "collective")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("各地知识产权管理部门", "福建省各地知识产权管理部门"),
        ("有关地市知识产权管理部门", "福建省有关地市知识产权管理部门"),
        ("省知识产权管理等部门", "福建省知识产权管理等部门"),
        ("其他成员单位", "福建省其他成员单位"),
        ("省直有关单位", "福建省直有关单位"),
        ("各设区市市场监管局（知识产权局）", "福建省各设区市市场监督管理局（知识产权局）"),
        ("局机关相关处室", "福建省知识产权局局机关相关处室"),
    ],
)
def test_collectives_belong_to_the_place(printed: str, name: str) -> None:
    body = PROVINCE.resolve(printed)
    assert (body.name, body.is_collective, body.kind) == (name, True, "collective")


@pytest.mark.parametrize("printed", ["保护处", "商标处", "人教处", "应急宣传处", "商标保护处"])
def test_a_division_is_part_of_the_office(printed: str) -> None:
    body = PROVINCE.resolve(printed)
    assert body.name == f"福建省知识产权局{printed}"
    assert (body.kind, body.rule, body.level) == ("division", "division", "province")
    assert body.part_of is not None
    assert body.part_of.key == "agency:福建省知识产权局"


def test_a_level_word_before_a_division_is_the_same_division() -> None:
    with_word, without = PROVINCE.resolve("省保护处"), PROVINCE.resolve("保护处")
    assert _facts(with_word) == _facts(without)
    assert with_word.rule == "level-word-division"


def test_a_fused_name_is_no_division() -> None:
    body = PROVINCE.resolve("省知识产权发展保护处")
    assert (body.name, body.rule, body.part_of) == ("福建省知识产权发展保护处", "level-word", None)


def test_a_division_known_from_elsewhere_may_be_long() -> None:
    office = AgencyResolver(
        region_named("福建省"), "福建省知识产权局", True, divisions=["知识产权运用促进处"]
    )
    assert office.resolve("省知识产权运用促进处").rule == "level-word-division"


def test_without_internal_a_division_is_no_part_of_the_issuer() -> None:
    body = AgencyResolver(region_named("福建省"), "福建省知识产权局").resolve("保护处")
    assert (body.part_of, body.key) == (None, "agency:福建省/保护处")


def test_an_office_in_two_names_has_divisions() -> None:
    body = UNKNOWN_OFFICE.resolve("商标监督管理科")
    assert body.name == "信江市市场监督管理局（知识产权局）商标监督管理科"
    assert UNKNOWN_OFFICE.resolve("办公室（人事科）").part_of == body.part_of


def test_a_department_word_is_not_split_after_its_first_character() -> None:
    assert UNKNOWN_OFFICE.resolve("市场监管综合行政执法支队").name == (
        "信江市市场监管综合行政执法支队"
    )


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        (
            "市市场监管局（市知识产权局）",
            "agency:澧阳市" + "市场监督管理局（知识产权局）",
        ),
        ("市政府办公室（市金融工作办公室）", "agency:澧阳市人民政府办公室（金融工作办公室）"),
        ("市优化营商环境工作领导小组办公室", "agency:澧阳市优化营商环境工作领导小组办公室"),
        ("澧阳市水务集团", "agency:澧阳市水务集团"),
        ("澧阳经开区管委会", "agency:澧阳市/澧阳经开区管委会"),
        ("国网澧阳供电公司", "agency:澧阳市/国网澧阳供电公司"),
        ("金融监管总局澧阳监管分局", "agency:澧阳市/金融监管总局澧阳监管分局"),
        ("人民银行澧阳市分行", "agency:人民银行澧阳市分行"),
    ],
)
def test_a_place_known_only_from_the_document(printed: str, key: str) -> None:
    body = UNKNOWN_CITY.resolve(printed)
    assert (body.key, body.region_name, body.level) == (key, "澧阳市", "city")


def test_the_central_bank_is_no_enterprise() -> None:
    assert CITY.resolve("人行福州中心支行").kind == "department"
    assert CITY.resolve("福州农商银行").kind == "enterprise"


def test_a_level_the_document_does_not_lie_in_keeps_its_word() -> None:
    body = UNKNOWN_CITY.resolve("省财政厅")
    assert (body.key, body.level) == ("agency:澧阳市/省财政厅", "province")
    assert (body.region_name, body.rule) == ("", "level-word-unknown")


def test_in_an_autonomous_region_the_short_word_means_it() -> None:
    resolver = AgencyResolver(region_named("广西"))
    for printed in ("自治区科技厅", "区科技厅"):
        assert resolver.resolve(printed).name == "广西壮族自治区科学技术厅"


def test_a_municipality_is_a_city_by_its_word() -> None:
    body = AgencyResolver(region_named("北京市")).resolve("市财政局")
    assert (body.name, body.level) == ("北京市财政局", "province")


def test_a_district_named_in_a_city_is_not_that_of_another_city() -> None:
    here = CITY.resolve("鼓楼区人民政府")
    there = AgencyResolver(region_named("南京市")).resolve("鼓楼区人民政府")
    assert here.key != there.key
    assert (here.name, here.region_name) == ("福州市鼓楼区人民政府", "福州市鼓楼区")
    assert (there.name, there.key) == ("鼓楼区人民政府", "agency:南京市/鼓楼区人民政府")


def test_the_short_name_of_a_far_place_is_an_ordinary_word() -> None:
    assert CITY.resolve("中山社区服务站").key == "agency:福州市/中山社区服务站"


def test_one_body_is_one_in_papers_of_two_levels() -> None:
    assert _facts(CITY.resolve("市科技局")) == _facts(PROVINCE.resolve("福州市科技局"))
    assert _facts(CITY.resolve("省林业局")) == _facts(PROVINCE.resolve("省林业局"))


def test_papers_of_unknown_places_can_be_kept_apart() -> None:
    one, two = (AgencyResolver(None, unplaced=key).resolve("市科技局") for key in ("a", "b"))
    assert one.key != two.key


def test_likeness_is_no_reason() -> None:
    assert CITY.resolve("市科技局").key != CITY.resolve("市科技办").key
    assert CITY.resolve("福州市财政局").key != CITY.resolve("泉州市财政局").key


def test_a_very_long_name_has_a_bounded_key_of_its_own() -> None:
    one, two = CITY.resolve("某" * 5000), CITY.resolve("某" * 5001)
    assert one.key != two.key
    assert len(one.key) < 200


_WORDS = st.lists(
    st.sampled_from(
        [
            "省",
            "市",
            "县",
            "区",
            "福州",
            "福建省",
            "澧阳",
            "市场",
            "监管局",
            "政府",
            "人民政府",
            "各",
            "（",
            "）",
            "(",
            "、",
            "。",
            " ",
            "国家",
            "保护",
            "处",
            "科",
            "办公室",
            "知识产权局",
            "委",
            "鼓楼区",
            "管委会",
            "海关",
            "有关部门",
            "等",
            "信江市",
            "福建省知识产权局",
            "\u200b",
            "科技局",
            "法院",
            "编办",
            "委宣传部",
            "版权局",
            "文旅局",
            "文化和旅游局",
            "税务局",
            "国家税务总局",
            "团市委",
            "共青团",
            "委员会",
            "各设区市",
            "各县（市）区",
            "深圳市",
            "内蒙古自治区",
            "㈠",
        ]
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize("resolver", ALL)
@given(name=_WORDS | st.text(max_size=30))
@example(name="")
@example(name="。")
@example(name="（）")
@example(name="\ud800")
def test_a_canonical_name_resolves_to_itself(resolver: AgencyResolver, name: str) -> None:
    body = resolver.resolve(name)
    assert body == resolver.resolve(name)
    assert _facts(resolver.resolve(body.name)) == _facts(body)


@given(name=_WORDS)
def test_a_key_says_the_same_in_every_document(name: str) -> None:
    bodies = [r.resolve(name) for r in ALL]
    for one in bodies:
        for two in bodies:
            if one.key == two.key:
                assert _facts(one) == _facts(two)


@given(
    stem=st.sampled_from(["科技局", "场监管局", "法院", "各有关部门", "某某学院", "高新区管委会"]),
    word=st.sampled_from(["", "市", "市委", "市政府"]),
)
def test_two_places_never_share_a_key(stem: str, word: str) -> None:
    names = ["福州市", "厦门市", "澧阳市", "信江市"]
    keys = {AgencyResolver(leading_region(n)).resolve(word + stem).key for n in names}
    assert len(keys) == len(names)


def test_importing_reads_no_data() -> None:
    code = (
        "import sys, kg.resolve, kg.resolve.agencies as a, kg.resolve.regions as r;"
        "from kg.resolve import kinds, gazetteer, departments;"
        "assert departments.departments.cache_info().currsize == 0;"
        "assert kinds.words.cache_info().currsize == 0;"
        "assert gazetteer.book.cache_info().currsize == 0;"
        "assert not {'networkx', 'spacy', 'rich', 'sqlite3'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
