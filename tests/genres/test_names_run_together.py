"""Lists of bodies whose separators were lost, or are unusual."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Severity
from loaders.grammar.bodies import split_bodies
from tests.genres.reading import BREAKDOWN, codes, measures, parse, roles, rows

OFFICES = (
    "市财政局",
    "市教育局",
    "市卫生健康委",
    "市自然资源和规划局",
    "市文化广电和旅游局",
    "市住房城乡建设局",
    "市委宣传部（市新闻出版局）",
    "市妇联",
    "团市委",
    "市工商联",
    "市中级人民法院",
    "市政务服务局",
    "市民政局",
    "市民族宗教局",
    "市市场监管局",
)


def _row(lead: str, assist: str) -> str:
    return rows(
        BREAKDOWN,
        ("1.扩大学位供给", "新建小学三所。", lead, assist, "2025年8月底前"),
        ("2.减轻课业负担", "规范校外培训。", "市教育局", "市民政局", "2025年12月底前"),
    )


@given(st.lists(st.sampled_from(OFFICES), min_size=2, max_size=6, unique=True))
def test_names_of_one_level_are_parted_where_nothing_stands_between(names: list[str]) -> None:
    assert list(split_bodies("".join(names))) == names


@given(
    st.lists(st.sampled_from(OFFICES), min_size=2, max_size=6, unique=True),
    st.sampled_from([" ", "　", "/", "／", "|", "．", "和", "与", "及", "会同"]),
)
def test_names_are_parted_at_unusual_marks(names: list[str], mark: str) -> None:
    assert list(split_bodies(mark.join(names))) == names


@pytest.mark.parametrize(
    "name",
    [
        "市自然资源和规划局",
        "市城市管理和综合执法局",
        "市政府和社会资本合作中心",
        "市委市直机关工委",
        "市委市政府信访局",
        "国家统计局市调查队",
        "国家税务总局青川市税务局",
        "中国人民银行青川市分行",
        "市住房城乡建设局市政处",
        "市文旅局市场管理科",
        "市区域合作办公室",
        "市政府各部门",
        "市直有关部门和单位",
        "各县（市、区）人民政府",
        "省公安厅交通管理局",
        "市生态环境局市区分局",
    ],
)
def test_one_name_stays_one(name: str) -> None:
    assert split_bodies(name) == (name,)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("市 财 政 局", "市财政局"),
        ("市政府　办公室", "市政府办公室"),
        ("国家税务总局 青川市税务局", "国家税务总局青川市税务局"),
        ("市公安局 交通警察支队", "市公安局交通警察支队"),
    ],
)
def test_blanks_within_a_name_are_no_separators(printed: str, name: str) -> None:
    assert split_bodies(printed) == (name,)


def test_names_without_a_separator_are_parted_with_a_warning() -> None:
    first, second = measures(parse(_row("市教育局市财政局", "市住房城乡建设局、市自然资源局")))
    assert roles(first)[:2] == [("市教育局", "lead"), ("市财政局", "lead")]
    issue = next(i for i in first.issues if i.kind.code == "agencies-parted")
    assert (issue.was, issue.became) == ("市教育局市财政局", "市教育局、市财政局")
    assert codes(second) == set()


def test_names_between_blanks_are_parted_with_a_note() -> None:
    first = measures(parse(_row("市教育局", "市财政局　青川供电公司")))[0]
    assert [name for name, _ in roles(first)[1:]] == ["市财政局", "青川供电公司"]
    assert codes(first) == set()
    assert "agencies-separated" in codes(first, Severity.INFO)


def test_names_of_different_levels_stay_together_with_a_warning() -> None:
    first = measures(parse(_row("市教育局", "市财政局县水利局")))[0]
    assert roles(first)[1:] == [("市财政局县水利局", "assist")]
    issue = next(i for i in first.issues if i.kind.code == "agency-fused")
    assert issue.became == "市财政局、县水利局？"


def test_two_names_known_from_other_rows_are_told() -> None:
    text = rows(
        BREAKDOWN,
        ("1.保供水", "改造管网。", "城投集团", "青川水务公司", "2025年8月底前"),
        ("2.保供电", "改造线路。", "城投集团青川水务公司", "市财政局", "2025年8月底前"),
    )
    second = measures(parse(text))[1]
    assert codes(second) == {"agency-fused"}


@pytest.mark.parametrize(
    ("cell", "names", "read"),
    [
        (
            "市市场监管局（市知识产权局、市农业农村局",
            ["市市场监管局（市知识产权局", "市农业农村局"],
            "市市场监管局（市知识产权局）",
        ),
        (
            "市发展改革委市铁路办公室）、市农业农村局",
            ["市发展改革委市铁路办公室）", "市农业农村局"],
            "市发展改革委（市铁路办公室）",
        ),
        (
            "各县（市、区政府、市农业农村局",
            ["各县（市、区政府", "市农业农村局"],
            "各县（市、区）政府",
        ),
        ("市农业农村局）、市财政局", ["市农业农村局）", "市财政局"], "市农业农村局"),
    ],
)
def test_a_lost_bracket_swallows_no_name(cell: str, names: list[str], read: str) -> None:
    first = measures(parse(_row("市教育局", cell)))[0]
    bodies = first.responsible[1:]
    assert [b.printed for b in bodies] == names
    assert bodies[0].name == read
    assert [i.kind.code for i in bodies[0].issues] == ["agency-half-bracketed"]


def test_role_words_within_a_name_are_told() -> None:
    first = measures(parse(_row("市教育局", "市财政局牵头抓总的协调组、市民政局")))[0]
    assert "agency-malformed" in codes(first)
