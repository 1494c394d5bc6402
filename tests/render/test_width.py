"""Text laid out by the columns it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.render.width import columns, pad, printable, wrap

TEXTS = st.text(alphabet="专利，。（）》a1 -%é\u0301", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("LEADS", 5), ("牵头", 4), ("（知识产权局）", 14), ("ＰＣＴ", 6), ("e\u0301", 1),
     ("a\u200bb", 2), ("ｱ", 1), ("𠮷", 2), ("—…“”", 4)],
)  # fmt: skip
def test_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@given(TEXTS, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(8, 40))
def test_no_line_begins_with_a_closing_mark(text: str, width: int) -> None:
    tidy = text.replace("，", "").replace("。", "").replace("》", "").replace("）", "")
    marked = tidy.replace("专", "专，")
    starts = [line[0] for line in wrap(marked, width)[1:] if line]
    assert "，" not in starts


def test_short_text_stays_on_one_line() -> None:
    assert wrap("专利转化", 8) == ["专利转化"]
    assert wrap("", 8) == [""]


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("推动 blockchain 应用", 12) == ["推动", "blockchain", "应用"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_pad_counts_columns() -> None:
    assert pad("牵头", 6) == "牵头  "
    assert pad("48", 6, right=True) == "    48"
    assert pad("牵头单位", 4) == "牵头单位"


@given(st.text(max_size=40))
def test_nothing_printable_steers_the_screen(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) <= 0x9F for c in shown)
    assert not set(shown) & set("\u202e\u2066\u200f\u2028")


def test_wrapping_takes_time_in_proportion_to_the_text() -> None:
    short, long = "专利，a1 " * 2_000, "专利，a1 " * 8_000
    assert len(wrap(long, 40)) == pytest.approx(4 * len(wrap(short, 40)), rel=0.01)
