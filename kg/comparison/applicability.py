"""The tasks of an upper document that by rule are its own business, for the questions to know."""

from __future__ import annotations

from kg.analysis.dossier import dossiers
from kg.analysis.gaps.applicability import own_business
from kg.analysis.gaps.tasks import upper_tasks
from kg.model import Contribution, Graph


def own_business_keys(upper: Contribution) -> tuple[str, ...]:
    """Return the keys of an upper document's tasks (and measures outside of tasks) that the rule
    calls its own business, in printed order.

    The rule needs the words and the places they name; what holds no text of the program's own,
    a query, can only look it up.
    """
    nodes = (*upper.nodes, *upper.shared_nodes)
    (dossier,) = dossiers(Graph(nodes, (*upper.edges, *upper.shared_edges)))
    return tuple(
        task.key
        for task in upper_tasks(dossier)
        if own_business(task.entries, dossier.document) is not None
    )
