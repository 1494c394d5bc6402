"""The roles of the bodies named in a document, added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Basis, Edge, Graph, Node

_BASES = {basis.value: basis for basis in Basis}


@dataclass(slots=True)
class Tally:
    """The measures of one agency in one document, by role and basis.

    ``blanket`` is true while every role is one of a body that stands on nearly every measure.
    """

    agency: Node
    roles: dict[tuple[str, Basis], set[str]] = field(default_factory=lambda: defaultdict(set))
    blanket: bool = True

    def add(self, edge: Edge) -> None:
        """Count one role."""
        self.roles[edge.type, basis_of(edge)].add(edge.dst)
        self.blanket &= edge.props["scope"] == "blanket"

    def of(self, role: str, basis: Basis) -> set[str]:
        """Return the keys of the measures on which the agency has a role of this basis."""
        return self.roles.get((role, basis), set())

    @property
    def measures(self) -> set[str]:
        """Keys of all measures the agency stands on."""
        return set().union(*self.roles.values())

    @property
    def is_collective(self) -> bool:
        """Whether the name stands for several bodies."""
        return bool(self.agency.props["is_collective"])

    @property
    def name(self) -> str:
        """The canonical name."""
        return str(self.agency.props["name"])


@dataclass(frozen=True, slots=True)
class Ledger:
    """The roles of one document."""

    document: Node
    measures: frozenset[str]
    tallies: tuple[Tally, ...]
    edges: tuple[Edge, ...]

    def count(self, role: str, basis: Basis) -> int:
        """Return the number of edges of a type and basis; a body has one of each on a measure."""
        return sum(len(tally.of(role, basis)) for tally in self.tallies)

    @property
    def explicit(self) -> bool:
        """Whether the text tells leads from others anywhere."""
        return any(basis_of(e) is Basis.EXPLICIT for e in self.edges)

    @property
    def led(self) -> dict[str, int]:
        """Number of explicit leads of each measure that has one."""
        leads: dict[str, int] = defaultdict(int)
        for edge in self.edges:
            if edge.type == "LEADS" and basis_of(edge) is Basis.EXPLICIT:
                leads[edge.dst] += 1
        return leads


def ledgers(graph: Graph, wanted: frozenset[str] = frozenset()) -> list[Ledger]:
    """Return the ledger of each document, sorted by key; of the wanted ones where any are named."""
    documents: dict[str, Node] = {}
    agencies: dict[str, Node] = {}
    measures: dict[str, set[str]] = defaultdict(set)
    roles: dict[str, list[Edge]] = defaultdict(list)
    for node in graph.nodes:
        if node.label == "Document" and (not wanted or node.key in wanted):
            documents[node.key] = node
        elif node.label == "Agency":
            agencies[node.key] = node
        elif node.label == "Measure":
            measures[str(node.props["document_key"])].add(node.key)
    for edge in graph.edges:
        if edge.type in {"LEADS", "ASSISTS"}:
            roles[str(edge.props["document_key"])].append(edge)
    return [
        Ledger(
            documents[key],
            frozenset(measures[key]),
            _tallies(roles[key], agencies),
            tuple(roles[key]),
        )
        for key in sorted(documents)
    ]


def _tallies(edges: Iterable[Edge], agencies: Mapping[str, Node]) -> tuple[Tally, ...]:
    tallies: dict[str, Tally] = {}
    for edge in edges:
        tallies.setdefault(edge.src, Tally(agencies[edge.src])).add(edge)
    return tuple(tallies.values())


def basis_of(edge: Edge) -> Basis:
    """Return whether the text says a role or custom suggests it."""
    return _BASES[str(edge.props["basis"])]
