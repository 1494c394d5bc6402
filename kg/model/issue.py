"""Issues: what a document had, and what was made of it. Nothing is repaired silently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.place import Place
from kg.wording import Text


class Severity(StrEnum):
    """How much an issue matters to a reader of the graph.

    ``INFO``: form only, no fact depends on it. ``WARNING``: a fact was recovered, inferred or is
    in doubt. ``ERROR``: a fact was lost or could not be placed.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class IssueCode:
    """A kind of issue: its code, how much it matters, and what it means in words."""

    code: str
    severity: Severity
    message: Text


@dataclass(frozen=True, slots=True)
class Issue:
    """One repair, doubt or loss.

    Parameters
    ----------
    kind
        The code with its severity and message.
    place
        Where in the source; None when it concerns the whole file.
    was
        The printed words concerned.
    became
        What the program made of them; empty when nothing was changed.
    """

    kind: IssueCode
    place: Place | None
    was: str
    became: str = ""
