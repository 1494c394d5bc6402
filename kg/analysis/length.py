"""How long tables become where nobody says how long."""

from __future__ import annotations

from kg.wording import Text

LONGEST, SHORTEST, ALTOGETHER = 1_000, 10, 20_000


def longest(tables: int) -> int:
    """Return how many rows of each table are shown, of so many tables of one kind.

    Examples
    --------
    >>> longest(1), longest(100), longest(100_000)
    (1000, 200, 10)
    """
    return min(LONGEST, max(SHORTEST, ALTOGETHER // max(1, tables)))


def cut_note(shown: int, whole: int, more: Text) -> tuple[Text, ...]:
    """Return the note that only the first rows are shown, if so, and how to see more."""
    if shown == whole:
        return ()
    return (
        Text(
            f"只列前 {shown} 行，共 {whole} 行；以上数字为全部{more.zh}",
            f"the first {shown} of {whole} rows; the figures above are over all{more.en}",
        ),
    )
