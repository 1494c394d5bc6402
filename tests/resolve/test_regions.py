"""Places: known ones by code, others by the form of their names."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import FrontMatter
from kg.resolve.gazetteer import book
from kg.resolve.regions import (
    NATION,
    Region,
    document_region,
    leading_region,
    region_named,
    region_prefix,
)


def _province_entries() -> list[dict[str, object]]:
    text = files("kg.resolve").joinpath("regions.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)["province"]
    assert isinstance(entries, list)
    return entries


def test_all_provinces_are_there_with_codes_of_their_own() -> None:
    entries = _province_entries()
    assert len(entries) == 34
    for field in ("code", "name", "short", "letter"):
        assert len({str(e[field]) for e in entries}) == 34


def test_codes_lie_under_their_province_and_stand_once() -> None:
    seen: set[str] = set()
    for entry in _province_entries():
        cities = dict(entry.get("cities", ()))  # type: ignore[call-overload]
        places = [*cities.items(), *entry.get("counties", ())]  # type: ignore[misc]
        places += [(c, cities[c[:4] + "00"] + n) for c, n in entry.get("districts", ())]  # type: ignore[attr-defined]
        for code, name in places:
            assert re.fullmatch(r"[1-8][0-9]{5}", code), name
            assert code[:2] == str(entry["code"])[:2], name
            assert code not in seen
            seen.add(code)
            region = region_named(name)
            assert region is not None
            assert region.code == code


@pytest.mark.parametrize(
    ("name", "full", "code"),
    [
        ("福建省", "福建省", "350000"),
        ("福建", "福建省", "350000"),
        ("闽", "福建省", "350000"),
        ("福州市", "福州市", "350100"),
        ("福州", "福州市", "350100"),
        ("吉林", "吉林省", "220000"),
        ("吉林市", "吉林市", "220200"),
        ("广西", "广西壮族自治区", "450000"),
    ],
)
def test_known_names(name: str, full: str, code: str) -> None:
    region = region_named(name)
    assert region is not None
    assert (region.name, region.code) == (full, code)


def test_an_unknown_name_is_no_region() -> None:
    assert region_named("澄湖市") is None
    assert region_named("") is None


@pytest.mark.parametrize(
    ("text", "full", "level"),
    [
        ("福州市国家知识产权强市建设示范城市工作方案重点任务分解表", "福州市", "city"),
        ("2025年信江市推动知识产权高质量发展任务清单", "信江市", "city"),
        ("澄湖市促进数据要素市场化配置改革行动方案", "澄湖市", "city"),
        ("关于印发《澧阳市2025年优化营商环境重点任务分解表》的通知", "澧阳市", "city"),
        ("福州市市场监督管理局", "福州市", "city"),
        ("福建省福州市鼓楼区人民政府", "福州市鼓楼区", "county"),
        ("福州鼓楼区政府", "福州市鼓楼区", "county"),
        ("北京市朝阳区人民政府", "北京市朝阳区", "county"),
        ("朝阳区人民政府", "朝阳区", "county"),
        ("福建省福清市人民政府", "福清市", "county"),
        ("双江拉祜族佤族布朗族傣族自治县人民政府", "双江拉祜族佤族布朗族傣族自治县", "county"),
        ("科尔沁右翼中旗财政局", "科尔沁右翼中旗", "county"),
        ("凉山州发展改革委", "凉山州", "city"),
        ("广西壮族自治区科技厅", "广西壮族自治区", "province"),
        ("上海市浦东新区科经委", "浦东新区", "county"),
        ("中共澄湖市委办公室", "澄湖市", "city"),
    ],
)
def test_the_place_a_text_begins_with(text: str, full: str, level: str) -> None:
    region = leading_region(text)
    assert region is not None
    assert (region.full_name, region.level) == (full, level)


@pytest.mark.parametrize(
    "text",
    [
        "全市推进会",
        "各设区市市场监管局",
        "高新区管委会",
        "示范城市建设",
        "中心城区改造",
        "县域经济",
        "我市重点任务",
        "经济技术开发区管委会",
        "产业园区建设",
        "大都市圈",
        "榕城海关",
        "市市场监管局",
        "平潭综合实验区市场监管局",
        "人民银行信江市分行",
        "自由贸易试验区",
        "知识产权强县工程",
        "社区",
        "地区生产总值",
        "城市更新",
        "市场监管局",
        "区域协调",
        "商标监督管理科",
        "超市",
        "联盟",
        "",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert leading_region(text) is None


def test_a_district_of_unknown_city_has_no_code_and_no_parents() -> None:
    region = leading_region("鼓楼区人民政府")
    assert region == Region("region:鼓楼区", "鼓楼区", None, "county", (), "鼓楼")


@pytest.mark.parametrize(
    ("text", "full", "code"),
    [
        ("福州市鼓楼区人民政府", "福州市鼓楼区", "350102"),
        ("福建省福州市鼓楼区", "福州市鼓楼区", "350102"),
        ("福州鼓楼区", "福州市鼓楼区", "350102"),
        ("三明市沙县区", "三明市沙县区", "350405"),
        ("漳州市龙海区", "漳州市龙海区", "350604"),
        ("闽侯县", "闽侯县", "350121"),
        ("福州市闽侯县", "闽侯县", "350121"),
    ],
)
def test_a_district_is_known_by_its_city_and_a_county_by_itself(
    text: str, full: str, code: str
) -> None:
    region = leading_region(text)
    assert region is not None
    assert (region.full_name, region.code) == (full, code)


def test_a_district_of_another_city_is_not_taken_for_a_known_one() -> None:
    region = leading_region("南京市鼓楼区")
    assert region is not None
    assert (region.full_name, region.code) == ("南京市鼓楼区", None)


def test_the_places_of_a_complete_province_are_as_many_as_the_standard_has() -> None:
    known = book()
    cities = known.below["福建省"]
    counts = [len(known.below[c.full_name]) for c in cities]
    assert counts == [13, 6, 5, 11, 12, 11, 10, 7, 9]
    assert [len(known.below["福建省"]), sum(counts)] == [9, 84]


def test_parents_are_given_nearest_first() -> None:
    region = region_named("福清市")
    assert region is not None
    assert [p.name for p in region.parents] == ["福州市", "福建省"]


def test_the_issuer_comes_before_the_title() -> None:
    front = FrontMatter("信江市任务清单", issuer="澄湖市人民政府办公室", issued_on=date(2025, 1, 1))
    region = document_region(front)
    assert region is not None
    assert region.name == "澄湖市"


def test_the_title_and_the_list_title_stand_in() -> None:
    by_title = document_region(FrontMatter("2025年信江市任务清单", issuer="领导小组办公室"))
    by_list = document_region(FrontMatter("关于印发任务清单的通知", list_title="信江市任务清单"))
    assert by_title == by_list
    assert by_title is not None


def test_a_national_issuer_speaks_for_the_nation() -> None:
    assert document_region(FrontMatter("年度计划", issuer="国家知识产权局")) is NATION


def test_no_place_is_invented() -> None:
    assert document_region(FrontMatter("重点任务分解表")) is None


@given(st.text(max_size=40) | st.text("福州建省市县区自治旗盟鼓楼吉林全各场", max_size=12))
def test_a_place_and_its_rest_are_the_text(text: str) -> None:
    found = region_prefix(text)
    if found is not None:
        region, rest = found
        assert text.endswith(rest)
        assert len(rest) < len(text)
        assert region.key == f"region:{region.full_name}"
