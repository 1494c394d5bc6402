"""A store's graph as networkx has it, and the network of bodies that stand on the same measures.

networkx is imported by the functions that give it: a report that only counts needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import fsum
from typing import TYPE_CHECKING

from kg.analysis.ledger import Tally
from kg.model import Basis, Graph

if TYPE_CHECKING:
    import networkx as nx

_ROLES = ("LEADS", "ASSISTS")
_BY_HAND = 20_000_000
"""Pairs of names within cells, all measures together, up to which they are counted one by one;
above, as a sparse product."""


@dataclass(frozen=True, slots=True)
class Network:
    """The bodies of one document that are counted, joined where they stand on the same measure.

    Bodies are numbered in order of their names, so that no figure depends on the order in which
    anything was read.

    Parameters
    ----------
    bodies
        Who is counted, by number; also those who share no measure with another.
    held
        The measures each of them stands on, in roles of the basis counted.
    shared
        For each body how many measures it shares with every other that it shares one with,
        partners in rising order; each pair stands here twice.
    basis
        The basis of the roles counted; roles of the other are not in it.
    """

    bodies: tuple[Tally, ...]
    held: tuple[frozenset[str], ...]
    shared: tuple[Mapping[int, int], ...]
    basis: Basis

    @property
    def pairs(self) -> int:
        """How many pairs share at least one measure."""
        return sum(map(len, self.shared)) // 2

    def name(self, number: int) -> str:
        """Return the name of a body."""
        return self.bodies[number].name

    def common(self, first: int, second: int) -> frozenset[str]:
        """Return the measures that two bodies share."""
        return self.held[first] & self.held[second]

    def leads(self, number: int) -> set[str]:
        """Return the measures that a body leads, on the basis counted."""
        return self.bodies[number].of("LEADS", self.basis)

    def crowd(self) -> dict[str, int]:
        """Return how many counted bodies stand on each measure."""
        found: dict[str, int] = {}
        for held in self.held:
            for key in held:
                found[key] = found.get(key, 0) + 1
        return found

    def graph(self, least: int = 1) -> nx.Graph[int]:
        """Return the network as networkx has it: nodes are numbers, ``weight`` is the number of
        measures shared; undirected, without loops.

        Parameters
        ----------
        least
            Pairs that share fewer measures are left out.
        """
        import networkx as nx  # noqa: PLC0415 - heavy

        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(len(self.bodies)))
        graph.add_weighted_edges_from(
            (i, j, weight)
            for i, partners in enumerate(self.shared)
            for j, weight in partners.items()
            if i < j and weight >= least
        )
        return graph


def network(tallies: Iterable[Tally], basis: Basis) -> Network:
    """Return the network of some bodies of a document.

    A body on every measure costs one count for each name beside it, never a count for each pair
    of measures.

    Parameters
    ----------
    tallies
        Who is counted. Bodies without a role of this basis are left out.
    basis
        The basis of the roles counted.
    """
    bodies = tuple(tally for tally in _by_name(tallies) if _held(tally, basis))
    held = tuple(_held(tally, basis) for tally in bodies)
    return Network(bodies, held, _shared(held), basis)


def closeness(keys: Iterable[str], crowd: Mapping[str, int]) -> float:
    """Return how closely two bodies work together, given the measures they share: each counts
    1 ÷ (counted bodies on it − 1).

    A cell with 500 names makes no close pair, and over all its partners a body's figures add up
    to the measures it shares with anybody.

    Source: M. E. J. Newman, Scientific collaboration networks II, Phys. Rev. E 64, 016132 (2001),
    formula 2.

    Examples
    --------
    >>> closeness(["甲#1", "甲#2"], {"甲#1": 2, "甲#2": 5})
    1.25
    """
    return fsum(1 / (crowd[key] - 1) for key in keys)


def multigraph(graph: Graph) -> nx.MultiDiGraph[str]:
    """Return a whole graph as networkx has it: nodes by key with ``label`` and their properties,
    edges from source to target, keyed by type and start, with ``type`` and their properties.

    A property named as one of these keeps its own value under ``prop_label`` or ``prop_type``.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        whole.add_node(node.key, **_attributes("label", node.label, node.props))
    for edge in graph.edges:
        key = f"{edge.type}@{edge.id[3]}"
        whole.add_edge(edge.src, edge.dst, key)
        whole.edges[edge.src, edge.dst, key].update(_attributes("type", edge.type, edge.props))
    return whole


def _attributes(name: str, value: str, props: Mapping[str, object]) -> dict[str, object]:
    clash = {f"prop_{name}": props[name]} if name in props else {}
    return {**props, **clash, name: value}


def _by_name(tallies: Iterable[Tally]) -> list[Tally]:
    return sorted(tallies, key=lambda t: (t.name, t.agency.key))


def _held(tally: Tally, basis: Basis) -> frozenset[str]:
    return frozenset().union(*(tally.of(role, basis) for role in _ROLES))


def _shared(held: tuple[frozenset[str], ...]) -> tuple[Mapping[int, int], ...]:
    rows: dict[str, list[int]] = {}
    for number, keys in enumerate(held):
        for key in keys:
            rows.setdefault(key, []).append(number)
    if sum(len(row) ** 2 for row in rows.values()) > _BY_HAND:
        return _product(list(rows.values()), len(held))
    return _counted(rows.values(), len(held))


def _counted(rows: Iterable[list[int]], bodies: int) -> tuple[Mapping[int, int], ...]:
    shared: list[dict[int, int]] = [{} for _ in range(bodies)]
    for row in rows:
        for i in row:
            beside = shared[i]
            for j in row:
                beside[j] = beside.get(j, 0) + 1
    return tuple(
        {j: beside[j] for j in sorted(beside) if j != i} for i, beside in enumerate(shared)
    )


def _product(rows: list[list[int]], bodies: int) -> tuple[Mapping[int, int], ...]:
    """Count by A·Aᵀ, A being bodies × measures: the same figures, at the speed of scipy."""
    import numpy as np  # noqa: PLC0415 - heavy
    from scipy.sparse import csr_array  # noqa: PLC0415

    columns = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    lines = np.fromiter((i for row in rows for i in row), dtype=np.int64, count=len(columns))
    ones = np.ones(len(columns), dtype=np.int64)
    incidence = csr_array((ones, (lines, columns)), shape=(bodies, len(rows)))
    product = (incidence @ incidence.T).tocsr()
    product.sort_indices()
    partners, weights = product.indices.tolist(), product.data.tolist()
    return tuple(
        {j: w for j, w in zip(partners[a:b], weights[a:b], strict=True) if j != i}
        for i, (a, b) in enumerate(pairwise(product.indptr.tolist()))
    )
