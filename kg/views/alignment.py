"""The view of alignment: which upper tasks are taken on below, by what, and what is not.

Two columns in printed order: upper tasks at the left, lower measures at the right, curves between
them; measures that serve no upper task stand in a column of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.dossier import Dossier
from kg.analysis.gaps.coverage import STATES, Coverage, State, coverages
from kg.analysis.gaps.report import chosen, pair_title, uncompared
from kg.analysis.gaps.words import notes
from kg.model import Graph
from kg.views.alignment_columns import Columns, drawings
from kg.views.alignment_marks import KINDS, links, marks
from kg.views.alignment_pairs import COUNTED, Pair, expired, pair_records, pairs, table
from kg.views.assembly import assembled
from kg.views.choice import Choice
from kg.views.facets import facets
from kg.views.scene import Scene, View
from kg.wording import Text

NAME = "alignment"
TITLE = Text("对应图：上级任务由哪些下级举措承接", "Alignment: which measures take on upper tasks")
_LEVELS: Mapping[str, Text] = {
    "national": Text("国家", "national"),
    "province": Text("省", "provincial"),
    "city": Text("市", "city"),
    "county": Text("县", "county"),
}


def alignment(graph: Graph, choice: Choice) -> View:
    """Return the view, one scene for each pair of documents that were compared."""
    found = [c for c in chosen(coverages(graph, COUNTED), choice.documents) if c.items]

    def draw(_: Sequence[Dossier]) -> Iterator[Scene]:
        return (_scene(coverage, pairs(coverage), choice) for coverage in found)

    extra = tuple(r for coverage in found for r in pair_records(coverage, pairs(coverage)))
    notes = uncompared(graph, found)
    return assembled(NAME, TITLE, graph, choice, draw, notes=notes, extra=extra)


def _scene(coverage: Coverage, found: Sequence[Pair], choice: Choice) -> Scene:
    columns = Columns.of(coverage)
    return Scene(
        key=coverage.key,
        title=pair_title(coverage),
        finding=_finding(coverage, choice),
        kinds=KINDS,
        marks=tuple(marks(columns, coverage, choice)),
        links=tuple(links(found)),
        drawings=tuple(drawings(columns)),
        table=table(coverage, found, choice),
        facets=facets([coverage.upper, coverage.lower], choice),
        notes=notes(coverage, COUNTED),
    )


def _finding(coverage: Coverage, choice: Choice) -> Text:
    upper, lower = (_level(d) for d in (coverage.upper, coverage.lower))
    counts = [(state, coverage.count(state)) for state in State]
    told = [(STATES[s], n) for s, n in counts if n or s in {State.COVERED, State.UNCOVERED}]
    over = sum(expired(i, choice.as_of) for i in coverage.items if i.state is State.COVERED)
    zh = f"{upper.zh}任务 {len(coverage.items)} 项：" + "，".join(f"{w.zh} {n}" for w, n in told)
    en = f"{len(coverage.items)} {upper.en} tasks: " + ", ".join(f"{w.en} {n}" for w, n in told)
    if over:
        zh += f"；已承接中 {over} 项的{lower.zh}举措已全部到期（完成情况未载）"
        en += f"; of those covered, {over} rest on {lower.en} measures that have all expired"
    own, whole = len(coverage.own), len(coverage.lower.entries)
    zh += f"；{lower.zh}举措 {whole} 条中自选动作 {own} 条"
    en += f"; {own} of {whole} {lower.en} measures are local additions"
    return Text(zh, en)


def _level(dossier: Dossier) -> Text:
    level = str(dossier.document.props.get("level", ""))
    return _LEVELS.get(level, Text("", ""))
