"""The graph schema as data: labels, edge types, their properties and endpoints.

This is the one place where a label, an edge type or a property is named. Stores make their
constraints and indexes from it, exports list it, and :func:`kg.schema_check.check`
holds every contribution against it before a store sees it.
"""

from __future__ import annotations

from kg.schema.edges import EDGE_TYPES
from kg.schema.nodes import NODE_TYPES
from kg.schema.types import EdgeType, Kind, NodeType, Property

__all__ = [
    "EDGES",
    "EDGE_TYPES",
    "KEY_LIMIT",
    "NODES",
    "NODE_TYPES",
    "SCHEMA_VERSION",
    "EdgeType",
    "Kind",
    "NodeType",
    "Property",
]

SCHEMA_VERSION = 2
"""Raised by one with every change that an older store cannot hold."""

KEY_LIMIT = 1_000
"""Longest key in characters: Neo4j's index refuses keys of about 8 kB."""

NODES: dict[str, NodeType] = {t.label: t for t in NODE_TYPES}
EDGES: dict[str, EdgeType] = {t.type: t for t in EDGE_TYPES}
