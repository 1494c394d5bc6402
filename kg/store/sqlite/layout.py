"""The tables of a store file, and how an older file is brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Final

from kg.schema import SCHEMA_VERSION

APPLICATION_ID: Final = 0x6B67_7031
"""Marks a SQLite file as ours (``kgp1``)."""

VERSION: Final = 2
"""Raised by one, with a migration, for each change of these tables or of the graph schema."""

Migration = Callable[[sqlite3.Connection], None]
"""Brings a file from one version to the next, inside a transaction it does not end."""

# What joins two documents; its edges are those that name it, and they have no owner.
_LINKAGES: Final = (
    "CREATE TABLE linkage (id INTEGER PRIMARY KEY, lower INTEGER NOT NULL REFERENCES document,"
    " upper INTEGER NOT NULL REFERENCES document, digest BLOB NOT NULL, UNIQUE (lower, upper))",
    "CREATE INDEX linkage_upper ON linkage (upper)",
)
_EDGE_LINKAGE: Final = "CREATE INDEX edge_linkage ON edge (linkage) WHERE linkage IS NOT NULL"

# Rows of one document lie together: it is written and read whole. Keys stand once, edges name
# nodes by number. An owner of NULL means shared, or that the edge is part of a linkage; the claim
# tables say which documents use what is shared.
# ``searchable`` keeps the folded text beside the index: the index alone cannot forget a text,
# and every candidate is compared with it.
TABLES: Final = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE document (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
    " digest BLOB NOT NULL)",
    "CREATE TABLE node (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, label TEXT NOT NULL,"
    " props TEXT NOT NULL, owner INTEGER REFERENCES document, first_line INTEGER,"
    " last_line INTEGER)",
    "CREATE INDEX node_owner ON node (owner)",
    "CREATE TABLE edge (id INTEGER PRIMARY KEY, src INTEGER NOT NULL REFERENCES node,"
    " type TEXT NOT NULL, dst INTEGER NOT NULL REFERENCES node, start INTEGER NOT NULL,"
    " props TEXT NOT NULL, owner INTEGER REFERENCES document,"
    " linkage INTEGER REFERENCES linkage, UNIQUE (src, type, dst, start))",
    "CREATE INDEX edge_dst ON edge (dst)",
    "CREATE INDEX edge_owner ON edge (owner)",
    _EDGE_LINKAGE,
    *_LINKAGES,
    "CREATE TABLE node_claim (document INTEGER NOT NULL REFERENCES document,"
    " node INTEGER NOT NULL REFERENCES node, PRIMARY KEY (document, node)) WITHOUT ROWID",
    "CREATE INDEX node_claim_node ON node_claim (node)",
    "CREATE TABLE edge_claim (document INTEGER NOT NULL REFERENCES document,"
    " edge INTEGER NOT NULL REFERENCES edge, PRIMARY KEY (document, edge)) WITHOUT ROWID",
    "CREATE INDEX edge_claim_edge ON edge_claim (edge)",
    "CREATE TABLE line (document INTEGER NOT NULL REFERENCES document, number INTEGER NOT NULL,"
    " text TEXT NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID",
    "CREATE TABLE searchable (id INTEGER PRIMARY KEY, document INTEGER REFERENCES document,"
    " node INTEGER REFERENCES node, line INTEGER, folded TEXT NOT NULL)",
    "CREATE INDEX searchable_document ON searchable (document)",
    "CREATE INDEX searchable_node ON searchable (node) WHERE document IS NULL",
    "CREATE VIRTUAL TABLE gram USING fts5 (grams, content='', detail=none, columnsize=0,"
    " tokenize='ascii')",
)


def _add_linkages(connection: sqlite3.Connection) -> None:
    """Make room for what joins two documents; an older store has none of it."""
    for statement in _LINKAGES:
        connection.execute(statement)
    connection.execute("ALTER TABLE edge ADD COLUMN linkage INTEGER REFERENCES linkage")
    connection.execute(_EDGE_LINKAGE)


MIGRATIONS: Final[Mapping[int, Migration]] = {1: _add_linkages}
"""By the version a migration starts from."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty file, inside a transaction the caller ends."""
    for statement in TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    stamp(connection, VERSION)


def stamp(connection: sqlite3.Connection, version: int) -> None:
    """Write the version of the tables and of the graph schema into the file."""
    connection.execute(f"PRAGMA user_version = {version:d}")
    connection.execute(
        "INSERT OR REPLACE INTO meta VALUES ('schema_version', ?)", (str(SCHEMA_VERSION),)
    )
