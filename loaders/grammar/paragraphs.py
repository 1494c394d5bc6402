"""Paragraphs of a cell: wrapped lines joined, several numbered items parted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .bodies import SEPARATORS
from .headings import Heading, read_heading
from .likeness import ends_like_body

_ENDS = re.compile(r"[。！？；;.!?：:][”’」』）)】》\"']?$")


def join_wrapped(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs of running text; a line that ends no sentence goes on in the next,
    unless that begins with a number.

    Examples
    --------
    >>> join_wrapped(["加强地理标志", "保护。", "开展专利奖评审。"])
    ('加强地理标志保护。', '开展专利奖评审。')
    """
    joined: list[str] = []
    for text in paragraphs:
        if joined and not _ENDS.search(joined[-1]) and read_heading(text) is None:
            joined[-1] += text
        else:
            joined.append(text)
    return tuple(joined)


def join_names(paragraphs: Sequence[str]) -> str:
    """Return the lines of a cell of bodies as one list.

    A line that ends like a body is complete; one that does not goes on in the next.

    Examples
    --------
    >>> join_names(["市科技局", "市教", "育局、市财政局"])
    '市科技局、市教育局、市财政局'
    """
    text = ""
    for line in paragraphs:
        done = not text or text[-1] in SEPARATORS + "。：:"
        last = re.split(f"[{SEPARATORS}]", text)[-1].rstrip("。")
        text += line if done or not ends_like_body(last) else "、" + line
    return text


def part_items(text: str) -> tuple[str, ...]:
    """Return the items of a text that numbers several: 1.…。2.…。; else the text alone.

    The numbers must count from one without a gap, each behind the end of a sentence.

    Examples
    --------
    >>> part_items("1.修订办法。2.开展评审；3.推广经验。")
    ('1.修订办法。', '2.开展评审；', '3.推广经验。')
    >>> part_items("1.修订办法。")
    ('1.修订办法。',)
    """
    first = read_heading(text)
    if first is None or first.number not in _FIRST:
        return (text,)
    items: list[str] = []
    start = 0
    for end in (m.end() for m in re.finditer(r"[。；;）)]\s{0,4}(?=\S)", text)):
        heading = read_heading(text[end : end + 12])
        if heading is not None and _follows(heading, first, len(items) + 2):
            items.append(text[start:end].strip())
            start = end
    return (*items, text[start:].strip())


_FIRST = frozenset({"1", "一"})
_CHINESE = "零一二三四五六七八九十"


def _follows(heading: Heading, first: Heading, number: int) -> bool:
    if heading.numbering is not first.numbering:
        return False
    chinese = _CHINESE[number] if number < len(_CHINESE) else ""
    return heading.number in (str(number), chinese)
