"""What people say of alignments: kept in a ledger, applied whenever documents are compared.

The ledger is a valid SSSOM file. A judgement follows the texts it was made on; where one changes
it is stale, and neither kept silently nor lost (docs/decisions/0015).
"""

from kg.review.applying import reviewed, said
from kg.review.digest import pair_hash, short_length, text_hash
from kg.review.judgement import Comparison, Grade, Judgement, Verdict
from kg.review.ledger import ReviewLedger, ledger_data, read_ledger
from kg.review.merging import merged
from kg.review.outcome import Outcome, State, summary

__all__ = [
    "Comparison",
    "Grade",
    "Judgement",
    "Outcome",
    "ReviewLedger",
    "State",
    "Verdict",
    "ledger_data",
    "merged",
    "pair_hash",
    "read_ledger",
    "reviewed",
    "said",
    "short_length",
    "summary",
    "text_hash",
]
