"""What people say of alignments: kept in a ledger, applied whenever documents are compared.

The ledger is a valid SSSOM file. A judgement follows the texts it was made on; where one changes
it is stale, and neither kept silently nor lost (docs/decisions/0015).
"""

from kg.review.applying import reviewed
from kg.review.digest import pair_hash, short_length, task_words, text_hash
from kg.review.exempting import ExemptionOutcome, confirmed_tasks, exemption_summary, exemptions
from kg.review.judgement import EVERY_LOWER, Comparison, Exemption, Grade, Judgement, Verdict
from kg.review.ledger import ReviewLedger, ledger_data, read_ledger
from kg.review.merging import Conflict, merged
from kg.review.outcome import Outcome, State, summary
from kg.review.words import comments, said

__all__ = [
    "EVERY_LOWER",
    "Comparison",
    "Conflict",
    "Exemption",
    "ExemptionOutcome",
    "Grade",
    "Judgement",
    "Outcome",
    "ReviewLedger",
    "State",
    "Verdict",
    "comments",
    "confirmed_tasks",
    "exemption_summary",
    "exemptions",
    "ledger_data",
    "merged",
    "pair_hash",
    "read_ledger",
    "reviewed",
    "said",
    "short_length",
    "summary",
    "task_words",
    "text_hash",
]
