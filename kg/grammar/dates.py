"""Deadlines: what the words of a deadline cell or phrase mean.

A text is understood whole or not at all. What names two times, an impossible day or a year out of
reach gives None: the words are kept elsewhere, and a reader is better served by «not understood»
than by a guess. The result is never more precise than the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from kg.grammar.numerals import read_number
from kg.grammar.recurrence import continuous, recurring
from kg.grammar.timespan import Span, plan_of, span_in
from kg.model import Precision, Timing

_LONGEST = 60
"""Longest text that can be one deadline, in characters."""

_DASHES = str.maketrans(dict.fromkeys("—–―‐‑‒−~～﹣－_", "-"))
_QUOTES = str.maketrans(dict.fromkeys("“”\"'‘’「」『』《》", ""))
_OUTER = "。，；、：,;:.()[]【】〔〕<>·"
_DIGIT_YEAR = re.compile(r"([〇零○Oo一二三四五六七八九]{4})(?=年)")
_SMALL_NUMBER = re.compile(r"([一二三四五六七八九十]{1,3})(?=[月日号])")

_BEFORE = re.compile(
    r"(?:时间|期限|时限|计划|力争|确保|争取|原则上|最迟|不晚于|不迟于|截至|截止|至迟|预计|拟"
    r"|即日起|[至到在于]){1,4}"
)
_AFTER = re.compile(
    r"(?:之前|以前|前|为止|止)?(?:并)?(?:全部|基本|全面|按时|组织|初步)?"
    r"(?:(?:完成|建成|实现|落实到位|落实|办结|取得实效|到位)(?:任务|工作)?)?"
)
_YEAR = r"(?:(?P<year>[0-9]{4})年?度?|(?P<this>今年|本年度?|当年))?"
_POINT = re.compile(
    _YEAR + r"(?:(?P<month>[0-9]{1,2})月份?"
    r"(?:(?P<day>[0-9]{1,2})[日号]|(?P<third>[上中下]旬)|月?[底末内])?"
    r"|(?:第?(?P<quarter>[1-4一二三四])季度?|[Qq](?P<q>[1-4]))[底末内]?"
    r"|(?P<half>[上下])半年[底末内]?"
    r"|(?P<whole>年?[底末内终]|全年|年度内|内)?)"
)
_NUMERIC = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[-./])(?P<month>[0-9]{1,2})"
    r"(?:(?P=mark)(?P<day>[0-9]{1,2})[日号]?(?:T?00:00(?::00)?)?)?[底末]?"
)
_COMPACT = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?")
_PERIOD = re.compile(
    r"(?P<plan>[一二三四五六七八九十]{1,3})五(?:规划)?(?:时期|期间|期末|末期|末|期|内)?[内末]?"
)
_START = re.compile(r"(?:从|自)?(?P<from>[^起]{4,20})起(?:[,，]?(?P<on>.{2,20}))?")
_RELATIVE = re.compile(
    r"[^0-9]{0,30}(?:[0-9]{1,4}|[一二三四五六七八九十两半]{1,3})个?"
    r"(?:年|月|日|天|周|星期|季度|工作日)(?:之内|以内|内)"
)

_TIME_WORDS = re.compile(
    r"[0-9]{4}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?|[0-9]{4}年|[0-9]{1,4}个?(?:月|日|号|天|工作日|周)"
    r"|[0-9]{4}|[今本当]年|[Qq][1-4]|第?[1-4一二三四]季度|[上下]半年|[上中下]旬|每|按年|按季度?|按月"
    r"|年底|年末|年内|全年|月底|月末|季度|年|月|持续|长期|常态化|[一二三四五六七八九十]{1,3}五(?:时期|期间)"
)
_OTHER_WORDS = re.compile(
    r"之前|以前|之日|印发|即日|起|至|到|底|末|内|前|完成|推进|坚持|开展|实施|基本|全部|全面|并|和|其中"
    r"|取得|阶段性|成效|成果|第[一二三1-3]阶段|分阶段|逐步|力争|确保|[-—,，;；、。.:：()（）\[\]/]"
)


def read_timing(text: str, default_year: int | None = None) -> Timing | None:
    """Return what a whole deadline cell or phrase means; None when it is not understood.

    Parameters
    ----------
    text
        A deadline and nothing else: 2025年6月底前完成, 第三季度, 每年10月底前, 持续推进.
    default_year
        The year that words without one speak of (年底前, 6月底前). Without it they are kept as
        they are: ``relative``, no last day.

    Examples
    --------
    >>> timing = read_timing("2025年6月底前完成")
    >>> timing.key, timing.precision.value, timing.due_on.isoformat()
    ('2025-06', 'month', '2025-06-30')
    >>> [read_timing(t).key for t in ("二O二五年底前", "2025年三季度", "2023年1月至2025年6月")]
    ['2025', '2025-Q3', '2023-01..2025-06']
    >>> [read_timing(t).key for t in ("每年10月底前", "持续推进", "“十五五”时期")]
    ['yearly-10', 'continuous', '十五五']
    >>> read_timing("2025年2月30日前") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    words = _plain(text)
    if not words:
        return None
    return (
        _absolute(words, default_year)
        or recurring(words)
        or continuous(words)
        or _starting(words, default_year)
        or _relative(words)
    )


