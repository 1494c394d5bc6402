"""The one written form of a contribution: what a store keeps, and how it tells «the same».

Every store writes properties as this JSON text or compares contributions by this digest, so that
the order in which a loader names things changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kg.model import Contribution, Edge, Linkage, Node, Props, Value

NodeRow = tuple[str, str, str]
"""Key, label, properties as JSON text."""

EdgeRow = tuple[str, str, str, int, str]
"""Source, type, target, start (-1 where there is none), properties as JSON text."""

_JSON = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)
_LIST_MARK = '":['  # stands before every list, as values are scalars or lists of text


@dataclass(frozen=True, slots=True)
class Canonical:
    """A contribution as rows, sorted by key and by :attr:`kg.model.Edge.id`, and its digest.

    The digest tells what a document itself contributes: of what it shares with others, which nodes
    and edges. Their properties are left out, because the last writer decides them for all.
    """

    document_key: str
    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]
    shared_nodes: tuple[NodeRow, ...]
    shared_edges: tuple[EdgeRow, ...]
    lines: tuple[str, ...]
    digest: bytes


@dataclass(frozen=True, slots=True)
class CanonicalLinkage:
    """A linkage as rows, sorted by :attr:`kg.model.Edge.id`, and its digest."""

    lower_key: str
    upper_key: str
    edges: tuple[EdgeRow, ...]
    digest: bytes


def canonical(contribution: Contribution) -> Canonical:
    """Return the rows of a contribution that :func:`kg.store.admission.admit` let through."""
    nodes = _node_rows(contribution.nodes)
    edges = _edge_rows(contribution.edges)
    shared_nodes = _node_rows(contribution.shared_nodes)
    shared_edges = _edge_rows(contribution.shared_edges)
    groups: tuple[Iterable[str], ...] = (
        chain.from_iterable(nodes),
        chain.from_iterable(row[:2] for row in shared_nodes),
        map("\0".join, map(_texts, edges)),
        chain.from_iterable(row[:3] for row in shared_edges),
        [str(len(contribution.lines)), *contribution.lines],  # no line differs from an empty one
    )
    return Canonical(
        contribution.document_key,
        nodes,
        edges,
        shared_nodes,
        shared_edges,
        contribution.lines,
        _digest(groups),
    )


def canonical_linkage(linkage: Linkage) -> CanonicalLinkage:
    """Return the rows of a linkage."""
    edges = _edge_rows(linkage.edges)
    digest = _digest((map("\0".join, map(_texts, edges)),))
    return CanonicalLinkage(linkage.lower_key, linkage.upper_key, edges, digest)


def encoded(props: Props) -> str:
    """Return properties as JSON text, sorted by name.

    Examples
    --------
    >>> encoded({"title": "知识产权强国建设纲要", "seq": 1})
    '{"seq":1,"title":"知识产权强国建设纲要"}'
    """
    return _JSON.encode(dict(props))


def decoded(texts: Sequence[str]) -> list[dict[str, Value]]:
    """Return what :func:`encoded` wrote, lists as tuples; one entry for each text, in order.

    Texts are decoded together, because a decoder started for each costs more than its work.

    Examples
    --------
    >>> decoded(['{"names":["闽台","榕台"],"seq":1}'])
    [{'names': ('闽台', '榕台'), 'seq': 1}]
    """
    joined = ",".join(texts)
    entries: list[dict[str, Any]] = json.loads(f"[{joined}]")
    if _LIST_MARK in joined:
        for entry in entries:
            for name, value in entry.items():
                if isinstance(value, list):
                    entry[name] = tuple(value)
    return entries


def _node_rows(nodes: tuple[Node, ...]) -> tuple[NodeRow, ...]:
    return tuple(sorted([(n.key, n.label, encoded(n.props)) for n in nodes]))


def _edge_rows(edges: tuple[Edge, ...]) -> tuple[EdgeRow, ...]:
    return tuple(sorted([(*e.id, encoded(e.props)) for e in edges]))


def _texts(row: EdgeRow) -> tuple[str, str, str, str]:
    return row[0], row[1], row[2], row[4]  # the start is one of the properties


def _digest(groups: Iterable[Iterable[str]]) -> bytes:
    """No text holds NUL, so NUL between texts and two between groups leave one reading."""
    import hashlib  # noqa: PLC0415 - only a write needs it; loading OpenSSL takes 7 ms

    return hashlib.sha256("\0\0".join(map("\0".join, groups)).encode()).digest()
