"""What a view is asked to draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.analysis.gaps.coverage import COUNTED
from kg.analysis.status.status import StatusLedger


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
    states
        The review states of alignments that count.
    ledger
        What became of the measures; None without a ledger.
    """

    documents: frozenset[str] = field(default_factory=frozenset)
    as_of: date = field(default_factory=date.today)
    agency: str = ""
    states: frozenset[str] = COUNTED
    ledger: StatusLedger | None = field(default=None, compare=False)
