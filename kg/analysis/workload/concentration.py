"""In how few hands the leads of a document lie, and which measures leave a lead alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from kg.analysis.ledger import Ledger
from kg.model import Basis

FIRST = 3
"""How many of the bodies that lead most are taken together."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """How the leads of one basis are spread over the bodies of a document.

    Parameters
    ----------
    leads
        How many each body has, most first, then by name; only bodies that lead.
    led
        Keys of the measures that have a lead of this basis.
    solo
        Those of them on which no supporting agency of this basis is named; collectives and
        blanket bodies are no names.
    """

    leads: tuple[tuple[str, int], ...]
    led: frozenset[str]
    solo: frozenset[str]

    @property
    def total(self) -> int:
        """Leads of all bodies; measures with several leads count once for each."""
        return sum(count for _, count in self.leads)

    def share_of_first(self, bodies: int) -> float | None:
        """Return the share of all leads that the first bodies have; None without leads."""
        first = sum(count for _, count in self.leads[:bodies])
        return first / self.total if self.leads else None

    @property
    def herfindahl(self) -> float | None:
        """The sum of squared shares: 1 where one body leads all, 1 ÷ bodies where all lead
        alike; None without leads.
        """
        total = self.total
        return fsum((n / total) ** 2 for _, n in self.leads) if self.leads else None

    @property
    def gini(self) -> float | None:
        """The Gini coefficient of the leads among the bodies that lead at least once."""
        return gini([count for _, count in self.leads])


def concentration(ledger: Ledger, basis: Basis) -> Concentration:
    """Return how the leads of one basis are spread: all bodies that lead are counted, whether
    they are ranked or not.
    """
    leads: Counter[str] = Counter()
    led: set[str] = set()
    helped: set[str] = set()
    for tally in ledger.tallies:
        own = tally.of("LEADS", basis)
        led |= own
        if own:
            leads[tally.name] += len(own)
        if not tally.is_collective and not tally.blanket:
            helped |= tally.of("ASSISTS", basis)
    ranked = tuple(sorted(leads.items(), key=lambda item: (-item[1], item[0])))
    return Concentration(ranked, frozenset(led), frozenset(led - helped))


def gini(values: Iterable[float]) -> float | None:
    """Return the Gini coefficient of some figures: 0 where all are equal, near 1 where one has
    all; None where there are none or all are zero.

    Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ), the xᵢ in rising order and i from 1.

    Examples
    --------
    >>> gini([1, 1, 1]), gini([0, 0, 0, 4]), gini([])
    (0.0, 0.75, None)
    """
    rising: Sequence[float] = sorted(values)
    n, total = len(rising), fsum(rising)
    if not total:
        return None
    return fsum((2 * i - n - 1) * x for i, x in enumerate(rising, start=1)) / (n * total)
