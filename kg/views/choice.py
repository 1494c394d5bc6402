"""What a view is asked to draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Choice:
    """What a view draws.

    Parameters
    ----------
    documents
        Keys of the documents; empty for all.
    as_of
        The day the answer holds for.
    agency
        The key of the body a view is about; empty where the view chooses.
    """

    documents: frozenset[str] = field(default_factory=frozenset)
    as_of: date = field(default_factory=date.today)
    agency: str = ""
