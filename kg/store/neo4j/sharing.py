"""What the store already holds of the nodes and edges that documents share, and who uses it."""

from __future__ import annotations

from collections.abc import Mapping

from neo4j import ManagedTransaction

from kg.model import Edge, EdgeId, Node
from kg.store.canonical import Canonical, encoded
from kg.store.conflict import Conflict, refuse
from kg.store.inventory import SHARED_EDGES, SHARED_NODES, Inventory, edge_ends, inventory
from kg.store.neo4j.reading import edges_by_source, nodes_by_key

Known = tuple[Mapping[str, Node], Mapping[EdgeId, Edge]]
"""Nodes by key and shared edges by id."""

_USER = (
    f"MATCH (d:Document) WHERE $key IN d.{SHARED_NODES} RETURN d.key AS key ORDER BY key LIMIT 1"
)
_USED = "MATCH (d:Document {{key: $document_key}}) UNWIND d.{0} AS used RETURN used"
_USED_ELSEWHERE = (
    "MATCH (d:Document) WHERE d.key <> $document_key UNWIND d.{0} AS used"
    " WITH used WHERE used IN $mine RETURN DISTINCT used"
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


def inventory_of(new: Canonical) -> Inventory:
    """Return what the Document node of a contribution carries."""
    keys = (row[0] for row in new.shared_nodes)
    ends = (row[:3] for row in new.shared_edges)
    return inventory(new.digest, new.lines, keys, ends)


def nodes_only_of(tx: ManagedTransaction, document_key: str) -> list[str]:
    """Return the keys of the shared nodes that a document uses and no other, sorted."""
    return _only_of(tx, document_key, SHARED_NODES)


def edges_only_of(tx: ManagedTransaction, document_key: str) -> list[tuple[str, str, str]]:
    """Return source, type and target of the shared edges that a document uses and no other."""
    return edge_ends(_only_of(tx, document_key, SHARED_EDGES))


def _only_of(tx: ManagedTransaction, document_key: str, name: str) -> list[str]:
    mine = tx.run(_USED.format(name), document_key=document_key).value()
    if not mine:
        return []
    query = _USED_ELSEWHERE.format(name)
    others = tx.run(query, document_key=document_key, mine=mine).value()
    return sorted(set(mine) - set(others))


def _differs(known: Node | Edge | None, props: str) -> bool:
    return known is None or encoded(known.props) != props


def _user(tx: ManagedTransaction, node: Node) -> str:
    """The key of the document that owns a node, or of the first that claims it."""
    owner = node.props.get("document_key")
    if owner is not None:
        return str(owner)
    return str(tx.run(_USER, key=node.key).single(strict=True)["key"])
