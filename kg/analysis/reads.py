"""Which parts of a graph each report reads, so that a command leaves the rest in the store.

A report that is given more comes to the same answer; a test holds every one of them to that.
"""

from __future__ import annotations

from kg.model import Kinds


def _kinds(labels: str, types: str) -> Kinds:
    return Kinds(frozenset(labels.split()), frozenset(types.split()))


_STRUCTURE = _kinds("Document Section Task Measure", "HAS_SECTION HAS_TASK HAS_MEASURE")
_ROLES = _kinds("Agency", "LEADS ASSISTS")
_DATES = _kinds("Deadline", "DUE")
_ISSUES = _kinds("Issue", "HAS_ISSUE")
_DUTIES = _STRUCTURE | _ROLES | _DATES

WORKLOAD = NETWORK = _STRUCTURE | _ROLES
DEADLINES = _DUTIES
INDUSTRIES = _DUTIES | _kinds("Industry", "CONCERNS")
TARGETS = _DUTIES | _kinds("Target", "HAS_TARGET")
INSTRUMENTS = _DUTIES | _kinds("Instrument", "CITES DERIVES_FROM")
QUALITY = _DUTIES | _ISSUES
REGISTER = TARGETS | _ISSUES
_LEVELS = (
    _STRUCTURE
    | _ISSUES
    | _kinds("", "ALIGNS_WITH COMPARED_WITH EXEMPT_FROM")
    | Kinds(frozenset(), frozenset(), frozenset({("ALIGNS_WITH", "Measure")}))
)
ALIGNMENT = _LEVELS
GAPS = _LEVELS | _DUTIES | _kinds("Instrument Programme Region", "CITES MENTIONS")
