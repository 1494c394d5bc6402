"""Lines in and below a table that are none of its content: notes, page numbers, names of clerks."""

from __future__ import annotations

import re

_NOTE = re.compile(
    r"[（(]?(?:注|备注|说明|附注|填表说明|填报说明|有关说明)[：:]|(?:注|备注)\s?[0-9一二三四五]\s?[：:.、]"
)
_PAGE = re.compile(
    r"[-—–·\s]{0,6}(?:第\s?)?[0-9]{1,4}\s?(?:页)?[-—–·\s]{0,6}(?:[共/]\s?[0-9]{1,4}\s?页?)?$"
    r"|[（(]?(?:续上?表|上?接上页|接下页|转下页|续)\s?[0-9一二三四五六七八九十]{0,3}[）)]?$"
)
_FORM = re.compile(
    r"(?:单位)?(?:负责|填[表报写]|制表|编制|审[核批定签]|复核|校[对核]|经办|承办|分管|主管|签发|印发|报送|抄[送报]|主送"
    r"|联系|联络|咨询|监督)(?:单位|部门|科室)?(?:负责)?(?:人员?|者|领导|单位|部门|机关|日期|时间|电话|方式|手机|邮箱)?"
    r"(?:签[字章名]|盖章)?(?:[（(].{1,10}[）)])?\s{0,6}[：:]"
    r"|(?:电话|传真|手机|邮箱|日期|时间|地址|邮编|负责人|联系人)\s{0,6}[：:]"
)
_MOST = 400
"""Characters; a longer text is content, whatever it begins with."""


def is_note(text: str) -> bool:
    """Tell whether a line is a note, or says who filled in the form and when.

    Examples
    --------
    >>> is_note("注：排名第一的为牵头单位"), is_note("填表人：　　审核人："), is_note("1.完善")
    (True, True, False)
    """
    return len(text) <= _MOST and bool(_NOTE.match(text) or _FORM.match(text))


def is_page_mark(text: str) -> bool:
    """Tell whether a line is a page number, or says that a table goes on.

    Examples
    --------
    >>> is_page_mark("— 12 —"), is_page_mark("（续表）"), is_page_mark("（一）夯实基础")
    (True, True, False)
    """
    return _PAGE.match(text) is not None
