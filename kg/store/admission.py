"""What a store lets in: data that fits the schema and that every store can hold."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping

from kg.errors import Problem, SchemaError
from kg.model import Contribution, Edge, Linkage, Props, Value
from kg.schema_check import check, check_linkage
from kg.wording import Text, same

INTEGER_LIMIT = 2**63
"""Integers lie below this and not below its negative: stores keep 64 bits."""

_PLACE = re.compile(r"L([0-9]{1,9})(?:-([0-9]{1,9}))?(?::[0-9]{1,9})?")


def admit(contribution: Contribution) -> None:
    """Hold a contribution against the schema and against what stores can hold.

    Raises
    ------
    SchemaError
        With every fault: those of :func:`kg.schema_check.check`, else each text with NUL or half a
        surrogate pair, integer beyond 64 bits, number that is none, and place that is none.
    """
    check(contribution)
    faults = tuple(_faults(contribution))
    if faults:
        where = same(_shown(contribution.document_key))
        raise SchemaError(*(Problem(fault, where) for fault in faults))


def admit_linkage(linkage: Linkage, lower: Mapping[str, str], upper: Mapping[str, str]) -> None:
    """Hold a linkage against the schema and against what stores can hold.

    Parameters
    ----------
    lower, upper
        The labels of the nodes that the lower and the upper document own, by key.

    Raises
    ------
    SchemaError
        With every fault: those of :func:`kg.schema_check.check_linkage`, else of the values.
    """
    check_linkage(linkage, lower, upper)
    faults = tuple(_edge_faults(linkage.edges))
    if faults:
        where = same(_shown(f"{linkage.lower_key} → {linkage.upper_key}"))
        raise SchemaError(*(Problem(fault, where) for fault in faults))


def sound(text: str) -> bool:
    """Tell whether every store can hold a text: no NUL, no half of a surrogate pair."""
    if text.isascii():
        return "\0" not in text
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False


def lines_of(props: Props) -> tuple[int, int] | None:
    """Return the first and last line of the place that properties name, None without one.

    Examples
    --------
    >>> lines_of({"place": "L49-52"}), lines_of({"place": "L49:2"}), lines_of({})
    ((49, 52), (49, 49), None)
    """
    found = _PLACE.fullmatch(str(props.get("place", "")))
    if found is None:
        return None
    first = int(found[1])
    return first, int(found[2] or first)


def _faults(contribution: Contribution) -> Iterator[Text]:
    for nodes in (contribution.nodes, contribution.shared_nodes):
        for node in nodes:
            if not sound(node.key):
                yield _unsound_text("key", node.key)
            if not _sound_props(node.props):
                yield from _prop_faults(node.key, node.props)
    for edges in (contribution.edges, contribution.shared_edges):
        yield from _edge_faults(edges)
    for number, line in enumerate(contribution.lines, 1):
        if not sound(line):
            yield _unsound_text(f"line {number}", line)


def _edge_faults(edges: Iterable[Edge]) -> Iterator[Text]:
    for edge in edges:
        if not _sound_props(edge.props):
            yield from _prop_faults(f"{edge.src} -{edge.type}-> {edge.dst}", edge.props)


def _sound_props(props: Props) -> bool:
    """All values at once: looking at each by itself doubles the time a write takes."""
    texts = [value for value in props.values() if value.__class__ is str]
    if not sound("".join(texts)):
        return False
    if len(texts) < len(props):
        for value in props.values():
            if value.__class__ is not str and _value_faults("", value):
                return False
    return "place" not in props or lines_of(props) is not None


def _prop_faults(where: str, props: Props) -> Iterator[Text]:
    for name, value in props.items():
        yield from _value_faults(f"{name} of {where}", value)
    if "place" in props and lines_of(props) is None:
        yield Text(
            f"不是原文位置：{_shown(str(props['place']))}（{_shown(where)}）",
            f"not a place in the source: {_shown(str(props['place']))} on {_shown(where)}",
        )


def _value_faults(where: str, value: Value) -> list[Text]:
    if isinstance(value, str):
        return [] if sound(value) else [_unsound_text(where, value)]
    if isinstance(value, tuple):
        return [_unsound_text(where, item) for item in value if not sound(item)]
    if isinstance(value, int):
        if -INTEGER_LIMIT <= value < INTEGER_LIMIT:
            return []
        zh, en = f"整数超过 64 位：{_shown(where)}", f"integer beyond 64 bits: {_shown(where)}"
        return [Text(zh, en)]
    if isinstance(value, float) and not math.isfinite(value):
        return [
            Text(f"不是数：{_shown(where)}：{value}", f"not a number: {_shown(where)}: {value}")
        ]
    return []


def _unsound_text(where: str, text: object) -> Text:
    return Text(
        f"文字中有空字符或半个代理对：{_shown(where)}：{text!r:.60}",
        f"text holds NUL or half a surrogate pair: {_shown(where)}: {text!r:.60}",
    )


def _shown(text: str) -> str:
    """A text that can be printed, whatever it holds."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
