"""The tables of a comparison of two versions, one for each kind of change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.analysis.clause import opening
from kg.analysis.content.notes import portion
from kg.analysis.diff.columns import MOVED, REMARKS, REWORDED
from kg.analysis.diff.comparison import Comparison
from kg.analysis.diff.correspondence import Pair
from kg.analysis.diff.cycle import Cycle
from kg.analysis.diff.joins import joined_part, possible_part, takeovers_part
from kg.analysis.diff.pairs import ELSEWHERE_LEAST, SAME_TASK_LEAST
from kg.analysis.diff.particulars import (
    deadlines_part,
    reassigned_part,
    rolled_part,
    targets_part,
)
from kg.analysis.diff.sides import MOVES, added_part, dropped_part, headings_part
from kg.analysis.diff.version import Heading, folded
from kg.analysis.diff.words import difference
from kg.analysis.dossier import Entry
from kg.analysis.measure_columns import Row
from kg.analysis.report import Column, Part
from kg.wording import Text


def change_parts(comparison: Comparison) -> Iterator[Part]:
    """Yield the tables of changes, also those without rows, in a fixed order."""
    yield joined_part(comparison)
    yield possible_part(comparison)
    yield dropped_part(comparison)
    yield added_part(comparison)
    yield _reworded(comparison)
    yield takeovers_part(comparison)
    yield reassigned_part(comparison)
    yield deadlines_part(comparison)
    yield rolled_part(comparison)
    yield targets_part(comparison)
    yield _moved(comparison)
    yield _remarks(comparison)
    yield headings_part(comparison)


def _reworded(comparison: Comparison) -> Part:
    cycle = comparison.cycle
    return _part(
        comparison,
        "reworded",
        Text("改写的举措", "Reworded measures"),
        REWORDED,
        lambda pair: _wording(pair, cycle),
        Text(
            f"文字不同的按相似度配对：同名任务下 {SAME_TASK_LEAST:.0%} 起，"
            f"其他 {ELSEWHERE_LEAST:.0%} 起；"
            f"不到的见合并和拆分、可能对应、取消、新增；全半角、空格不同不算改写",
            f"texts that differ are paired by likeness, from {SAME_TASK_LEAST:.0%} under one task "
            f"title and from {ELSEWHERE_LEAST:.0%} elsewhere; below that they are merged, split, "
            f"possible counterparts, dropped or added; width and white space make no difference",
        ),
    )


def only_years(pair: Pair, cycle: Cycle) -> bool:
    """Tell whether the words differ in years alone that went on with the list."""
    return pair.likeness is not None and cycle.same_but_years(pair.before.text, pair.after.text)


def _wording(pair: Pair, cycle: Cycle) -> Iterator[Row]:
    if pair.likeness is not None and not only_years(pair, cycle):
        yield {
            "likeness": pair.likeness,
            "difference": difference(pair.before.text, pair.after.text),
            "text_a": pair.before.text,
            "text_b": pair.after.text,
        }


def _moved(comparison: Comparison) -> Part:
    return _part(
        comparison,
        "moved",
        Text("移动的举措", "Moved measures"),
        MOVED,
        _place,
        Text(
            "任务、板块更名或随整个任务移动的不算；前面增删几行也不算；同一任务内只计最少的几条",
            "not because a heading was renamed or moved as a whole, nor because rows came or went "
            "before; within a task the fewest that explain the new order",
        ),
    )


def _place(pair: Pair) -> Iterator[Row]:
    if pair.move is not None:
        row: Row = {"change": MOVES[pair.move]}
        for side, entry in (("a", pair.before), ("b", pair.after)):
            row[f"task_{side}"] = entry.task
            row[f"section_{side}"] = _section(entry)
        yield row


def _section(entry: Entry) -> str | None:
    return next(
        (Heading(h, "", frozenset()).caption for h in entry.headings if h.label == "Section"), None
    )


def _remarks(comparison: Comparison) -> Part:
    return _part(
        comparison,
        "remarks",
        Text("备注变动", "Remarks changed"),
        REMARKS,
        _remark,
        Text("全半角、空格不同不算", "width and white space make no difference"),
    )


def _remark(pair: Pair) -> Iterator[Row]:
    ours, theirs = (str(e.node.props.get("remark", "")) for e in (pair.before, pair.after))
    if folded(ours) != folded(theirs):
        yield {"remark_a": ours or None, "remark_b": theirs or None}


def _part(  # noqa: PLR0913, PLR0917 - one for each thing in which tables of pairs differ
    comparison: Comparison,
    key: str,
    title: Text,
    columns: tuple[Column, ...],
    rows_of: Callable[[Pair], Iterable[Row]],
    note: Text,
) -> Part:
    rows: list[Row] = []
    for pair in comparison.pairs:
        own = _own_cells(pair, columns)
        rows += ({**own, **row} for row in rows_of(pair))
    touched = len({row["a_keys"] for row in rows})
    ours, theirs = (
        portion(touched, len(version.entries)) for version in (comparison.before, comparison.after)
    )
    head = Text(
        f"占 A 全部举措 {ours}，占 B 全部举措 {theirs}",
        f"of all measures of A: {ours}; of B: {theirs}",
    )
    return Part(key, title, columns, tuple(rows), (head, note))


def _own_cells(pair: Pair, columns: tuple[Column, ...]) -> Row:
    cells: Row = {
        "measure_a": pair.before.reference,
        "measure_b": pair.after.reference,
        "opening": opening(pair.before.text),
        "a_keys": (pair.before.key,),
        "b_keys": (pair.after.key,),
    }
    names = {column.name for column in columns}
    return {name: value for name, value in cells.items() if name in names}
