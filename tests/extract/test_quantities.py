"""Quantities to be reached, in any field; what only looks like one is none."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import Comparator, TargetMention


def targets(extractor: Extractor, text: str) -> list[TargetMention]:
    return [m for m in next(extractor.extract([text])) if isinstance(m, TargetMention)]


@pytest.mark.parametrize(
    ("text", "words", "number", "unit", "comparator"),
    [
        ("服务创新企业不少于3700次。", "不少于3700次", 3700, "次", Comparator.AT_LEAST),
        ("针对性开展业务培训20期，", "20期", 20, "期", Comparator.EXACTLY),
        ("发布全省十大典型案例。", "十大典型案例", 10, "大", Comparator.EXACTLY),
        ("申请材料平均压减三成以上。", "三成以上", 3, "成", Comparator.AT_LEAST),
        ("登记金额突破15亿元，", "突破15亿元", 15e8, "元", Comparator.AT_LEAST),
        ("完成投资１，２００万元", "１，２００万元", 1.2e7, "元", Comparator.EXACTLY),
        ("目录编制率达到100%。", "达到100%", 100, "%", Comparator.AT_LEAST),
        ("按时办结率不低于９５％。", "不低于９５％", 95, "%", Comparator.AT_LEAST),
        ("投诉率下降百分之二十以上", "百分之二十以上", 20, "%", Comparator.AT_LEAST),
        ("培训不少于二十万人次", "不少于二十万人次", 2e5, "人次", Comparator.AT_LEAST),
        ("计划检查原则上不超过两次。", "不超过两次", 2, "次", Comparator.AT_MOST),
        (
            "报装时间压缩至15个工作日以内。",
            "压缩至15个工作日以内",
            15,
            "个工作日",
            Comparator.AT_MOST,
        ),
        ("增长6.5%左右，", "6.5%左右", 6.5, "%", Comparator.ABOUT),
        ("建设项目二十余个", "二十余个", 20, "个", Comparator.AT_LEAST),
        ("新增就业1.2万人，", "1.2万人", 12000, "人", Comparator.EXACTLY),
        ("占比提高 2 个百分点", "2 个百分点", 2, "个百分点", Comparator.EXACTLY),
    ],
)
def test_a_quantity_has_words_number_unit_and_comparator(  # noqa: PLR0917
    extractor: Extractor, text: str, words: str, number: float, unit: str, comparator: Comparator
) -> None:
    (target,) = targets(extractor, text)
    assert target.number == pytest.approx(number)
    assert (target.span.text, target.unit, target.comparator) == (words, unit, comparator)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("新增首贷户不少于600户。", "首贷户"),
        ("开展业务培训20期。", "业务培训"),
        ("完成2000件专利的企业需求匹配推送。", "专利"),
        ("新增12个“一件事”主题场景，", "“一件事”主题场景"),
        ("目录编制率达到100%。", "目录编制率"),
        ("发布地理标志助力乡村振兴十大典型案例。", "典型案例"),
    ],
)
def test_what_is_counted_is_named(extractor: Extractor, text: str, thing: str) -> None:
    (target,) = targets(extractor, text)
    assert target.object == thing


@pytest.mark.parametrize(
    "text",
    [
        "持续提升4个国家级海外知识产权纠纷应对指导地方分中心监测水平、预警能力和服务质效",
        "巩固现有3个国家级基地建设成果",
        "推广第四批典型案例、首批试点和一批示范",
        "加强市、县两级执法队伍建设",
        "打造“一带一路”、“三合一”、“一站式”和“双随机、一公开”",
        "落实“十四五”规划和2025年度计划",
        "数源单位应在五个工作日内核实反馈，一个月内办结",
        "整合12345热线和5G网络",
        "编制第三版不予处罚清单",
        "形成一城四区、十片多点的格局",
        "每年开展一次监测评价",
        "按照3名单、2部门、1台账的要求",
    ],
)
def test_stock_order_structure_and_procedure_are_no_targets(
    extractor: Extractor, text: str
) -> None:
    assert targets(extractor, text) == []
