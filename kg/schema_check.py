"""Holding a contribution against the graph schema, before a store sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.errors import Problem, SchemaError
from kg.model import Contribution, Edge, Linkage, Node, Props
from kg.schema import EDGES, KEY_LIMIT, NODES, EdgeType, Kind, Property
from kg.wording import same

_KNOWN: Mapping[str, Mapping[str, Property]] = {
    name: {p.name: p for p in properties}
    for name, properties in (
        *((t.label, t.properties) for t in NODES.values()),
        *((t.type, t.properties) for t in EDGES.values()),
    )
}
"""The properties by name, for each label and each type; no label is a type."""


def check(contribution: Contribution) -> None:
    """Hold a contribution against the schema.

    Raises
    ------
    SchemaError
        With every fault: unknown label, type or property, a missing or wrongly typed value, an
        endpoint that is not there or has the wrong label, an edge or key given twice, a part that
        says it belongs to another document.
    """
    faults = [same(f) for f in _faults(contribution)]
    if faults:
        raise SchemaError(*(Problem(f, same(contribution.document_key)) for f in faults))


def check_linkage(linkage: Linkage, lower: Mapping[str, str], upper: Mapping[str, str]) -> None:
    """Hold what joins two documents against the schema.

    Parameters
    ----------
    lower, upper
        The labels of the nodes that belong to the lower and to the upper document, by key; those
        that no edge names may be missing.

    Raises
    ------
    SchemaError
        With every fault: an unknown type or property, a missing or wrongly typed value, an edge
        that does not go from the lower document to the upper one, an edge given twice, a
        comparison that is missing.
    """
    faults = [same(f) for f in _linkage_faults(linkage, lower, upper)]
    if faults:
        raise SchemaError(*(Problem(f, same(_pair(linkage))) for f in faults))


def _linkage_faults(
    linkage: Linkage, lower: Mapping[str, str], upper: Mapping[str, str]
) -> Iterator[str]:
    if linkage.lower_key == linkage.upper_key:
        yield "a document cannot be compared with itself"
    for key, labels in ((linkage.lower_key, lower), (linkage.upper_key, upper)):
        if labels.get(key) != "Document":
            yield f"the Document node is missing: {key}"
    seen = set()
    for edge in linkage.edges:
        if edge.id in seen:
            yield f"edge given twice: {edge.id}"
        seen.add(edge.id)
        where = _named(edge)
        edge_type = EDGES.get(edge.type)
        if edge_type is None:
            yield f"unknown edge type: {where}"
            continue
        ends = (lower.get(edge.src), upper.get(edge.dst))
        if None in ends:
            yield f"endpoint missing: {where}"
        elif ends not in edge_type.linking:
            yield f"{edge.type} may not link {ends[0]} to {ends[1]}: {where}"
        yield from _prop_faults(where, edge.props, _KNOWN[edge.type])
        yield from _owner_faults(where, edge.props, linkage.lower_key)
        if edge.props.get("upper_document_key") != linkage.upper_key:
            yield f"{where} is not of this pair of documents"
    if (linkage.lower_key, "COMPARED_WITH", linkage.upper_key, -1) not in seen:
        yield "the edge COMPARED_WITH is missing"


def _pair(linkage: Linkage) -> str:
    return f"{linkage.lower_key} → {linkage.upper_key}"


def _faults(contribution: Contribution) -> Iterator[str]:
    labels: dict[str, str] = {}
    for shared, nodes in ((False, contribution.nodes), (True, contribution.shared_nodes)):
        for node in nodes:
            if node.key in labels:
                yield f"key given twice: {node.key}"
            labels[node.key] = node.label
            yield from _node_faults(node, shared=shared)
            yield from _owner_faults(node.key, node.props, contribution.document_key)
    if labels.get(contribution.document_key) != "Document":
        yield f"the Document node is missing: {contribution.document_key}"
    seen = set()
    for shared, edges in ((False, contribution.edges), (True, contribution.shared_edges)):
        for edge in edges:
            if edge.id in seen:
                yield f"edge given twice: {edge.id}"
            seen.add(edge.id)
            yield from _edge_faults(edge, labels, shared=shared)
            yield from _owner_faults(str(edge.id), edge.props, contribution.document_key)


def _owner_faults(where: str, props: Props, document_key: str) -> Iterator[str]:
    owner = props.get("document_key", document_key)
    if owner != document_key:
        yield f"{where} belongs to another document: {owner!r}"


def _node_faults(node: Node, *, shared: bool) -> Iterator[str]:
    if not node.key or len(node.key) > KEY_LIMIT:
        yield f"key empty or longer than {KEY_LIMIT} characters: {node.key[:80]!r}"
    node_type = NODES.get(node.label)
    if node_type is None:
        yield f"unknown label {node.label} on {node.key}"
        return
    if node_type.shared is not shared:
        yield f"{node.label} {node.key} is {'not ' if shared else ''}shared by the schema"
    yield from _prop_faults(node.key, node.props, _KNOWN[node.label])


def _edge_faults(edge: Edge, labels: dict[str, str], *, shared: bool) -> Iterator[str]:
    where = _named(edge)
    edge_type = EDGES.get(edge.type)
    if edge_type is None:
        yield f"unknown edge type: {where}"
        return
    if edge_type.shared is not shared:
        yield f"{where} is {'not ' if shared else ''}shared by the schema"
    ends = (labels.get(edge.src), labels.get(edge.dst))
    if None in ends:
        yield f"endpoint missing: {where}"
    elif not any(s in ("*", ends[0]) and d in ("*", ends[1]) for s, d in _within(edge_type)):
        yield f"{edge.type} may not go from {ends[0]} to {ends[1]}: {where}"
    yield from _prop_faults(where, edge.props, _KNOWN[edge.type])


def _within(edge_type: EdgeType) -> tuple[tuple[str, str], ...]:
    """The pairs of labels that an edge of one document may connect."""
    return tuple(pair for pair in edge_type.endpoints if pair not in edge_type.linking)


def _named(edge: Edge) -> str:
    return f"{edge.src} -{edge.type}-> {edge.dst}"


def _prop_faults(where: str, props: Props, known: Mapping[str, Property]) -> Iterator[str]:
    for name, value in props.items():
        if name not in known:
            yield f"unknown property {name} on {where}"
        elif not _fits(value, known[name].kind):
            yield f"{name} of {where} is not {known[name].kind.value}: {value!r}"
    for name, prop in known.items():
        if prop.required and name not in props:
            yield f"property {name} missing on {where}"


def _fits(value: object, kind: Kind) -> bool:
    if kind is Kind.TEXTS:
        return isinstance(value, tuple) and all(isinstance(v, str) for v in value)
    if kind is Kind.BOOLEAN:
        return isinstance(value, bool)
    if kind is Kind.INTEGER:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is Kind.NUMBER:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, str)
