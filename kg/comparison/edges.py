"""Edges between two documents: the comparison, its derivation, alignments of measures and tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.analysis.titles import title, titles_of
from kg.link import Alignment
from kg.model import Contribution, Edge, Node, Props, Value

COUNTED = ("accepted", "suggested", "stale")
"""States in which an alignment counts, the surest first; a stale one is a suggestion again."""

_STATES = (*COUNTED, "unsure", "rejected")


@dataclass(frozen=True, slots=True)
class Ends:
    """The lower and the upper document of a pair."""

    lower_key: str
    upper_key: str

    @property
    def owners(self) -> dict[str, Value]:
        """What every edge between them carries."""
        return {"document_key": self.lower_key, "upper_document_key": self.upper_key}


def compared(ends: Ends, basis: str, stamp: str, own_business: tuple[str, ...] = ()) -> Edge:
    """Return the edge that says that two documents were compared, and why.

    Parameters
    ----------
    own_business
        Keys of the upper tasks that by rule are not meant for the lower document.
    """
    props: dict[str, Value] = {**ends.owners, "basis": basis, "stamp": stamp}
    if own_business:
        props["own_business"] = own_business
    return Edge(ends.lower_key, "COMPARED_WITH", ends.upper_key, props)


def derivation(ends: Ends, lower: Contribution, upper: Contribution) -> Iterator[Edge]:
    """Yield the edge that says that the lower document's preamble names the upper one, if so."""
    above = _document(upper)
    names = tuple(titles_of(above))
    for edge in lower.edges:
        words = str(edge.props.get("text", ""))
        if edge.type == "DERIVES_FROM" and any(title(words).names_same(n) for n in names):
            props = {**ends.owners, "basis": "explicit", "text": words}
            yield Edge(ends.lower_key, "DERIVES_FROM", ends.upper_key, props)
            return


def of_measures(ends: Ends, alignments: Iterable[Alignment]) -> Iterator[Edge]:
    """Yield the program's own alignments, not yet looked at by anybody."""
    for found in alignments:
        props: dict[str, Value] = {
            **ends.owners,
            "score": found.score,
            "related": found.reasons.related,
            "grade": found.grade.value,
            "status": "suggested",
            "method": found.method.value,
            "reasons": found.reasons.as_json(),
            "lower_quote": found.lower_quote,
            "upper_quote": found.upper_quote,
        }
        yield Edge(found.lower_key, "ALIGNS_WITH", found.upper_key, props)


def of_tasks(measures: Iterable[Edge], task_of: Mapping[str, str]) -> tuple[Edge, ...]:
    """Return the alignments of tasks that follow from those of their measures, sorted by id.

    A pair of tasks takes over its best pair of measures: one that counts before one that does
    not, then covered before partly, accepted before suggested, the higher score, the smaller keys.

    Parameters
    ----------
    task_of
        The key of the task of each measure of both documents; measures outside of tasks are
        missing, and their alignments give none.
    """
    best: dict[tuple[str, str], Props] = {}
    for edge in sorted(measures, key=_best_first):
        lower, upper = task_of.get(edge.src), task_of.get(edge.dst)
        if lower is not None and upper is not None:
            best.setdefault((lower, upper), edge.props)
    return tuple(
        Edge(lower, "ALIGNS_WITH", upper, props) for (lower, upper), props in sorted(best.items())
    )


def tasks_of_measures(contribution: Contribution) -> dict[str, str]:
    """Return the key of the task of each measure that stands in one."""
    tasks = {n.key for n in contribution.nodes if n.label == "Task"}
    return {e.dst: e.src for e in contribution.edges if e.type == "HAS_MEASURE" and e.src in tasks}


def _best_first(edge: Edge) -> tuple[bool, bool, int, float, str, str]:
    status = str(edge.props["status"])
    score = edge.props.get("score", 1.0)
    return (
        status not in COUNTED,
        edge.props["grade"] != "covered",
        _STATES.index(status),
        -float(score) if isinstance(score, (int, float)) else 0.0,
        edge.dst,
        edge.src,
    )


def _document(contribution: Contribution) -> Node:
    return next(n for n in contribution.nodes if n.key == contribution.document_key)
