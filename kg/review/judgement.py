"""What a person said about two measures, and about two documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person says of an alignment."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"


class Grade(StrEnum):
    """How much of the upper measure the lower one takes on."""

    COVERED = "covered"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One row about a lower and an upper measure.

    Parameters
    ----------
    lower_document, upper_document
        The keys of the documents that print them.
    lower_key, upper_key
        The keys of the measures when the row was written.
    reviewer, date
        Who judged, and on which day (ISO); a row by hand may leave the day empty.
    grade
        Of an accepted alignment; nothing follows from that of a rejected one.
    lower_hash, upper_hash
        Of the texts that were judged (:func:`kg.review.digest.text_hash`).
    lower_label, upper_label
        The measures for people who read the ledger.
    confidence
        How sure the reviewer is, 0–1; None when nothing was said.
    """

    lower_document: str
    lower_key: str
    upper_document: str
    upper_key: str
    reviewer: str
    date: str
    verdict: Verdict
    grade: Grade
    lower_hash: str
    upper_hash: str
    comment: str = ""
    confidence: float | None = None
    lower_label: str = ""
    upper_label: str = ""

    @property
    def word(self) -> tuple[Verdict, Grade | None]:
        """What two reviewers have to share to agree: the verdict, and the grade of an accepted
        alignment.
        """
        return self.verdict, self.grade if self.verdict is Verdict.ACCEPTED else None


@dataclass(frozen=True, slots=True, order=True)
class Comparison:
    """One row about two documents: whether they are to be compared."""

    lower_key: str
    upper_key: str
    reviewer: str
    date: str
    wanted: bool
    comment: str = ""

    @property
    def word(self) -> bool:
        """What two reviewers have to share to agree."""
        return self.wanted
