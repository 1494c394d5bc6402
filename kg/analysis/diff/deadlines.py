"""By when a measure is due in two versions, and what of that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from kg.analysis.diff.correspondence import Correspondence, Joint, Kind, Pair
from kg.analysis.diff.cycle import Cycle
from kg.analysis.diff.version import folded
from kg.analysis.dossier import Link
from kg.analysis.measure_columns import Row
from kg.wording import Text

_SCOPES = {"measure": Text("全条", "measure"), "clause": Text("分句", "clause")}
_LATER, _EARLIER = Text("推迟", "later"), Text("提前", "earlier")
_ADDED, _DROPPED = Text("新设", "set"), Text("取消", "lifted")
_CHANGED = Text("改变", "changed")
ROLLED = Text("顺延到新年度", "the same day of the new year")

_Twins = list[tuple[Link | None, Link | None]]


def deadline_rows(found: Correspondence, cycle: Cycle) -> Iterator[Row]:
    """Yield one row for each deadline that changed, those of the whole measure first.

    Deadlines are compared by what their words mean. What both versions have is left out; of the
    others those of one day in the years of the two lists are put side by side, then the rest in
    the order of the text. Where several measures are one, each deadline has a partner.
    """
    for scope, words in _SCOPES.items():
        for old, new in _twins(found, scope, cycle):
            first, last = _day(old), _day(new)
            yield {
                "scope": words,
                "change": _change(old, new, cycle),
                "deadline_a": _words(old),
                "deadline_b": _words(new),
                "due_on_a": first,
                "due_on_b": last,
                "days": (last - first).days if first and last else None,
                "days_in_year": cycle.days(first, last) if first and last and cycle.years else None,
            }


def put_otherwise(pair: Pair) -> bool:
    """Tell whether a deadline that means the same stands in other words."""
    words = {node.key: _words((edge, node)) for edge, node in pair.before.of("DUE")}
    after = ((node.key, _words((edge, node))) for edge, node in pair.after.of("DUE"))
    return any(
        folded(words.get(key) or "") != folded(text or "") for key, text in after if key in words
    )


def _twins(found: Correspondence, scope: str, cycle: Cycle) -> _Twins:
    before, after = _of_scope(found.before, scope), _of_scope(found.after, scope)
    ours, theirs = _without(before, after), _without(after, before)
    pairs: _Twins = []
    for old in tuple(ours):
        same = (new for new in theirs if cycle.years and _rolled(old, new, cycle))
        if (new := next(same, None)) is not None:
            pairs.append((old, new))
            ours.remove(old)
            theirs.remove(new)
    pairs += zip_longest(ours, theirs)
    if found.kind in {Kind.MERGED, Kind.SPLIT} and scope == "measure" and before and after:
        # A deadline that no part kept became that of the others, it was not lifted.
        pairs = [(old or before[-1], new or after[-1]) for old, new in pairs]
    return pairs


def _of_scope(joint: Joint, scope: str) -> tuple[Link, ...]:
    """Deadlines that bind a whole measure or a clause, each day once."""
    found = {
        node.key: (edge, node)
        for edge, node in joint.of("DUE")
        if (edge.props.get("scope") == "clause") == (scope == "clause")
    }
    return tuple(found.values())


def _without(ours: Sequence[Link], theirs: Sequence[Link]) -> list[Link]:
    known = {node.key for _, node in theirs}
    return [link for link in ours if link[1].key not in known]


def _change(old: Link | None, new: Link | None, cycle: Cycle) -> Text:
    if old is None or new is None:
        return _DROPPED if new is None else _ADDED
    first, last = _day(old), _day(new)
    if first is None or last is None or first == last:
        return _CHANGED
    if cycle.years:
        return cycle.move(first, last) or ROLLED
    return _LATER if last > first else _EARLIER


def _rolled(old: Link, new: Link, cycle: Cycle) -> bool:
    first, last = _day(old), _day(new)
    return first is not None and last is not None and cycle.move(first, last) is None


def _words(link: Link | None) -> str | None:
    return str(link[0].props.get("text", link[1].key)) if link else None


def _day(link: Link | None) -> date | None:
    day = link[1].props.get("due_on") if link else None
    return date.fromisoformat(str(day)) if day else None
