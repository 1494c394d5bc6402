"""How much of a random walk over the network a body gets."""

from __future__ import annotations

from kg.analysis.network.network import Network

DAMPING = 0.85
TOLERANCE = 1e-12
ITERATIONS = 1_000


def pagerank(network: Network, iterations: int = ITERATIONS) -> tuple[float, ...] | None:
    """Return the PageRank of each body by number, adding up to 1; None where it does not settle
    within some iterations.

    The walk follows shared measures both ways, in proportion to their number, and starts anew at
    any body with probability 0.15, always where a body has no partner.

    Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking (1999).
    """
    if not network.bodies:
        return ()
    import networkx as nx  # noqa: PLC0415 - heavy

    try:
        found = nx.pagerank(
            network.graph(), alpha=DAMPING, max_iter=iterations, tol=TOLERANCE, weight="weight"
        )
    except nx.PowerIterationFailedConvergence:
        return None
    return tuple(float(found[body]) for body in range(len(network.bodies)))
