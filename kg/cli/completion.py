"""What the prompt completes: labels, edge types, properties, named queries, commands, clauses."""

from __future__ import annotations

from collections.abc import Iterator

from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store.queries import names

COMMANDS = (":help", ":list", ":use", ":schema", ":timing", ":quit")
CLAUSES = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "RETURN DISTINCT", "ORDER BY", "LIMIT",
    "UNWIND", "count(", "collect(", "CONTAINS", "STARTS WITH", "IS NOT NULL",
)  # fmt: skip
BREAKS = " \t\n()[]{}<>=,|&!+*/%^'\"`;$"
"""Characters between words; a colon and a dot are not: what follows them says what is meant."""


def completions(word: str, line: str) -> list[str]:
    """Return what a word can become, sorted.

    Parameters
    ----------
    word
        The letters before the cursor, back to a character of :data:`BREAKS`.
    line
        The whole line up to the cursor.

    Examples
    --------
    >>> completions("(m:Mea".split("(")[1], "MATCH (m:Mea"), completions("m.te", "RETURN m.te")
    (['m:Measure'], ['m.text'])
    >>> completions("agency-l", ":use agency-l")
    ['agency-leads']
    """
    return sorted(set(_candidates(word, line)))


def _candidates(word: str, line: str) -> Iterator[str]:
    command = line.lstrip()
    if command.startswith(":"):
        yield from _arguments(word, command)
        return
    head, colon, rest = word.rpartition(":")
    if colon:
        known = (*(t.label for t in NODE_TYPES), *(t.type for t in EDGE_TYPES))
        yield from (f"{head}:{name}" for name in known if _begins(name, rest))
        return
    head, dot, rest = word.rpartition(".")
    if dot:
        yield from (f"{head}.{name}" for name in _properties() if _begins(name, rest))
        return
    if word:
        yield from (clause for clause in CLAUSES if _begins(clause, word))


def _arguments(word: str, command: str) -> Iterator[str]:
    first, space, _ = command.partition(" ")
    if not space:
        yield from (name for name in COMMANDS if name.startswith(word))
    elif first == ":use":
        yield from (name for name in names() if name.startswith(word))
    elif first == ":schema":
        known = (*(t.label for t in NODE_TYPES), *(t.type for t in EDGE_TYPES))
        yield from (name for name in known if _begins(name, word))


def _properties() -> Iterator[str]:
    yield "key"
    for node_type in NODE_TYPES:
        yield from (prop.name for prop in node_type.properties)
    for edge_type in EDGE_TYPES:
        yield from (prop.name for prop in edge_type.properties)


def _begins(name: str, letters: str) -> bool:
    return name.casefold().startswith(letters.casefold())
