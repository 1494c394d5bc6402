"""Dates and periods in a text by which something is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.grammar.dates import read_timing
from kg.model import DeadlineMention, Scope

from .passage import Passage, Stretch, overlaps

_YEAR = (
    r"(?<![0-9])(?:20[0-9]{2}|二[〇零○][一二三四五六七八九〇零○]{2})年度?|今年|明年|本年度?|当年"
)
_MONTH = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?"
_PART = (
    rf"{_MONTH}(?:[0-9]{{1,2}}[日号]|[上中下]旬)?[底末]?|第?[一二三四1-4]季度[末底]?"
    r"|[上下]半年|年[底末终]"
)
_DATE = rf"(?:(?:{_YEAR})(?:{_PART}|[底末终])?|(?<![0-9])(?:{_PART})|年内|年度内|全年)"
_BY = r"(?:之前|以前|前|为止|止|之内|以内|内)"
_DONE = r"(?:全部|全面|基本)?(?:完成|建成|实现|落实|办结)"
_COUNT = r"(?:[0-9]{1,3}|[一二三四五六七八九十两]{1,3})"
_DEADLINE = re.compile(
    r"(?P<every>每年)?(?P<lead>到|至|截至|截止|最迟|力争|确保|原则上)?"
    rf"(?P<date>{_DATE}(?P<range>[至到—-]{_DATE})?(?P<by>{_BY})?)(?P<verb>{_DONE})?"
    r"|(?P<plan>“?[一二三四五六七八九十]{1,3}五”?(?:规划)?"
    r"(?P<period>时期|期间|期末|末期|末|内)(?P<pby>[前内])?)"
    r"|(?P<after>(?:自|从)?[^，。；、：“”《》\n]{0,12}"
    r"(?:之日起|印发后|发布后|施行后|实施后|下发后)"
    rf"{_COUNT}个?(?:工作日|日|天|月|年|周)(?:内|之内|以内))"
)
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST_LEAD, _LONGEST_ENDING = 9, 8
_BEFORE, _BEHIND = 24, 14
"""How far around a sign of time (年, 月底, 时期) its deadline may reach."""
_ENDINGS = ("", "完成", "全部完成", "基本完成", "办结", "落实到位")
_CLAUSE_MARKS = frozenset("，。；：（）\n")


def find_deadlines(
    passage: Passage, year: int | None, taken: list[Stretch]
) -> Iterator[tuple[Stretch, DeadlineMention]]:
    """Return each deadline with its stretch, in order; none inside ``taken``.

    Parameters
    ----------
    year
        The year that words without one speak of (年底前).
    taken
        Titles of papers and the like, in which a year is a part of a name.
    """
    plain = passage.plain
    behind = 0
    sentences: dict[int, bool] = {}
    for start, end in passage.hits["time"]:
        for found in _DEADLINE.finditer(plain, max(behind, start - _BEFORE), end + _BEHIND):
            behind = found.end()
            stretch = _stretch(plain, found)
            if stretch is None or overlaps(stretch, taken):
                continue
            timing = read_timing(plain[stretch[0] : stretch[1]], year)
            if timing is None:
                continue
            text = passage.text_at(stretch[0])
            if text not in sentences:
                sentences[text] = _is_one_sentence(passage, stretch[0])
            scope = _scope(passage, *stretch) if sentences[text] else Scope.CLAUSE
            yield stretch, DeadlineMention(passage.span(*stretch), timing, scope)


def _stretch(plain: str, found: re.Match[str]) -> Stretch | None:
    """Return where the date stands; None where the words are no deadline but name something."""
    if found["after"]:
        return found.start("after"), found.end("after")
    if found["plan"]:
        return _plan(plain, found)
    start = found.start("every") if found["every"] else found.start("date")
    end = found.end("date")
    if not _is_due(plain, found, end):
        return None
    return start, end


def _plan(plain: str, found: re.Match[str]) -> Stretch | None:
    """A five-year period, where it begins a clause: “十五五”期间，; else it is what is planned."""
    start, end = found.span("plan")
    ends_clause = plain[end] == "，"
    begins = not start or plain[start - 1] in _CLAUSE_MARKS or plain[start - 1] in "到至"
    by = found["pby"] == "前" or found["period"] in ("末", "期末", "末期", "期间")
    return (start, end) if begins and (ends_clause or by) else None


def _is_due(plain: str, found: re.Match[str], end: int) -> bool:
    words = found["date"]
    if found["by"] or found["verb"]:
        return found["by"] != "内" or words != "年度内" or bool(found["lead"])
    if words in ("年底", "年末", "年终", "年内"):
        return True
    if words[-1] in "底末":
        return True
    behind = plain[end]
    if found["lead"] in ("到", "至", "截至", "截止", "最迟"):
        return behind in "，\n"
    start = found.start()
    begins = not start or plain[start - 1] in _CLAUSE_MARKS
    return begins and words != "全年" and (behind == "，" or bool(found["range"]))


def _is_one_sentence(passage: Passage, position: int) -> bool:
    first, last = passage.bounds(position)
    return _SENTENCE.search(passage.plain, first, last - 1) is None


def _scope(passage: Passage, start: int, end: int) -> Scope:
    """Return how much of a single sentence is bound: all of it from its front or from its end."""
    first, last = passage.bounds(start)
    own = passage.plain[passage.clause_start(start) : start]
    if start - len(own) == first:
        return Scope.MEASURE if len(own) <= _LONGEST_LEAD else Scope.CLAUSE
    if last - end > _LONGEST_ENDING or len(own) > len("力争"):
        return Scope.CLAUSE
    rest = passage.plain[end:last].strip("。；！）")
    return Scope.MEASURE if rest in _ENDINGS else Scope.CLAUSE
