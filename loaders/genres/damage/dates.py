"""Deadlines printed in a column of bodies, behind a name or in place of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.grammar.dates import looks_like_deadline
from kg.model import Issue

from ...grammar.bodies import separated
from ...grammar.likeness import ends_like_body
from ..entries import BodyCell, Entry, Words
from ..issues import DEADLINE_IN_BODY_COLUMN

_BEGINS = re.compile(
    r"(?:19|20)[0-9]{2}\s?[年.\-/]|[今本当]年|年[底内末]|每(?:年|季|月)|长期|持续|常态化|“?十[三四五六]五"
    r"|[0-9]{1,2}月底?前"
)
_LABEL = re.compile(r"(?:完成|办结|整改)?(?:时限|时间|期限|节点)[：:]$")
_SEPARATORS = "、，,；;。 　"


def return_deadlines(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries without deadlines among their bodies: the row's own deadline where it
    prints none, else pointed out.
    """
    return [_without_deadlines(e) if e.has_bodies else e for e in entries]


def _without_deadlines(entry: Entry) -> Entry:
    found: list[Words] = []
    bodies = []
    for cell in entry.bodies:
        words = tuple(w for w in (_clean(w, found) for w in cell.words) if w.text)
        bodies.append(BodyCell(cell.role, cell.word, words))
    if not found:
        return entry
    issues = (Issue(DEADLINE_IN_BODY_COLUMN, w.place, w.text, w.text) for w in found)
    mended = replace(entry, bodies=tuple(bodies), deadline=entry.deadline or found[0])
    return mended.noting(*issues)


def _clean(words: Words, found: list[Words]) -> Words:
    """Take the deadlines out of a paragraph and add them to those found."""
    if _BEGINS.search(words.text) is None:
        return words
    text = words.text
    for deadline in _deadlines(words.text):
        found.append(Words(deadline, words.place))
        before, _, after = text.partition(deadline)
        before = _LABEL.sub("", before.rstrip(_SEPARATORS)).rstrip(_SEPARATORS)
        after = after.lstrip(_SEPARATORS)
        text = f"{before}、{after}" if before and after else before + after
    return Words(text, words.place)


def _deadlines(text: str) -> Iterator[str]:
    for part in separated(text):
        begins = _BEGINS.search(part)
        if begins is None:
            continue
        deadline = part[begins.start() :].strip(_SEPARATORS)
        name = _LABEL.sub("", part[: begins.start()].strip())
        sure = not name or deadline[0].isdigit() or ends_like_body(name)
        if sure and looks_like_deadline(deadline):
            yield deadline
