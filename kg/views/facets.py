"""What every view can be filtered by: document, agency, deadline, state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.dossier import Dossier, Entry
from kg.views.choice import Choice
from kg.views.scene import Facet, Words
from kg.views.timing import NO_DEADLINE, TIMINGS, due_on, due_words, timing
from kg.wording import Text

DOCUMENT, AGENCY, DUE, STATE = "document", "agency", "due", "state"
_NO_DUE = "-"


def facets(found: Sequence[Dossier], choice: Choice) -> tuple[Facet, ...]:
    """Return the four facets with the values that occur; agencies by name, deadlines by day."""
    entries = [entry for dossier in found for entry in dossier.entries]
    named = {n.key: str(n.props["name"]) for e in entries for _, n in e.roles}
    agencies: dict[str, Words] = {key: named[key] for key in sorted(named, key=named.__getitem__)}
    dues: dict[str, Words] = {}
    for entry in sorted(entries, key=lambda e: (str(due_on(e) or "9999"), due_words(e))):
        dues.setdefault(_due(entry), due_words(entry) or NO_DEADLINE)
    states = {timing(entry, choice) for entry in entries}
    return (
        Facet(DOCUMENT, Text("文件", "document"), {d.key: d.title for d in found}),
        Facet(AGENCY, Text("单位", "agency"), agencies),
        Facet(DUE, Text("时限", "deadline"), dues),
        Facet(STATE, Text("状态", "state"), {k: v for k, v in TIMINGS.items() if k in states}),
    )


def values_of(entry: Entry, choice: Choice, agency: str = "") -> Mapping[str, tuple[str, ...]]:
    """Return the values of a measure; of the agencies on it, one alone where it is named."""
    agencies = (agency,) if agency else tuple(dict.fromkeys(node.key for _, node in entry.roles))
    return {
        DOCUMENT: (entry.document_key,),
        AGENCY: agencies,
        DUE: (_due(entry),),
        STATE: (timing(entry, choice),),
    }


def _due(entry: Entry) -> str:
    return due_words(entry) or _NO_DUE
