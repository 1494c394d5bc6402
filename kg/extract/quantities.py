"""Quantities that are to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.numerals import read_number
from kg.model import Comparator, TargetMention

from .passage import Passage, Stretch, overlaps
from .vocabulary import Vocabularies

_UNITS = (
    "PFLOPS|EFLOPS|个百分点|平方公里|平方千米|吨标准煤|个工作日|百分点|平方米|立方米|千瓦时"
    "|TWH|GWH|MWH|KWH|工作日|个小时|标准箱|TEU|人次|家次|户次|件次|场次|批次|车次|人天|公里"
    "|千米|公顷|千瓦|兆瓦|吉瓦|GW|MW|KW|小时|分钟|个月|标箱|架次|班次|公斤|千克|课时|学时|学分"
    "|元|亩|吨|P|天|升|场|期|次|家|户|件|项|个|条|份|篇|部|名|人|位|支|套|座|处|所|门|例|起|宗"
    "|批|种|款|本|册|站|辆|台|艘|架|张|块|片|棵|株|头|只|羽|对|路|间|栋|幢|类|道|幅|根|枚|级|%"
    "|‰|倍|成|分|席|床|匹|箱|盒|集|讲|版|大"
)
_CHINESE = "一二两三四五六七八九十百千万亿半"
_MORE = (
    "不少于|不低于|不小于|至少|最少|超过|超|突破|达到|达|高于|多于|力争达到"
    "|提高到|提升到|提升至|提高至|增加到|增加至|扩大到|增长到"
)
_LESS = (
    "不超过|不高于|不大于|不多于|至多|最多|低于|少于|小于|控制在|压缩至|压缩到"
    "|缩短至|缩短到|压减至|压减到|降至|降到|降低到|降低至|减少到|减少至"
)
_ABOUT = "约|大约|近|将近|左右"
_HOW = re.compile(rf"(?:{_MORE}|{_LESS}|{_ABOUT})\Z")
_LONGEST_HOW = 5
# Where a quantity may begin; the rest is tried there alone.
_BEGINNING = re.compile(r"[0-9二两三四五六七八九十百千]|一[成十百千万亿]|半数")
_NUMERALS = frozenset("0123456789.第零一二两三四五六七八九十百千万亿")
_QUANTITY = re.compile(
    r"(?:(?P<percent>百分之)(?P<per>[一二两三四五六七八九十百零]{1,6})"
    r"|(?P<number>(?:[0-9]{1,3}(?:，[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,6})?(?![0-9])"
    r"|[一二两三四五六七八九十百千零半]{1,9}(?!分之))"
    rf"(?P<several>余|多)?(?P<scale>[千百]?[万亿]{{1,2}}|[百千])?(?P<more>余|多)?(?P<unit>{_UNITS}))"
    r"(?P<bound>以上|及以上|以内|之内|以下|左右|上下)?"
)
_SCALES = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_RATES = frozenset(("%", "‰", "个百分点", "百分点", "倍", "成"))
_TIMES = frozenset(("个工作日", "工作日", "个小时", "小时", "分钟", "天", "个月"))
_LOOSE = frozenset("级类分道路对片处版部门台起本站张只P块所位讲集床支条人批种款")
"""Units that after a Chinese numeral mostly belong to another word: 两级, 三类, 两批."""
_ORDERS = frozenset("级类版道分")
_NOT_AFTER = {
    unit: frozenset(letters)
    for unit, letters in (
        ("个", "月"), ("部", "门委分"), ("门", "户"), ("路", "径"), ("分", "类别级中"),
        ("台", "账"), ("本", "地"), ("对", "接"), ("站", "式"), ("名", "单录"), ("人", "才"),
        ("支", "持撑"),
    )
}  # fmt: skip
"""What behind a unit makes it the beginning of another word: 名单, 部门, 台账."""
_OUTPUTS = re.compile(
    r"[^，。；、：“”（）《》\n]{0,10}?(?:案例|品牌|事件|成果|榜样|人物|标杆|样板|场景)"
)
_NAMES = re.compile(r"(?:“[^“”\n]{1,12}”)?(?P<name>[^，。；、：“”（）《》\n]{1,20})")
_WINDOW = 14
_NOT_BEHIND = frozenset("第“每年上下同—-·/．")


class Quantities:
    """Finds quantities: a number with a unit, its comparator and what is counted."""

    def __init__(self, known: Vocabularies) -> None:
        existing = sorted(known.words("wording.counted.existing"), key=len, reverse=True)
        self._existing = re.compile(
            rf"(?:{'|'.join(map(re.escape, existing))})(?:了|好|的|全省|全市|我省|我市|现有)?\Z"
        )

    def find(
        self, passage: Passage, taken: list[Stretch]
    ) -> Iterator[tuple[Stretch, TargetMention]]:
        """Return each quantity with its stretch, in order; none inside ``taken``."""
        plain = passage.plain
        behind = 0
        for begin in _BEGINNING.finditer(plain):
            at = begin.start()
            if at < behind or plain[at - 1 : at] in _NUMERALS:
                continue
            found = _QUANTITY.match(plain, at)
            if found is None:
                continue
            how = _HOW.search(plain, max(behind, found.start() - _LONGEST_HOW), found.start())
            start = how.start() if how else found.start()
            behind = end = found.end()
            number = _number(found)
            if number is None or overlaps((start, end), taken):
                continue
            quantity = _Quantity(found, how[0] if how else "", start, end, number)
            if not self._is_target(passage, quantity):
                continue
            if quantity.unit == "大":
                noun = _OUTPUTS.match(plain, end)
                if noun is None:
                    continue
                behind = noun.end()
            yield (start, behind), _mention(passage, quantity, behind)

    def _is_target(self, passage: Passage, quantity: _Quantity) -> bool:
        plain, unit = passage.plain, quantity.unit
        bound = quantity.found["bound"]
        if _is_part(plain, quantity):
            return False
        if unit in _TIMES:
            # How long a step may take is a rule; that it gets shorter is an aim.
            return bool(quantity.how)
        if quantity.how or bound or unit in _RATES:
            return True
        if unit in _ORDERS or (quantity.is_chinese and unit in _LOOSE):
            return False
        before = plain[max(0, quantity.start - _WINDOW) : quantity.start]
        return self._existing.search(before) is None


def _is_part(plain: str, quantity: _Quantity) -> bool:
    """Tell whether number or unit belong to another word: 第四批, “三合一”, 3部门, 2名单."""
    if not quantity.how and plain[quantity.start - 1 : quantity.start] in _NOT_BEHIND:
        return True
    behind = plain[quantity.end]
    return not quantity.found["bound"] and behind in _NOT_AFTER.get(quantity.unit, ())


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number with its unit, and the word in front that says how it is meant."""

    found: re.Match[str]
    how: str
    start: int
    end: int
    number: float

    @property
    def unit(self) -> str:
        return self.found["unit"] or "%"

    @property
    def is_chinese(self) -> bool:
        return not self.found["percent"] and self.found["number"][0] in _CHINESE


