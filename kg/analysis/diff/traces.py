"""Where words of a measure that is gone stand in the other version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.analysis.diff.phrases import joined, stretches, telling
from kg.analysis.diff.version import Version
from kg.analysis.dossier import Entry

LEAST = 6
"""Characters of the stretches found: one term of four stands in many lists."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A measure of the other version, and the words of this one that stand in it."""

    there: Entry
    words: tuple[str, ...]


def traces(here: Version, there: Version, wanted: Sequence[Entry]) -> dict[str, Trace]:
    """Return for measures without partner where some of their words stand, by key.

    Words count that stand in no other measure of either version; of several measures with such
    words the one with most of them is given, of equals the first.
    """
    if not wanted:
        return {}
    places = {entry.key: n for n, entry in enumerate(here.entries)}
    ours, theirs = ([stretches(e.text) for e in v.entries] for v in (here, there))
    shared = telling(ours, theirs)
    found = {}
    for entry in wanted:
        others = shared.get(places[entry.key], {})
        runs = {j: joined(pieces, ours[places[entry.key]]) for j, pieces in others.items()}
        best = max(runs, key=lambda j: (sum(map(len, runs[j])), -j), default=None)
        if best is not None and sum(map(len, runs[best])) >= LEAST:
            found[entry.key] = Trace(there.entries[best], runs[best])
    return found
