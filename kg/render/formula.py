"""Texts made safe for spreadsheet programs, which run a cell that looks like a formula."""

from __future__ import annotations

import re

_STARTERS = frozenset("=+-@\t\r\n＝＋－＠")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0, and with it a workbook, cannot hold."""


def guarded(text: str) -> str:
    """Return the text with an apostrophe in front when a spreadsheet would run it.

    The full-width signs count too: spreadsheet programs with a Chinese surface take them for
    the narrow ones.

    Examples
    --------
    >>> guarded("=HYPERLINK(1)"), guarded("＝1+1"), guarded("开展专利转化")
    ("'=HYPERLINK(1)", "'＝1+1", '开展专利转化')
    """
    return f"'{text}" if text[:1] in _STARTERS else text


def storable(text: str) -> str:
    r"""Return the text without the characters a workbook cannot hold.

    Examples
    --------
    >>> storable("专利\x0b转化")
    '专利转化'
    """
    return _FORBIDDEN.sub("", text)
