"""What the words of a measure name: found in its text, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.parsed import Timing


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a measure: ``text[start:end]``, counted in code points of the measure's text."""

    start: int
    end: int
    text: str


class InstrumentStatus(StrEnum):
    """Whether a text refers to a paper that is there or says that one will be made."""

    CITED = "cited"
    PROMISED = "promised"


class Comparator(StrEnum):
    """How a target's number is meant."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    EXACTLY = "exactly"


class Scope(StrEnum):
    """How much of a measure a deadline binds."""

    MEASURE = "measure"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class IndustryMention:
    """An industry, product field, craft or protected product.

    ``name`` is the vocabulary's name for it; ``scheme`` and ``code`` only where they are sure.
    """

    span: Span
    name: str
    scheme: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class TargetMention:
    """A quantity to be reached: 不少于3700次 = 3700, 次, at least; never an existing stock.

    ``object`` is what is counted, as printed; empty where the text does not say.
    """

    span: Span
    number: float
    unit: str
    comparator: Comparator
    object: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """A paper named in 《》; ``title`` without the marks and without white space."""

    span: Span
    title: str
    status: InstrumentStatus


@dataclass(frozen=True, slots=True)
class DeadlineMention:
    """A date or period by which something in the text is to be done.

    ``timing`` is None where the words are not understood, or leave open which year is meant.
    """

    span: Span
    timing: Timing | None
    scope: Scope


@dataclass(frozen=True, slots=True)
class ProgrammeMention:
    """A platform, campaign, programme or designation with a name."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as named in the text; what place it is, is for the resolver to say."""

    span: Span


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body as named in the text; which body it is, is for the resolver to say."""

    span: Span


Mention = (
    IndustryMention
    | TargetMention
    | InstrumentMention
    | DeadlineMention
    | ProgrammeMention
    | PlaceMention
    | BodyMention
)
