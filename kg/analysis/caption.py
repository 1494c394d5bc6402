"""A node in a few words."""

from __future__ import annotations

import re

from kg.model import Node
from kg.schema import NODES
from kg.wording import Text

_DIGITS = re.compile(r"(\d{1,18})")


def caption(node: Node) -> str:
    """Return what a reader knows a node by: its number and title, name, text or message.

    Examples
    --------
    >>> caption(Node("d/一/5", "Task", {"number": "5", "title": "加强专利转化"}))
    '5 加强专利转化'
    """
    if node.label == "Issue":
        return f"{node.props['severity']}: {node.props['message']}"
    node_type = NODES.get(node.label)
    searched = node_type.searched if node_type else ()
    words = next((str(node.props[p]) for p in searched if node.props.get(p)), node.key)
    number = node.props.get("number")
    return f"{number} {words}" if isinstance(number, str) and number else words


def message_of(issue: Node) -> Text:
    """Return what an issue says, in both languages."""
    zh = str(issue.props["message"])
    return Text(zh, str(issue.props.get("message_en", zh)))


def natural(key: str) -> tuple[tuple[int, int | str], ...]:
    """Return a sort key under which numbers in a key count as numbers.

    Examples
    --------
    >>> sorted(["d/1#10", "d/1#2"], key=natural)
    ['d/1#2', 'd/1#10']
    """
    return tuple((0, int(p)) if p.isdecimal() else (1, p) for p in _DIGITS.split(key) if p)
