"""Industries, product fields, crafts and protected products named in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.model import IndustryMention

from .passage import BORDER, Passage, Stretch, longest, overlaps
from .vocabulary import Industry, Vocabularies

_SEPARATORS = re.compile(r"[、和与“”]|以?及")
_CLAUSE = frozenset("，。；：（）《》！？\n")
_NO_NAME = re.compile(r"[的等同业《》（）“”，。；：！\n]")
_LONGEST_LIST = 120
_LONGEST_MEMBER = 12
_LONGEST_SINGLE = 6
_BETWEEN, _MOST_BETWEEN = 16, 4
_LONGEST_BRAND = 10
_PLACE_ENDS = frozenset("省市县区")
_OFFICES = ("局", "厅", "部门", "主管部门", "委员会")
_DEVELOPING = (
    "发展",
    "壮大",
    "培育",
    "打造",
    "做强",
    "做大",
    "布局",
    "振兴",
    "推动",
    "推进",
    "促进",
)
_DEVELOPMENT = re.compile("|".join(_DEVELOPING))
_NOT_BEHIND_FIELD = {
    "业": frozenset("务主态绩者余内界"),
    "产业": frozenset("化园政工协联扶"),
    "行业": frozenset("协自商标"),
    "制造": frozenset("业"),
    "企业": frozenset("家"),
}


class Industries:
    """Finds industries by vocabulary, and unknown ones by their place in a list of industries."""

    def __init__(self, known: Vocabularies) -> None:
        self._known = known.industries
        self._close = tuple(known.lists["industries.lists.close_fields"])
        self._products = known.words("industries.lists.products")
        self._generic = known.words("industries.lists.generic")
        self._ends_generic = tuple(sorted(w for w in self._generic if len(w) > 1))
        self._pronouns = tuple(known.lists["industries.lists.pronouns"])
        self._between: dict[str, tuple[str, ...]] = {}
        for word in sorted(known.words("industries.lists.between"), key=len, reverse=True):
            self._between[word[-1]] = (*self._between.get(word[-1], ()), word)

    def find(self, passage: Passage, bodies: list[Stretch]) -> list[Stretch]:
        """Return the industries, sorted, none in a body's name and none within another."""
        hits, fields, plain = passage.hits["industry"], passage.hits["field"], passage.plain
        if not hits and not fields:
            return []
        # Of a word and a longer one that holds it only the longer one was meant.
        words, found, products, close = [], [], False, []
        for hit in longest(hits):
            entry = self._known.get(plain[hit[0] : hit[1]])
            if entry is None or plain.startswith(_OFFICES, hit[1]):
                continue
            if bodies and overlaps(hit, bodies):
                continue
            words.append(hit)
            if not entry.context:
                found.append(hit)
                products |= entry.product
            if plain.startswith(self._close, hit[1]):
                close.append((hit[1], hit[1] + (1 if plain[hit[1]] == "业" else 2)))
        for field in longest(fields + close):
            if self._may_name(plain, field, words):
                found += self._before_field(passage, field, words)
        if products:
            found = [self._with_place(passage, hit) for hit in found]
        return longest(found)

    def _may_name(self, plain: str, field: Stretch, words: list[Stretch]) -> bool:
        """Tell whether something near in front of 产业, 等地理标志 … may be what it speaks of."""
        at, end = field
        word = plain[at:end]
        if plain[end : end + 1] in _NOT_BEHIND_FIELD.get(word, ()):
            return False
        if word in self._products:
            return "等" in plain[max(0, at - _BETWEEN) : at]
        index = bisect_left(words, (at, 0)) - 1
        nearest = words[index][1] if index >= 0 else -1
        if nearest >= at - _BETWEEN - _LONGEST_MEMBER:
            return True
        return word == "产业" and _DEVELOPMENT.search(plain, max(0, at - _BETWEEN), at) is not None

    def mention(self, passage: Passage, stretch: Stretch) -> IndustryMention:
        """Return the record of a find, under the vocabulary's name where it has one."""
        words = passage.plain[slice(*stretch)]
        entry = self._known.get(words) or Industry(words)
        return IndustryMention(passage.span(*stretch), entry.name, entry.scheme, entry.code)

    def _list_end(self, plain: str, at: int) -> int:
        """Return where a list ends that 等重点, 等战略性新兴, 两个 join to 产业 or 行业."""
        for _ in range(_MOST_BETWEEN):
            for word in self._between.get(plain[at - 1 : at], ()):
                if plain.endswith(word, 0, at):
                    at -= len(word)
                    break
            else:
                break
        return at

    def _before_field(
        self, passage: Passage, field: Stretch, words: list[Stretch]
    ) -> Iterator[Stretch]:
        """Return what the list in front of 产业, 领域, 等地理标志 … names."""
        plain = passage.plain
        at, end = field
        word = plain[at:end]
        products = word in self._products
        behind = self._list_end(plain, at)
        gap = plain[behind:at]
        first, members = _members(passage, behind)
        if products:
            if "等" in gap and members:
                yield from self._free_members(passage, members)
            return
        hits = words[bisect_left(words, (first, 0)) : bisect_left(words, (behind, 0))]
        ends = {end for _, end in members}
        known = [hit for hit in hits if hit[1] in ends]
        if word in ("业", "制造", "装备") and not gap:
            yield from self._compound(plain, field, members, hits)
            if len(members) < 2:  # noqa: PLR2004 - one is no list
                return
        if word in self._close and len(known) < len(members):
            return
        yield from known
        if not known or word in self._close:
            yield from self._single(plain, field, gap, members, word)
        elif len(members) > 1 and 2 * len(known) >= len(members):
            yield from self._free_members(passage, members, known)

    def _free_members(
        self, passage: Passage, members: list[Stretch], known: Sequence[Stretch] = ()
    ) -> Iterator[Stretch]:
        plain = passage.plain
        for start, end in members:
            start = self._without_pronoun(plain, start, end)  # noqa: PLW2901
            rest = next((k for k in known if k[1] == end and start <= k[0]), None)
            if rest is not None and self._is_place(passage, start, rest[0]):
                continue
            name = plain[start:end]
            quoted = known and plain[start - 1 : start] == "“"
            if 1 < len(name) <= _LONGEST_MEMBER and self._is_name(name) and not quoted:
                yield start, end

    def _is_place(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether a place stands before a known industry: 海宁市皮革 is that of 海宁."""
        return passage.plain[end - 1 : end] in _PLACE_ENDS or (start, end) in passage.hits["place"]

    def _without_pronoun(self, plain: str, start: int, end: int) -> int:
        if plain.startswith(self._pronouns, start):
            for word in self._pronouns:
                if plain.startswith(word, start) and start + len(word) < end:
                    return start + len(word)
        return start

    def _is_name(self, name: str) -> bool:
        return (
            name not in self._generic
            and not name.endswith(self._ends_generic)
            and not name.startswith(self._ends_generic)
            and _NO_NAME.search(name) is None
        )

    def _compound(
        self, plain: str, field: Stretch, members: list[Stretch], hits: list[Stretch]
    ) -> Iterator[Stretch]:
        """Read X制造, X装备 and X业 as one word: 生物工程设备制造."""
        if not members:
            return
        start, end = members[-1]
        start = self._without_pronoun(plain, start, end)
        name = plain[start:end]
        suffix = plain[field[0] : field[1]]
        fits = any(h[0] == start or h[1] == end for h in hits)
        if suffix == "业":
            fits = (start, end) in hits
        if end == field[0] and fits and self._is_name(name) and len(name) <= _LONGEST_MEMBER:
            yield start, field[1]

    def _single(
        self, plain: str, field: Stretch, gap: str, members: list[Stretch], word: str
    ) -> Iterator[Stretch]:
        """Read X产业 where X is one name in front of it, behind a verb: 发展食用菌种产业."""
        if word != "产业" or gap or not members or plain[field[1] : field[1] + 1] == "链":
            return
        start, end = members[-1]
        if not plain.endswith(_DEVELOPING, 0, start):
            return
        start = self._without_pronoun(plain, start, end)
        name = plain[start:end]
        if end == field[0] and 1 < len(name) <= _LONGEST_SINGLE and self._is_name(name):
            yield start, end

    def _with_place(self, passage: Passage, hit: Stretch) -> Stretch:
        entry = self._known.get(passage.plain[slice(*hit)])
        if entry is None or not entry.product:
            return hit
        start, end = hit
        if passage.plain[end : end + 1] == "”":
            opening = passage.plain.rfind("“", max(0, end - _LONGEST_BRAND), end)
            if opening >= 0 and BORDER not in passage.plain[opening:start]:
                start = opening + 1
        places = passage.hits["place"]
        index = bisect_right(places, (start, 0)) - 1
        # Names of places nest (福建省, 福建): the one that ends here is not always the nearest.
        for before, behind in reversed(places[max(0, index - 2) : index + 1]):
            if behind == start:
                return before, end
        return start, end


def _members(passage: Passage, behind: int) -> tuple[int, list[Stretch]]:
    """Return where the list that ends at a position begins, and its members."""
    plain = passage.plain
    first = _clause_start(passage, behind)
    members: list[Stretch] = []
    start = first
    for mark in _SEPARATORS.finditer(plain, first, behind):
        members.append((start, mark.start()))
        start = mark.end()
    members.append((start, behind))
    members = [(s, e) for s, e in members if s < e]
    if members:
        s, e = members[0]
        members[0] = (max(s, passage.name_start(e)), e)
    # What stands before the list in its clause is cut off at the last verb.
    for index in range(len(members) - 1, -1, -1):
        s, e = members[index]
        wall = passage.name_start(e)
        if wall > s:
            members[index] = (wall, e)
            return wall, [m for m in members[index:] if m[0] < m[1]]
    return first, members


def _clause_start(passage: Passage, behind: int) -> int:
    """Return where the clause that holds a list begins, no further back than a list is long."""
    plain, breaks = passage.plain, passage.breaks
    edge = max(0, behind - _LONGEST_LIST)
    # All that ends a clause is a mark: from the nearest back there are few.
    for index in range(bisect_left(breaks, behind) - 1, -1, -1):
        at = breaks[index]
        if at < edge:
            break
        if plain[at] in _CLAUSE:
            return at + 1
    return edge
