"""By when a measure is due in two versions, and what of that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from kg.analysis.diff.comparison import Pair
from kg.analysis.diff.version import folded
from kg.analysis.dossier import Entry, Link
from kg.analysis.measure_columns import Row
from kg.wording import Text

_SCOPES = {"measure": Text("全条", "measure"), "clause": Text("分句", "clause")}
_LATER, _EARLIER = Text("推迟", "later"), Text("提前", "earlier")
_ADDED, _DROPPED = Text("新设", "set"), Text("取消", "lifted")
_CHANGED = Text("改变", "changed")


def deadline_rows(pair: Pair) -> Iterator[Row]:
    """Yield one row for each deadline that changed, those of the whole measure first.

    Deadlines are compared by what their words mean. What both versions have is left out; the
    others are put side by side in the order of the text.
    """
    for scope, words in _SCOPES.items():
        ours, theirs = _of_scope(pair.before, scope), _of_scope(pair.after, scope)
        for old, new in zip_longest(_without(ours, theirs), _without(theirs, ours)):
            first, last = _day(old), _day(new)
            days = (last - first).days if first and last else None
            yield {
                "scope": words,
                "change": _change(old, new, days),
                "deadline_a": _words(old),
                "deadline_b": _words(new),
                "due_on_a": first,
                "due_on_b": last,
                "days": days,
            }


def put_otherwise(pair: Pair) -> bool:
    """Tell whether a deadline that means the same stands in other words."""
    words = {node.key: _words((edge, node)) for edge, node in pair.before.of("DUE")}
    after = ((node.key, _words((edge, node))) for edge, node in pair.after.of("DUE"))
    return any(
        folded(words.get(key) or "") != folded(text or "") for key, text in after if key in words
    )


def _of_scope(entry: Entry, scope: str) -> tuple[Link, ...]:
    return tuple(
        link
        for link in entry.of("DUE")
        if (link[0].props.get("scope") == "clause") == (scope == "clause")
    )


def _without(ours: Sequence[Link], theirs: Sequence[Link]) -> list[Link]:
    known = {node.key for _, node in theirs}
    return [link for link in ours if link[1].key not in known]


def _change(old: Link | None, new: Link | None, days: int | None) -> Text:
    if old is None or new is None:
        return _DROPPED if new is None else _ADDED
    if not days:
        return _CHANGED
    return _LATER if days > 0 else _EARLIER


def _words(link: Link | None) -> str | None:
    return str(link[0].props.get("text", link[1].key)) if link else None


def _day(link: Link | None) -> date | None:
    day = link[1].props.get("due_on") if link else None
    return date.fromisoformat(str(day)) if day else None
