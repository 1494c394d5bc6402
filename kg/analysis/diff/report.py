"""What changed between two versions of a list, measure by measure (docs/decisions/0019)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.content.notes import portion
from kg.analysis.diff.comparison import Comparison, compare
from kg.analysis.diff.correspondence import Kind
from kg.analysis.diff.cycle import newer_first
from kg.analysis.diff.pairs import ELSEWHERE_LEAST, SAME_TASK_LEAST
from kg.analysis.diff.parts import change_parts
from kg.analysis.diff.sides import documents_part
from kg.analysis.diff.summary import summary_part
from kg.analysis.diff.version import Version
from kg.analysis.report import Report
from kg.wording import Text

TITLE = Text("两个版本的差别", "Differences of two versions")

_HARDLY = 0.2
"""Below this share of measures with a partner two lists are hardly versions of one."""


def diff(before: Version, after: Version) -> Report:
    """Return what changed from one version of a list to another.

    The parts are ``documents`` and ``summary``, then one for each kind of change that occurs:
    ``joined``, ``possible``, ``dropped``, ``added``, ``reworded``, ``takeovers``, ``reassigned``,
    ``deadlines``, ``rolled``, ``targets``, ``moved``, ``remarks``, ``headings``; rows in the order
    of the version before, of added ones in that of the version after. One measure may stand in
    several. Exchanging the versions gives the mirror image.
    """
    comparison = compare(before, after)
    parts = tuple(change_parts(comparison))
    shown = tuple(part for part in parts if part.rows)
    summary = summary_part(comparison, {part.key: part for part in parts})
    head = (documents_part(comparison), summary, *shown)
    return Report("diff", TITLE, head, tuple(_notes(comparison)))


def _notes(comparison: Comparison) -> Iterator[Text]:
    if newer := newer_first(comparison.before, comparison.after):
        yield Text(
            f"A（{newer[0]}）比 B（{newer[1]}）新：下面的取消和新增、提前和推迟等都是倒过来的；"
            f"要看新版改了什么，请调换两个参数：kg diff B A",
            f"A ({newer[0]}) is newer than B ({newer[1]}): dropped and added, earlier and later "
            f"are the wrong way round; to see what the newer one changed, exchange the arguments: "
            f"kg diff B A",
        )
    likely = sum(p.likeness is not None for p in comparison.pairs)
    both = len(comparison.pairs)
    yield Text(
        f"一对一的举措 {both} 对：文字相同 {both - likely} 对，凭相似度 {likely} 对"
        f"（同名任务下 {SAME_TASK_LEAST:.0%} 起，其他 {ELSEWHERE_LEAST:.0%} 起）",
        f"measures one to one: {both}; of the same words {both - likely}, by likeness {likely} "
        f"(from {SAME_TASK_LEAST:.0%} under one task title, from {ELSEWHERE_LEAST:.0%} elsewhere)",
    )
    kinds = [group.kind for group in comparison.groups]
    if kinds or comparison.possible:
        merged, split = kinds.count(Kind.MERGED), kinds.count(Kind.SPLIT)
        possible = len(comparison.possible)
        yield Text(
            f"合并 {merged} 处，拆分 {split} 处，可能对应 {possible} 对",
            f"merged: {merged}, split: {split}, possible counterparts: {possible}",
        )
    yield from _hardly_versions(comparison)


def _hardly_versions(comparison: Comparison) -> Iterator[Text]:
    found = sum(len(c.before.keys) for c in comparison.sure)
    before, after = len(comparison.before.entries), len(comparison.after.entries)
    if found < _HARDLY * min(before, after):
        share = portion(found, before)
        yield Text(
            f"A 的举措只有 {share} 在 B 中有对应：恐怕不是同一清单的两个版本；"
            f"上下级之间用 kg align",
            f"only {share} of the measures of A are in B: hardly two versions of one list; "
            f"for an upper and a lower list there is kg align",
        )
