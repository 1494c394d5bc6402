"""Replacing and withdrawing a document's contribution, inside a transaction of the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import chain

from kg.model import EdgeId
from kg.store.admission import lines_of
from kg.store.canonical import Canonical, NodeRow, decoded
from kg.store.sqlite import indexing, linking
from kg.store.sqlite.sharing import Known, known_edges, known_nodes, renew, require_free

_ORPHANS = (
    "SELECT {0} FROM {0}_claim AS mine WHERE document = ?1 AND NOT EXISTS"
    " (SELECT 1 FROM {0}_claim AS other WHERE other.{0} = mine.{0} AND other.document <> ?1)"
)


def replace(connection: sqlite3.Connection, new: Canonical) -> bool:
    """Put a contribution in the place of the document's old one; False when it is the same.

    Raises
    ------
    SchemaError
        When a key belongs to another document, or to a shared node of another label.
    """
    held = connection.execute("SELECT digest FROM document WHERE key = ?", (new.document_key,))
    if held.fetchone() == (new.digest,):
        # What it owns is there; another document may have changed what it shares.
        nodes = known_nodes(connection, new.shared_nodes)
        return renew(connection, new, nodes, known_edges(connection, new))
    withdraw(connection, new.document_key)
    document = _next(connection, "document")
    connection.execute(
        "INSERT INTO document VALUES (?, ?, ?)", (document, new.document_key, new.digest)
    )
    nodes = known_nodes(connection, (*new.nodes, *new.shared_nodes))
    require_free(connection, new, nodes)
    edges = known_edges(connection, new)
    renew(connection, new, nodes, edges)
    numbers = _write_nodes(connection, document, new, nodes)
    _write_edges(connection, document, new, edges, numbers)
    connection.executemany(
        "INSERT INTO line VALUES (?, ?, ?)",
        ((document, number, text) for number, text in enumerate(new.lines, 1)),
    )
    indexing.add(connection, indexing.line_entries(document, new.lines))
    return True


def withdraw(connection: sqlite3.Connection, document_key: str) -> bool:
    """Take out a document, what only it used and what joins it to others; False when the store does
    not hold it.
    """
    found = connection.execute("SELECT id FROM document WHERE key = ?", (document_key,)).fetchone()
    if found is None:
        return False
    edges = connection.execute(_ORPHANS.format("edge"), found).fetchall()
    nodes = connection.execute(_ORPHANS.format("node"), found).fetchall()
    linking.drop(connection, found[0])
    indexing.remove_document(connection, found[0])
    indexing.remove_shared(connection, [node for (node,) in nodes])
    connection.execute("DELETE FROM edge_claim WHERE document = ?", found)
    connection.execute("DELETE FROM node_claim WHERE document = ?", found)
    connection.executemany("DELETE FROM edge WHERE id = ?", edges)
    connection.executemany("DELETE FROM node WHERE id = ?", nodes)
    connection.execute("DELETE FROM edge WHERE owner = ?", found)
    connection.execute("DELETE FROM node WHERE owner = ?", found)
    connection.execute("DELETE FROM line WHERE document = ?", found)
    connection.execute("DELETE FROM document WHERE id = ?", found)
    return True


def _write_nodes(
    connection: sqlite3.Connection, document: int, new: Canonical, known: Mapping[str, Known]
) -> dict[str, int]:
    """Write the nodes that are not there; the numbers of all nodes of the contribution."""
    fresh = [row for row in new.shared_nodes if row[0] not in known]
    numbers = {key: node.number for key, node in known.items()}
    first = _next(connection, "node")
    written = chain(new.nodes, fresh)
    numbers.update((row[0], number) for number, row in enumerate(written, first))
    _insert_nodes(connection, document, new.nodes, numbers)
    _insert_nodes(connection, None, fresh, numbers)
    connection.executemany(
        "INSERT INTO node_claim VALUES (?, ?)",
        ((document, numbers[row[0]]) for row in new.shared_nodes),
    )
    return numbers


def _insert_nodes(
    connection: sqlite3.Connection,
    owner: int | None,
    rows: Sequence[NodeRow],
    numbers: dict[str, int],
) -> None:
    inserted = []
    entries: list[indexing.Entry] = []
    for (key, label, text), props in zip(rows, decoded([row[2] for row in rows]), strict=True):
        lines = lines_of(props) or (None, None)
        inserted.append((numbers[key], key, label, text, owner, *lines))
        entries.extend(indexing.node_entries(owner, numbers[key], label, props))
    connection.executemany("INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?)", inserted)
    indexing.add(connection, entries)


def _write_edges(
    connection: sqlite3.Connection,
    document: int,
    new: Canonical,
    known: Mapping[EdgeId, Known],
    numbers: dict[str, int],
) -> None:
    fresh = [row for row in new.shared_edges if row[:4] not in known]
    first = _next(connection, "edge")
    owners: list[int | None] = [document] * len(new.edges) + [None] * len(fresh)
    connection.executemany(
        "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
        (
            (number, numbers[src], kind, numbers[dst], start, text, owner)
            for number, ((src, kind, dst, start, text), owner) in enumerate(
                zip(chain(new.edges, fresh), owners, strict=True), first
            )
        ),
    )
    claimed = [
        *(edge.number for edge in known.values()),
        *range(first + len(new.edges), first + len(owners)),
    ]
    connection.executemany(
        "INSERT INTO edge_claim VALUES (?, ?)", ((document, number) for number in claimed)
    )


def _next(connection: sqlite3.Connection, table: str) -> int:
    """The number after the last of a table."""
    row: tuple[int] = connection.execute(
        f"SELECT coalesce(max(id), 0) + 1 FROM {table}"  # noqa: S608 - our own table names
    ).fetchone()
    return row[0]
