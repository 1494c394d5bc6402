"""Known words in texts: one spaCy pipeline of characters and string patterns."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate, permutations

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .passage import BORDER, Passage, Stretch
from .reading import Reading
from .vocabulary import Vocabularies

_MARKS = frozenset(BORDER + "，。；：、！？“”‘’《》〈〉（）…—【】[]/|+")
_PARTICLES = frozenset("的等")
_CONJUNCTIONS = frozenset("和与")
CHINA = "中国（"
_TOGETHER = 1_200
"""Characters from which on a passage is full; a longer text is one of its own."""


def patterns(known: Vocabularies) -> dict[str, frozenset[str]]:
    """Return the known words by kind."""
    return {
        "mark": _MARKS,
        "particle": _PARTICLES,
        "conjunction": _CONJUNCTIONS,
        "strong": known.words("wording.walls.strong"),
        "weak": known.words("wording.walls.weak"),
        "neutral": known.words("wording.walls.neutral"),
        "industry": frozenset(known.industries) | known.words("industries.lists.blocked"),
        "field": known.words("industries.lists.fields", "industries.lists.products"),
        "place": _places(known),
        "park": known.words("places.parks.endings"),
        "unit": frozenset(("市", "县", "区", "省")),
        "national": known.words("bodies.national.names") | {CHINA},
        "body": known.words("bodies.endings.after_place", "bodies.endings.alone"),
        "programme": known.words("programmes.names.known"),
        "programme end": known.words("programmes.endings.named"),
        "time": known.words("wording.dates.signs"),
    }


def _places(known: Vocabularies) -> frozenset[str]:
    names = known.words("gazetteer", "places.names.regions", "places.names.counties")
    out = known.words("places.pairs.left_out")
    letters = known.words("gazetteer.letters", "places.names.letters")
    first = sorted(letters - out)
    partners = sorted(known.words("places.pairs.partners"))
    pairs = {a + b for a, b in permutations(first, 2)}
    return names | pairs | {a + b for a in first for b in partners if a not in partners}


class Phrases:
    """Finds all known words of all kinds in one pass over each text."""

    def __init__(self, known: Vocabularies) -> None:
        self._nlp = spacy.blank("zh")
        # Nothing here needs memory that grows faster than the text, which the limit is for.
        self._nlp.max_length = sys.maxsize
        self._letters = _Letters(self._nlp.vocab)
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        self._kinds: dict[int, str] = {}
        for kind, words in patterns(known).items():
            self._matcher.add(kind, [self._letters.doc(w) for w in sorted(words)])
            self._kinds[self._nlp.vocab.strings[kind]] = kind
        self._pairs = tuple(known.lists["wording.walls.pairs"])

    def passages(self, texts: Iterable[str]) -> Iterator[Passage]:
        """Return the texts in order, several of them in each passage."""
        together: list[Reading] = []
        length = 0
        for text in texts:
            reading = Reading.of(text)
            together.append(reading)
            length += len(reading.plain) + len(BORDER)
            if length >= _TOGETHER:
                yield self._passage(together)
                together, length = [], 0
        if together:
            yield self._passage(together)

    def _passage(self, readings: list[Reading]) -> Passage:
        plain = BORDER.join([reading.plain for reading in readings]) + BORDER
        lengths = [len(reading.plain) + len(BORDER) for reading in readings[:-1]]
        hits: dict[str, list[Stretch]] = {kind: [] for kind in self._kinds.values()}
        add = {number: hits[kind].append for number, kind in self._kinds.items()}
        for number, start, end in self._matcher(self._letters.doc(plain)):
            add[number]((start, end))
        starts = list(accumulate(lengths, initial=0))
        return Passage(readings, starts, plain, hits, *self._edges(plain, hits))

    def _edges(
        self, plain: str, hits: dict[str, list[Stretch]]
    ) -> tuple[list[int], list[int], list[int]]:
        """Return the walls, stops and breaks of a passage."""
        marks, cuts = hits["mark"], hits["strong"] + hits["particle"]
        for hit in hits["conjunction"]:
            if not plain.endswith(self._pairs, 0, hit[0]):
                cuts.append(hit)
        whole = hits["neutral"] + hits["place"]
        if whole:
            covered: set[int] = set()
            for start, end in whole:
                covered.update(range(start, end))
            cuts = [h for h in cuts if h[0] not in covered and h[1] - 1 not in covered]
        cuts += marks
        # Of the words that begin at one place the longest comes last, and is the one that stays.
        weak = dict(hits["weak"])
        walls = {0, *[end for _, end in cuts]}
        passed = walls & weak.keys()
        while passed:
            # On past words that only lead up to a name.
            passed = {weak[wall] for wall in passed}
            walls |= passed
            passed &= weak.keys()
        stops = sorted([start for start, _ in cuts])
        return sorted(walls), stops, [start for start, _ in marks]


class _Letters(dict[str, int]):
    """The number under which a vocabulary keeps each character, one entry for each ever seen."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, char: str) -> int:
        """Return the number of a character seen for the first time."""
        number: int = self._vocab[char].orth
        self[char] = number
        return number

    def doc(self, text: str) -> Doc:
        """Return a text as one token for each character, so that token and character agree.

        Its characters are given by number: spaCy looks these up in less than half the time it
        needs for strings.
        """
        numbers = list(map(self.__getitem__, text))
        # The stubs of spaCy leave out that words may be given by number.
        return Doc(self._vocab, words=numbers, spaces=[False] * len(text))  # type: ignore[arg-type]
