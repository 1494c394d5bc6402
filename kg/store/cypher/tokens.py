"""The words of a Cypher query, told from strings, comments and quoted names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import Problem
from kg.store.cypher.fault import QueryError, where
from kg.wording import Text


class Shape(StrEnum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted"  # a name in backticks
    STRING = "string"
    NUMBER = "number"
    PARAMETER = "parameter"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its shape, its text as written, and where it begins (code points)."""

    shape: Shape
    text: str
    offset: int

    @property
    def end(self) -> int:
        """Where the next character stands."""
        return self.offset + len(self.text)

    @property
    def name(self) -> str:
        """A name without its backticks, a parameter without its dollar sign."""
        if self.shape is Shape.PARAMETER:
            return self.text[1:].strip("`").replace("``", "`")
        if self.shape is Shape.QUOTED:
            return self.text[1:-1].replace("``", "`")
        return self.text

    def says(self, *words: str) -> bool:
        """Tell whether it is one of some words or symbols; a quoted name is none of them."""
        return self.shape in {Shape.WORD, Shape.SYMBOL} and self.text.upper() in words


# Possessive throughout: no text makes this slow.
_TOKEN = re.compile(
    r"""
      (?P<skip>    \s++ | //[^\n]*+ | /\*(?:[^*]|\*(?!/))*+\*/ )
    | (?P<string>  '(?:[^'\\]|\\.)*+' | "(?:[^"\\]|\\.)*+" )
    | (?P<quoted>  `(?:[^`]|``)*+` )
    | (?P<parameter> \$(?: `(?:[^`]|``)*+` | \w++ ) )
    | (?P<number>  [0-9]\w*+ (?: \.[0-9]\w*+ )? )
    | (?P<word>    [^\W\d]\w*+ )
    | (?P<symbol>  \.\. | [^\s] )
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENERS = {
    "'": Text("字符串没有结束", "a string is not closed"),
    '"': Text("字符串没有结束", "a string is not closed"),
    "`": Text("反引号没有结束", "a backtick is not closed"),
}


def tokens(query: str) -> list[Token]:
    r"""Return the tokens of a query, without white space and comments.

    Raises
    ------
    QueryError
        When a string, a quoted name or a comment has no end.

    Examples
    --------
    >>> [t.text for t in tokens("MATCH (m) // 举措\nWHERE m.text = '专利' RETURN m")]
    ['MATCH', '(', 'm', ')', 'WHERE', 'm', '.', 'text', '=', "'专利'", 'RETURN', 'm']
    """
    found = []
    position = 0
    while position < len(query):
        match = _TOKEN.match(query, position)
        if match is None or match.lastgroup is None:
            raise ValueError(f"no token at {position}")
        text = match.group()
        if match.lastgroup != "skip":
            _refuse_open(query, position, text)
            found.append(Token(Shape(match.lastgroup), text, position))
        position = match.end()
    return found


def _refuse_open(query: str, offset: int, text: str) -> None:
    opened = _OPENERS.get(text)
    if opened is None and text == "/" and query.startswith("/*", offset):
        opened = Text("注释没有结束", "a comment is not closed")
    if opened is not None:
        raise QueryError(Problem(opened, where(query, offset)), query, offset)
