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
    r"(?:^|(?<=[省市县区州旗盟]))政府(?=$|（|各|办|研究室|督查|参事室|驻)"
)
_AFTER_PLACE = re.compile(r"^政府(?=$|（|各|办|研究室|督查|参事室|驻|金融|外办|新闻办)")
_BRACKET = re.compile(r"（[^（）]{1,60}）")


def canonical_form(name: str, *, placed: bool = False) -> str:
    """Return a name in the one form that decides whether two are the same.

    Compatibility forms as NFKC has them, but full-width brackets; no white space or invisible
    characters; no full stop or separator at the ends; 政府 written as 人民政府, and the ways to
    write «counties, cities and districts» as 县（市）区. Applying it twice changes nothing.

    Parameters
    ----------
    placed
        True for words that follow a place's name (政府 at the start is then a government).

    Examples
    --------
    >>> canonical_form("各县(市、区)政府。")
    '各县（市）区人民政府'
    >>> canonical_form(" 市委 宣传部(版权局)，")
    '市委宣传部（版权局）'
    >>> canonical_form("市政府采购中心")
    '市政府采购中心'
    """
    form = _folded(_folded(name)).strip(_TRIM)
    form = _COUNTIES.sub(_COUNTY_MARK, form)
    form = _GOVERNMENT_HERE.sub("人民政府", form)
    return _AFTER_PLACE.sub("人民政府", form) if placed else form


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
    unit = region.name[-1]
    for start in (region.full_name, region.name, unit):
        mark = f"（{start}"
        at = name.find(mark)
        rest = name[at + len(mark) :]
        if at > 0 and not rest.startswith(("）", "场", "容", "域", "民", "委", "）区")):
            return f"{name[:at]}（{rest}"
    return name


def _folded(text: str) -> str:
    plain = normalize("NFKC", "".join(c for c in text if category(c) not in _INVISIBLE))
    return "".join(c for c in plain if category(c) not in _INVISIBLE).translate(_BRACKETS)
