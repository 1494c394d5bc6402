"""What a search found, with the words marked."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.hits import hits, marked, spans_of, unmarked
from kg.store.base import Store
from tests.analysis.sample import CITY, LIST

WORDS = st.text(alphabet="专利ＰpＣ １1ﬁ。（", min_size=0, max_size=12)


def folded(text: str) -> str:
    return "".join(normalize("NFKC", text).casefold().split())


def test_nodes_and_the_lines_they_do_not_cover(store: Store) -> None:
    nodes, lines = hits(store.find("专利"), "专利").parts
    assert [(r["key"], r["property"]) for r in nodes.rows] == [
        (LIST, "title"),
        (f"{LIST}#1", "text"),
        (f"{CITY}/一/1", "title"),
        (f"{CITY}/一/1#1", "text"),
        (f"{CITY}/一/1#2", "text"),
    ]
    assert [(r["document"], r["line"]) for r in lines.rows] == [(LIST, 1), (CITY, 7)]
    assert lines.rows[1]["text"] == "备注：【专利】指发明【专利】"


def test_width_and_case_make_no_difference(store: Store) -> None:
    nodes, _ = hits(store.find("pct专利"), "pct专利").parts
    assert [r["text"] for r in nodes.rows] == ["支持企业申请【ＰＣＴ专利】，2025年底前不少于20件。"]


def test_data_formats_get_the_text_as_it_stands_and_the_spans(store: Store) -> None:
    _, lines = hits(store.find("专利"), "专利", unmarked).parts
    assert lines.rows[1]["text"] == "备注：专利指发明专利"
    assert lines.rows[1]["spans"] == ("3-5", "8-10")


@pytest.mark.parametrize("words", ["", "  ", "无"])
def test_no_span_without_a_match(words: str) -> None:
    assert spans_of("开展专利转化", words) == []


@given(WORDS, WORDS)
def test_there_is_a_span_exactly_where_a_plain_search_finds_the_words(
    text: str, words: str
) -> None:
    spans = spans_of(text, words)
    assert bool(spans) == bool(folded(words) and folded(words) in folded(text))
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert folded(words) in folded(text[start:end])
    assert marked(text, spans).replace("【", "").replace("】", "") == text
