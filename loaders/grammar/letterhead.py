"""Who issued a paper, under which number, and when: the lines around a notice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from unicodedata import normalize

from kg.grammar.dates import read_timing
from kg.model import Issue, IssueCode, Paragraph, Precision, Severity
from kg.wording import Text

from .titles import is_organ, tight

DOC_NO_BRACKETS = IssueCode(
    "doc-no-brackets",
    Severity.INFO,
    Text(
        "发文字号的年份未用六角括号，已改为〔〕",
        "the year in the document number is not in hexagonal brackets; written as 〔〕",
    ),
)

_LONGEST_LINE = 120
_DOC_NO = re.compile(
    r"(?P<organ>[\u3400-\u9fff]{2,20})\s{0,3}(?P<open>[〔\[［【(（﹝])\s{0,3}(?P<year>(?:19|20)[0-9]{2})"
    r"\s{0,3}(?P<close>[〕\]］】)）﹞])\s{0,3}第?\s{0,3}(?P<number>[0-9]{1,5})\s{0,3}号"
)
_BEFORE_DOC_NO = re.compile(
    r"(?:.{0,60}文件)?\s*[（(]?\s*(?:(?:发文字号|文\s?号|编\s?号)[:：])?\s*"
)
_MASTHEAD = re.compile(r"([^，。：:]{2,40})文件(?:\s|$|[（(])")
_LABELLED_ISSUER = re.compile(
    r"(?:编制单位|制定单位|发文单位|发文机[关构]|印发单位|制表单位|发布机[关构])[:：]\s*([^\s：:，。；]{2,40})"
)
_TITLE_ISSUER = re.compile(r"^([^《》]{2,60}?)关于")
_DATE = (
    r"(?:[0-9]{4}\s{0,2}年\s{0,2}[0-9]{1,2}\s{0,2}月\s{0,2}[0-9]{1,2}\s{0,2}日"
    r"|[〇零○O一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
    r"|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})"
)
_DATE_LINE = re.compile(rf"[（(]?({_DATE})[）)]?(?:\s{{0,3}}(?:印发|发布|印制))?")
_SIGNED_DATE = re.compile(rf"(\S{{2,40}})\s{{1,60}}({_DATE})\s{{0,3}}(?:印发|发布|印制)?")
_LABELLED_DATE = re.compile(
    rf"(?:成文日期|印发日期|发文日期|制表日期|编制日期)[:：]\s{{0,5}}({_DATE})"
)
_PUBLISHED = re.compile(rf"(?:发布日期|发布时间)[:：]\s{{0,5}}({_DATE})")
"""When a site put a paper up, which may be long after its issue: asked last."""


def is_date_line(text: str) -> bool:
    """Tell whether a line is the date of a paper and nothing else.

    Examples
    --------
    >>> is_date_line("（二〇二五年三月二十日）"), is_date_line("2025年6月")
    (True, False)
    """
    return _DATE_LINE.fullmatch(_plain(text)) is not None


def doc_no(head: Sequence[Paragraph]) -> tuple[str, tuple[Issue, ...]]:
    """Return the document number with hexagonal brackets, empty when none is printed.

    Only a line that begins with it counts, after …文件 or 文号：; a number in running text is
    that of another paper.
    """
    for paragraph in head:
        line = _plain(paragraph.text)
        if len(line) > _LONGEST_LINE:
            continue
        lead = _BEFORE_DOC_NO.match(line)
        found = _DOC_NO.match(line, lead.end() if lead else 0)
        if found is None:
            continue
        number = f"{found['organ']}〔{found['year']}〕{int(found['number'])}号"
        if found["open"] + found["close"] == "〔〕":
            return number, ()
        return number, (Issue(DOC_NO_BRACKETS, paragraph.place, found[0], number),)
    return "", ()


def issuer(title: str, head: Sequence[Paragraph], tail: Sequence[Paragraph]) -> str:
    """Return the issuer as printed: from …文件, the title, a label, or the signature.

    A notice speaks for itself before its imprint does: the body named beside 印发 may be an office
    that only prints.
    """
    return (
        _masthead(head)
        or _in_title(title)
        or _labelled(head)
        or next((name for name, _ in _signatures(head)), "")
        or next((name for name, _ in _signatures(tail)), "")
    )


def issued_on(head: Sequence[Paragraph], tail: Sequence[Paragraph]) -> date | None:
    """Return the day of issue; None when no line of its own gives it.

    The date under the signature comes first, then a labelled one, then the imprint (印发).
    """
    for paragraphs in (head, tail):
        days = [*_dates(paragraphs)]
        if days:
            return days[0]
    return None


def _plain(text: str) -> str:
    """The line with ASCII digits and without outer space; brackets stay as printed."""
    return "".join(normalize("NFKC", c) if c.isdigit() else c for c in text.strip())


def _masthead(head: Sequence[Paragraph]) -> str:
    for paragraph in head:
        line = tight(paragraph.text)
        if len(line) <= _LONGEST_LINE and (found := _MASTHEAD.match(line)) and is_organ(found[1]):
            return found[1]
    return ""


def _in_title(title: str) -> str:
    found = _TITLE_ISSUER.match(title)
    return found[1] if found and is_organ(found[1]) else ""


def _labelled(head: Sequence[Paragraph]) -> str:
    for paragraph in head:
        if len(paragraph.text) <= _LONGEST_LINE and (
            found := _LABELLED_ISSUER.search(paragraph.text)
        ):
            return found[1]
    return ""


def _signatures(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, date]]:
    """Bodies with the date printed beside them or on the line below."""
    above = ""
    for paragraph in paragraphs:
        line = _plain(paragraph.text)
        if len(line) > _LONGEST_LINE:
            above = ""
            continue
        beside = _SIGNED_DATE.fullmatch(line)
        below = _DATE_LINE.fullmatch(line)
        name, words = (beside[1], beside[2]) if beside else (above, below[1] if below else "")
        day = _day(words)
        if day and is_organ(name):
            yield name, day
        above = tight(line)


def _dates(paragraphs: Sequence[Paragraph]) -> Iterator[date]:
    lines = [line for p in paragraphs if len(line := _plain(p.text)) <= _LONGEST_LINE]
    signed = [day for _, day in _signatures(paragraphs)]
    yield from signed
    for line in lines:
        if (found := _LABELLED_DATE.search(line)) and (day := _day(found[1])):
            yield day
    for line in lines:
        if (found := _DATE_LINE.fullmatch(line)) and (day := _day(found[1])):
            yield day
    for line in lines:
        # A line of particulars: 信市监知〔2025〕12号　编制单位：…　2025年3月14日
        found = re.search(rf"\s({_DATE})$", line)
        if (
            found
            and (_DOC_NO.match(line) or _LABELLED_ISSUER.search(line))
            and (day := _day(found[1]))
        ):
            yield day
    for line in lines:
        if (found := _PUBLISHED.search(line)) and (day := _day(found[1])):
            yield day


def _day(words: str) -> date | None:
    timing = read_timing(words) if words else None
    return timing.due_on if timing and timing.precision is Precision.DAY else None
