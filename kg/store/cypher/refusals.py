"""What ArcadeDB refuses, in the words and kinds of error of this program."""

from __future__ import annotations

import re
from typing import Any

from kg.errors import KgError, Problem, StoreError, StoreUnreachableError
from kg.store.cypher.fault import QueryError, QueryTimeoutError, where
from kg.store.cypher.tokens import tokens
from kg.wording import Text, same

_PLACES = (
    re.compile(r"at line (?P<line>[0-9]{1,6}), column (?P<column>[0-9]{1,6})"),
    re.compile(r"at line (?P<line>[0-9]{1,6}):(?P<column>[0-9]{1,6})"),
)
_QUOTED = re.compile(r"[`'\"]([^`'\"\s]{1,100})[`'\"]")
_CAUSE = re.compile(r" \(caused by [\w.$]{1,200}\)")
_ITS_OWN_FAULT = frozenset(
    {
        "CommandParsingException",
        "CommandSemanticException",
        "CommandExecutionException",
        "CommandParameterMissingException",
        "CommandSQLParsingException",
        "FunctionExecutionException",
        "ArithmeticException",
        "ArithmeticErrorException",
        "IllegalArgumentException",
        "NumberFormatException",
        "DateTimeException",
        "DateTimeParseException",
        "ClassCastException",
        "UnsupportedOperationException",
        "QueryNotIdempotentException",
    }
)
"""Java errors that come of a query, not of the engine or the copy."""

_MEMORY = "OutOfMemoryError"
_TIMEOUT = "TimeoutException"


def engine_error(answer: dict[str, Any] | None, query: str, timeout_s: float) -> KgError:
    """Return the error for a query that gave no rows.

    Parameters
    ----------
    answer
        What the engine said; None when it said nothing in time.
    """
    if answer is None:
        return QueryTimeoutError.after(timeout_s)
    name, message = str(answer["fault"]), str(answer["message"])
    if name == _TIMEOUT:
        return QueryTimeoutError.after(timeout_s)
    if name == _MEMORY:
        return StoreError(_no_memory())
    if name in _ITS_OWN_FAULT:
        return query_error(message, query)
    what = Text(f"查询引擎出错：{name}：{message}", f"the query engine failed: {name}: {message}")
    return StoreError(Problem(what))


def query_error(message: str, query: str) -> QueryError:
    """Return the error for a query that the engine does not understand."""
    offset = _offset(message, query)
    lines = _CAUSE.sub("", message).strip().splitlines()
    said = _without_place(lines[0]) if lines else ""
    what = Text(f"查询有误：{said}", f"the query is at fault: {said}")
    spot = where(query, offset) if offset is not None else None
    return QueryError(Problem(what, spot), query, offset)


def not_started(answer: dict[str, Any] | None, address: str) -> StoreError:
    """Return the error for an engine that did not start or could not open its copy."""
    if answer is None:
        reason = Text("引擎没有回应", "the engine gave no answer")
    elif answer["fault"] in {"StoreError", "StoreUnreachableError", "RefusedError"}:
        reason = same(str(answer["message"]))
    else:
        reason = same(f"{answer['fault']}: {answer['message']}"[:300])
    step = Text(
        f"删除 {address}.cypher 后重试；本机不支持该引擎时用 Neo4j（--store neo4j）",
        f"delete {address}.cypher and try again; where the engine does not run, use Neo4j "
        "(--store neo4j)",
    )
    what = Text(f"查询引擎起不来：{reason.zh}", f"the query engine does not start: {reason.en}")
    return StoreUnreachableError(Problem(what, same(address), next_step=step))


def _offset(message: str, query: str) -> int | None:
    """Where a message points in a query: its line and column, else the word it quotes."""
    for pattern in _PLACES:
        found = pattern.search(message)
        if found is not None:
            lines = query.split("\n")[: int(found["line"]) - 1]
            start = sum(len(line) + 1 for line in lines)
            return min(start + int(found["column"]), len(query))
    for quoted in _QUOTED.findall(message):
        for token in tokens(query):
            if quoted in {token.name, token.text}:
                return token.offset
    return None


def _without_place(line: str) -> str:
    for pattern in _PLACES:
        line = pattern.sub("", line)
    return re.sub(r" {2,}", " ", line).replace(" - ", ": ", 1).strip(" :")


def _no_memory() -> Problem:
    return Problem(
        Text("查询所需内存太大，已停止", "the query needs too much memory and was stopped"),
        next_step=Text("缩小查询范围，或用 LIMIT", "narrow the query, or use LIMIT"),
    )
