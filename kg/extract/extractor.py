"""What texts name: one pass of the phrase pipeline, then one finder for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import BodyMention, Mention, PlaceMention, ProgrammeMention

from .bodies import Bodies
from .deadlines import find_deadlines
from .industries import Industries
from .instruments import find_instruments
from .passage import Passage, Stretch, overlaps
from .places import Places
from .programmes import Programmes
from .quantities import Quantities
from .vocabulary import Vocabularies


class Extractor:
    """Finds what the texts of measures name.

    Parameters
    ----------
    vocabularies
        The known words; those of the package by default.
    year
        The year that dates without one speak of (年底前).
    """

    def __init__(self, vocabularies: Vocabularies | None = None, year: int | None = None) -> None:
        # spaCy takes most of a second to import: only who makes an extractor pays for it.
        from .phrases import Phrases  # noqa: PLC0415

        known = vocabularies or Vocabularies.load()
        self._phrases = Phrases(known)
        self._year = year
        self._industries = Industries(known)
        self._quantities = Quantities(known)
        self._places = Places(known)
        self._bodies = Bodies(known)
        self._programmes = Programmes(known)

    def extract(
        self, texts: Iterable[str], year: int | None = None
    ) -> Iterator[tuple[Mention, ...]]:
        """Return what each text names, in the order of the texts.

        Parameters
        ----------
        year
            The year of these texts, before that of the extractor.

        Returns
        -------
        Iterator of tuple of Mention
            One tuple for each text, sorted by start, end and kind; two mentions of one kind do
            not overlap.

        Examples
        --------
        >>> found = Extractor().extract(["出台《福建省技术调查官暂行规定》，组织培训不少于20期"])
        >>> [mention.span.text for mention in next(found)]
        ['福建省技术调查官暂行规定', '不少于20期']
        """
        for passage in self._phrases.passages(texts):
            found: list[list[Mention]] = [[] for _ in passage.readings]
            for stretch, mention in self._mentions(passage, year or self._year):
                found[passage.text_at(stretch[0])].append(mention)
            for mentions in found:
                if len(mentions) > 1:
                    mentions.sort(key=_order)
                yield tuple(mentions)

    def _mentions(self, passage: Passage, year: int | None) -> Iterator[tuple[Stretch, Mention]]:
        span = passage.span
        papers = list(find_instruments(passage))
        titles = [stretch for stretch, _ in papers]
        bodies = [body for body in self._bodies.find(passage) if not overlaps(body, titles)]
        industries = self._industries.find(passage, bodies)
        programmes = self._programmes.find(passage, titles, bodies)
        yield from papers
        yield from find_deadlines(passage, year, _joined(titles + programmes))
        yield from self._quantities.find(passage, titles)
        taken = _joined(titles + industries + programmes)
        for place in self._places.find(passage, bodies, taken):
            yield place, PlaceMention(span(*place))
        for industry in industries:
            yield industry, self._industries.mention(passage, industry)
        for programme in programmes:
            words = span(*programme)
            yield programme, ProgrammeMention(words, "".join(words.text.split()))
        for body in bodies:
            yield body, BodyMention(span(*body))


def _order(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, mention.span.end, type(mention).__name__


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches sorted, those that overlap made one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
