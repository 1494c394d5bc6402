"""What a measure is to reach in two versions, and what of that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.diff.comparison import Pair
from kg.analysis.diff.pairs import cascade
from kg.analysis.diff.version import folded
from kg.analysis.dossier import Link
from kg.analysis.measure_columns import Row
from kg.wording import Text

_RAISED, _LOWERED = Text("提高", "raised"), Text("降低", "lowered")
_ADDED, _DROPPED = Text("新设", "set"), Text("取消", "dropped")
_CHANGED = Text("改变", "changed")
_SAYS = ("number", "unit", "comparator", "object")


def target_rows(pair: Pair) -> Iterator[Row]:
    """Yield one row for each target that changed, in the order of the text.

    Targets that say the same are left out. Of the others those of one object and unit are one,
    then those of one object, then those of one unit where each version has one left.
    """
    ours, theirs = pair.before.of("HAS_TARGET"), pair.after.of("HAS_TARGET")
    same = cascade(ours, theirs, (_said,))
    ours = tuple(link for i, link in enumerate(ours) if i not in {i for i, _ in same})
    theirs = tuple(link for j, link in enumerate(theirs) if j not in {j for _, j in same})
    found = dict(cascade(ours, theirs, (_kind, _object)))
    found |= _last_two(ours, theirs, found)
    for i, old in enumerate(ours):
        yield _row(old, theirs[found[i]] if i in found else None)
    for j, new in enumerate(theirs):
        if j not in found.values():
            yield _row(None, new)


def _said(link: Link) -> object:
    return tuple(_folded(link, name) for name in _SAYS)


def _kind(link: Link) -> object:
    return _folded(link, "unit"), _folded(link, "object")


def _object(link: Link) -> object:
    """What is counted; a target that does not say has it in common with no other."""
    return _folded(link, "object") or link[1].key


def _last_two(
    ours: Sequence[Link], theirs: Sequence[Link], found: Mapping[int, int]
) -> dict[int, int]:
    """The last target of either version, where only one is left in each and the units agree."""
    left = [i for i in range(len(ours)) if i not in found]
    right = [j for j in range(len(theirs)) if j not in found.values()]
    if len(left) != 1 or len(right) != 1:
        return {}
    (i,), (j,) = left, right
    return {i: j} if _folded(ours[i], "unit") == _folded(theirs[j], "unit") else {}


def _row(old: Link | None, new: Link | None) -> Row:
    row: Row = {"change": _change(old, new)}
    for side, link in (("a", old), ("b", new)):
        row[f"target_{side}"] = str(link[0].props.get("text", link[1].key)) if link else None
        row[f"number_{side}"] = _number(link)
        row[f"unit_{side}"] = _word(link, "unit")
        row[f"object_{side}"] = _word(link, "object")
    return row


def _change(old: Link | None, new: Link | None) -> Text:
    if old is None or new is None:
        return _DROPPED if new is None else _ADDED
    before, after = _number(old), _number(new)
    alike = all(_folded(old, name) == _folded(new, name) for name in ("unit", "comparator"))
    if not alike or before is None or after is None or before == after:
        return _CHANGED
    return _RAISED if after > before else _LOWERED


def _number(link: Link | None) -> int | float | None:
    value = link[1].props.get("number") if link else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int | float) else None


def _word(link: Link | None, name: str) -> str | None:
    value = link[1].props.get(name) if link else None
    return str(value) if value else None


def _folded(link: Link, name: str) -> str:
    return folded(str(link[1].props.get(name, "")))
