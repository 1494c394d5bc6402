"""What a concept is, and where its words stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a concept is: an object of work, who takes part, an institution, a kind of action."""

    OBJECT = "objects"
    ACTOR = "actors"
    INSTITUTION = "institutions"
    ACTION = "actions"


@dataclass(frozen=True, slots=True, order=True)
class Concept:
    """A concept; those of one domain are related."""

    name: str
    domain: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that show a concept: ``text[start:end]``."""

    concept: Concept
    start: int
    end: int
