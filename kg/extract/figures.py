"""Figures: a number or a range of two with its unit, as it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from kg.grammar.numerals import read_number

_UNITS = (
    "PFLOPS|EFLOPS|个百分点|平方公里|平方千米|吨标准煤|个工作日|百分点|平方米|立方米|千瓦时"
    "|TWH|GWH|MWH|KWH|工作日|个小时|标准箱|TEU|人次|家次|户次|件次|场次|批次|车次|人天|公里"
    "|千米|公顷|千瓦|兆瓦|吉瓦|GW|MW|KW|小时|分钟|个月|标箱|架次|班次|公斤|千克|微克|毫克|课时|学时|学分"
    "|美元|欧元|港元|日元|㎡|番|斤|岁"
    "|元|亩|吨|P|天|升|场|期|次|家|户|件|项|个|条|份|篇|部|名|人|位|支|套|座|处|所|门|例|起|宗"
    "|批|种|款|本|册|站|辆|台|艘|架|张|块|片|棵|株|头|只|羽|对|路|间|栋|幢|类|道|幅|根|枚|级|%"
    "|‰|倍|成|分|席|床|匹|箱|盒|集|讲|版|大"
)
_PER = "年|月|日|天|周|季度|学期|小时|分钟|秒|人|万人|户|亩|公顷|吨|升|立方米|平方米|平方公里|公里"
_CHINESE = "一二两三四五六七八九十百千万亿半"
_ARABIC = r"(?:[0-9]{1,3}(?:，[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,6})?"
_FIGURE = re.compile(
    rf"(?:(?P<low>{_ARABIC}|[一二两三四五六七八九十]{{1,3}})(?P<low_scale>[百千]?[万亿]{{0,2}})[%‰]?"
    r"[-—–~至到]{1,2}(?=[0-9一二两三四五六七八九十百]))?"
    r"(?:(?P<percent>百分之)(?P<per>[一二两三四五六七八九十百零]{1,6})"
    rf"|(?P<number>{_ARABIC}(?![0-9])"
    r"|[一二两三四五六七八九十百千零半]{1,9}(?!分之))"
    rf"(?P<several>余|多)?(?P<scale>[千百]?[万亿]{{1,2}}|[百千])?(?P<more>余|多)?(?P<unit>{_UNITS})"
    rf"(?P<rate>/(?:{_PER}))?(?:人民币)?|(?P<fold>番))"
    r"(?P<included>（含[^（）\n]{0,8}）)?"
    r"(?P<bound>以上|及以上|以内|之内|以下|及以下|左右|上下"
    r"|(?<![级模])(?P<counted>[\u4e00-\u9fff]{1,6}?)(?<![级模年岁])以上(?=[，。；、\n]))?"
    r"(?:（含[^（）\n]{0,8}）)?"
)
_SCALES = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit where it stands in a plain text.

    Parameters
    ----------
    number
        The number; of a range the upper one.
    low
        The lower end of a range; None for a single number.
    unit
        As printed, with what it is counted by: 吨/日.
    bound
        The words behind that say how it is meant: 以上; empty without.
    more
        More than the number is meant: 二十余个.
    counted
        What is counted, where it stands between unit and bound: 100个社区以上.
    chinese
        The number is written in Chinese numerals.
    """

    start: int
    end: int
    number: float
    low: float | None
    unit: str
    bound: str
    more: bool
    counted: str
    chinese: bool

    @classmethod
    def at(cls, plain: str, position: int) -> Self | None:
        """Return the figure that begins at a position of a plain text; None without one.

        Examples
        --------
        >>> figure = Figure.at("3—5万吨/年以上", 0)
        >>> figure.low, figure.number, figure.unit, figure.bound
        (30000.0, 50000.0, '吨/年', '以上')
        """
        found = _FIGURE.match(plain, position)
        if found is None:
            return None
        number = _number(found)
        low = _low(found, number)
        if number is None or (found["low"] and low is None):
            return None
        bound = "以上" if found["counted"] else found["bound"] or ""
        return cls(
            *found.span(),
            number=number,
            low=low,
            unit=_unit(found),
            bound=bound,
            more=bool(found["several"] or found["more"]),
            counted=found["counted"] or "",
            chinese=bool(found["number"]) and found["number"][0] in _CHINESE,
        )


def _unit(found: re.Match[str]) -> str:
    if found["fold"]:
        return found["fold"]
    return (found["unit"] or "%") + (found["rate"] or "")


def _number(found: re.Match[str]) -> float | None:
    if found["fold"]:
        return 1.0
    if found["percent"]:
        return _value(found["per"], "")
    return _value(found["number"], found["scale"] or "")


def _low(found: re.Match[str], high: float | None) -> float | None:
    """Return the lower end of a range, which shares the scale behind the upper one: 3—5万."""
    if not found["low"] or high is None:
        return None
    low = _value(found["low"], found["low_scale"])
    if low is None:
        return None
    shared = _value(found["low"], found["scale"] or "")
    if not found["low_scale"] and shared is not None and shared < high:
        low = shared
    return low if low < high else None


def _value(printed: str, scale: str) -> float | None:
    printed = printed.replace("，", "")
    value: float
    if printed[0].isdigit():
        value = float(printed)
    elif printed == "半":
        value = 0.5
    else:
        whole = read_number(printed)
        if whole is None:
            return None
        value = float(whole)
    for letter in scale:
        value *= _SCALES[letter]
    return value
