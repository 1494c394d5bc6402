"""The view of alignment: which upper tasks are taken on below, by what, and what is not.

Two columns in printed order: upper tasks at the left, lower measures at the right, curves between
them; measures that serve no upper task stand in a column of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.dossier import Dossier
from kg.analysis.gaps.coverage import STATES, Coverage, State, coverages
from kg.analysis.gaps.head import notes
from kg.analysis.gaps.report import pair_title, uncompared
from kg.model import Graph
from kg.views.alignment_columns import Columns, drawings
from kg.views.alignment_marks import KINDS, links, marks
from kg.views.alignment_pairs import pair_records, pairs, rests_on, table, uncounted
from kg.views.assembly import assembled
from kg.views.choice import Choice
from kg.views.facets import facets
from kg.views.judgement import counted
from kg.views.scene import Scene, View
from kg.views.timing import Look
from kg.wording import Text, same

NAME = "alignment"
TITLE = Text("对应图：上级任务由哪些下级举措承接", "Alignment: which measures take on upper tasks")
_LEVELS: Mapping[str, Text] = {
    "national": Text("国家", "national"),
    "province": Text("省", "provincial"),
    "city": Text("市", "city"),
    "county": Text("县", "county"),
}
_ALL: Mapping[Look, Text] = {
    Look.DONE: Text("完成", "done"),
    Look.LATE: Text("逾期未完成", "late"),
    Look.EXPIRED: Text("到期（完成情况未载）", "expired"),
}


def alignment(graph: Graph, choice: Choice) -> View:
    """Return the view, one scene for each pair of documents that were compared."""
    found = [c for c in coverages(graph, choice.states, choice.documents) if c.items]

    def draw(_: Sequence[Dossier]) -> Iterator[Scene]:
        return (_scene(coverage, choice) for coverage in found)

    extra = tuple(
        record
        for coverage in found
        for record in pair_records(coverage, (*pairs(coverage), *uncounted(coverage)))
    )
    notes, basis = uncompared(graph, found), (counted(choice.states),)
    return assembled(NAME, TITLE, graph, choice, draw, basis=basis, notes=notes, extra=extra)


def _scene(coverage: Coverage, choice: Choice) -> Scene:
    found = pairs(coverage)
    columns = Columns.of(coverage)
    return Scene(
        key=coverage.key,
        title=pair_title(coverage),
        finding=_finding(coverage, choice),
        kinds=KINDS,
        marks=tuple(marks(columns, coverage, choice)),
        links=tuple(links(found, uncounted(coverage))),
        drawings=tuple(drawings(columns)),
        table=table(coverage, found, choice),
        facets=facets([coverage.upper, coverage.lower], choice),
        notes=(_lines(coverage, len(found)), *notes(coverage, choice.states)),
    )


def _lines(coverage: Coverage, drawn: int) -> Text:
    """What a curve stands for, beside the pairs of measures that the reports count."""
    counted = [a for item in coverage.items for a in item.counted]
    whole = sum(a.is_covered for a in counted)
    return Text(
        f"连线 {drawn} 条，每条连一项上级任务和一条下级举措；报告数的是举措与举措的对应，"
        f"{len(counted)} 对（承接 {whole}，部分承接 {len(counted) - whole}），"
        "同一任务的几对合为一条，取最有把握的",
        f"{drawn} curves, each joining an upper task and a lower measure; the reports count pairs "
        f"of measures: {len(counted)} (covered {whole}, partly {len(counted) - whole}). Those of "
        "one task and measure are drawn as one, the surest",
    )


def _finding(coverage: Coverage, choice: Choice) -> Text:
    upper, lower = (_level(d) for d in (coverage.upper, coverage.lower))
    counts = [(state, coverage.count(state)) for state in State]
    told = [(STATES[s], n) for s, n in counts if n or s in {State.COVERED, State.UNCOVERED}]
    zh = f"{upper.zh}任务 {len(coverage.items)} 项：" + "，".join(f"{w.zh} {n}" for w, n in told)
    en = f"{len(coverage.items)} {upper.en} tasks: " + ", ".join(f"{n} {w.en}" for w, n in told)
    rest = _rest(coverage, lower, choice)
    zh, en = zh + rest.zh, en + rest.en
    own = _own(coverage, lower)
    return Text(zh + own.zh, en + own.en)


def _own(coverage: Coverage, lower: Text) -> Text:
    """How many measures have no upper counterpart, apart from those nobody has judged."""
    unreviewed = coverage.unreviewed
    whole, own = len(coverage.lower.entries), len(coverage.own)
    waiting = sum(entry.key in unreviewed for entry in coverage.own)
    zh = f"；{lower.zh}举措 {whole} 条中未找到上级对应（可能为自选动作）{own - waiting} 条"
    en = f"; no counterpart: {own - waiting} of {whole}"
    if waiting:
        zh += f"，另有 {waiting} 条有程序建议，尚未审核"
        en += f", {waiting} not judged yet"
    return Text(zh, en)


def _rest(coverage: Coverage, lower: Text, choice: Choice) -> Text:
    """Of the tasks covered, how many rest on measures that are all done, late or expired."""
    covered = [i for i in coverage.items if i.state is State.COVERED]
    totals = ((w, sum(rests_on(i, shown, choice) for i in covered)) for shown, w in _ALL.items())
    told = [(word, number) for word, number in totals if number]
    if len(told) == 1:
        word, number = told[0]
        return Text(
            f"；已承接中 {number} 项的{lower.zh}举措已全部{word.zh}",
            f"; {number} covered ones rest on {word.en} {lower.en} measures only",
        )
    if not told:
        return same("")
    return Text(
        f"；已承接中{lower.zh}举措" + "、".join(f"已全部{w.zh}的 {n} 项" for w, n in told),
        f"; of those covered, resting on {lower.en} measures "
        + ", ".join(f"all {w.en}: {n}" for w, n in told),
    )


def _level(dossier: Dossier) -> Text:
    level = str(dossier.document.props.get("level", ""))
    return _LEVELS.get(level, Text("", ""))