def _mention(passage: Passage, quantity: _Quantity, end: int) -> TargetMention:
    unit = quantity.unit
    if unit == "大":
        thing = passage.plain[quantity.end : end]
    else:
        thing = _thing(passage, quantity.start, end, unit)
    span = passage.span(quantity.start, end)
    return TargetMention(span, quantity.number, unit, _comparator(quantity), thing)


def _thing(passage: Passage, start: int, end: int, unit: str) -> str:
    """Return what is counted: the words behind the unit, else those before the quantity."""
    plain = passage.plain
    if unit not in _RATES and unit != "元" and (behind := _NAMES.match(plain, end)):
        last = min(behind.end(), passage.name_end(behind.start("name")))
        if last > behind.start("name"):
            return plain[end:last]
    return plain[passage.object_start(start) : start]


def _comparator(quantity: _Quantity) -> Comparator:
    found, how, bound = quantity.found, quantity.how, quantity.found["bound"] or ""
    if bound in ("以上", "及以上"):
        return Comparator.AT_LEAST
    if bound in ("以内", "之内", "以下"):
        return Comparator.AT_MOST
    if bound or how in _ABOUT.split("|"):
        return Comparator.ABOUT
    if how in _LESS.split("|"):
        return Comparator.AT_MOST
    if how or found["several"] or found["more"]:
        return Comparator.AT_LEAST
    return Comparator.EXACTLY


def _number(found: re.Match[str]) -> float | None:
    if found["percent"]:
        per = read_number(found["per"])
        return None if per is None else float(per)
    printed = found["number"].replace("，", "")
    if printed[0].isdigit():
        value = float(printed)
    elif printed == "半":
        value = 0.5
    else:
        whole = read_number(printed)
        if whole is None:
            return None
        value = float(whole)
    for scale in found["scale"] or "":
        value *= _SCALES[scale]
    return value
