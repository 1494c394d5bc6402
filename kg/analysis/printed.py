"""Where the parts of documents stand in print, so that lists of them come as a reader knows them:
一 二 三, and 8 before 10.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.analysis.caption import natural
from kg.model import Graph, Kinds

PARTS = Kinds(
    frozenset({"Document", "Section", "Task", "Measure"}),
    frozenset({"HAS_SECTION", "HAS_TASK", "HAS_MEASURE"}),
)
"""What has to be read of a store to know where its parts stand."""

_LEVELS = ("Section", "Task", "Measure")

Standing = int
"""The place of a part among all parts of a store, from 0."""

Rank = tuple[bool, Standing, tuple[tuple[int, int | str], ...]]
"""What a key is sorted by: whether nothing is known of it, its place, else its words."""

_Order = tuple[str, tuple[int, ...], tuple[tuple[int, int | str], ...]]
"""Document, order of section, task and measure in it (0 where there is none), and key."""


def standings(graph: Graph) -> Mapping[str, Standing]:
    """Return where each document, section, task and measure stands, by key, to sort by: by
    document key, then by the order of section, task and measure. What stands in no section or no
    task comes before the first of them, as it does in print.

    The order is made once; lists of keys, and a report may have millions, compare whole numbers.

    Examples
    --------
    >>> from kg.model import Edge, Node
    >>> nodes = [Node(k, "Section", {"document_key": "d", "seq": n})
    ...          for n, k in enumerate(("d/一", "d/二", "d/三"), 1)]
    >>> found = standings(Graph(tuple(nodes), ()))
    >>> in_print(["d/一", "d/三", "d/二"], found)
    ('d/一', 'd/二', 'd/三')
    """
    parts = {node.key: node for node in graph.nodes if node.label in PARTS.labels}
    above = {edge.dst: edge.src for edge in graph.edges if edge.type in PARTS.types}
    found: dict[str, _Order] = {}
    for key, node in parts.items():
        orders = dict.fromkeys(_LEVELS, 0)
        at: str | None = key
        while at in parts:
            seq = parts[at].props.get("seq")
            if isinstance(seq, int):
                orders[parts[at].label] = seq
            at = above.get(at)
        found[key] = str(node.props["document_key"]), tuple(orders.values()), natural(key)
    return {key: place for place, key in enumerate(sorted(found, key=found.__getitem__))}


def in_print(keys: Iterable[str], known: Mapping[str, Standing]) -> tuple[str, ...]:
    """Return keys in printed order; those of which nothing is known come last, by key."""
    listed = list(keys)
    if all(key in known for key in listed):
        return tuple(sorted(listed, key=known.__getitem__))
    return tuple(sorted(listed, key=lambda key: rank(key, known)))


def rank(key: str, known: Mapping[str, Standing]) -> Rank:
    """Return what a key is sorted by to come in printed order, behind them what is not known."""
    if key in known:
        return False, known[key], ()
    return True, 0, natural(key)
