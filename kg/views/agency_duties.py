"""What an agency has to do, and which gaps it could close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.analysis.dossier import Dossier, Entry, Link
from kg.analysis.gaps.coverage import Coverage, Item, State, coverages
from kg.analysis.ledger import basis_of
from kg.model import Basis, Graph, Node
from kg.views.choice import Choice
from kg.views.timing import Timing, due_on, due_words, timing
from kg.wording import Text

_KINDS = {
    ("LEADS", Basis.EXPLICIT): "lead",
    ("ASSISTS", Basis.EXPLICIT): "assist",
    ("LEADS", Basis.INFERRED): "lead?",
    ("ASSISTS", Basis.INFERRED): "assist?",
}
OPEN = (State.UNCOVERED, State.PARTLY)
"""What leaves something to take on."""
ROLES = {
    "lead": Text("牵头", "leads"),
    "lead?": Text("推断牵头", "inferred to lead"),
    "assist": Text("配合", "supports"),
    "assist?": Text("推断配合", "inferred to support"),
}
"""Kinds of duties: said and inferred ones are never added together."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A measure on which an agency stands.

    Parameters
    ----------
    kind
        ``lead`` or ``assist``, with ``?`` where the role is inferred.
    day
        The last day; None where none follows from the words.
    partners
        The other bodies on it, those that lead first; no collectives, no blanket bodies.
    """

    entry: Entry
    kind: str
    day: date | None
    words: str
    timing: Timing
    partners: tuple[Node, ...]

    @property
    def leads(self) -> bool:
        """Whether the agency leads it, said or inferred."""
        return self.kind.startswith("lead")


def duties(found: Sequence[Dossier], agency_key: str, choice: Choice) -> tuple[Duty, ...]:
    """Return what an agency has to do, by last day, those without one last, then as printed."""
    held = [
        _duty(entry, edge, agency_key, choice)
        for dossier in found
        for entry in dossier.entries
        for edge in entry.roles
        if edge[1].key == agency_key
    ]
    return tuple(sorted(held, key=lambda duty: (duty.day or date.max, not duty.words)))


def _duty(entry: Entry, role: Link, agency_key: str, choice: Choice) -> Duty:
    edge, _ = role
    partners = (
        node
        for other, node in entry.roles
        if node.key != agency_key
        and not node.props["is_collective"]
        and other.props["scope"] != "blanket"
    )
    return Duty(
        entry,
        _KINDS[edge.type, basis_of(edge)],
        due_on(entry),
        due_words(entry),
        timing(entry, choice),
        tuple({node.key: node for node in partners}.values()),
    )


def open_gaps(graph: Graph, agency_key: str, choice: Choice) -> tuple[tuple[Coverage, Item], ...]:
    """Return the upper tasks not covered, or only partly, that an agency could take on, as its
    brief lists them: those whose bodies are its office one level up or parts of that, and those
    that measures it stands on take on partly. None where no lower document names it.
    """
    above = _counterparts(graph, agency_key)
    return tuple(
        (coverage, item)
        for coverage in coverages(graph, choice.states, choice.documents)
        if any(_stands_on(entry, agency_key) for entry in coverage.lower.entries)
        for item in coverage.items
        if item.state in OPEN
        and (
            any(node.key in above for entry in item.entries for _, node in entry.roles)
            or any(_stands_on(alignment.lower, agency_key) for alignment in item.counted)
        )
    )


def _stands_on(entry: Entry, agency_key: str) -> bool:
    return any(node.key == agency_key for _, node in entry.roles)


def _counterparts(graph: Graph, agency_key: str) -> frozenset[str]:
    above = {e.dst for e in graph.edges if e.type == "COUNTERPART_OF" and e.src == agency_key}
    parts = {e.src for e in graph.edges if e.type == "PART_OF" and e.dst in above}
    return frozenset(above | parts)
