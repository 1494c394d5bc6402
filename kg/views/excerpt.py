"""The part of a graph that the answer to a query speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model import Edge, Graph, Node
from kg.schema import EDGE_TYPES, EDGES
from kg.store.cypher.engine import Path, QueryResult, Value

_PARTS = frozenset({"HAS_SECTION", "HAS_TASK", "HAS_MEASURE"})
_ROLES = frozenset({"LEADS", "ASSISTS"})
_HEADINGS = frozenset({"Document", "Section", "Task", "Measure"})
_BETWEEN = frozenset(t.type for t in EDGE_TYPES if t.linking or t.shared)
"""What joins documents, or agencies and places with each other: no measure hangs on it."""


def excerpt(graph: Graph, result: QueryResult, *, aligned: bool = False) -> Graph:
    """Return the graph of the measures that a query speaks of.

    Those are the measures it returned, as nodes, edges, paths or keys; where it returned none,
    those that its other answers hold or are linked to. With them come the headings above and
    what hangs on them. Where it returned agencies, only their roles are kept; where it returned
    roles, only these.

    Parameters
    ----------
    aligned
        Add the whole tasks of these measures, the measures that correspond to them, and those
        that correspond to these: then every upper task in it has the state it has in the whole
        graph. Without it no two documents count as compared, since half a comparison would show
        gaps that are none.
    """
    known = {node.key: node for node in graph.nodes}
    nodes, edges = _spoken_of(result, known)
    measures = _measures(graph, known, nodes)
    if aligned:
        measures = _with_counterparts(graph, measures)
    agencies = {key for key in nodes if known[key].label == "Agency"}
    roles = {edge for edge in edges if edge[1] in _ROLES}
    kept = _headings(graph, measures)
    found = [
        edge
        for edge in graph.edges
        if _is_kept(edge, known, kept, agencies=agencies, roles=roles)
        and (aligned or edge.type != "COMPARED_WITH")
    ]
    ends = kept | {key for edge in found for key in (edge.src, edge.dst)}
    found += [e for e in graph.edges if EDGES[e.type].shared and {e.src, e.dst} <= ends]
    nodes_kept = tuple(node for node in graph.nodes if node.key in ends)
    return Graph(nodes_kept, tuple(sorted(found, key=lambda e: e.id)))


def _spoken_of(
    result: QueryResult, known: dict[str, Node]
) -> tuple[set[str], set[tuple[str, str, str]]]:
    nodes: set[str] = set()
    edges: set[tuple[str, str, str]] = set()
    for value in (part for row in result.rows for cell in row for part in _flat(cell)):
        if isinstance(value, Node):
            nodes.add(value.key)
        elif isinstance(value, Edge):
            edges.add((value.src, value.type, value.dst))
            nodes |= {value.src, value.dst}
        elif isinstance(value, str):
            nodes.add(value)
    return nodes & known.keys(), edges


def _flat(value: Value) -> Iterator[Value]:
    if isinstance(value, tuple):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _flat(item)
    elif isinstance(value, Path):
        yield from value.parts
    else:
        yield value


def _measures(graph: Graph, known: dict[str, Node], nodes: set[str]) -> set[str]:
    named = {key for key in nodes if known[key].label == "Measure"}
    if named:
        return named
    below: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if edge.type in _PARTS or edge.type in _ROLES:
            below[edge.src].add(edge.dst)
        elif edge.type not in _BETWEEN and known[edge.src].label == "Measure":
            below[edge.dst].add(edge.src)
    reached, waiting = set(nodes), list(nodes)
    while waiting:
        new = below[waiting.pop()] - reached
        reached |= new
        waiting += new
    return {key for key in reached if known[key].label == "Measure"}


def _with_counterparts(graph: Graph, measures: set[str]) -> set[str]:
    """The measures with their tasks, two steps along the alignments in either direction."""
    task = {e.dst: e.src for e in graph.edges if e.type == "HAS_MEASURE"}
    inside: dict[str, set[str]] = defaultdict(set)
    for key, holder in task.items():
        inside[holder].add(key)
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if edge.type == "ALIGNS_WITH":
            beside[edge.src].add(edge.dst)
            beside[edge.dst].add(edge.src)
    found = set(measures)
    for _ in range(2):
        found |= {other for key in found for other in beside[key] if other in task}
        uppers = {edge.dst for edge in graph.edges if edge.type == "ALIGNS_WITH"} & found
        found |= {other for key in uppers for other in inside[task[key]]}
    return found


def _headings(graph: Graph, measures: set[str]) -> set[str]:
    """The measures with everything that holds them."""
    above = {edge.dst: edge.src for edge in graph.edges if edge.type in _PARTS}
    kept = set(measures)
    for key in measures:
        holder = above.get(key)
        while holder is not None and holder not in kept:
            kept.add(holder)
            holder = above.get(holder)
    return kept


def _is_kept(
    edge: Edge,
    known: dict[str, Node],
    kept: set[str],
    *,
    agencies: set[str],
    roles: set[tuple[str, str, str]],
) -> bool:
    if edge.type in _ROLES:
        return (
            edge.dst in kept
            and (not agencies or edge.src in agencies)
            and (not roles or (edge.src, edge.type, edge.dst) in roles)
        )
    ends = (edge.src, edge.dst)
    own = [key for key in ends if known[key].label in _HEADINGS]
    return bool(own) and all(key in kept for key in own)
