"""Full text: candidates from the gram index, then a plain search in the folded texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from neo4j import ManagedTransaction

from kg.model import Node
from kg.schema import NODES
from kg.store.base import Findings, LineHit
from kg.store.grams import QUERY_LIMIT, folded, grams
from kg.store.neo4j.reading import nodes_by_key
from kg.store.neo4j.statements import FULL_TEXT

_CANDIDATES = (
    "CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS t"
    " RETURN t.document_key AS document_key, t.key AS key, t.line AS line, t.text AS text"
)


def find(tx: ManagedTransaction, text: str) -> Findings:
    """Return the nodes and printed lines that hold a text."""
    wanted = folded(text)
    if not wanted:
        return Findings((), ())
    keys: list[str] = []
    lines: list[LineHit] = []
    parameters = {"index": FULL_TEXT, "query": _match(wanted)}
    for document_key, key, line, printed in tx.run(_CANDIDATES, parameters):
        if key is not None:
            keys.append(key)
        elif wanted in folded(printed):
            lines.append(LineHit(document_key, line, printed))
    found = [node for node in nodes_by_key(tx, keys).values() if _holds(node, wanted)]
    return Findings(
        tuple(sorted(found, key=lambda node: node.key)),
        tuple(sorted(lines, key=lambda hit: (hit.document_key, hit.line))),
    )


def grams_of_node(node: Node) -> str:
    """Return what the index holds of a node; "" when it has no searched text."""
    return " ".join(gram for text in _texts(node) for gram in grams(text))


def grams_of_line(line: str) -> str:
    """Return what the index holds of a printed line; "" for an empty one."""
    return " ".join(grams(folded(line)))


def _holds(node: Node, wanted: str) -> bool:
    return any(wanted in text for text in _texts(node))


def _texts(node: Node) -> Iterator[str]:
    for name in NODES[node.label].searched:
        yield folded(str(node.props.get(name, "")))


def _match(wanted: str) -> str:
    """The index query: all grams of a text, or all grams that begin with one character."""
    found: Sequence[str] = grams(wanted)
    if len(found) == 1:
        return f"{found[0]}*"
    distinct = list(dict.fromkeys(found[:-1]))[:QUERY_LIMIT]
    return " AND ".join(f'"{gram}"' for gram in distinct)
