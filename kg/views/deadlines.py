"""The view of deadlines: what falls due when, a lane for each lead agency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.analysis.dossier import Dossier
from kg.model import Graph
from kg.views.assembly import assembled
from kg.views.choice import Choice
from kg.views.completion import tally
from kg.views.deadlines_lanes import Chart, slots
from kg.views.deadlines_marks import KINDS, drawings, marks
from kg.views.facets import facets
from kg.views.measure_table import table
from kg.views.scene import Scene, View
from kg.views.timing import Timing, clauses, due_on, timing
from kg.wording import Text

NAME = "deadlines"
TITLE = Text("时间线：何时到期", "Deadlines: what falls due when")


def deadlines(graph: Graph, choice: Choice) -> View:
    """Return the view, one scene for each document, the one with most deadlines first."""

    def draw(found: Sequence[Dossier]) -> Iterator[Scene]:
        filled = [dossier for dossier in found if dossier.entries]
        filled.sort(key=lambda d: (-sum(due_on(e) is not None for e in d.entries), d.key))
        return (_scene(dossier, choice) for dossier in filled)

    return assembled(NAME, TITLE, graph, choice, draw)


def _scene(dossier: Dossier, choice: Choice) -> Scene:
    chart = Chart.of(tuple(slots(dossier, choice)), choice.as_of)
    return Scene(
        key=dossier.key,
        title=dossier.title,
        finding=_finding(dossier, choice),
        kinds=KINDS,
        marks=tuple(marks(chart, choice)),
        links=(),
        drawings=tuple(drawings(chart, choice.as_of)),
        table=table([dossier], choice),
        facets=facets([dossier], choice),
        notes=(
            Text(
                "图例数的是图上的点（举措 × 牵头单位），结论数的是举措；"
                "分句时限只管举措中的一句，不算整条的时限",
                "the legend counts dots (measure × lead agency), the finding measures; the date of "
                "one clause is none of the whole measure",
            ),
            Text(
                "联合牵头的举措在每个牵头单位一行各画一次；合计栏每条只计一次",
                "a measure with several leads stands in the lane of each; the total counts it once",
            ),
        ),
    )


def _finding(dossier: Dossier, choice: Choice) -> Text:
    states = Counter(timing(entry, choice) for entry in dossier.entries)
    parts = [clause.due_on for entry in dossier.entries for clause in clauses(entry, choice)]
    months = Counter(f"{d:%Y-%m}" for e in dossier.entries if (d := due_on(e)) is not None)
    whole = len(dossier.entries)
    dated = sum(months.values())
    zh = f"举措 {whole} 条，有截止日的 {dated} 条"
    en = f"{whole} measures, {dated} with a last day"
    if months:
        month, number = max(months.items(), key=lambda item: (item[1], item[0]))
        zh += f"；{month} 到期 {number} 条，占 {number / dated:.0%}"
        en += f"; {number} of them fall due in {month} ({number / dated:.0%})"
    if choice.ledger is not None and (told := tally(states.elements())).zh:
        zh += f"；截至 {choice.as_of} {told.zh}"
        en += f"; as of {choice.as_of} {told.en}"
    elif states[Timing.EXPIRED]:
        zh += f"；截至 {choice.as_of} 已到期 {states[Timing.EXPIRED]} 条（完成情况未载）"
        en += f"; expired as of {choice.as_of}: {states[Timing.EXPIRED]} (completion not recorded)"
    if states[Timing.NONE]:
        zh += f"；整条未写时限 {states[Timing.NONE]} 条"
        en += f"; {states[Timing.NONE]} name no deadline of the whole measure"
    if parts:
        zh += f"；另有 {len(parts)} 条分句时限（最早 {min(parts):%Y-%m}）"
        en += f"; besides, dates of single clauses: {len(parts)} (first {min(parts):%Y-%m})"
    return Text(zh, en)
