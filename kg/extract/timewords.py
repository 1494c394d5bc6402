"""Words of time in a text: dates, cycles, stretches of time, and years that are behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from .passage import Passage, Stretch

_COUNT = r"(?:[0-9]{1,3}|[一二三四五六七八九十两半几数]{1,3})"
_ZEROS = "〇零○O0"
_NOT_INSIDE = rf"(?<![0-9A-Z{_ZEROS}])"
_FULL_YEAR = rf"{_NOT_INSIDE}(?:20[0-9]{{2}}|二[{_ZEROS}][一二三四五六七八九{_ZEROS}]{{2}})年度?"
_SHORT_YEAR = rf"{_NOT_INSIDE}[0-9]{{2}}年(?=[0-9]{{1,2}}月)"
_RELATIVE_YEAR = r"(?:今年度?|本年度?|明年度?|次年|翌年|来年|当年)"
_YEAR = rf"(?:{_FULL_YEAR}|{_SHORT_YEAR}|{_RELATIVE_YEAR})"
_MONTH = r"(?:(?<![0-9])[0-9]{1,2}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2})月份?"
_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]"
_PART = (
    rf"(?:{_MONTH}(?:{_DAY}(?:24时)?|[上中下]旬)?[底末]?"
    r"|第?[一二三四1-4]季度[末底]?|[上下]半年[末底]?)"
)
_YEAR_END = r"(?<![0-9一二三四五六七八九十百千万老青少中成学周历财])年[底末终](?![蕴色子层座数板])"
_DATE = rf"(?:{_YEAR}(?:{_PART}|年?[底末终])?|{_PART}|{_YEAR_END})"
_BY = r"(?:之前|以前|前|为止|止|之内|以内|内)"
_TO = r"[至到—–~-]{1,2}"
_RANGE = (
    rf"(?:{_NOT_INSIDE}20[0-9]{{2}}{_TO}20[0-9]{{2}}年"
    rf"|(?:{_YEAR})?(?<![0-9])[0-9]{{1,2}}{_TO}[0-9]{{1,2}}月份?|{_DATE}{_TO}{_DATE})"
)
_EVENT = (
    r"“?(?:元旦|春节|清明|五一|劳动节|端午|中秋|国庆|双节|(?:主)?汛期?|入汛|入冬|(?:采暖|供暖)[季期]"
    r"|(?:[春秋]季)?学期(?:开学)?|(?:[春秋]季)?开学|暑假|暑期|寒假|高考|中考|春耕|春播|夏收|三夏|秋收|秋播)"
    r"”?节?(?:来临|到来)?"
)


class Kind(Enum):
    """What words of time speak of; the value is the form of the words.

    Where two forms begin at one place, the one further up is taken.
    """

    # Before the year of the paper: 去年底.
    PAST = rf"(?:(?:去|前|往|历)年|上一?年)度?(?:{_PART}|[底末终初])?{_BY}?"
    # Counted from an event.
    AFTER = (
        r"(?:自|从)?[^，。；、：“”《》（）\n]{0,12}"
        r"(?:之日起|印发后|发布后|施行后|实施后|下发后)"
        rf"{_COUNT}个?(?:工作日|日|天|月|年|周)(?:内|之内|以内)"
    )
    # A five-year period, or its end.
    PLAN = r"“?[一二三四五六七八九十]{1,3}五”?(?:规划)?(?:时期|期间|期末|末期|末|内)[前内]?"
    # Something of which another calendar knows the day, or before it: 汛期前.
    EVENT = (
        rf"(?:{_FULL_YEAR}|[今明]年){_EVENT}(?:之前|以前|前(?!后))?"
        rf"|{_EVENT}(?:之前|以前|前(?!后))"
    )
    # Alone in a bracket: what goes on, or comes again.
    GOING_ON = r"(?<=[（：])(?:持续|长期|常态|每)[^（），。；：\n]{1,9}(?=）)"
    YEARLY = rf"每年度?(?:{_RANGE}|{_PART}|年?[底末终]){_BY}?"
    # A day of every month, quarter, ….
    CYCLE = rf"每(?:个?季度?|个?月|周|半年)(?:{_DAY}|[底末])?(?:之前|以前|前)"
    RANGE = rf"{_RANGE}{_BY}?"
    DATE = rf"(?:{_DATE}|(?<![0-9一二三四五六七八九十两半几数近])年内|年度内|全年){_BY}?"
    # From now on: 三年内.
    WITHIN = rf"(?<![0-9近前后业校满]){_COUNT}(?:年|个月)(?:之内|以内|内)"
    # A length of time, which says nothing of when.
    OTHER = rf"{_NOT_INSIDE}近?{_COUNT}年(?:以[上下来内前])?"


def _any_of(kinds: Iterable[Kind]) -> str:
    return "|".join(f"(?P<{kind.name}>{kind.value})" for kind in kinds)


_FIRST_CHARACTERS = (
    "0-9一二三四五六七八九十两半几数近年全第上下今本明来次翌当去前往历每“持长常"
    "元春清劳端中秋国双主汛入采供学开暑寒高夏"
)
_WORDS = re.compile(
    rf"(?=[{_FIRST_CHARACTERS}])(?:{_any_of(k for k in Kind if k is not Kind.AFTER)})"
)
_WORDS_OR_AFTER = re.compile(_any_of(Kind))
_AFTER = re.compile(r"之日起|[发布行施]后")
_BY_AT_END = re.compile(rf"{_BY}$")
_YEAR_AT_START = re.compile(_YEAR)
_DATE_CHARACTERS = frozenset(
    "0123456789OO〇零○一二三四五六七八九十年月日号度季旬上中下半底末终初前之以内为止至到—–~-今明本次翌当来去往历每第时两几近"
)
_BEFORE, _BEHIND = 24, 14
"""How far around a sign of time (年, 月底, 时期) its words may reach."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of time and where they stand in the plain text."""

    kind: Kind
    start: int
    end: int
    words: str

    @property
    def by(self) -> str:
        """前, 内 or the like at the end; empty without."""
        found = _BY_AT_END.search(self.words)
        return found[0] if found else ""

    @property
    def date(self) -> str:
        """The words without 前 and the like."""
        return self.words.removesuffix(self.by)

    @property
    def year(self) -> str:
        """The words for the year at the front; empty without."""
        found = _YEAR_AT_START.match(self.words)
        return found[0] if found else ""


def time_words(passage: Passage) -> Iterator[TimeWords]:
    """Return all words of time around the signs of time, in order; none overlaps another."""
    plain = passage.plain
    for start, end in _regions(plain, passage.hits["time"]):
        # What is counted from an event may begin with any character: it is sought where it can be.
        words = _WORDS_OR_AFTER if _AFTER.search(plain, start, end) else _WORDS
        for found in words.finditer(plain, start, end):
            yield TimeWords(Kind[found.lastgroup or ""], found.start(), found.end(), found[0])


def _regions(plain: str, signs: list[Stretch]) -> Iterator[Stretch]:
    """Return the stretches around the signs, joined where they meet; none cuts a date."""
    first = last = 0
    for start, end in signs:
        if end <= last:
            continue
        begin = max(last, start - _BEFORE)
        while begin > last and plain[begin - 1] in _DATE_CHARACTERS:
            begin -= 1
        if begin > last:
            if first < last:
                yield first, last
            first = begin
        last = min(end + _BEHIND, len(plain))
        while last < len(plain) and plain[last] in _DATE_CHARACTERS:
            last += 1
    if first < last:
        yield first, last
