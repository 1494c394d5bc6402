"""Full text: candidates from the gram index, then a plain search in the folded texts."""

from __future__ import annotations

import sqlite3
from itertools import starmap

from kg.store.base import Findings, LineHit
from kg.store.grams import QUERY_LIMIT, folded, grams
from kg.store.sqlite.reading import nodes_of

_HITS = (
    "FROM searchable WHERE id IN (SELECT rowid FROM gram WHERE gram MATCH ?1)"
    " AND instr(folded, ?2) > 0"
)


def find(connection: sqlite3.Connection, text: str) -> Findings:
    """Return the nodes and printed lines that hold a text."""
    wanted = folded(text)
    if not wanted:
        return Findings((), ())
    parameters = (_match(wanted), wanted)
    nodes = connection.execute(
        "SELECT id, key, label, props FROM node WHERE id IN"  # noqa: S608 - no foreign text
        f" (SELECT node {_HITS} AND node IS NOT NULL) ORDER BY key",
        parameters,
    )
    lines = connection.execute(
        "SELECT document.key, line.number, line.text FROM"  # noqa: S608 - no foreign text
        f" (SELECT document AS of, line AS at {_HITS} AND line IS NOT NULL)"
        " JOIN document ON document.id = of"
        " JOIN line ON line.document = of AND line.number = at"
        " ORDER BY document.key, line.number",
        parameters,
    )
    return Findings(nodes_of(nodes), tuple(starmap(LineHit, lines)))


def _match(wanted: str) -> str:
    """The index query: all grams of a text, or all grams that begin with one character."""
    found = grams(wanted)
    if len(found) == 1:
        return f'"{found[0]}"*'
    distinct = list(dict.fromkeys(found[:-1]))[:QUERY_LIMIT]
    return " ".join(f'"{gram}"' for gram in distinct)
