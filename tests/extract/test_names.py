"""Bodies, places, programmes and industries by form and vocabulary, in other fields and places."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import (
    BodyMention,
    IndustryMention,
    Mention,
    PlaceMention,
    ProgrammeMention,
)


def words(extractor: Extractor, text: str, kind: type[Mention]) -> list[str]:
    return [m.span.text for m in next(extractor.extract([text])) if isinstance(m, kind)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("会同省教育厅、省人力资源和社会保障厅联合清华大学开展培训",
         ["省教育厅", "省人力资源和社会保障厅", "清华大学"]),
        ("由市市场监管局（市知识产权局）牵头", ["市市场监管局（市知识产权局）"]),
        ("依托国家税务总局厦门市税务局、人民银行福建省分行",
         ["国家税务总局厦门市税务局", "人民银行福建省分行"]),
        ("发挥省委加快建设制造强省领导小组办公室作用", ["省委加快建设制造强省领导小组办公室"]),
        ("推动知识产权法院落地", ["知识产权法院"]),
        ("发挥中国（浙江）知识产权保护中心和宁波分中心职能",
         ["中国（浙江）知识产权保护中心", "宁波分中心"]),
        ("引导高校、企业、行业协会和主管部门参与，优化布局，举办展会", []),
        ("完善县（市、区）政府绩效考核，建设大数据中心和运营中心", []),
    ],
)  # fmt: skip
def test_bodies(extractor: Extractor, text: str, bodies: list[str]) -> None:
    assert words(extractor, text, BodyMention) == bodies


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("深化京津冀、川渝合作，与苏州工业园区、上海张江科学城共建园区",
         ["京津冀", "川渝", "苏州工业园区", "上海张江科学城"]),
        ("推动澧阳市高新区、澧阳经济开发区争创国家级开发区", ["澧阳市高新区", "澧阳经济开发区"]),
        ("推动闽台、榕台融合，为台湾同胞来台湾地区以外的地方创业", ["闽台", "榕台", "台湾地区"]),
        ("推广“知创福州”，加强福州茉莉花茶保护", []),
        ("推动杭州市知识产权保护中心、宁波分中心、浙江大学建设", ["杭州市"]),
        ("建设示范市、重点县、开发区，迈上新台阶", []),
    ],
)  # fmt: skip
def test_places(extractor: Extractor, text: str, places: list[str]) -> None:
    assert words(extractor, text, PlaceMention) == places


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        ("围绕电子信息、大数据、海洋等重点领域", ["电子信息", "大数据", "海洋"]),
        ("依托大数据系统，建立信息数据库，加强文化宣传", []),
        (
            "培育壮大低空经济、人形机器人、商业航天等新兴产业",
            ["低空经济", "人形机器人", "商业航天"],
        ),
        ("为新材料和生物工程设备制造、陶瓷产业提供服务", ["新材料", "生物工程设备制造", "陶瓷"]),
        ("加强龙井茶、宣纸、信江豆腐等地理标志保护", ["龙井茶", "宣纸", "信江豆腐"]),
        ("推动安溪铁观音发展，推动茶产业、竹产业提质", ["安溪铁观音", "茶", "竹"]),
        ("聚焦重点产业、传统产业和战略性新兴产业，推动产业化和区域产业发展", []),
        ("面向企业、金融机构、代理服务机构等行业领域人才", []),
        ("鼓励集成电路布图设计登记，市农业农村局、工业和信息化局参加", []),
        ("在纺织、泵阀两个行业开展试点", ["纺织", "泵阀"]),
        ("加快发展微藻固碳产业", ["微藻固碳"]),
    ],
)
def test_industries(extractor: Extractor, text: str, industries: list[str]) -> None:
    assert words(extractor, text, IndustryMention) == industries


@pytest.mark.parametrize(
    ("text", "programmes"),
    [
        ("在“金服云”平台建立专区，开展“蓝天”专项行动", ["金服云", "“蓝天”专项行动"]),
        ("实施数据企业梯度培育计划，争创金融生态综合试验区",
         ["数据企业梯度培育计划", "金融生态综合试验区"]),
        ("开展专项行动，建设公共服务平台，落实行动计划", []),
    ],
)  # fmt: skip
def test_programmes(extractor: Extractor, text: str, programmes: list[str]) -> None:
    assert words(extractor, text, ProgrammeMention) == programmes


def test_an_industry_has_the_vocabularys_name_and_a_code_only_where_it_is_sure(
    extractor: Extractor,
) -> None:
    found = next(extractor.extract(["推动电子信息产业、餐饮业和低空经济发展"]))
    industries = [(m.name, m.scheme, m.code) for m in found if isinstance(m, IndustryMention)]
    assert industries == [
        ("电子信息", "", ""),
        ("餐饮业", "GB/T 4754-2017", "62"),
        ("低空经济", "", ""),
    ]
