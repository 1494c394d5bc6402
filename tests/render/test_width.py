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


PIECES = st.lists(st.sampled_from(["专利", "（试点）", "“转化”", "《办法》", "，"]), max_size=20)


@given(PIECES, st.integers(8, 40))
def test_no_line_ends_with_an_opening_mark(pieces: list[str], width: int) -> None:
    lines = wrap("".join(pieces), width)
    assert not {line[-1] for line in lines if line} & set("（“《")


@pytest.mark.parametrize("width", range(20, 40))
@pytest.mark.parametrize("day", ["2025年12月31日", "2025年6月", "2025年", "2025-06-30"])
def test_no_date_is_broken(width: int, day: str) -> None:
    lines = wrap(f"推进专利转化运用（截至{day}），完成{day}的目标。", width)
    assert sum(line.count(day) for line in lines) == 2
    assert all(line[0] not in "），" and line[-1] != "（" for line in lines)


def test_short_text_stays_on_one_line() -> None:
    assert wrap("专利转化", 8) == ["专利转化"]
    assert wrap("", 8) == [""]


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("推动 blockchain 应用", 12) == ["推动", "blockchain", "应用"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("2025年6月", 6) == ["2025年", "6月"]


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
