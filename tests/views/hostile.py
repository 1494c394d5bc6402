"""A document whose every word tries to run, to break out, or to turn the page round."""

from __future__ import annotations

import json

from kg.model import Contribution, Edge, Graph, Node, Value

ATTACKS = (
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<a href=javascript:window.hit=1>x</a>",
    "\u2028window.hit=1\u2029//",
    "\"'`;window.hit=1;//",
    "\u202e局技科市\u202c",
    "{{ 7*7 }}{% raw %}<b>",
    "<!--<script>",
    "\ufeff\u200fx]]>",
    "=cmd|' /C calc'!A0",
)


def attack(number: int) -> str:
    """Return one of the attacks, by turns, made different by its number."""
    return f"{ATTACKS[number % len(ATTACKS)]}{number}"


def graph_of(*found: Contribution, linking: tuple[Edge, ...] = ()) -> Graph:
    """Return the graph of some contributions and of what joins them."""
    nodes = {n.key: n for c in found for n in (*c.nodes, *c.shared_nodes)}
    edges = (*(e for c in found for e in c.edges), *linking)
    ordered = tuple(nodes[key] for key in sorted(nodes))
    return Graph(ordered, tuple(sorted(edges, key=lambda e: e.id)))


def hostile_pair() -> Graph:
    """Return two such documents, compared, with hostile quotes, reasons and judgements."""
    upper, lower = hostile("u"), hostile("d")
    both: dict[str, Value] = {
        "document_key": lower.document_key,
        "upper_document_key": upper.document_key,
    }
    above, below = ([n.key for n in c.nodes if n.label == "Measure"] for c in (upper, lower))
    compared = {**both, "basis": "chain", "stamp": attack(0)}
    edges = [Edge(lower.document_key, "COMPARED_WITH", upper.document_key, compared)]
    states = ("suggested", "accepted", "rejected", "unsure", "stale")
    for n, (one, other) in enumerate(zip(above, below, strict=True)):
        concept = {"name": attack(n), "upper_words": attack(n + 1), "lower_words": attack(n + 2)}
        reasons = {"concepts": [concept], "terms": [{"words": attack(n)}], "actions": [attack(n)]}
        props: dict[str, Value] = {
            **both,
            "grade": ("covered", "partly")[n % 2],
            "status": states[n % len(states)],
            "method": "concepts",
            "score": 0.5,
            "reasons": json.dumps(reasons),
            "lower_quote": attack(n),
            "upper_quote": attack(n + 1),
            "judged": states[n % len(states)],
            "judged_by": attack(n + 2),
            "judged_on": "2025-01-02",
            "comment": attack(n + 3),
        }
        edges.append(Edge(other, "ALIGNS_WITH", one, props))
    return graph_of(upper, lower, linking=tuple(edges))


def hostile(prefix: str = "d") -> Contribution:
    """Return two sections, four tasks and twelve measures, with hostile text in every field."""
    key = f"{prefix}{attack(0)}"
    own: dict[str, Value] = {"document_key": key}
    nodes = [
        Node(
            key,
            "Document",
            {
                **own,
                "title": attack(1),
                "doc_no": attack(0),
                "genre": attack(2),
                "issuer": attack(3),
                "sha256": "0" * 64,
                "encoding": "utf-8",
                "source_name": attack(4),
                "level": attack(5),
                "region": attack(6),
            },
        )
    ]
    edges: list[Edge] = []
    shared: dict[str, Node] = {}
    for s in range(2):
        section = f"{key}/{attack(s)}"
        _heading(nodes, edges, own, (key, section, "Section", s))
        for t in range(2):
            task = f"{section}/{attack(10 * s + t)}"
            _heading(nodes, edges, own, (section, task, "Task", t))
            for m in range(3):
                _measure(nodes, edges, shared, own, (task, f"{task}#{m}", 6 * s + 3 * t + m))
    return Contribution(key, tuple(nodes), tuple(edges), tuple(shared.values()), lines=("甲",) * 30)


def _heading(
    nodes: list[Node], edges: list[Edge], own: dict[str, Value], what: tuple[str, str, str, int]
) -> None:
    parent, key, label, n = what
    props: dict[str, Value] = {
        **own,
        "number": attack(n),
        "title": attack(n + 3),
        "seq": n + 1,
        "place": f"L{n + 1}",
        "as_printed": attack(n),
    }
    nodes.append(Node(key, label, props))
    edges.append(Edge(parent, f"HAS_{label.upper()}", key, {**own, "seq": n + 1}))


def _measure(
    nodes: list[Node],
    edges: list[Edge],
    shared: dict[str, Node],
    own: dict[str, Value],
    what: tuple[str, str, int],
) -> None:
    task, key, n = what
    props: dict[str, Value] = {"text": attack(n), "remark": attack(n + 1), "place": f"L{n + 1}"}
    nodes.append(Node(key, "Measure", {**own, "seq": n + 1, **props}))
    edges.append(Edge(task, "HAS_MEASURE", key, {**own, "seq": n + 1}))
    for order, body in enumerate((n % 5, (n + 1) % 5, (n + 2) % 5), start=1):
        name = attack(body)
        agency = f"agency:{name}"
        about: dict[str, Value] = {"name": name, "kind": attack(body), "is_collective": False}
        shared[agency] = Node(agency, "Agency", {**about, "region": attack(body)})
        role: dict[str, Value] = {
            **own,
            "basis": "explicit",
            "role_text": attack(n),
            "order": order,
            "as_printed": attack(n + order),
            "scope": "own",
            "place": f"L{n + 1}",
        }
        edges.append(Edge(agency, "LEADS" if order == 1 else "ASSISTS", key, role))
    due = f"deadline:{n % 2}"
    shared[due] = Node(due, "Deadline", {"due_on": f"2025-0{n % 2 + 1}-28", "precision": "month"})
    edges.append(Edge(key, "DUE", due, {**own, "text": attack(n), "scope": "measure"}))
    issue = f"{key}!x"
    told: dict[str, Value] = {"code": attack(n), "severity": "warning", "message": attack(n)}
    nodes.append(Node(issue, "Issue", {**own, **told, "was": attack(n), "became": attack(n)}))
    edges.append(Edge(key, "HAS_ISSUE", issue, own))
