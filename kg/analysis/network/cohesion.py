"""What falls apart when a body is taken out of the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.network.network import Network

MOST = 20
"""Bodies that are taken out one by one, those with most partners first."""


@dataclass(frozen=True, slots=True)
class Removal:
    """The network without one body; without any where ``body`` is None.

    Parameters
    ----------
    pieces
        Parts that hang together, a body without any partner being one.
    largest
        Bodies in the largest of them.
    alone
        Bodies without a partner.
    apart
        Bodies that no longer hang together with the largest rest of the piece it was in, by
        number.
    """

    body: int | None
    pieces: int
    largest: int
    alone: int
    apart: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cohesion:
    """The network as it is, and without the bodies that matter for it.

    Parameters
    ----------
    removals
        First nothing; then the body with most partners; then, most partners first, bodies
        without whom their piece falls apart, :data:`MOST` at most.
    cutting
        How many bodies there are of that last kind, the first among them or not.
    """

    removals: tuple[Removal, ...]
    cutting: int


def cohesion(network: Network) -> Cohesion:
    """Return what hangs together, with and without single bodies."""
    if not network.bodies:
        return Cohesion((), 0)
    pieces = _pieces(network.shared, range(len(network.bodies)), None)
    removals = [_removal(None, pieces)]
    order = sorted(range(len(network.bodies)), key=lambda b: (-len(network.shared[b]), b))
    cutting = _cutting(network)
    tried = [b for b in order if b == order[0] or b in cutting][:MOST]
    for body in tried if network.pairs else ():
        own = next(piece for piece in pieces if body in piece)
        rest = _pieces(network.shared, sorted(own - {body}), body)
        others = [piece for piece in pieces if piece is not own]
        removals.append(_removal(body, [*others, *rest], rest))
    return Cohesion(tuple(removals), len(cutting))


def _cutting(network: Network) -> frozenset[int]:
    import networkx as nx  # noqa: PLC0415 - heavy

    return frozenset(nx.articulation_points(network.graph()))


def _pieces(
    shared: Sequence[Mapping[int, int]], bodies: Sequence[int], without: int | None
) -> list[set[int]]:
    """The connected pieces of some bodies, the largest first, then by lowest number."""
    unseen = set(bodies)
    pieces = []
    for start in bodies:
        if start not in unseen:
            continue
        unseen.discard(start)
        piece, edge = {start}, [start]
        while edge:
            reached = [n for n in shared[edge.pop()] if n in unseen and n != without]
            unseen.difference_update(reached)
            piece.update(reached)
            edge += reached
        pieces.append(piece)
    return sorted(pieces, key=lambda piece: (-len(piece), min(piece)))


def _removal(
    body: int | None, pieces: Sequence[set[int]], rest: Sequence[set[int]] = ()
) -> Removal:
    return Removal(
        body,
        len(pieces),
        max(map(len, pieces), default=0),
        sum(len(piece) == 1 for piece in pieces),
        tuple(sorted(b for piece in rest[1:] for b in piece)),
    )
