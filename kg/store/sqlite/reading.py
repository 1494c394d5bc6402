"""Reading the graph, inside a transaction of the caller: one snapshot."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain, islice, starmap
from operator import itemgetter
from typing import Any

from kg.model import Contribution, Edge, Graph, Kinds, Linkage, Node, Place, Value
from kg.store.base import LineHit
from kg.store.canonical import decoded
from kg.store.inventory import Inventory, inventory

NodeRecord = tuple[int, str, str, str]
"""Number, key, label, properties."""

EdgeRecord = tuple[int, str, int, int, str]
"""Number of the source, type, number of the target, start, properties."""

_BATCH = 10_000
_REPEATED = ("document_key", "upper_document_key")
"""Properties that most edges share with many others: each value is kept once."""
_NODE = "SELECT node.id, node.key, node.label, node.props FROM node "
_EDGE = "SELECT edge.src, edge.type, edge.dst, edge.start, edge.props FROM edge "
_LINKAGES = "SELECT id, upper FROM linkage "
_LINES = "SELECT text FROM line WHERE document = ? "
_USED_NODES = (
    "SELECT node.key FROM node_claim JOIN node ON node.id = node_claim.node WHERE document = ?"
)
_USED_EDGES = (
    "SELECT s.key, edge.type, d.key FROM edge_claim JOIN edge ON edge.id = edge_claim.edge"
    " JOIN node AS s ON s.id = edge.src JOIN node AS d ON d.id = edge.dst WHERE document = ?"
)
_OWNED = "WHERE owner = ?"
_LINKED = "WHERE linkage = ?"
_OF_LABELS = "WHERE label IN (SELECT value FROM json_each(?))"
_OF_TYPES = "WHERE type IN (SELECT value FROM json_each(?))"
_STARTING = "JOIN node ON node.id = edge.src WHERE edge.type = ? AND node.label = ?"
_CLAIMED = "JOIN {0}_claim ON {0}_claim.{0} = {0}.id WHERE {0}_claim.document = ?"


def whole(connection: sqlite3.Connection, kinds: Kinds | None) -> Graph:
    """Return the whole graph, or what is of some kinds."""
    if kinds is None:
        return _graph(connection.execute(_NODE).fetchall(), connection.execute(_EDGE))
    nodes = connection.execute(_NODE + _OF_LABELS, (json.dumps(sorted(kinds.labels)),)).fetchall()
    whole_types = kinds.types - {kind for kind, _ in kinds.starting}
    edges = chain(
        connection.execute(_EDGE + _OF_TYPES, (json.dumps(sorted(whole_types)),)),
        *(connection.execute(_EDGE + _STARTING, pair) for pair in sorted(kinds.starting)),
    )
    return _graph(nodes, _between(nodes, edges))


def part(
    connection: sqlite3.Connection, document_keys: Iterable[str], kinds: Kinds | None
) -> Graph:
    """Return what some documents contribute, with the shared nodes and edges they use, and what
    joins two of them; all of it or what is of some kinds.
    """
    nodes: set[NodeRecord] = set()
    edges: set[EdgeRecord] = set()
    documents = {_number(connection, key) for key in document_keys} - {None}
    for document in documents:
        for condition in (_OWNED, _CLAIMED):
            nodes.update(_rows(connection, _NODE, condition.format("node"), document))
            edges.update(_rows(connection, _EDGE, condition.format("edge"), document))
        for linkage, upper in _rows(connection, _LINKAGES, "WHERE lower = ?", document):
            if upper in documents:
                edges.update(_rows(connection, _EDGE, _LINKED, linkage))
    if kinds is None:
        return _graph(list(nodes), list(edges))
    wanted = [row for row in nodes if row[2] in kinds.labels]
    labels = {row[0]: row[2] for row in wanted}
    kept = (row for row in edges if row[0] in labels and kinds.wants(row[1], labels[row[0]]))
    return _graph(wanted, _between(wanted, kept))


def contribution(connection: sqlite3.Connection, document_key: str) -> Contribution | None:
    """Return what a document contributes, or None."""
    document = _number(connection, document_key)
    if document is None:
        return None
    own_nodes = _rows(connection, _NODE, _OWNED.format("node"), document)
    shared_nodes = _rows(connection, _NODE, _CLAIMED.format("node"), document)
    own_edges = _rows(connection, _EDGE, _OWNED.format("edge"), document)
    shared_edges = _rows(connection, _EDGE, _CLAIMED.format("edge"), document)
    lines = _rows(connection, _LINES, "ORDER BY number", document)
    everything = [*own_nodes, *shared_nodes]
    return Contribution(
        document_key,
        _graph(own_nodes, []).nodes,
        _graph(everything, own_edges).edges,
        _graph(shared_nodes, []).nodes,
        _graph(everything, shared_edges).edges,
        tuple(text for (text,) in lines),
    )


def inventories(connection: sqlite3.Connection) -> dict[str, Inventory]:
    """Return what Cypher shows of each document beside the graph, by its key."""
    held = connection.execute("SELECT id, key, digest FROM document ORDER BY key").fetchall()
    return {
        key: inventory(
            digest,
            [text for (text,) in _rows(connection, _LINES, "ORDER BY number", number)],
            (key for (key,) in connection.execute(_USED_NODES, (number,))),
            connection.execute(_USED_EDGES, (number,)),
        )
        for number, key, digest in held
    }


def documents(connection: sqlite3.Connection) -> tuple[Node, ...]:
    """Return the Document nodes, sorted by key."""
    return nodes_of(connection.execute(_NODE + "WHERE label = 'Document' ORDER BY key").fetchall())


def node(connection: sqlite3.Connection, key: str) -> Node | None:
    """Return one node, or None."""
    found = nodes_of(connection.execute(_NODE + "WHERE key = ?", (key,)).fetchall())
    return found[0] if found else None


def edges_of(connection: sqlite3.Connection, key: str) -> tuple[Edge, ...]:
    """Return the edges that start or end at a node, sorted by their id."""
    return _named_edges(
        connection,
        " WHERE edge.src = (SELECT id FROM node WHERE key = ?1)"
        " OR edge.dst = (SELECT id FROM node WHERE key = ?1)",
        key,
    )


def linkages(connection: sqlite3.Connection, document_key: str | None) -> tuple[Linkage, ...]:
    """Return what joins documents, of one document or of all, sorted by both keys."""
    found = connection.execute(
        "SELECT linkage.id, l.key, u.key FROM linkage"
        " JOIN document AS l ON l.id = linkage.lower JOIN document AS u ON u.id = linkage.upper"
        " WHERE ?1 IS NULL OR ?1 IN (l.key, u.key) ORDER BY l.key, u.key",
        (document_key,),
    )
    return tuple(
        Linkage(lower, upper, _named_edges(connection, " WHERE edge.linkage = ?", number))
        for number, lower, upper in found.fetchall()
    )


def nodes_at(connection: sqlite3.Connection, document_key: str, line: int) -> tuple[Node, ...]:
    """Return the nodes of a document whose place covers a line, sorted by key."""
    return nodes_of(
        connection.execute(
            _NODE + "JOIN document ON document.id = node.owner"
            " WHERE document.key = ? AND ? BETWEEN first_line AND last_line ORDER BY node.key",
            (document_key, line),
        ).fetchall()
    )


def source_lines(
    connection: sqlite3.Connection, document_key: str, place: Place
) -> tuple[LineHit, ...]:
    """Return the printed lines at a place, in order."""
    rows = connection.execute(
        "SELECT document.key, number, text FROM line JOIN document ON document.id = line.document"
        " WHERE document.key = ? AND number BETWEEN ? AND ? ORDER BY number",
        (document_key, place.line, place.last_line),
    )
    return tuple(starmap(LineHit, rows))


def counts(connection: sqlite3.Connection, table: str, column: str) -> dict[str, int]:
    """Return how many rows there are by label or type, sorted by name."""
    query = f"SELECT {column}, count(*) FROM {table} GROUP BY {column} ORDER BY {column}"  # noqa: S608
    return dict(connection.execute(query).fetchall())


def nodes_of(rows: Iterable[NodeRecord]) -> tuple[Node, ...]:
    """Return the nodes of some rows, in their order."""
    rows = list(rows)
    props = decoded([row[3] for row in rows])
    return tuple(Node(row[1], row[2], own) for row, own in zip(rows, props, strict=True))


def _named_edges(
    connection: sqlite3.Connection, condition: str, parameter: str | int
) -> tuple[Edge, ...]:
    """Return some edges whose ends are not at hand, sorted by their id."""
    rows = connection.execute(
        "SELECT s.key, edge.type, d.key, edge.props FROM edge"  # noqa: S608 - no foreign text
        " JOIN node AS s ON s.id = edge.src JOIN node AS d ON d.id = edge.dst" + condition,
        (parameter,),
    ).fetchall()
    props = decoded([row[3] for row in rows])
    edges = (
        Edge(src, kind, dst, own) for (src, kind, dst, _), own in zip(rows, props, strict=True)
    )
    return tuple(sorted(edges, key=lambda edge: edge.id))


def _number(connection: sqlite3.Connection, document_key: str) -> int | None:
    found = connection.execute("SELECT id FROM document WHERE key = ?", (document_key,)).fetchone()
    return found[0] if found else None


def _rows(
    connection: sqlite3.Connection, select: str, condition: str, number: int | None
) -> list[Any]:
    return connection.execute(select + condition, (number,)).fetchall()


def _between(node_rows: list[NodeRecord], edge_rows: Iterable[EdgeRecord]) -> Iterator[EdgeRecord]:
    """Yield the edges both of whose ends are there."""
    numbers = {row[0] for row in node_rows}
    return (row for row in edge_rows if row[0] in numbers and row[2] in numbers)


def _graph(node_rows: list[NodeRecord], edge_rows: Iterable[EdgeRecord]) -> Graph:
    """Nodes sorted by key, edges by id, whatever the order in which they were written.

    Edges are read a batch at a time: all of their texts together would take as much memory as
    what is made of them.
    """
    node_rows.sort(key=lambda row: row[1])
    keys = [row[1] for row in node_rows]
    rank = {row[0]: place for place, row in enumerate(node_rows)}
    known: dict[Value, Value] = {}
    placed: list[tuple[int, str, int, int, Edge]] = []
    rows = iter(edge_rows)
    while batch := list(islice(rows, _BATCH)):
        props = decoded([row[4] for row in batch])
        for (src, kind, dst, start, _), own in zip(batch, props, strict=True):
            for name in _REPEATED:
                if name in own:
                    own[name] = known.setdefault(own[name], own[name])
            from_, to = rank[src], rank[dst]
            placed.append((from_, kind, to, start, Edge(keys[from_], kind, keys[to], own)))
    placed.sort(key=itemgetter(0, 1, 2, 3))
    return Graph(nodes_of(node_rows), tuple(row[4] for row in placed))
