"""What can be wrong with a query, with the line it stands in and a caret below the place."""

from __future__ import annotations

from unicodedata import east_asian_width

from kg.errors import Problem, RefusedError, StoreError, UsageError
from kg.wording import Language, Text

_LONGEST = 160
_LEAD = 60


class QueryError(UsageError):
    """A query that cannot be understood, or that fails on its own account.

    Parameters
    ----------
    problem
        What is wrong.
    query, offset
        The text and the place in it (code points); None where the engine does not say.
    """

    def __init__(self, problem: Problem, query: str = "", offset: int | None = None) -> None:
        super().__init__(problem)
        self.excerpt = excerpt(query, offset) if offset is not None else ""

    def into(self, language: Language) -> str:
        """Return the fault, and below it the line with its caret."""
        return _with_excerpt(super().into(language), self.excerpt)


class NotReadOnlyError(RefusedError):
    """A query that would write, read files, or administer the server."""

    def __init__(self, problem: Problem, query: str, offset: int) -> None:
        super().__init__(problem)
        self.excerpt = excerpt(query, offset)

    def into(self, language: Language) -> str:
        """Return the fault, and below it the line with its caret."""
        return _with_excerpt(super().into(language), self.excerpt)


class QueryTimeoutError(StoreError):
    """A query that was stopped because it took longer than it may."""

    @classmethod
    def after(cls, timeout_s: float) -> QueryTimeoutError:
        """Return the error for a query stopped after some seconds."""
        what = Text(
            f"查询超过 {timeout_s:g} 秒，已停止",
            f"the query took longer than {timeout_s:g} s and was stopped",
        )
        step = Text(
            "缩小查询范围（限定标签、关系长度、WHERE），或用 --timeout 放宽",
            "narrow it (labels, length of paths, WHERE), or allow more with --timeout",
        )
        return cls(Problem(what, next_step=step))


def place(query: str, offset: int) -> tuple[int, int]:
    r"""Return line and column of a place in a text, both from 1.

    Examples
    --------
    >>> place("MATCH (m)\nRETRN m", 10)
    (2, 1)
    """
    before = query[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def where(query: str, offset: int) -> Text:
    """Return line and column in words."""
    line, column = place(query, offset)
    return Text(f"第 {line} 行第 {column} 列", f"line {line}, column {column}")


def excerpt(query: str, offset: int) -> str:
    r"""Return the line that holds a place, and a caret below it; of a long line the part around.

    Wide characters are followed by wide spaces, so that the caret stands below its character.

    Examples
    --------
    >>> excerpt("RETURN 1\nRETRN '专利'", 9)
    "  RETRN '专利'\n  ^"
    >>> excerpt("RETURN '专利' x", 12)
    "  RETURN '专利' x\n          \u3000\u3000  ^"
    """
    start = query.rfind("\n", 0, offset) + 1
    end = query.find("\n", offset)
    line = query[start : end if end >= 0 else len(query)].replace("\t", " ").rstrip("\r")
    column = offset - start
    cut = max(0, column - _LEAD) if len(line) > _LONGEST else 0
    shown = line[cut : cut + _LONGEST]
    lead = "".join("\u3000" if east_asian_width(c) in "WF" else " " for c in line[cut:column])
    return f"  {shown}\n  {lead}^"


def _with_excerpt(text: str, lines: str) -> str:
    return f"{text}\n{lines}" if lines else text
