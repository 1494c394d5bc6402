"""Reading the graph, inside a transaction of the caller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from neo4j import ManagedTransaction

from kg.model import Contribution, Edge, Graph, Node, Place
from kg.store.admission import lines_of
from kg.store.base import LineHit
from kg.store.neo4j.statements import ANY, ANY_OWN, ANY_SHARED_TYPE, ANY_TYPE
from kg.store.neo4j.values import edge_of, label_of, node_of

BATCH = 2_000
"""Rows given to a statement at once."""

_NODE = "RETURN labels(n) AS labels, properties(n) AS props"
_EDGE = "RETURN s.key AS src, type(r) AS type, d.key AS dst, properties(r) AS props"
_ALL_NODES = f"MATCH (n:{ANY}) {_NODE}"
_ALL_EDGES = f"MATCH (s)-[r:{ANY_TYPE}]->(d) {_EDGE}"
_OWN_NODES = f"MATCH (n:{ANY_OWN} {{document_key: $document_key}}) {_NODE}"
# An edge of a document touches at least one of its nodes; those that begin at another's node
# are looked for from their end, so that each is found once.
_EDGES_FROM_OWN = (
    f"MATCH (s:{ANY_OWN} {{document_key: $document_key}})-[r:{ANY_TYPE}]->(d)"
    f" WHERE r.document_key = $document_key {_EDGE}"
)
_EDGES_TO_OWN = (
    f"MATCH (d:{ANY_OWN} {{document_key: $document_key}})<-[r:{ANY_TYPE}]-(s)"
    " WHERE r.document_key = $document_key"
    f" AND coalesce(s.document_key, '') <> $document_key {_EDGE}"
)
_CLAIMED_NODES = "MATCH (c:KgClaim {document_key: $document_key}) WHERE c.type IS NULL"
_CLAIMED_EDGES = "MATCH (c:KgClaim {document_key: $document_key}) WHERE c.type IS NOT NULL"
_NODES_BY_KEY = f"MATCH (n:{ANY}) WHERE n.key IN $keys {_NODE}"
_EDGES_BY_SOURCE = f"MATCH (s:{ANY})-[r:{ANY_SHARED_TYPE}]->(d) WHERE s.key IN $keys {_EDGE}"
_EDGES_OF = (
    f"MATCH (n:{ANY} {{key: $key}})-[r:{ANY_TYPE}]-()"
    " WITH DISTINCT r, startNode(r) AS s, endNode(r) AS d " + _EDGE
)
_DOCUMENTS = f"MATCH (n:Document) {_NODE}"
_HAS_DOCUMENT = "MATCH (d:KgDocument {key: $document_key}) RETURN d.key AS key"
_PLACED = f"MATCH (n:{ANY_OWN} {{document_key: $document_key}}) WHERE n.place IS NOT NULL {_NODE}"
_LINES = (
    "MATCH (t:KgText {document_key: $document_key})"
    " WHERE t.line >= $first AND t.line <= $last"
    " RETURN t.line AS line, t.text AS text ORDER BY line"
)
_LABELS = f"MATCH (n:{ANY}) RETURN labels(n) AS labels, count(*) AS number"
_TYPES = f"MATCH ()-[r:{ANY_TYPE}]->() RETURN type(r) AS type, count(*) AS number"


def whole(tx: ManagedTransaction) -> Graph:
    """Return the whole graph."""
    return _graph(_nodes(tx, _ALL_NODES), _edges(tx, _ALL_EDGES))


def part(tx: ManagedTransaction, document_keys: Iterable[str]) -> Graph:
    """Return what some documents contribute, with the shared nodes and edges they use."""
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
    if tx.run(_HAS_DOCUMENT, document_key=document_key).single() is None:
        return None
    own = _nodes(tx, _OWN_NODES, document_key=document_key)
    edges = [
        edge
        for query in (_EDGES_FROM_OWN, _EDGES_TO_OWN)
        for edge in _edges(tx, query, document_key=document_key)
    ]
    claimed = tx.run(f"{_CLAIMED_NODES} RETURN c.key", document_key=document_key).value()
    shared = _graph(nodes_by_key(tx, claimed).values(), claimed_edges(tx, document_key))
    graph = _graph(own, edges)
    lines = source_lines(tx, document_key, Place(1, 2**31))
    return Contribution(
        document_key,
        graph.nodes,
        graph.edges,
        shared.nodes,
        shared.edges,
        tuple(line.text for line in lines),
    )


def nodes_by_key(tx: ManagedTransaction, keys: Sequence[str]) -> dict[str, Node]:
    """Return the nodes with some keys, by key."""
    found = (_nodes(tx, _NODES_BY_KEY, keys=batch) for batch in batches(keys))
    return {node.key: node for nodes in found for node in nodes}


def edges_by_source(tx: ManagedTransaction, keys: Sequence[str]) -> Iterator[Edge]:
    """Yield the shared edges that begin at some nodes."""
    for batch in batches(keys):
        yield from _edges(tx, _EDGES_BY_SOURCE, keys=batch)


def claimed_edges(tx: ManagedTransaction, document_key: str) -> list[Edge]:
    """Return the shared edges that a document uses."""
    query = f"{_CLAIMED_EDGES} RETURN c.src, c.type, c.dst"
    wanted = {tuple(row) for row in tx.run(query, document_key=document_key).values()}
    sources = sorted({src for src, _, _ in wanted})
    return [e for e in edges_by_source(tx, sources) if (e.src, e.type, e.dst) in wanted]


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
    rows = tx.run(_LINES, document_key=document_key, first=place.line, last=place.last_line)
    return tuple(LineHit(document_key, row["line"], row["text"]) for row in rows)


def counts(tx: ManagedTransaction) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many nodes there are by label, and edges by type, sorted by name."""
    labels: Counter[str] = Counter()
    for row in tx.run(_LABELS):
        labels[label_of(row["labels"])] += row["number"]
    types = {row["type"]: row["number"] for row in tx.run(_TYPES)}
    return dict(sorted(labels.items())), dict(sorted(types.items()))


def batches(rows: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield rows by the thousand."""
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _nodes(tx: ManagedTransaction, query: str, **parameters: object) -> list[Node]:
    return [node_of(row[0], row[1]) for row in tx.run(query, parameters)]


def _edges(tx: ManagedTransaction, query: str, **parameters: object) -> list[Edge]:
    return [edge_of(row[0], row[1], row[2], row[3]) for row in tx.run(query, parameters)]


def _graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """Nodes sorted by key, edges by id, whatever the order in which they were written."""
    return Graph(tuple(sorted(nodes, key=_key)), tuple(sorted(edges, key=lambda edge: edge.id)))


def _key(node: Node) -> str:
    return node.key
