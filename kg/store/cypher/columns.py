"""The names of the columns a query returns, from its text: engines say them with the rows only."""

from __future__ import annotations

from collections.abc import Sequence

from kg.store.cypher.tokens import Shape, Token

_AFTER = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")
_CLOSES = {"(": ")", "[": "]", "{": "}"}


def columns(query: str, found: Sequence[Token]) -> tuple[str, ...]:
    """Return the columns of the last RETURN; empty where the text does not name them.

    Parameters
    ----------
    query, found
        The text and its tokens.

    Examples
    --------
    >>> from kg.store.cypher.tokens import tokens
    >>> text = "MATCH (a:Agency) RETURN a.name AS agency, count(*) ORDER BY agency"
    >>> columns(text, tokens(text))
    ('agency', 'count(*)')
    """
    items = _items(_returned(found))
    if any(len(item) == 1 and item[0].text == "*" for item in items):
        return ()
    return tuple(_name(query, item) for item in items if item)


def _returned(found: Sequence[Token]) -> list[Token]:
    """The tokens between the last RETURN outside of brackets and what orders or cuts the rows."""
    depth = 0
    taken: list[Token] = []
    inside = False
    for token in found:
        depth += (token.text in _CLOSES) - (token.text in _CLOSES.values())
        if depth == 0 and token.says("RETURN"):
            taken, inside = [], True
        elif depth == 0 and token.says(*_AFTER, ";"):
            inside = False
        elif inside:
            taken.append(token)
    return taken[1:] if taken and taken[0].says("DISTINCT") else taken


def _items(returned: Sequence[Token]) -> list[list[Token]]:
    depth = 0
    items: list[list[Token]] = [[]]
    for token in returned:
        depth += (token.text in _CLOSES) - (token.text in _CLOSES.values())
        if depth == 0 and token.text == ",":
            items.append([])
        else:
            items[-1].append(token)
    return items


def _name(query: str, item: Sequence[Token]) -> str:
    last = item[-1]
    if len(item) > 2 and item[-2].says("AS") and last.shape in {Shape.WORD, Shape.QUOTED}:  # noqa: PLR2004
        return last.name
    if len(item) == 1:
        return last.name
    return query[item[0].offset : last.end]
