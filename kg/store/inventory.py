"""What a Document node carries in Cypher beside what the schema says of it.

A store on a graph database has no tables beside the graph, and nodes of its own would stand in
every pattern without a label. So what belongs to a document alone stands on its node, under the
names given here; the copy that queries are asked of holds the same, so that both engines answer
alike. A node that a query returns is shown without them; ``properties(d)`` has them. The printed
lines are of use there: ``d.lines[48]`` is the text at L49.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

Inventory = dict[str, str | list[str]]
"""Properties by name; a list that would be empty is left out."""

DIGEST: Final = "digest"
"""Of what it contributes, hexadecimal: a second write of the same changes nothing."""

LINES: Final = "lines"
"""The printed lines; line n is ``lines[n - 1]``."""

SHARED_NODES: Final = "shared_nodes"
"""Keys of the shared nodes that the document uses."""

SHARED_EDGES: Final = "shared_edges"
"""Source, type and target of the shared edges that it uses, each a JSON list."""

NAMES: Final = frozenset({DIGEST, LINES, SHARED_NODES, SHARED_EDGES})

_Ends = tuple[str, str, str]


def inventory(
    digest: bytes,
    lines: Sequence[str],
    shared_nodes: Iterable[str],
    shared_edges: Iterable[_Ends],
) -> Inventory:
    """Return what is written on a Document node, the same whatever the order.

    Examples
    --------
    >>> inventory(bytes([171]), ["一、总体要求"], ["region:福州市"], [])
    {'digest': 'ab', 'lines': ['一、总体要求'], 'shared_nodes': ['region:福州市']}
    """
    found: Inventory = {
        DIGEST: digest.hex(),
        LINES: list(lines),
        SHARED_NODES: sorted(shared_nodes),
        SHARED_EDGES: [_written(ends) for ends in sorted(shared_edges)],
    }
    return {name: value for name, value in found.items() if value}


def edge_ends(texts: Iterable[str]) -> list[_Ends]:
    """Return the source, type and target of shared edges from an inventory.

    Examples
    --------
    >>> edge_ends(['["region:福州市","PART_OF","region:福建省"]'])
    [('region:福州市', 'PART_OF', 'region:福建省')]
    """
    return [(src, kind, dst) for src, kind, dst in map(json.loads, texts)]


def _written(ends: _Ends) -> str:
    return json.dumps(ends, ensure_ascii=False, separators=(",", ":"))
