"""The vocabulary as data: its words found in texts, an analyst's file laid over it, its faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.link import Vocabulary, bundled, extended
from kg.link.clauses import clauses
from kg.link.concept import Kind


def names(vocabulary: Vocabulary, text: str) -> list[str]:
    return [hit.concept.name for hit in vocabulary.find(text)]


def written(folder: Path, text: str) -> Path:
    file = folder / "own.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_gap_stays_inside_one_clause() -> None:
    assert "海外纠纷应对" in names(bundled(), "应对海外知识产权纠纷")
    assert "海外纠纷应对" not in names(bundled(), "拓展海外，化解纠纷")


def test_inside_a_name_nothing_else_counts() -> None:
    kinds = {hit.concept.kind for hit in bundled().find("知识产权保护中心")}
    assert kinds == {Kind.INSTITUTION}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("提高中小企业创新能力", "普通高中"),
        ("集中考核与其中职能", "考试招生"),
        ("向市政府报告", "市政管网"),
        ("组织科技工作者座谈", "职业教育"),
        ("丧失能力证明", "探访关爱"),
        ("获取水平持续提升", "节水"),
        ("服务创业主体", "物业管理"),
        ("加强保护工作", "护理人员"),
        ("中国科学院物构所", "学历教育"),
        ("编制国别手册", "管理机构"),
        ("面向社会展示成果", "展会保护"),
        ("推出版权服务", "广播出版"),
    ],
)
def test_words_of_concepts_do_not_stand_inside_everyday_words_by_chance(
    text: str, concept: str
) -> None:
    assert concept in {c.name for c in bundled().patterns}
    assert concept not in names(bundled(), text)


@pytest.mark.parametrize(
    ("text", "cut", "kept"),
    [
        ("开展海外商标公益服务", "外商", "商标"),
        ("加强市、县两级执法", "强市", "执法"),
        ("壮大数据标注产业", "大数据", "壮大"),
        ("推进企业上市", "进企业", None),
        ("协调解决用地问题", "调解", None),
        ("专利奖励和补贴", "专利奖", "奖励"),
    ],
)
def test_a_concept_does_not_cut_a_word_of_the_text_in_two(
    text: str, cut: str, kept: str | None
) -> None:
    known = {word for words in bundled().patterns.values() for word in words}
    found = {text[h.start : h.end] for h in bundled().find(text)}
    assert cut in known
    assert cut not in found
    assert kept is None or kept in found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("外商投资企业", "外商"),
        ("海外、外商投资", "外商"),
        ("建设强市", "强市"),
        ("评选专利奖", "专利奖"),
        ("开展诉前调解", "调解"),
        ("知识产权运营中心", "运营中心"),
        ("中小学校舍", "中小学"),
    ],
)
def test_words_that_share_more_than_a_character_or_stand_apart_all_count(
    text: str, word: str
) -> None:
    assert word in {text[h.start : h.end] for h in bundled().find(text)}


def test_only_names_are_institutions() -> None:
    """What is done is no name: inside a name nothing counts, not even what is done."""
    names_end = (
        "中心|平台|窗口|大厅|代办处|审协|示范区|自创区|试验区|新区|园区|城市|[市县]|单位|示范|试点"
        "|（试点）|协定|协议|议定书|伙伴关系|[A-Z]+"
    )
    for concept, words in bundled().patterns.items():
        if concept.kind is Kind.INSTITUTION:
            wrong = [w for w in words if not re.fullmatch(f".*(?:{names_end})", w)]
            assert not wrong, concept


def test_making_law_is_not_making_it_known() -> None:
    making, known = names(bundled(), "推进地方立法"), names(bundled(), "开展普法宣传")
    assert "立法" in making
    assert "立法" not in known
    assert "普及教育" in known
    assert "立法" not in names(bundled(), "弘扬法治文化")


def test_no_word_is_listed_twice_for_one_concept_and_each_has_two_characters() -> None:
    for concept, words in bundled().patterns.items():
        assert words, concept
        assert all(len(word.partition("…")[0]) >= 2 for word in words), concept


def test_levels_speak_of_the_same_subject() -> None:
    for text in ("闽台交流", "榕台协同", "苏台合作", "海峡两岸"):
        assert "对台交流" in names(bundled(), text)


def test_the_vocabulary_has_about_as_many_words_as_the_field() -> None:
    assert len(bundled()) > 120
    assert sum(len(words) for words in bundled().patterns.values()) > 700


def test_a_file_adds_words_concepts_and_fields_and_takes_words_away(tmp_path: Path) -> None:
    own = written(
        tmp_path,
        '[fields]\n"养老服务" = ["养老"]\n'
        '[objects."养老服务"]\n"助餐" = ["老年食堂", "助餐"]\n'
        '[objects."金融"]\n"质押融资" = ["知产贷", "-贷款"]\n',
    )
    vocabulary = extended(bundled(), own)
    assert "助餐" in names(vocabulary, "开办老年食堂")
    assert "质押融资" in names(vocabulary, "推广知产贷")
    assert "质押融资" in names(vocabulary, "开展质押")
    assert "质押融资" not in names(vocabulary, "发放贷款")
    assert vocabulary.knows("社区养老")
    assert not bundled().knows("社区养老")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("x = [", "own.toml"),
        ('[things."甲"]\n"乙" = ["丙丁"]\n', "own.toml: things.甲.乙"),
        ('[objects]\n"乙" = ["丙丁"]\n', "own.toml: objects.乙"),
        ('[objects."甲"]\n"乙" = "丙丁"\n', "own.toml: objects.甲.乙"),
        ('[objects."甲"]\n"乙" = ["丙"]\n', "own.toml: objects.甲.乙"),
        ('[objects."甲"]\n"乙" = [3]\n', "own.toml: objects.甲.乙"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_place(
    tmp_path: Path, text: str, where: str
) -> None:
    with pytest.raises(InputError, match="概念词表") as refused:
        extended(bundled(), written(tmp_path, text))
    assert where in str(refused.value)


def test_a_concept_cannot_move_to_another_domain(tmp_path: Path) -> None:
    own = written(tmp_path, '[objects."别处"]\n"质押融资" = ["知产贷"]\n')
    with pytest.raises(InputError) as refused:
        extended(bundled(), own)
    assert str(refused.value) == (
        "概念“质押融资”已属于领域“金融”（own.toml: 别处）；应为：金融。请沿用原领域，或另取概念名"
    )


@pytest.mark.parametrize("data", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, data: bytes | None) -> None:
    file = tmp_path / "own.toml"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(InputError, match="概念词表无法读取（own"):
        extended(bundled(), file)


@given(st.text(max_size=80))
def test_hits_and_clauses_lie_in_the_text(text: str) -> None:
    for hit in bundled().find(text):
        assert 0 <= hit.start < hit.end <= len(text)
    for clause in clauses(text):
        assert text[clause.start : clause.end] == clause.text
        for start, end in (*clause.support, *clause.roles, *clause.purpose):
            assert clause.start <= start <= end <= clause.end


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("举办商标行政执法培训班", "商标行政执法"),
        ("加强知识产权保护和举办商标研讨活动", "商标"),
        ("开展知识产权人才培训", "知识产权人才"),
        ("加强商标保护", None),
    ],
)
def test_what_an_event_is_held_on(text: str, topic: str | None) -> None:
    [clause] = clauses(text)
    assert [text[a:b] for a, b in clause.topics] == ([topic] if topic else [])


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("依托重点产业申请设立平台", "依托重点产业"),
        ("以专利审查协作中心为依托", "以专利审查协作中心为依托"),
        ("为高校提供检索服务", "为高校"),
        ("加强检索服务", ""),
    ],
)
def test_what_a_clause_leans_on(text: str, support: str) -> None:
    [clause] = clauses(text)
    assert [text[a:b] for a, b in clause.support[:1]] == ([support] if support else [])
