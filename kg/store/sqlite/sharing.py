"""What other documents already say about the nodes and edges of a contribution."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import EdgeId
from kg.store.canonical import Canonical
from kg.store.conflict import Conflict, refuse

_BATCH = 500  # SQLite before 3.32 takes no more than 999 parameters in a statement


@dataclass(frozen=True, slots=True)
class Known:
    """A node the store holds from another document."""

    number: int
    label: str
    props: str
    owner: int | None

    @property
    def content(self) -> str:
        """What documents have to agree on."""
        return f"{self.label} {self.props}"


def known_nodes(connection: sqlite3.Connection, new: Canonical) -> dict[str, Known]:
    """Return the shared nodes that are already there and the same, by key.

    Raises
    ------
    SchemaError
        When they are not the same, or when a key belongs to another document.
    """
    known: dict[str, Known] = {}
    keys = [row[0] for row in (*new.nodes, *new.shared_nodes)]
    for batch in _batches(keys):
        rows = connection.execute(
            f"SELECT key, id, label, props, owner FROM node WHERE key IN ({_marks(batch)})",  # noqa: S608
            batch,
        )
        known.update((row[0], Known(*row[1:])) for row in rows)
    conflicts = [
        Conflict(key, True, _user(connection, "node", known[key].number, known[key].owner))
        for key, _, _ in new.nodes
        if key in known
    ]
    for key, label, props in new.shared_nodes:
        node = known.get(key)
        if node is not None and (node.owner is not None or node.content != f"{label} {props}"):
            other = _user(connection, "node", node.number, node.owner)
            owned = node.owner is not None
            conflicts.append(Conflict(key, owned, other, node.content, f"{label} {props}"))
    refuse(new.document_key, conflicts)
    return known


def known_edges(connection: sqlite3.Connection, new: Canonical) -> dict[EdgeId, int]:
    """Return the shared edges that are already there and the same: their numbers by id.

    Raises
    ------
    SchemaError
        When they are not the same.
    """
    given = {row[:4]: row[4] for row in new.shared_edges}
    known: dict[EdgeId, int] = {}
    conflicts = []
    for batch in _batches(sorted({row[0] for row in new.shared_edges})):
        rows = connection.execute(
            "SELECT s.key, e.type, d.key, e.start, e.id, e.props FROM edge AS e"  # noqa: S608
            " JOIN node AS s ON s.id = e.src JOIN node AS d ON d.id = e.dst"
            f" WHERE e.owner IS NULL AND s.key IN ({_marks(batch)})",
            batch,
        )
        for src, kind, dst, start, number, props in rows.fetchall():
            edge = (src, kind, dst, start)
            if edge not in given:
                continue
            known[edge] = number
            if props != given[edge]:
                what = f"{src} -{kind}-> {dst}"
                other = _user(connection, "edge", number, None)
                conflicts.append(Conflict(what, False, other, props, given[edge]))
    refuse(new.document_key, conflicts)
    return known


def _user(connection: sqlite3.Connection, table: str, number: int, owner: int | None) -> str:
    """The key of the document that owns a row, or of the first that claims it."""
    if owner is not None:
        query, parameter = "SELECT key FROM document WHERE id = ?", owner
    else:
        query = (
            f"SELECT d.key FROM {table}_claim AS c JOIN document AS d ON d.id = c.document"  # noqa: S608
            f" WHERE c.{table} = ? ORDER BY d.key LIMIT 1"
        )
        parameter = number
    row: tuple[str] = connection.execute(query, (parameter,)).fetchone()
    return row[0]


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]


def _marks(batch: Sequence[str]) -> str:
    return ",".join("?" * len(batch))
