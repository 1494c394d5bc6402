"""Bodies named in a text, by the form of their names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from .passage import BORDER, Passage, Stretch, longest
from .vocabulary import Vocabularies

_LONGEST = 40
_LONGEST_ALONE = 16
_VERB = 2
"""Characters of each verb in ``bodies.verbs.behind``."""
_LONGEST_BRACKET = 16
_PLAINLY_VERBAL = ("建设", "提升", "加强", "强化", "优化", "创新", "统筹", "培育", "发展一")
_ASKING = frozenset("商请报经送给赴")
"""Words of one character right before a body: 商市水利局."""
_BRANCH = ("分中心", "分局", "分院", "分公司", "分行", "支行", "代办处", "办事处", "代表处")
_PROPER = ("大学", "学院", "银行", "公司", "集团", "海关", "协会", "学会", "医院", "商会")


class Bodies:
    """Finds bodies: names that begin with a place, a level of government or a national body and
    end like one, and proper names of universities, courts, customs and the like.
    """

    def __init__(self, known: Vocabularies) -> None:
        self._alone = known.words("bodies.endings.alone")
        self._phrases = tuple(known.lists["bodies.endings.phrases"])
        self._generic = tuple(known.lists["bodies.endings.generic"])
        self._not_end = known.lettered("bodies.single.not_end_of")
        self._not_before = known.lettered("bodies.single.not_before")
        self._no_level = known.words("bodies.single.no_level")
        self._level = tuple(known.lists["bodies.single.level"])
        self._verbs = known.words("bodies.verbs.behind")
        self._no_verbs = tuple(known.lists["bodies.verbs.within"])
        self._founding = tuple(known.lists["bodies.verbs.founding"])

    def find(self, passage: Passage) -> list[Stretch]:
        """Return the bodies, sorted, none within another."""
        plain, hits = passage.plain, passage.hits
        ends = self._ends(plain, hits["body"]) if hits["body"] else {}
        found = [h for h in longest(hits["national"]) if plain[h[1] - 1] != "（"]
        if not ends:
            return found
        positions = sorted(ends)
        for start, least in (*found, *hits["place"], *self._levels(passage)):
            end = self._end(passage, start, least, positions)
            if end:
                found.append((start, end))
        found += self._proper(passage, ends)
        found = [self._before_verb(plain, stretch, positions) for stretch in found]
        found = longest([self._with_second_name(plain, stretch, ends) for stretch in found])
        return _with_branches(plain, found)

    def _ends(self, plain: str, hits: list[Stretch]) -> dict[int, int]:
        """Return, for each position where a name may end, where its ending begins."""
        ends: dict[int, int] = {}
        for start, end in hits:
            if start < ends.get(end, end) and self._is_end(plain, start, end):
                ends[end] = start
        return ends

    def _is_end(self, plain: str, start: int, end: int) -> bool:
        ending = plain[start:end]
        if end < len(plain) and plain[end] in self._not_before.get(ending, ()):
            return False
        return not plain.endswith(self._not_end.get(ending, ()), 0, end)

    def _levels(self, passage: Passage) -> Iterator[Stretch]:
        """Return where names begin with a level of government (省教育厅) or 中国（…）."""
        plain, walls = passage.plain, passage.walls
        national = {start for start, _ in passage.hits["national"]}
        for start, end in passage.hits["unit"]:
            if end - start == 1 and self._is_level(plain, start):
                index = bisect_left(walls, start)
                is_wall = walls[index : index + 1] == [start] and plain[start - 1] != "）"
                # 协调省发展改革委: the name of a national body, one level down.
                if is_wall or end in national or plain[start - 1] in _ASKING:
                    yield start, end
        for start, end in passage.hits["national"]:
            if plain[end - 1] == "（":
                close = plain.find("）", end, end + _LONGEST_BRACKET)
                if close > 0 and BORDER not in plain[end:close]:
                    yield start, close + 1

    def _is_level(self, plain: str, start: int) -> bool:
        """Tell whether 省, 市, 县 or 区 names a level there: 市民政局 but not 市民."""
        other = plain[start : start + 2] in self._no_level
        return not other or plain.startswith(self._level, start)

    def _end(self, passage: Passage, start: int, least: int, positions: list[int]) -> int:
        """Return where the longest name from ``start`` ends, behind ``least``; 0 without one."""
        plain = passage.plain
        if plain.startswith(_PLAINLY_VERBAL, least):
            return 0
        furthest = start + _LONGEST
        limit = min(passage.name_end(least), furthest)
        reach = min(passage.clause_end(least), furthest)
        index = bisect_right(positions, reach) - 1
        while index >= 0 and positions[index] > least:
            end = positions[index]
            if end <= limit or plain.endswith(self._phrases, least, end):
                return end
            index -= 1
        return 0

    def _proper(self, passage: Passage, ends: dict[int, int]) -> Iterator[Stretch]:
        plain = passage.plain
        for end, ending in ends.items():
            if plain[ending:end] not in self._alone:
                continue
            start = passage.name_start(ending)
            name = plain[start:ending]
            if not 1 < len(name) <= _LONGEST_ALONE or name.endswith(self._generic):
                continue
            # What is yet to be founded is no body to work with.
            if not plain.endswith(self._founding, 0, start):
                yield start, end

    def _before_verb(self, plain: str, stretch: Stretch, positions: list[int]) -> Stretch:
        """Return a body's name up to a verb in it: 湘潭大学 of 湘潭大学建设知识产权学院."""
        start, end = stretch
        is_phrase = plain.endswith(self._phrases, start, end)
        for at in positions[bisect_right(positions, start) : bisect_left(positions, end)]:
            is_verb = plain[at : at + _VERB] in self._verbs
            if not is_verb or plain.startswith(self._no_verbs, at):
                continue
            # 省委加快建设制造强省领导小组办公室 holds a whole phrase.
            if not is_phrase or plain.endswith(_PROPER, start, at):
                return start, at
        return stretch

    def _with_second_name(self, plain: str, stretch: Stretch, ends: dict[int, int]) -> Stretch:
        start, end = stretch
        if plain[end : end + 1] == "（":
            close = plain.find("）", end, end + _LONGEST_BRACKET)
            if close in ends and BORDER not in plain[end:close]:
                return start, close + 1
        return stretch


def _with_branches(plain: str, bodies: list[Stretch]) -> list[Stretch]:
    """Return the bodies, a firm and its branch right behind it as one: 建设银行 + 江苏省分行."""
    joined: list[Stretch] = []
    for start, end in bodies:
        if joined and joined[-1][1] == start and plain.endswith(_BRANCH, start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def keeps_place(name: str) -> bool:
    """Tell whether the place at the head of a body's name is where the body is.

    That of a branch tells a part of another body apart, that of a university or a firm is a
    part of its own name.

    Examples
    --------
    >>> [keeps_place(n) for n in ("厦门市知识产权保护中心", "福州分中心", "福州大学")]
    [True, False, False]
    """
    return not name.endswith(_BRANCH + _PROPER)
