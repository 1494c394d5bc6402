"""Deadlines without a last day: what comes again, and what goes on."""

from __future__ import annotations

import re

from kg.grammar.timespan import span_in
from kg.model import Precision, Timing

_LONGEST_MONTH = 31

_CONTINUOUS = re.compile(
    r"(?:并|全年|坚持)?(?:持续|长期|常态化|常态|滚动|不断|日常|经常)(?:性|化)?(?:持续|长期)?"
    r"(?:推进|坚持|开展|实施|落实|抓好|任务|工作|进行|深化|加强|完善|优化|执行|推动|提升|跟进"
    r"|巩固|保持|做好|有效){0,2}"
)
_EVERY = re.compile(
    r"(?:(?P<unit>每年度?|每半年|每季度?|每个季度|每个?月|每周|每[日天]|按年度?|按季度?|按月|按周|逐年|逐月)"
    r"|(?P<vague>定期))(?P<part>[^每]{0,12})"
)
_YEARLY_PART = re.compile(
    r"年?(?P<end>[底末终])|(?P<month>[0-9]{1,2})月份?(?:(?P<day>[0-9]{1,2})[日号]|[底末内])?"
    r"|第?(?P<quarter>[1-4一二三四])季度[底末内]?|(?P<half>[上下])半年[底末内]?|"
)
_MONTHLY_PART = re.compile(r"(?P<day>[0-9]{1,2})[日号]|[底末内初]|")
_RECURRENCE = {
    "每半年": "half-yearly",
    "每周": "weekly",
    "按周": "weekly",
    "每日": "daily",
    "每天": "daily",
}
_DOING = re.compile(
    r"(?:一次|[1-9]次)?(?:开展|推进|组织|实施|进行|报送|更新|调度)?(?:一次|[1-9]次)?"
)


def recurring(words: str) -> Timing | None:
    """Return what comes again (每年10月底前, 每季度); None when the words do not say so."""
    found = _EVERY.fullmatch(words)
    if found is None:
        return None
    part = _without_tail(found["part"])
    key = "recurring" if found["vague"] else _recurrence(found["unit"], part)
    return Timing(key, Precision.RECURRING) if key else None


def _without_tail(part: str) -> str:
    part = _DOING.sub("", part, count=1) if _DOING.match(part) else part
    for tail in ("完成", "之前", "以前", "前"):
        part = part.removesuffix(tail)
    return part


def _recurrence(unit: str, part: str) -> str | None:
    if fixed := _RECURRENCE.get(unit):
        return None if part.strip("底末内") else fixed
    if "年" in unit:
        return _yearly(part)
    if "季" in unit:
        return None if part.strip("底末内初度") else "quarterly"
    found = _MONTHLY_PART.fullmatch(part)
    if found is None:
        return None
    if found["day"] is None:
        return "monthly"
    day = int(found["day"])
    return f"monthly-{day:02}" if 1 <= day <= _LONGEST_MONTH else None


def _yearly(part: str) -> str | None:
    found = _YEARLY_PART.fullmatch(part)
    if found is None:
        return None
    if found["end"]:
        return "yearly-12"
    # A leap year, so that 每年2月29日 is not refused; only the month and day are kept.
    leap = 2024
    span = span_in(leap, found.groupdict())
    if span is None:
        return None
    return "yearly" if span.key == str(leap) else f"yearly-{span.key.removeprefix(f'{leap}-')}"


def continuous(words: str) -> Timing | None:
    """Return what goes on (持续推进, 长期坚持); None when the words do not say so.

    Examples
    --------
    >>> continuous("长期坚持、持续推进").key, continuous("持续时间")
    ('continuous', None)
    """
    parts = re.split(r"[、,，;；和]", words)
    if all(_CONTINUOUS.fullmatch(part) for part in parts):
        return Timing("continuous", Precision.CONTINUOUS)
    return None
