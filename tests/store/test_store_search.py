"""Full text finds what a plain search in the texts finds, on every store."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.schema import NODES
from kg.store import Findings, LineHit, Store
from kg.store.grams import folded, grams
from kg.store.neo4j.searching import FORMS, SIGNS
from tests.store.conftest import STORES
from tests.store.contributions import CITY, MEASURES, PROVINCE, agency, document

# Few letters, so that texts hold each other; with all that folds, joins or cuts words.
ALPHABET = "专利质押一“”《》()（）·、-*\"'^: \t\u3000\u00a0aAｂBßﬁ①Ⅷ㈠\u200b\x01\x7f𠮷⑴é\u0301"
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=12) | st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), max_size=8
)


def plain_search(store: Store, lines: dict[str, tuple[str, ...]], text: str) -> Findings:
    """Return what looking at every text of a store finds."""
    wanted = folded(text)
    if not wanted:
        return Findings((), ())
    nodes = tuple(
        node
        for node in store.graph().nodes
        if any(
            wanted in folded(str(node.props.get(name, ""))) for name in NODES[node.label].searched
        )
    )
    hits = (
        LineHit(key, number, line)
        for key in sorted(lines)
        for number, line in enumerate(lines[key], 1)
        if wanted in folded(line)
    )
    return Findings(nodes, tuple(hits))


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_find_is_a_plain_search(run_folder: Path, data: st.DataObject) -> None:
    find_as_plain_search("sqlite", run_folder, data)


@pytest.mark.neo4j
@settings(deadline=None, max_examples=15)  # each makes a store anew, which a server does slowly
@given(data=st.data())
def test_find_on_neo4j_is_a_plain_search(run_folder: Path, data: st.DataObject) -> None:
    find_as_plain_search("neo4j", run_folder, data)


def find_as_plain_search(kind: str, run_folder: Path, data: st.DataObject) -> None:
    texts = data.draw(st.lists(TEXTS, max_size=5))
    queries = data.draw(st.lists(TEXTS, min_size=1, max_size=5))
    for text in texts:
        start = data.draw(st.integers(0, len(text)))
        queries.append(text[start : start + data.draw(st.integers(1, 5))])
    with (
        tempfile.TemporaryDirectory() as folder,
        STORES[kind](Path(folder), run_folder) as opener,
        opener() as store,
    ):
        city = document(CITY, texts)
        province = document(PROVINCE, texts[::-1])
        store.write(city)
        store.write(province)
        lines = {c.document_key: c.lines for c in (city, province)}
        for query in (*queries, *texts):
            assert store.find(query) == plain_search(store, lines, query)
        store.delete_document(PROVINCE)
        for query in queries:
            assert store.find(query) == plain_search(store, {CITY: city.lines}, query)


@pytest.mark.parametrize(
    ("query", "measures"),
    [
        ("专利", [1, 3]),
        ("质押融资", [1]),
        ("押", [1]),
        ("。", [1]),
        ("“一站式”", [3]),
        ("《知识产权强国", [2]),
        ("》", [2]),
        ("pct国际", [3]),
        ("ＰＣＴ 国际　专利", [3]),
        ("2021-2035", [2]),
        ("2021－2035", [2]),
        ("地理标志", []),
        ("专 利", [1, 3]),
    ],
)
def test_words_of_any_length_and_punctuation_are_found(
    store: Store, query: str, measures: list[int]
) -> None:
    store.write(document())
    found = store.find(query)
    assert [n.key for n in found.nodes if n.label == "Measure"] == [
        f"{CITY}#1.{seq}" for seq in measures
    ]
    assert found.lines == tuple(LineHit(CITY, m + 1, MEASURES[m - 1]) for m in measures)


# Compatibility ideographs and radicals look the same as what they are folded to.
FORMED = ("专\uf9dd转化", "加\u2f12保护", "㈱企业", "㊗贺", "专\u0301利", "专 利", "一\u2f00\u3192")


@pytest.mark.parametrize(
    ("query", "measures"),
    [
        ("专利", [1, 6]),
        ("力", [2]),
        ("加力保护", [2]),
        ("加力保戸", []),
        ("株", [3]),
        ("企业", [3]),
        ("祝贺", [4]),
        ("专", [1, 5, 6]),
        ("一一", [7]),
        ("\uf9dd", [1, 5, 6]),
    ],
)
def test_characters_in_any_of_their_forms_are_found(
    store: Store, query: str, measures: list[int]
) -> None:
    store.write(document(measures=FORMED))
    found = store.find(query)
    assert [n.key for n in found.nodes] == [f"{CITY}#1.{seq}" for seq in measures]
    assert [hit.line for hit in found.lines] == [seq + 1 for seq in measures]


def test_what_is_folded_to_chinese_characters_is_known() -> None:
    """A newer Unicode may add some: then the ranges have to follow."""
    known = {chr(code) for first, last in (*FORMS, *SIGNS) for code in range(first, last + 1)}
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if char not in known and not 0xD800 <= code < 0xE000 and folded(char) != char:
            assert not any("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in folded(char))


@pytest.mark.parametrize("query", ["", " ", "\u3000\n", "\ud800", "专\ud800", "\0"])
def test_an_empty_or_impossible_text_finds_nothing(store: Store, query: str) -> None:
    store.write(document())
    assert store.find(query) == Findings((), ())


def test_a_shared_node_is_found_once(store: Store) -> None:
    store.write(document(CITY))
    store.write(document(PROVINCE))
    assert store.find("金融监管局") == Findings((agency("市金融监管局"),), ())


def test_a_very_long_text_is_found(store: Store) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(5_000))
    store.write(document(measures=(text,)))
    assert [hit.line for hit in store.find(text).lines] == [2]
    assert [hit.line for hit in store.find(text[1:]).lines] == [2]
    assert store.find(text + "乙").lines == ()


@given(TEXTS)
def test_every_character_begins_a_gram(text: str) -> None:
    found = grams(folded(text))
    assert len(found) == len(folded(text))
    assert not any(mark in gram for gram in found for mark in "()-*:^ \"'")
    assert bool(found) is bool(folded(text))
    assert all(1 <= len(gram) <= 2 and not gram.isspace() for gram in found)
    assert sum(len(gram) == 1 for gram in found) == bool(found)
