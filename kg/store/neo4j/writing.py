"""Replacing and withdrawing a document's contribution, inside a transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace as with_parts
from typing import Any

from neo4j import ManagedTransaction

from kg.store.canonical import Canonical, decoded
from kg.store.inventory import DIGEST
from kg.store.neo4j import linking
from kg.store.neo4j.batches import Row, grouped, write
from kg.store.neo4j.reading import nodes_by_key
from kg.store.neo4j.sharing import (
    changed,
    edges_only_of,
    inventory_of,
    known_shared,
    nodes_only_of,
    require_free,
)
from kg.store.neo4j.statements import (
    ANY_OWN,
    delete_edges,
    delete_nodes,
    write_edges,
    write_nodes,
)

_DIGEST = f"MATCH (d:Document {{key: $key}}) RETURN d.{DIGEST} AS digest"
_WITHDRAW = f"MATCH (n:{ANY_OWN} {{document_key: $key}}) DETACH DELETE n"


def is_held(tx: ManagedTransaction, new: Canonical) -> bool:
    """Tell whether the store holds exactly this contribution."""
    if not _has_digest(tx, new):
        return False
    missing = changed(new, known_shared(tx, new))
    return not missing.shared_nodes and not missing.shared_edges


def replace(tx: ManagedTransaction, new: Canonical) -> None:
    """Put a contribution in the place of the document's old one.

    Raises
    ------
    SchemaError
        When a key belongs to another document, or to a shared node of another label.
    """
    # Where what it owns is there as it is, another document has changed what it shares. It is
    # written whole as well, so that readers know the write (gate.py); what joins it is kept.
    joined = linking.linkages(tx, new.document_key) if _has_digest(tx, new) else ()
    withdraw(tx, new.document_key)
    known = known_shared(tx, new)
    require_free(tx, new, known[0])
    shared = changed(new, known)
    _write_graph(tx, with_parts(shared, nodes=new.nodes, edges=new.edges), new)
    for linkage in joined:
        linking.link(tx, linkage)


def withdraw(tx: ManagedTransaction, document_key: str) -> bool:
    """Take out a document, what only it used and what joins it to others; False when the store does
    not hold it.
    """
    if tx.run(_DIGEST, key=document_key).single() is None:
        return False
    _delete_shared(tx, nodes_only_of(tx, document_key), edges_only_of(tx, document_key))
    tx.run(_WITHDRAW, key=document_key).consume()
    return True


def _delete_shared(
    tx: ManagedTransaction, nodes: list[str], edges: list[tuple[str, str, str]]
) -> None:
    keys = {*nodes, *(key for src, _, dst in edges for key in (src, dst))}
    labels = {key: node.label for key, node in nodes_by_key(tx, sorted(keys)).items()}
    pairs = (
        ((labels[src], kind, labels[dst]), {"src": src, "dst": dst}) for src, kind, dst in edges
    )
    for ends, rows in grouped(pairs):
        write(tx, delete_edges(ends), rows)
    for label, gone in grouped((labels[key], {"key": key}) for key in nodes):
        write(tx, delete_nodes(label), gone)


def _has_digest(tx: ManagedTransaction, new: Canonical) -> bool:
    record = tx.run(_DIGEST, key=new.document_key).single()
    return record is not None and record["digest"] == new.digest.hex()


def _write_graph(tx: ManagedTransaction, parts: Canonical, whole: Canonical) -> None:
    """Write some nodes, then some edges, of a contribution."""
    for label, nodes in grouped(_nodes(parts, whole)):
        write(tx, write_nodes(label), nodes)
    labels = {row[0]: row[1] for row in (*whole.nodes, *whole.shared_nodes)}
    # Edges without a start come first: looked for later, one with a start would be taken for it.
    for (ends, started), rows in sorted(grouped(_edges(parts, labels)), key=_order):
        write(tx, write_edges(ends, started=started), rows)


def _order(group: tuple[tuple[Any, bool], list[Row]]) -> bool:
    return group[0][1]


def _nodes(parts: Canonical, whole: Canonical) -> Iterator[tuple[str, Row]]:
    rows = (*parts.nodes, *parts.shared_nodes)
    for (key, label, _), props in zip(rows, decoded([row[2] for row in rows]), strict=True):
        carried = inventory_of(whole) if key == whole.document_key else {}
        yield label, {"key": key, "props": {**props, **carried, "key": key}}


def _edges(
    parts: Canonical, labels: Mapping[str, str]
) -> Iterator[tuple[tuple[tuple[str, str, str], bool], Row]]:
    rows = (*parts.edges, *parts.shared_edges)
    for (src, kind, dst, _, _), props in zip(rows, decoded([row[4] for row in rows]), strict=True):
        row: Row = {"src": src, "dst": dst, "props": props}
        if "start" in props:
            row["start"] = props["start"]
        yield ((labels[src], kind, labels[dst]), "start" in props), row
