"""Full text: candidates from the server's index, then a plain search in the folded texts.

The index holds the texts as they are, each Chinese character a word, whatever stands around it.
It is asked for all characters of the text looked for, in all forms that folding makes one of
(compatibility ideographs, radicals). Where a text has no such character (PCT, 2025, 《, or one of
the few that are part of a sign such as ㈱), every text is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from neo4j import ManagedTransaction, Record

from kg.model import Node
from kg.schema import NODES
from kg.store.base import Findings, LineHit
from kg.store.grams import QUERY_LIMIT, folded
from kg.store.inventory import LINES
from kg.store.neo4j.reading import PROPS
from kg.store.neo4j.statements import ANY_SEARCHED, FULL_TEXT
from kg.store.neo4j.values import node_of

_Ranges = tuple[tuple[int, int], ...]

# Those that the analyser has known as long as there is this index.
_HAN: _Ranges = ((0x3400, 0x4DB5), (0x4E00, 0x9FA5), (0x20000, 0x2A6D6))
# What folding turns into Chinese characters: words of the index, and signs, which are none.
FORMS: _Ranges = ((0x2E80, 0x2FDF), (0x3038, 0x303A), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
SIGNS: _Ranges = ((0x3190, 0x33FF), (0x1F200, 0x1F2FF))

_INDEXED = "CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS n"
_ALL = f"MATCH (n:{ANY_SEARCHED})"
# Lines are many and mostly not wanted: the server leaves out those without the characters.
_FOUND = (
    f" WITH n, coalesce(n.{LINES}, []) AS lines RETURN labels(n) AS labels, {PROPS} AS props,"
    " [i IN range(0, size(lines) - 1) WHERE all(c IN $plain WHERE lines[i] CONTAINS c)"
    " | [i + 1, lines[i]]] AS lines"
)


def find(tx: ManagedTransaction, text: str) -> Findings:
    """Return the nodes and printed lines that hold a text."""
    wanted = folded(text)
    if not wanted:
        return Findings((), ())
    forms = list(_forms_of(wanted))
    candidates = (_INDEXED if forms else _ALL) + _FOUND
    parameters = {
        "index": FULL_TEXT,
        "query": " AND ".join(_any_of(chosen) for chosen in forms),
        "plain": [chosen for chosen in forms if len(chosen) == 1],
    }
    return _findings(tx.run(candidates, parameters), wanted)


def _findings(records: Iterable[Record], wanted: str) -> Findings:
    nodes: list[Node] = []
    lines: list[LineHit] = []
    for labels, props, candidates in records:
        node = node_of(labels, props)
        if any(wanted in text for text in _texts(node)):
            nodes.append(node)
        hits = (LineHit(node.key, n, line) for n, line in candidates if wanted in folded(line))
        lines.extend(hits)
    return Findings(
        tuple(sorted(nodes, key=lambda node: node.key)),
        tuple(sorted(lines, key=lambda hit: (hit.document_key, hit.line))),
    )


def _texts(node: Node) -> Iterator[str]:
    for name in NODES[node.label].searched:
        yield folded(str(node.props.get(name, "")))


def _any_of(forms: str) -> str:
    """The index query for a character in any of its forms.

    A word may hold more than the character (a mark that is written over it), so it is looked for
    as the beginning of a word.
    """
    terms = [f"{form}*" for form in forms]
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def _forms_of(wanted: str) -> Iterator[str]:
    """Yield the forms of each character of a folded text that the index knows in all its forms."""
    of = _forms()
    distinct = [char for char in dict.fromkeys(wanted) if _within(char, _HAN)]
    known = [of.get(char, char) for char in distinct]
    yield from [forms for forms in known if forms][:QUERY_LIMIT]


@cache
def _forms() -> dict[str, str]:
    """The characters that are folded to a Chinese one, and itself; "" where a sign is among them.

    Characters that nothing else is folded to are left out.
    """
    found: dict[str, str] = {}
    for form in _characters(FORMS):
        for char in folded(form):
            found[char] = found.get(char, char) + form
    for sign in _characters(SIGNS):
        for char in folded(sign):
            found[char] = ""
    return found


def _characters(ranges: _Ranges) -> Iterator[str]:
    for first, last in ranges:
        yield from map(chr, range(first, last + 1))


def _within(char: str, ranges: _Ranges) -> bool:
    return any(first <= ord(char) <= last for first, last in ranges)
