"""Whether a measure is about nothing but drafting the document's own plan, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.analysis.dossier import Entry
from kg.analysis.gaps.owner import Owner


class Business(StrEnum):
    """What a level does for itself alone."""

    PLAN = "plan"
    WORK_POINTS = "work_points"


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a measure drafts, in its own words."""

    business: Business
    words: str


_DATE = r"(?:[0-9]{4}\s*年(?:[0-9]{1,2}月)?(?:[年月]?[底末初]|上半年|下半年)?前?|年[底末初]前?)"
_WITH = r"(?:会同|配合|联合|商)[^，]{1,24}?(?:部门|单位|厅|局|委|办|院|校|大学|机构)(?:共同|联合)?"
_HOW = (
    "研究|组织|牵头|负责|参与|抓紧|加快|推进|推动|启动|开展|做好|抓好|完成|认真|科学|积极|适时|统筹"
    "|扎实|全面|深入|及时|尽快|有序|稳步|系统|提前|超前|高质量|高标准|高水平|高起点|前瞻性?|并|地"
)
_OPENING = rf"(?:{_DATE}|{_WITH}|{_HOW})*"
_MAKES = "编制|编写|起草|制定|制订|拟订|拟定|谋划|修编|修订"
_ISSUES = "印发|出台|发布"
_MAKING = rf"(?:{_MAKES})[好完]?(?:[、和并及]?(?:{_MAKES}|{_ISSUES}))*"
_PLAN = "规划|纲要"
_PERIOD = r"[“\"]?十[一二三四五六七八九]?五[”\"]?(?:时期|期间)?"
_CLOSES = r"[”’》）\"]*(?:（[^（）]*）)?[”’》\"]*"
_STAGE = (
    "前期|编制|编写|起草|修编|修订|制定|制订|谋划|研究|调研|论证|评审|工作|文本|草案|初稿|送审稿|基本"
    "|思路|框架|大纲|和|与|及|、|等|的"
)
_REPORTS = (
    r"(?:按程序|适时|及时)*(?:上报|提请|报请|报)[^，]{1,16}?(?:审定|审议|批准|批复|审批|备案)"
    rf"(?:后?(?:{_ISSUES}))*"
)
_AIM = "目标|任务|举措|措施|项目|工程|思路|方向|重点|布局|指标|路径|分工|清单|要求|工作|发展"

_DRAFTS_PLAN = re.compile(
    rf"{_OPENING}(?P<make>{_MAKING})?(?P<object>[^，]{{0,60}}?(?:{_PLAN}))(?P<closes>{_CLOSES})"
    rf"(?P<stage>(?:{_STAGE})*)(?:[并后]?{_REPORTS})?"
)
_PLANS_PERIOD = re.compile(
    rf"{_OPENING}(?P<make>谋划|{_MAKING})(?P<object>{_PERIOD}[^，]*?(?:{_AIM}))"
)
_POINTS = re.compile(rf"{_OPENING}(?:{_MAKING}|{_ISSUES})(?P<object>[^，]*?工作要点){_CLOSES}")
_BRINGS_IN = re.compile(
    rf"{_OPENING}(?:争取|力争)*将[^，]{{1,40}}纳入(?P<object>[^，]*?(?:{_PLAN})){_CLOSES}"
)
_AROUND = re.compile(
    "|".join(
        (
            r"(?:充分|更好|切实|有效)*发挥[^，]{1,50}(?:作用|职能)",
            r"(?:按照|根据|依据|结合|围绕|立足|对照|对标|衔接|对接)[^，]{1,40}"
            r"(?:要求|部署|精神|实际|意见|安排|定位|战略|政策|程序|形势|特点|规划|纲要)[”》]*",
            r"(?:贯彻|落实)+[^，]{1,40}(?:要求|部署|精神|战略|规划|纲要)[”》]*",
            rf"{_OPENING}(?:总结|评估|梳理|分析)[^，]*?(?:{_PLAN})[^，]{{0,4}}"
            r"(?:实施|执行|落实|完成)?(?:情况|成效|经验|评估)?",
            rf"{_OPENING}[^，]*?(?:{_PLAN})[^，]{{0,4}}(?:实施|执行)?(?:情况)?(?:中期|终期|总结)评估",
            r"(?:开展|组织|深入|做好|加强|系统)+[^，]{0,12}(?:调研|调查研究|前期研究|专题研究|课题研究|论证)"
            r"(?:工作)?",
            rf"(?:科学|细化|研究|并)*(?:提出|明确|确定|凝练|谋划)[^，]{{0,30}}(?:{_AIM})",
            r"(?:广泛|充分|公开)*(?:征求|听取|吸收|吸纳)[^，]{0,20}(?:意见|建议)",
            rf"(?:并|{_DATE})*{_REPORTS}",
            rf"(?:按程序|适时|争取|及时|尽快|并|{_DATE})*(?:报批|送审|审定|批准|{_ISSUES})"
            r"(?:[、和并及]?(?:实施|施行|印发|发布))*",
            rf"(?:{_DATE})?(?:完成|形成)?(?:{_STAGE})*",
        )
    )
)
_HELPS = re.compile(
    r"(?:积极|持续|统筹|全面|加快|扎实|协同)*(?:推进|推动|促进)(?P<aim>[^，]{4,20})"
)
_TURNS_TO = re.compile("落实|衔接|对接|纳入|按照|依据|根据|贯彻|执行")
_MAKES_IN = re.compile(f"{_MAKES}|前期|研究|调研|论证")
_CLAUSES = re.compile(r"(?:《[^《》]*》|“[^“”]*”|（[^（）]*）|[^，,。；;：:！？!?\n])+")
_NO_QUANTITY = re.compile(rf"《[^《》]*》|“[^“”]*”|（[^（）]*）|{_DATE}")
_DIGIT = re.compile(
    r"[0-9０-９%％]|[一二三四五六七八九十百千万两]+(?:余|多)?[个家项所张亩户名人次件场处条座万亿]"
)


