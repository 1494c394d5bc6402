"""The words people read for the codes that the graph holds: 明示 for explicit, 部门 for department.

A code stands in the graph, in queries and in data formats; on screen, in Markdown and in workbooks
stand its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.report import Coded
from kg.wording import Text

# The words of the reports, which need much more to be read; a test holds the two together.
_GRADES = {"covered": Text("承接", "covered"), "partly": Text("部分承接", "partly covered")}
_STATES = {
    "covered": Text("已承接", "covered"),
    "partly": Text("部分承接", "partly covered"),
    "uncovered": Text("未承接", "not covered"),
    "not_applicable": Text("不适用", "not applicable"),
    "unclear": Text("待核", "cannot be judged"),
}
_STATUSES = {
    "accepted": Text("人工确认", "accepted"),
    "suggested": Text("程序建议", "suggested"),
    "stale": Text("判断已过期", "stale"),
    "unsure": Text("人工存疑", "unsure"),
    "rejected": Text("人工否定", "rejected"),
    "conflict": Text("冲突", "in conflict"),
}
_BASES = {
    "explicit": Text("明示", "explicit"),
    "inferred": Text("推断", "inferred"),
    "chain": Text("同一上下级链条", "one chain of governments"),
    "unknown-place": Text("地区不明", "unknown place"),
    "person": Text("人工指定", "as a person asked for"),
}
_METHODS = {
    "concepts": Text("概念词表", "concepts"),
    "words": Text("词句", "words"),
    "person": Text("人工补充", "added by a person"),
}
_JUDGED = {
    "exempt": Text("不适用", "not applicable"),
    "meant": Text("适用", "applicable"),
}
_SCOPES = {
    "measure": Text("全条", "whole measure"),
    "clause": Text("分句", "clause"),
    "own": Text("专属", "own"),
    "blanket": Text("普遍", "blanket"),
}
_KINDS = {
    "party": Text("党委部门", "party"),
    "people's congress": Text("人大", "people's congress"),
    "consultative conference": Text("政协", "consultative conference"),
    "government": Text("政府", "government"),
    "department": Text("部门", "department"),
    "division": Text("处室", "division"),
    "committee": Text("委员会、领导小组、管委会", "committee"),
    "court": Text("法院", "court"),
    "procuratorate": Text("检察院", "procuratorate"),
    "customs": Text("海关", "customs"),
    "institution": Text("事业单位", "institution"),
    "enterprise": Text("企业", "enterprise"),
    "association": Text("团体、协会", "association"),
    "collective": Text("统称", "collective"),
    "body": Text("其他", "other body"),
}
_PRECISIONS = {
    "day": Text("到日", "day"),
    "month": Text("到月", "month"),
    "quarter": Text("到季度", "quarter"),
    "half_year": Text("到半年", "half-year"),
    "year": Text("到年", "year"),
    "range": Text("起止", "range"),
    "period": Text("时期", "period"),
    "continuous": Text("持续推进", "continuous"),
    "recurring": Text("逐年", "recurring"),
    "relative": Text("相对时限", "relative"),
}

FAMILIES: Mapping[str, Mapping[str, Text]] = {
    "basis": _BASES,
    "grade": _GRADES,
    "state": _STATES,
    "status": {
        **_STATUSES,
        "applied": Text("采用", "applied"),
        "cited": Text("引用", "cited"),
        "promised": Text("拟出台", "promised"),
    },
    "method": _METHODS,
    "judged": {**_STATUSES, **_JUDGED},
    "seen": {"seen": Text("已见", "seen"), "unseen": Text("未见", "not seen")},
    "expired": {"expired": Text("已到期（完成情况未载）", "expired (completion not recorded)")},
    "scope": _SCOPES,
    "severity": {
        "error": Text("错误", "error"),
        "warning": Text("警告", "warning"),
        "info": Text("提示", "info"),
    },
    "comparator": {
        "at_least": Text("不少于", "at least"),
        "at_most": Text("不超过", "at most"),
        "about": Text("约", "about"),
        "exactly": Text("等于", "exactly"),
    },
    "level": {
        "national": Text("国家", "national"),
        "province": Text("省级", "province"),
        "city": Text("市级", "city"),
        "county": Text("县级", "county"),
    },
    "kind": _KINDS,
    "genre": {
        "task_list": Text("任务清单", "task list"),
        "breakdown_table": Text("任务分解表", "breakdown table"),
        "inline": Text("文中括注", "inline"),
        "labelled": Text("分条标注", "labelled"),
    },
    "precision": _PRECISIONS,
    "period_basis": {"deadlines": Text("由时限得出", "from the deadlines")},
}
"""Codes with their words, by the name of the property that holds them; a question that makes codes
of its own (``seen``, ``state``, ``expired``) names the list in its head.
"""

_BOOLEANS = {True: Text("是", "yes"), False: Text("否", "no")}


def coded(family: str, code: str) -> Coded | str:
    """Return a code with its words; the code alone where nothing is known of it.

    Examples
    --------
    >>> str(coded("basis", "inferred")), coded("basis", "inferred").code
    ('推断', 'inferred')
    >>> coded("basis", "somehow")
    'somehow'
    """
    words = FAMILIES.get(family, {}).get(code)
    return Coded(words.zh, words.en, code) if words else code


def coded_list(family: str, codes: Sequence[str]) -> Coded:
    """Return several codes of a list with their words.

    Examples
    --------
    >>> coded_list("grade", ("covered", "partly")).zh
    '承接、部分承接'
    """
    found = [coded(family, code) for code in codes]
    zh, en = ([getattr(one, name, one) for one in found] for name in ("zh", "en"))
    return Coded("、".join(map(str, zh)), ", ".join(map(str, en)), tuple(codes))


def coded_boolean(value: bool) -> Coded:
    """Return yes or no."""
    words = _BOOLEANS[value]
    return Coded(words.zh, words.en, value)
