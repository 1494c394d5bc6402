"""The Cypher this store is made and written with, put together from the graph schema alone.

Labels and types cannot be parameters, so there is one statement for each; no other text is ever
put into a statement. ``cypher/schema`` and ``cypher/upsert`` hold the same statements as files,
for reading and for running by hand; a test compares them.

Beside the graph the database holds the store's own nodes, whose labels begin with ``Kg``. They
have no relationships, so no path of the graph leads to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.schema import EDGES, NODES, EdgeType

NAME = "policy-task-kg"
"""What the marker node is called."""

LAYOUT = 1
"""Raised by one with each change of the constraints, indexes or of the store's own nodes."""

LABELS = tuple(sorted(NODES))
OWN_LABELS = tuple(label for label in LABELS if not NODES[label].shared)
TYPES = tuple(sorted(EDGES))
SHARED_TYPES = tuple(t for t in TYPES if EDGES[t].shared)

ANY = "|".join(LABELS)
ANY_OWN = "|".join(OWN_LABELS)
ANY_TYPE = "|".join(TYPES)
ANY_SHARED_TYPE = "|".join(SHARED_TYPES)

FULL_TEXT = "kg_text_grams"

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


def bookkeeping() -> Iterator[str]:
    """Yield the statements for the store's own nodes."""
    yield _unique("KgStore", "name")
    yield _unique("KgGate", "name")
    yield _unique("KgDocument", "key")
    yield _index("KgClaim", "document_key")
    yield _index("KgClaim", "id")
    yield _index("KgText", "document_key")
    yield _index("KgText", "key")
    yield (
        f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:KgText) ON EACH [n.grams]\n"
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
    )


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
