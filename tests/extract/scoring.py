"""Finds against marks: which were missed, which are wrong.

A find matches a mark when both are the same words: compared in NFKC, without white space, and
without quotation or title marks around them. Each text of a measure counts once, as in the marks.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from kg.extract import Extractor
from kg.model import (
    BodyMention,
    DeadlineMention,
    IndustryMention,
    InstrumentMention,
    Mention,
    PlaceMention,
    ProgrammeMention,
    TargetMention,
)

DATA = Path(__file__).with_name("data")
KINDS: dict[str, type[Mention]] = {
    "industries": IndustryMention,
    "cites": InstrumentMention,
    "places": PlaceMention,
    "orgs": BodyMention,
    "programmes": ProgrammeMention,
    "targets": TargetMention,
    "deadlines": DeadlineMention,
}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind, with each miss and each wrong find as ``measure: words``."""

    required: int
    found: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.required if self.required else 1.0

    @property
    def precision(self) -> float:
        return 1 - len(self.wrong) / self.found if self.found else 1.0


def score(extractor: Extractor, file: str) -> dict[str, Score]:
    """Return the score of each kind on a file of marks."""
    measures = json.loads((DATA / file).read_text(encoding="utf-8"))["measures"]
    texts = [measure["text"] for measure in measures.values()]
    mentions = list(extractor.extract(texts))
    return {kind: _score(kind, measures, mentions) for kind in KINDS}


def _score(
    kind: str,
    measures: dict[str, dict[str, dict[str, list[str]]]],
    mentions: list[tuple[Mention, ...]],
) -> Score:
    required = found = 0
    missed: list[str] = []
    wrong: list[str] = []
    for (key, marks), named in zip(measures.items(), mentions, strict=True):
        must = {_same(words) for words in marks.get(kind, {}).get("required", [])}
        may = must | {_same(words) for words in marks.get(kind, {}).get("accepted", [])}
        has = {_same(m.span.text) for m in named if isinstance(m, KINDS[kind])}
        required += len(must)
        found += len(has)
        missed += [f"{key}: {words}" for words in sorted(must - has)]
        wrong += [f"{key}: {words}" for words in sorted(has - may)]
    return Score(required, found, tuple(missed), tuple(wrong))


def _same(words: str) -> str:
    return "".join(normalize("NFKC", words).split()).strip('“”"《》')
