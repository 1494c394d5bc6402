"""Places in texts: those the gazetteer knows, and others by the form of their names."""

from __future__ import annotations

import re

from kg.model import FrontMatter

from .gazetteer import LONGEST_NAME, NATION, Region, book

__all__ = [
    "NATION",
    "Region",
    "document_region",
    "is_national",
    "is_no_unit",
    "is_some",
    "leading_region",
    "level_of_unit",
    "region_named",
    "region_prefix",
]

_LEAD = re.compile(
    r"(?:[《“\"（(\s]|关于|印发|转发|公布|中共|(?:19|20)[0-9]{2}(?:[-—–~至](?:19|20)[0-9]{2})?年度?){0,6}"
)
_UNITS = (
    re.compile(r"([\u3400-\u9fff]{2,12}?)(自治区|自治州|自治县|自治旗)"),
    re.compile(r"([\u3400-\u9fff]{2,7}?)(省|盟|旗)"),
    re.compile(r"([\u3400-\u9fff]{1,4}?)(市|县|区)"),
    re.compile(r"([\u3400-\u9fff]{2,4}?)(州)"),
)
_LEVEL_OF = {
    "省": "province",
    "自治区": "province",
    "市": "city",
    "自治州": "city",
    "州": "city",
    "盟": "city",
}
_NOT_A_UNIT = re.compile(
    r"市(?:[场值面盈容域]|监[局所]"
    r"|民(?![政族宗办营航革盟建进爆俗兵防企]|生(?!活)|间组织|.{1,8}(?:局|办|办公室|委|委员会)(?:（|$)))"
    r"|区(?:域|块|间|别|划|分)|县域|省(?:际|略|份)|旗(?:舰|帜|下)"
)
"""Words in which the character is no unit: 市场, 区域, 县域, 省际, 旗舰."""

_NO_STEM = re.compile(
    r"[的和与及全各本我该等年为在由对按其是有将把让向每]|[局委办部厅院校司厂所站队组处室股驻直级属]"
    r"|银行|公司|中心|政府|企业|产业|协会|工会|^(?:国家|中国|全国|中央|人民|中共|国网|联合|共青团)"
    r"|推[进动]|加[强快]|促进|强化|建[设立]|完善|落实|开展|制定|提[升高]|支持|关于|实施|做好|打造|深化"
    r"|市场|知识|专利|商标|技术|经济|社会|服务|管理|工作|城乡|重点|创新"
)
_SOME = re.compile(
    r"^(?:每|整|某|任[何一意]|若干|部分|个别|所有|全部|其余|其他|上述|前述|余下|剩余|首批|承担|涉及|项目|有任务)"
    r"|(?:试点|示范|相关|有关|任务|重点|一般|结对|受援|支援|帮扶|摘帽|脱贫|先行|样板|标杆|所在|所在地|属地|事发地?|发生地|入选"
    r"|创建|申报|涉及|相邻|毗邻|邻近|周边|沿[江海黄边湖线路]|沿线各|涉[\u4e00-\u9fff]|责任|主产|产粮|矿区|林区|农业|重灾|山区|库区|牧区|灾区|老区|苏区|海岛|民族|边境|受灾)$"
)
"""Words that say which places of a kind are meant (受援县, 每个市): no place has such a name."""
_UNIT_INSIDE = re.compile(r"[省市县区]")

_NO_END = {
    "区": re.compile(
        r"(?:^县.*|高新|示范|试验|实验|开发|经开|园|新|景|片|社|小|校|厂|库|地|特|灾|林|牧|矿|保税|综保|自贸"
        r"|贸易|合作|功能|集聚|聚集|先导|先行|引领|核心|保护|综合|工业|辖|郊|市|军|战|分|专|行政|自治"
        r"|街|商|老|侨|边|赛|考|学|选|营|禁|度假|风景|名胜|旅游|生态|物流|加工|投资|县"
        r"|(?:^|[高深石半浅矮远困荒老])山|(?:^|[沿近远])海|(?:^|大)湾|(?:^|[税贸临])港|(?:^|[主老新心古大小])城)$"
    ),
    "市": re.compile(r"(?:^[省市县区].*|[县省区超上股门夜集都地]|.{2,}城|[大小新老古]城)$"),
    "县": re.compile(r"(?:^[省市县区].*|[市省区郡外]|示范|强|贫困|产粮|大)$"),
    "盟": re.compile(r"[联加结同]$"),
    "旗": re.compile(r"[红国锦]$"),
    "州": re.compile(r"[神九]$"),
}


def region_named(name: str) -> Region | None:
    """Return the place of a name: full (福州市), short (福州), one character (闽); None if unknown.

    Examples
    --------
    >>> region_named("福州").code, region_named("闽").name, region_named("澄湖市")
    ('350100', '福建省', None)
    """
    plain = "".join(name.split())
    known = book()
    return known.full.get(plain) or known.short.get(plain) or known.letter.get(plain)


