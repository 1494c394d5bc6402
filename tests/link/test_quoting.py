"""The words that are quoted for a pair, and the words in common: those a reader would point to."""

from __future__ import annotations

import pytest

from kg.link import (
    Alignment,
    Document,
    Measure,
    Task,
    Vocabulary,
    align,
    bundled,
    bundled_background,
)
from kg.link.concept import Concept, Kind
from kg.link.parsed import bundled_papers


def paper(key: str, *tasks: tuple[str, str]) -> Document:
    return Document(
        key,
        tuple(
            Task(f"{key}#{n}", title, (Measure(f"{key}#{n}.1", text),))
            for n, (title, text) in enumerate(tasks, 1)
        ),
    )


def aligned(
    upper: tuple[str, str], lower: tuple[str, str], vocabulary: Vocabulary | None = None
) -> Alignment:
    [found] = align(
        paper("上", upper),
        paper("下", lower),
        vocabulary=vocabulary or bundled(),
        background=bundled_background(),
    )
    return found


@pytest.mark.parametrize(
    ("upper", "lower", "quotes"),
    [
        (
            "实现贷款产品“一触即达”，持续推进质押融资增量扩面。",
            "优化政策，持续探索质押融资服务模式。",
            ("持续推进质押融资增量扩面", "持续探索质押融资服务模式"),
        ),
        (
            "改造候车亭公交站台，新辟城乡公交线路。",
            "完善公交场站，加密城乡公交线路。",
            ("新辟城乡公交线路", "加密城乡公交线路"),
        ),
        (
            "推广老年食堂，办好社区助餐点。",
            "鼓励餐饮企业开办社区助餐点。",
            ("办好社区助餐点", "鼓励餐饮企业开办社区助餐点"),
        ),
    ],
)
def test_of_clauses_about_the_same_those_with_most_words_in_common_are_quoted(
    upper: str, lower: str, quotes: tuple[str, str]
) -> None:
    found = aligned(("", upper), ("", lower))
    assert (found.upper_quote, found.lower_quote) == quotes
    assert not found.reasons.title_quoted


def test_words_of_the_measure_are_quoted_rather_than_the_title_of_its_task() -> None:
    title = "巩固非正常专利申请和商标恶意注册行为治理成果"
    lower = ("", "规制非正常专利申请和商标恶意注册行为。")
    found = aligned((title, "督促申请人主动撤回非正常专利申请。"), lower)
    assert found.upper_quote == "督促申请人主动撤回非正常专利申请"
    assert not found.reasons.title_quoted


def test_a_title_is_quoted_where_it_alone_carries_the_pair_and_the_reasons_say_so() -> None:
    title = "巩固非正常专利申请和商标恶意注册行为治理成果"
    lower = ("", "规制非正常专利申请和商标恶意注册行为。")
    found = aligned((title, "按照通报名单逐一核实。"), lower)
    assert found.upper_quote == title
    assert found.reasons.title_quoted
    assert '"title_quoted": true' in found.reasons.as_json()


def test_where_no_concept_is_known_words_in_common_are_quoted_before_the_title() -> None:
    upper = ("发展互助养老", "完善制度，建设农村幸福院，开展邻里互助。")
    found = aligned(upper, ("", "支持村级幸福院开展邻里互助服务。"), Vocabulary({}))
    assert found.upper_quote in {"建设农村幸福院", "开展邻里互助"}
    assert not found.reasons.title_quoted


def test_the_same_words_on_both_sides_are_shown_as_these_words() -> None:
    found = aligned(("", "提供快速维权“一站式”服务。"), ("", "提供快速维权一站式综合服务。"))
    shown = {c.name: (c.upper_words, c.lower_words) for c in found.reasons.concepts}
    assert shown["一站式服务"] == ("一站式", "一站式")
    assert shown["快速维权"] == ("快速维权", "快速维权")


@pytest.mark.parametrize(
    ("upper", "lower", "term"),
    [
        ("加大文化宣传力度。", "强化传统文化宣传阵地。", "文化宣传"),
        ("开展知识产权公益宣传。", "知识产权公共服务宣传。", "知识产权"),
        ("推动产业集群宣传。", "建设产业集聚区宣传栏。", "宣传"),
        ("开展专利奖评选及专利宣传。", "举办竞赛及专利宣传。", "专利宣传"),
        (
            "推广“榕易办”公交服务，完善公交网络。",
            "推广“榕易通”公交服务，完善公交设施。",
            "公交服务",
        ),
    ],
)
def test_words_in_common_are_cut_where_words_end(upper: str, lower: str, term: str) -> None:
    terms = {t.words for t in aligned(("", upper), ("", lower)).reasons.terms}
    assert term in terms
    assert not terms & {"化宣传", "知识产权公", "产业集", "榕易", "及专利宣传"}


def test_no_words_in_common_are_part_of_heavier_ones() -> None:
    upper, lower = bundled_papers()
    for found in align(upper, lower, vocabulary=bundled(), background=bundled_background()):
        terms = [t.words for t in found.reasons.terms]
        for n, words in enumerate(terms):
            assert not any(words in heavier for heavier in terms[:n])
            assert len(words) > 1
            assert not set(words) & set("，。；：“”《》")


def test_a_word_of_the_vocabulary_is_shown_whole() -> None:
    name = Concept("苗圃", "林业", Kind.OBJECT)
    known = Vocabulary({name: ["油茶良种苗圃"]}, {"林业": ["油茶"]})
    found = aligned(("", "新建油茶良种苗圃。"), ("", "扩建油茶良种基地和油茶良种苗圃。"), known)
    assert "油茶良种苗圃" in {t.words for t in found.reasons.terms}
    assert "油茶良种" not in {t.words for t in found.reasons.terms}
