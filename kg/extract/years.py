"""Which year a date without one speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.grammar.dates import read_timing
from kg.grammar.numerals import read_number
from kg.model import FrontMatter, Precision, Timing

from .timewords import Kind, TimeWords

_SEVERAL_YEARS = re.compile(
    r"20[0-9]{2}年?[-—–~至到]{1,2}20[0-9]{2}"
    r"|[二三四五六七八九十]年(?:行动|规划|计划|攻坚|滚动|工程)"
    r"|十[一二三四五六七八九]五”?.{0,12}规划|中长期|远景"
)
_ONE_YEAR = re.compile(
    r"(?<![-—–~至到])(?:20[0-9]{2}|二[〇零○]..)年度?(?:年度)?(?:重点|主要|工作|任务|目标|度)"
)
_QUOTED = re.compile(r"《[^《》]{0,80}》")
_DIGIT_YEAR = re.compile(r"20[0-9]{2}")
_NEXT = ("明年", "来年")
_FOLLOWING = ("次年", "翌年")
_THIS = ("今年", "本年")
_FURTHEST_SHORT_YEAR = 5
"""25年 is a year of the paper's century when it lies no further from the paper's than this."""

_DAMAGED = re.compile(r"[0-9A-Z〇零○]{2,4}年$")
_LONGEST_YEAR = 5


def year_of_bare_dates(front: FrontMatter) -> int | None:
    """Return the year that dates without one mean in a paper; None where it is for several years.

    Examples
    --------
    >>> year_of_bare_dates(FrontMatter("2025年重点任务分解表", year=2025))
    2025
    >>> year_of_bare_dates(FrontMatter("水网建设三年行动方案", year=2025)) is None
    True
    """
    titles = [_QUOTED.sub("", "".join(t.split())) for t in (front.title, front.list_title)]
    if any(_ONE_YEAR.search(title) for title in titles):
        return front.year
    return None if any(_SEVERAL_YEARS.search(title) for title in titles) else front.year


@dataclass(slots=True)
class Years:
    """The years in force while a text is read from its front to its end.

    Parameters
    ----------
    year
        The paper's year; None where it is not known.
    """

    year: int | None
    _near: tuple[int, int] | None = field(default=None, init=False)
    """Year and first month of the nearest date before in the sentence."""
    _is_yearly: bool = field(default=False, init=False)
    _elsewhere: bool = field(default=False, init=False)
    """Whether a sentence before has a deadline in another year than the paper's."""

    def next_sentence(self) -> None:
        """Forget the dates of a sentence; that there were others is kept."""
        self._near, self._is_yearly = None, False

    def timing(self, words: TimeWords, *, is_due: bool) -> Timing | None:
        """Return what words of time mean; None where they are not understood or leave the year
        open.

        Dates count for those behind them: each deadline, and what has a month.
        """
        match words.kind:
            case Kind.EVENT:
                own = self.year_of(words)
                if own is not None and own >= (self.year or own):
                    self._near = own, 1
                return Timing(words.words, Precision.RELATIVE)
            case Kind.YEARLY:
                self._is_yearly = True
                return read_timing(words.words)
            case Kind.DATE | Kind.RANGE:
                return self._of_date(words, is_due=is_due)
            case _:
                return read_timing(words.words)

    def year_of(self, words: TimeWords) -> int | None:
        """Return the year that the words themselves name, None where they name none."""
        name = words.year
        if digits := _DIGIT_YEAR.match(words.words):
            return int(digits[0])
        if name[:2] in _FOLLOWING:
            return self._near[0] + 1 if self._near else None
        if name[:1] == "二":
            return read_number("".join("〇" if c in "O0○零" else c for c in name.rstrip("年度")))
        if name[:2].isdigit():
            return self._short_year(int(name[:2]))
        if self.year and name[:2] in (*_NEXT, *_THIS):
            return self.year + (name[:2] in _NEXT)
        return None

    def damaged_from(self, plain: str, since: int, words: TimeWords) -> int:
        """Return where a year begins that stands before a date and cannot be read (2O25年6月);
        the start of the date where there is none.
        """
        if words.kind not in (Kind.DATE, Kind.RANGE) or words.year:
            return words.start
        before = plain[max(since, words.start - _LONGEST_YEAR) : words.start]
        found = _DAMAGED.search(before)
        return words.start - len(found[0]) if found else words.start

    def _short_year(self, short: int) -> int | None:
        if self.year is None:
            return None
        full = self.year // 100 * 100 + short
        return full if abs(full - self.year) <= _FURTHEST_SHORT_YEAR else None

    def _of_date(self, words: TimeWords, *, is_due: bool) -> Timing | None:
        text = words.words.replace("24时", "")
        own = self.year_of(words)
        if own is None:
            open_year = words.year and words.year != "当年"
            return self._of_open_year(words, text) if open_year else self._of_bare(text)
        part = text.removeprefix(words.year)
        timing = read_timing(f"{own}年{part}" if words.year else text, own)
        if timing and timing.due_on and (is_due or (part and own >= (self.year or own))):
            self._near = own, _first_month(timing, words)
            self._is_yearly = False
            self._elsewhere |= is_due and own != self.year
        return timing

    def _of_open_year(self, words: TimeWords, text: str) -> Timing | None:
        """Read a date whose year depends on one that is not known: 次年3月底前."""
        if self._is_yearly and words.year in _FOLLOWING:
            return read_timing(f"每年{text.removeprefix(words.year)}")
        depends = self.year is None and words.year[:2] in (*_NEXT, *_THIS)
        return Timing(words.words, Precision.RELATIVE) if depends else None

    def _of_bare(self, text: str) -> Timing | None:
        """Read a date without a year; never one that lies before the dated one it stands behind."""
        if self._is_yearly:
            return read_timing(f"每年{text.removeprefix('当年')}")
        if self._near is None:
            return None if self._elsewhere and self.year else read_timing(text, self.year)
        for year in dict.fromkeys((self._near[0], self.year)):
            timing = read_timing(text, year) if year else None
            last = timing.due_on if timing else None
            if last and (last.year, last.month) >= self._near:
                return timing
        return None


def _first_month(timing: Timing, words: TimeWords) -> int:
    """Return the month from which on a date may be meant: December for 2025年底."""
    day = timing.start_on or timing.due_on
    month = day.month if day else 1
    if timing.precision is Precision.YEAR and words.date[-1] not in "底末终":
        return 1
    return month - _MONTHS_BEFORE.get(timing.precision, 0)


_MONTHS_BEFORE = {Precision.QUARTER: 2, Precision.HALF_YEAR: 5}
