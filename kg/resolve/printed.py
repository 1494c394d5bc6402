"""Printed names → one form: width, brackets, white space, and words that say the same."""

from __future__ import annotations

import re
from unicodedata import category, normalize

from .regions import Region

_TRIM = " 。；，、,;.．:：·•*"
_BRACKETS = str.maketrans({"(": "（", ")": "）", "[": "（", "]": "）", "〔": "（", "〕": "）"})
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))
_COUNTY_MARK = "县（市）区"
_COUNTIES = re.compile(
    r"县（市[、,，]?区）|县（市）[、,，]?区|县（市）（区）|县[、,，]市[、,，]区|县市区"
    r"|市[、,，]?县（区）|县[、,，]?市（区）|区（市）县|市（县）区|县（区[、,，]?市）|区（县[、,，]?市）|市（县[、,，]?区）"
)
_GOVERNMENT_HERE = re.compile(
    r"(?:^|(?<=[省市县区州旗盟乡镇地级）]))政府(?=$|（|各|办|研究室|督查|参事室|驻)"
)
_AFTER_PLACE = re.compile(r"^政府(?=$|（|各|办|研究室|督查|参事室|驻|金融|外办|新闻办)")
_YOUTH_LEAGUE = re.compile(r"^(?:共青)?团(省|市|县|区|州|盟|旗)委(?:员会)?$")
_SECOND_NAME = re.compile(r"(?<=.)（([^（）]{2,60})）$")
_NO_LEVEL_INSIDE = ("市场", "市容", "市域", "市民", "市委", "省委", "县委", "区委", "区域")
_BRACKET = re.compile(r"（[^（）]{1,60}）")


def canonical_form(name: str) -> str:
    """Return a name in the one form that decides whether two are the same.

    Compatibility forms as NFKC has them, but full-width brackets; no white space or invisible
    characters; no full stop or separator at the ends; 政府 written as 人民政府, and the ways to
    write «counties, cities and districts» as 县（市）区. Applying it twice changes nothing.

    Examples
    --------
    >>> canonical_form("各县(市、区)政府。")
    '各县（市）区人民政府'
    >>> canonical_form(" 市委 宣传部(版权局)，")
    '市委宣传部（版权局）'
    >>> canonical_form("市政府采购中心"), canonical_form("团市委")
    ('市政府采购中心', '市团委')
    """
    form = _folded(_folded(name)).strip(_TRIM)
    form = _COUNTIES.sub(_COUNTY_MARK, form)
    form = _YOUTH_LEAGUE.sub(r"\1团委", form)
    return _GOVERNMENT_HERE.sub("人民政府", form)


def after_place(words: str) -> str:
    """Return the words behind a place's name in their one form: 政府 is a government there.

    Examples
    --------
    >>> after_place("政府金融办"), after_place("政府采购中心")
    ('人民政府金融办', '政府采购中心')
    """
    return _AFTER_PLACE.sub("人民政府", words)


def outside_brackets(name: str) -> str:
    """Return the name without second names in brackets: 市委宣传部（版权局）→ 市委宣传部.

    Examples
    --------
    >>> outside_brackets("办公室（人事科）")
    '办公室'
    """
    return _BRACKET.sub("", name)


def without_repeated_level(name: str, region: Region) -> str:
    """Return the name with the second name in brackets freed of the place it repeats.

    Examples
    --------
    >>> from kg.resolve.regions import region_named
    >>> without_repeated_level("福州市市场监管局（市知识产权局）", region_named("福州市"))
    '福州市市场监管局（知识产权局）'
    """
    found = _SECOND_NAME.search(name)
    if found is None or not name.startswith(region.full_name):
        return name
    second = found[1]
    for start in (region.full_name, region.name):
        second = second.removeprefix(start)
    unit = region.name[-1]
    while second.startswith(unit) and not second.startswith(_NO_LEVEL_INSIDE):
        second = second[1:]
    return f"{name[: found.start()]}（{second}）" if second else name


def _folded(text: str) -> str:
    plain = normalize("NFKC", "".join(c for c in text if category(c) not in _INVISIBLE))
    return "".join(c for c in plain if category(c) not in _INVISIBLE).translate(_BRACKETS)
