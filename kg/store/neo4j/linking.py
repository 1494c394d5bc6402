"""What joins two documents: read, replaced, withdrawn, inside a transaction of the caller.

These edges are told from a document's own by ``upper_document_key``. They need no digest: a
document that is replaced takes them along, so what is held is compared as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from neo4j import ManagedTransaction

from kg.model import Edge, Linkage
from kg.store.admission import admit_linkage, sound
from kg.store.canonical import canonical_linkage
from kg.store.neo4j.batches import grouped, write
from kg.store.neo4j.reading import nodes_by_key
from kg.store.neo4j.statements import ANY_LINKING_TYPE, ANY_OWN, write_edges
from kg.store.neo4j.values import edge_of

_ALL = (
    f"MATCH (s:{ANY_OWN})-[r:{ANY_LINKING_TYPE}]->(d:{ANY_OWN})"
    " WHERE r.upper_document_key IS NOT NULL"
)
_FROM = (
    f"MATCH (s:{ANY_OWN} {{document_key: $document_key}})-[r:{ANY_LINKING_TYPE}]->(d:{ANY_OWN})"
    " WHERE r.upper_document_key IS NOT NULL"
)
_TO = (
    f"MATCH (d:{ANY_OWN} {{document_key: $document_key}})<-[r:{ANY_LINKING_TYPE}]-(s:{ANY_OWN})"
    " WHERE r.upper_document_key IS NOT NULL"
)
_BETWEEN = f"{_FROM} AND r.upper_document_key = $upper_document_key"
_EDGE = " RETURN s.key AS src, type(r) AS type, d.key AS dst, properties(r) AS props"
_DELETE = f"{_BETWEEN} DELETE r RETURN count(*) AS deleted"


def link(tx: ManagedTransaction, linkage: Linkage) -> bool:
    """Put a linkage in the place of the old one; False when it is the same.

    Raises
    ------
    SchemaError
        When it does not fit the schema, or an edge does not go from a node of the lower document
        to one of the upper.
    """
    lower = _labels(tx, linkage.lower_key, (edge.src for edge in linkage.edges))
    upper = _labels(tx, linkage.upper_key, (edge.dst for edge in linkage.edges))
    admit_linkage(linkage, lower, upper)
    new = canonical_linkage(linkage)
    held = _edges(tx, _BETWEEN, new.lower_key, new.upper_key)
    if canonical_linkage(Linkage(new.lower_key, new.upper_key, tuple(held))) == new:
        return False
    unlink(tx, new.lower_key, new.upper_key)
    _write(tx, linkage, lower | upper)
    return True


def unlink(tx: ManagedTransaction, lower_key: str, upper_key: str) -> bool:
    """Take out what joins two documents; False when there is nothing."""
    parameters = {"document_key": lower_key, "upper_document_key": upper_key}
    return bool(tx.run(_DELETE, parameters).single(strict=True)["deleted"])


def linkages(tx: ManagedTransaction, document_key: str | None = None) -> tuple[Linkage, ...]:
    """Return what joins documents, of one document or of all, sorted by both keys."""
    if document_key is None:
        return _linkages(_edges(tx, _ALL))
    return _linkages(edge for query in (_FROM, _TO) for edge in _edges(tx, query, document_key))


def between(tx: ManagedTransaction, document_keys: Collection[str]) -> list[Edge]:
    """Return what joins some documents with each other."""
    chosen = set(document_keys)
    return [
        edge
        for key in document_keys
        for edge in _edges(tx, _FROM, key)
        if edge.props["upper_document_key"] in chosen
    ]


def _labels(tx: ManagedTransaction, document_key: str, keys: Iterable[str]) -> dict[str, str]:
    """The labels of a document and of those nodes that it owns."""
    known = sorted({key for key in (document_key, *keys) if sound(key)})
    found = nodes_by_key(tx, known)
    return {
        key: node.label
        for key, node in found.items()
        if node.props.get("document_key") == document_key
    }


def _edges(
    tx: ManagedTransaction, query: str, document_key: str = "", upper_document_key: str = ""
) -> list[Edge]:
    parameters = {"document_key": document_key, "upper_document_key": upper_document_key}
    return [edge_of(row[0], row[1], row[2], row[3]) for row in tx.run(query + _EDGE, parameters)]


def _linkages(edges: Iterable[Edge]) -> tuple[Linkage, ...]:
    pairs = grouped(
        ((str(e.props["document_key"]), str(e.props["upper_document_key"])), e) for e in edges
    )
    return tuple(
        Linkage(lower, upper, tuple(sorted(joined, key=lambda edge: edge.id)))
        for (lower, upper), joined in sorted(pairs)
    )


def _write(tx: ManagedTransaction, linkage: Linkage, labels: dict[str, str]) -> None:
    rows = (
        (
            (labels[edge.src], edge.type, labels[edge.dst]),
            {"src": edge.src, "dst": edge.dst, "props": dict(edge.props)},
        )
        for edge in linkage.edges
    )
    for ends, group in grouped(rows):
        write(tx, write_edges(ends, started=False), group)
