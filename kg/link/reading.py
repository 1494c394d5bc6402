"""Measures read for comparison: the concepts and actions of each clause, and the words left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from operator import add

from .clauses import Clause, clauses
from .concept import Concept, Hit, Kind
from .officialese import officialese
from .text import Document, Measure, Task
from .vocabulary import Vocabulary

# How much a concept counts by the part it plays. Chosen on the odd-numbered tasks of the two
# bundled papers; results differ little in a wide range around (docs/decisions/0013).
SUPPORT = 0.4
PURPOSE = 0.5
TOPIC = 0.5
ACTOR = 0.5
# Who puts an institution to work (发挥…作用) runs it: the kind of action of concepts.toml.
RUN = "运行"
# Of a measure longer than any real one, only so many clauses are compared with each other.
MOST_CLAUSES = 200
_BETWEEN_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]+")
_BOUNDARY = "|"


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """What a clause is about (strength 0–1 by the part played) and what is done in it."""

    clause: Clause
    subjects: Mapping[Concept, float]
    actions: frozenset[str]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class TextReading:
    """A text as its clauses, its n-grams without officialese, and what it is about: each concept
    with its greatest strength.
    """

    text: str
    clauses: tuple[ClauseReading, ...]
    grams: Mapping[str, int]
    subjects: Mapping[Concept, float]


NO_TEXT = TextReading("", (), {}, {})


@dataclass(frozen=True, slots=True)
class MeasureReading:
    """A measure with its task, both read; ``known`` where its field's concepts are known.

    ``domains`` and ``grams`` are those of both texts.
    """

    measure: Measure
    task: Task
    body: TextReading
    title: TextReading
    domains: frozenset[str]
    grams: frozenset[str]
    known: bool


def read_document(document: Document, vocabulary: Vocabulary) -> tuple[MeasureReading, ...]:
    """Return all measures of a paper, read, in printed order.

    Examples
    --------
    >>> from kg.link.concept_file import bundled
    >>> paper = Document("甲", (Task("甲#1", "加强宣传", (Measure("甲#1.1", "举办培训班。"),)),))
    >>> [reading] = read_document(paper, bundled())
    >>> [c.name for c in reading.body.subjects], [c.name for c in reading.title.subjects]
    (['业务培训'], ['宣传'])
    """
    found = []
    for task in document.tasks:
        title = read_text(task.title, vocabulary)
        above = vocabulary.knows(task.section, task.title)
        for measure in task.measures:
            body = read_text(measure.text, vocabulary)
            known = above or vocabulary.knows(measure.text)
            domains = frozenset(c.domain for t in (body, title) for c in t.subjects)
            both = frozenset(body.grams.keys() | title.grams.keys())
            found.append(MeasureReading(measure, task, body, title, domains, both, known))
    return tuple(found)


def read_text(text: str, vocabulary: Vocabulary) -> TextReading:
    """Return a text read for comparison."""
    hits = vocabulary.find(text)
    read = []
    first = 0
    for clause in islice(clauses(text), MOST_CLAUSES):
        while first < len(hits) and hits[first].start < clause.start:
            first += 1
        inside = []
        for hit in hits[first:]:
            if hit.start >= clause.end:
                break
            inside.append(hit)
        read.append(_read_clause(clause, tuple(inside)))
    return TextReading(text, tuple(read), grams(text), _greatest(read))


def _greatest(read: Iterable[ClauseReading]) -> dict[Concept, float]:
    found: dict[Concept, float] = {}
    for clause in read:
        for concept, strength in clause.subjects.items():
            found[concept] = max(found.get(concept, 0.0), strength)
    return found


def grams(text: str) -> Counter[str]:
    """Return the n-grams of two and three characters, none across officialese or a boundary.

    Examples
    --------
    >>> sorted(grams("加强养老服务，推进改造"))
    ['养老', '养老服', '改造', '服务', '老服', '老服务']
    """
    found: list[str] = []
    for piece in _BETWEEN_WORDS.split(officialese().stop.sub(_BOUNDARY, text)):
        pairs = list(map(add, piece, piece[1:]))
        found += pairs
        found += map(add, pairs, piece[2:])
    return Counter(found)


def _read_clause(clause: Clause, hits: tuple[Hit, ...]) -> ClauseReading:
    subjects: dict[Concept, float] = {}
    actions = {RUN} if clause.roles else set()
    for hit in hits:
        if hit.concept.kind is Kind.ACTION:
            actions.add(hit.concept.name)
            continue
        strength = _strength(clause, hit)
        subjects[hit.concept] = max(subjects.get(hit.concept, 0.0), strength)
    return ClauseReading(clause, subjects, frozenset(actions), hits)


def _strength(clause: Clause, hit: Hit) -> float:
    part = 1.0
    for spans, counts in (
        (clause.support, SUPPORT),
        (clause.topics, TOPIC),
        (clause.purpose, PURPOSE),
    ):
        if any(start <= hit.start < end for start, end in spans):
            part = counts
            break
    return part * ACTOR if hit.concept.kind is Kind.ACTOR else part


def shared_strength(one: float, other: float) -> float:
    """Return how strongly two clauses share a concept, by its strength in both (0–1)."""
    return one * other
