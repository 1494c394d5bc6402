"""What became of the measures of the bundled documents, and what people think of alignments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import cycle

from kg.analysis.dossier import Dossier, dossiers
from kg.analysis.status.status import Progress, Record, StatusLedger
from kg.model import Edge, Graph

_FATES = (
    (Progress.DONE, date(2025, 5, 1)),
    (Progress.DONE, date(2025, 9, 1)),
    (Progress.UNDER_WAY, date(2025, 12, 1)),
    (Progress.NOT_BEGUN, date(2025, 1, 1)),
    (Progress.DONE, None),
    None,
)
_JUDGED = ("accepted", "rejected", "suggested", "unsure", "suggested", "stale")


def recorded(graph: Graph) -> StatusLedger:
    """Return a ledger in which measures are by turns done, late, under way, and not named."""
    entries = [entry for dossier in dossiers(graph) for entry in dossier.entries]
    found: dict[str, tuple[Record, ...]] = {}
    for row, (entry, fate) in enumerate(zip(entries, cycle(_FATES), strict=False), start=2):
        if fate is not None:
            progress, on = fate
            found[entry.key] = (Record(entry.key, progress, on, "张三", row),)
    return StatusLedger("kg-status.tsv", found)


def all_done(found: Dossier, on: date) -> StatusLedger:
    """Return a ledger in which every measure of a document is done on a day."""
    keys = [entry.key for entry in found.entries]
    records = {key: (Record(key, Progress.DONE, on, "", n),) for n, key in enumerate(keys, 2)}
    return StatusLedger("kg-status.tsv", records)


def judged(graph: Graph) -> Graph:
    """Return the graph with its alignments accepted, rejected, doubted and stale by turns."""
    states = cycle(_JUDGED)
    return Graph(graph.nodes, tuple(_judged(edge, states) for edge in graph.edges))


def _judged(edge: Edge, states: cycle[str]) -> Edge:
    if edge.type != "ALIGNS_WITH":
        return edge
    return replace(edge, props={**edge.props, "status": next(states)})
