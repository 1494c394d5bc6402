"""What a new figure asks: more, less, or something that cannot be held against the old one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from kg.analysis.diff.version import folded
from kg.analysis.dossier import Link
from kg.analysis.due import span_of
from kg.wording import Text

RAISED, TIGHTENED = Text("提高", "raised"), Text("收紧", "tightened")
RELAXED, CHANGED = Text("放宽", "relaxed"), Text("改变", "changed")

_PAUSES = "，,；;。：:、"
_BASE = re.compile(
    r"(?:较|比|对比|同比|以)(?:于)?(20\d\d年|上年|上一年|去年|前年|同期|上年同期|基期|[“\"]?十[三四五]五)"
)
_MORE = re.compile(r"累计|总数|总量|总规模|存量|保有量")
_NEW = re.compile(r"新增|新建|新设|新培育|新认定|新引进|净增")
_LESS_IS_STRICTER = re.compile(
    r"(?:时限|时间|时长|时效|周期|工期|天数|成本|费用|费率|税负|负担|环节|材料|跑动次数|耗时|能耗|水耗|"
    r"排放|排放量|浓度|事故|死亡人数|死亡率|失业率|发病率|不良率|投诉量|空置率|漏损率|辍学率)$"
)
_AMOUNT = re.compile(
    r"(?:压缩|压减|缩短|缩减|降低|下降|减少|削减|精简|增长|增速|增幅|提高|提升|增加)$"
)
"""By how much something falls or grows, not to where: the larger the stricter."""

_UNSAID = "未标明"
_COUNTINGS = {"累计": "running total", "新增": "new ones", _UNSAID: "not stated"}


class _Stricter(IntEnum):
    """Which way a target is stricter."""

    LESS = -1
    UNKNOWN = 0
    MORE = 1


@dataclass(frozen=True, slots=True)
class Stated:
    """A target with the words it stands in.

    Parameters
    ----------
    words
        What stands before its figure in the same part of the sentence.
    """

    number: float | None
    unit: str
    comparator: str
    object: str
    words: str

    @property
    def base(self) -> str:
        """What the figure is held against (较2023年); empty where nothing is named."""
        found = _BASE.search(f"{self.words}\n{self.object}")
        return found[1] if found else ""

    @property
    def counting(self) -> str:
        """Whether new ones are counted, or all there are; unknown where neither is said."""
        said = f"{self.words}\n{self.object}"
        return "累计" if _MORE.search(said) else "新增" if _NEW.search(said) else _UNSAID

    @property
    def stricter(self) -> _Stricter:
        """Which way it is stricter, by its comparator, else by what is counted."""
        if self.comparator in {"at_least", "at_most"}:
            return _Stricter.MORE if self.comparator == "at_least" else _Stricter.LESS
        named = re.sub(r"(?:年|月|日)?(?:平均|均)?$", "", self.object)
        if _AMOUNT.search(named):
            return _Stricter.MORE
        return _Stricter.LESS if _LESS_IS_STRICTER.search(named) else _Stricter.UNKNOWN


def stated(link: Link, text: str) -> Stated:
    """Return a target as it stands in the text of its measure."""
    props = link[1].props
    number = props.get("number")
    span = span_of(link)
    start = span[0] if span else 0
    left = max(text.rfind(pause, 0, start) for pause in _PAUSES) + 1
    return Stated(
        float(number) if isinstance(number, int | float) else None,
        folded(str(props.get("unit", ""))),
        str(props.get("comparator", "")),
        folded(str(props.get("object", ""))),
        text[left:start],
    )


def direction(old: Stated, new: Stated) -> Text:
    """Return what changed from one target to another.

    Raised, tightened and relaxed are said only where the comparator or what is counted tells
    which way a target is stricter; another base of comparison, or new ones counted instead of all,
    is named; else both figures stand without a judgement.

    Examples
    --------
    >>> one = Stated(15, "个工作日", "at_most", "审批时限", "审批时限压缩至")
    >>> direction(one, Stated(12, "个工作日", "at_most", "审批时限", "审批时限压缩至")).zh
    '收紧'
    """
    if old.number is None or new.number is None or old.unit != new.unit:
        return CHANGED
    figures = _figures(old.number, new.number)
    if old.base != new.base:
        return _named(("基期", "base"), (old.base, new.base), figures)
    if old.counting != new.counting:
        return _named(("口径", "counting"), (old.counting, new.counting), figures)
    if old.number == new.number:
        return CHANGED
    return _judged(old.stricter, new.stricter, more=new.number > old.number) or figures


def _judged(old: _Stricter, new: _Stricter, *, more: bool) -> Text | None:
    """Raised, tightened or relaxed; None where nothing tells."""
    if old != new or old is _Stricter.UNKNOWN:
        return None
    if more != (old is _Stricter.MORE):
        return RELAXED
    return RAISED if more else TIGHTENED


def _figures(old: float, new: float) -> Text:
    if old == new:
        return Text(f"数值未变，{old:.12g}", f"same figure, {old:.12g}")
    return Text(f"由 {old:.12g} 变为 {new:.12g}", f"from {old:.12g} to {new:.12g}")


def _named(what: tuple[str, str], sides: tuple[str, str], figures: Text) -> Text:
    zh, en = what
    old, new = (side or _UNSAID for side in sides)
    old_en, new_en = (_COUNTINGS.get(side, side) for side in (old, new))
    return Text(f"{zh}由{old}改为{new}，{figures.zh}", f"{en} {old_en} → {new_en}, {figures.en}")
