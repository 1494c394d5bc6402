"""Lists of bodies as they stand in cells and clauses: split into names, brackets kept."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.grammar.brackets import split_outside

from .joints import part_names
from .likeness import LONGEST_NAME, ends_like_body, is_strong_name

SEPARATORS = "、，,；;､﹑﹐﹔丶"
"""The last is a stroke that reads of print take for 、; no body has it in its name."""

_OPEN_LIST = re.compile(
    r"等(?:相关|有关|市直|省直|县直|区直)?(?:部门|单位|部门和单位|单位和部门)?$"
)

_NONE = re.compile(r"^[/／\\\-—–－无空\s]{1,6}$")


@lru_cache(maxsize=8_192)  # cells repeat, and each is asked about by several rules
def split_bodies(text: str) -> tuple[str, ...]:
    """Return the names of a list in printed order.

    Separators inside brackets do not separate; a closing 。 is no part of a name; a cell that
    says «none» (``/``, ``—``, 无) gives no name; 等部门 behind the last name is taken off when
    what is left ends like a body.

    Examples
    --------
    >>> split_bodies("市财政局，各县（市、区）政府、高新区管委会。")
    ('市财政局', '各县（市、区）政府', '高新区管委会')
    >>> split_bodies("市应急管理局、市水利局等部门")
    ('市应急管理局', '市水利局')
    >>> split_bodies("市教育局 市体育局，市公安局和县公安局"), split_bodies("/")
    (('市教育局', '市体育局', '市公安局', '县公安局'), ())
    """
    if _NONE.match(text):
        return ()
    parts = (n for part in separated(text) for n in part_names(part))
    cleaned = (_clean(n) for n in parts)
    return tuple(n for n in cleaned if n)


_COUNTY_LOST = re.compile(r"[（(][市区县旗]$")
_LEVEL_ALONE = re.compile(r"\s*(?:中央|国家|省|市|县|区)(?:、[省市县区])*\s*")
_LEVEL_NEXT = re.compile(r"\s*[省市县区军]")


def separated(text: str) -> tuple[str, ...]:
    """Return what stands between the separators of a list, white space and all.

    Examples
    --------
    >>> separated("各县（市、区政府、市财政局 市水利局")
    ('各县（市、区政府', '市财政局 市水利局')
    """
    parts: list[str] = []
    for part in split_outside(text, SEPARATORS):
        if parts and _COUNTY_LOST.search(parts[-1]) and part[:1] in "市区县旗":
            parts[-1] += "、" + part  # 各县（市、区政府: the bracket that held it together is lost
        elif parts and _LEVEL_ALONE.fullmatch(parts[-1]) and _LEVEL_NEXT.match(part):
            parts[-1] += (
                "、" + part.strip()
            )  # 中央、省驻某市单位: one name for bodies of two levels
        else:
            parts.append(part)
    return tuple(parts)


def _clean(name: str) -> str:
    name = re.sub(r"\s+", "", name).strip("。.；;：:")
    shorter = _OPEN_LIST.sub("", name)
    return shorter if shorter != name and ends_like_body(shorter) else name


def has_open_list(name: str) -> bool:
    """Tell whether a name ends in 等部门 or the like: a list left open.

    Examples
    --------
    >>> has_open_list("省知识产权管理等部门")
    True
    """
    return _OPEN_LIST.search(name) is not None


_SENTENCE = re.compile(r"[。；;！？]\s*\S")


@lru_cache(maxsize=8_192)
def is_body_list(text: str) -> bool:
    """Tell whether a text reads as a list of bodies: at least four names in five end like bodies,
    half of them in a way that other words do not, none is long, and no sentence ends in the middle.

    Examples
    --------
    >>> is_body_list("保护处、运用处，各地知识产权管理部门")
    True
    >>> is_body_list("培育示范（试点）县、知识产权强国建设园区、高新技术企业。")
    False
    >>> is_body_list("规范办理案件线索，及时向国家知识产权局报告。配合做好筛查工作。")
    False
    """
    names = split_bodies(text)
    if not names or _SENTENCE.search(text.replace("；", "、").replace(";", "、")):
        return False
    alike = sum(ends_like_body(n) or has_open_list(n) for n in names)
    strong = sum(map(is_strong_name, names))
    return (
        alike * 5 >= len(names) * 4
        and strong * 2 >= len(names)
        and all(len(n) <= LONGEST_NAME for n in names)
    )


def is_name_list(text: str) -> bool:
    """Tell whether a text that stands in a column of bodies can be a list of them: what most of
    its names do not show, the column does.

    No sentence ends in it, no name is long, and one in three at least ends like a body alone.

    Examples
    --------
    >>> is_name_list("市教育局、市电信、市移动"), is_body_list("市教育局、市电信、市移动")
    (True, False)
    >>> is_name_list("建立清单，落实经费，加强与市财政局的衔接")
    False
    """
    if is_body_list(text):
        return True
    if re.search(r"[。！？]", text):
        return False
    names = split_bodies(text)
    strong = sum(map(is_strong_name, names))
    return len(names) > 1 and strong * 3 >= len(names) and max(map(len, names)) <= _MIDDLING


_MIDDLING = 20
"""Characters of the longest name in a list that the column alone shows to be one."""


def is_prose(text: str) -> bool:
    """Tell whether a text reads as running text: it ends or holds a sentence, or it is long, and
    it is no list of bodies.

    Examples
    --------
    >>> is_prose("开展海外商标公益服务，定期发布预警信息。")
    True
    >>> is_prose("各县（市）区政府、高新区管委会。")
    False
    """
    if is_body_list(text):
        return False
    return bool(re.search(r"[。！？]", text)) or len(text) > LONGEST_NAME
