"""What stands behind the figures of a report: the nodes whose keys it gives, with their words and
their place in the paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.analysis.caption import caption
from kg.analysis.printed import in_print, standings
from kg.analysis.report import ColumnKind, Report
from kg.model import Graph, Node
from kg.schema import NODES
from kg.wording import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A node that a report refers to.

    Parameters
    ----------
    kind
        Its label, in words.
    text
        A measure's whole text; of others what a reader knows them by.
    document, place
        Title and number of the paper, and where it stands there; empty for shared nodes.
    """

    key: str
    kind: Text
    text: str
    document: str
    place: str


def keys_of(report: Report) -> frozenset[str]:
    """Return the source keys that a report gives in any of its parts."""
    return frozenset(
        key
        for part in report.parts
        for column in part.columns
        if column.kind is ColumnKind.KEYS
        for row in part.rows
        if isinstance(keys := row[column.name], tuple)
        for key in keys
    )


def sources(report: Report, graph: Graph) -> tuple[Source, ...]:
    """Return the sources of a report, by document, then in the order of the paper.

    A key that the graph does not hold has none.
    """
    wanted = keys_of(report)
    documents = {n.key: _titled(n) for n in graph.nodes if n.label == "Document"}
    found = {n.key: _source(n, documents) for n in graph.nodes if n.key in wanted}
    in_order = (found[key] for key in in_print(found, standings(graph)))
    return tuple(sorted(in_order, key=lambda s: s.document))


def _source(node: Node, documents: dict[str, str]) -> Source:
    text = node.props["text"] if node.label == "Measure" else caption(node)
    document_key = str(node.props.get("document_key", ""))
    return Source(
        node.key,
        NODES[node.label].meaning,
        str(text),
        documents.get(document_key, document_key),
        str(node.props.get("place", "")),
    )


def _titled(document: Node) -> str:
    title, doc_no = str(document.props["title"]), document.props.get("doc_no")
    return f"{title}（{doc_no}）" if doc_no else title
