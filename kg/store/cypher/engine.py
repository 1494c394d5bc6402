"""What runs Cypher: one interface, whatever holds the graph, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from kg.model import Edge, Node

Parameter = None | bool | int | float | str | Sequence["Parameter"] | Mapping[str, "Parameter"]
"""What a query can be given: never put into its text."""


@dataclass(frozen=True, slots=True)
class Path:
    """Nodes and edges in turn, as a query found them; it begins and ends with a node."""

    parts: tuple[Node | Edge, ...]


Value = (
    None | bool | int | float | str | Node | Edge | Path | tuple["Value", ...] | dict[str, "Value"]
)
"""What a query can give back. Dates and durations are their ISO text."""


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The rows of one query.

    Parameters
    ----------
    columns
        In the order of RETURN; empty where a query without rows does not say (``RETURN *``).
    rows
        One tuple for each row, in the order of the query, one value for each column.
    truncated
        True when there were more rows than asked for.
    elapsed_s
        Seconds the query took, without the time the engine took to get ready.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool
    elapsed_s: float


class CypherEngine(Protocol):
    """Runs read-only Cypher on the graph of one store."""

    name: str

    def run(
        self,
        query: str,
        parameters: Mapping[str, Parameter],
        *,
        timeout_s: float,
        row_limit: int,
    ) -> QueryResult:
        """Return the rows of a query.

        Parameters
        ----------
        timeout_s
            Seconds after which the query is stopped.
        row_limit
            Rows that are fetched at most.

        Raises
        ------
        NotReadOnlyError
            When it would write, read files, or administer the server; it was not sent.
        QueryError
            When it cannot be understood, or fails on its own account.
        QueryTimeoutError
            When it takes longer than it may.
        StoreUnreachableError
            When the engine cannot be started or reached.
        StoreError
            For anything else the engine refuses.
        """
        ...

    def close(self) -> None:
        """Let go of the engine; a second call does nothing."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
