"""One document for the reports of content: its measures in order, and what hangs on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.analysis.caption import caption, natural
from kg.analysis.ledger import basis_of
from kg.model import Basis, Edge, Graph, Node
from kg.wording import Text, same

Link = tuple[Edge, Node]
"""An edge with the node at its other end."""

_PARTS = frozenset({"HAS_SECTION", "HAS_TASK", "HAS_MEASURE"})


@dataclass(frozen=True, slots=True)
class Selection:
    """What a report of content shows.

    Parameters
    ----------
    documents
        Keys of the documents; empty for all.
    inferred
        Show inferred leads, in a column of their own.
    top
        Rows shown of each table; None for all.
    """

    documents: frozenset[str] = frozenset()
    inferred: bool = False
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure with the headings above it, the bodies on it, and what its edges lead to.

    Parameters
    ----------
    headings
        The section and the task it stands under, so far as they are printed, outermost first.
    roles
        LEADS and ASSISTS with their agencies, in printed order.
    links
        Its own edges by type, each in order of the text.
    """

    node: Node
    document_key: str
    headings: tuple[Node, ...]
    roles: tuple[Link, ...]
    links: Mapping[str, tuple[Link, ...]]

    @property
    def key(self) -> str:
        """The measure's key."""
        return self.node.key

    @property
    def text(self) -> str:
        """Its words as printed."""
        return str(self.node.props["text"])

    @property
    def reference(self) -> str:
        """The key without that of the document: 五/14#2."""
        return self.key.removeprefix(self.document_key).lstrip("/")

    @property
    def task(self) -> str | None:
        """Number and title of the task; None where none is printed."""
        found = [caption(h) for h in self.headings if h.label == "Task"]
        return found[-1] if found else None

    def of(self, edge_type: str) -> tuple[Link, ...]:
        """Return its edges of a type."""
        return self.links.get(edge_type, ())

    def leads(self, basis: Basis) -> tuple[str, ...] | None:
        """Return the leads of one basis; None where no role on the measure is of that basis."""
        roles = [(e, n) for e, n in self.roles if basis_of(e) is basis]
        return tuple(str(n.props["name"]) for e, n in roles if e.type == "LEADS") if roles else None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A document, its headings and measures in printed order, its issues with their owners, and
    the papers its preamble names.

    Parameters
    ----------
    headings
        Its sections and tasks, each with the headings above it, outermost first.
    """

    document: Node
    headings: tuple[tuple[Node, tuple[Node, ...]], ...]
    entries: tuple[Entry, ...]
    issues: tuple[tuple[Node, Node], ...]
    """Issue and the node it is about."""
    sources: tuple[Link, ...]

    @property
    def key(self) -> str:
        """The document's key."""
        return self.document.key

    @property
    def title(self) -> Text:
        """Title and number."""
        title = str(self.document.props["title"])
        doc_no = self.document.props.get("doc_no")
        return same(f"{title}（{doc_no}）" if doc_no else title)


def dossiers(graph: Graph, wanted: frozenset[str] = frozenset()) -> list[Dossier]:
    """Return the dossier of each document, sorted by key; of all where none is wanted."""
    nodes = {node.key: node for node in graph.nodes}
    out: dict[str, list[Edge]] = defaultdict(list)
    roles: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type in {"LEADS", "ASSISTS"}:
            roles[edge.dst].append(edge)
        else:
            out[edge.src].append(edge)
    reader = _Reader(nodes, out, roles)
    documents = (n for n in graph.nodes if n.label == "Document")
    return [reader.dossier(n) for n in documents if not wanted or n.key in wanted]


@dataclass(frozen=True, slots=True)
class _Reader:
    nodes: Mapping[str, Node]
    out: Mapping[str, list[Edge]]
    roles: Mapping[str, list[Edge]]

    def dossier(self, document: Node) -> Dossier:
        issues: list[tuple[Node, Node]] = []
        headings: list[tuple[Node, tuple[Node, ...]]] = []
        entries = tuple(self._walk(document, (), headings, issues))
        named = self._links(document, "DERIVES_FROM")
        sources = tuple(link for link in named if link[1].label == "Instrument")
        return Dossier(document, tuple(headings), entries, tuple(issues), sources)

    def _walk(
        self,
        node: Node,
        above: tuple[Node, ...],
        headings: list[tuple[Node, tuple[Node, ...]]],
        issues: list[tuple[Node, Node]],
    ) -> Iterator[Entry]:
        issues += ((issue, node) for _, issue in self._links(node, "HAS_ISSUE"))
        if node.label == "Measure":
            yield self._entry(node, above)
            return
        below = above
        if node.label != "Document":
            headings.append((node, above))
            below = (*above, node)
        parts = [e for e in self.out.get(node.key, ()) if e.type in _PARTS]
        for edge in sorted(parts, key=_place_among):
            yield from self._walk(self.nodes[edge.dst], below, headings, issues)

    def _entry(self, node: Node, headings: tuple[Node, ...]) -> Entry:
        links: dict[str, list[Link]] = defaultdict(list)
        for edge in sorted(self.out.get(node.key, ()), key=lambda e: (e.id[3], e.dst)):
            links[edge.type].append((edge, self.nodes[edge.dst]))
        bodies = sorted(self.roles.get(node.key, ()), key=_role_order)
        return Entry(
            node,
            str(node.props["document_key"]),
            headings,
            tuple((edge, self.nodes[edge.src]) for edge in bodies),
            {kind: tuple(found) for kind, found in links.items()},
        )

    def _links(self, node: Node, edge_type: str) -> tuple[Link, ...]:
        edges = self.out.get(node.key, ())
        return tuple((e, self.nodes[e.dst]) for e in edges if e.type == edge_type)


def _place_among(edge: Edge) -> tuple[int, object]:
    return _number(edge, "seq"), natural(edge.dst)


def _role_order(edge: Edge) -> tuple[bool, int, str]:
    return edge.type == "ASSISTS", _number(edge, "order"), edge.src


def _number(edge: Edge, name: str) -> int:
    value = edge.props.get(name)
    return value if isinstance(value, int) else 0
