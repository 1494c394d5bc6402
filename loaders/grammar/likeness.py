"""How names of bodies end: a test of likeness, never a list of bodies."""

from __future__ import annotations

import re

LONGEST_NAME = 40
"""Characters of the longest name taken for a body."""

_STRONG = (
    "局|委|办|厅|部|院|署|处|科|室|股|中心|政府|管委会|委员会|总会|学会|协会|联合会|商会|研究会|公会|"
    "法院|检察院|海关|公司|集团|银行|支行|分行|总行|工会|团市委|团省委|团县委|妇联|残联|工商联|科协|社科联|"
    "文联|侨联|台联|记协|作协|红十字会|贸促会|供销社|联社|街道|办事处|税务局|支队|总队|大队|馆|大学|学院|"
    "单位|部门|专班|指挥部|指导委|仲裁委|编办|军分区|人武部|运营商|党组|党委|党工委|纪委|监委|人大|政协|团委"
)
_WEAK = (
    "会|街|镇|乡|县|区|市|省|州|盟|旗|站|所|队|台|网|报社|社|校|学校|高校|院校|医院|园区|开发区|高新区|"
    "软件园|企业|机构|主体|成员|地区|各地|组|城投|电力|联盟|铁塔|供电|港务|机场|口岸|基地|园|行|司|厂|库|段"
)
"""Endings that names of bodies share with other words (县、企业、基地): a list of such names alone
may as well be running text."""

_STRONG_END = re.compile(f"(?:{_STRONG})$")
_GENERAL = re.compile("^(?:各|有关|相关|其他|其它)")
_ENDING = re.compile(f"(?:{_STRONG}|{_WEAK})$")
_SECOND_NAME = re.compile(r"[（(][^（()）]{0,30}[）)]$")


def ends_like_body(name: str) -> bool:
    """Tell whether a name ends as names of bodies do, a second name in brackets left aside.

    Examples
    --------
    >>> ends_like_body("市委宣传部（版权局）"), ends_like_body("省知识产权管理")
    (True, False)
    """
    if not name or len(name) > LONGEST_NAME:
        return False
    return _ENDING.search(without_second_name(name)) is not None


def ends_strongly(name: str) -> bool:
    """Tell whether a name ends in a way that names of bodies do and other words do not.

    Examples
    --------
    >>> ends_strongly("市财政局"), ends_strongly("高新技术企业")
    (True, False)
    """
    return _STRONG_END.search(without_second_name(name)) is not None


def is_strong_name(name: str) -> bool:
    """Tell whether a name ends like a body and like nothing else, or speaks of all of a kind.

    Examples
    --------
    >>> is_strong_name("各有关企业"), is_strong_name("高新技术企业")
    (True, False)
    """
    return ends_strongly(name) or _GENERAL.search(name) is not None


def without_second_name(name: str) -> str:
    """Return a name without the second one that stands behind it in brackets."""
    return _SECOND_NAME.sub("", name)
