"""The Cypher this store is made and written with, put together from the graph schema alone.

Labels and types cannot be parameters, so there is one statement for each; no other text is ever
put into a statement. ``cypher/schema`` and ``cypher/upsert`` hold the same statements as files,
for reading and for running by hand; a test compares them.

The database holds the graph and no other node. What the store needs besides is told by the name
of an index, by constraints, and by properties of Document nodes (:mod:`kg.store.inventory`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.schema import EDGES, NODES, SCHEMA_VERSION, EdgeType
from kg.store.inventory import DIGEST, LINES

NAME = "policy-task-kg"
"""What the store calls itself, to the server."""

LAYOUT = 2
"""Raised by one with each change of the constraints, indexes or of what Document nodes carry."""

MARKER = f"kg_store_{SCHEMA_VERSION}_{LAYOUT}"
"""The index whose being there says that a database is ours, and of which version."""

LABELS = tuple(sorted(NODES))
OWN_LABELS = tuple(label for label in LABELS if not NODES[label].shared)
TYPES = tuple(sorted(EDGES))
SHARED_TYPES = tuple(t for t in TYPES if EDGES[t].shared)
LINKING_TYPES = tuple(t for t in TYPES if EDGES[t].linking)
SEARCHED_LABELS = tuple(label for label in LABELS if NODES[label].searched)

ANY = "|".join(LABELS)
ANY_OWN = "|".join(OWN_LABELS)
ANY_TYPE = "|".join(TYPES)
ANY_SHARED_TYPE = "|".join(SHARED_TYPES)
ANY_LINKING_TYPE = "|".join(LINKING_TYPES)
ANY_SEARCHED = "|".join(SEARCHED_LABELS)

FULL_TEXT = "kg_text"

Ends = tuple[str, str, str]
"""Label of the source, type, label of the target."""


def constraints() -> Iterator[str]:
    """Yield a statement for each label: keys are unique."""
    for label in LABELS:
        yield _unique(label, "key")


def indexes() -> Iterator[str]:
    """Yield a statement for each label that belongs to documents: a document is found at once."""
    for label in OWN_LABELS:
        yield _index(label, "document_key")


def full_text() -> str:
    """Return the statement for the index of all searched text, each Chinese character a word."""
    names = sorted({LINES, *(name for label in LABELS for name in NODES[label].searched)})
    props = ", ".join(f"n.{name}" for name in names)
    return (
        f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS\n"
        f"FOR (n:{ANY_SEARCHED})\n"
        f"ON EACH [{props}]\n"
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}"
    )


def marker() -> str:
    """Return the statement that makes an empty database ours."""
    return f"CREATE INDEX {MARKER} IF NOT EXISTS\nFOR (n:Document) ON (n.{DIGEST})"


def write_nodes(label: str) -> str:
    """Return the statement that writes nodes of a label; rows have ``key`` and ``props``."""
    return (
        "UNWIND $rows AS row\n"
        f"MERGE (n:{_label(label)} {{key: row.key}})\n"
        "SET n = row.props\n"
        "RETURN count(*) AS written"
    )


def write_edges(ends: Ends, *, started: bool) -> str:
    """Return the statement that writes edges; rows have ``src``, ``dst``, ``props``.

    Parameters
    ----------
    started
        True for edges that are told apart by where their words start; rows then have ``start``.
    """
    source, kind, target = _label(ends[0]), _type(ends[1]), _label(ends[2])
    start = " {start: row.start}" if started else ""
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (s:{source} {{key: row.src}})\n"
        f"MATCH (d:{target} {{key: row.dst}})\n"
        f"MERGE (s)-[r:{kind}{start}]->(d)\n"
        "SET r = row.props\n"
        "RETURN count(*) AS written"
    )


def delete_nodes(label: str) -> str:
    """Return the statement that deletes nodes of a label; rows have ``key``."""
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (n:{_label(label)} {{key: row.key}})\n"
        "DETACH DELETE n\n"
        "RETURN count(*) AS written"
    )


def delete_edges(ends: Ends) -> str:
    """Return the statement that deletes shared edges; rows have ``src`` and ``dst``."""
    source, kind, target = _label(ends[0]), _type(ends[1]), _label(ends[2])
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (s:{source} {{key: row.src}})-[r:{kind}]->(d:{target} {{key: row.dst}})\n"
        "DELETE r\n"
        "RETURN count(*) AS written"
    )


def all_ends(edge_type: EdgeType) -> Iterator[Ends]:
    """Yield the pairs of labels that a type may connect, with no ``*`` among them."""
    for pair in edge_type.endpoints:
        for source, target in product(*(LABELS if end == "*" else (end,) for end in pair)):
            yield source, edge_type.type, target


def _unique(label: str, prop: str) -> str:
    name = f"kg_unique_{label}_{prop}".lower()
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS\nFOR (n:{label}) REQUIRE n.{prop} IS UNIQUE"


def _index(label: str, prop: str) -> str:
    name = f"kg_index_{label}_{prop}".lower()
    return f"CREATE INDEX {name} IF NOT EXISTS\nFOR (n:{label}) ON (n.{prop})"


def _label(label: str) -> str:
    """A label of the schema; anything else is a defect, and must not reach a statement."""
    return NODES[label].label


def _type(kind: str) -> str:
    return EDGES[kind].type
