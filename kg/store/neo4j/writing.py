"""Replacing and withdrawing a document's contribution, inside a transaction of the caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace as with_parts
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from kg.errors import Problem, StoreError
from kg.model import Node
from kg.store.canonical import Canonical, decoded
from kg.store.neo4j.searching import grams_of_line, grams_of_node
from kg.store.neo4j.sharing import changed, claims, known_shared, require_free, unused_without
from kg.store.neo4j.statements import (
    ANY_OWN,
    delete_edges,
    delete_nodes,
    write_edges,
    write_nodes,
)
from kg.wording import Text, same

BATCH = 2_000
"""Rows written by a statement at once."""

Row = dict[str, Any]
Kind = TypeVar("Kind", bound=Hashable)

_DIGEST = "MATCH (d:KgDocument {key: $key}) RETURN d.digest AS digest"
_WRITE_DOCUMENT = "MERGE (d:KgDocument {key: $key}) SET d.digest = $digest"
_WRITE_TEXTS = "UNWIND $rows AS row CREATE (t:KgText) SET t = row RETURN count(*) AS written"
_WRITE_CLAIMS = "UNWIND $rows AS row CREATE (c:KgClaim) SET c = row RETURN count(*) AS written"
_DELETE_TEXTS = "UNWIND $rows AS row MATCH (t:KgText {key: row.key}) DELETE t"
_WITHDRAW = (
    "MATCH (t:KgText {document_key: $key}) DELETE t",
    f"MATCH (n:{ANY_OWN} {{document_key: $key}}) DETACH DELETE n",
    "MATCH (c:KgClaim {document_key: $key}) DELETE c",
    "MATCH (d:KgDocument {key: $key}) DELETE d",
)


def is_held(tx: ManagedTransaction, new: Canonical) -> bool:
    """Tell whether the store holds exactly this contribution."""
    if not _has_digest(tx, new):
        return False
    missing = changed(new, known_shared(tx, new))
    return not missing.shared_nodes and not missing.shared_edges


def replace(tx: ManagedTransaction, new: Canonical) -> None:
    """Put a contribution in the place of the document's old one.

    Raises
    ------
    SchemaError
        When a key belongs to another document, or to a shared node of another label.
    """
    if _has_digest(tx, new):
        # What it owns is there; another document has changed what it shares.
        _write_graph(tx, changed(new, known_shared(tx, new)), new)
        return
    withdraw(tx, new.document_key)
    known = known_shared(tx, new)
    require_free(tx, new, known[0])
    shared = changed(new, known)
    _write_graph(tx, with_parts(shared, nodes=new.nodes, edges=new.edges), new)
    _write(tx, _WRITE_TEXTS, list(_line_texts(new)))
    _write(tx, _WRITE_CLAIMS, [{"document_key": new.document_key, **c} for c in claims(new)])
    tx.run(_WRITE_DOCUMENT, key=new.document_key, digest=new.digest.hex()).consume()


def withdraw(tx: ManagedTransaction, document_key: str) -> bool:
    """Take out a document and what only it used; False when the store does not hold it."""
    if tx.run(_DIGEST, key=document_key).single() is None:
        return False
    unused = unused_without(tx, document_key)
    edges = [c for c in unused if "type" in c]
    nodes = [c for c in unused if "type" not in c]
    for ends, rows in _grouped(((c["src_label"], c["type"], c["dst_label"]), c) for c in edges):
        _write(tx, delete_edges(ends), rows)
    for label, rows in _grouped((c["label"], c) for c in nodes):
        _write(tx, delete_nodes(label), rows)
    _forget(tx, nodes)
    for statement in _WITHDRAW:
        tx.run(statement, key=document_key).consume()
    return True


def _has_digest(tx: ManagedTransaction, new: Canonical) -> bool:
    record = tx.run(_DIGEST, key=new.document_key).single()
    return record is not None and record["digest"] == new.digest.hex()


def _write_graph(tx: ManagedTransaction, parts: Canonical, whole: Canonical) -> None:
    """Write some nodes, then some edges, of a contribution."""
    nodes = list(_nodes(parts))
    for label, rows in _grouped(
        (n.label, {"key": n.key, "props": {**n.props, "key": n.key}}) for n in nodes
    ):
        _write(tx, write_nodes(label), rows)
    _forget(tx, [{"key": row[0]} for row in parts.shared_nodes])
    _write(tx, _WRITE_TEXTS, list(_node_texts(nodes)))
    labels = {row[0]: row[1] for row in (*whole.nodes, *whole.shared_nodes)}
    # Edges without a start come first: looked for later, one with a start would be taken for it.
    for (ends, started), rows in sorted(_grouped(_edges(parts, labels)), key=_order):
        _write(tx, write_edges(ends, started=started), rows)


def _order(group: tuple[tuple[Any, bool], list[Row]]) -> bool:
    return group[0][1]


def _nodes(parts: Canonical) -> Iterator[Node]:
    rows = (*parts.nodes, *parts.shared_nodes)
    for (key, label, _), props in zip(rows, decoded([row[2] for row in rows]), strict=True):
        yield Node(key, label, props)


def _edges(
    parts: Canonical, labels: Mapping[str, str]
) -> Iterator[tuple[tuple[tuple[str, str, str], bool], Row]]:
    rows = (*parts.edges, *parts.shared_edges)
    for (src, kind, dst, _, _), props in zip(rows, decoded([row[4] for row in rows]), strict=True):
        row: Row = {"src": src, "dst": dst, "props": props}
        if "start" in props:
            row["start"] = props["start"]
        yield ((labels[src], kind, labels[dst]), "start" in props), row


def _node_texts(nodes: Iterable[Node]) -> Iterator[Row]:
    for node in nodes:
        indexed = grams_of_node(node)
        if indexed:
            owned = {k: v for k, v in node.props.items() if k == "document_key"}
            yield {"key": node.key, "grams": indexed, **owned}


def _line_texts(new: Canonical) -> Iterator[Row]:
    for number, line in enumerate(new.lines, 1):
        yield {
            "document_key": new.document_key,
            "line": number,
            "text": line,
            "grams": grams_of_line(line),
        }


def _forget(tx: ManagedTransaction, nodes: Sequence[Mapping[str, str]]) -> None:
    """Take shared nodes out of the full text."""
    for batch in _batches(nodes):
        tx.run(_DELETE_TEXTS, rows=batch).consume()


def _write(tx: ManagedTransaction, statement: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run a statement for all rows.

    Raises
    ------
    StoreError
        When the server did less than it was told.
    """
    for batch in _batches(rows):
        written = tx.run(statement, rows=batch).single(strict=True)["written"]
        if written != len(batch):
            raise StoreError(_too_few(statement, written, len(batch)))


def _batches(rows: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _grouped(rows: Iterable[tuple[Kind, Row]]) -> Iterable[tuple[Kind, list[Row]]]:
    groups: dict[Kind, list[Row]] = defaultdict(list)
    for kind, row in rows:
        groups[kind].append(row)
    return groups.items()


def _too_few(statement: str, written: int, rows: int) -> Problem:
    line = " ".join(statement.split())
    return Problem(
        Text(
            f"Neo4j 只写了 {rows} 行中的 {written} 行，这个文件没有写入",
            f"Neo4j wrote {written} of {rows} rows; the document was not written",
        ),
        same(line),
        next_step=Text("把这条信息告诉维护者", "report this to the maintainers"),
    )
