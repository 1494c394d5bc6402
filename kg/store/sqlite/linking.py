"""Replacing and withdrawing what joins two documents, inside a transaction of the caller."""

from __future__ import annotations

import sqlite3

from kg.model import Linkage
from kg.store.admission import admit_linkage, sound
from kg.store.canonical import CanonicalLinkage, canonical_linkage

_DOCUMENT = "SELECT id FROM document WHERE key = ?"
_OWN = (
    "SELECT node.key, label, node.id FROM node JOIN document ON document.id = owner"
    " WHERE document.key = ?"
)
_HELD = "SELECT id, digest FROM linkage WHERE lower = ? AND upper = ?"
_OF_DOCUMENT = "SELECT id FROM linkage WHERE ?1 IN (lower, upper)"


def link(connection: sqlite3.Connection, linkage: Linkage) -> bool:
    """Put a linkage in the place of the old one; False when it is the same.

    Raises
    ------
    SchemaError
        When it does not fit the schema, or an edge does not go from a node of the lower document
        to one of the upper.
    """
    lower, upper = (_own_nodes(connection, k) for k in (linkage.lower_key, linkage.upper_key))
    labels = ({key: label for key, (label, _) in nodes.items()} for nodes in (lower, upper))
    admit_linkage(linkage, *labels)
    new = canonical_linkage(linkage)
    held = _held(connection, new.lower_key, new.upper_key)
    if held is not None:
        if held[1] == new.digest:
            return False
        _remove(connection, held[0])
    numbers = {key: number for nodes in (lower, upper) for key, (_, number) in nodes.items()}
    _insert(connection, new, numbers)
    return True


def unlink(connection: sqlite3.Connection, lower_key: str, upper_key: str) -> bool:
    """Take out what joins two documents; False when there is nothing."""
    held = _held(connection, lower_key, upper_key)
    if held is None:
        return False
    _remove(connection, held[0])
    return True


def drop(connection: sqlite3.Connection, document: int) -> None:
    """Take out all that joins a document to others, lower or upper."""
    for (number,) in connection.execute(_OF_DOCUMENT, (document,)).fetchall():
        _remove(connection, number)


def _own_nodes(connection: sqlite3.Connection, document_key: str) -> dict[str, tuple[str, int]]:
    """Label and number of the nodes that a document owns, by key."""
    if not sound(document_key):
        return {}
    rows = connection.execute(_OWN, (document_key,))
    return {key: (label, number) for key, label, number in rows}


def _held(
    connection: sqlite3.Connection, lower_key: str, upper_key: str
) -> tuple[int, bytes] | None:
    """Number and digest of what joins two documents, or None."""
    ends = _ends(connection, lower_key, upper_key)
    found: tuple[int, bytes] | None = connection.execute(_HELD, ends).fetchone()
    return found


def _ends(connection: sqlite3.Connection, *keys: str) -> tuple[int | None, ...]:
    """The numbers of documents, None for one that is not there."""
    found = (connection.execute(_DOCUMENT, (key,)).fetchone() for key in keys)
    return tuple(row[0] if row else None for row in found)


def _insert(connection: sqlite3.Connection, new: CanonicalLinkage, numbers: dict[str, int]) -> None:
    cursor = connection.execute(
        "INSERT INTO linkage (lower, upper, digest) VALUES (?, ?, ?)",
        (*_ends(connection, new.lower_key, new.upper_key), new.digest),
    )
    connection.executemany(
        "INSERT INTO edge (src, type, dst, start, props, linkage) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (numbers[src], kind, numbers[dst], start, text, cursor.lastrowid)
            for src, kind, dst, start, text in new.edges
        ),
    )


def _remove(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM edge WHERE linkage = ?", (number,))
    connection.execute("DELETE FROM linkage WHERE id = ?", (number,))
