"""Alignments from outside: stable, explained by real words, and safe on odd papers."""

from __future__ import annotations

import gc
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link import (
    Alignment,
    Document,
    Grade,
    Measure,
    Method,
    Task,
    Vocabulary,
    align,
    bundled,
    bundled_background,
    bundled_model,
    by_task,
    nearest,
)
from kg.link.parsed import bundled_papers

WORDS = st.sampled_from(
    [
        "加强专利导航",
        "依托",
        "以园区为依托",
        "质押融资",
        "，",
        "。",
        "《",
        "》",
        "服务",
        "𠮷",
        "\u200b",
        "(",
        "0" * 40,
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map("".join))


def aligned(upper: Document, lower: Document) -> tuple[Alignment, ...]:
    return align(upper, lower, vocabulary=bundled(), background=bundled_background())


@pytest.fixture(scope="module")
def papers() -> tuple[Document, Document]:
    upper, lower = bundled_papers()
    return upper, lower


@pytest.fixture(scope="module")
def alignments(papers: tuple[Document, Document]) -> tuple[Alignment, ...]:
    return aligned(*papers)


def paper(key: str, *tasks: tuple[str, list[str]]) -> Document:
    return Document(
        key,
        tuple(
            Task(
                f"{key}#{n}",
                title,
                tuple(Measure(f"{key}#{n}.{m}", text) for m, text in enumerate(texts, 1)),
            )
            for n, (title, texts) in enumerate(tasks, 1)
        ),
    )


def shuffled(document: Document, seed: int) -> Document:
    chance = random.Random(seed)  # noqa: S311 - not secret
    tasks = []
    for task in document.tasks:
        measures = list(task.measures)
        chance.shuffle(measures)
        tasks.append(replace(task, measures=tuple(measures)))
    chance.shuffle(tasks)
    return replace(document, tasks=tuple(tasks))


def test_the_same_papers_give_the_same_alignments_in_any_order(
    papers: tuple[Document, Document], alignments: tuple[Alignment, ...]
) -> None:
    upper, lower = papers
    assert aligned(upper, lower) == alignments
    for seed in (1, 2):
        assert aligned(shuffled(upper, seed), shuffled(lower, seed)) == alignments


def test_aligning_other_papers_in_between_changes_no_score(
    papers: tuple[Document, Document], alignments: tuple[Alignment, ...]
) -> None:
    upper, lower = papers
    aligned(paper("别处", ("加强养老服务", ["建设社区食堂。"])), lower)
    assert aligned(upper, lower) == alignments


def test_what_is_nearest_holds_what_is_given_with_the_same_scores(
    papers: tuple[Document, Document], alignments: tuple[Alignment, ...]
) -> None:
    found = nearest(*papers, vocabulary=bundled(), background=bundled_background())
    keys = [(c.upper_key, c.lower_key) for c in found]
    assert keys == sorted(set(keys))
    scores = {(c.upper_key, c.lower_key): (c.score, c.related) for c in found}
    assert len(scores) > 2 * len(alignments)
    for a in alignments:
        assert scores[a.upper_key, a.lower_key] == (a.score, a.reasons.related)


def test_the_collector_is_left_as_it_was(papers: tuple[Document, Document]) -> None:
    assert gc.isenabled()
    aligned(*papers)
    assert gc.isenabled()
    gc.disable()
    try:
        aligned(*papers)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_alignments_are_sorted_and_name_each_pair_once(alignments: tuple[Alignment, ...]) -> None:
    keys = [(a.upper_key, a.lower_key) for a in alignments]
    assert keys == sorted(set(keys))


def test_quotes_and_shared_words_stand_in_the_texts(
    papers: tuple[Document, Document], alignments: tuple[Alignment, ...]
) -> None:
    upper, lower = papers
    above = {m.key: f"{t.title}\n{m.text}" for t in upper.tasks for m in t.measures}
    below = {m.key: m.text for t in lower.tasks for m in t.measures}
    assert alignments
    for a in alignments:
        assert a.upper_quote
        assert a.lower_quote
        assert a.upper_quote in above[a.upper_key]
        assert a.lower_quote in below[a.lower_key]
        for concept in a.reasons.concepts:
            assert concept.lower_words in a.lower_quote
            assert concept.upper_words in above[a.upper_key]
            assert concept.upper_words
            assert concept.lower_words
        for term in a.reasons.terms:
            assert term.words in below[a.lower_key]
            assert term.words in above[a.upper_key]
            assert term.weight > 0


def test_covered_ones_say_why(alignments: tuple[Alignment, ...]) -> None:
    for a in alignments:
        if a.grade is Grade.COVERED:
            assert a.reasons.concepts or a.reasons.terms, a


def test_grades_follow_the_documented_thresholds(alignments: tuple[Alignment, ...]) -> None:
    thresholds = bundled_model().thresholds
    best: dict[str, float] = {}
    for a in alignments:
        best[a.upper_key] = max(a.score, best.get(a.upper_key, 0.0))
    assert {a.grade for a in alignments} == {Grade.COVERED, Grade.PARTLY}
    for a in alignments:
        covered = thresholds[a.method, Grade.COVERED]
        enough = a.score >= covered.least
        near = a.score >= covered.of_best * best[a.upper_key]
        assert (a.grade is Grade.COVERED) == (enough and near)
        if a.grade is Grade.PARTLY:
            assert a.reasons.related >= thresholds[a.method, Grade.PARTLY].least


def test_tasks_take_over_their_best_measures(
    papers: tuple[Document, Document], alignments: tuple[Alignment, ...]
) -> None:
    tasks = by_task(alignments, *papers)
    assert [(t.upper_key, t.lower_key) for t in tasks] == sorted(
        {(a.upper_key.partition(".")[0], a.lower_key.partition(".")[0]) for a in alignments}
    )
    for t in tasks:
        own = [
            a
            for a in alignments
            if a.upper_key.startswith(f"{t.upper_key}.")
            and a.lower_key.startswith(f"{t.lower_key}.")
        ]
        assert (t.grade is Grade.COVERED) == any(a.grade is Grade.COVERED for a in own)
        assert t.score == max(a.score for a in own if a.grade is t.grade)


def test_names_of_papers_and_platforms_in_both_are_reasons() -> None:
    both = {"instruments": ("专利转化办法",), "programmes": ("蓝天行动",)}
    upper = Document(
        "上", (Task("上#1", "专利转化", (Measure("上#1.1", "推进专利转化。", **both),)),)
    )
    lower = Document(
        "下", (Task("下#1", "专利转化", (Measure("下#1.1", "推进专利转化。", **both),)),)
    )
    [found] = aligned(upper, lower)
    assert found.reasons.instruments == ("专利转化办法",)
    assert found.reasons.programmes == ("蓝天行动",)


def test_an_institution_leaned_on_is_not_what_the_measure_is_about() -> None:
    upper = paper("上", ("建设知识产权保护中心", ["建设知识产权保护中心。"]))
    lower = paper(
        "下",
        ("其他", ["建设知识产权保护中心。", "依托知识产权保护中心，开展商标培训。"]),
    )
    scores = {a.lower_key: a.score for a in aligned(upper, lower)}
    assert scores["下#1.1"] > scores.get("下#1.2", 0.0)


def test_who_puts_an_institution_to_work_runs_it() -> None:
    upper = paper("上", ("保护体系", ["高质量运行国家级知识产权保护中心。"]))
    lower = paper(
        "下",
        ("其他", ["发挥知识产权保护中心职能。", "依托知识产权保护中心，开展商标培训。"]),
    )
    [found] = aligned(upper, lower)
    assert found.lower_key == "下#1.1"
    assert found.reasons.actions == ("运行",)


def test_an_event_is_not_about_what_it_is_held_on() -> None:
    upper = paper("上", ("人才", ["举办地理标志执法人员培训班。"]))
    lower = paper("下", ("其他", ["加强地理标志保护。", "举办专利执法人员培训班。"]))
    scores = {a.lower_key: a.score for a in aligned(upper, lower)}
    assert scores["下#1.2"] > scores.get("下#1.1", 0.0)


def test_the_same_object_protected_is_not_the_same_object_promoted() -> None:
    upper = paper("上", ("地理标志", ["加强地理标志保护，查处侵权行为。"]))
    lower = paper("下", ("地理标志", ["加强地理标志保护。", "地理标志助力乡村振兴。"]))
    scores = {a.lower_key: a.score for a in aligned(upper, lower)}
    assert scores["下#1.1"] > scores["下#1.2"]


def test_where_no_vocabulary_knows_the_field_words_decide() -> None:
    upper = paper("上", ("发展互助养老", ["建设农村幸福院，开展邻里互助。"]))
    lower = paper(
        "下", ("养老", ["支持村级幸福院开展邻里互助服务。"]), ("交通", ["新建公交场站。"])
    )
    found = align(upper, lower, vocabulary=Vocabulary({}), background=bundled_background())
    assert [(a.lower_key, a.method) for a in found] == [("下#1.1", Method.WORDS)]
    assert "幸福院" in [t.words for t in found[0].reasons.terms]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "，，。；",
        "依托",
        "以为依托",
        "《》",
        "为依托以",
        "\ud800",
        "专利" * 5_000,
        "依托以" * 5_000,
    ],
)
def test_odd_texts_are_no_fault(text: str) -> None:
    odd = paper("下", (text, [text, "推进专利转化。"]))
    assert isinstance(aligned(paper("上", ("专利转化", [text, "推进专利转化。"])), odd), tuple)


def test_many_clauses_are_bounded() -> None:
    text = "推进专利转化，" * 3_000
    [found] = aligned(paper("上", ("专利", [text])), paper("下", ("专利", [text])))
    assert found.upper_quote == "推进专利转化"


@pytest.mark.parametrize("empty", [Document("空", ()), Document("空", (Task("空#1", "标题", ()),))])
def test_papers_without_measures_have_no_alignments(empty: Document) -> None:
    full = paper("满", ("专利", ["推进专利转化。"]))
    for upper, lower in ((empty, full), (full, empty)):
        assert aligned(upper, lower) == ()
        assert nearest(upper, lower, vocabulary=bundled(), background=bundled_background()) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_gives_scores_from_0_to_1_and_real_quotes(
    above: list[str], below: list[str]
) -> None:
    upper, lower = paper("上", ("专利", above)), paper("下", ("服务", below))
    for a in aligned(upper, lower):
        assert 0 <= a.score <= 1
        assert 0 <= a.reasons.related <= 1
        assert a.lower_quote in below[int(a.lower_key.rpartition(".")[2]) - 1]
