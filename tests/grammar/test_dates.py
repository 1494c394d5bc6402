"""Deadlines: what their words mean, and what they do not."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.dates import looks_like_deadline, read_timing

_MONTH_CELLS = [
    "2025年6月",
    "2025年6月底前",
    "2025年6月底前完成",
    "2025.6",
    "2025/6",
    "2025-06",
    "２０２５年６月",
    "（2025年6月底前完成）",
    "2025 年 6 月",
    "二〇二五年六月",
    "2025年06月末",
    "2025年6月前",
    "力争2025年6月底前完成",
    "于2025年6月底之前完成。",
    "202506",
]


@pytest.mark.parametrize("text", _MONTH_CELLS)
def test_a_month_falls_due_on_its_last_day(text: str) -> None:
    timing = read_timing(text)
    assert timing is not None
    assert (timing.key, timing.precision) == ("2025-06", "month")
    assert (timing.due_on, timing.start_on) == (date(2025, 6, 30), None)


@pytest.mark.parametrize(
    ("text", "key", "precision", "due"),
    [
        ("2025年6月30日前", "2025-06-30", "day", "2025-06-30"),
        ("2025-06-30", "2025-06-30", "day", "2025-06-30"),
        ("2025-06-30 00:00:00", "2025-06-30", "day", "2025-06-30"),
        ("2025/6/30", "2025-06-30", "day", "2025-06-30"),
        ("2025.6.30前完成", "2025-06-30", "day", "2025-06-30"),
        ("二〇二五年十二月三十一日前", "2025-12-31", "day", "2025-12-31"),
        ("2024年2月", "2024-02", "month", "2024-02-29"),
        ("2025年2月底前", "2025-02", "month", "2025-02-28"),
        ("2025年6月上旬", "2025-06上旬", "month", "2025-06-10"),
        ("2025年6月下旬", "2025-06下旬", "month", "2025-06-30"),
        ("2025年第三季度", "2025-Q3", "quarter", "2025-09-30"),
        ("2025年三季度末", "2025-Q3", "quarter", "2025-09-30"),
        ("2025年Q3", "2025-Q3", "quarter", "2025-09-30"),
        ("2025年上半年", "2025-H1", "half_year", "2025-06-30"),
        ("2025年下半年完成", "2025-H2", "half_year", "2025-12-31"),
        ("2025年底前", "2025", "year", "2025-12-31"),
        ("2025年年底前", "2025", "year", "2025-12-31"),
        ("2025年末", "2025", "year", "2025-12-31"),
        ("2025年内", "2025", "year", "2025-12-31"),
        ("2025年", "2025", "year", "2025-12-31"),
        ("2025年度", "2025", "year", "2025-12-31"),
        ("即日起至2025年12月底", "2025-12", "month", "2025-12-31"),
    ],
)
def test_a_time_of_its_own(text: str, key: str, precision: str, due: str) -> None:
    timing = read_timing(text)
    assert timing is not None
    assert (timing.key, timing.precision, str(timing.due_on)) == (key, precision, due)


@pytest.mark.parametrize(
    ("text", "key", "start", "due"),
    [
        ("2023年1月至2025年6月", "2023-01..2025-06", "2023-01-01", "2025-06-30"),
        ("2023—2025年", "2023..2025", "2023-01-01", "2025-12-31"),
        ("2023-2025", "2023..2025", "2023-01-01", "2025-12-31"),
        ("2025年6—12月", "2025-06..2025-12", "2025-06-01", "2025-12-31"),
        ("2025.6-2025.12", "2025-06..2025-12", "2025-06-01", "2025-12-31"),
        ("2025年5月至10月", "2025-05..2025-10", "2025-05-01", "2025-10-31"),
        ("2025年一至三季度", "2025-Q1..2025-Q3", "2025-01-01", "2025-09-30"),
    ],
)
def test_ranges_have_a_first_day(text: str, key: str, start: str, due: str) -> None:
    timing = read_timing(text)
    assert timing is not None
    assert (timing.key, timing.precision) == (key, "range")
    assert (str(timing.start_on), str(timing.due_on)) == (start, due)


@pytest.mark.parametrize(
    ("text", "key", "first", "last"),
    [
        ("“十五五”时期", "十五五", 2026, 2030),
        ("十四五期间", "十四五", 2021, 2025),
        ("“十四五”末", "十四五", 2021, 2025),
        ("“十三五”", "十三五", 2016, 2020),
    ],
)
def test_a_five_year_plan_is_computed_from_its_ordinal(
    text: str, key: str, first: int, last: int
) -> None:
    timing = read_timing(text)
    assert timing is not None
    assert (timing.key, timing.precision) == (key, "period")
    assert (timing.start_on, timing.due_on) == (date(first, 1, 1), date(last, 12, 31))


@pytest.mark.parametrize(
    "text", ["持续推进", "长期坚持", "长期", "常态化", "持续", "长期坚持、持续推进"]
)
def test_what_goes_on_has_no_last_day(text: str) -> None:
    timing = read_timing(text)
    assert timing is not None
    assert (timing.key, timing.precision, timing.due_on) == ("continuous", "continuous", None)


def test_what_begins_and_goes_on_has_a_first_day() -> None:
    timing = read_timing("2025年6月起持续推进")
    assert timing is not None
    assert (timing.key, timing.start_on, timing.due_on) == ("2025-06..", date(2025, 6, 1), None)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("每年10月底前", "yearly-10"),
        ("每年9月底前完成", "yearly-09"),
        ("每年12月31日前", "yearly-12-31"),
        ("每年年底前", "yearly-12"),
        ("每年第一季度", "yearly-Q1"),
        ("每年上半年", "yearly-H1"),
        ("每年2月29日前", "yearly-02-29"),
        ("每年", "yearly"),
        ("每季度", "quarterly"),
        ("每季度末", "quarterly"),
        ("每月", "monthly"),
        ("每月25日前", "monthly-25"),
        ("每半年", "half-yearly"),
    ],
)
def test_what_comes_again(text: str, key: str) -> None:
    timing = read_timing(text)
    assert timing is not None
    assert (timing.key, timing.precision, timing.due_on) == (key, "recurring", None)


@pytest.mark.parametrize(
    "text", ["年底前", "6月底前", "第三季度", "上半年", "12月31日前", "今年6月底前"]
)
def test_without_a_year_the_words_stay(text: str) -> None:
    timing = read_timing(text)
    assert timing is not None
    assert (timing.key, timing.precision, timing.due_on) == (text, "relative", None)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("年底前", "2025"),
        ("6月底前", "2025-06"),
        ("第三季度", "2025-Q3"),
        ("上半年", "2025-H1"),
        ("12月31日前", "2025-12-31"),
        ("6月至8月", "2025-06..2025-08"),
        ("年内", "2025"),
    ],
)
def test_with_a_year_the_words_are_a_time(text: str, key: str) -> None:
    timing = read_timing(text, 2025)
    assert timing is not None
    assert timing.key == key


@pytest.mark.parametrize(
    "text", ["自印发之日起3个月内", "印发后6个月内", "方案印发之日起30个工作日内", "三个月内"]
)
def test_time_from_an_event_is_relative_in_any_year(text: str) -> None:
    timing = read_timing(text, 2025)
    assert timing is not None
    assert (timing.precision, timing.due_on) == ("relative", None)


@pytest.mark.parametrize(
    "text",
    [
        "2025年13月",
        "2025年2月30日",
        "2025年0月",
        "2月30日",
        "2101年",
        "1948年12月",
        "2025年6月、12月",
        "每年3月、9月",
        "每年13月",
        "每月32日",
        "每月0日",
        "每年2月30日",
        "2025年6月底前完成方案，2025年12月底前完成建设",
        "2025年6月底前，并长期坚持",
        "2025年12月至2025年6月",
        "适时",
        "从2024年起至2026年底",
        "市财政局",
        "",
        "/",
        "—",
        "2025年" * 10_000,
        "9" * 5_000,
    ],
)
def test_what_is_not_clear_is_not_guessed(text: str) -> None:
    assert read_timing(text) is None
    assert read_timing(text, 2025) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025年13月",
        "2月30日",
        "每年3月、9月",
        "2025年6月底前，并长期坚持",
        "年底前",
        "持续推进",
        "2025年6月底前完成",
        "2025-06-30",
    ],
)
def test_cells_that_say_when(text: str) -> None:
    assert looks_like_deadline(text)


@pytest.mark.parametrize(
    "text",
    [
        "市财政局",
        "3",
        "2025",
        "各县（市）区政府",
        "",
        "/",
        "一、总体要求",
        "2025年度知识产权工作要点",
        "1.",
        "持续提升专利预审质量效率",
        "年度工作",
        "高新区管委会",
        "前",
    ],
)
def test_cells_that_do_not_say_when(text: str) -> None:
    assert not looks_like_deadline(text)


@given(
    st.integers(1949, 2100),
    st.integers(1, 12),
    st.sampled_from(["{}年{}月", "{}年{}月底前", "{}-{:02}", "{}.{}", "{}年 {} 月底前完成"]),
)
def test_every_month_ends_on_its_last_day(year: int, month: int, form: str) -> None:
    timing = read_timing(form.format(year, month))
    assert timing is not None
    assert timing.due_on == date(year, month, monthrange(year, month)[1])


@given(st.dates(date(1949, 1, 1), date(2100, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    for text in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日前"):
        timing = read_timing(text)
        assert timing is not None
        assert (timing.due_on, timing.precision) == (day, "day")


_PIECES = st.sampled_from(
    [
        *list("0123456789年月日季度底末前上下半至到—-./起每第一二三四五十〇、，。（）“”"),
        "2025",
        "完成",
        "持续",
        "推进",
        "十五五",
        "时期",
        "个月内",
        "印发",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join), st.none() | st.integers(-5, 3000))
def test_any_mixture_is_a_time_or_none(text: str, year: int | None) -> None:
    timing = read_timing(text, year)
    looks_like_deadline(text)
    if timing is None:
        return
    assert timing.key
    if timing.due_on and timing.start_on:
        assert timing.start_on <= timing.due_on
    if timing.precision in ("continuous", "recurring", "relative"):
        assert timing.due_on is None


@given(st.text(max_size=80))
def test_any_text_is_a_time_or_none(text: str) -> None:
    timing = read_timing(text)
    assert timing is None or timing.key
