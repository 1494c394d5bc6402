"""Nodes that documents share: made from their key and the gazetteer alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.assemble.props import known
from kg.model import Edge, Node, Timing
from kg.resolve.agencies import Body
from kg.resolve.counterparts import counterparts
from kg.resolve.members import members
from kg.resolve.regions import Region


@dataclass
class SharedParts:
    """The shared nodes and edges that one document uses; each is held once."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)

    def deadline(self, timing: Timing) -> str:
        """Return the key of a deadline."""
        return self._node(
            f"deadline:{timing.key}",
            "Deadline",
            due_on=timing.due_on.isoformat() if timing.due_on else None,
            start_on=timing.start_on.isoformat() if timing.start_on else None,
            precision=timing.precision.value,
        )

    def instrument(self, title: str) -> str:
        """Return the key of a paper; white space in a title is the printer's."""
        plain = re.sub(r"\s+", "", title)
        return self._node(f"instrument:{plain}", "Instrument", title=plain)

    def industry(self, name: str, scheme: str, code: str) -> str:
        """Return the key of an industry."""
        return self._node(f"industry:{name}", "Industry", name=name, scheme=scheme, code=code)

    def programme(self, name: str) -> str:
        """Return the key of a programme."""
        plain = re.sub(r"\s+", "", name)
        return self._node(f"programme:{plain}", "Programme", name=plain)

    def region(self, region: Region) -> str:
        """Return the key of a place, with the places it lies in."""
        key = self._node(
            region.key,
            "Region",
            name=region.full_name,
            code=region.code,
            level=region.level,
        )
        if region.parents:
            self._part_of(key, self.region(region.parents[0]))
        return key

    def agency(self, body: Body) -> str:
        """Return the key of a body, with the office it is part of, the bodies one level up that
        it answers to, and the members it stands for.
        """
        key = self._body(body)
        if key not in self.linked:
            self.linked.add(key)
            for upper in counterparts(body):
                self._edge(key, "COUNTERPART_OF", self._body(upper))
            for member in members(body):
                self._edge(self._body(member), "MEMBER_OF", key)
        return key

    def _body(self, body: Body) -> str:
        key = self._node(
            body.key,
            "Agency",
            name=body.name,
            kind=body.kind,
            level=body.level,
            region=body.region_name,
            is_collective=body.is_collective,
        )
        if body.part_of is not None:
            self._part_of(key, self.agency(body.part_of))
        return key

    def _node(self, key: str, label: str, **props: str | int | bool | None) -> str:
        self.nodes.setdefault(key, Node(key, label, known(**props)))
        return key

    def _part_of(self, part: str, whole: str) -> None:
        self._edge(part, "PART_OF", whole)

    def _edge(self, src: str, kind: str, dst: str) -> None:
        self.edges[src, kind, dst] = Edge(src, kind, dst, {"basis": "inferred"})
