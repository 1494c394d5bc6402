"""Rows for statements: grouped by what a statement is for, and given to it in batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from neo4j import ManagedTransaction

from kg.errors import Problem, StoreError
from kg.wording import Text, same

BATCH: Final = 2_000
"""Rows given to a statement at once."""

Row = dict[str, Any]
Kind = TypeVar("Kind", bound=Hashable)
Item = TypeVar("Item")


def write(tx: ManagedTransaction, statement: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run a statement for all rows.

    Raises
    ------
    StoreError
        When the server did less than it was told.
    """
    for batch in batches(rows):
        written = tx.run(statement, rows=batch).single(strict=True)["written"]
        if written != len(batch):
            raise StoreError(_too_few(statement, written, len(batch)))


def batches(rows: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield rows by the thousand."""
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def grouped(rows: Iterable[tuple[Kind, Item]]) -> list[tuple[Kind, list[Item]]]:
    """Return rows by what they are grouped by, in the order of each group's first."""
    groups: dict[Kind, list[Item]] = defaultdict(list)
    for kind, row in rows:
        groups[kind].append(row)
    return list(groups.items())


def _too_few(statement: str, written: int, rows: int) -> Problem:
    line = " ".join(statement.split())
    return Problem(
        Text(
            f"Neo4j 只写了 {rows} 行中的 {written} 行，这个文件没有写入",
            f"Neo4j wrote {written} of {rows} rows; the document was not written",
        ),
        same(line),
        next_step=Text("把这条信息告诉维护者", "report this to the maintainers"),
    )
