"""How reports name a measure by its first words: long enough to tell it, never cut within marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.clause import opening

PIECES = (
    "推进专利",
    "“专利、转化”",
    "《促进办法》",
    "（试点）",
    "，",
    "、",
    "。",
    "2025年",
    "RCEP",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "综合运用多种手段，加大对刑事违法犯罪的打击力度。",
            "综合运用多种手段，加大对刑事违法犯罪的打击力度",
        ),
        (
            "加强行政执法部门与司法机关之间，以及行政执法部门间的协作配合，建立案件会商机制。",
            "加强行政执法部门与司法机关之间，以及行政执法部门间的协作配合…",
        ),
        (
            "组织实施“智领未来，创新发展”科技特派员服务乡村行动，选派科技特派员二千名。",
            "组织实施“智领未来，创新发展”科技特派员服务乡村行动…",
        ),
        (
            "依托省级检验检测中心，集聚检验检测认证资源和人才优势，打造公共服务平台，面向中小企业开放。",
            "依托省级检验检测中心，集聚检验检测认证资源和人才优势…",
        ),
        (
            "与省司法厅联合出台《关于加强新时代养老服务行政执法能力建设的实施方案》，开展培训。",
            "与省司法厅联合出台《关于加强新时代养老服务行政执法能力建设的实施方案》…",
        ),
        (
            "支持各类经营主体参与城乡适老化改造和养老服务设施建设并在全省范围内推广经验",
            "支持各类经营主体参与城乡适老化改造和养老服务设施建设并在全省…",
        ),
    ],
)
def test_the_first_words_tell_what_is_to_be_done(text: str, words: str) -> None:
    assert opening(text) == words


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_nothing_that_belongs_together_is_cut(pieces: list[str]) -> None:
    text = "".join(pieces)
    words = opening(text)
    assert len(words) <= 61
    assert text.startswith(words.removesuffix("…"))
    for left, right in ("“”", "《》", "（）"):
        assert words.count(left) == words.count(right)
    rest = text[len(words.removesuffix("…")) :]
    assert not (re.search(r"[0-9A-Z]…$", words) and re.match(r"[0-9A-Z年]", rest))
    if not words.endswith("…"):
        assert rest.strip("，。") == ""


@given(st.text(max_size=200))
def test_any_text_has_an_opening(text: str) -> None:
    words = opening(text)
    assert "\n" not in words
    assert len(words) <= 61
