"""Any text gives mentions that stand where they say, and costs no more than its length."""

from __future__ import annotations

from collections import defaultdict
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import Extractor
from kg.model import Mention, TargetMention

EXTRACTOR = Extractor(year=2025)

PIECES = [
    *("推动", "推进", "建设", "福州市", "厦门", "闽台", "省", "市", "县", "区", "局", "厅", "中心"),
    *(
        "大学",
        "领导小组办公室",
        "中国（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "〈",
        "〉",
        "（",
        "、",
        "，",
        "。",
    ),
    *(
        "和",
        "与",
        "的",
        "等",
        "2025年",
        "底前",
        "6月",
        "30日",
        "“十五五”期间",
        "自印发之日起3个月内",
    ),
    *("不少于", "3700", "次", "三成", "以上", "15亿元", "十大", "典型案例", "产业", "行业", "领域"),
    *(
        "地理标志",
        "电子信息",
        "大数据",
        "茶",
        "陶瓷",
        "软件园",
        "开发区",
        "专项行动",
        "平台",
        "试点",
    ),
    *("第", "一", "\u3000", "\n", "\t", "\u200b", "\ufeff", "\u202e", "\ud800", "\x00", "２", "Ａ"),
    *("①", "㈠", "⻓", "𠮷", "<", ">", "%", ".", "5"),
    *(
        "至少",
        "至多",
        "3—5个",
        "由3家",
        "增到5家",
        "翻一番",
        "（含）",
        "元的项目",
        "重点甲、",
        "每个县",
    ),
    *(
        "知创",
        "湘易办",
        "国家",
        "省级",
        "海洋",
        "（TISC）",
        "小巨人",
        "专精特新",
        "服务品牌",
        "企业",
    ),
]

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=60),
    st.text(st.characters(codec=None), max_size=40),
)


def check(text: str, mentions: tuple[Mention, ...]) -> None:
    last: dict[type, int] = defaultdict(int)
    assert list(mentions) == sorted(
        mentions, key=lambda m: (m.span.start, m.span.end, type(m).__name__)
    )
    for mention in mentions:
        span = mention.span
        assert span.text == text[span.start : span.end] != ""
        assert span.start >= last[type(mention)], "two of one kind overlap"
        last[type(mention)] = span.end


@given(st.lists(texts, max_size=6))
@settings(max_examples=400, deadline=None)
def test_mentions_stand_where_they_say(many: list[str]) -> None:
    found = list(EXTRACTOR.extract(many))
    assert len(found) == len(many)
    for text, mentions in zip(many, found, strict=True):
        check(text, mentions)


@given(st.lists(texts, min_size=2, max_size=5))
@settings(max_examples=150, deadline=None)
def test_a_text_is_read_the_same_alone_and_among_others(many: list[str]) -> None:
    together = list(EXTRACTOR.extract(many))
    assert together == [next(EXTRACTOR.extract([text])) for text in many]


def test_a_comparison_sign_eats_no_text() -> None:
    text = "投入<5万元且增长>3%"
    found = next(EXTRACTOR.extract([text]))
    assert [m.span.text for m in found if isinstance(m, TargetMention)] == ["5万元", "3%"]


def test_a_number_too_long_for_any_quantity_is_none() -> None:
    assert next(EXTRACTOR.extract(["新增" + "9" * 5000 + "家"])) == ()


@pytest.mark.parametrize(
    "piece",
    [
        "2025年",
        "2025年底前，",
        "年底前",
        "<",
        "汉、",
        "《甲",
        "《甲》",
        "制定《甲》、",
        "“",
        "“甲”平台",
        "中国（",
        "市",
        "区",
        "局",
        "省局",
        "产业",
        "茶、",
        "甲、茶产业",
        "等地理标志",
        "福州",
        "开发区",
        "9",
        "3家",
        "不少于",
        "十",
        "推动",
        "专项行动",
        "自印发之日起3个月内",
        "“十五五”期间，",
        "（",
        "\u200b",
        "大学",
        "领导小组办公室",
        "大学建设",
        "省发展改革委",
        "至少",
        "至少3个、",
        "3—",
        "由3家增到5家",
        "“湘易办”",
        "专精特新“甲”企业",
        "建设国家海洋中心",
        "国家",
        "重点甲、",
        "重点甲、重点乙专项行动、",
        "（TISC）",
    ],
)
def test_cost_grows_with_the_length_alone(piece: str) -> None:
    short, long = (max(1, size // len(piece)) for size in (5_000, 40_000))

    def cost(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            begin = process_time()
            next(EXTRACTOR.extract([piece * times]))
            best = min(best, process_time() - begin)
        return best

    # Eight times the text; quadratic cost would be 64 times.
    assert cost(long) < 24 * cost(short) + 0.05
