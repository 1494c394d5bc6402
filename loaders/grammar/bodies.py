"""Lists of bodies as they stand in cells and clauses: split into names, brackets kept."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.grammar.brackets import split_outside

SEPARATORS = "、，,；;"

_STRONG = (
    "局|委|办|厅|部|院|署|处|科|室|股|中心|政府|管委会|委员会|总会|学会|协会|联合会|商会|研究会|公会|"
    "法院|检察院|海关|公司|集团|银行|支行|分行|总行|工会|团市委|团省委|团县委|妇联|残联|工商联|科协|社科联|"
    "文联|侨联|台联|记协|作协|红十字会|贸促会|供销社|联社|街道|办事处|税务局|支队|总队|大队|馆|大学|学院|"
    "单位|部门|专班|指挥部|指导委|仲裁委|编办|军分区|人武部|运营商|党组|党委|党工委|纪委|监委|人大|政协|团委"
)
_WEAK = (
    "会|街|镇|乡|县|区|市|省|州|盟|旗|站|所|队|台|网|报社|社|校|学校|高校|院校|医院|园区|开发区|高新区|"
    "软件园|企业|机构|主体|成员|地区|各地|组|城投|电力|联盟|铁塔|供电|港务|机场|口岸|基地|园|行|司|厂|库"
)
"""Endings that names of bodies share with other words (县、企业、基地): a list of such names alone
may as well be running text."""

_STRONG_NAME = re.compile(f"(?:{_STRONG})$|^(?:各|有关|相关|其他|其它)")
_ENDING = re.compile(f"(?:{_STRONG}|{_WEAK})$")
"""How names of bodies end; a test of likeness, never a list of bodies."""

_OPEN_LIST = re.compile(
    r"等(?:相关|有关|市直|省直|县直|区直)?(?:部门|单位|部门和单位|单位和部门)?$"
)

LONGEST_NAME = 40
"""Characters of the longest name taken for a body."""

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
    >>> split_bodies("/")
    ()
    """
    if _NONE.match(text):
        return ()
    cleaned = (_clean(n) for n in split_outside(text, SEPARATORS))
    return tuple(n for n in cleaned if n)


def _clean(name: str) -> str:
    name = re.sub(r"\s+", "", name).strip("。.；;：:")
    shorter = _OPEN_LIST.sub("", name)
    return shorter if shorter != name and ends_like_body(shorter) else name


def ends_like_body(name: str) -> bool:
    """Tell whether a name ends as names of bodies do, a second name in brackets left aside.

    Examples
    --------
    >>> ends_like_body("市委宣传部（版权局）"), ends_like_body("省知识产权管理")
    (True, False)
    """
    if not name or len(name) > LONGEST_NAME:
        return False
    return _ENDING.search(_without_second_name(name)) is not None


def _without_second_name(name: str) -> str:
    return re.sub(r"[（(][^（()）]{0,30}[）)]$", "", name)


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
    strong = sum(_STRONG_NAME.search(_without_second_name(n)) is not None for n in names)
    return (
        alike * 5 >= len(names) * 4
        and strong * 2 >= len(names)
        and all(len(n) <= LONGEST_NAME for n in names)
    )


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
