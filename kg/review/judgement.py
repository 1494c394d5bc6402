"""What a person said about two measures, about two documents, and about a task."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

EVERY_LOWER = ""
"""Stands for every lower document; no document has an empty key."""


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


@dataclass(frozen=True, slots=True, order=True)
class Exemption:
    """One row about a task of an upper document: whether it is meant for a lower one.

    Parameters
    ----------
    lower_document
        The key of the lower document; :data:`EVERY_LOWER` for each that the upper one is
        compared with.
    upper_document, item_key
        The document that prints the task, and the key of the task, or of a measure outside of
        tasks, when the row was written.
    reviewer, date
        Who judged, and on which day (ISO); a row by hand may leave the day empty.
    is_exempt
        False where it is meant for the lower document, whatever the rule of the reports says.
    words_hash
        Of the words that were judged (:func:`kg.review.digest.task_words`).
    label
        The task for people who read the ledger.
    """

    lower_document: str
    upper_document: str
    item_key: str
    reviewer: str
    date: str
    is_exempt: bool
    words_hash: str
    comment: str = ""
    label: str = ""

    @property
    def word(self) -> bool:
        """What two reviewers have to share to agree."""
        return self.is_exempt

    def speaks_of(self, lower_document: str, upper_document: str) -> bool:
        """Tell whether it speaks of two documents."""
        named = self.lower_document in {lower_document, EVERY_LOWER}
        return named and self.upper_document == upper_document
