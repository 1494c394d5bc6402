"""Which bodies stand on nearly every measure of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

BLANKET_SHARE = 0.9
"""A body that supports this share of a document's measures, or more, supports all by habit."""

FEWEST_MEASURES = 10
"""In a shorter list, standing on nearly every measure says nothing."""


def blanket_keys(supporting: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return the bodies whose support is blanket.

    Parameters
    ----------
    supporting
        For each measure of the document the keys of the bodies that assist in it. Leading is
        never blanket: a body that leads most measures is the document's hub, not its backdrop.
    """
    measures = list(supporting)
    counts = Counter(key for keys in measures for key in keys)
    if len(measures) < FEWEST_MEASURES:
        return frozenset()
    return frozenset(k for k, n in counts.items() if n >= BLANKET_SHARE * len(measures))
