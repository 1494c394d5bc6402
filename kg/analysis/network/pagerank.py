"""How much of a random walk over the network a body gets."""

from __future__ import annotations

from kg.analysis.network.network import Network

DAMPING = 0.85
TOLERANCE = 1e-12
ITERATIONS = 1_000
BY_HAND = 20_000
"""Pairs up to which the walk is followed here; above, networkx follows it with scipy. To load scipy
takes longer than everything else that a report of two papers does."""


def pagerank(
    network: Network, iterations: int = ITERATIONS, by_hand: int = BY_HAND
) -> tuple[float, ...] | None:
    """Return the PageRank of each body by number, adding up to 1; None where it does not settle
    within some iterations.

    The walk follows shared measures both ways, in proportion to their number, and starts anew at
    any body with probability 0.15, always where a body has no partner.

    Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking (1999).

    Parameters
    ----------
    by_hand
        Pairs up to which scipy is not loaded; the figures are the same on both ways.
    """
    if not network.bodies:
        return ()
    return (_walked if network.pairs <= by_hand else _walked_by_networkx)(network, iterations)


def _walked(network: Network, iterations: int) -> tuple[float, ...] | None:
    bodies = len(network.bodies)
    weights = [sum(partners.values()) for partners in network.shared]
    rank = [1 / bodies] * bodies
    for _ in range(iterations):
        lost = sum(r for r, weight in zip(rank, weights, strict=True) if not weight)
        given = [r / weight if weight else 0.0 for r, weight in zip(rank, weights, strict=True)]
        anew = (DAMPING * lost + 1 - DAMPING) / bodies
        last, rank = (
            rank,
            [
                anew + DAMPING * sum(given[j] * w for j, w in partners.items())
                for partners in network.shared
            ],
        )
        if sum(abs(a - b) for a, b in zip(rank, last, strict=True)) < bodies * TOLERANCE:
            return tuple(rank)
    return None


def _walked_by_networkx(network: Network, iterations: int) -> tuple[float, ...] | None:
    import networkx as nx  # noqa: PLC0415 - heavy

    try:
        found = nx.pagerank(
            network.graph(), alpha=DAMPING, max_iter=iterations, tol=TOLERANCE, weight="weight"
        )
    except nx.PowerIterationFailedConvergence:
        return None
    return tuple(float(found[body]) for body in range(len(network.bodies)))