def leading_region(text: str) -> Region | None:
    """Return the place that a title or a body's name begins with, the most specific one printed.

    A year, 关于印发 and an opening bracket before it are passed over. A place the gazetteer does
    not know is told by its form.

    Examples
    --------
    >>> leading_region("2025年信江市推动知识产权高质量发展任务清单").name
    '信江市'
    >>> leading_region("福建省福州市鼓楼区人民政府").full_name
    '福州市鼓楼区'
    >>> leading_region("高新区管委会"), leading_region("各县（市）区人民政府")
    (None, None)
    """
    lead = _LEAD.match(text)
    found = region_prefix(text[lead.end() :] if lead else text)
    return found[0] if found else None


def region_prefix(text: str) -> tuple[Region, str] | None:
    """Return the place at the very start of a text and the words that follow it.

    A name that goes down several levels (福建省厦门市…) gives the lowest.
    """
    found = _first(text)
    if found is None:
        return None
    region, rest = found
    while region.level in ("province", "city"):
        lower = _lower(region, rest)
        if lower is None:
            break
        region, rest = lower
    return region, rest


def document_region(front: FrontMatter) -> Region | None:
    """Return the place a paper speaks for: that of its issuer, else of its title, else of its list.

    None when none of them names a place.
    """
    if is_national(front.issuer):
        return NATION
    for text in (front.issuer, front.title, front.list_title):
        region = leading_region("".join(text.split()))
        if region is not None:
            return region
    return None


def level_of_unit(unit: str) -> str:
    """Return the level that a unit names: province for 省, city for 市, county for 县 or 区."""
    return _LEVEL_OF.get(unit, "county")


def is_no_unit(text: str, at: int = 0) -> bool:
    """Tell whether a character of a level belongs to another word there: 市场, 市民.

    Examples
    --------
    >>> is_no_unit("市民服务"), is_no_unit("市民政局")
    (True, False)
    """
    return _NOT_A_UNIT.match(text, at) is not None


def is_some(stem: str) -> bool:
    """Tell whether the words before a unit say which places are meant and name none.

    Examples
    --------
    >>> is_some("受援"), is_some("每个"), is_some("房山")
    (True, True, False)
    """
    return _SOME.search(stem) is not None


def is_national(name: str) -> bool:
    """Tell whether a body's name begins like that of a national one.

    Examples
    --------
    >>> is_national("国家知识产权局"), is_national("福建省知识产权局")
    (True, False)
    """
    return name.startswith(_NATIONAL)


_NATIONAL = ("国家", "国务院", "中共中央", "中央", "全国", "中国", "中华人民共和国", "最高人民")


def _first(text: str) -> tuple[Region, str] | None:
    known = book()
    if full := _longest(known.full, text):
        return full
    short = _longest(known.short, text)
    # 福州鼓楼区: a short name with a place below it, not a district called 福州鼓楼.
    if short and _lower(*short):
        return short
    return _by_form(text, ()) or short


def _longest(names: dict[str, Region], text: str) -> tuple[Region, str] | None:
    for length in range(min(LONGEST_NAME, len(text)), 1, -1):
        region = names.get(text[:length])
        if region is not None and not _NOT_A_UNIT.match(text, length - 1):
            return region, text[length:]
    return None


def _lower(region: Region, text: str) -> tuple[Region, str] | None:
    """Read a place printed right behind the one it lies in."""
    for names in (book().full, book().short):
        known = _longest(names, text)
        if known and region in known[0].parents:
            # A short name counts only with a place below it (福建省福州鼓楼区).
            found = known if names is book().full else _lower(*known)
            if found:
                return found
    found = _by_form(text, region.chain)
    if found is None or found[0].level in ("province", region.level):
        return None
    return found


def _by_form(text: str, parents: tuple[Region, ...]) -> tuple[Region, str] | None:
    for form in _UNITS:
        found = form.match(text)
        if found is None or _NOT_A_UNIT.match(text, found.start(2)):
            continue
        if _is_stem(found[1], found[2]) and not _holds_city(found[1], found[2]):
            return _formed(found[1], found[2], parents), text[found.end() :]
    return None


def _is_stem(stem: str, unit: str) -> bool:
    if len(stem) == 1 and unit != "县":
        return False
    if (
        is_some(stem)
        or _NO_STEM.search(stem)
        or (unit not in "市县区" and _UNIT_INSIDE.search(stem))
    ):
        return False
    no_end = _NO_END.get(unit)
    return no_end is None or no_end.search(stem) is None


def _holds_city(stem: str, unit: str) -> bool:
    """No city is called after another one and more (福州福州市)."""
    shorts = book().short
    return unit in "市州" and any(stem[:n] in shorts for n in range(2, len(stem)))


def _formed(stem: str, unit: str, parents: tuple[Region, ...]) -> Region:
    name = stem + unit
    level = level_of_unit(unit)
    if level == "city" and any(p.level == "city" for p in parents):
        level = "county"
    full = f"{parents[0].full_name}{name}" if parents and level == "county" else name
    if known := book().full.get(full):
        return known
    short = stem if len(stem) > 1 else ""
    return Region(f"region:{full}", name, None, level, parents, short)
