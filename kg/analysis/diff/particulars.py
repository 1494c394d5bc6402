"""The tables of who does a measure, by when, and up to what: pairs of measures and groups alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from kg.analysis.clause import opening
from kg.analysis.content.notes import portion
from kg.analysis.diff.columns import DEADLINES, REASSIGNED, TARGETS
from kg.analysis.diff.comparison import Comparison
from kg.analysis.diff.correspondence import Correspondence, Kind
from kg.analysis.diff.deadlines import ROLLED, deadline_rows
from kg.analysis.diff.joins import KINDS
from kg.analysis.diff.roles import comparable, is_takeover, role_rows
from kg.analysis.diff.targets import target_rows
from kg.analysis.measure_columns import Row
from kg.analysis.report import CellValue, Column, Part
from kg.wording import Text

Cells = Mapping[str, CellValue]


def reassigned_part(comparison: Comparison) -> Part:
    """Return the roles whose bodies changed."""
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
    rows = _rows(comparison, REASSIGNED, lambda found: role_rows(comparison, found))
    title = Text("职责变动", "Reassigned measures")
    part = Part("reassigned", title, REASSIGNED, rows, (note,))
    return _headed(comparison, part, [row for row in rows if not is_takeover(row)])


def deadlines_part(comparison: Comparison) -> Part:
    """Return the deadlines that changed, but for those that went on with the year of the list."""
    rows = [row for row in _deadlines(comparison) if row["change"] != ROLLED]
    notes = [
        Text(
            "按时限的含义比较，写法不同不算变动",
            "compared by what the words mean; other words for the same day are no change",
        )
    ]
    cycle, years = comparison.cycle, sum(map(_is_same_day_of_another_year, rows))
    if cycle.years:
        notes.append(
            Text(
                f"A 为 {cycle.before} 年清单，B 为 {cycle.after} 年清单：提前、推迟按各自年度内的"
                f"日期比较；只顺延到新年度的另列",
                f"A is a list of {cycle.before}, B of {cycle.after}: earlier and later are told "
                f"within the year of each; deadlines that only went on with the year stand apart",
            )
        )
    elif years:
        notes.append(
            Text(
                f"其中只换年份、月日不变的 {years} 处，共 {len(rows)} 处",
                f"of the {len(rows)} deadlines, {years} are the same day of another year",
            )
        )
    title = Text("时限变动", "Deadlines moved")
    part = Part("deadlines", title, DEADLINES, tuple(rows), tuple(notes))
    return _headed(comparison, part, rows)


def rolled_part(comparison: Comparison) -> Part:
    """Return the deadlines that went on with the year of the list."""
    rows = [row for row in _deadlines(comparison) if row["change"] == ROLLED]
    note = Text(
        "年度内的日期不变，不算时限变动",
        "the same day in the year of each list: not counted as moved",
    )
    title = Text("时限顺延到新年度", "Deadlines that went on with the year")
    return _headed(comparison, Part("rolled", title, DEADLINES, tuple(rows), (note,)), rows)


def targets_part(comparison: Comparison) -> Part:
    """Return the targets that changed."""
    rows = _rows(comparison, TARGETS, target_rows)
    notes = (
        Text(
            "提高、收紧、放宽只在比较方式（不少于、不高于）或对象（时限、成本、压缩、增长等）说明"
            "方向时说，并要单位相同；其余只列数值的变化，不作评价",
            "raised, tightened and relaxed are said only where the comparator (at least, at most) "
            "or what is counted (time, cost, a cut, a growth) tells which way is stricter, in one "
            "unit; other changes stand as figures",
        ),
        Text(
            "基期不同（较2023年、较2024年）或口径不同（新增、累计）的，数值不能直接相比",
            "figures against another base year, or of new ones and of all there are, cannot be "
            "compared as they stand",
        ),
    )
    title = Text("目标变动", "Targets changed")
    return _headed(comparison, Part("targets", title, TARGETS, rows, notes), rows)


def _deadlines(comparison: Comparison) -> tuple[Row, ...]:
    cycle = comparison.cycle
    return _rows(comparison, DEADLINES, lambda found: deadline_rows(found, cycle))


def _is_same_day_of_another_year(row: Row) -> bool:
    old, new = row["due_on_a"], row["due_on_b"]
    if not isinstance(old, date) or not isinstance(new, date):
        return False
    return old.year != new.year and (old.month, old.day) == (new.month, new.day)


def _rows(
    comparison: Comparison,
    columns: tuple[Column, ...],
    rows_of: Callable[[Correspondence], Iterable[Row]],
) -> tuple[Row, ...]:
    names = {column.name for column in columns}
    found = []
    for one in comparison.correspondences:
        own = {name: value for name, value in _own_cells(one).items() if name in names}
        found += [{**own, **row} for row in rows_of(one)]
    return tuple(found)


def _own_cells(found: Correspondence) -> dict[str, CellValue]:
    return {
        "measure_a": _one_or_all(found.before.references),
        "measure_b": _one_or_all(found.after.references),
        "match": KINDS[found.kind],
        "opening": _one_or_all(tuple(opening(e.text) for e in found.before.entries)),
        "a_keys": found.before.keys,
        "b_keys": found.after.keys,
    }


def _one_or_all(texts: tuple[str, ...]) -> CellValue:
    return texts[0] if len(texts) == 1 else texts


def _headed(comparison: Comparison, part: Part, counted: Iterable[Cells]) -> Part:
    """The part with its figures of the summary at the head: shares of all measures of A and B."""
    keys = counted_keys(counted)
    shares = [
        portion(len(found), len(version.entries))
        for found, version in zip(keys, (comparison.before, comparison.after), strict=True)
    ]
    head = Text(
        f"占 A 全部举措 {shares[0]}，占 B 全部举措 {shares[1]}",
        f"of all measures of A: {shares[0]}; of B: {shares[1]}",
    )
    guessed = sum(row["match"] == KINDS[Kind.POSSIBLE] for row in part.rows)
    notes = [head]
    if guessed:
        notes.append(
            Text(
                f"可能对应的 {guessed} 行列在表中，不计入占比",
                f"rows of possible counterparts, in no share: {guessed}",
            )
        )
    rows = [row for row in part.rows if "takeover" in row and is_takeover(row)]
    if left_out := len(counted_keys(rows)[0]):
        notes.append(
            Text(
                f"只因疑似更名或职能划转的行列在表中，不计入占比；涉及 A 的举措 {left_out} 条",
                f"rows that a body perhaps renamed, or duties handed over, account for stand in no "
                f"share; measures of A with such rows: {left_out}",
            )
        )
    return replace(part, notes=(*notes, *part.notes))


def counted_keys(rows: Iterable[Cells]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the measures of A and of B that some rows are about, each once, in order;
    without possible counterparts.
    """
    sides: tuple[dict[str, None], dict[str, None]] = {}, {}
    for row in rows:
        if row["match"] == KINDS[Kind.POSSIBLE]:
            continue
        for side, name in zip(sides, ("a_keys", "b_keys"), strict=True):
            keys = row[name]
            side.update(dict.fromkeys(keys if isinstance(keys, tuple) else ()))
    return tuple(sides[0]), tuple(sides[1])
