"""Bringing what joins the documents of a store up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.comparison.chain import Basis, Standing, pairings, standing
from kg.comparison.compare import Comparing
from kg.model import Contribution, Edge, Linkage
from kg.review import Outcome
from kg.store import Store

_KEPT_DOCUMENTS = 4
"""Documents held in memory at once: the pairs come sorted, so a lower one is read once."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of documents whose alignments a store now holds.

    Parameters
    ----------
    counts
        Alignments of measures by grade, without those that people rejected; None where the store
        held exactly this already.
    outcomes
        What became of the judgements on these documents, so far as they were applied anew.
    """

    lower_key: str
    upper_key: str
    basis: Basis
    counts: Mapping[str, int] | None
    outcomes: tuple[Outcome, ...] = ()


def standings(store: Store) -> tuple[Standing, ...]:
    """Return where each document of a store stands, sorted by key."""
    return tuple(
        standing(d, None if "level" in d.props else store.contribution(d.key))
        for d in store.documents()
    )


def renewed(store: Store, comparing: Comparing) -> Iterator[Compared]:
    """Yield each pair of documents of a store, sorted by keys, once it is up to date.

    Pairs that are held as they would come out are left alone; those that are no longer to be
    compared are withdrawn.
    """
    wanted = pairings(standings(store), comparing.choice)
    held = _held(store)
    for lower_key, upper_key in sorted(held.keys() - {(p.lower_key, p.upper_key) for p in wanted}):
        store.unlink(lower_key, upper_key)
    read = lru_cache(_KEPT_DOCUMENTS)(store.contribution)
    for pair in wanted:
        edge = held.get((pair.lower_key, pair.upper_key))
        current = comparing.stamp(pair.lower_key, pair.upper_key, pair.basis)
        counts: Counter[str] | None = None
        outcomes: tuple[Outcome, ...] = ()
        if edge is None or edge.props["stamp"] != current:
            lower, upper = read(pair.lower_key), read(pair.upper_key)
            if lower is None or upper is None:
                continue  # withdrawn by somebody else since it was listed
            linkage, outcomes = comparing.linkage(lower, upper, pair.basis)
            if store.link(linkage):
                counts = _counts(linkage, lower)
        yield Compared(pair.lower_key, pair.upper_key, pair.basis, counts, outcomes)


def relinked(store: Store, lower_key: str, upper_key: str, comparing: Comparing) -> bool:
    """Bring one pair of documents up to date; True when the store changed.

    A pair that is not to be compared, or of which the store lacks a document, is withdrawn.
    """
    wanted = pairings(standings(store), comparing.choice)
    pair = next((p for p in wanted if (p.lower_key, p.upper_key) == (lower_key, upper_key)), None)
    lower, upper = store.contribution(lower_key), store.contribution(upper_key)
    if pair is None or lower is None or upper is None:
        return store.unlink(lower_key, upper_key)
    return store.link(comparing.linkage(lower, upper, pair.basis)[0])


def _held(store: Store) -> dict[tuple[str, str], Edge]:
    """The comparisons that a store holds, by lower and upper key."""
    edges = (e for d in store.documents() for e in store.edges_of(d.key))
    return {(e.src, e.dst): e for e in edges if e.type == "COMPARED_WITH"}


def _counts(linkage: Linkage, lower: Contribution) -> Counter[str]:
    measures = {n.key for n in lower.nodes if n.label == "Measure"}
    return Counter(
        str(e.props["grade"])
        for e in linkage.edges
        if e.type == "ALIGNS_WITH" and e.src in measures and e.props["status"] != "rejected"
    )
