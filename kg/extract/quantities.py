"""Quantities that are to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Comparator, TargetMention

from .bounds import Bound, bound_before, comparator_behind
from .figures import Figure
from .passage import Passage, Stretch, overlaps
from .vocabulary import Vocabularies

# Where a quantity may begin; the rest is tried there alone.
_BEGINNING = re.compile(
    r"[0-9二两三四五六七八九十百千番]|一[成十百千万亿至到番个所次家名项场处座支件期条套]|半数"
)
_NUMERALS = frozenset("0123456789.第零一二两三四五六七八九十百千万亿几数")
_MONEY = frozenset(("元", "美元", "欧元", "港元", "日元"))
_RATES = frozenset(("%", "‰", "个百分点", "百分点", "倍", "成", "番"))
_MEASURES = _MONEY | {
    "岁",
    "亩",
    "公顷",
    "平方米",
    "㎡",
    "立方米",
    "公里",
    "平方公里",
    "吨",
    "千瓦",
    "兆瓦",
    "人",
}
_TIMES = frozenset(("个工作日", "工作日", "个小时", "小时", "分钟", "天", "个月", "岁"))
_LOOSE = frozenset("级类分道路对片处版部门台起本站张只P块所位讲集床支条人批种款")
"""Units that after a Chinese numeral mostly belong to another word: 两级, 三类, 两批."""
_ORDERS = frozenset("级类版道分")
_NOT_AFTER = {
    unit: frozenset(letters)
    for unit, letters in (
        ("个", "月一"), ("部", "门委分"), ("门", "户"), ("路", "径"), ("分", "类别级中"),
        ("台", "账"), ("本", "地"), ("对", "接"), ("站", "式"), ("名", "单录"), ("人", "才"),
        ("支", "持撑"),
    )
}  # fmt: skip
"""What behind a unit makes it the beginning of another word: 名单, 部门, 台账; 三个一批."""
_OUTPUTS = re.compile(
    r"[^，。；、：“”（）《》\n]{0,10}?(?:案例|品牌|事件|成果|榜样|人物|标杆|样板|场景)"
)
_NAMES = re.compile(r"(?:“[^“”\n]{1,12}”)?(?P<name>[^，。；、：“”（）《》\n]{1,20})")
_WINDOW = 14
_NOT_BEHIND = frozenset("第“每年上下同—-–~·/．")
_LONGEST_QUOTATION = 16
_MARKS = re.compile(r"[“”\n]")
# 由800家增加到1200家: what it was before is no aim.
_FROM = re.compile(r"(?:由|从)[^，。；、\n0-9]{0,8}(?:20[0-9]{2}年的?)?\Z")
_TO = re.compile(r"[^，。；\n0-9]{0,12}?(?:到|至|为|达)[约近]?[0-9一二两三四五六七八九十百]")
_CHANGE = re.compile(r"(?:由|从)[^，。；、\n]{0,10}?[0-9一二三四五六七八九十].{0,20}\Z")
# 投资额超过5000万元的项目, 10亿元以上重大项目: these say which projects are meant.
_SORT = re.compile(
    r"[^，。；、\n0-9]{0,8}?(?:项目|企业|园区|集群|单位|工程|基地|大户|机构|平台|主体)"
)
_AIMED_AT = re.compile(
    r"的(?:年均|平均|同比)?(?:增|投资|目标|比例|水平|速度|覆盖|资金|规模|降|任务|份额|占比)"
)
_FOR = re.compile(r"[对凡]")
_SHARE = re.compile(r"[率比重度额值例未]\Z")
_ONE_BOUND = ("至少", "最少", "至多", "最多", "不")
_GIVEN = re.compile(r"[^，。；、\n]{0,4}?(?:落实|贯彻|用好|统筹|坚持|把握|兼顾|立足|守住|处理好)")
_MODAL = re.compile(r"(?:应当|应该|可以|需要|要|应|需|须|可|再|有){0,2}")


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
        bound: Bound | None = None
        for begin in _BEGINNING.finditer(plain):
            at = begin.start()
            if at < behind or plain[at - 1 : at] in _NUMERALS:
                continue
            figure = Figure.at(plain, at)
            if figure is None:
                continue
            if figure.unit == "番" and plain[at - 1] != "翻":
                continue
            bound = bound_before(plain, behind, at, bound)
            behind = figure.end
            start = bound.start if bound else at - figure.unit.startswith("番")
            if overlaps((start, behind), taken) or not self._is_target(passage, figure, bound):
                continue
            if figure.unit == "大":
                noun = _OUTPUTS.match(plain, behind)
                if noun is None:
                    continue
                behind = noun.end()
            yield (start, behind), _mention(passage, figure, bound, (start, behind))

    def _is_target(self, passage: Passage, figure: Figure, bound: Bound | None) -> bool:
        plain, unit = passage.plain, figure.unit
        if _is_part(plain, figure, bound) or _is_condition(passage, figure, bound):
            return False
        if figure.chinese and figure.number == 1 and not figure.bound and unit not in _RATES:
            return bound is not None and plain.startswith(_ONE_BOUND, bound.start)
        if unit in _TIMES | _ORDERS:
            # How long a step may take is a rule; that it gets shorter is an aim.
            return bound is not None
        if bound or figure.bound or unit in _RATES:
            return True
        if figure.chinese:
            clause = passage.clause_start(figure.start)
            if unit in _LOOSE or _GIVEN.match(plain, clause, figure.start):
                return False
        before = plain[max(0, figure.start - _WINDOW) : figure.start]
        return self._existing.search(before) is None


def _is_part(plain: str, figure: Figure, bound: Bound | None) -> bool:
    """Tell whether number or unit belong to another word: 第四批, “三合一”, 3部门, 2名单."""
    start = figure.start
    if (bound is None or bound.end < start) and plain[start - 1 : start] in _NOT_BEHIND:
        return True
    opening = plain.rfind("“", max(0, start - _LONGEST_QUOTATION), start)
    if opening >= 0:
        mark = _MARKS.search(plain, opening + 1, opening + _LONGEST_QUOTATION)
        if mark and mark[0] == "”" and mark.start() > start:
            return True
    behind = plain[figure.end]
    return not figure.bound and behind in _NOT_AFTER.get(figure.unit, ())


def _is_condition(passage: Passage, figure: Figure, bound: Bound | None) -> bool:
    """Tell whether the figure says where a change begins, or which things are meant."""
    plain = passage.plain
    start = bound.start if bound else figure.start
    if _FROM.search(plain, max(0, start - _WINDOW), start) and _TO.match(plain, figure.end):
        return True
    compared = bound is not None or bool(figure.bound)
    if compared and plain[figure.end] == "的" and _FOR.match(plain, passage.clause_start(start)):
        return True
    if not compared or figure.unit not in _MEASURES | _RATES:
        return False
    if plain[figure.end] == "的":
        # 完成率未达到80%的县 are those meant; 80%以上的村 are to reach something.
        free = figure.unit in _RATES and not _SHARE.search(plain, max(0, start - 2), start)
        return not free and _AIMED_AT.match(plain, figure.end) is None and figure.unit != "人"
    above = figure.unit in (_MEASURES if figure.bound else _MONEY)
    return above and _SORT.match(plain, figure.end) is not None


def _mention(
    passage: Passage, figure: Figure, bound: Bound | None, stretch: Stretch
) -> TargetMention:
    comparator = _comparator(figure, bound)
    number = figure.number
    if figure.low is not None and comparator is not Comparator.AT_MOST:
        # At the lower end of a range it is reached.
        number, comparator = figure.low, Comparator.AT_LEAST
    thing = _thing(passage, figure, bound, stretch)
    return TargetMention(passage.span(*stretch), number, figure.unit, comparator, thing)


def _thing(passage: Passage, figure: Figure, bound: Bound | None, stretch: Stretch) -> str:
    """Return what is counted: the words behind the unit, else those before the quantity."""
    plain, end = passage.plain, stretch[1]
    if figure.counted:
        return figure.counted
    if figure.unit == "大":
        return plain[figure.end : end]
    if figure.unit not in _RATES | _MONEY and (behind := _NAMES.match(plain, end)):
        last = min(behind.end(), passage.name_end(behind.start("name")))
        if last > behind.start("name"):
            return plain[end:last]
    if bound and bound.end < figure.start:
        modal = _MODAL.match(plain, bound.end, figure.start)
        begin = passage.object_start(figure.start, modal.end() if modal else bound.end)
        if begin < figure.start:
            return plain[begin : figure.start]
    begin = passage.object_start(stretch[0])
    if plain[begin - 1] == "”":
        # 专精特新“小巨人”企业20家
        begin = passage.full_name_start(stretch[0])
    return _CHANGE.sub("", plain[begin : stretch[0]])


def _comparator(figure: Figure, bound: Bound | None) -> Comparator:
    """Return how the figure is meant: the word behind it counts before those in front."""
    if behind := comparator_behind(figure.bound):
        return behind
    if bound:
        return bound.comparator
    return Comparator.AT_LEAST if figure.more else Comparator.EXACTLY
