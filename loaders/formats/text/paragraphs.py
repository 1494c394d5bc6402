"""The paragraphs of a cell: where one ends, and where only a line was too short."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...grammar.likeness import ends_strongly
from .characters import BREAK, PARAGRAPH

_breaks = re.compile(f"[\n{BREAK}{PARAGRAPH}]").search
_SENTENCE_END = re.compile(r"[。！？；;.!?][”’」』》）)\]】〕\"']{0,3}$")
_NUMBER_MARK = re.compile(
    r"[(（〔\[]?\s?(?:[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,4})\s?[)）〕\]]"
    r"|(?:[0-9０-９]{1,3}\s?[.．、](?![0-9])|[一二三四五六七八九十百]{1,4}\s?[、.．])"
    r"|第[一二三四五六七八九十百0-9]{1,4}[章节条项款]"
    r"|[①-⓿❶-➓㈠-㈩⑴-⒇]"
    r"|[-—–•·●○■□◆◇▪▲★☆※]\s?"
)
_LABEL = re.compile(
    r"[一-鿿]{0,6}(?:单位|部门|处室|机构|时限|时间|节点|牵头|配合|责任|主办|协办|参与|参加|目标"
    r"|任务|举措|措施|内容|备注)[：:]"
)
_BODY_END = re.compile(r"(?:[局委办部厅处院所会站队行校署]|中心|政府|公司|集团|街道|大学|单位)$")
_BODY_LENGTH = 24
_BRACKETED = re.compile(r"（[^（）]*+）|\([^()]*+\)")
_SEPARATOR = re.compile(r"[、，,；;]")
_DATE_END = re.compile(r"[年月日前底间]$")
_DATE_START = re.compile(r"(?:19|20)[0-9]{2}\s?年|每年|长期|持续")


def split(text: str) -> tuple[tuple[str, ...], int]:
    r"""Return the paragraphs of a cell, and how many broken lines were joined.

    A paragraph element always ends a paragraph. A mere line break ends one only after the end
    of a sentence or before something that begins anew (a number, a label, a date after a date,
    a body's name under a body's name); else it is where a line was too short.

    Parameters
    ----------
    text
        With ``PARAGRAPH`` for the borders of elements, ``BREAK`` or a newline for line breaks.

    Examples
    --------
    >>> split("市科技局、市财\n政局")
    (('市科技局、市财政局',), 1)
    >>> split("市科技局\n市财政局")
    (('市科技局', '市财政局'), 0)
    >>> split("开展培训。\n建立台账。")
    (('开展培训。', '建立台账。'), 0)
    """
    if _breaks(text) is None:
        whole = text.strip()
        return ((whole,) if whole else ()), 0
    paragraphs: list[str] = []
    joined = 0
    for part in text.replace("\n", BREAK).split(PARAGRAPH):
        open_line = False
        for line in _printed(part.split(BREAK)):
            if open_line and _continues(paragraphs[-1], line):
                paragraphs[-1] = _join(paragraphs[-1], line)
                joined += 1
            else:
                paragraphs.append(line)
            open_line = True
    return tuple(paragraphs), joined


def _printed(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in map(str.strip, lines) if line)


def _continues(before: str, line: str) -> bool:
    """Tell whether ``line`` goes on with the paragraph ``before``."""
    if _SENTENCE_END.search(before[-8:]) or _NUMBER_MARK.match(line) or _LABEL.match(line):
        return False
    if _DATE_END.search(before[-8:]) and _DATE_START.match(line):
        return False
    return not (_ends_with_body(before) and _begins_with_body(line))


def _ends_with_body(text: str) -> bool:
    return _is_body(_SEPARATOR.split(_BRACKETED.sub("", text[-80:]))[-1])


def _begins_with_body(text: str) -> bool:
    return _is_body(_SEPARATOR.split(_BRACKETED.sub("", text[:80]))[0])


def _is_body(name: str) -> bool:
    return len(name) <= _BODY_LENGTH and (_BODY_END.search(name) is not None or ends_strongly(name))


def _join(before: str, line: str) -> str:
    gap = " " if _is_latin(before[-1]) and _is_latin(line[0]) else ""
    return before + gap + line


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
