"""Words that stand in both measures, cut where words end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from operator import add

from .alignment import SharedTerm
from .officialese import officialese
from .reading import MeasureReading, TextReading
from .vocabulary import Vocabulary
from .weights import Weights

MOST_TERMS = 6
_SHORTEST = 2
_LONGEST = 30
_LONGEST_TEXT = 4_000
_QUOTED = re.compile(r"“([^“”]{2,12})”|《([^《》]{2,40})》")
# No term goes on over one of these, nor begins or ends with one of those that follow.
_BREAKS = "，。；：！？“”‘’《》（）()\n"
_LOOSE = f"{_BREAKS}、 及或等的"
_LOOSE_ENDS = f"{_BREAKS}、 或等的"


class Terms:
    """Finds the words that two measures share; where words end in a text is kept for the next."""

    def __init__(self, weights: Weights, vocabulary: Vocabulary) -> None:
        self._weights = weights.words
        self._names = vocabulary.marks
        self._inside: dict[str, Set[int]] = {}
        self._above: dict[str, tuple[str, Set[int]]] = {}

    def shared(self, upper: MeasureReading, lower: MeasureReading) -> tuple[SharedTerm, ...]:
        """Return the longest words in both measures, the upper title among them, heaviest first;
        none that is part of a heavier one.

        They are cut back to where a word ends in both texts, as far as that is known.
        """
        both = lower.body.grams.keys() & upper.grams
        found: dict[str, float] = {}
        for words in self._longest(upper, lower, both):
            weight = sum([self._weights[g] for g in map(add, words, words[1:]) if g in both])
            if weight > 0:
                found[words] = round(weight, 2)
        heaviest: list[str] = []
        for words in sorted(found, key=lambda w: (-found[w], w)):
            if len(heaviest) < MOST_TERMS and not any(words in more for more in heaviest):
                heaviest.append(words)
        return tuple(SharedTerm(words, found[words]) for words in heaviest)

    def _longest(
        self, upper: MeasureReading, lower: MeasureReading, both: Set[str]
    ) -> Iterator[str]:
        """Yield the parts of the lower text that stand in the upper title or text, cut back to
        where words end in both.
        """
        above, inside = self._upper(upper)
        below, within = lower.body.text[:_LONGEST_TEXT], self._words(lower.body)
        for start, end in _runs(above, below, both):
            shift = above.find(below[start:end]) - start
            first, last = start, end
            while first < last and (
                below[first] in _LOOSE or first in within or first + shift in inside
            ):
                first += 1
            while first < last and (
                below[last - 1] in _LOOSE_ENDS or last in within or last + shift in inside
            ):
                last -= 1
            if last - first >= _SHORTEST:
                yield below[first:last]

    def _upper(self, upper: MeasureReading) -> tuple[str, Set[int]]:
        """The upper title and text as one, and the places in it that are inside a word."""
        found = self._above.get(upper.measure.key)
        if found is None:
            text = f"{upper.title.text}\n{upper.body.text}"[:_LONGEST_TEXT]
            shift = len(upper.title.text) + 1
            inside = self._words(upper.title) | {shift + p for p in self._words(upper.body)}
            found = self._above[upper.measure.key] = text, inside
        return found

    def _words(self, text: TextReading) -> Set[int]:
        """The places of a text inside a known word, where no word begins or ends.

        Known are the words of concepts, official phrases and quoted names; what marks a field
        (知识产权) is one word whatever begins or ends in it.
        """
        found = self._inside.get(text.text)
        if found is None:
            spans = {(h.start, h.end) for clause in text.clauses for h in clause.hits}
            spans |= {m.span() for m in officialese().stop.finditer(text.text)}
            spans |= {m.span(m.lastindex or 0) for m in _QUOTED.finditer(text.text)}
            borders = {place for span in spans for place in span}
            found = {p for a, b in spans for p in range(a + 1, b)} - borders
            for name in self._names.finditer(text.text):
                found |= set(range(name.start() + 1, name.end()))
            self._inside[text.text] = found
        return found


def _runs(above: str, below: str, both: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield where parts of ``below`` lie that stand in ``above``, each as long as can be, that open
    with an n-gram of both; none goes on over a mark that parts clauses or names.
    """
    done = 0
    for start, opening in enumerate(map(add, below, below[1:])):
        if start >= done and opening in both:
            end = start + _SHORTEST
            most = min(len(below), start + _LONGEST)
            while end < most and below[end] not in _BREAKS and below[start : end + 1] in above:
                end += 1
            yield start, end
            done = end
