"""What people know better than a document prints: kept in a ledger, applied at each build.

The printed words stay: what a correction touches says what was printed, what it became, who said
so and when (docs/decisions/0011).
"""

from kg.corrections.applying import Corrected, apply, require_known, summary
from kg.corrections.entry import EVERYWHERE, Action, Entry
from kg.corrections.ledger import Ledger, read_ledger
from kg.corrections.outcome import Outcome, State

__all__ = [
    "EVERYWHERE",
    "Action",
    "Corrected",
    "Entry",
    "Ledger",
    "Outcome",
    "State",
    "apply",
    "read_ledger",
    "require_known",
    "summary",
]
