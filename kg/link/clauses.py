"""Clauses of a measure, and what each part of one is there for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .officialese import officialese

_CLAUSE = re.compile(r"[^，。；！？：,;!?\n]+")
_ROLE_ENDS = re.compile(r"作用|职能|优势|功能")
_SUPPORT_ENDS = re.compile(r"等方式|为契机|为依托|为支撑")
_TURNS = re.compile(
    r"(?:探索|开展|推广|建设|设立|打造|加强|强化|推动|推进|提升|提供|实施|申请|建立|健全|完善|举办|支持|鼓励|引导|组织|参加|加大|实现)"
)
_REACH = 60
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: ``text[start:end]`` of its measure, and the spans in it that only lean on
    something (依托…), put something to work (发挥…作用), say what it is good for (助力…) or what an
    event is held about (举办…培训班).
    """

    start: int
    end: int
    text: str
    support: tuple[tuple[int, int], ...] = ()
    roles: tuple[tuple[int, int], ...] = ()
    purpose: tuple[tuple[int, int], ...] = ()
    topics: tuple[tuple[int, int], ...] = ()


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a text in order; spans count in the whole text.

    Examples
    --------
    >>> [c.text for c in clauses("依托保护中心，开展快速维权。")]
    ['依托保护中心', '开展快速维权']
    >>> clauses("依托保护中心，开展快速维权。")[0].support
    ((0, 6),)
    """
    return tuple(_clause(m.group(), m.start()) for m in _CLAUSE.finditer(text))


def _clause(text: str, start: int) -> Clause:
    return Clause(
        start,
        start + len(text),
        text,
        _moved(_support(text), start),
        _moved(_roles(text), start),
        _moved(_purpose(text), start),
        _moved(_topics(text), start),
    )


def _moved(spans: list[tuple[int, int]], start: int) -> tuple[tuple[int, int], ...]:
    return tuple([(start + a, start + b) for a, b in spans]) if spans else ()


def _support(text: str) -> list[tuple[int, int]]:
    words = officialese()
    spans = []
    bare = len(text) - len(text.lstrip("并积极地 "))
    if text.startswith(words.support, bare):
        spans.append((bare, _support_end(text, bare)))
    for opener, closer in words.framed:
        at = text.find(closer)
        begin = text.rfind(opener, max(0, at - _REACH), at) if at > 0 else -1
        if begin >= 0:
            spans.append((begin, at + len(closer)))
    return spans


def _roles(text: str) -> list[tuple[int, int]]:
    ends = _ROLE_ENDS.search(text) if text.startswith(officialese().roles) else None
    return [(0, ends.end())] if ends is not None else []


def _support_end(text: str, begin: int) -> int:
    ends = _SUPPORT_ENDS.search(text, begin + _LEAST)
    if ends is not None:
        return ends.end()
    turn = _TURNS.search(text, begin + _LEAST)
    return turn.start() if turn is not None else len(text)


def _purpose(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))] if text.startswith(officialese().purpose) else []


def _topics(text: str) -> list[tuple[int, int]]:
    """Return what stands between the verb and the event that it leads to."""
    spans = []
    for event in officialese().events.finditer(text):
        begin = max((m.end() for m in _TURNS.finditer(text, 0, event.start())), default=0)
        spans.append((begin, event.start()))
    return spans
