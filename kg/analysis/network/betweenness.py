"""On how many shortest ways between others a body stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import TYPE_CHECKING, Any

from kg.analysis.network.network import Network

if TYPE_CHECKING:
    import networkx as nx

BY_NETWORKX = 200_000
"""Bodies × (bodies + pairs) up to which networkx counts: it takes less time than to load scipy,
which counts the same twenty times faster."""
EXACT = 100_000_000
"""Bodies × (bodies + pairs), all networks of a report together, up to which every body is a start;
above, a sample of them."""
SAMPLE = 128
SEED = 2025
_AT_ONCE = 64
"""Starts followed at the same time: a matrix of so many columns."""
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Betweenness:
    """The betweenness of each body, by number.

    Parameters
    ----------
    values
        0–1: the share of all pairs of other bodies, each pair counting by the share of its
        shortest ways that pass through.
    errors
        Standard errors where the figures rest on a sample; None where they are exact.
    starts
        How many bodies the ways were followed from.
    """

    values: tuple[float, ...]
    errors: tuple[float, ...] | None
    starts: int


def betweenness(
    network: Network, exact: int = EXACT, sample: int = SAMPLE, by_networkx: int = BY_NETWORKX
) -> Betweenness:
    """Return the betweenness of each body: of unweighted, undirected shortest ways, normalised by
    (n − 1)(n − 2) ÷ 2.

    Of a large network ways are followed from a random sample of bodies, the same each time. Each
    start is one observation: the estimate is n times their mean, its standard error that of a
    sample drawn without replacement.

    Sources: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40
    (1977); U. Brandes & C. Pich, Centrality estimation in large networks, Int. J. Bifurcation
    and Chaos 17 (2007).

    Parameters
    ----------
    exact
        Bodies × (bodies + pairs) up to which all bodies are starts.
    sample
        Starts above that, two at least; where they are all bodies the figures are exact.
    by_networkx
        Bodies × (bodies + pairs) up to which scipy is not loaded; the figures are the same.
    """
    bodies = len(network.bodies)
    if bodies < _LEAST:
        return Betweenness((0.0,) * bodies, None, bodies)
    cost = bodies * (bodies + network.pairs)
    if cost <= by_networkx:
        return Betweenness(_counted(network.graph()), None, bodies)
    if cost <= exact or bodies <= sample:
        return _followed(network, range(bodies))
    starts = sorted(Random(SEED).sample(range(bodies), sample))  # noqa: S311 - no secret
    return _followed(network, starts)


def _counted(graph: nx.Graph[int]) -> tuple[float, ...]:
    import networkx as nx  # noqa: PLC0415 - heavy

    found = nx.betweenness_centrality(graph, normalized=True)
    return tuple(float(found[body]) for body in range(len(found)))


def _followed(network: Network, starts: Sequence[int]) -> Betweenness:
    import numpy as np  # noqa: PLC0415 - heavy

    bodies, drawn = len(network.bodies), len(starts)
    total, squares = np.zeros(bodies), np.zeros(bodies)
    for dependency in _dependencies(network, starts):
        total += dependency.sum(axis=1)
        squares += (dependency**2).sum(axis=1)
    # Each pair is seen from both ends: hence no further division by two.
    scale = bodies / ((bodies - 1) * (bodies - 2))
    mean = total / drawn
    values = tuple((scale * mean).tolist())
    if drawn == bodies:
        return Betweenness(values, None, drawn)
    variance = np.maximum(squares / drawn - mean**2, 0) * drawn / (drawn - 1)
    errors = scale * np.sqrt(variance / drawn) * sqrt(1 - drawn / bodies)
    return Betweenness(values, tuple(errors.tolist()), drawn)


def _dependencies(network: Network, starts: Sequence[int]) -> Iterator[Any]:
    """For some starts at a time how much each body is passed through on the way to all others:
    a matrix bodies × starts (Brandes, A faster algorithm for betweenness centrality, 2001), one
    step outwards and back for all starts together.
    """
    import numpy as np  # noqa: PLC0415 - heavy

    adjacency = _adjacency(network)
    for at in range(0, len(starts), _AT_ONCE):
        chosen = starts[at : at + _AT_ONCE]
        here = (np.asarray(chosen), np.arange(len(chosen)))
        distance = np.full((len(network.bodies), len(chosen)), -1, dtype=np.int32)
        ways = np.zeros(distance.shape)
        distance[here], ways[here] = 0, 1
        step = 0
        while (distance == step).any():
            reached = adjacency @ np.where(distance == step, ways, 0)
            fresh = (distance < 0) & (reached > 0)
            step += 1
            distance[fresh] = step
            ways[fresh] = reached[fresh]
        dependency = np.zeros(distance.shape)
        for back in range(step - 1, 0, -1):
            passed = np.where(distance == back, (1 + dependency) / np.maximum(ways, 1), 0)
            dependency += np.where(distance == back - 1, ways * (adjacency @ passed), 0)
        dependency[here] = 0
        yield dependency


def _adjacency(network: Network) -> Any:  # noqa: ANN401 - scipy brings no types
    import numpy as np  # noqa: PLC0415 - heavy
    from scipy.sparse import csr_array  # noqa: PLC0415

    lengths = [len(partners) for partners in network.shared]
    ends = np.concatenate(([0], np.cumsum(lengths)))
    others = np.fromiter(
        (j for p in network.shared for j in p), dtype=np.int64, count=int(ends[-1])
    )
    size = len(network.bodies)
    return csr_array((np.ones(len(others)), others, ends), shape=(size, size))
