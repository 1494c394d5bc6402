"""Names of offices damaged in one character: pointed out, never merged; true ones stay alone.

``offices.txt`` holds what stands side by side in real papers: departments of now and of before
2018, agencies below them, the Party's offices, people's organisations. Many of the short names
differ in one character (民政局, 邮政局, 财政局).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.resolve.agencies import AgencyResolver
from kg.resolve.regions import leading_region, region_named

OFFICES = Path(__file__).with_name("data").joinpath("offices.txt").read_text(encoding="utf-8")
TRUE = [f"市{name}" for name in OFFICES.split()]
CITY = region_named("福州市")

DAMAGED = {
    "财玫局": "财政局",
    "财攻局": "财政局",
    "民玫局": "民政局",
    "教肓局": "教育局",
    "体肓局": "体育局",
    "公女局": "公安局",
    "审汁局": "审计局",
    "统汁局": "统计局",
    "商努局": "商务局",
    "水刊局": "水利局",
    "司怯局": "司法局",
    "林亚局": "林业局",
    "入社局": "人力资源和社会保障局",
    "往建局": "住房和城乡建设局",
    "工倍局": "工业和信息化局",
    "卫健妥": "卫生健康委员会",
    "国资娄": "国有资产监督管理委员会",
    "医俣局": "医疗保障局",
    "气像局": "气象局",
    "应争局": "应急管理局",
    "科枝局": "科学技术局",
    "公安扃": "公安局",
    "信仿局": "信访局",
    "市场监菅局": "市场监督管理局",
    "交通运榆局": "交通运输局",
    "农业衣村局": "农业农村局",
    "发展改苹委": "发展和改革委员会",
    "委宣传邵": "委宣传部",
    "委组识部": "委组织部",
}


@pytest.mark.parametrize("printed", [(), TRUE])
def test_no_true_name_is_taken_for_another(printed: list[str]) -> None:
    resolver = AgencyResolver(CITY, printed=printed)
    proposed = {name: resolver.resolve(name).proposal for name in TRUE}
    assert {name for name, other in proposed.items() if other} == set()
    keys = {resolver.resolve(name).key for name in TRUE}
    assert len(TRUE) > 200
    assert len(keys) > 200


@pytest.mark.parametrize(("damaged", "meant"), DAMAGED.items())
def test_a_damaged_name_is_pointed_out_and_stays(damaged: str, meant: str) -> None:
    for printed in ([], TRUE):
        body = AgencyResolver(CITY, printed=printed).resolve(f"市{damaged}")
        assert body.proposal == f"福州市{meant}"
        assert body.key == f"agency:福州市{damaged}"


def test_an_unknown_office_of_the_same_paper_is_proposed() -> None:
    names = ["市效能办", "市效熊办"]
    resolver = AgencyResolver(CITY, printed=names)
    assert [resolver.resolve(n).proposal for n in names] == ["", "福州市效能办"]


def test_without_a_place_the_level_word_stands_before_the_proposal() -> None:
    resolver = AgencyResolver(None, printed=["市财玫局"])
    assert resolver.resolve("市财玫局").proposal == "市财政局"


@pytest.mark.parametrize(
    "name", ["县教育局", "县体育局", "县科技局", "县科协", "县商务局", "县水务局"]
)
def test_true_pairs_are_no_doubles(name: str) -> None:
    resolver = AgencyResolver(leading_region("云溪县"))
    assert resolver.resolve(name).proposal == ""
