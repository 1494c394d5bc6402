"""Programmes, platforms, campaigns and designations with a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .passage import Passage, Stretch, longest, overlaps
from .vocabulary import Vocabularies

_SHORTEST = 4
_LONGEST = 36
_BUILDING = "建设"
_QUOTED = re.compile(r"“([^“”《》。；\n]{2,40})”")
_WITHIN = (
    "会议",
    "平台",
    "推广会",
    "博览会",
    "论坛",
    "大赛",
    "行动",
    "计划",
    "工程",
    "大会",
    "峰会",
    "对接会",
    "交易会",
    "洽谈会",
    "活动周",
    "宣传周",
)


class Programmes:
    """Finds known names, quoted names before 平台, 行动 and the like, and names by their ending."""

    def __init__(self, known: Vocabularies) -> None:
        self._quoted = tuple(known.lists["programmes.endings.quoted"])
        self._generic = tuple(known.lists["programmes.names.generic"])

    def find(self, passage: Passage, papers: list[Stretch], bodies: list[Stretch]) -> list[Stretch]:
        """Return the programmes, sorted, none in a paper's title or a body's name."""
        found = list(passage.hits["programme"])
        if "“" in passage.plain:
            found += self._in_quotes(passage)
        if passage.hits["programme end"]:
            found += self._by_ending(passage)
        if not found:
            return found
        return [h for h in longest(found) if not overlaps(h, papers) and not overlaps(h, bodies)]

    def _in_quotes(self, passage: Passage) -> Iterator[Stretch]:
        plain, ends = passage.plain, sorted([end for _, end in passage.hits["programme end"]])
        for found in _QUOTED.finditer(plain):
            inner = found[1]
            behind, limit = found.end(), passage.name_end(found.end())
            index = bisect_left(ends, behind + 1)
            named = index < len(ends) and ends[index] <= limit
            if named or inner.endswith(_WITHIN) or plain.startswith(self._quoted, behind):
                yield found.span(1)

    def _by_ending(self, passage: Passage) -> Iterator[Stretch]:
        plain = passage.plain
        for at, end in longest(sorted(passage.hits["programme end"])):
            start = self._start(passage, at, end)
            name = plain[start:at]
            if not _SHORTEST <= len(name) <= _LONGEST or name.startswith(("的", "等")):
                continue
            if name in self._generic:
                continue
            if plain[end : end + 1] in ("化", "性", "规", "方"):
                continue
            yield start, end

    def _start(self, passage: Passage, at: int, end: int) -> int:
        """Return where the name begins: behind a verb in it, and behind the city that is to be one.

        泉州建设国家…试点城市: what is built is the programme, the city is a place.
        """
        plain = passage.plain
        start = passage.full_name_start(at)
        verb = plain.rfind(_BUILDING, start, max(start, at - _SHORTEST))
        if verb >= 0:
            return verb + len(_BUILDING)
        if plain.endswith("城市", at, end):
            places = passage.hits["place"]
            index = bisect_left(places, (start, at)) - 1
            return places[index][1] if index >= 0 and places[index][0] == start else start
        return start
