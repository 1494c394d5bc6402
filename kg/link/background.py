"""How common concepts and words are in papers of this kind, whatever papers are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

UNLISTED_CONCEPT = 0.02
UNLISTED_WORDS = 0.01


@dataclass(frozen=True, slots=True)
class Background:
    """For each concept and n-gram the share of measures that show it.

    Parameters
    ----------
    concepts, words
        Shares from 0 to 1 by name; what is not listed is taken for rare.
    """

    concepts: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, float] = field(default_factory=dict)

    def concept(self, name: str) -> float:
        """Return the share of measures that show a concept."""
        return self.concepts.get(name, UNLISTED_CONCEPT)

    def word(self, gram: str) -> float:
        """Return the share of measures that hold an n-gram."""
        return self.words.get(gram, UNLISTED_WORDS)


@cache
def bundled_background() -> Background:
    """Return the table that comes with the program.

    Examples
    --------
    >>> bundled_background().concept("专利") > bundled_background().concept("技术调查官")
    True
    """
    text = files(__package__).joinpath("background.tsv").read_text(encoding="utf-8")
    tables: dict[str, dict[str, float]] = {"concept": {}, "words": {}}
    for line in text.splitlines()[1:]:
        kind, term, rate = line.split("\t")
        tables[kind][term] = float(rate)
    return Background(tables["concept"], tables["words"])
