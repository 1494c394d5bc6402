"""The tables of a comparison of two versions, one for each kind of change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.analysis.clause import opening
from kg.analysis.content.notes import portion
from kg.analysis.diff.columns import (
    DEADLINES,
    MOVED,
    REASSIGNED,
    REMARKS,
    REWORDED,
    TARGETS,
)
from kg.analysis.diff.comparison import Comparison, Pair
from kg.analysis.diff.deadlines import deadline_rows
from kg.analysis.diff.pairs import ELSEWHERE_LEAST, SAME_TASK_LEAST
from kg.analysis.diff.roles import comparable, role_rows
from kg.analysis.diff.sides import MOVES, added_part, dropped_part, headings_part
from kg.analysis.diff.targets import target_rows
from kg.analysis.diff.version import Heading, folded
from kg.analysis.diff.words import difference
from kg.analysis.dossier import Entry
from kg.analysis.measure_columns import Row
from kg.analysis.report import CellValue, Column, Part
from kg.wording import Text

OF_PAIRS = ("reworded", "reassigned", "deadlines", "targets", "moved", "remarks")
"""The tables whose rows are measures that both versions have."""


def change_parts(comparison: Comparison) -> Iterator[Part]:
    """Yield the tables of changes, also those without rows, in a fixed order."""
    yield dropped_part(comparison)
    yield added_part(comparison)
    yield _reworded(comparison)
    yield _reassigned(comparison)
    yield _deadlines(comparison)
    yield _targets(comparison)
    yield _moved(comparison)
    yield _remarks(comparison)
    yield headings_part(comparison)


def _reworded(comparison: Comparison) -> Part:
    return _part(
        comparison,
        "reworded",
        Text("改写的举措", "Reworded measures"),
        REWORDED,
        _wording,
        Text(
            f"文字不同的按相似度配对：同名任务下 {SAME_TASK_LEAST:.0%} 起，"
            f"其他 {ELSEWHERE_LEAST:.0%} 起；"
            f"不到的算作取消和新增；全半角、空格不同不算改写",
            f"texts that differ are paired by likeness, from {SAME_TASK_LEAST:.0%} under one task "
            f"title and from {ELSEWHERE_LEAST:.0%} elsewhere; below that they count as dropped and "
            f"added; width and white space make no difference",
        ),
    )


def _wording(pair: Pair) -> Iterator[Row]:
    if pair.likeness is not None:
        yield {
            "likeness": pair.likeness,
            "difference": difference(pair.before.text, pair.after.text),
            "text_a": pair.before.text,
            "text_b": pair.after.text,
        }


def _reassigned(comparison: Comparison) -> Part:
    note = Text(
        "单位按规范名称比较，统称和几乎每条都列名的单位也算；推断的职责（首列为牵头）与明示的分开比较",
        "bodies are compared by canonical name, collectives and those on nearly every measure "
        "included; inferred roles (first listed = lead) are compared apart from explicit ones",
    )
    if not comparable(comparison):
        note = Text(
            "一个版本明示牵头，另一个只列责任单位：牵头、配合不能相比，只比列名与否",
            "one version names leads and the other lists responsible agencies alone: roles cannot "
            "be compared, only which bodies are named",
        )
    return _part(
        comparison,
        "reassigned",
        Text("职责变动", "Reassigned measures"),
        REASSIGNED,
        lambda pair: role_rows(comparison, pair),
        note,
    )


def _deadlines(comparison: Comparison) -> Part:
    part = _part(
        comparison,
        "deadlines",
        Text("时限变动", "Deadlines moved"),
        DEADLINES,
        deadline_rows,
        Text(
            "按时限的含义比较，写法不同不算变动",
            "compared by what the words mean; other words for the same day are no change",
        ),
    )
    years = sum(_is_same_day_of_another_year(row["due_on_a"], row["due_on_b"]) for row in part.rows)
    if not years:
        return part
    note = Text(
        f"其中只换年份、月日不变的 {years} 处，共 {len(part.rows)} 处",
        f"of the {len(part.rows)} deadlines, {years} are the same day of another year",
    )
    return replace(part, notes=(*part.notes, note))


def _is_same_day_of_another_year(old: CellValue, new: CellValue) -> bool:
    if not isinstance(old, date) or not isinstance(new, date):
        return False
    return old.year != new.year and (old.month, old.day) == (new.month, new.day)


def _targets(comparison: Comparison) -> Part:
    return _part(
        comparison,
        "targets",
        Text("目标变动", "Targets changed"),
        TARGETS,
        target_rows,
        Text(
            "提高、降低只在单位和比较方式相同时说",
            "raised or lowered is said only where unit and comparator are the same",
        ),
    )


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
    touched = {row["a_keys"] for row in rows}
    share = portion(len(touched), len(comparison.pairs))
    head = Text(f"占两版都有的举措 {share}", f"of the measures in both versions: {share}")
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
