"""A node in so few words that a graph program can draw them beside it."""

from __future__ import annotations

from kg.analysis.caption import caption
from kg.analysis.clause import opening
from kg.model import Node

_COMPARATORS = {"at_least": "≥", "at_most": "≤", "about": "≈"}


def display(node: Node) -> str:
    """Return what is drawn beside a node: the first words of a measure, a date, a quantity, else
    its caption.

    Examples
    --------
    >>> display(Node("d/1#1", "Measure", {"seq": 1, "text": "开展专利质押融资，推动转化。"}))
    '开展专利质押融资，推动转化'
    >>> display(Node("d/1#1@9", "Target", {"number": 3700.0, "unit": "次", "object": "维权"}))
    '维权 3700次'
    >>> display(Node("deadline:2025-06", "Deadline", {"due_on": "2025-06-30"}))
    '2025-06-30'
    """
    props = node.props
    if node.label == "Measure":
        number = props.get("number")
        words = opening(str(props["text"]))
        return f"{number} {words}" if number else words
    if node.label == "Target":
        comparator = _COMPARATORS.get(str(props.get("comparator")), "")
        quantity = f"{comparator}{props['number']:g}{props.get('unit', '')}"
        return f"{props.get('object', '')} {quantity}".strip()
    if node.label == "Deadline" and "due_on" in props:
        return str(props["due_on"])
    return caption(node)
