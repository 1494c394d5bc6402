"""The attributes of nodes and edges as graph programs know them: one list for the whole file, each
name with one type.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Props, Value
from kg.schema import EDGE_TYPES, NODE_TYPES, EdgeType, Kind, NodeType

LABEL = "label"
"""What graph programs write beside a node or an edge."""

NODE_LABEL = "node_label"
EDGE_TYPE = "edge_type"

OWN = frozenset({"id", LABEL, NODE_LABEL, EDGE_TYPE, "source", "target", "weight"})
"""Names that belong to the file; a property of such a name gets its label in front."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column of a graph program: its name and the type of all its values."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Attributes:
    """The columns of all nodes, or of all edges.

    Parameters
    ----------
    own
        What the file says of each of them.
    declared
        Each column once: those of the file, then those of the schema in its order.
    columns
        The column of a property, by label or edge type, then by name.
    """

    own: tuple[Attribute, ...]
    declared: tuple[Attribute, ...]
    columns: Mapping[str, Mapping[str, Attribute]]

    def used(self, owners: Iterable[tuple[str, Props]]) -> tuple[Attribute, ...]:
        """Return the columns that some nodes or edges fill: an empty one is in the way of whoever
        looks at the table.

        Parameters
        ----------
        owners
            Label or type, and properties, of each.
        """
        found = {a.name for a in self.own}
        for name, props in owners:
            columns = self.columns[name]
            found.update(columns[prop].name for prop in props)
        return tuple(a for a in self.declared if a.name in found)

    def values(self, name: str, props: Props) -> Iterator[tuple[Attribute, Value]]:
        """Yield the properties of a node of a label, or an edge of a type, sorted by name.

        Parameters
        ----------
        name
            The label or the type.
        """
        columns = self.columns[name]
        for prop in sorted(props):
            yield columns[prop], props[prop]


def node_attributes(types: Iterable[NodeType] = NODE_TYPES) -> Attributes:
    """Return the columns of nodes: the caption, the label, then every property of the schema.

    A name that stands for values of another type at another label is two columns; the second
    has the label in front.

    Examples
    --------
    >>> columns = node_attributes().columns
    >>> columns["Task"]["number"].name, columns["Target"]["number"].name
    ('number', 'target_number')
    """
    own = (Attribute(LABEL, Kind.TEXT), Attribute(NODE_LABEL, Kind.TEXT))
    return _attributes(own, ((t.label, t) for t in types))


def edge_attributes(types: Iterable[EdgeType] = EDGE_TYPES) -> Attributes:
    """Return the columns of edges: the type, then every property of the schema."""
    return _attributes((Attribute(EDGE_TYPE, Kind.TEXT),), ((t.type, t) for t in types))


def as_text(value: Value, kind: Kind) -> str:
    """Return a value as the text of an attribute; a list as JSON, since not every program knows
    lists.

    Examples
    --------
    >>> [as_text(v, k) for v, k in ((20, Kind.NUMBER), (True, Kind.BOOLEAN))]
    ['20.0', 'true']
    >>> as_text(("闽台", "榕台"), Kind.TEXTS)
    '["闽台", "榕台"]'
    """
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and kind is Kind.NUMBER:
        return repr(float(value))
    return str(value)


def _attributes(
    own: tuple[Attribute, ...], types: Iterable[tuple[str, NodeType | EdgeType]]
) -> Attributes:
    declared = {a.name: a for a in own}
    columns: dict[str, dict[str, Attribute]] = {}
    for label, type_ in types:
        columns[label] = {}
        for prop in type_.properties:
            known = declared.get(prop.name)
            taken = prop.name in OWN or (
                known is not None and _basic(known.kind) != _basic(prop.kind)
            )
            name = f"{label.lower()}_{prop.name}" if taken else prop.name
            columns[label][prop.name] = declared.setdefault(name, Attribute(name, prop.kind))
    return Attributes(own, tuple(declared.values()), columns)


def _basic(kind: Kind) -> Kind:
    """The type a file knows: dates, JSON and lists are texts there."""
    return Kind.TEXT if kind in {Kind.DATE, Kind.JSON, Kind.TEXTS} else kind
