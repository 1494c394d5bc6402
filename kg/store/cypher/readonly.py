"""Whether a query only reads: looked at before any engine sees it.

The engines refuse writes as well (a read session, a copy opened read-only). This check comes
first because neither of them refuses everything: a read session of Neo4j reads local files and
URLs with LOAD CSV. It looks at tokens, so that a word in a string, a comment, a property or a name
in backticks is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.errors import Problem
from kg.store.cypher.fault import NotReadOnlyError, where
from kg.store.cypher.tokens import Shape, Token, tokens
from kg.wording import Text

WRITING = frozenset(
    {
        *("CREATE", "MERGE", "INSERT", "SET", "REMOVE", "DELETE", "DETACH", "NODETACH"),
        *("FOREACH", "DROP", "ALTER"),
    }
)
"""Refused wherever they are words of the language."""

ADMINISTRATIVE = frozenset(
    {
        *("CYPHER", "SHOW", "TERMINATE", "START", "STOP", "GRANT", "DENY", "REVOKE", "RENAME"),
        *("ENABLE", "DEALLOCATE", "REALLOCATE", "DRYRUN"),
    }
)
"""Refused where a statement or subquery begins: elsewhere they are ordinary names."""

PROCEDURES = frozenset({"db.labels"})
"""Procedures that read and say the same whatever engine runs them, in lower case.

Types, properties and the like are what an engine has met so far, which differs between engines:
``kg schema`` says what there can be.
"""

NAMESPACES = frozenset(
    {"date", "datetime", "localdatetime", "localtime", "time", "duration", "point", "vector"}
)
"""Functions with a dotted name are allowed in these: the language's own."""

_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
_PREFIXES = ("EXPLAIN", "PROFILE")
_NAMES = frozenset({Shape.WORD, Shape.QUOTED})


def check(query: str) -> list[Token]:
    """Return the tokens of a query that only reads.

    Raises
    ------
    NotReadOnlyError
        At the first word or escape that is refused, with its line and column.
    QueryError
        When a string, a quoted name or a comment has no end.
    """
    _check_escapes(query)
    found = tokens(query)
    for i, token in enumerate(found):
        reason = _refusal(found, i)
        if reason is not None:
            raise _refused(query, token, reason)
    return found


def _check_escapes(query: str) -> None:
    r"""Refuse \\uXXXX that stands for anything but a letter or a digit.

    Neo4j reads these escapes before it tells strings from code: ``\\u0060`` closes a name in
    backticks and ``\\u0027`` a string, where others see text.
    """
    for match in _ESCAPE.finditer(query):
        if not chr(int(match[1], 16)).isalnum():
            raise NotReadOnlyError(
                Problem(
                    Text(
                        f"查询中不能用转义 {match[0]}：它能改变引号的界限",
                        f"the escape {match[0]} is refused: it can move the end of a quotation",
                    ),
                    where(query, match.start()),
                    next_step=Text(
                        "直接写这个字符，或作为参数 -p 给出",
                        "write the character itself, or give the text as a parameter with -p",
                    ),
                ),
                query,
                match.start(),
            )


def _refusal(found: Sequence[Token], i: int) -> Text | None:
    """Why a token is refused; None when it is not."""
    token = found[i]
    if token.text == "\\":
        return Text("字符串之外不能用反斜杠", "a backslash outside of strings is refused")
    if token.shape is Shape.QUOTED and "\\" in token.text:
        return Text("反引号内不能用反斜杠", "a backslash in a quoted name is refused")
    if token.shape in _NAMES and _called(found, i) and not _own_function(found, i):
        name = _dotted_before(found, i)
        return Text(f"不能调用函数 {name}", f"the function {name} may not be called")
    if token.shape is not Shape.WORD or _is_name(found, i):
        return None
    return _word_refusal(found, i)


def _word_refusal(found: Sequence[Token], i: int) -> Text | None:
    word = found[i].text.upper()
    if word in WRITING:
        return Text(f"只能读，不能用 {word}", f"queries only read: {word} is refused")
    if word in ADMINISTRATIVE and _begins(found, i):
        return Text(f"不能用管理命令 {word}", f"the administrative command {word} is refused")
    if word == "CALL" and not _next_says(found, i, "{", "("):
        name = _dotted_after(found, i + 1)
        if name.lower() not in PROCEDURES:
            return Text(f"不能调用过程 {name}", f"the procedure {name} may not be called")
    return _phrase_refusal(found, i, word)


def _phrase_refusal(found: Sequence[Token], i: int, word: str) -> Text | None:
    if word == "LOAD" and _next_says(found, i, "CSV"):
        return Text("不能读取文件：LOAD CSV", "reading files is refused: LOAD CSV")
    if word == "USE":
        return Text("不能换用其他数据库：USE", "other databases are out of bounds: USE")
    if word == "IN" and _next_says(found, i, "TRANSACTIONS", "CONCURRENT"):
        return Text(
            "不能分批提交：IN TRANSACTIONS", "batches of writes are refused: IN TRANSACTIONS"
        )
    return None


def _is_name(found: Sequence[Token], i: int) -> bool:
    """Whether a word is a property, a label or a key of a map, by what stands beside it."""
    if i == 0:
        return False
    before = found[i - 1].text
    if before == ".":
        return i > 1 and found[i - 2].shape is not Shape.NUMBER
    return before == ":" or (before in {"{", ","} and _next_says(found, i, ":"))


def _begins(found: Sequence[Token], i: int) -> bool:
    return i == 0 or found[i - 1].text in {";", "{"} or found[i - 1].says(*_PREFIXES)


def _next_says(found: Sequence[Token], i: int, *words: str) -> bool:
    return i + 1 < len(found) and found[i + 1].says(*words)


def _called(found: Sequence[Token], i: int) -> bool:
    """Whether a name is the end of a dotted name that is called as a function."""
    dotted = i > 1 and found[i - 1].text == "." and found[i - 2].shape in _NAMES
    return dotted and _next_says(found, i, "(") and not _after_call(found, i)


def _own_function(found: Sequence[Token], i: int) -> bool:
    return _dotted_before(found, i).partition(".")[0].lower() in NAMESPACES


def _after_call(found: Sequence[Token], i: int) -> bool:
    start = _dotted_start(found, i)
    return start > 0 and found[start - 1].says("CALL")


def _dotted_start(found: Sequence[Token], i: int) -> int:
    while i > 1 and found[i - 1].text == "." and found[i - 2].shape in _NAMES:
        i -= 2
    return i


def _dotted_before(found: Sequence[Token], i: int) -> str:
    return ".".join(t.name for t in found[_dotted_start(found, i) : i + 1 : 2])


def _dotted_after(found: Sequence[Token], i: int) -> str:
    names: list[str] = []
    while i < len(found) and found[i].shape in _NAMES:
        names.append(found[i].name)
        if not _next_says(found, i, "."):
            break
        i += 2
    return ".".join(names)


def _refused(query: str, token: Token, reason: Text) -> NotReadOnlyError:
    step = Text(
        "只用 MATCH、WITH、RETURN 等读取；名字恰好是这个词时用反引号括起",
        "read with MATCH, WITH, RETURN; put a name that happens to be this word in backticks",
    )
    problem = Problem(reason, where(query, token.offset), next_step=step)
    return NotReadOnlyError(problem, query, token.offset)
