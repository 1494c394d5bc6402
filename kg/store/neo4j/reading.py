"""Reading the graph, inside a transaction of the caller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from neo4j import ManagedTransaction

from kg.model import Contribution, Edge, Graph, Kinds, Node, Place
from kg.store.admission import lines_of
from kg.store.base import LineHit
from kg.store.inventory import LINES, NAMES, SHARED_EDGES, SHARED_NODES, edge_ends
from kg.store.neo4j.batches import batches
from kg.store.neo4j.statements import ANY, ANY_OWN, ANY_SHARED_TYPE, ANY_TYPE
from kg.store.neo4j.values import edge_of, label_of, node_of

# A Document carries its printed lines: they are not sent where nobody asks for them.
_WITHOUT = ", ".join(f"{name}: null" for name in sorted(NAMES))
PROPS = f"CASE WHEN n:Document THEN n {{.*, {_WITHOUT}}} ELSE properties(n) END"
"""The properties of a node ``n``, null for what a Document carries beside the graph."""

_NODE = f"RETURN labels(n) AS labels, {PROPS} AS props"
_EDGE = "RETURN s.key AS src, type(r) AS type, d.key AS dst, properties(r) AS props"
_ALL_NODES = (
    f"MATCH (n:{ANY}) WHERE $labels IS NULL OR any(l IN labels(n) WHERE l IN $labels) {_NODE}"
)
_ALL_EDGES = f"MATCH (s)-[r:{ANY_TYPE}]->(d) WHERE $types IS NULL OR type(r) IN $types {_EDGE}"
_OWN_NODES = f"MATCH (n:{ANY_OWN} {{document_key: $document_key}}) {_NODE}"
# An edge of a document touches at least one of its nodes; those that begin at another's node
# are looked for from their end, so that each is found once. What joins two documents is of neither.
_EDGES_FROM_OWN = (
    f"MATCH (s:{ANY_OWN} {{document_key: $document_key}})-[r:{ANY_TYPE}]->(d)"
    f" WHERE r.document_key = $document_key AND r.upper_document_key IS NULL {_EDGE}"
)
_EDGES_TO_OWN = (
    f"MATCH (d:{ANY_OWN} {{document_key: $document_key}})<-[r:{ANY_TYPE}]-(s)"
    " WHERE r.document_key = $document_key AND r.upper_document_key IS NULL"
    f" AND coalesce(s.document_key, '') <> $document_key {_EDGE}"
)
_NODES_BY_KEY = f"MATCH (n:{ANY}) WHERE n.key IN $keys {_NODE}"
_EDGES_BY_SOURCE = f"MATCH (s:{ANY})-[r:{ANY_SHARED_TYPE}]->(d) WHERE s.key IN $keys {_EDGE}"
_EDGES_OF = (
    f"MATCH (n:{ANY} {{key: $key}})-[r:{ANY_TYPE}]-()"
    " WITH DISTINCT r, startNode(r) AS s, endNode(r) AS d " + _EDGE
)
_DOCUMENTS = f"MATCH (n:Document) {_NODE}"
_INVENTORY = (
    f"MATCH (d:Document {{key: $document_key}}) RETURN d.{LINES} AS lines,"
    f" d.{SHARED_NODES} AS nodes, d.{SHARED_EDGES} AS edges"
)
_PLACED = f"MATCH (n:{ANY_OWN} {{document_key: $document_key}}) WHERE n.place IS NOT NULL {_NODE}"
_LINES = f"MATCH (d:Document {{key: $document_key}}) RETURN d.{LINES}[$first..$last] AS lines"
_LABELS = f"MATCH (n:{ANY}) RETURN labels(n) AS labels, count(*) AS number"
_TYPES = f"MATCH ()-[r:{ANY_TYPE}]->() RETURN type(r) AS type, count(*) AS number"


def whole(tx: ManagedTransaction, kinds: Kinds | None) -> Graph:
    """Return the whole graph, or what is of some kinds."""
    labels, types = (sorted(kinds.labels), sorted(kinds.types)) if kinds else (None, None)
    found = _graph(_nodes(tx, _ALL_NODES, labels=labels), _edges(tx, _ALL_EDGES, types=types))
    return found if kinds is None else kinds.of(found)


def part(tx: ManagedTransaction, document_keys: Iterable[str]) -> Graph:
    """Return what some documents contribute, with the shared nodes and edges they use, but without
    what joins two of them.
    """
    nodes: dict[str, Node] = {}
    edges: dict[object, Edge] = {}
    for key in document_keys:
        found = contribution(tx, key)
        if found is not None:
            nodes.update((n.key, n) for n in (*found.nodes, *found.shared_nodes))
            edges.update((e.id, e) for e in (*found.edges, *found.shared_edges))
    return _graph(nodes.values(), edges.values())


def contribution(tx: ManagedTransaction, document_key: str) -> Contribution | None:
    """Return what a document contributes, or None."""
    held = tx.run(_INVENTORY, document_key=document_key).single()
    if held is None:
        return None
    own = _nodes(tx, _OWN_NODES, document_key=document_key)
    edges = [
        edge
        for query in (_EDGES_FROM_OWN, _EDGES_TO_OWN)
        for edge in _edges(tx, query, document_key=document_key)
    ]
    used = nodes_by_key(tx, held["nodes"] or ())
    shared = _graph(used.values(), _shared_edges(tx, held["edges"] or ()))
    graph = _graph(own, edges)
    return Contribution(
        document_key,
        graph.nodes,
        graph.edges,
        shared.nodes,
        shared.edges,
        tuple(held["lines"] or ()),
    )


def nodes_by_key(tx: ManagedTransaction, keys: Sequence[str]) -> dict[str, Node]:
    """Return the nodes with some keys, by key."""
    found = (_nodes(tx, _NODES_BY_KEY, keys=batch) for batch in batches(keys))
    return {node.key: node for nodes in found for node in nodes}


def edges_by_source(tx: ManagedTransaction, keys: Sequence[str]) -> Iterator[Edge]:
    """Yield the shared edges that begin at some nodes."""
    for batch in batches(keys):
        yield from _edges(tx, _EDGES_BY_SOURCE, keys=batch)


def documents(tx: ManagedTransaction) -> tuple[Node, ...]:
    """Return the Document nodes, sorted by key."""
    return tuple(sorted(_nodes(tx, _DOCUMENTS), key=_key))


def node(tx: ManagedTransaction, key: str) -> Node | None:
    """Return one node, or None."""
    return nodes_by_key(tx, [key]).get(key)


def edges_of(tx: ManagedTransaction, key: str) -> tuple[Edge, ...]:
    """Return the edges that start or end at a node, sorted by their id."""
    return tuple(sorted(_edges(tx, _EDGES_OF, key=key), key=lambda edge: edge.id))


def nodes_at(tx: ManagedTransaction, document_key: str, line: int) -> tuple[Node, ...]:
    """Return the nodes of a document whose place covers a line, sorted by key."""
    found = (
        (node, lines_of(node.props)) for node in _nodes(tx, _PLACED, document_key=document_key)
    )
    covering = (node for node, place in found if place and place[0] <= line <= place[1])
    return tuple(sorted(covering, key=_key))


def source_lines(tx: ManagedTransaction, document_key: str, place: Place) -> tuple[LineHit, ...]:
    """Return the printed lines at a place, in order."""
    first = max(place.line, 1)
    parameters = {"document_key": document_key, "first": first - 1, "last": place.last_line}
    held = tx.run(_LINES, parameters).single()
    lines = (held["lines"] if held else None) or ()
    return tuple(LineHit(document_key, n, text) for n, text in enumerate(lines, first))


def counts(tx: ManagedTransaction) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many nodes there are by label, and edges by type, sorted by name."""
    labels: Counter[str] = Counter()
    for row in tx.run(_LABELS):
        labels[label_of(row["labels"])] += row["number"]
    types = {row["type"]: row["number"] for row in tx.run(_TYPES)}
    return dict(sorted(labels.items())), dict(sorted(types.items()))


def _shared_edges(tx: ManagedTransaction, written: Sequence[str]) -> list[Edge]:
    """The shared edges that an inventory names."""
    wanted = set(edge_ends(written))
    sources = sorted({src for src, _, _ in wanted})
    return [e for e in edges_by_source(tx, sources) if (e.src, e.type, e.dst) in wanted]


def _nodes(tx: ManagedTransaction, query: str, **parameters: object) -> list[Node]:
    return [node_of(row[0], row[1]) for row in tx.run(query, parameters)]


def _edges(tx: ManagedTransaction, query: str, **parameters: object) -> list[Edge]:
    return [edge_of(row[0], row[1], row[2], row[3]) for row in tx.run(query, parameters)]


def _graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """Nodes sorted by key, edges by id, whatever the order in which they were written."""
    return Graph(tuple(sorted(nodes, key=_key)), tuple(sorted(edges, key=lambda edge: edge.id)))


def _key(node: Node) -> str:
    return node.key
