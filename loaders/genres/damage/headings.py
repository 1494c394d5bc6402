"""Section headings printed twice, without their number, or in the wrong cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.grammar.numerals import section_number
from kg.model import Issue

from ...grammar.headings import Heading, clean_title, is_heading_like
from ..entries import Entry, SetAside, Words
from ..issues import HEADING_NUMBER_MISSING, HEADING_REPEATED, SECTION_RECOVERED


def settle_sections(entries: Sequence[Entry]) -> tuple[list[Entry], list[SetAside]]:
    """Return the entries with each section heading once and numbered, and the rows that were
    taken for headings and are none.
    """
    numbered = _number_repeats(entries)
    recovered = _recover_lost(numbered)
    return _merge_repeats(recovered)


def _number_repeats(entries: Sequence[Entry]) -> list[Entry]:
    """Give a heading without a number the number that the same heading has elsewhere."""
    numbers = {e.section.title: e.section for e in entries if e.section and e.section.number}
    result = []
    for entry in entries:
        known = numbers.get(entry.section.title) if entry.section else None
        if entry.section and not entry.section.number and known is not None:
            became = f"{known.number}、{known.title}"
            issue = Issue(HEADING_NUMBER_MISSING, entry.place, entry.section.title, became)
            result.append(replace(entry, section=known).noting(issue))
        else:
            result.append(entry)
    return result


def _recover_lost(entries: Sequence[Entry]) -> list[Entry]:
    """Restore the headings of sections whose numbers are skipped.

    A heading is restored where one number is missing between two printed sections, and exactly
    one text between them looks like a heading and not like what its cell should hold.
    """
    result: list[Entry] = []
    start = 0
    last: int | None = None
    for i, entry in enumerate(entries):
        number = section_number(entry.section.number) if entry.section else None
        if number is None:
            continue
        between = list(entries[start:i])
        if last is not None and number == last + 2:
            between = _restore(between, last + 1, entries)
        result.extend(between)
        start, last = i, number
    return [*result, *entries[start:]]


def _restore(between: list[Entry], number: int, entries: Sequence[Entry]) -> list[Entry]:
    candidates = [(i, w) for i, e in enumerate(between) for w in _candidates(e, entries)]
    if len(candidates) != 1:
        return between
    i, words = candidates[0]
    entry = between[i]
    sample = next(e.section for e in entries if e.section and e.section.number)
    heading = Heading(sample.numbering, _numeral(number), clean_title(words.text), spaced=False)
    became = f"{heading.number}、{heading.title}"
    issue = Issue(SECTION_RECOVERED, words.place, words.text, became)
    row = Entry(words.place, section=heading, issues=(issue,))
    left = replace(entry, measures=tuple(w for w in entry.measures if w is not words))
    if entry.section is not None:  # a heading without number, in a row of its own
        return [*between[:i], row, *between[i + 1 :]]
    return [*between[:i], row, left.noting(issue), *between[i + 1 :]]


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    head = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return head + (digits[ones] if ones else "")


def _candidates(entry: Entry, entries: Sequence[Entry]) -> list[Words]:
    """Texts of a row that may be a section's heading: alone in the row and without a number, or
    among measures that end sentences as this one does not.
    """
    if entry.section is not None and not entry.section.number:
        return [Words(entry.section.title, entry.place)]
    if not _measures_end_sentences(entries):
        return []
    alike = [w for w in entry.measures if is_heading_like(w.text)]
    if len(entry.measures) > 1:
        return alike
    return [w for w in alike if _opens_like_sections(w.text, entries)]


def _measures_end_sentences(entries: Sequence[Entry]) -> bool:
    """Whether nine measures in ten of this document end with a full stop or the like."""
    texts = [w.text for e in entries for w in e.measures]
    ended = sum(t.endswith(("。", "；", ";", "！")) for t in texts)
    return bool(texts) and ended * 10 >= len(texts) * 9


def _opens_like_sections(text: str, entries: Sequence[Entry]) -> bool:
    """Whether most section headings of this document open with the same two characters."""
    opens = Counter(e.section.title[:2] for e in entries if e.section and e.section.number)
    return bool(opens) and opens[text[:2]] * 2 > opens.total()


def _merge_repeats(entries: Sequence[Entry]) -> tuple[list[Entry], list[SetAside]]:
    """Drop headings printed again, and headings without number where the others have one."""
    any_numbered = any(e.section and e.section.number for e in entries)
    result: list[Entry] = []
    aside: list[SetAside] = []
    current: Heading | None = None
    holder = -1  # where the current section's heading stands in the result
    for entry in entries:
        section = entry.section
        if section is None:
            result.append(entry)
            continue
        if any_numbered and not section.number:
            aside.append(SetAside(entry.place, section.title))
            continue
        if current is not None and _same(section, current):
            repeated = Issue(HEADING_REPEATED, entry.place, section.title)
            result[holder] = result[holder].noting(repeated, *entry.issues)
            rest = replace(entry, section=None, issues=())
            if not (rest.is_heading_only and rest.task is None):
                result.append(rest)
            continue
        current, holder = section, len(result)
        result.append(entry)
    return result, aside


def _same(one: Heading, other: Heading) -> bool:
    return one.number == other.number and one.title == other.title
