"""Concepts found in texts by the words that show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import add

from .concept import Concept, Hit, Kind

GAP = "…"
GAP_LIMIT = 10
_BREAKS = frozenset("，。；！？：,;!?\n")


class Vocabulary:
    """All concepts with their patterns, ready to be found in texts.

    Parameters
    ----------
    patterns
        For each concept the words that show it; ``…`` in them is a gap inside one clause.
    fields
        For each field of policy whose concepts are known, the words that mark a text as its own.
    """

    def __init__(
        self,
        patterns: Mapping[Concept, Iterable[str]],
        fields: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.fields = {f: tuple(dict.fromkeys(w)) for f, w in sorted((fields or {}).items())}
        self._marks = tuple(sorted({w for words in self.fields.values() for w in words}))
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
        return any(mark in text for mark in self._marks for text in texts)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return where concepts stand in a text, by place.

        Inside the name of an institution nothing else counts.

        Examples
        --------
        >>> from kg.link.concept_file import bundled
        >>> [h.concept.name for h in bundled().find("开展地理标志培训")]
        ['地理标志', '业务培训', '培训']
        """
        kept: list[Hit] = []
        names: list[Hit] = []
        for hit in sorted(self._all(text), key=lambda h: (h.start, -h.end, h.concept)):
            names = [name for name in names if name.end >= hit.end]
            if all((name.start, name.end) == (hit.start, hit.end) for name in names):
                kept.append(hit)
            if hit.concept.kind is Kind.INSTITUTION:
                names.append(hit)
        return tuple(kept)

    def _all(self, text: str) -> Iterator[Hit]:
        for start, two in enumerate(map(add, text, text[1:])):
            if two in self._plain:
                for head, rest, concept in self._plain[two]:
                    if text.startswith(head, start):
                        end = _end(text, start + len(head), rest)
                        if end:
                            yield Hit(concept, start, end)


def _end(text: str, start: int, rest: str) -> int:
    if not rest:
        return start
    here, _, later = rest.partition(GAP)
    found = text.find(here, start, start + GAP_LIMIT + len(here))
    if found < 0 or not _BREAKS.isdisjoint(text[start:found]):
        return 0
    return _end(text, found + len(here), later)