def drafting(entry: Entry, owner: Owner) -> Drafting | None:
    """Return what a measure drafts; None where it is about anything else as well.

    Each clause must draft the own plan, or the work points of the own coordinating body, or only
    stand around that: on what it rests, what was looked into before, what it shall say, who
    approves it. A quantity, or any other verb, makes it a task that can be taken on below. A plan
    into which something is brought (纳入) or to which something keeps (落实, 衔接) is not drafted.
    """
    clauses = [(m.start(), m.group().strip()) for m in _CLAUSES.finditer(entry.text)]
    if any(_DIGIT.search(_NO_QUANTITY.sub("", words)) for _, words in clauses):
        return None
    told = [(at, words, _core(at, words, entry, owner)) for at, words in clauses]
    found = [core for _, _, core in told if core is not None]
    if not found or not all(
        core is not None or _stands_around(at, words, entry, owner, found)
        for at, words, core in told
    ):
        return None
    return found[0]


def _core(at: int, words: str, entry: Entry, owner: Owner) -> Drafting | None:
    """What a clause drafts of the own level's."""
    match = _DRAFTS_PLAN.fullmatch(words)
    if match is not None and _is_drafted(match, at, entry, owner):
        begin = match.start("make" if match["make"] else "object")
        return Drafting(Business.PLAN, words[begin : match.end("closes")])
    period = _PLANS_PERIOD.fullmatch(words)
    if period is not None and _names_own_plan(entry, owner):
        return Drafting(Business.PLAN, words[period.start("make") :])
    points = _POINTS.fullmatch(words)
    if points is not None and owner.body_in(entry.text):
        return Drafting(Business.WORK_POINTS, words)
    return None


def _is_drafted(match: re.Match[str], at: int, entry: Entry, owner: Owner) -> bool:
    """Whether the own plan is the object of the verb, or stands before its noun (规划编制工作)."""
    plan = match["object"]
    if _TURNS_TO.search(plan) or not owner.owns(plan, at + match.start("object"), entry):
        return False
    return bool(match["make"]) or (
        owner.opens(plan) and _MAKES_IN.search(match["stage"]) is not None
    )


def _names_own_plan(entry: Entry, owner: Owner) -> bool:
    """Whether another clause tells whose period it is: something goes into the own plan."""
    for clause in _CLAUSES.finditer(entry.text):
        match = _BRINGS_IN.fullmatch(clause.group().strip())
        if match and owner.owns(match["object"], clause.start() + match.start("object"), entry):
            return True
    return False


def _stands_around(
    at: int, words: str, entry: Entry, owner: Owner, cores: Iterable[Drafting]
) -> bool:
    """Whether a clause only goes with what is drafted."""
    if _AROUND.fullmatch(words) is not None:
        return True
    brings = _BRINGS_IN.fullmatch(words)
    if brings is not None:
        return owner.owns(brings["object"], at + brings.start("object"), entry)
    helps = _HELPS.fullmatch(words)
    # 《…强省建设工作要点》, 推进…强省建设: what the paper is for, in the words of its own title.
    return helps is not None and any(helps["aim"] in core.words for core in cores)
