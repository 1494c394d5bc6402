"""How many measures changed, and in what way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.content.notes import share_of
from kg.analysis.diff.columns import SUMMARY
from kg.analysis.diff.comparison import Comparison
from kg.analysis.diff.correspondence import Kind
from kg.analysis.diff.deadlines import put_otherwise
from kg.analysis.diff.joins import KINDS
from kg.analysis.diff.particulars import counted_keys
from kg.analysis.diff.parts import only_years
from kg.analysis.diff.roles import is_takeover, written_otherwise
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part
from kg.model import Node
from kg.wording import Text

_OF_PAIRS = ("reworded", "moved", "remarks")
_CHANGES = {
    "reworded": Text("改写", "reworded"),
    "reassigned": Text("职责变动", "reassigned"),
    "handed_over": Text("疑似更名或职能划转", "perhaps renamed or handed over"),
    "deadlines": Text("时限变动", "deadline moved"),
    "rolled": Text("时限顺延到新年度", "deadline went on with the year"),
    "targets": Text("目标变动", "target changed"),
    "moved": Text("移动", "moved"),
    "remarks": Text("备注变动", "remark changed"),
}
_ROUTINE = {"handed_over", "rolled"}
"""What is no change of the work itself."""

_SPECIAL = (" + 合并 + 拆分 + 可能对应", " + merged + split + possible")

_Keys = tuple[Sequence[str], Sequence[str]]


def summary_part(comparison: Comparison, parts: Mapping[str, Part]) -> Part:
    """Return the measures of each kind with their shares of all measures of A and of B.

    Parameters
    ----------
    parts
        The tables of changes by key.
    """
    zh, en = _SPECIAL if _is_special(comparison) else ("", "")
    notes = (
        Text(
            f"占比的分母都是该版全部举措；A = 两版都有{zh} + 取消，B = 两版都有{zh} + 新增",
            f"shares are of all measures of the version; A = in both{en} + dropped, B = in both"
            f"{en} + added",
        ),
        Text(
            "一条举措可有几种变动，各类条数不能相加",
            "a measure may have changed in several ways, so kinds do not add up",
        ),
        *_of_groups(comparison),
        *_unremarkable(comparison),
    )
    rows = tuple(_rows(comparison, parts))
    return Part("summary", Text("变动汇总", "Summary"), SUMMARY, rows, notes)


def _rows(comparison: Comparison, parts: Mapping[str, Part]) -> Iterator[Row]:
    changed = _changed(parts)
    own = frozenset(key for name in changed.keys() - _ROUTINE for key in changed[name][0])
    routine = frozenset(key for name in _ROUTINE for key in changed[name][0])
    pairs = [(p.before.key, p.after.key) for p in comparison.pairs]
    before, after = ([e.key for e in v.entries] for v in (comparison.before, comparison.after))
    count = _Count(len(before), len(after))
    yield count.row(Text("全部举措", "all measures"), before, after)
    yield count.both(Text("两版都有", "in both"), pairs)
    yield count.both(
        Text("两版都有，未改", "in both, unchanged"),
        [pair for pair in pairs if pair[0] not in own | routine],
    )
    if routine:
        yield count.both(
            Text("两版都有，只顺延年度或疑似更名", "in both, but for the year or a renamed body"),
            [pair for pair in pairs if pair[0] in routine - own],
        )
    for kind in (Kind.MERGED, Kind.SPLIT, Kind.POSSIBLE) if _is_special(comparison) else ():
        found = [c for c in comparison.correspondences if c.kind is kind]
        yield count.row(
            KINDS[kind],
            [key for c in found for key in c.before.keys],
            [key for c in found for key in c.after.keys],
        )
    yield count.row(Text("取消", "dropped"), [e.key for e in comparison.dropped], None)
    yield count.row(Text("新增", "added"), None, [e.key for e in comparison.added])
    for name, what in _CHANGES.items():
        if name not in _ROUTINE or changed[name][0]:
            yield count.row(what, *changed[name])


def _of_groups(comparison: Comparison) -> Iterator[Text]:
    if comparison.groups:
        yield Text(
            "合并、拆分的举措，职责、时限、目标的变动也计入",
            "merged and split measures count in roles, deadlines and targets too",
        )


def _is_special(comparison: Comparison) -> bool:
    return bool(comparison.groups or comparison.possible)


def _changed(parts: Mapping[str, Part]) -> dict[str, _Keys]:
    """Keys of the measures of A and of B by kind of change."""
    found: dict[str, _Keys] = {name: _keys_of(parts[name].rows) for name in _OF_PAIRS}
    roles = parts["reassigned"].rows
    found["reassigned"] = counted_keys(row for row in roles if not is_takeover(row))
    found["handed_over"] = counted_keys(row for row in roles if is_takeover(row))
    return found | {
        name: counted_keys(parts[name].rows) for name in ("deadlines", "rolled", "targets")
    }


def _keys_of(rows: Sequence[Mapping[str, object]]) -> _Keys:
    sides = ([row[name] for row in rows] for name in ("a_keys", "b_keys"))
    ours, theirs = (
        tuple(dict.fromkeys(key for keys in side if isinstance(keys, tuple) for key in keys))
        for side in sides
    )
    return ours, theirs


class _Count:
    """Rows of the summary: figures of both versions with their shares."""

    def __init__(self, before: int, after: int) -> None:
        self._wholes = before, after

    def both(self, what: Text, keys: Sequence[tuple[str, str]]) -> Row:
        """Return the row of measures that both versions have."""
        return self.row(what, [a for a, _ in keys], [b for _, b in keys])

    def row(self, what: Text, before: Sequence[str] | None, after: Sequence[str] | None) -> Row:
        """Return a row; None for a version to which it does not apply."""
        row: Row = {"what": what}
        for side, keys, whole in zip("ab", (before, after), self._wholes, strict=True):
            row[f"count_{side}"] = None if keys is None else len(keys)
            row[f"share_{side}"] = None if keys is None else share_of(len(keys), whole)
            row[f"{side}_keys"] = None if keys is None else tuple(keys)
        return row


def _unremarkable(comparison: Comparison) -> Iterator[Text]:
    """What differs in print alone, and so is no change."""
    measures = sum(_number(p.before.node) != _number(p.after.node) for p in comparison.pairs)
    headings = sum(p.renumbered for p in comparison.headings)
    if measures or headings:
        yield Text(
            f"只改编号，不算变动：板块和任务 {headings} 个，举措 {measures} 条",
            f"new numbers alone, no change: sections and tasks {headings}, measures {measures}",
        )
    cycle = comparison.cycle
    years = sum(only_years(p, cycle) for p in comparison.pairs)
    if years:
        yield Text(
            f"文字只换年份、不算改写：{years} 条",
            f"words that differ in the year of the list alone, not counted as reworded: {years}",
        )
    typography = sum(p.likeness is None and p.before.text != p.after.text for p in comparison.pairs)
    names = sum(map(written_otherwise, comparison.pairs))
    dates = sum(map(put_otherwise, comparison.pairs))
    if typography or names or dates:
        yield Text(
            f"只有写法不同，不算变动：全半角或空格 {typography} 条，单位名称 {names} 条，"
            f"时限 {dates} 条",
            f"the same in other print, no change: measures by width or white space {typography}, "
            f"by names of bodies {names}, by words of a deadline {dates}",
        )


def _number(node: Node) -> object:
    return node.props.get("number")
