"""Which review states of alignments a view counts, in the words of the line below its title."""

from __future__ import annotations

from kg.analysis.gaps.coverage import ACCEPTED
from kg.analysis.gaps.words import STATUSES
from kg.wording import Text


def counted(states: frozenset[str]) -> Text:
    """Return which alignments count.

    Examples
    --------
    >>> counted(frozenset({"suggested", "accepted"})).zh
    '计入人工确认、程序建议的对应'
    """
    if states == ACCEPTED:
        return Text("只计人工确认的对应", "only accepted alignments count")
    words = [word for status, word in STATUSES.items() if status in states]
    return Text(
        f"计入{'、'.join(w.zh for w in words)}的对应",
        f"alignments counted: {', '.join(w.en for w in words)}",
    )
