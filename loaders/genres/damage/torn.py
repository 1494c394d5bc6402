"""A row torn by the end of a page: the rest of a measure stands in a row of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Issue

from ...grammar.headings import read_heading
from ..entries import Entry, Words
from ..issues import MEASURE_CONTINUED

_ENDS = re.compile(r"[。！？；;.!?：:][”’」』）)】》\"']?$")
_OPEN = re.compile(r"[，、,]$")


def join_torn(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with the rest of a measure, alone in its row, joined to its beginning in
    the row above.

    A measure goes on where it breaks off at a comma, or ends no sentence in a document whose
    measures do.
    """
    sentences = _end_sentences(entries)
    joined: list[Entry] = []
    for entry in entries:
        above = joined[-1] if joined else None
        if above is not None and _goes_on(above, entry, sentences=sentences):
            joined[-1] = _join(above, entry)
        else:
            joined.append(entry)
    return joined


def _end_sentences(entries: Sequence[Entry]) -> bool:
    texts = [w.text for e in entries for w in e.measures]
    return sum(_ENDS.search(t) is not None for t in texts) * 10 >= len(texts) * 8


def _goes_on(above: Entry, entry: Entry, *, sentences: bool) -> bool:
    alone = entry.measures and not (
        entry.section or entry.task or entry.has_bodies or entry.deadline or entry.extra
    )
    if not alone or entry.number or not above.measures:
        return False
    last = above.measures[-1].text
    if read_heading(entry.measures[0].text) is not None or _ENDS.search(last):
        return False
    return _OPEN.search(last) is not None or sentences


def _join(above: Entry, entry: Entry) -> Entry:
    last, first = above.measures[-1], entry.measures[0]
    whole = Words(last.text + first.text, last.place)
    issue = Issue(MEASURE_CONTINUED, entry.place, first.text, whole.text)
    measures = (*above.measures[:-1], whole, *entry.measures[1:])
    mended = replace(above, measures=measures, place=above.place.through(entry.place))
    return mended.noting(*entry.issues, issue)
