"""What a measure is to reach in two versions, and what of that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.diff.correspondence import Correspondence
from kg.analysis.diff.direction import direction, stated
from kg.analysis.diff.pairs import cascade
from kg.analysis.diff.version import folded
from kg.analysis.dossier import Link
from kg.analysis.measure_columns import Row
from kg.wording import Text

_ADDED, _DROPPED = Text("新设", "set"), Text("取消", "dropped")
_SAYS = ("number", "unit", "comparator", "object")
_YEAR = re.compile(r"20\d\d(?=年)")
_HEAD_LEAST = 2


def target_rows(found: Correspondence) -> Iterator[Row]:
    """Yield one row for each target that changed, in the order of the text.

    Targets that say the same are left out. Of the others those of one object and unit are one,
    then those of one object, then those of one unit whose objects share their head (招聘活动 and
    线上线下招聘活动), then those of one unit where each version has one left.
    """
    ours, theirs = found.before.of("HAS_TARGET"), found.after.of("HAS_TARGET")
    same = cascade(ours, theirs, (_said,))
    ours = tuple(link for i, link in enumerate(ours) if i not in {i for i, _ in same})
    theirs = tuple(link for j, link in enumerate(theirs) if j not in {j for _, j in same})
    pairs = dict(cascade(ours, theirs, (_kind, _object)))
    pairs |= _of_one_head(ours, theirs, pairs)
    pairs |= _last_two(ours, theirs, pairs)
    for i, old in enumerate(ours):
        new = theirs[pairs[i]] if i in pairs else None
        yield {"change": _change(found, old, new), **_cells(old, new)}
    for j, new in enumerate(theirs):
        if j not in pairs.values():
            yield {"change": _ADDED, **_cells(None, new)}


def _said(link: Link) -> object:
    return tuple(_folded(link, name) for name in _SAYS)


def _kind(link: Link) -> object:
    return _folded(link, "unit"), _folded(link, "object")


def _object(link: Link) -> object:
    """What is counted; a target that does not say has it in common with no other."""
    return _folded(link, "object") or link[1].key


def _of_one_head(
    ours: Sequence[Link], theirs: Sequence[Link], found: Mapping[int, int]
) -> dict[int, int]:
    """Targets of one unit whose objects end in the same words, the longest such ending first."""
    left, right = _left_over(ours, theirs, found)
    heads = sorted(
        (-_head(ours[i], theirs[j]), i + j, i, j) for i in left for j in right
        if _folded(ours[i], "unit") == _folded(theirs[j], "unit")
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for head, _, i, j in heads:
        if head < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _head(old: Link, new: Link) -> int:
    """Length of the common ending of two objects, years aside; 0 where it is shorter than two
    characters or than half of the shorter object.
    """
    one, other = (_YEAR.sub("", _folded(link, "object")) for link in (old, new))
    length = 0
    while length < min(len(one), len(other)) and one[-length - 1] == other[-length - 1]:
        length += 1
    return length if length >= max(_HEAD_LEAST, min(len(one), len(other)) / 2) else 0


def _last_two(
    ours: Sequence[Link], theirs: Sequence[Link], found: Mapping[int, int]
) -> dict[int, int]:
    """The last target of either version, where only one is left in each and the units agree."""
    left, right = _left_over(ours, theirs, found)
    if len(left) != 1 or len(right) != 1:
        return {}
    (i,), (j,) = left, right
    return {i: j} if _folded(ours[i], "unit") == _folded(theirs[j], "unit") else {}


def _left_over(
    ours: Sequence[Link], theirs: Sequence[Link], found: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    left = [i for i in range(len(ours)) if i not in found]
    return left, [j for j in range(len(theirs)) if j not in found.values()]


def _change(found: Correspondence, old: Link, new: Link | None) -> Text:
    if new is None:
        return _DROPPED
    return direction(stated(old, found.before.text_of(old)), stated(new, found.after.text_of(new)))


def _cells(old: Link | None, new: Link | None) -> Row:
    row: Row = {}
    for side, link in (("a", old), ("b", new)):
        row[f"target_{side}"] = str(link[0].props.get("text", link[1].key)) if link else None
        row[f"number_{side}"] = _number(link)
        row[f"unit_{side}"] = _word(link, "unit")
        row[f"object_{side}"] = _word(link, "object")
    return row


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
