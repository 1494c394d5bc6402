"""What the store already holds of the nodes and edges that documents share, and who uses it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from neo4j import ManagedTransaction

from kg.model import Edge, EdgeId, Node
from kg.store.canonical import Canonical, encoded
from kg.store.conflict import Conflict, refuse
from kg.store.neo4j.reading import edges_by_source, nodes_by_key

Known = tuple[Mapping[str, Node], Mapping[EdgeId, Edge]]
"""Nodes by key and shared edges by id."""

Claim = dict[str, str]
"""A use of a shared node or edge, as its own node of the store."""

_USER = "MATCH (c:KgClaim {id: $id}) RETURN c.document_key AS key ORDER BY key LIMIT 1"
_UNUSED = (
    "MATCH (c:KgClaim {document_key: $document_key})"
    " WHERE NOT EXISTS { MATCH (o:KgClaim {id: c.id}) WHERE o.document_key <> $document_key }"
    " RETURN properties(c)"
)


def known_shared(tx: ManagedTransaction, new: Canonical) -> Known:
    """Return which of the shared nodes and edges of a contribution are already there."""
    nodes = nodes_by_key(tx, [row[0] for row in new.shared_nodes])
    given = {row[:4] for row in new.shared_edges}
    sources = sorted({row[0] for row in new.shared_edges} & nodes.keys())
    edges = {edge.id: edge for edge in edges_by_source(tx, sources) if edge.id in given}
    return nodes, edges


def require_free(tx: ManagedTransaction, new: Canonical, shared: Mapping[str, Node]) -> None:
    """Refuse keys that the store knows as something else.

    Raises
    ------
    SchemaError
        When a key belongs to another document, or to a shared node of another label.
    """
    held = nodes_by_key(tx, [row[0] for row in new.nodes])
    conflicts = [Conflict(key, _user(tx, node)) for key, node in sorted(held.items())]
    for key, label, _ in new.shared_nodes:
        node = shared.get(key)
        if node is not None and "document_key" in node.props:
            conflicts.append(Conflict(key, _user(tx, node)))
        elif node is not None and node.label != label:
            conflicts.append(Conflict(key, _user(tx, node), (node.label, label)))
    refuse(new.document_key, conflicts)


def changed(new: Canonical, known: Known) -> Canonical:
    """Return the shared nodes and edges that the store does not hold as a contribution says."""
    nodes, edges = known
    return Canonical(
        new.document_key,
        (),
        (),
        tuple(row for row in new.shared_nodes if _differs(nodes.get(row[0]), row[2])),
        tuple(row for row in new.shared_edges if _differs(edges.get(row[:4]), row[4])),
        (),
        b"",
    )


def claims(new: Canonical) -> Iterator[Claim]:
    """Yield a claim for each shared node and edge of a contribution."""
    for key, label, _ in new.shared_nodes:
        yield {"id": _node_claim(key), "key": key, "label": label}
    labels = {row[0]: row[1] for row in new.shared_nodes}
    for src, kind, dst, _, _ in new.shared_edges:
        ends = {"src": src, "type": kind, "dst": dst}
        # Two keys of the longest kind are more than an index takes.
        digest = hashlib.sha256("\0".join(ends.values()).encode()).hexdigest()
        yield {
            "id": f"edge {digest}",
            **ends,
            "src_label": labels[src],
            "dst_label": labels[dst],
        }


def unused_without(tx: ManagedTransaction, document_key: str) -> list[Claim]:
    """Return the claims of a document on what no other document uses."""
    return list(tx.run(_UNUSED, document_key=document_key).value())


def _node_claim(key: str) -> str:
    return f"node {key}"


def _differs(known: Node | Edge | None, props: str) -> bool:
    return known is None or encoded(known.props) != props


def _user(tx: ManagedTransaction, node: Node) -> str:
    """The key of the document that owns a node, or of the first that claims it."""
    owner = node.props.get("document_key")
    if owner is not None:
        return str(owner)
    return str(tx.run(_USER, id=_node_claim(node.key)).single(strict=True)["key"])
