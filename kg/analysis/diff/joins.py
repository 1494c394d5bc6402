"""The tables of what does not correspond one to one: merged and split measures, possible
counterparts, and bodies that gave place to another.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.content.notes import portion
from kg.analysis.diff.columns import JOINED, POSSIBLE, TAKEOVERS
from kg.analysis.diff.comparison import Comparison
from kg.analysis.diff.correspondence import Correspondence, Kind
from kg.analysis.diff.merging import OWN_LEAST, PART_LEAST, PART_MOST, UNION_LEAST
from kg.analysis.diff.phrases import covered, shared, stretches
from kg.analysis.diff.possible import EACH, ENOUGH, LIKENESS_LEAST, Evidence
from kg.analysis.diff.roles import HANDED_OVER, RENAMED
from kg.analysis.diff.takeover import SHARE_LEAST, TIMES_LEAST, Takeover
from kg.analysis.dossier import Entry
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part
from kg.wording import Text

KINDS = {
    Kind.ONE: Text("一对一", "one to one"),
    Kind.MERGED: Text("合并", "merged"),
    Kind.SPLIT: Text("拆分", "split"),
    Kind.POSSIBLE: Text("可能对应", "possible"),
}
"""How measures correspond, in words."""

_EVIDENCE = {
    Evidence.TASK: Text("同一任务", "task"),
    Evidence.PLACE: Text("位置相同", "place"),
    Evidence.LEAD: Text("牵头相同", "lead"),
}


def joined_part(comparison: Comparison) -> Part:
    """Return the measures merged and split, one row for each with its part."""
    rows = tuple(row for group in comparison.groups for row in _joined_rows(group))
    kinds = [group.kind for group in comparison.groups]
    merged, split = kinds.count(Kind.MERGED), kinds.count(Kind.SPLIT)
    notes = (
        Text(
            f"合并 {merged} 处，拆分 {split} 处；不算取消和新增；职责、时限、目标按各条的并集比较",
            f"merged: {merged}, split: {split}; neither dropped nor added; roles, deadlines and "
            f"targets are compared with those of all parts taken as one",
        ),
        Text(
            f"每条有 {PART_LEAST:.0%} 以上的文字只见于所并入的一条、别处都没有，并占该条 "
            f"{OWN_LEAST:.0%} 以上；合起来占该条 {UNION_LEAST:.0%} 以上，或每条 "
            f"{PART_MOST:.0%} 以上见于该条",
            f"each part has {PART_LEAST:.0%} of its words in the whole and nowhere else, and makes "
            f"{OWN_LEAST:.0%} of it; together they make {UNION_LEAST:.0%} of it, or each has "
            f"{PART_MOST:.0%} of its words in it",
        ),
    )
    title = Text("合并和拆分的举措", "Merged and split measures")
    return Part("joined", title, JOINED, rows, notes)


def _joined_rows(group: Correspondence) -> Iterator[Row]:
    for old in group.before.entries:
        for new in group.after.entries:
            ours, theirs = stretches(old.text), stretches(new.text)
            yield {
                "joined": KINDS[group.kind],
                "phrases": shared(ours, theirs) or None,
                "held_a": covered(ours, theirs),
                "held_b": covered(theirs, ours),
                "task_a": old.task,
                "task_b": new.task,
                **_words("a", old),
                **_words("b", new),
            }


def _words(side: str, entry: Entry) -> Row:
    return {
        f"measure_{side}": entry.reference,
        f"text_{side}": entry.text,
        f"{side}_keys": (entry.key,),
    }


def possible_part(comparison: Comparison) -> Part:
    """Return the measures that may be one, in the order of A."""
    around = comparison.surroundings()
    rows = tuple(
        {
            "likeness": pair.likeness,
            "evidence": _evidence(around.evidence(pair.before, pair.after)),
            **_words("a", pair.before),
            **_words("b", pair.after),
        }
        for pair in comparison.possible
    )
    note = Text(
        f"可能是改写，请人判断：既不算两版都有，也不算取消和新增；相似度 {LIKENESS_LEAST:.0%} 起，"
        f"任务、位置、牵头相同各加 {EACH:.0%}，合计 {ENOUGH:.0%} 以上",
        f"perhaps reworded, for people to decide: neither in both nor dropped and added; likeness "
        f"from {LIKENESS_LEAST:.0%}, {EACH:.0%} more for each of one task, place and lead, "
        f"{ENOUGH:.0%} in all",
    )
    title = Text("可能对应的举措", "Possible counterparts")
    return Part("possible", title, POSSIBLE, rows, (note,))


def _evidence(found: tuple[Evidence, ...]) -> Text | None:
    if not found:
        return None
    texts = [_EVIDENCE[evidence] for evidence in found]
    return Text("、".join(t.zh for t in texts), ", ".join(t.en for t in texts))


def takeovers_part(comparison: Comparison) -> Part:
    """Return the bodies that gave place to another, by name."""
    rows: tuple[Row, ...] = tuple(
        {
            "body_a": found.before,
            "body_b": found.after,
            "guess": RENAMED if found.renamed else HANDED_OVER,
            "taken": len(found.taken),
            "named_a": len(found.of_before),
            "named_b": len(found.of_after),
            "a_keys": tuple(key for c in found.taken for key in c.before.keys),
            "b_keys": tuple(key for c in found.taken for key in c.after.keys),
        }
        for found in comparison.takeovers
    )
    said = [_said(found) for found in comparison.takeovers]
    rule = Text(
        f"旧版的单位不再见于新版，其列名的举措 {SHARE_LEAST:.0%} 以上、至少 {TIMES_LEAST} 条由同一"
        f"单位接替；只是这样引起的职责变动另计",
        f"a body of the older version that the newer one names nowhere, with one other in its "
        f"stead in {SHARE_LEAST:.0%} of its measures or more, {TIMES_LEAST} at least; measures "
        f"where nothing else changed are counted apart",
    )
    title = Text("疑似机构更名或职能划转", "Bodies perhaps renamed, or duties handed over")
    return Part("takeovers", title, TAKEOVERS, rows, (*said, rule))


def _said(found: Takeover) -> Text:
    share = portion(len(found.taken), len(found.of_before))
    gone = Text("不再列名，", "is named no more, ") if found.renamed else Text("", "")
    return Text(
        f"{found.before}{gone.zh}有对应的举措 {share} 改列{found.after}",
        f"{found.before} {gone.en}in {share} of its measures with a partner {found.after} stands "
        f"in its stead",
    )