def looks_like_deadline(text: str) -> bool:
    """Tell whether a whole cell says when, also when :func:`read_timing` cannot make it out.

    Examples
    --------
    >>> [looks_like_deadline(t) for t in ("2025年13月", "2025年6月底前，并长期坚持", "年底前")]
    [True, True, True]
    >>> [looks_like_deadline(t) for t in ("市财政局", "3", "2025年度工作要点", "")]
    [False, False, False, False]
    """
    if len(text) > _LONGEST:
        return False
    words = _plain(text)
    if not words or words.isdigit():
        return False
    if read_timing(text) is not None:
        return True
    rest, times = _TIME_WORDS.subn("", words)
    return times > 0 and not _OTHER_WORDS.sub("", rest)


def _plain(text: str) -> str:
    """One form for all: ASCII digits and dashes, no white space, quotes or outer marks."""
    words = "".join(normalize("NFKC", text).split()).translate(_DASHES).translate(_QUOTES)
    words = _DIGIT_YEAR.sub(_as_digits, words)
    return _SMALL_NUMBER.sub(_as_digits, words).strip(_OUTER)


def _as_digits(found: re.Match[str]) -> str:
    number = read_number(
        re.sub("[Oo]", "〇", found[1])
    )  # 二O二五年 is typed as often as 二〇二五年
    return found[1] if number is None else str(number)


def _absolute(words: str, default_year: int | None) -> Timing | None:
    """Read a day, month, …, range or five-year period, after words that only lead up to it."""
    lead = _BEFORE.match(words)
    starts = {0, lead.end() if lead else 0}
    for start in sorted(starts):
        core = words[start:]
        span = _point(core, default_year) or _range(core, default_year) or _period(core)
        if span is not None:
            return span.timing
    return None


def _period(words: str) -> Span | None:
    found = _PERIOD.match(words)
    if found is None or not _only_tail(words[found.end() :]):
        return None
    ordinal = read_number(found["plan"])
    return None if ordinal is None else plan_of(ordinal, f"{found['plan']}五")


def _only_tail(words: str) -> bool:
    """Tell whether nothing but 前, 完成 and the like is left."""
    return _AFTER.fullmatch(words.strip(_OUTER)) is not None


def _point(words: str, default_year: int | None) -> Span | None:
    for form in (_NUMERIC, _COMPACT, _POINT):
        found = form.match(words)
        if found and found.end() and _only_tail(words[found.end() :]):
            return _span(found.groupdict(), default_year)
    return None


def _span(parts: dict[str, str | None], default_year: int | None) -> Span | None:
    year = int(parts["year"] or 0) or default_year
    return None if year is None else span_in(year, parts)


def _range(words: str, default_year: int | None) -> Span | None:
    for left, right in _halves(words):
        first = _point(left, default_year)
        if first is None:
            continue
        last = _point(right, first.start.year)
        if last is not None and first.start < last.due:
            return first.until(last)
    return None


def _halves(words: str) -> Iterator[tuple[str, str]]:
    """Both sides of each 至, 到 or dash; the left one also with the unit of the right (6-12月)."""
    for mark in re.finditer(r"[-至到]{1,2}", words):
        left, right = words[: mark.start()].lstrip("从自"), words[mark.end() :]
        yield left, right
        unit = re.search(r"季度|[月日]", right)
        if unit:
            yield left + unit[0], right


def _starting(words: str, default_year: int | None) -> Timing | None:
    """Read a time that only begins: 2025年6月起持续推进."""
    found = _START.fullmatch(words)
    if found is None or (found["on"] and continuous(found["on"]) is None):
        return None
    span = _point(found["from"], default_year)
    if span is None:
        return None
    return Timing(f"{span.key}..", Precision.CONTINUOUS, start_on=span.start)


def _relative(words: str) -> Timing | None:
    """Keep words whose day depends on something outside them: 自印发之日起3个月内, 年底前."""
    core = re.sub(r"(?:完成|办结)$", "", words)
    found = _RELATIVE.fullmatch(core)
    # Without a known year: good words, if they would be a time in a year that is known.
    if found or _absolute(words, 2024) is not None:
        return Timing(core, Precision.RELATIVE)
    return None
