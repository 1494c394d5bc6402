"""Designations that a higher level confers, by their form: 国家区域医疗中心."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .passage import Passage, Stretch
from .vocabulary import Vocabularies

_LONGEST_FIELD = 20
_SHORTEST_FIELD = 2
_LONGEST_NAME = 30
_WINDOW = 60
_BEHIND = 8
_SENTENCE = re.compile(r"[。；\n]")
_ABBREVIATION = re.compile(r"（[A-Z][A-Z0-9-]{1,9}）")
_ABBREVIATED = ("中心", "平台", "系统", "计划", "工程", "联盟", "机制", "网络", "基地", "体系")
_NO_CENTRE = "(?![城区任镇化环工县站库校组户主线点卫])"


class Designations:
    """Finds what the nation or a province confers, and names with their abbreviation behind."""

    def __init__(self, known: Vocabularies) -> None:
        words = {key: known.lists[f"programmes.designations.{key}"] for key in _KEYS}
        self._levels = words["levels"]
        self._form = re.compile(
            rf"(?P<field>[^，。；、：“”（）《》\n]{{2,{_LONGEST_FIELD}}}?)"
            rf"(?:{_any(words['endings'])}){_NO_CENTRE}"
        )
        self._generic = re.compile(_any(words["generic"]))
        self._not_in = re.compile(_any(words["not_in"]))
        self._heads = tuple(words["heads"])
        self._striving = re.compile(_any(words["striving"]))

    def find(self, passage: Passage) -> Iterator[Stretch]:
        """Return the designations, not sorted."""
        for level in self._levels:
            yield from self._of_level(passage, level)
        yield from self._abbreviated(passage)

    def _of_level(self, passage: Passage, level: str) -> Iterator[Stretch]:
        plain = passage.plain
        start = plain.find(level)
        while start >= 0:
            found = self._form.match(plain, start + len(level))
            if found and self._is_name(passage, start, found):
                head = next((h for h in self._heads if plain.endswith(h, 0, start)), "")
                yield start - len(head), found.end()
            start = plain.find(level, start + 1)

    def _is_name(self, passage: Passage, start: int, found: re.Match[str]) -> bool:
        field, end = found["field"], found.end()
        if end > passage.name_end(found.start("field")):
            return False
        if self._not_in.search(field):
            return False
        if len(self._generic.sub("", field)) < _SHORTEST_FIELD:
            return False
        return self._is_striven_for(passage.plain, start, end)

    def _is_striven_for(self, plain: str, start: int, end: int) -> bool:
        if self._striving.search(plain, end, end + _BEHIND):
            return True
        first = max(0, start - _WINDOW)
        for mark in _SENTENCE.finditer(plain, first, start):
            first = mark.end()
        return self._striving.search(plain, first, start) is not None

    def _abbreviated(self, passage: Passage) -> Iterator[Stretch]:
        for found in _ABBREVIATION.finditer(passage.plain):
            if not passage.plain.endswith(_ABBREVIATED, 0, found.start()):
                continue
            start = passage.name_start(found.start() - 1)
            if _SHORTEST_FIELD < found.start() - start <= _LONGEST_NAME:
                yield start, found.end()


_KEYS = ("levels", "endings", "generic", "heads", "striving", "not_in")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
