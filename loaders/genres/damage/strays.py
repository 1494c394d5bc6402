"""Words in the wrong column: measures among the bodies, bodies among the measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Issue

from ...grammar.bodies import is_body_list, is_prose, split_bodies
from ...grammar.columns import ColumnRole
from ...grammar.fit import fits
from ...grammar.joints import begins_like_body
from ...grammar.likeness import ends_strongly
from ..entries import BodyCell, Entry, Words
from ..issues import BODIES_IN_MEASURE_COLUMN, MEASURE_IN_BODY_COLUMN


def return_strays(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with prose taken out of the body columns, and lists of bodies out of
    the measure column, each put back where it belongs.
    """
    known = frozenset(n for e in entries for n in _names(e))
    mended = (_bodies_from_measures(_prose_from_bodies(e), known) for e in entries)
    return [_lead_from_measure(e, known) for e in mended]


def _names(entry: Entry) -> Iterable[str]:
    for cell in entry.bodies:
        for words in cell.words:
            if is_body_list(words.text):
                yield from split_bodies(words.text)


def _prose_from_bodies(entry: Entry) -> Entry:
    strays: list[Words] = []
    bodies = []
    for cell in entry.bodies:
        kept: list[Words] = []
        for words in cell.words:
            names, prose = _part(words.text)
            if names:
                kept.append(Words(names, words.place))
            if prose:
                strays.append(Words(prose, words.place))
        bodies.append(BodyCell(cell.role, cell.word, tuple(kept)))
    if not strays:
        return entry
    issues = (Issue(MEASURE_IN_BODY_COLUMN, w.place, w.text, w.text) for w in strays)
    mended = replace(entry, bodies=tuple(bodies), measures=(*entry.measures, *strays))
    return mended.noting(*issues)


def _part(text: str) -> tuple[str, str]:
    """Part a paragraph of a body column into the list of bodies and the running text."""
    if not is_prose(text) or fits(text, ColumnRole.RESPONSIBLE):
        return text, ""
    stop = re.search(r"。\s{0,4}(?=\S)", text)
    if stop is not None and is_body_list(text[: stop.start()]):
        return text[: stop.start()], text[stop.end() :]
    return "", text


def _bodies_from_measures(entry: Entry, known: frozenset[str]) -> Entry:
    """Move a list of bodies that stands among the measures; only where the row names no body,
    and the names are known from other rows: a short measure may end like a body.
    """
    if entry.has_bodies or not entry.bodies:
        return entry
    found = [w for w in entry.measures if _is_known_list(w.text, known)]
    if not found or len(found) == len(entry.measures) == 1:
        return entry
    first = entry.bodies[0]
    bodies = (BodyCell(first.role, first.word, tuple(found)), *entry.bodies[1:])
    left = tuple(w for w in entry.measures if w not in found)
    issues = (Issue(BODIES_IN_MEASURE_COLUMN, w.place, w.text, w.text) for w in found)
    return replace(entry, bodies=bodies, measures=left).noting(*issues)


def _is_known_list(text: str, known: frozenset[str]) -> bool:
    names = split_bodies(text)
    return is_body_list(text) and sum(n in known for n in names) * 2 >= len(names)


_LAST_WORDS = re.compile(r"(?<=[。；;！])\s*([^。；;！，,\s]{2,60})。?$")


def _lead_from_measure(entry: Entry, known: frozenset[str]) -> Entry:
    """Move bodies printed behind the last sentence of a measure to the first column of bodies,
    which is empty while others are filled; only names known from other rows.
    """
    first = entry.bodies[0] if entry.bodies else None
    if first is None or first.words or not entry.has_bodies or len(entry.measures) != 1:
        return entry
    measure = entry.measures[0]
    found = _LAST_WORDS.search(measure.text)
    if found is None or not (_is_known_list(found.group(1), known) or _begins(found.group(1))):
        return entry
    names = Words(found.group(1), measure.place)
    left = Words(measure.text[: found.start()].rstrip(), measure.place)
    bodies = (BodyCell(first.role, first.word, (names,)), *entry.bodies[1:])
    issue = Issue(BODIES_IN_MEASURE_COLUMN, measure.place, names.text, names.text)
    return replace(entry, bodies=bodies, measures=(left,)).noting(issue)


def _begins(text: str) -> bool:
    """Whether each name of a list begins and ends as names of bodies do."""
    return all(begins_like_body(n) and ends_strongly(n) for n in split_bodies(text))
