"""What a copy of a store was made from, in one short text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from kg.schema import SCHEMA_VERSION
from kg.store.sqlite.faults import told
from kg.store.sqlite.opening import connect
from kg.store.sqlite.transaction import snapshot

_OWN = "SELECT key, hex(digest) FROM document ORDER BY key"
# The digests of documents say nothing of what they share, where the last writer counts, and
# nothing of what joins two of them; neither has an owner.
_SHARED = (
    "SELECT key, label, props FROM node WHERE owner IS NULL ORDER BY key",
    "SELECT s.key, edge.type, d.key, edge.props FROM edge"
    " JOIN node AS s ON s.id = edge.src JOIN node AS d ON d.id = edge.dst"
    " WHERE edge.owner IS NULL ORDER BY s.key, edge.type, d.key, edge.start",
)
_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Content:
    """What a store file holds at one moment.

    Parameters
    ----------
    stamp
        The same for the same graph, whatever the order in which it was written.
    nodes, edges
        How many there are.
    """

    stamp: str
    nodes: int
    edges: int


def content(address: str, maker: str) -> Content:
    """Return what a store file holds.

    Parameters
    ----------
    maker
        What makes the copy, with its version: another one makes another copy.

    Raises
    ------
    StoreUnreachableError, RefusedError, StoreError
        As :func:`kg.store.open_store` says.
    """
    with told(address):
        connection = connect(address, must_exist=True)
        try:
            with snapshot(connection):
                return Content(_stamp(connection, maker), *_counts(connection))
        finally:
            connection.close()


def _stamp(connection: sqlite3.Connection, maker: str) -> str:
    digest = hashlib.sha256(f"{maker}\0{SCHEMA_VERSION}".encode())
    for query in (_OWN, *_SHARED):
        rows: Iterable[tuple[str, ...]] = connection.execute(query)
        digest.update(b"\0\0\0")
        for row in rows:
            digest.update("\0".join(row).encode() + b"\0\0")
    return digest.hexdigest()[:_LENGTH]


def _counts(connection: sqlite3.Connection) -> tuple[int, int]:
    (nodes,), (edges,) = (
        connection.execute(query).fetchone()
        for query in ("SELECT count(*) FROM node", "SELECT count(*) FROM edge")
    )
    return nodes, edges
