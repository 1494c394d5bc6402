"""One correction: what people know better than the document prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

EVERYWHERE = "*"
"""In the column ``document``: the name means the same in every document."""


class Action(StrEnum):
    """What a correction does."""

    ALIAS = "alias"
    SPLIT_NAME = "split-name"
    AGENCIES = "agencies"
    DEADLINE = "deadline"
    TEXT = "text"
    SPLIT = "split"
    JOIN = "join"

    @property
    def is_about_a_name(self) -> bool:
        """True where the target is a name, not the key of a part."""
        return self in {Action.ALIAS, Action.SPLIT_NAME}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger.

    Parameters
    ----------
    document
        The key of the document it belongs to; :data:`EVERYWHERE` for a name in all documents.
    target
        The key of a measure, task or section; for a name the name itself.
    value
        What it should be, in the notation of the action.
    target_hash
        The seal of :mod:`kg.corrections.seal`; empty in a line written by hand.
    was
        What was printed when the correction was made.
    by, date, comment
        Who made it, on which day (ISO), and why.
    line
        Where it stands in the ledger, counted from 1; no part of what it says.
    """

    action: Action
    document: str
    target: str
    value: str
    target_hash: str = ""
    was: str = ""
    by: str = ""
    date: str = ""
    comment: str = ""
    line: int = field(default=0, compare=False)

    def concerns(self, document_key: str) -> bool:
        """Whether it speaks of a document."""
        return self.document in {document_key, EVERYWHERE}
