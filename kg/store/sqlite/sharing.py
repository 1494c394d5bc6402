"""What the store already holds of the nodes and edges that documents share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import EdgeId
from kg.store.canonical import Canonical, NodeRow, decoded
from kg.store.conflict import Conflict, refuse
from kg.store.sqlite import indexing

_BATCH = 500  # SQLite before 3.32 takes no more than 999 parameters in a statement


@dataclass(frozen=True, slots=True)
class Known:
    """A node or edge the store holds; a node's label is "" where it does not matter."""

    number: int
    props: str
    label: str = ""
    owner: int | None = None


def known_nodes(connection: sqlite3.Connection, rows: Sequence[NodeRow]) -> dict[str, Known]:
    """Return those nodes that are already there, by key."""
    known: dict[str, Known] = {}
    for batch in _batches([row[0] for row in rows]):
        found = connection.execute(
            f"SELECT key, id, props, label, owner FROM node WHERE key IN ({_marks(batch)})",  # noqa: S608
            batch,
        )
        known.update((row[0], Known(*row[1:])) for row in found)
    return known


def require_free(
    connection: sqlite3.Connection, new: Canonical, known: Mapping[str, Known]
) -> None:
    """Refuse keys that the store knows as something else.

    Raises
    ------
    SchemaError
        When a key belongs to another document, or to a shared node of another label.
    """
    conflicts = [
        Conflict(key, _user(connection, known[key])) for key, _, _ in new.nodes if key in known
    ]
    for key, label, _ in new.shared_nodes:
        node = known.get(key)
        if node is not None and node.owner is not None:
            conflicts.append(Conflict(key, _user(connection, node)))
        elif node is not None and node.label != label:
            conflicts.append(Conflict(key, _user(connection, node), (node.label, label)))
    refuse(new.document_key, conflicts)


def known_edges(connection: sqlite3.Connection, new: Canonical) -> dict[EdgeId, Known]:
    """Return the shared edges of a contribution that are already there, by id."""
    given = {row[:4] for row in new.shared_edges}
    known: dict[EdgeId, Known] = {}
    for batch in _batches(sorted({row[0] for row in new.shared_edges})):
        rows = connection.execute(
            "SELECT s.key, e.type, d.key, e.start, e.id, e.props FROM edge AS e"  # noqa: S608
            " JOIN node AS s ON s.id = e.src JOIN node AS d ON d.id = e.dst"
            f" WHERE e.owner IS NULL AND s.key IN ({_marks(batch)})",
            batch,
        )
        known.update((row[:4], Known(*row[4:])) for row in rows if row[:4] in given)
    return known


def renew(
    connection: sqlite3.Connection,
    new: Canonical,
    nodes: Mapping[str, Known],
    edges: Mapping[EdgeId, Known],
) -> bool:
    """Give shared nodes and edges that are there the properties a contribution says they have.

    The gazetteer or a vocabulary has changed since they were written, and the last word counts,
    for all documents that use them. Returns False when all said so already.
    """
    changed = [row for row in new.shared_nodes if _differs(nodes.get(row[0]), row[2])]
    indexing.remove_shared(connection, [nodes[row[0]].number for row in changed])
    for (key, label, text), props in zip(changed, decoded([r[2] for r in changed]), strict=True):
        number = nodes[key].number
        connection.execute("UPDATE node SET props = ? WHERE id = ?", (text, number))
        indexing.add(connection, indexing.node_entries(None, number, label, props))
    changed_edges = [row for row in new.shared_edges if _differs(edges.get(row[:4]), row[4])]
    connection.executemany(
        "UPDATE edge SET props = ? WHERE id = ?",
        ((row[4], edges[row[:4]].number) for row in changed_edges),
    )
    return bool(changed or changed_edges)


def _differs(known: Known | None, props: str) -> bool:
    return known is not None and known.props != props


def _user(connection: sqlite3.Connection, node: Known) -> str:
    """The key of the document that owns a node, or of the first that claims it."""
    if node.owner is not None:
        query, parameter = "SELECT key FROM document WHERE id = ?", node.owner
    else:
        query = (
            "SELECT d.key FROM node_claim AS c JOIN document AS d ON d.id = c.document"
            " WHERE c.node = ? ORDER BY d.key LIMIT 1"
        )
        parameter = node.number
    row: tuple[str] = connection.execute(query, (parameter,)).fetchone()
    return row[0]


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]


def _marks(batch: Sequence[str]) -> str:
    return ",".join("?" * len(batch))
