"""Programmes, platforms, campaigns and designations with a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from .designations import Designations
from .passage import Passage, Stretch, longest, overlaps
from .quotations import Quotations
from .vocabulary import Vocabularies

_SHORTEST = 4
_LONGEST = 36
_BUILDING = "建设"
_LISTED = 2
_LONGEST_LIST = 48
_LEVELS = ("国家", "全国", "中国", "省级", "市级", "县级")
"""A list whose items begin with one of these is one of whole names."""
_UNITS = ("市", "县", "区", "省", "镇", "乡", "街道", "村", "企业", "学校", "医院", "地区")


class Programmes:
    """Finds known names, quoted names before 平台, 行动 and the like, and names by their ending."""

    def __init__(self, known: Vocabularies) -> None:
        self._generic = tuple(known.lists["programmes.names.generic"])
        self._endings = tuple(known.lists["programmes.endings.named"])
        self._quotations = Quotations(known)
        self._designations = Designations(known)

    def find(self, passage: Passage, papers: list[Stretch], bodies: list[Stretch]) -> list[Stretch]:
        """Return the programmes, sorted, none in a paper's title or a body's name."""
        found = list(passage.hits["programme"])
        if "“" in passage.plain:
            found += self._quotations.find(passage)
        if passage.hits["programme end"]:
            found += self._by_ending(passage)
        found += self._designations.find(passage)
        if not found:
            return found
        return [h for h in longest(found) if not overlaps(h, papers) and not overlaps(h, bodies)]

    def _by_ending(self, passage: Passage) -> Iterator[Stretch]:
        plain = passage.plain
        for at, end in longest(sorted(passage.hits["programme end"])):
            start = self._start(passage, at, end)
            name = plain[start:at]
            if not _SHORTEST <= len(name) <= _LONGEST or name.startswith(("的", "等")):
                continue
            if name in self._generic or self._is_list_tail(passage, at):
                continue
            if plain[end : end + 1] in ("化", "性", "规", "方"):
                continue
            # 在苏州市吴中区试点: it is tried out there.
            if plain.endswith("试点", at, end) and name.endswith(_UNITS):
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

    def _is_list_tail(self, passage: Passage, at: int) -> bool:
        """Tell whether the words before an ending are the last of a list that shares it.

        重点领域、重点环节、重点群体执法专项行动: the items begin with the same word, so the words
        behind the last 、 are no name of their own.
        """
        plain = passage.plain
        items: list[tuple[int, int]] = []
        start = passage.clause_start(at)
        last = start
        while plain[start - 1 : start] == "、" and at - start < _LONGEST_LIST:
            end = start - 1
            start = passage.clause_start(end)
            if plain.endswith(self._endings, start, end):
                break
            items.append((start, end))
        if plain.startswith(_LEVELS, last):
            return False
        if items and _begins_with(passage, items[0], plain[last : last + _LISTED]):
            return True
        return len(items) >= _LISTED and all(
            _begins_with(passage, item, plain[last]) for item in items
        )


def _begins_with(passage: Passage, item: Stretch, word: str) -> bool:
    """Tell whether an item of a list begins with a word, as it stands or behind a verb."""
    start, end = item
    at = passage.plain.find(word, start, end)
    if at < 0:
        return False
    walls = passage.walls
    index = bisect_left(walls, at)
    return at == start or walls[index : index + 1] == [at]
