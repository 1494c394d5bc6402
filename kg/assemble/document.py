"""The nodes and edges of one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.assemble.keys import document_key
from kg.assemble.mentions import mention_parts
from kg.assemble.props import known
from kg.assemble.scope import blanket_keys
from kg.assemble.shared import SharedParts
from kg.model import (
    Contribution,
    Deadline,
    DeadlineMention,
    Edge,
    Issue,
    IssueCode,
    Measure,
    Mention,
    Node,
    ParsedDocument,
    Props,
    Responsibility,
    Role,
    Section,
    Severity,
    Source,
    Task,
    Timing,
    Value,
)
from kg.model.keys import PartKeys
from kg.resolve.agencies import AgencyResolver, Body
from kg.resolve.regions import Region, document_region
from kg.wording import Text

BODY_REPEATED = IssueCode(
    "agency-repeated",
    Severity.INFO,
    Text(
        "同一单位在一条举措中印了两次，计一次",
        "a body is printed twice for one measure; counted once",
    ),
)

BODY_DOUBTFUL = IssueCode(
    "agency-doubtful",
    Severity.INFO,
    Text(
        "单位名称可能另有所指，未予合并，请核对",
        "a name may stand for another body; they are not taken for one, please check",
    ),
)

DATE_OPEN = IssueCode(
    "deadline-open",
    Severity.WARNING,
    Text(
        "举措文字中的时限无法识读或年份不明，未作时限",
        "a deadline in the words of a measure cannot be read or leaves the year open;"
        " it counts as none",
    ),
)

NO_ALIASES: Mapping[str, str] = {}
_EDGE_OF = {Role.LEAD: "LEADS", Role.ASSIST: "ASSISTS"}
_DIVISIONS_WORD = re.compile("处室|科室")


def assemble(
    parsed: ParsedDocument,
    source: Source,
    mentions: Sequence[tuple[Mention, ...]] = (),
    aliases: Mapping[str, str] = NO_ALIASES,
) -> Contribution:
    """Return everything that one document gives to the graph.

    Parameters
    ----------
    mentions
        What the words of each measure name, in the order of the measures; empty where nothing
        was extracted.
    aliases
        Names as people have said they are to be read.
    """
    region = document_region(parsed.front)
    key = document_key(parsed.front, region)
    building = _Building(key, _resolver(parsed, region, key, aliases), iter(mentions))
    building.add_document(parsed, source, region)
    return building.contribution(source.lines)


def identify(parsed: ParsedDocument) -> tuple[str, Callable[[str], str]]:
    """Return the key of a document, and the function that resolves a name printed in it."""
    region = document_region(parsed.front)
    key = document_key(parsed.front, region)
    resolver = _resolver(parsed, region, key)
    return key, lambda name: resolver.resolve(name).name


def _resolver(
    parsed: ParsedDocument,
    region: Region | None,
    key: str,
    aliases: Mapping[str, str] = NO_ALIASES,
) -> AgencyResolver:
    roles = [b for m in parsed.measures for b in m.responsible]
    internal = any(_DIVISIONS_WORD.search(b.role_text) for b in roles)
    issuer = parsed.front.issuer
    printed = [*filter(None, [issuer]), *(b.name for b in roles)]
    return AgencyResolver(region, issuer, internal, (), key, printed, aliases)


@dataclass
class _Building:
    """The contribution as it grows; the document is walked through once."""

    key: str
    resolver: AgencyResolver
    mentions: Iterator[tuple[Mention, ...]]
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    shared: SharedParts = field(default_factory=SharedParts)
    keys: PartKeys = field(default_factory=PartKeys)
    bodies: dict[str, Body] = field(default_factory=dict)

    def contribution(self, lines: tuple[str, ...]) -> Contribution:
        return Contribution(
            document_key=self.key,
            nodes=tuple(self.nodes),
            edges=tuple(self.edges),
            shared_nodes=tuple(self.shared.nodes.values()),
            shared_edges=tuple(self.shared.edges.values()),
            lines=lines,
        )

    def add_document(self, parsed: ParsedDocument, source: Source, region: Region | None) -> None:
        self.nodes.append(Node(self.key, "Document", self._document_props(parsed, source, region)))
        self._issues(self.key, parsed.issues)
        if parsed.front.issuer:
            issuer = self._body(parsed.front.issuer)
            self._edge(self.key, "ISSUED_BY", issuer.key, basis="explicit", rule=issuer.rule)
        self._derivations(parsed.front.implements)
        blanket = self._blanket(parsed)
        for section in parsed.sections:
            self._section(section, blanket)

    def _document_props(
        self, parsed: ParsedDocument, source: Source, region: Region | None
    ) -> Props:
        front = parsed.front
        return known(
            document_key=self.key,
            title=front.title or front.list_title,
            list_title=front.list_title,
            doc_no=front.doc_no,
            annex=front.annex,
            issuer=front.issuer,
            issued_on=front.issued_on.isoformat() if front.issued_on else None,
            year=front.year,
            level=region.level if region else None,
            region=region.full_name if region else None,
            genre=parsed.genre,
            source_name=source.name,
            sha256=source.sha256,
            encoding=source.encoding,
            **_period(parsed),
        )

    def _derivations(self, titles: Iterable[str]) -> None:
        """Add the papers that the preamble names."""
        papers = {self.shared.instrument(title): title for title in titles}
        for key, words in papers.items():
            self._edge(self.key, "DERIVES_FROM", key, basis="explicit", text=words)

    def _blanket(self, parsed: ParsedDocument) -> frozenset[str]:
        return blanket_keys(
            frozenset(self._body(b.name).key for b in m.responsible if b.role is Role.ASSIST)
            for m in parsed.measures
        )

    def _section(self, section: Section, blanket: frozenset[str]) -> None:
        parent = self.keys.heading(self.key, section)
        if parent != self.key:
            self._part(parent, "Section", section)
            self._edge(self.key, "HAS_SECTION", parent, seq=section.seq)
        self._issues(parent, section.issues)
        for task in section.tasks:
            self._task(task, parent, blanket)

    def _task(self, task: Task, parent: str, blanket: frozenset[str]) -> None:
        owner = self.keys.heading(parent, task)
        if owner != parent:
            self._part(owner, "Task", task)
            self._edge(parent, "HAS_TASK", owner, seq=task.seq)
        self._issues(owner, task.issues)
        for measure in task.measures:
            self._measure(measure, owner, blanket)

    def _part(self, key: str, label: str, part: Section | Task) -> None:
        props = known(
            document_key=self.key,
            number=part.number,
            title=part.title,
            printed=part.printed,
            seq=part.seq,
            place=str(part.place),
        )
        self.nodes.append(Node(key, label, props))

    def _measure(self, measure: Measure, parent: str, blanket: frozenset[str]) -> None:
        key = self.keys.measure(parent, measure)
        props = known(
            document_key=self.key,
            number=measure.number,
            seq=measure.seq,
            text=measure.text,
            printed=measure.printed,
            remark=measure.remark,
            place=str(measure.place),
        )
        self.nodes.append(Node(key, "Measure", props))
        self._edge(parent, "HAS_MEASURE", key, seq=measure.seq)
        self._issues(key, measure.issues)
        self._roles(key, measure.responsible, blanket)
        self._mentions(key, measure, next(self.mentions, ()))
        if measure.deadline is not None and measure.deadline.timing is not None:
            self._due(key, measure.deadline, measure.deadline.timing)

    def _roles(
        self, measure: str, bodies: tuple[Responsibility, ...], blanket: frozenset[str]
    ) -> None:
        seen: set[tuple[str, Role]] = set()
        for body in bodies:
            self._issues(measure, body.issues)
            agency = self._body(body.name)
            if (agency.key, body.role) in seen:
                self._issues(measure, [Issue(BODY_REPEATED, body.place, body.printed)])
                continue
            seen.add((agency.key, body.role))
            if agency.proposal and not body.issues:
                issue = Issue(BODY_DOUBTFUL, body.place, body.printed, f"{agency.proposal}？")
                self._issues(measure, [issue])
            is_blanket = body.role is Role.ASSIST and agency.key in blanket
            self._edge(
                agency.key,
                _EDGE_OF[body.role],
                measure,
                basis=body.basis.value,
                role_text=body.role_text,
                order=body.order,
                as_printed=body.printed,
                scope="blanket" if is_blanket else "own",
                place=str(body.place),
                rule=f"read-as+{agency.rule}" if body.reads_as else agency.rule,
            )

    def _due(self, measure: str, deadline: Deadline, timing: Timing) -> None:
        key, place = self.shared.deadline(timing), str(deadline.place)
        self._edge(measure, "DUE", key, text=deadline.text, scope="measure", place=place)

    def _mentions(self, key: str, measure: Measure, mentions: Sequence[Mention]) -> None:
        unread = (m for m in mentions if isinstance(m, DeadlineMention) and m.timing is None)
        self._issues(key, [Issue(DATE_OPEN, measure.place, m.span.text) for m in unread])
        parts = mention_parts(key, mentions, self.shared, self.resolver, self.key)
        for part in parts:
            if isinstance(part, Node):
                self.nodes.append(part)
            else:
                self.edges.append(part)

    def _body(self, name: str) -> Body:
        """Resolve a name once, and add its body with the offices it is part of."""
        if name not in self.bodies:
            self.bodies[name] = self.resolver.resolve(name)
            self.shared.agency(self.bodies[name])
        return self.bodies[name]

    def _issues(self, owner: str, issues: Iterable[Issue]) -> None:
        for issue in issues:
            key = self.keys.issue(owner, issue.kind.code)
            props = {
                "document_key": self.key,
                "code": issue.kind.code,
                "severity": issue.kind.severity.value,
                "message": issue.kind.message.zh,
                "message_en": issue.kind.message.en,
                "was": issue.was,
                **known(place=str(issue.place) if issue.place else None, became=issue.became),
            }
            self.nodes.append(Node(key, "Issue", props))
            self._edge(owner, "HAS_ISSUE", key)

    def _edge(self, src: str, kind: str, dst: str, **props: Value) -> None:
        self.edges.append(Edge(src, kind, dst, {"document_key": self.key, **props}))


def _period(parsed: ParsedDocument) -> Mapping[str, Value]:
    """Return the days between which the measures of a document fall due."""
    timings = [m.deadline.timing for m in parsed.measures if m.deadline and m.deadline.timing]
    days = sorted(d for t in timings for d in (t.start_on, t.due_on) if d is not None)
    if not days:
        return {}
    return {
        "period_start": days[0].isoformat(),
        "period_end": days[-1].isoformat(),
        "period_basis": "deadlines",
    }
