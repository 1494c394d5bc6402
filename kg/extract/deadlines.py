"""Dates and periods in a text by which something is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.model import DeadlineMention, Scope

from .passage import Passage, Stretch, overlaps
from .timewords import Kind, TimeWords, time_words
from .years import Years

_DONE = re.compile(r"(?:分别|各)?(?:全部|全面|基本)?(?:完成|建成|实现|落实|办结)")
_DONE_IN_MONTH = re.compile(
    r"(?:前?正式|全线|全部)?(?:通车|通航|通水|投用|投产|投运|竣工|完工|开园|开馆|开诊|上线|交付|印发|出台|验收)"
)
_SHARED_OUT = re.compile(r"分别|各")
_SINCE_OR_OF = re.compile(
    r"起|以来|以后|至今|的"
    r"|(?:全部|已)?(?:建成|完成|出台|印发|发布|开工|立项|竣工|投用|投产|建设|实施|认定|批准|备案|登记"
    r"|注册|排查|签订)(?:的|小区|项目|房屋|住宅|企业)"
)
"""Behind a date: it is a first day, or tells which things are meant (去年底前建成的设施)."""

_LEAD = re.compile(
    r"(?P<to>到|至|截至|截止到?|最迟|不晚于|不迟于)$|(?P<hope>力争|确保|争取|计划|预计)(?:于|在)?$"
)
_UP_TO_NOW = re.compile(r"截[至止]到?$")
_NOT_BEFORE = re.compile(r"不早于$")
_LONGEST_LEAD_WORD = 4
_LIST = frozenset("、和及")
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST_LEAD, _LONGEST_ENDING = 9, 8
_ENDINGS = ("", "完成", "全部完成", "基本完成", "办结", "落实到位")
_CLAUSE_MARKS = frozenset("，。；：（）\n")
_PERIOD_ENDS = ("末", "期间", "前")


def find_deadlines(
    passage: Passage, year: int | None, taken: list[Stretch]
) -> Iterator[tuple[Stretch, DeadlineMention]]:
    """Return each deadline with its stretch, in order; none inside ``taken``.

    A deadline whose words are not understood, or whose year two dates before it leave open, has
    no timing.

    Parameters
    ----------
    year
        The year that words without one speak of (年底前), unless a date before them in the same
        sentence has another.
    taken
        Titles of papers and the like, in which a year is a part of a name.
    """
    found = (w for w in time_words(passage) if not overlaps((w.start, w.end), taken))
    for text, together in groupby(found, key=lambda w: passage.text_at(w.start)):
        yield from _of_text(passage, text, tuple(together), year)


def _of_text(
    passage: Passage, text: int, found: Sequence[TimeWords], year: int | None
) -> Iterator[tuple[Stretch, DeadlineMention]]:
    first, last = passage.bounds(passage.starts[text])
    due = _due(passage, found, year)
    is_single = sum(due) == 1 and _SENTENCE.search(passage.plain, first, last - 1) is None
    years = Years(year)
    behind = first
    for words, is_due in zip(found, due, strict=True):
        if _SENTENCE.search(passage.plain, behind, words.start):
            years.next_sentence()
        start = years.damaged_from(passage.plain, behind, words)
        behind = words.end
        timing = None if start < words.start else years.timing(words, is_due=is_due)
        if not is_due or (timing is None and words.kind in _UNDERSTOOD_OR_NOTHING):
            continue
        scope = _scope(passage, words.start, words.end, is_single=is_single)
        yield (start, words.end), DeadlineMention(passage.span(start, words.end), timing, scope)


_UNDERSTOOD_OR_NOTHING = frozenset((Kind.AFTER, Kind.PLAN, Kind.GOING_ON, Kind.WITHIN))
"""Kinds whose form alone does not make them a deadline."""


def _due(passage: Passage, found: Sequence[TimeWords], year: int | None) -> list[bool]:
    """Tell of each of the words of a text whether something is due then.

    Dates of a list are due when its last one is (6月、9月、12月底前).
    """
    due = [_is_due(passage.plain, words, year) for words in found]
    for i in range(len(found) - 2, -1, -1):
        one, next_one = found[i], found[i + 1]
        between = passage.plain[one.end : next_one.start]
        if between in _LIST and one.kind is next_one.kind is Kind.DATE:
            due[i] = due[i] or due[i + 1]
    return due


def _is_due(plain: str, words: TimeWords, year: int | None) -> bool:
    match words.kind:
        case Kind.DATE | Kind.RANGE:
            return _is_due_date(plain, words, year)
        case Kind.EVENT | Kind.YEARLY:
            return bool(words.by) or words.words[-1] in "底末"
        case Kind.PLAN:
            return _is_due_plan(plain, words)
        case Kind.WITHIN:
            return _begins_clause(plain, words.start)
        case kind:
            return kind in (Kind.AFTER, Kind.CYCLE, Kind.GOING_ON)


def _is_due_plan(plain: str, words: TimeWords) -> bool:
    """A five-year period, where it begins a clause: “十五五”期间，; else it is what is planned."""
    start = words.start
    begins = _begins_clause(plain, start) or plain[start - 1] in "到至"
    return begins and (plain[words.end] == "，" or words.words.endswith(_PERIOD_ENDS))


def _is_due_date(plain: str, words: TimeWords, year: int | None) -> bool:
    lead_from = max(0, words.start - _LONGEST_LEAD_WORD)
    before = plain[lead_from : words.start]
    if _SINCE_OR_OF.match(plain, words.end) or _NOT_BEFORE.search(before):
        return False
    if year and _is_behind(words, before, year):
        return False
    lead = _LEAD.search(before)
    leads_clause = lead is not None and _begins_clause(plain, lead_from + lead.start())
    if words.by or words.date == "年内":
        return words.date != "年度" or leads_clause
    if words.date[-1] in "底末终" or _DONE.match(plain, words.end):
        return True
    return _is_due_by_place(plain, words, lead if leads_clause else None)


def _is_due_by_place(plain: str, words: TimeWords, lead: re.Match[str] | None) -> bool:
    """Tell of a date without 前 or 底 whether its place in the clause makes it a deadline."""
    end, has_part = words.end, words.date not in (words.year, "全年")
    if lead and lead["to"]:
        return True
    begins = lead is not None or _begins_clause(plain, words.start)
    if has_part and begins and _DONE_IN_MONTH.match(plain, end):
        return True
    if has_part and plain[end] in "）。；\n" and plain[words.start - 1] in "（：":
        return True
    if words.year and not has_part and _SHARED_OUT.match(plain, end):
        return True
    is_front = begins and words.date != "全年" and lead is None
    return is_front and (plain[end] == "，" or words.kind is Kind.RANGE)


def _is_behind(words: TimeWords, before: str, year: int) -> bool:
    """Tell whether a date lies before the paper's year and says what was, not what is due.

    Papers come out late: what was due before the end of the year before may still be meant.
    """
    own = Years(year).year_of(words)
    if own is None or own >= year:
        return False
    return own < year - 1 or not words.by or _UP_TO_NOW.search(before) is not None


def _begins_clause(plain: str, position: int) -> bool:
    return not position or plain[position - 1] in _CLAUSE_MARKS


def _scope(passage: Passage, start: int, end: int, *, is_single: bool) -> Scope:
    """Return how much of a text is bound: all of it by a bracket at its end, and where it is a
    single sentence with one deadline, by that at its front or end.
    """
    first, last = passage.bounds(start)
    rest = passage.plain[end:last].strip("。；！")
    own = passage.plain[passage.clause_start(start) : start]
    if rest[-1:] == "）" and rest[:-1] in _ENDINGS:
        opening = passage.plain.rfind("（", first, start)
        is_last = is_single or passage.plain[opening - 1] in "。！"
        return Scope.MEASURE if is_last else Scope.CLAUSE
    if not is_single:
        return Scope.CLAUSE
    if start - len(own) == first:
        return Scope.MEASURE if len(own) <= _LONGEST_LEAD else Scope.CLAUSE
    if last - end > _LONGEST_ENDING or len(own) > len("力争"):
        return Scope.CLAUSE
    return Scope.MEASURE if rest in _ENDINGS else Scope.CLAUSE
