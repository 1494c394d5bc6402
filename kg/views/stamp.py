"""A short mark that tells graphs apart."""

from __future__ import annotations

import json
from hashlib import sha256

from kg.model import Graph, Props

_LOADING = frozenset({"sha256", "source_name", "encoding", "place"})
"""What differs between two loads of one content."""


def stamp(graph: Graph) -> str:
    """Return ten hexadecimal digits; graphs of the same content have the same ones."""
    digest = sha256()
    for node in graph.nodes:
        digest.update(_line(node.key, node.label, node.props))
    for edge in graph.edges:
        digest.update(_line("\t".join((edge.src, edge.dst)), edge.type, edge.props))
    return digest.hexdigest()[:10]


def _line(key: str, label: str, props: Props) -> bytes:
    told = {name: value for name, value in props.items() if name not in _LOADING}
    return (json.dumps([key, label, told], sort_keys=True) + "\n").encode()
