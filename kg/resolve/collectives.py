"""Names that stand for several bodies: 各县（市）区人民政府, 属地乡镇政府, 有关部门."""

from __future__ import annotations

import re
from functools import lru_cache

from .departments import departments
from .kinds import words
from .regions import is_some

_COUNTIES = (
    r"县级|[省市]、[市县区](?:、[县区])?|县（市）区|县（[市区]）|区（[县市]）|市（[州县]）"
    r"|县市|市县|县区|区县|市州|地（?市）?"
)
_TOWNS = (
    r"乡镇(?:（街道）|街道?)?|乡（镇）|镇乡|镇（(?:乡|街道?)）|镇街道?|街镇|街道（[乡镇]）|街道"
    r"|行政村|村（(?:社区|居)）|村居|社区（村）|园区（开发区）|开发区（园区）"
)
_ONE = r"市|县|乡|镇|村|地|园区|功能区|开发区"
_GOVERNMENT = (
    r"(?:党委|党工委)?、?(?:人民)?政府(?:（[\u4e00-\u9fff]{2,6}）|、街道办事处)?"
    r"|街道办(?:事处)?|办事处"
)
_OFFICE = rf"(?:{_GOVERNMENT}|管委会|民?委员?会|居民?委员?会)"
_PLACES = (
    re.compile(rf"(?P<which>[\u4e00-\u9fff]{{0,8}}?)(?:{_COUNTIES}|{_TOWNS}){_OFFICE}?\Z"),
    re.compile(
        rf"(?P<which>[\u4e00-\u9fff]{{2,8}}?)(?:(?:{_ONE}){_OFFICE}?|区(?:{_GOVERNMENT}))\Z"
    ),
    re.compile(rf"(?P<which>[\u4e00-\u9fff]{{0,4}}(?:属地|所在地?|发生地|事发地)){_OFFICE}\Z"),
    re.compile(
        r"(?P<which>)(?:[乡镇](?:党委、?)?(?:人民)?政府(?:（街道办事处）|、街道办事处)?|村民?委员?会)\Z"
    ),
    re.compile(
        r"(?P<which>[\u4e00-\u9fff]{0,8}?)乡镇(?:[\u4e00-\u9fff]{2}所|卫生院|[\u4e00-\u9fff]{2,6}站)\Z"
    ),
    re.compile(r"(?P<which>属地)[\u4e00-\u9fff]{2,8}(?:机关|部门|[局所])\Z"),
)
_OFFICES = re.compile(
    rf"(?P<which>[\u4e00-\u9fff]{{0,8}}?)(?:{_COUNTIES})(?P<office>[\u4e00-\u9fff]{{2,12}})\Z"
)
_ANYWHERE = re.compile(
    r"各(?:[县市区州盟旗乡镇街村地级]|部门|单位|有关|相关|责任|成员|承办|行业|园区|开发区|功能区|高校|学校"
    r"|医院|银行|企业|[处科]室)|^各(?!庄)|(?:[直属级]|全[省市县区州])各"
    r"|[省市县区]、?[市县区乡镇]、?[乡镇村]?[两三]级"
    r"|^[省市县区州]?(?:直属?|级|属)?(?:机关)?(?:有关|相关|其他|其它|全体|所有)(?!性)"
)
_NO_NAMES = ("单位", "机构", "运营商", "院所", "业主")
"""A body of its own has another name than these."""

_ENDINGS = ("部门", "企业", "高校", "院校", "部队", "学校", "医院")
_AT_END = re.compile(
    r"(?:(?:责任|牵头|配合|职能|组成|工作|[省市县区州][直级]|^[直级])部门"
    r"|(?:行业|业务)(?:主管|监管|管理)部门|驻[\u4e00-\u9fff]{1,6}(?:部门|企业|高校|院校|部队)"
    r"|(?:[省市县区州]属|直属|公立|试点|示范)(?:国有|重点|有关|相关)?(?:中小)?"
    r"(?:学校|高校|院校|医院|企业))\Z"
)
_LAST_OF_PLACES = frozenset("府处办会级区县市州地）道街镇乡村居所院站关门局委厅")
_WHICH_ENDINGS = ("属地", "所在", "所在地", "发生地", "事发地", "的")


@lru_cache(maxsize=1024)
def is_collective(form: str) -> bool:
    """Tell whether a name stands for several bodies, by its form alone.

    Parameters
    ----------
    form
        In its canonical form, with or without the place before it.

    Examples
    --------
    >>> is_collective("涉农乡镇人民政府"), is_collective("清源镇人民政府")
    (True, False)
    """
    known = words()
    return (
        names_places(form)
        or form.startswith(known.collective_beginnings)
        or any(part in form for part in known.collective_parts)
        or form.endswith(known.collective_endings)
        or form.endswith(_NO_NAMES)
        or _ANYWHERE.search(form) is not None
        or (form.endswith(_ENDINGS) and _AT_END.search(form) is not None)
    )


def names_places(form: str) -> bool:
    """Tell whether a name says which places' governments are meant and names none of them.

    Examples
    --------
    >>> names_places("项目所在地人民政府"), names_places("县级人民政府"), names_places("县人民政府")
    (True, True, False)
    """
    if form[-1:] not in _LAST_OF_PLACES:
        return False
    found = (pattern.match(form) for pattern in _PLACES)
    if any(_says_which(match) for match in found if match):
        return True
    offices = _OFFICES.match(form)
    return offices is not None and _says_which(offices) and _is_office(offices["office"])


def _is_office(name: str) -> bool:
    return departments().is_form(name) or name.endswith(("部门", "机关"))


def _says_which(found: re.Match[str]) -> bool:
    which = found["which"]
    return not which or which.endswith(_WHICH_ENDINGS) or is_some(which)
