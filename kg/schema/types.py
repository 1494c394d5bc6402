"""What labels, edge types and properties are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.wording import Text


class Kind(StrEnum):
    """The type of a property value."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"  # text, ISO 8601
    JSON = "json"  # structured value as JSON text: stores hold neither maps nor nulls
    TEXTS = "texts"  # list of text


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its name, the type of its value, and whether it must be there."""

    name: str
    kind: Kind
    meaning: Text
    required: bool = False


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label. A shared node belongs to no document alone and holds only what its key and the
    gazetteer determine; ``searched`` names the properties that full text looks into.
    """

    label: str
    meaning: Text
    properties: tuple[Property, ...]
    shared: bool = False
    searched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeType:
    """An edge type with the pairs of labels it may connect (``*`` = any).

    ``linking`` are those of ``endpoints`` that join a lower document to an upper one: such edges
    belong to no contribution but to a :class:`kg.model.Linkage`.
    """

    type: str
    meaning: Text
    endpoints: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...]
    shared: bool = False
    linking: tuple[tuple[str, str], ...] = ()


def prop(name: str, kind: Kind, zh: str, en: str, *, required: bool = False) -> Property:
    """Return a property with its meaning in both languages."""
    return Property(name, kind, Text(zh, en), required)
