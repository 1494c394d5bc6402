"""The tables of a comparison of two versions, one for each kind of change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from kg.analysis.clause import opening
from kg.analysis.content_notes import portion
from kg.analysis.diff_columns import (
    ADDED,
    DEADLINES,
    DOCUMENTS,
    DROPPED,
    HEADINGS,
    MOVED,
    REASSIGNED,
    REMARKS,
    REWORDED,
    TARGETS,
)
from kg.analysis.diff_comparison import Comparison, HeadingPair, Move, Pair
from kg.analysis.diff_deadlines import deadline_rows
from kg.analysis.diff_pairs import ELSEWHERE_LEAST, SAME_TASK_LEAST
from kg.analysis.diff_roles import comparable, role_rows
from kg.analysis.diff_targets import target_rows
from kg.analysis.diff_version import Heading, Version, folded
from kg.analysis.diff_words import difference
from kg.analysis.dossier import Entry
from kg.analysis.due import binding, due_cells
from kg.analysis.measure_columns import Row
from kg.analysis.report import Column, Part
from kg.model import Basis
from kg.wording import Text, same

_LEVELS = {"Section": Text("板块", "section"), "Task": Text("任务", "task")}
_MOVES = {
    Move.SECTION: Text("移到另一板块", "to another section"),
    Move.TASK: Text("移到另一任务", "to another task"),
    Move.ORDER: Text("换了次序", "order"),
}
_RENAMED = Text("更名", "renamed")
_ADDED, _DROPPED = Text("新增", "added"), Text("取消", "dropped")

OF_PAIRS = ("reworded", "reassigned", "deadlines", "targets", "moved", "remarks")
"""The tables whose rows are measures that both versions have."""


def documents_part(comparison: Comparison) -> Part:
    """Return both documents, one row each."""
    rows = [_document(s, v) for s, v in (("A", comparison.before), ("B", comparison.after))]
    note = Text("A 为前一个参数，B 为后一个参数", "A is the first argument, B the second")
    return Part("documents", Text("两个版本", "Versions"), DOCUMENTS, tuple(rows), (note,))


def _document(side: str, version: Version) -> Row:
    props = version.dossier.document.props
    issued, labels = props.get("issued_on"), [h.node.label for h in version.headings]
    return {
        "side": side,
        "title": same(str(props["title"])),
        "doc_no": str(props["doc_no"]) if "doc_no" in props else None,
        "issued_on": date.fromisoformat(str(issued)) if issued else None,
        "origin": version.origin,
        "sections": labels.count("Section"),
        "tasks": labels.count("Task"),
        "measures": len(version.entries),
        "document_keys": (version.key,),
    }


def change_parts(comparison: Comparison) -> Iterator[Part]:
    """Yield the tables of changes, also those without rows, in a fixed order."""
    yield _dropped(comparison)
    yield _added(comparison)
    yield _reworded(comparison)
    yield _reassigned(comparison)
    yield _deadlines(comparison)
    yield _targets(comparison)
    yield _moved(comparison)
    yield _remarks(comparison)
    yield _headings(comparison)


def _dropped(comparison: Comparison) -> Part:
    rows = tuple(_alone(e, "a") for e in comparison.dropped)
    share = portion(len(rows), len(comparison.before.entries))
    note = Text(f"取消的举措占 A 的 {share}", f"dropped, of the measures of A: {share}")
    return Part("dropped", Text("取消的举措", "Dropped measures"), DROPPED, rows, (note,))


def _added(comparison: Comparison) -> Part:
    rows = tuple(_alone(e, "b") for e in comparison.added)
    share = portion(len(rows), len(comparison.after.entries))
    note = Text(f"新增的举措占 B 的 {share}", f"added, of the measures of B: {share}")
    return Part("added", Text("新增的举措", "Added measures"), ADDED, rows, (note,))


def _alone(entry: Entry, side: str) -> Row:
    due = due_cells(binding(entry))
    return {
        f"measure_{side}": entry.reference,
        f"task_{side}": entry.task,
        f"text_{side}": entry.text,
        f"leads_{side}": entry.leads(Basis.EXPLICIT),
        f"deadline_{side}": due["deadline"],
        f"due_on_{side}": due["due_on"],
        f"{side}_keys": (entry.key,),
    }


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
    return _part(
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
        row: Row = {"change": _MOVES[pair.move]}
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


def _headings(comparison: Comparison) -> Part:
    rows = [row for pair in comparison.headings for row in _heading_rows(pair)]
    rows += (_heading(_DROPPED, h, None) for h in comparison.dropped_headings)
    rows += (_heading(_ADDED, None, h) for h in comparison.added_headings)
    both = len(comparison.headings)
    note = Text(
        f"两版都有的板块和任务 {both} 个；标题不同而所属举措过半相同或标题相近的算作更名；"
        f"只改编号不算变动",
        f"sections and tasks in both versions: {both}; other titles are a renaming where half of "
        f"the measures below are the same or the titles are alike; a new number alone is no change",
    )
    return Part("headings", Text("板块和任务的变动", "Headings"), HEADINGS, tuple(rows), (note,))


def _heading_rows(pair: HeadingPair) -> Iterator[Row]:
    if pair.renamed:
        yield _heading(_RENAMED, pair.before, pair.after)
    if pair.move is not None:
        yield _heading(_MOVES[pair.move], pair.before, pair.after)


def _heading(change: Text, before: Heading | None, after: Heading | None) -> Row:
    either = before or after
    return {
        "level": _LEVELS[either.node.label] if either else None,
        "change": change,
        "heading_a": before.caption if before else None,
        "heading_b": after.caption if after else None,
        "a_keys": (before.key,) if before else None,
        "b_keys": (after.key,) if after else None,
    }
