"""Numerals as documents print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.numerals import missing_numbers, read_number, section_number

_DIGITS = "零一二三四五六七八九"


def _in_words(number: int) -> str:
    """Write 1 to 9,999 the way a careful writer does."""
    words, zero = "", False
    for unit, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if zero and words else "") + _DIGITS[digit] + mark
            zero = False
        else:
            zero = True
    return words.removeprefix("一") if 10 <= number < 20 else words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("九十九", 99),
        ("一百一十", 110),
        ("一百零三", 103),
        ("两千", 2000),
        ("三万五千", 35_000),
        ("三万零五百", 30_500),
        ("一亿二千万", 120_000_000),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("〇", 0),
        ("零", 0),
        ("14", 14),
        ("３７００", 3700),
        (" 18 ", 18),
        ("15亿", 1_500_000_000),
        ("999999999999", 999_999_999_999),
    ],
)
def test_reads_numbers(text: str, number: int) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "附件",
        "二三",
        "一百二",
        "十十",
        "百",
        "一千五",
        "一零",
        "1234567890123",
        "9" * 5000,
        "一" * 30,
        "-3",
        "3.5",
        "二十年",
        "万",
        "千一百",
    ],
)
def test_what_is_no_number_gives_none(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(1, 9999))
def test_words_for_a_number_read_back(number: int) -> None:
    assert read_number(_in_words(number)) == number
    assert read_number(f"{_in_words(number)}万") == number * 10_000


@given(st.text(max_size=40))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    assert read_number(text) is None or isinstance(read_number(text), int)
    assert section_number(text) is None or isinstance(section_number(text), int)


@pytest.mark.parametrize(
    "form", ["{}、", "（{}）", "({})", "{}.", "{}．", "第{}章", "第{}条", "{}"]
)
@pytest.mark.parametrize(("printed", "number"), [("七", 7), ("二十一", 21), ("7", 7), ("２１", 21)])
def test_headings_are_numbered_alike_in_any_marks(form: str, printed: str, number: int) -> None:
    assert section_number(form.format(printed)) == number


@pytest.mark.parametrize(
    ("printed", "number"), [("①", 1), ("⑳", 20), ("㈤", 5), ("⒊", 3), ("⑷", 4)]
)
def test_one_character_numbers(printed: str, number: int) -> None:
    assert section_number(printed) == number


def test_a_title_is_no_number() -> None:
    assert section_number("一、着力抓好国家战略部署的落实") is None


def test_missing_numbers_are_those_left_out() -> None:
    assert missing_numbers([1, 2, 3]) == ()
    assert missing_numbers([1, 4, 4, 6]) == (2, 3, 5)
    assert missing_numbers([]) == ()


def test_a_misread_number_does_not_make_endless_gaps() -> None:
    assert len(missing_numbers([1, 999_999_999_999])) == 100
