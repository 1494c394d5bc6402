"""Names with a second one in brackets, of which one bracket was lost."""

from __future__ import annotations

import re

from kg.grammar.brackets import OPENING, unpaired

from .joints import run_together
from .likeness import ends_like_body

_COUNTIES = re.compile(r"(?:市[、，]?区|区[、，]?市|市|区)(?=(?:人民)?政府|管委会)")
"""What a bracket behind 各县 holds: 各县（市、区）政府."""

_CLOSE = {"（": "）", "(": ")", "〔": "〕", "[": "]", "【": "】", "《": "》"}


def closed(name: str) -> str:
    """Return a name with the other half of a bracket put where it must have stood; the name as it
    is where no half is missing.

    A second name that is not closed ends where the name ends; one that is not opened begins where
    a second body begins. Where neither shows, the lone bracket is taken out.

    Examples
    --------
    >>> closed("市市场监管局（市知识产权局"), closed("市发展改革委市铁路办公室）")
    ('市市场监管局（市知识产权局）', '市发展改革委（市铁路办公室）')
    >>> closed("各县（市、区政府"), closed("市财政局）"), closed("市委宣传部（版权局）")
    ('各县（市、区）政府', '市财政局', '市委宣传部（版权局）')
    """
    lone = unpaired(name)
    if len(lone) != 1:
        return name
    at = lone[0]
    if name[at] in OPENING:
        return _with_end(name, at)
    return _with_beginning(name, at)


def _with_end(name: str, at: int) -> str:
    closing, inside = _CLOSE[name[at]], name[at + 1 :]
    counties = _COUNTIES.match(inside)
    if counties is not None:
        end = at + 1 + counties.end()
        return name[:end] + closing + name[end:]
    return name + closing if ends_like_body(inside) else name[:at] + inside


def _with_beginning(name: str, at: int) -> str:
    first, *second = run_together(name[:at])
    if len(second) == 1 and at == len(name) - 1:
        return f"{first}（{second[0]}）"
    return name[:at] + name[at + 1 :]
