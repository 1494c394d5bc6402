"""The tables of what a comparison finds beside pairs of measures: both documents, what stands in
one version alone, and headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.analysis.content.notes import portion
from kg.analysis.diff.columns import ADDED, DOCUMENTS, DROPPED, HEADINGS
from kg.analysis.diff.comparison import Comparison
from kg.analysis.diff.correspondence import HeadingPair, Move
from kg.analysis.diff.traces import Trace, traces
from kg.analysis.diff.version import Heading, Version
from kg.analysis.dossier import Entry
from kg.analysis.due import binding, due_cells
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part
from kg.model import Basis
from kg.wording import Text, same

MOVES = {
    Move.SECTION: Text("移到另一板块", "to another section"),
    Move.TASK: Text("移到另一任务", "to another task"),
    Move.ORDER: Text("换了次序", "order"),
}
"""Where something went, in words."""

_LEVELS = {"Section": Text("板块", "section"), "Task": Text("任务", "task")}
_RENAMED = Text("更名", "renamed")
_ADDED, _DROPPED = Text("新增", "added"), Text("取消", "dropped")


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


def dropped_part(comparison: Comparison) -> Part:
    """Return the measures that A alone has, in its order."""
    dropped = comparison.dropped
    found = traces(comparison.before, comparison.after, dropped)
    rows = tuple(_alone(e, ("a", "b"), found.get(e.key)) for e in dropped)
    share = portion(len(rows), len(comparison.before.entries))
    note = Text(f"取消的举措占 A 的 {share}", f"dropped, of the measures of A: {share}")
    notes = (note, *_elsewhere(len(found), len(rows)))
    return Part("dropped", Text("取消的举措", "Dropped measures"), DROPPED, rows, notes)


def added_part(comparison: Comparison) -> Part:
    """Return the measures that B alone has, in its order."""
    added = comparison.added
    found = traces(comparison.after, comparison.before, added)
    rows = tuple(_alone(e, ("b", "a"), found.get(e.key)) for e in added)
    share = portion(len(rows), len(comparison.after.entries))
    note = Text(f"新增的举措占 B 的 {share}", f"added, of the measures of B: {share}")
    notes = (note, *_elsewhere(len(found), len(rows)))
    return Part("added", Text("新增的举措", "Added measures"), ADDED, rows, notes)


def _elsewhere(found: int, rows: int) -> Iterator[Text]:
    if found:
        yield Text(
            f"其中 {found}/{rows} 条的部分文字见于另一版的举措，可能是并入而不是增减",
            f"some words of {found}/{rows} stand in a measure of the other version: perhaps part "
            f"of it rather than dropped or added",
        )


def _alone(entry: Entry, sides: tuple[str, str], trace: Trace | None) -> Row:
    due = due_cells(binding(entry))
    side, there = sides
    where = f"{trace.there.reference}（{'、'.join(trace.words)}）" if trace else None
    return {
        f"measure_{side}": entry.reference,
        f"task_{side}": entry.task,
        f"text_{side}": entry.text,
        f"found_in_{there}": where,
        f"leads_{side}": entry.leads(Basis.EXPLICIT),
        f"bodies_{side}": tuple(str(e.props["as_printed"]) for e, _ in entry.roles) or None,
        f"deadline_{side}": due["deadline"],
        f"due_on_{side}": due["due_on"],
        f"{side}_keys": (entry.key,),
        f"{there}_keys": (trace.there.key,) if trace else None,
    }


def headings_part(comparison: Comparison) -> Part:
    """Return the sections and tasks renamed or moved, then those dropped, then those added."""
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
        yield _heading(MOVES[pair.move], pair.before, pair.after)


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
