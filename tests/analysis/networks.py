"""Made-up networks: bodies by the measures they stand on, as a graph of one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from kg.analysis.ledger import ledgers
from kg.analysis.network.network import Network, network
from kg.model import Basis, Edge, Graph, Node, Value

KEY = "澄知发〔2023〕8号"

Rows = Sequence[Sequence[int]]
"""The bodies on each measure, by number; the first leads."""

# Two groups that only 甲局 joins, and 癸局 alone: what is known of it can be told by looking.
ROWS: Rows = (
    (0, 1, 2),
    (0, 1, 2),
    (1, 2),
    (0, 3, 4),
    (3, 4),
    (3, 4, 0),
    (5,),
)
NAMES = ("甲局", "乙局", "丙局", "丁局", "戊局", "癸局")


def rows_of_bodies(bodies: int = 8, measures: int = 10) -> st.SearchStrategy[Rows]:
    """Return measures with bodies on them, a measure without any among them."""
    row = st.lists(st.integers(0, bodies - 1), unique=True, max_size=bodies)
    return st.lists(row, min_size=1, max_size=measures)


def graph_of(
    rows: Rows = ROWS,
    names: Sequence[str] = NAMES,
    *,
    basis: str = "explicit",
    scopes: Mapping[int, str] | None = None,
    collectives: frozenset[int] = frozenset(),
    sections: Sequence[int] = (),
) -> Graph:
    """Return the graph of a document.

    Parameters
    ----------
    scopes
        The scope of a body's roles where it is not ``own``.
    sections
        How many measures stand in each section; without any, in the document itself.
    """
    own: dict[str, Value] = {"document_key": KEY}
    front = {"title": "澄湖市任务分解表", "genre": "breakdown_table", "sha256": "0"}
    used = sorted({body for row in rows for body in row})
    nodes = [
        Node(KEY, "Document", {**own, **front, "encoding": "utf-8"}),
        *(
            Node(_agency(body, names), "Agency", {
                "name": _name(body, names), "is_collective": body in collectives,
            })
            for body in used
        ),
    ]  # fmt: skip
    edges: list[Edge] = []
    parents = _parents(len(rows), sections, nodes, edges)
    for seq, row in enumerate(rows, start=1):
        parent = parents[seq - 1]
        key = f"{parent}#{seq}"
        text = f"第{seq}条。"
        nodes.append(Node(key, "Measure", {**own, "seq": seq, "text": text, "place": f"L{seq}"}))
        edges.append(Edge(parent, "HAS_MEASURE", key, {**own, "seq": seq}))
        for order, body in enumerate(row, start=1):
            role: dict[str, Value] = {
                **own,
                "basis": basis,
                "order": order,
                "as_printed": _name(body, names),
                "scope": (scopes or {}).get(body, "own"),
            }
            kind = "ASSISTS" if order > 1 else "LEADS"
            edges.append(Edge(_agency(body, names), kind, key, role))
    return Graph(
        tuple(sorted(nodes, key=lambda n: n.key)), tuple(sorted(edges, key=lambda e: e.id))
    )


def network_of(rows: Rows = ROWS, basis: Basis = Basis.EXPLICIT) -> Network:
    """Return the network of all bodies of such a document."""
    (ledger,) = ledgers(graph_of(rows, basis=basis.value))
    return network(ledger.tallies, basis)


def _parents(
    measures: int, sections: Sequence[int], nodes: list[Node], edges: list[Edge]
) -> list[str]:
    """The key each measure stands under; sections and a task in each are put into the lists."""
    if not sections:
        return [KEY] * measures
    own: dict[str, Value] = {"document_key": KEY}
    parents = []
    for seq, size in enumerate(sections, start=1):
        section, task = f"{KEY}/{seq}", f"{KEY}/{seq}/1"
        for key, label, over in ((section, "Section", KEY), (task, "Task", section)):
            title = f"{'板块' if label == 'Section' else '任务'}{seq}"
            nodes.append(Node(key, label, {**own, "number": str(seq), "title": title, "seq": seq}))
            edges.append(Edge(over, f"HAS_{label.upper()}", key, {**own, "seq": seq}))
        parents += [task] * size
    return parents


def _name(body: int, names: Sequence[str]) -> str:
    return names[body] if body < len(names) else f"第{body}局"


def _agency(body: int, names: Sequence[str]) -> str:
    return f"agency:{_name(body, names)}"
