"""The line marks of Markdown: headings, rules, list and quote marks, tables between bars."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?![#0-9!])[ \t\u3000]*+(?=\S)(.*)", re.DOTALL)
_CLOSING = re.compile(r"[ \t]++#{1,6}[ \t]*+$")
_RULE = re.compile(
    r"\s{0,3}(?:-[ \t]*+){3,}$|\s{0,3}(?:[*][ \t]*+){3,}$|\s{0,3}(?:[_=][ \t]*+){3,}$"
)
_ITEM = re.compile(r"[ \t]{0,8}([-*+>])[ \t]++(?=[^\s\d])")
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)\w{0,20}\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_BORDER = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without its line marks.

    Parameters
    ----------
    level
        Heading level, 0 for plain text.
    marks
        The marks that were taken off, in order.
    """

    text: str
    level: int = 0
    marks: tuple[str, ...] = ()


def unmark(line: str) -> Marked:
    """Return a line without heading, rule, list and quote marks.

    Examples
    --------
    >>> unmark("## 福建省知识产权局关于印发 2025 年任务清单的通知")
    Marked(text='福建省知识产权局关于印发 2025 年任务清单的通知', level=2, marks=('##',))
    >>> unmark("---")
    Marked(text='', level=0, marks=('---',))
    >>> unmark("- 牵头单位：市数据局").text
    '牵头单位：市数据局'
    """
    if _RULE.match(line) or _FENCE.match(line):
        return Marked("", marks=(line.strip(),))
    heading = _HEADING.match(line)
    if heading:
        return Marked(_CLOSING.sub("", heading[2]), len(heading[1]), (heading[1],))
    item = _ITEM.match(line)
    if item:
        return Marked(line[item.end() :], marks=(item[1],))
    return Marked(line)


def table_cells(line: str) -> list[str] | None:
    r"""Return the texts between the bars of a table line; None where the line is none.

    Only a line that begins and ends with a bar is a table line by itself; see :func:`is_border`
    for tables without outer bars.

    Examples
    --------
    >>> table_cells("| 1. 加强监管 | 市科技局<br>市财政局 |")
    [' 1. 加强监管 ', ' 市科技局<br>市财政局 ']
    >>> table_cells("牵头|配合") is None
    True
    """
    text = line.strip()
    if len(text) < 2 or text[0] != "|" or text[-1] != "|" or text[-2] == "\\":  # noqa: PLR2004
        return None
    return _BAR.split(text[1:-1])


def open_cells(line: str, *, enclosed: bool) -> list[str]:
    """Return the texts between the bars of a line inside a table.

    Parameters
    ----------
    enclosed
        True when the lines of the table begin with a bar; else such a bar follows an empty cell.
    """
    text = line.strip()
    if enclosed:
        text = text.removeprefix("|").removesuffix("|")
    return _BAR.split(text)


def has_bar(line: str) -> bool:
    """Tell whether a line holds a bar that parts cells."""
    return "|" in line and _BAR.search(line) is not None


def is_border(line: str) -> bool:
    """Tell whether a line parts the head of a table from its body (``|---|:--:|``)."""
    return "|" in line and "-" in line and _BORDER.match(line) is not None
