"""Groups of bodies that share more measures with one another than with the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from kg.analysis.network.network import Network

if TYPE_CHECKING:
    import networkx as nx

Partition = tuple[tuple[int, ...], ...]

RUNS = 5
_OFTEN = 20_000
"""Pairs up to which the search is run several times."""
_MOST = 200_000
"""Pairs it is run on at most; of a larger network only those that share more measures."""


@dataclass(frozen=True, slots=True)
class Communities:
    """A division of a network.

    Parameters
    ----------
    groups
        Groups of two bodies or more, largest first, then by first name; bodies by number.
    single
        Bodies that are in no group.
    modularity
        Of the whole division, −0.5 to 1; None where no two bodies share a measure.
    runs, agreeing
        How often the division was looked for, and how often this one was found.
    least
        Measures a pair must share to be looked at; 1 but for very large networks.
        Where no pair is left there are no groups.
    """

    groups: Partition
    single: tuple[int, ...]
    modularity: float | None
    runs: int
    agreeing: int
    least: int = 1

    def of(self) -> dict[int, int]:
        """Return the group of each body, from 1; a body in no group is its own, by a negative
        number.
        """
        grouped = {b: g for g, bodies in enumerate(self.groups, start=1) for b in bodies}
        return grouped | {body: -1 - body for body in self.single}


def communities(network: Network, runs: int = RUNS) -> Communities:
    """Return the division with the highest modularity that the Louvain method finds.

    The method is run from fixed seeds on bodies in order of their names; of divisions equally
    good the one found more often counts, then the first in that order. So the answer depends on
    the network alone.

    Source: Blondel et al., Fast unfolding of communities in large networks, J. Stat. Mech.
    P10008 (2008); weights are measures shared, resolution 1.

    Parameters
    ----------
    runs
        How often the division is looked for; once in a network of more than 20,000 pairs.
    """
    least = _least(network)
    graph = network.graph(least)
    if not graph.number_of_edges():
        return Communities((), tuple(range(len(network.bodies))), None, 0, 0, least)
    runs = runs if network.pairs <= _OFTEN else 1
    found = Counter(_partition(graph, seed) for seed in range(runs))
    scores = {partition: modularity(graph, partition) for partition in found}
    best = min(found, key=lambda p: (-round(scores[p], 9), -found[p], p))
    groups = (group for group in best if len(group) > 1)
    return Communities(
        tuple(sorted(groups, key=lambda group: (-len(group), group))),
        tuple(sorted(group[0] for group in best if len(group) == 1)),
        scores[best],
        runs,
        found[best],
        least,
    )


def modularity(graph: nx.Graph[int], partition: Partition) -> float:
    """Return how much more weight lies within groups than chance would put there: −0.5 to 1.

    Σ (wᵢ ÷ w − (dᵢ ÷ 2w)²), wᵢ the weight within a group, dᵢ the weighted degrees of its bodies,
    w the whole weight (Newman & Girvan, Phys. Rev. E 69, 026113, 2004).
    """
    group_of = {body: n for n, group in enumerate(partition) for body in group}
    within, degrees = [0] * len(partition), [0] * len(partition)
    weight: int
    for i, j, weight in graph.edges(data="weight"):
        degrees[group_of[i]] += weight
        degrees[group_of[j]] += weight
        within[group_of[i]] += weight if group_of[i] == group_of[j] else 0
    whole = sum(degrees) / 2
    return fsum(w / whole - (d / (2 * whole)) ** 2 for w, d in zip(within, degrees, strict=True))


def _partition(graph: nx.Graph[int], seed: int) -> Partition:
    import networkx as nx  # noqa: PLC0415 - heavy

    found = nx.community.louvain_communities(graph, weight="weight", resolution=1, seed=seed)
    return tuple(sorted(tuple(sorted(group)) for group in found))


def _least(network: Network) -> int:
    """The smallest number of shared measures that leaves no more pairs than can be worked on."""
    if network.pairs <= _MOST:
        return 1
    sizes = Counter(w for i, p in enumerate(network.shared) for j, w in p.items() if i < j)
    kept = 0
    for weight in sorted(sizes, reverse=True):
        kept += sizes[weight]
        if kept > _MOST:
            return weight + 1
    return 1
