"""Keeping the gram index in step with the texts: what is searchable, added and taken out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from kg.model import Value
from kg.schema import NODES
from kg.store.grams import folded, grams

Entry = tuple[int | None, int | None, int | None, str]
"""Document (None: shared), node or None, line or None, folded text."""


def node_entries(
    owner: int | None, node: int, label: str, props: dict[str, Value]
) -> Iterator[Entry]:
    """Yield an entry for each searched property of a node that has text."""
    for name in NODES[label].searched:
        text = folded(str(props.get(name, "")))
        if text:
            yield owner, node, None, text


def line_entries(document: int, lines: Sequence[str]) -> Iterator[Entry]:
    """Yield an entry for each printed line that has text."""
    for number, line in enumerate(lines, 1):
        text = folded(line)
        if text:
            yield document, None, number, text


def add(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Make texts searchable."""
    (first,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM searchable").fetchone()
    rows = [(number, *entry) for number, entry in enumerate(entries, first)]
    connection.executemany("INSERT INTO searchable VALUES (?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO gram (rowid, grams) VALUES (?, ?)",
        ((row[0], " ".join(grams(row[4]))) for row in rows),
    )


def remove_document(connection: sqlite3.Connection, document: int) -> None:
    """Take out the lines and the own nodes of a document."""
    _remove(connection, "document = ?", document)


def remove_shared(connection: sqlite3.Connection, nodes: Sequence[int]) -> None:
    """Take out shared nodes."""
    for node in nodes:
        _remove(connection, "document IS NULL AND node = ?", node)


def _remove(connection: sqlite3.Connection, condition: str, number: int) -> None:
    rows = connection.execute(
        f"SELECT id, folded FROM searchable WHERE {condition}",  # noqa: S608 - no foreign text
        (number,),
    ).fetchall()
    # The index keeps no texts, so it is told what to forget.
    connection.executemany(
        "INSERT INTO gram (gram, rowid, grams) VALUES ('delete', ?, ?)",
        ((entry, " ".join(grams(text))) for entry, text in rows),
    )
    connection.execute(
        f"DELETE FROM searchable WHERE {condition}",  # noqa: S608 - no foreign text
        (number,),
    )
