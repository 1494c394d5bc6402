"""Numbers of headings that were misread, and headings printed as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.grammar.numerals import section_number
from kg.model import Issue

from ...grammar.headings import Heading, Numbering
from ..entries import Entry
from ..issues import HEADING_IN_MEASURE, HEADING_NUMBER_MISREAD, HEADINGS_PARTED

_MISREAD = re.compile(
    r"([0-9lIiOo|]{1,3})(?:\s?[.．、,，:：]\s?|\s{1,4}|(?![个项年月日号家条万亿类批次期所座只位名人]))(?=[一-鿿])"
)
_DIGITS = str.maketrans("lIi|Oo", "111100")
_GLUED = re.compile(r"(.{2,40}?[一-鿿）)])\s?([0-9]{1,3})[.．、](?![0-9])\s?(?=[一-鿿])(.{2,40})")


def settle_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with the numbers of tasks that were misread (l. for 1., no mark behind
    it), and with a section and its first task parted where they are printed as one.

    Only where the number is the next one of a document that numbers most of its tasks.
    """
    tasks = [e.task for e in entries if e.task]
    if sum(bool(t.number or _MISREAD.match(t.title)) for t in tasks) * 2 < len(tasks):
        return list(entries)
    settled = []
    last = 0
    for entry in _note_sections(entries):
        mended = _parted(_numbered(entry, last), last)
        number = section_number(mended.task.number) if mended.task else None
        last = last if number is None else number
        settled.append(mended)
    return settled


def _numbered(entry: Entry, last: int) -> Entry:
    task = entry.task
    found = _MISREAD.match(task.title) if task is not None and not task.number else None
    if task is None or found is None:
        return entry
    number = found[1].translate(_DIGITS)
    if int(number) not in (last + 1, 1):
        return entry
    title = task.title[found.end() :]
    became = Heading(Numbering.ARABIC, str(int(number)), title, spaced=False)
    issue = Issue(HEADING_NUMBER_MISREAD, entry.place, task.title, f"{became.number}.{title}")
    return replace(entry, task=became).noting(issue)


def _parted(entry: Entry, last: int) -> Entry:
    section = entry.section
    found = _GLUED.fullmatch(section.title) if section and not entry.task else None
    if section is None or found is None or int(found[2]) not in (last + 1, 1):
        return entry
    above = replace(section, title=found[1])
    task = Heading(Numbering.ARABIC, str(int(found[2])), found[3], spaced=False)
    became = f"{above.number}、{above.title} | {task.number}.{task.title}"
    issue = Issue(HEADINGS_PARTED, entry.place, f"{section.number}、{section.title}", became)
    return replace(entry, section=above, task=task).noting(issue)


_SECTION = re.compile(r"(?:^|[。；;])\s?([一二三四五六七八九十]{1,3})、(?=[一-鿿])")


def _note_sections(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries, those with a note whose measure holds the number of the next section
    where the rows print no heading with that number.
    """
    printed = [section_number(e.section.number) for e in entries if e.section]
    last = 0
    for entry in entries:
        if entry.section is not None:
            last = section_number(entry.section.number) or last
        for words in entry.measures if last else ():
            found = _SECTION.search(words.text)
            number = section_number(found[1]) if found else None
            if found is not None and number == last + 1 and number not in printed:
                quoted = words.text[found.start(1) :][:_QUOTED]
                entry = entry.noting(Issue(HEADING_IN_MEASURE, words.place, quoted))  # noqa: PLW2901
        yield entry


_QUOTED = 30
