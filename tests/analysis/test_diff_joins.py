"""What is no pair: merged and split measures, words elsewhere, possible counterparts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.diff.cycle import Cycle
from kg.analysis.diff.direction import Stated, direction
from kg.analysis.diff.phrases import covered, lengths, shared, stretches
from kg.analysis.diff.traces import traces
from tests.analysis.test_diff_pairing import both_ways, listed

ROADS = "新建农村公路桥梁，安装波形护栏和警示标志。"
BUSES = "开通城乡公交线路，更新纯电动公交车辆。"
BOTH = "新建农村公路桥梁，开通城乡公交线路，更新纯电动公交车辆。"


def groups(before: dict[str, list[str]], after: dict[str, list[str]]) -> set[tuple[str, str, str]]:
    return {
        (c.kind.value, "+".join(c.before.references), "+".join(c.after.references))
        for c in both_ways(before, after).groups
    }


def test_two_measures_become_one_and_the_other_way_round() -> None:
    assert groups({"交通": [ROADS, BUSES]}, {"交通": [BOTH]}) == {("merged", "1#1+1#2", "1#1")}
    assert groups({"交通": [BOTH]}, {"交通": [ROADS, BUSES]}) == {("split", "1#1", "1#1+1#2")}


def test_three_measures_become_one() -> None:
    parts = ["修缮革命文物旧址。", "举办非遗技艺展演。", "开放乡镇图书分馆。"]
    whole = "修缮革命文物旧址，举办非遗技艺展演，开放乡镇图书分馆。"
    assert groups({"文化": parts}, {"文化": [whole]}) == {("merged", "1#1+1#2+1#3", "1#1")}


def test_nothing_is_put_into_a_measure_that_did_not_change() -> None:
    found = both_ways({"交通": [BOTH, BUSES]}, {"交通": [BOTH]})
    assert not found.groups
    assert [e.reference for e in found.dropped] == ["1#2"]


def test_general_words_make_no_merging() -> None:
    before = [
        "加强组织领导，完善工作机制，推广优良稻种。",
        "加强组织领导，完善工作机制，疏浚灌溉渠道。",
    ]
    after = ["加强组织领导，完善工作机制，培训驻村医生。"]
    assert not groups({"甲": before}, {"甲": after})


def test_words_of_a_dropped_measure_elsewhere() -> None:
    old = "组建应急救援队伍，储存防汛抗旱物资，修订应急预案，开展隐患排查。"
    new = "推进基层减灾示范社区创建，配备防汛抗旱物资储备箱，设立宣传专栏。"
    before, after = listed({"甲": [old]}), listed({"乙": [new]}, "e")
    (found,) = traces(before, after, before.entries).values()
    assert (found.there.reference, found.words) == ("1#1", ("防汛抗旱物资",))
    assert not traces(before, listed({"乙": [new, new]}, "f"), before.entries)


def test_a_possible_counterpart_needs_more_than_words() -> None:
    old = "对接省级目录，上线婚姻登记、户口迁移等九个联办事项。"
    new = "对接国家目录，上线灵活就业、残疾证明等重点联办事项。"
    after = ["归集电子证照。", new]
    before = ["归集电子证照。", old]
    (pair,) = both_ways({"甲": before}, {"甲": after}).possible
    assert (pair.before.reference, pair.after.reference) == ("1#2", "1#2")
    elsewhere = both_ways({"甲": before}, {"甲": after[:1], "乙": [new]})
    assert not elsewhere.possible
    assert [e.reference for e in elsewhere.dropped] == ["1#2"]


WORDS = st.text("供水管网改造更新\n", max_size=12)


@given(WORDS, WORDS)
def test_stretches_in_common(one: str, other: str) -> None:
    found = lengths(one, other)
    for place, length in enumerate(found):
        inside = [
            one[s : s + length]
            for s in range(max(0, place - length + 1), place + 1)
            if s + length <= len(one)
        ]
        assert not length or any(piece in other and "\n" not in piece for piece in inside)
    assert 0 <= covered(one, other) <= 1
    runs = shared(one, other)
    assert runs == shared(other, one)
    assert all(len(run) >= 3 and run in one and run in other for run in runs)


def test_numbers_and_marks_are_no_words() -> None:
    assert stretches("“一网”通办率达到95.5%以上。") == "一网通办率达到\n以上\n"


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        (date(2024, 12, 31), date(2025, 12, 31), None),
        (date(2024, 2, 29), date(2025, 2, 28), None),
        (date(2024, 12, 31), date(2025, 10, 31), "提前 2 个月（年度内）"),
        (date(2024, 6, 30), date(2025, 9, 30), "推迟 3 个月（年度内）"),
        (date(2024, 6, 30), date(2025, 6, 15), "提前 15 天（年度内）"),
        (date(2024, 12, 31), date(2026, 3, 31), "推迟 3 个月（扣除年度顺延）"),
    ],
)
def test_dates_within_the_year(old: date, new: date, moved: str | None) -> None:
    found = Cycle(2024, 2025).move(old, new)
    assert (found.zh if found else None) == moved
    assert Cycle(2025, 2024).days(new, old) == -Cycle(2024, 2025).days(old, new)


def test_years_that_went_on_with_the_list() -> None:
    cycle = Cycle(2024, 2026)
    assert cycle.same_but_years("2024年底前完成", "２０２６年底前完成")
    assert cycle.same_but_years("2024年比2020年翻番", "2026年比2020年翻番")
    assert not cycle.same_but_years("2024年底前完成", "2025年底前完成")
    assert not Cycle(None, 2026).same_but_years("2024年底前完成", "2026年底前完成")


def target(number: float, comparator: str, counted: str, words: str = "") -> Stated:
    return Stated(number, "%", comparator, counted, words)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (target(30, "at_least", "抽查比例"), target(50, "at_least", "抽查比例"), "提高"),
        (target(98, "at_least", "配套率"), target(95, "at_least", "配套率"), "放宽"),
        (target(9, "at_most", "漏损率"), target(8.5, "at_most", "漏损率"), "收紧"),
        (target(5, "at_most", "负债率"), target(6, "at_most", "负债率"), "放宽"),
        (target(15, "exactly", "办理时限"), target(12, "exactly", "办理时限"), "收紧"),
        (target(8, "exactly", "物流成本"), target(9, "exactly", "物流成本"), "放宽"),
        (target(4, "exactly", "单位能耗下降"), target(3, "exactly", "单位能耗下降"), "放宽"),
        (target(300, "exactly", "改造农房"), target(200, "exactly", "改造农房"), "由 300 变为 200"),
        (
            target(10, "exactly", "排放量", "较2023年下降"),
            target(8, "exactly", "排放量", "较2024年下降"),
            "基期由2023年改为2024年，由 10 变为 8",
        ),
        (
            target(40, "at_least", "基地", "累计建成"),
            target(12, "at_least", "基地", "新增"),
            "口径由累计改为新增，由 40 变为 12",
        ),
        (
            target(10, "exactly", "增速", "较上年"),
            target(10, "exactly", "增速"),
            "基期由上年改为未标明，数值未变，10",
        ),
        (target(10, "exactly", "基地"), target(10, "at_least", "基地"), "改变"),
        (target(10, "exactly", "基地"), target(20, "at_least", "基地"), "由 10 变为 20"),
    ],
)
def test_what_a_new_figure_asks(old: Stated, new: Stated, said: str) -> None:
    assert direction(old, new).zh == said
