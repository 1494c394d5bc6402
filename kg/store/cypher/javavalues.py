"""Java values of ArcadeDB → what goes over the wire."""

from __future__ import annotations

import math
from collections.abc import Set
from datetime import date, datetime, time
from typing import Any

import jpype

from kg.store.cypher.wire import EDGE, MAP, NODE, PATH
from kg.store.inventory import NAMES


class Sender:
    """Turns values of one database into what :func:`kg.store.cypher.wire.received` reads."""

    def __init__(self) -> None:
        self._vertex = jpype.JClass("com.arcadedb.graph.Vertex")
        self._edge = jpype.JClass("com.arcadedb.graph.Edge")
        self._path = jpype.JClass("com.arcadedb.query.opencypher.traversal.TraversalPath")
        from arcadedb_embedded import convert_java_to_python  # noqa: PLC0415 - needs the machine

        self._python = convert_java_to_python

    def sent(self, value: Any) -> Any:  # noqa: ANN401 - one return for each kind
        """Return a value as JSON can hold it."""
        if value is None or isinstance(value, bool | int | str):
            return value
        if isinstance(value, float):
            return value if math.isfinite(value) else str(value)
        if isinstance(value, list | tuple | set):
            return [self.sent(item) for item in value]
        if isinstance(value, dict):
            return {MAP: {str(name): self.sent(item) for name, item in value.items()}}
        if isinstance(value, date | datetime | time):
            return value.isoformat()
        return self._java(value)

    def _java(self, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, self._vertex):
            props = self._props(value, without=NAMES)
            return {NODE: [props.pop("key", ""), str(value.getTypeName()), props]}
        if isinstance(value, self._edge):
            ends = (value.getOutVertex(), value.getInVertex())
            source, target = (str(end.getString("key")) for end in ends)
            return {EDGE: [source, str(value.getTypeName()), target, self._props(value)]}
        if isinstance(value, self._path):
            vertices, edges = list(value.getVertices()), list(value.getEdges())
            parts = [vertices[0]]
            for edge, vertex in zip(edges, vertices[1:], strict=True):
                parts += [edge, vertex]
            return {PATH: [self._java(part) for part in parts]}
        converted = self._python(value)
        return str(value) if converted is value else self.sent(converted)

    def _props(self, record: Any, without: Set[str] = frozenset()) -> dict[str, Any]:  # noqa: ANN401
        names = sorted({str(name) for name in record.getPropertyNames()} - without)
        return {name: self.sent(self._python(record.get(name))) for name in names}
