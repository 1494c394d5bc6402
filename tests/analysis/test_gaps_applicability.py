"""The rule by which a task is the upper level's own business, and what it must never hide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.analysis.dossier import Entry, Link
from kg.analysis.gaps.applicability import own_business
from kg.model import Edge, Node

PROVINCE, CITY = ("青禾省", "province"), ("澄湖市", "city")


def measure(text: str, *places: str) -> Entry:
    node = Node("甲#1", "Measure", {"text": text})
    named: tuple[Link, ...] = tuple(
        (
            Edge(node.key, "MENTIONS", f"region:{place}", {"start": text.index(place)}),
            Node(f"region:{place}", "Region", {"name": place}),
        )
        for place in places
    )
    return Entry(node, "甲", (), (), {"MENTIONS": named})


def ruled(texts: Sequence[str], region: str, level: str) -> str | None:
    document = Node("甲", "Document", {"region": region, "level": level})
    found = own_business([measure(text) for text in texts], document)
    return found.zh if found else None


OWN = [
    (PROVINCE, "研究编制青禾省“十五五”农村物流发展规划，提出重点工程项目。"),
    (PROVINCE, "起草青禾省“十五五”城镇化规划，报省政府审定。"),
    (
        PROVINCE,
        "会同省教育厅编制全省职业教育发展规划纲要（2026—2030年），征求意见，按程序报批。",
    ),
    (PROVINCE, "2025年底前完成《青禾省林草产业“十五五”发展规划》编制工作。"),
    (PROVINCE, "衔接国家综合立体交通网规划纲要，修编我省公路网规划。"),
    (PROVINCE, "总结评估“十四五”规划实施情况，高质量编制好省级卫生健康“十五五”规划。"),
    (
        PROVINCE,
        "总结“十四五”规划，研究谋划“十五五”时期重点目标任务、工程项目，推动将林草工作纳入青禾省“十五五”规划。",
    ),
    (CITY, "开展全市综合交通“十五五”规划前期研究，形成初稿。"),
    (("", "national"), "制定国家卫生健康发展规划，明确目标任务。"),
    (("江左自治区", "province"), "修编自治区国土空间总体规划并按程序报请国务院审批。"),
    (("青禾市", "province"), "编制全市养老服务设施专项规划。"),
    (
        PROVINCE,
        "充分发挥省委加快建设教育强省领导小组办公室作用，印发《2025年教育强省建设工作要点》，"
        "明确工作任务，推进教育强省建设。",
    ),
    (PROVINCE, "印发青禾省农村物流发展联席会议2025年工作要点。"),
]


@pytest.mark.parametrize(("whose", "text"), OWN)
def test_drafting_its_own_paper_is_the_level_s_own_business(
    whose: tuple[str, str], text: str
) -> None:
    assert ruled([text], *whose) is not None


TASKS_FOR_BELOW = [
    # a plan behind a comma, that one keeps to, that something is brought into
    "制定老旧燃气管道更新改造年度方案，落实全国城市燃气管网更新改造规划，改造老旧管网300公里以上。",
    "编制年度造林作业设计，衔接国家林业草原保护发展规划纲要，完成人工造林20万亩。",
    "每个县建成1所失能照护机构，新增护理型床位5000张，将设施布局纳入市级国土空间规划。",
    "支持每个乡镇建成运输服务站，将建设用地需求纳入全省国土空间规划予以保障。",
    "将建设用地需求纳入全省国土空间规划。",
    "编制落实全省中小学布局规划的学位供给办法。",
    "推动落实青禾省“十五五”卫生健康规划。",
    # a plan of another level, or of nobody in particular
    "编制市级综合交通规划。",
    "编制国家森林公园规划。",
    "编制中小学布局专项规划。",
    "编制青禾湾新区教育设施规划。",
    "谋划“十五五”时期重点项目，争取将项目纳入国家“十五五”规划。",
    "指导各市编制全省养老服务规划。",
    "编制省、市、县三级国土空间规划和全省村庄规划。",
    # more than a plan
    "编制全省公路养护规划，新增一批普通国省道改造任务。",
    "编制青禾省校舍建设规划，建成寄宿制学校。",
    "编制全省护理事业规划，新增护理型床位300张。",
    "编制全省养老服务规划，贯彻落实高龄津贴政策。",
    "编制全省造林规划；推进松材线虫病防治。",
    "组织实施青禾省“十五五”教育规划。",
    "编制青禾省教育规划实施方案。",
    "支持企业参与全省物流规划编制。",
    # work points that are nobody's in particular, or with something to do
    "印发《2025年学校卫生工作要点》。",
    "发挥省林长制领导小组作用，印发工作要点，推进松材线虫病防治。",
    "发挥县级联席会议作用，印发《2025年工作要点》。",
    "",
]


@pytest.mark.parametrize("text", TASKS_FOR_BELOW)
def test_what_can_be_taken_on_below_is_never_excluded(text: str) -> None:
    assert ruled([text], *PROVINCE) is None


@pytest.mark.parametrize(
    "more",
    [
        "新建乡镇站点",
        "改造老旧校舍30所",
        "推广家庭医生签约服务",
        "每个县至少设立一个苗圃",
        "落实护理补贴",
        "开展执法检查",
    ],
)
@pytest.mark.parametrize(("whose", "text"), OWN)
def test_one_clause_of_another_kind_makes_it_a_task_again(
    whose: tuple[str, str], text: str, more: str
) -> None:
    body = text.removesuffix("。")
    for told in (f"{body}，{more}。", f"{more}，{body}。", f"{body}；{more}。"):
        assert ruled([told], *whose) is None


def test_every_measure_of_the_task_must_be_of_the_kind() -> None:
    plan = "编制全省养老服务规划。"
    assert ruled([plan, "起草全省护理规划纲要，征求各方意见。"], *PROVINCE) == (
        "规则：起草本级自己的规划是上级自己的事（“编制全省养老服务规划”；“起草全省护理规划纲要”）"
    )
    assert ruled([plan, "支持建设养老服务中心。"], *PROVINCE) is None
    assert ruled([], *PROVINCE) is None


def test_the_reason_names_both_kinds() -> None:
    texts = ["编制全省养老规划。", "印发省养老服务联席会议工作要点。"]
    assert ruled(texts, *PROVINCE) == (
        "规则：起草本级自己的规划、印发本级领导小组的工作要点是上级自己的事"
        "（“编制全省养老规划”；“印发省养老服务联席会议工作要点”）"
    )


def test_a_plan_for_another_place_is_not_its_own() -> None:
    document = Node("甲", "Document", {"region": "青禾省", "level": "province"})
    text = "编制青禾省澄湖市城市更新规划。"
    assert own_business([measure(text, "澄湖市")], document) is None
    assert own_business([measure("编制青禾省城市更新规划。", "青禾省")], document) is not None


def test_a_document_of_no_known_level_owns_what_bears_its_place() -> None:
    assert ruled(["编制青禾城市更新规划。"], "青禾", "") is not None
    assert ruled(["编制全省城市更新规划。"], "青禾", "") is None
    assert ruled(["编制全省城市更新规划。"], "", "") is None
