"""What a store holds: nodes and edges, by document and by pair of documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Scalar = str | int | float | bool
Value = Scalar | tuple[str, ...]
Props = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: key unique over the whole store, label and properties of :mod:`kg.schema`.

    The key is not repeated among the properties. Unknown values are left out, never null.
    """

    key: str
    label: str
    props: Props = field(default_factory=dict)


EdgeId = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from ``src`` to ``dst``. One text may give several edges between the same two
    nodes; ``start`` (code points in the measure's text) tells them apart.
    """

    src: str
    type: str
    dst: str
    props: Props = field(default_factory=dict)

    @property
    def id(self) -> EdgeId:
        """Source, type, target, and the start in the text; -1 where the edge has none."""
        start = self.props.get("start", -1)
        return (self.src, self.type, self.dst, start if isinstance(start, int) else -1)


@dataclass(frozen=True, slots=True)
class Contribution:
    """Everything that was read from one document; a store replaces it whole.

    Parameters
    ----------
    document_key
        The key of the Document node, which is one of ``nodes``.
    nodes, edges
        What belongs to this document; each carries the property ``document_key``.
    shared_nodes, shared_edges
        What other documents may use as well (agencies, deadlines, …). They hold only what their
        key and the gazetteer determine, so every document gives them the same properties, and
        a store drops them when no document uses them any more.
    lines
        The printed lines of the source; line n is ``lines[n - 1]``.
    """

    document_key: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shared_nodes: tuple[Node, ...] = ()
    shared_edges: tuple[Edge, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linkage:
    """Everything that joins a lower document to an upper one; a store replaces it whole.

    Parameters
    ----------
    lower_key, upper_key
        The keys of both Document nodes.
    edges
        Edges from the lower document or its parts to the upper one or its parts; each carries
        ``document_key`` (the lower document's) and ``upper_document_key``. One of them is the
        COMPARED_WITH from document to document.
    """

    lower_key: str
    upper_key: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole graph in memory, nodes sorted by key and edges by :attr:`Edge.id`."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Parts of a graph by kind: nodes of some labels, and edges of some types between them.

    Parameters
    ----------
    starting
        Types of which only the edges that start at a node of a label are wanted, with that label.

    Examples
    --------
    >>> headings = Kinds(frozenset({"Document", "Section"}), frozenset({"HAS_SECTION"}))
    >>> roles = Kinds(frozenset({"Agency", "Measure"}), frozenset({"LEADS", "ASSISTS"}))
    >>> sorted((headings | roles).labels)
    ['Agency', 'Document', 'Measure', 'Section']
    """

    labels: frozenset[str]
    types: frozenset[str]
    starting: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: Kinds) -> Kinds:
        """Return the parts that are of one or the other."""
        return Kinds(
            self.labels | other.labels, self.types | other.types, self.starting | other.starting
        )

    def of(self, graph: Graph) -> Graph:
        """Return these parts of a graph, in its order."""
        nodes = tuple(node for node in graph.nodes if node.label in self.labels)
        labels = {node.key: node.label for node in nodes}
        edges = (e for e in graph.edges if e.src in labels and e.dst in labels)
        return Graph(nodes, tuple(e for e in edges if self.wants(e.type, labels[e.src])))

    def wants(self, edge_type: str, label: str) -> bool:
        """Tell whether an edge of a type that starts at a node of a label is wanted."""
        starts = {start for kind, start in self.starting if kind == edge_type}
        return edge_type in self.types and (not starts or label in starts)
