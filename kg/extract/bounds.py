"""How a figure is meant: at least, at most, about or exactly, by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Comparator

_NOT = "不(?:得|能|可|应|宜|准|再)?"
_LEAST = (
    rf"{_NOT}(?:少于|低于|小于)|至少|最少|最低|超过|超|突破|达到|达|高于|多于|逾|力争达到"
    "|提高到|提升到|提升至|提高至|增加到|增加至|增长到|增长至|扩大到|扩大至|上升到|上升至|增至|升至|增到|升到|扩至|发展到|发展至|延长到|延长至|拓展到|拓展至|推广到|覆盖到"
)
_MOST = (
    rf"{_NOT}(?:超过|高于|大于|多于|突破|超出|超)|至多|最多|低于|少于|小于|控制在|控制到"
    "|(?:压缩|缩短|压减|降低|下降|减少|精简|压降|降|减|缩|压)(?:至|到|为)"
)
_ABOUT = "约|大约|近|将近|左右"
_BESIDE = re.compile(
    rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<about>{_ABOUT}))(?:了|20[0-9]{{2}}年的?|每[\u4e00-\u9fff]{{1,4}})?\Z"
)
_LONGEST_BESIDE = 14
# Words that bind a figure further on: 至少设立1个, 不低于上年的95%. Between them and the figure
# stands no mark and no other figure.
_BETWEEN = r"[^，。；：、“”（）《》\n0-9]{1,24}"
_APART = re.compile(
    rf"(?:(?P<least>至少|最少)|(?P<most>至多|最多|最高(?!人民|法|检|水平|标准|气温|等级)))(?P<between>{_BETWEEN})\Z"
    rf"|(?:(?P<no_less>{_NOT}(?:少于|低于|小于))|(?P<no_more>{_NOT}(?:超过|高于|大于|多于|突破)))"
    r"(?P<from>[^，。；：、“”（）《》\n0-9的]{1,20}的?)\Z"
)
_LONGEST_APART = 30
_RANK = re.compile(r"(?:前|进前)\Z")
_LISTED = frozenset("、和与及")
_NEW_CLAUSE = re.compile(r"[，。；：\n]")


@dataclass(frozen=True, slots=True)
class Bound:
    """Words in front of a figure that say how it is meant.

    Parameters
    ----------
    start, end
        Where the words stand in the plain text.
    binds_list
        The figures that follow in a list are meant alike: 至少培育3家龙头企业、5家骨干企业.
    """

    comparator: Comparator
    start: int
    end: int
    binds_list: bool = False


def bound_before(plain: str, since: int, start: int, previous: Bound | None) -> Bound | None:
    """Return the words that bind a figure which begins at ``start``; None without any.

    Parameters
    ----------
    since
        The words begin here at the earliest: behind the figure before, in the same text.
    previous
        What binds the figure before.
    """
    found = _BESIDE.search(plain, max(since, start - _LONGEST_BESIDE), start)
    if found:
        return Bound(_of(found), found.start(), start, found[0] in ("至少", "最少", "至多", "最多"))
    if _RANK.search(plain, max(since, start - 1), start):
        return Bound(Comparator.AT_MOST, start - 1, start)
    if previous and _is_listed(plain, since, start) and previous.binds_list:
        return Bound(previous.comparator, start, start, binds_list=True)
    found = _APART.search(plain, max(since, start - _LONGEST_APART), start)
    if found is None:
        return None
    end = found.start("between") if found["between"] else found.start("from")
    return Bound(_of_apart(found), found.start(), end, bool(found["between"]))


def _is_listed(plain: str, since: int, start: int) -> bool:
    return plain[start - 1] in _LISTED and not _NEW_CLAUSE.search(plain, since, start)


def comparator_behind(bound: str) -> Comparator | None:
    """Return what the word behind a figure says; None without one.

    Examples
    --------
    >>> comparator_behind("及以上"), comparator_behind("")
    (<Comparator.AT_LEAST: 'at_least'>, None)
    """
    if not bound:
        return None
    if bound.endswith("以上"):
        return Comparator.AT_LEAST
    return Comparator.ABOUT if bound in ("左右", "上下") else Comparator.AT_MOST


def _of(found: re.Match[str]) -> Comparator:
    if found["most"]:
        return Comparator.AT_MOST
    return Comparator.AT_LEAST if found["least"] else Comparator.ABOUT


def _of_apart(found: re.Match[str]) -> Comparator:
    least = found["least"] or found["no_less"]
    return Comparator.AT_LEAST if least else Comparator.AT_MOST
