"""Names in quotation marks: platforms, campaigns, brands and designations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .passage import Passage, Stretch
from .vocabulary import Vocabularies

_QUOTED = re.compile(r"“([^“”《》。；\n]{2,40})”")
_WITHIN = (
    "会议", "平台", "推广会", "博览会", "论坛", "大赛", "行动", "计划", "工程", "大会", "峰会",
    "对接会", "交易会", "洽谈会", "活动周", "宣传周",
)  # fmt: skip
_BETWEEN = frozenset(("", "、", "和", "与", "及", "以及"))
_MARKS = frozenset("，。；、：“）\n")
_LONGEST_BRAND = 10
_LONGEST_SERVICE = 6
_LONGEST_DESIGNATION = 20
_SHORTEST_OWN = 2
_SHORTEST_NOUN = 2
_LONGEST_BETWEEN = 8


class Quotations:
    """Finds quoted words that name a programme."""

    def __init__(self, known: Vocabularies) -> None:
        self._quoted = tuple(known.lists["programmes.endings.quoted"])
        brands = _any(known, "endings.brands")
        self._brands = re.compile(
            rf"[^，。；：、“”（）《》\n]{{0,{_LONGEST_BETWEEN}}}?(?:{brands})"
        )
        self._talk = tuple(known.lists["programmes.endings.talk"])
        self._services = tuple(known.lists["programmes.endings.services"])
        self._holders = tuple(known.lists["programmes.designations.holders"])
        self._letters = known.words("gazetteer.letters")

    def find(self, passage: Passage) -> Iterator[Stretch]:
        """Return the names, in the order of the text.

        A noun behind several quotations in a row belongs to each: “湘易办”“一件事一次办”服务品牌.
        """
        row: list[re.Match[str]] = []
        for found in _QUOTED.finditer(passage.plain):
            if row and passage.plain[row[-1].end() : found.start()] not in _BETWEEN:
                yield from self._named(passage, row)
                row = []
            row.append(found)
        if row:
            yield from self._named(passage, row)

    def _named(self, passage: Passage, row: list[re.Match[str]]) -> Iterator[Stretch]:
        """Return those of several quotations in a row that are names."""
        named = False
        for found in reversed(row):
            named = named or self._is_before_noun(passage, found.end())
            designation = self._designation(passage, found)
            if designation:
                yield designation
            elif named or found[1].endswith(_WITHIN) or self._is_brand(passage, found):
                yield found.span(1)

    def _is_before_noun(self, passage: Passage, behind: int) -> bool:
        plain = passage.plain
        if plain[behind] in _MARKS:
            return False
        if plain.startswith(self._quoted, behind):
            return True
        limit = passage.name_end(behind)
        if limit - behind < _SHORTEST_NOUN:
            return False
        ends = passage.hits["programme end"]
        index = bisect_left(ends, (behind, 0))
        if any(behind < end <= limit for _, end in ends[index : index + 4]):
            return True
        return self._brands.match(plain, behind, limit) is not None

    def _designation(self, passage: Passage, found: re.Match[str]) -> Stretch | None:
        """Return a known name together with the quotation behind it: 专精特新“小巨人”企业."""
        holder = next((h for h in self._holders if passage.plain.startswith(h, found.end())), "")
        if not holder:
            return None
        hits, opening = passage.hits["programme"], found.start()
        first = bisect_left(hits, (opening - _LONGEST_DESIGNATION, 0))
        for start, end in hits[first : bisect_left(hits, (opening, 0))]:
            if end == opening:
                return start, found.end() + len(holder)
        return None

    def _is_brand(self, passage: Passage, found: re.Match[str]) -> bool:
        """Tell whether quoted words end with a place or name a service of one: 知创福州, 湘易办.

        Those that begin with a place are mostly products of it or talk: 福州橄榄, 福州经验.
        """
        words = found[1]
        if len(words) > _LONGEST_BRAND or words.endswith(self._talk):
            return False
        is_service = len(words) <= _LONGEST_SERVICE and words.endswith(self._services)
        if is_service and not self._letters.isdisjoint(words[:-1]):
            return True
        start, end = found.span(1)
        hits = passage.hits["place"]
        first = bisect_left(hits, (start + _SHORTEST_OWN, 0))
        return any(behind == end for _, behind in hits[first : bisect_left(hits, (end, 0))])


def _any(known: Vocabularies, key: str) -> str:
    words = sorted(known.lists[f"programmes.{key}"], key=len, reverse=True)
    return "|".join(map(re.escape, words))
