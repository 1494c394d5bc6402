"""Concepts found in texts by the words that show them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add

from .concept import Concept, Hit, Kind
from .officialese import officialese

GAP = "…"
GAP_LIMIT = 10
_SHORTEST = 2
_BREAKS = frozenset("，。；！？：,;!?\n")


class Vocabulary:
    """All concepts with their patterns, ready to be found in texts.

    Parameters
    ----------
    patterns
        For each concept the words that show it; ``…`` in them is a gap inside one clause.
    fields
        For each field of policy whose concepts are known, the words that mark a text as its own;
        ``marks`` finds them, the longest first.
    """

    def __init__(
        self,
        patterns: Mapping[Concept, Iterable[str]],
        fields: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.fields = {f: tuple(dict.fromkeys(w)) for f, w in sorted((fields or {}).items())}
        self.marks = _any_of({w for words in self.fields.values() for w in words})
        self.patterns = {c: tuple(dict.fromkeys(patterns[c])) for c in sorted(patterns)}
        self._plain: dict[str, list[tuple[str, str, Concept]]] = defaultdict(list)
        for concept, words in self.patterns.items():
            for word in words:
                head, _, rest = word.partition(GAP)
                self._plain[head[:2]].append((head, rest, concept))

    def __len__(self) -> int:
        return len(self.patterns)

    def knows(self, *texts: str) -> bool:
        """Tell whether one of the texts belongs to a field whose concepts are known."""
        return any(self.marks.search(text) is not None for text in texts)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return where concepts stand in a text, by place.

        Inside the name of an institution nothing else counts, nor does what only seems to be a
        word: 外商 in 海外商标, 强市 in 加强市、县.

        Examples
        --------
        >>> from kg.link.concept_file import bundled
        >>> [h.concept.name for h in bundled().find("开展地理标志培训")]
        ['地理标志', '业务培训', '培训']
        >>> [h.concept.name for h in bundled().find("加强市、县海外商标")]
        ['海外布局', '涉外知识产权', '商标']
        """
        kept: list[Hit] = []
        names: list[Hit] = []
        found = sorted(self._all(text), key=lambda h: (h.start, -h.end, h.concept))
        for hit in self._uncut(text, found):
            names = [name for name in names if name.end >= hit.end]
            if all((name.start, name.end) == (hit.start, hit.end) for name in names):
                kept.append(hit)
            if hit.concept.kind is Kind.INSTITUTION:
                names.append(hit)
        return tuple(kept)

    def _uncut(self, text: str, found: Sequence[Hit]) -> Iterator[Hit]:
        """Yield the hits that cut no word of the text in two.

        Of two known words that share one character only one is a word of the text. Where nothing
        tells which, both stay.
        """
        if not found:
            return
        verbs = {match.span() for match in officialese().stop.finditer(text)}
        verbs.update((h.start, h.end) for h in found if h.concept.kind is Kind.ACTION)
        spans = verbs.union((h.start, h.end) for h in found)
        begins = {start for start, _ in spans}
        cut: set[tuple[int, int]] = set()
        for first in sorted(s for s in spans if s[1] - 1 in begins and s[1] - s[0] >= _SHORTEST):
            shared = first[1] - 1
            for second in sorted(s for s in spans if s[0] == shared and s[1] > first[1]):
                if first in cut or second in cut:
                    continue
                if any(e == shared and s <= first[0] for s, e in spans):
                    cut.add(first)  # 专利|奖励, not 专利奖
                elif first in verbs or any(s == first[1] and e >= second[1] for s, e in spans):
                    cut.add(second)  # 加强|市, not 强市; 海外|商标, not 外商
        yield from (h for h in found if (h.start, h.end) not in cut) if cut else found

    def _all(self, text: str) -> Iterator[Hit]:
        for start, two in enumerate(map(add, text, text[1:])):
            if two in self._plain:
                for head, rest, concept in self._plain[two]:
                    if text.startswith(head, start):
                        end = _end(text, start + len(head), rest)
                        if end:
                            yield Hit(concept, start, end)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds the longest of the words; nothing where there is none."""
    by_length = sorted(words, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, by_length)) or r"(?!)")


def _end(text: str, start: int, rest: str) -> int:
    if not rest:
        return start
    here, _, later = rest.partition(GAP)
    found = text.find(here, start, start + GAP_LIMIT + len(here))
    if found < 0 or not _BREAKS.isdisjoint(text[start:found]):
        return 0
    return _end(text, found + len(here), later)
