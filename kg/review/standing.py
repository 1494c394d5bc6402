"""Which rows count where several speak of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar


class Word(Protocol):
    """A row of the ledger, by whom and when."""

    @property
    def reviewer(self) -> str:
        """Who wrote it."""
        ...

    @property
    def date(self) -> str:
        """On which day (ISO); "" when not said."""
        ...

    @property
    def word(self) -> object:
        """What has to be the same for two rows to agree."""
        ...


RowT = TypeVar("RowT", bound=Word)


def _equally(row: object) -> int:
    del row
    return 0


def counting(
    rows: Iterable[RowT], goes_first: Callable[[RowT], int] = _equally
) -> tuple[RowT, ...]:
    """Return the rows that count: of each reviewer the last day's, one for each different word.

    Where they differ in their word there is a conflict. That holds within one day of one
    reviewer as well: the order of lines says nothing once two files were merged.

    Parameters
    ----------
    goes_first
        Of a reviewer's rows only those count for which this is highest, whatever the day.
    """
    of_reviewer: dict[str, list[RowT]] = defaultdict(list)
    for row in rows:
        of_reviewer[row.reviewer].append(row)
    found: list[RowT] = []
    for _, theirs in sorted(of_reviewer.items()):
        last = max((goes_first(row), row.date) for row in theirs)
        words = {row.word: row for row in theirs if (goes_first(row), row.date) == last}
        found.extend(words.values())
    return tuple(found)


def agree(rows: Iterable[Word]) -> bool:
    """Tell whether all rows say the same."""
    return len({row.word for row in rows}) <= 1
