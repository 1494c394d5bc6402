"""What comes out: an alignment of two measures or tasks, with the reasons for it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from .model import Grade, Method


@dataclass(frozen=True, slots=True)
class SharedConcept:
    """A concept found in both: its weight, and the words that show it in either text."""

    name: str
    weight: float
    upper_words: str
    lower_words: str


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """Words that stand in both texts, with their weight."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why two measures correspond.

    Parameters
    ----------
    concepts, terms
        What both texts name, heaviest first.
    actions
        Kinds of action that both clauses name.
    domains
        Domains of concepts that both measures touch with their task titles, by name.
    instruments, programmes
        Papers and platforms that both name.
    related
        How probable it is that they are related at all (grade partly or better), 0–1.
    title_quoted
        Whether the upper quote stands in the title of its task, because no words of the measure
        itself carry the pair as well.
    """

    concepts: tuple[SharedConcept, ...] = ()
    actions: tuple[str, ...] = ()
    terms: tuple[SharedTerm, ...] = ()
    domains: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    related: float = 0.0
    title_quoted: bool = False

    def as_json(self) -> str:
        """Return the reasons as JSON text, the same for the same reasons.

        Examples
        --------
        >>> Reasons(terms=(SharedTerm("质押融资", 9.5),)).as_json()[:64]
        '{"actions": [], "concepts": [], "domains": [], "instruments": []'
        """
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Alignment:
    """A lower measure or task that takes on an upper one.

    Parameters
    ----------
    lower_key, upper_key
        The keys of both measures, or of both tasks.
    score
        How probable it is that readers would call it covered, 0–1, four digits.
    grade, method
        What it counts as, and what the score rests on.
    reasons
        Why.
    lower_quote, upper_quote
        The words of both texts that carry it; each is a part of its text as printed, the upper
        one of its task's title where the reasons say so.
    """

    lower_key: str
    upper_key: str
    score: float
    grade: Grade
    method: Method
    reasons: Reasons
    lower_quote: str
    upper_quote: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A lower and an upper measure that were looked at, whether or not they reach a grade.

    Parameters
    ----------
    score, related
        As in :class:`Alignment` and :class:`Reasons`, 0–1, four digits.
    """

    lower_key: str
    upper_key: str
    score: float
    related: float
