"""The protocol every store keeps, and what it hands out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from kg.model import Contribution, Edge, Graph, Kinds, Linkage, Node, Place


@dataclass(frozen=True, slots=True)
class LineHit:
    """A printed line that holds the words looked for."""

    document_key: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found: nodes sorted by key, lines by document and line number."""

    nodes: tuple[Node, ...]
    lines: tuple[LineHit, ...]


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store says about itself; counts by label and by edge type."""

    kind: str
    address: str
    schema_version: int
    nodes: dict[str, int]
    edges: dict[str, int]


class Store(Protocol):
    """A place that keeps the graph. Every method means the same on every store.

    Each call sees whole documents only: a write is one transaction, a read one snapshot.
    Methods raise :class:`kg.errors.StoreUnreachableError` when the store cannot be reached and
    :class:`kg.errors.StoreError` for anything else it refuses, a closed store among them.

    A key that the store does not hold is no error here: it has no node, no edges, no lines, and
    contributes nothing. Whoever took the key from a person says so.

    A store belongs to the thread that opened it; several threads or processes open one each.
    """

    def write(self, contribution: Contribution) -> bool:
        """Replace a document's contribution whole, in one transaction.

        Returns True when the store changed, False when it already held exactly this, in
        whatever order. Once it returns, the change is on the disk. Where the store holds a
        shared node or edge with other properties (the gazetteer has changed since), the new
        ones count, for all documents that use it. Where what the document itself contributes
        has changed, its linkages are gone: they spoke of what was there before.

        Raises
        ------
        SchemaError
            When the contribution does not fit the schema, holds what no store can hold, uses a
            key of another document, or gives a shared node another label. The store is as before.
        """
        ...

    def delete_document(self, document_key: str) -> bool:
        """Withdraw a document's contribution, with the shared nodes and edges only it used and
        with its linkages.

        Returns False when there was none.
        """
        ...

    def contribution(self, document_key: str) -> Contribution | None:
        """What a document contributes, each part sorted as :meth:`graph` sorts; None without it.
        What joins it to other documents is not part of it.

        Writing it into another store gives that store the same document.
        """
        ...

    def link(self, linkage: Linkage) -> bool:
        """Replace what joins a lower document to an upper one, in one transaction.

        Returns True when the store changed, False when it already held exactly this.

        Raises
        ------
        SchemaError
            When the linkage does not fit the schema, or an end of an edge is not a node that the
            lower or the upper document owns. The store is as before.
        """
        ...

    def unlink(self, lower_key: str, upper_key: str) -> bool:
        """Withdraw what joins two documents. Returns False when there was nothing."""
        ...

    def linkages(self, document_key: str | None = None) -> tuple[Linkage, ...]:
        """What joins documents, sorted by both keys, edges by :attr:`Edge.id`; of one document,
        lower or upper, or of all.
        """
        ...

    def documents(self) -> tuple[Node, ...]:
        """The Document nodes, sorted by key."""
        ...

    def graph(
        self, document_keys: Collection[str] | None = None, kinds: Kinds | None = None
    ) -> Graph:
        """The whole graph, or the part that some documents contribute; of some kinds or of all.

        A part holds the shared nodes and edges these documents use, and what joins two of them.
        Of kinds there are nodes of their labels, and edges of their types between such nodes; the
        rest is not read, which is what a large store wants. The result depends on what is held
        alone, not on the order in which it was written or the keys are given.
        """
        ...

    def node(self, key: str) -> Node | None:
        """One node, or None."""
        ...

    def edges_of(self, key: str) -> tuple[Edge, ...]:
        """All edges that start or end at a node, each once, sorted by :attr:`Edge.id`."""
        ...

    def nodes_at(self, document_key: str, line: int) -> tuple[Node, ...]:
        """The document's own nodes whose place covers a line, sorted by key."""
        ...

    def find(self, text: str) -> Findings:
        """Nodes (in the properties that the schema calls searched) and printed lines that hold
        a text.

        Both sides are compared after NFKC, case folding and removal of white space; nothing
        else is normalised, so that the answer is that of a plain search. A text is looked for
        within one property or one line. An empty text finds nothing.
        """
        ...

    def source_lines(self, document_key: str, place: Place) -> tuple[LineHit, ...]:
        """The printed lines at a place of a document, in order; whole lines, whatever the cell."""
        ...

    def info(self) -> StoreInfo:
        """What kind of store this is, where, and how much it holds."""
        ...

    def close(self) -> None:
        """Let go of the store; a second call does nothing."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
