"""What the words of a measure name → edges from the measure, and the nodes they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.assemble.props import known
from kg.assemble.shared import SharedParts
from kg.model import (
    BodyMention,
    DeadlineMention,
    Edge,
    IndustryMention,
    InstrumentMention,
    Mention,
    Node,
    PlaceMention,
    ProgrammeMention,
    TargetMention,
    Timing,
    Value,
)
from kg.resolve.agencies import AgencyResolver
from kg.resolve.mentioned import regions_mentioned

Link = tuple[str, str, dict[str, Value]]
"""Edge type, target key, properties beside the span."""


def mention_parts(
    measure: str,
    mentions: Iterable[Mention],
    shared: SharedParts,
    resolver: AgencyResolver,
    document_key: str,
) -> Iterator[Node | Edge]:
    """Yield the nodes and edges that the mentions of a measure give to its document.

    Shared nodes are added to ``shared``. Words that name several things at once (闽台) give one
    edge for each.
    """
    for mention in mentions:
        span = mention.span
        if isinstance(mention, TargetMention):
            yield _target(measure, mention, document_key)
        for kind, target, props in _links(measure, mention, shared, resolver):
            own = {"text": span.text, "start": span.start, "end": span.end, **props}
            yield Edge(measure, kind, target, {"document_key": document_key, **own})


def _links(
    measure: str, mention: Mention, shared: SharedParts, resolver: AgencyResolver
) -> Iterator[Link]:
    match mention:
        case IndustryMention(name=name, scheme=scheme, code=code):
            yield "CONCERNS", shared.industry(name, scheme, code), {}
        case InstrumentMention(title=title, status=status):
            yield "CITES", shared.instrument(title), {"status": status.value}
        case DeadlineMention(timing=Timing() as timing, scope=scope):
            yield "DUE", shared.deadline(timing), {"scope": scope.value}
        case ProgrammeMention(name=name):
            yield "MENTIONS", shared.programme(name), {}
        case PlaceMention(span=span):
            for region in regions_mentioned(span.text):
                yield "MENTIONS", shared.region(region), {}
        case BodyMention(span=span):
            body = resolver.resolve(span.text)
            yield "MENTIONS", shared.agency(body), {"rule": body.rule}
        case TargetMention():
            yield "HAS_TARGET", _target_key(measure, mention), {}


def _target_key(measure: str, mention: TargetMention) -> str:
    return f"{measure}@{mention.span.start}"


def _target(measure: str, mention: TargetMention, document_key: str) -> Node:
    props = known(
        document_key=document_key,
        number=mention.number,
        unit=mention.unit,
        comparator=mention.comparator.value,
        object=mention.object,
    )
    return Node(_target_key(measure, mention), "Target", props)
