"""Titles: of the notice that sends a list, and of the list itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from kg.grammar.numerals import read_number
from kg.model import Paragraph

LONGEST_TITLE = 160
_LONGEST_LINE = 80
_SHORTEST = 4
_MOST_LINES = 4

_LOOSE_SPACE = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])|(?<=[0-9])\s+(?=[0-9])")
_NOTICE_END = re.compile(
    r"(?:通知|通报|意见|函|公告|决定|批复|通告|请示|报告|办法|方案|规定)(?:[（(].{1,20}[）)])?$"
)
_ABOUT = re.compile(r"^.{0,60}?关于")
_LIST_NOUN = re.compile(
    r"(?:表|清单|台账|方案|计划|分工|要点|安排|措施|举措|一览|意见|办法|规划|纲要|任务书|责任书"
    r"|任务|目录|指标|行动)(?:[（(].{1,30}[）)])?$"
)
_SENTENCE = re.compile(r"[。；;！!？?]")
_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、章节条部]|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    r"|[0-9]{1,3}[.、．](?![0-9]))"
)
_NO_TITLE = re.compile(
    r"^(?:[（(]?此件|抄送|主送|抄报|附件|附表|附录|注[:：]|单位[:：]|填报|编制单位|联系|目录$"
    r"|[-—_=*·.\s0-9]*$|[（(].{0,30}[）)]$)"
)
_SUBTITLE = re.compile(r"^[（(][^（）()]{2,30}[）)]$")
_DATED = re.compile(r"[0-9一二三四五六七八九十]月|[0-9][./-][0-9]")
"""A bracket below a title that holds a date says when it was made, and is no part of it."""

_LABELLED = re.compile(r"^[一-鿿]{2,8}[：:]\S")
_TITLE_LABEL = re.compile(r"^(?:信息|文件)?(?:名称|标题)[：:]")
_ORGAN_END = re.compile(
    r"(?:局|厅|委|办|部|院|署|委员会|政府|办公室|中心|领导小组|管委会|党组|总队|处|会|公司)"
    r"(?:[（(].{1,20}[）)])?$"
)
_YEAR = re.compile(r"(?<![0-9])((?:19[5-9]|20[0-9])[0-9])(?![0-9])")
_YEAR_IN_WORDS = re.compile(r"([〇零○一二三四五六七八九]{4})年")
ANNEX_MARK = re.compile(r"(附[件表录])\s*([0-9０-９一二三四五六七八九十]{0,3})\s*[:：]?")
_ANNEX_TITLED = re.compile(r"(附[件表录]\s*[0-9０-９一二三四五六七八九十]{0,3})[:：\s]\s*(.{4,80})")


def tight(text: str) -> str:
    """Return a title without the spaces that type-setting put in; those between Latin words stay.

    Examples
    --------
    >>> tight("关于印发 2025 年 高质量发展 任务清单的通知")
    '关于印发2025年高质量发展任务清单的通知'
    >>> tight("技术与创新支持中心 TISC Network 建设")
    '技术与创新支持中心TISC Network建设'
    """
    return _LOOSE_SPACE.sub("", text.strip())


def is_organ(text: str) -> bool:
    """Tell whether a short line ends as names of bodies do.

    Examples
    --------
    >>> is_organ("澄湖市人民政府办公室"), is_organ("重点任务分解表")
    (True, False)
    """
    return len(text) <= _LONGEST_LINE and _ORGAN_END.search(text) is not None


def notice_title(head: Sequence[Paragraph]) -> tuple[str, range]:
    """Return the title of the notice and the paragraphs it takes; empty when there is none.

    Lines are joined from the one that says 关于 to the one that ends in 通知 and the like; a line
    above that names a body belongs to it (澄湖市人民政府 / 关于印发…的通知).
    """
    for start, paragraph in enumerate(head):
        first = _TITLE_LABEL.sub("", tight(paragraph.text))
        if not _ABOUT.match(first) or _running(first):
            continue
        joined = ""
        for end in range(start, min(start + _MOST_LINES, len(head))):
            line = _TITLE_LABEL.sub("", tight(head[end].text))
            if _running(line) or len(joined) + len(line) > LONGEST_TITLE:
                break
            joined += line
            if _NOTICE_END.search(joined):
                return _with_issuer(head, start, end, joined)
    return "", range(0)


def list_title(head: Sequence[Paragraph], notice: range) -> str:
    """Return the title printed above the list; empty when there is none.

    The lowest heading that ends like the name of a list (表, 清单, 方案…); without such a one the
    lowest that the file itself marks as a heading, else the line right above the list.
    """
    places = [n for n in range(len(head)) if n not in notice and _is_heading(head[n].text)]
    for n in reversed(places):
        if _LIST_NOUN.search(tight(head[n].text)):
            return _with_lines_around(head, places, n)
    for n in reversed(places):
        if head[n].level:
            return tight(head[n].text)
    if places and places[-1] == len(head) - 1 and not is_organ(tight(head[-1].text)):
        return tight(head[-1].text)
    return _titled_annex(head)[1]


def annex(head: Sequence[Paragraph]) -> str:
    """Return the annex number as printed (附件1); empty when the paper prints none."""
    for paragraph in reversed(head):
        text = paragraph.text.strip()
        if len(text) <= _LONGEST_LINE and (found := ANNEX_MARK.fullmatch(text)):
            return found[1] + found[2]
    return _titled_annex(head)[0]


def year_in(title: str) -> int | None:
    """Return the first year that a title names, 1950 to 2099.

    Examples
    --------
    >>> [year_in(t) for t in ("行动方案（2025—2026年）", "二〇二四年工作要点", "任务分解表")]
    [2025, 2024, None]
    """
    plain = normalize("NFKC", title)
    if found := _YEAR.search(plain):
        return int(found[1])
    words = _YEAR_IN_WORDS.search(plain)
    year = read_number(words[1]) if words else None
    return year if year and _YEAR.fullmatch(str(year)) else None


def _running(text: str) -> bool:
    """Tell whether a line is running text or metadata, no part of a title."""
    return (
        len(text) > LONGEST_TITLE
        or _SENTENCE.search(text) is not None
        or text.endswith(("：", ":", "，", ","))
    )


def _with_issuer(head: Sequence[Paragraph], start: int, end: int, joined: str) -> tuple[str, range]:
    above = tight(head[start - 1].text) if start else ""
    if joined.startswith("关于") and is_organ(above) and not _running(above):
        return above + joined, range(start - 1, end + 1)
    return joined, range(start, end + 1)


def _is_heading(text: str) -> bool:
    line = tight(text)
    return (
        _SHORTEST <= len(line) <= _LONGEST_LINE
        and not _running(line)
        and not line.endswith("文件")
        and not _NUMBERED.match(line)
        and not _NO_TITLE.match(line)
        and not _LABELLED.match(line)
        and not re.search(r"[〔\[［【(（﹝](?:19|20)[0-9]{2}[〕\]］】)）﹞].{0,8}号", line)
        and not re.search(r"(?:[0-9]|[一二三四五六七八九十])[日号](?:印发|发布)?$", line)
    )


def _with_lines_around(head: Sequence[Paragraph], places: Sequence[int], last: int) -> str:
    """Join a title broken over lines: those above that end in the middle, a bracket below."""
    lines = [tight(head[last].text)]
    for n in range(last - 1, max(-1, last - _MOST_LINES), -1):
        above = tight(head[n].text)
        if n not in places or is_organ(above) or (_LIST_NOUN.search(above) and not head[n].level):
            break
        if head[n].level and not head[last].level:
            break
        lines.insert(0, above)
    below = tight(head[last + 1].text) if last + 1 < len(head) else ""
    if _SUBTITLE.match(below) and year_in(below) and not _DATED.search(below):
        lines.append(below)
    return "".join(lines)


def _titled_annex(head: Sequence[Paragraph]) -> tuple[str, str]:
    """Read 附件1 重点任务分解表, printed on one line right above the list."""
    found = _ANNEX_TITLED.fullmatch(head[-1].text.strip()) if head else None
    return (tight(found[1]), tight(found[2])) if found else ("", "")
