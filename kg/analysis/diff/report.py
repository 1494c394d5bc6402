"""What changed between two versions of a list, measure by measure (docs/decisions/0019)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.content.notes import portion, share_of
from kg.analysis.diff.columns import SUMMARY
from kg.analysis.diff.comparison import Comparison, compare
from kg.analysis.diff.deadlines import put_otherwise
from kg.analysis.diff.pairs import ELSEWHERE_LEAST, SAME_TASK_LEAST
from kg.analysis.diff.parts import OF_PAIRS, change_parts
from kg.analysis.diff.roles import written_otherwise
from kg.analysis.diff.sides import documents_part
from kg.analysis.diff.version import Version
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part, Report
from kg.model import Node
from kg.wording import Text

TITLE = Text("两个版本的差别", "Differences of two versions")

_KINDS = {
    "reworded": Text("改写", "reworded"),
    "reassigned": Text("职责变动", "reassigned"),
    "deadlines": Text("时限变动", "deadline moved"),
    "targets": Text("目标变动", "target changed"),
    "moved": Text("移动", "moved"),
    "remarks": Text("备注变动", "remark changed"),
}
_HARDLY = 0.2
"""Below this share of measures with a partner two lists are hardly versions of one."""


def diff(before: Version, after: Version) -> Report:
    """Return what changed from one version of a list to another.

    The parts are ``documents`` and ``summary``, then one for each kind of change that occurs:
    ``dropped``, ``added``, ``reworded``, ``reassigned``, ``deadlines``, ``targets``, ``moved``,
    ``remarks``, ``headings``; rows in the order of the version before, of added ones in that of
    the version after. One measure may stand in several. Exchanging the versions gives the mirror
    image.
    """
    comparison = compare(before, after)
    parts = tuple(change_parts(comparison))
    shown = tuple(part for part in parts if part.rows)
    summary = _summary(comparison, {part.key: part for part in parts})
    head = (documents_part(comparison), summary, *shown)
    return Report("diff", TITLE, head, tuple(_notes(comparison)))


def _summary(comparison: Comparison, parts: Mapping[str, Part]) -> Part:
    notes = (
        Text(
            "一条举措可有几种变动，各类条数不能相加；"
            "A 的举措 = 两版都有 + 取消，B 的 = 两版都有 + 新增",
            "a measure may have changed in several ways, so kinds do not add up; measures of A = "
            "in both + dropped, of B = in both + added",
        ),
        *_unremarkable(comparison),
    )
    rows = tuple(_summary_rows(comparison, parts))
    return Part("summary", Text("变动汇总", "Summary"), SUMMARY, rows, notes)


def _summary_rows(comparison: Comparison, parts: Mapping[str, Part]) -> Iterator[Row]:
    touched = {name: {row["a_keys"] for row in parts[name].rows} for name in OF_PAIRS}
    changed = frozenset[object]().union(*touched.values())
    keys = [(p.before.key, p.after.key) for p in comparison.pairs]
    unchanged = [pair for pair in keys if (pair[0],) not in changed]
    before = [e.key for e in comparison.before.entries]
    after = [e.key for e in comparison.after.entries]
    count = _Count(len(before), len(after))
    yield count.row(Text("全部举措", "all measures"), before, after)
    yield count.both(Text("两版都有", "in both"), keys)
    yield count.both(Text("两版都有，未改", "in both, unchanged"), unchanged)
    yield count.row(Text("取消", "dropped"), [e.key for e in comparison.dropped], None)
    yield count.row(Text("新增", "added"), None, [e.key for e in comparison.added])
    for name in OF_PAIRS:
        yield count.both(_KINDS[name], [pair for pair in keys if (pair[0],) in touched[name]])


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


def _notes(comparison: Comparison) -> Iterator[Text]:
    likely = sum(p.likeness is not None for p in comparison.pairs)
    both, before = len(comparison.pairs), len(comparison.before.entries)
    yield Text(
        f"对应的举措 {both} 对：文字相同 {both - likely} 对，凭相似度 {likely} 对"
        f"（同名任务下 {SAME_TASK_LEAST:.0%} 起，其他 {ELSEWHERE_LEAST:.0%} 起）",
        f"pairs of measures: {both}; of the same words {both - likely}, by likeness {likely} "
        f"(from {SAME_TASK_LEAST:.0%} under one task title, from {ELSEWHERE_LEAST:.0%} elsewhere)",
    )
    if both < _HARDLY * min(before, len(comparison.after.entries)):
        share = portion(both, before)
        yield Text(
            f"A 的举措只有 {share} 在 B 中有对应：恐怕不是同一清单的两个版本；"
            f"上下级之间用 kg align",
            f"only {share} of the measures of A are in B: hardly two versions of one list; "
            f"for an upper and a lower list there is kg align",
        )
