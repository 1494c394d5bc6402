"""Numbered headings: 一、… · （一）… · 1.… · 第一条."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize


class Numbering(StrEnum):
    """How a heading is numbered; the order is the usual order from outer to inner."""

    CHINESE = "一、"
    CHINESE_BRACKET = "（一）"
    ARABIC = "1."
    ARABIC_BRACKET = "（1）"
    CIRCLED = "①"


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered text taken apart.

    Parameters
    ----------
    number
        The number alone as printed (``五``, ``14``), digits in their plain form.
    title
        The words after the number, without a closing full stop.
    spaced
        Whether a space stands between the number mark and the words.
    """

    numbering: Numbering
    number: str
    title: str
    spaced: bool


_FORMS = (
    (Numbering.CHINESE, re.compile(r"([一二三四五六七八九十百]{1,5})[、.．](\s{0,4})(?=\S)")),
    (
        Numbering.CHINESE_BRACKET,
        re.compile(r"[（(]([一二三四五六七八九十百]{1,5})[）)](\s{0,4})(?=\S)"),
    ),
    # a digit after the mark makes it a decimal number (3.5万元) or a number of several parts
    (Numbering.ARABIC, re.compile(r"([0-9０-９]{1,3})[.．、](?![0-9０-９])(\s{0,4})(?=\S)")),
    (Numbering.ARABIC_BRACKET, re.compile(r"[（(]?([0-9０-９]{1,3})[）)](\s{0,4})(?=\S)")),
    (Numbering.CIRCLED, re.compile(r"([①-⑳])(\s{0,4})(?=\S)")),
)


def read_heading(text: str) -> Heading | None:
    """Return the number and the words of a numbered text; None where no number stands in front.

    Examples
    --------
    >>> read_heading("18.持续完善知识产权公共服务体系").number
    '18'
    >>> read_heading("一、着力抓好国家战略部署的落实").title
    '着力抓好国家战略部署的落实'
    >>> read_heading("3.5万元以上") is None
    True
    """
    for numbering, form in _FORMS:
        found = form.match(text)
        if found is not None:
            number = normalize("NFKC", found.group(1))
            title = clean_title(text[found.end() :])
            return Heading(numbering, number, title, bool(found.group(2)))
    return None


def clean_title(text: str) -> str:
    """Return a title without outer white space and closing full stop.

    Examples
    --------
    >>> clean_title("强化高质量创新导向。")
    '强化高质量创新导向'
    """
    return text.strip().rstrip("。").strip()


def is_heading_like(text: str) -> bool:
    """Tell whether a text without a number could be a heading: one short phrase, no full stop.

    Examples
    --------
    >>> is_heading_like("着力加强知识产权高标准保护")
    True
    >>> is_heading_like("开展专利奖评审与推荐，推进专利实施与产业化。")
    False
    """
    return SHORTEST_HEADING <= len(text) <= LONGEST_HEADING and not re.search(
        r"[。；;！？!?：:]", text
    )


SHORTEST_HEADING = 4
LONGEST_HEADING = 40
"""Characters of the longest heading taken without a number; the longest seen has 27."""
