"""The view of one agency: all that it has to do, with whom, until when.

The agency in the middle; what it leads at the right, what it supports at the left, by deadline;
its partners outside, beside their measures; below, gaps that it could close.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.analysis.dossier import Dossier
from kg.analysis.gaps.coverage import STATES, Item
from kg.analysis.ledger import ledgers
from kg.model import Basis, Graph, Node
from kg.views.agency_duties import OPEN, ROLES, Duty, duties, open_gaps
from kg.views.agency_marks import KINDS, drawings, links, marks
from kg.views.agency_sides import Sides
from kg.views.assembly import assembled
from kg.views.choice import Choice
from kg.views.completion import tally
from kg.views.facets import facets
from kg.views.judgement import counted
from kg.views.measure_table import table
from kg.views.scene import Scene, View
from kg.views.timing import DONE, Timing
from kg.wording import Text

NAME = "agency"
TITLE = Text("单位图：要做什么、与谁、何时", "Agency: what it has to do, with whom, until when")
_NOTES = (
    Text(
        "虚线为推断（原文只列责任单位，首列视为牵头）；空心为已到期（完成情况未载）",
        "broken: inferred (the text names no lead, the first listed is taken for it); hollow: "
        "expired, completion not recorded",
    ),
    Text(
        "可承接的上级任务与 kg report brief 同一口径：未承接或部分承接的上级任务中，"
        "列有本单位的对口上级单位（或其处室）的，和本单位列名的举措已部分承接的",
        "upper tasks it could take on are those of kg report brief: not or partly covered, "
        "naming its office one level up (or a division of it), or partly taken on by measures it "
        "stands on",
    ),
    Text(
        "统称和几乎每条都列名的单位不列为伙伴",
        "collective names and bodies on nearly every measure are not shown as partners",
    ),
)
_RECORDED = Text(
    "按完成情况的记录：√ 已完成，！ 逾期未完成",
    "as recorded: √ done, ！ late and not done",
)


def agency(graph: Graph, choice: Choice) -> View:
    """Return the view of the chosen agency; without a choice that of the one that leads most."""
    body = chosen(graph, choice)

    def draw(found: Sequence[Dossier]) -> Iterator[Scene]:
        if body is not None:
            yield _scene(graph, body, found, choice)

    compared = any(edge.type == "COMPARED_WITH" for edge in graph.edges)
    basis = (counted(choice.states),) if compared else ()
    notes = _NOTES if choice.ledger is None else (*_NOTES, _RECORDED)
    return assembled(NAME, TITLE, graph, choice, draw, basis=basis, notes=notes)


def chosen(graph: Graph, choice: Choice) -> Node | None:
    """Return the agency a view is about; None where no agency has a role, or the chosen one is
    not in the graph.
    """
    if choice.agency:
        return next((node for node in graph.nodes if node.key == choice.agency), None)
    tallies = [t for ledger in ledgers(graph, choice.documents) for t in ledger.tallies]
    ranked = [t for t in tallies if not t.is_collective] or tallies
    ranked.sort(key=lambda t: (*(-len(t.of("LEADS", b)) for b in Basis), -len(t.measures), t.name))
    return ranked[0].agency if ranked else None


def _scene(graph: Graph, body: Node, found: Sequence[Dossier], choice: Choice) -> Scene:
    held = duties(found, body.key, choice)
    gaps = open_gaps(graph, body.key, choice)
    sides = Sides.of(held, gaps)
    return Scene(
        key=body.key,
        title=str(body.props["name"]),
        finding=_finding(body, held, [item for _, item in gaps], choice),
        kinds=KINDS,
        marks=tuple(marks(body, sides, choice)),
        links=tuple(links(body, sides)),
        drawings=tuple(drawings(sides)),
        table=table(found, choice, frozenset(duty.entry.key for duty in held)),
        facets=facets(found, choice),
    )


def _finding(body: Node, held: Sequence[Duty], gaps: Sequence[Item], choice: Choice) -> Text:
    name = str(body.props["name"])
    told = [(ROLES[kind], n) for kind in ROLES if (n := sum(d.kind == kind for d in held))]
    zh = f"{name}：" + "，".join(f"{word.zh} {number} 条" for word, number in told)
    en = f"{name}: " + ", ".join(f"{word.en} {number}" for word, number in told)
    expired = sum(duty.timing is Timing.EXPIRED for duty in held)
    ahead = [d.day for d in held if d.day and d.day >= choice.as_of and d.timing not in DONE]
    if choice.ledger is not None and (words := tally(duty.timing for duty in held)).zh:
        zh += f"；{words.zh}"
        en += f"; {words.en}"
    elif expired:
        zh += f"；{expired} 条已到期（完成情况未载）"
        en += f"; {expired} expired (completion not recorded)"
    if ahead:
        coming = min(ahead)
        zh += f"；下一个时限 {coming}，{ahead.count(coming)} 条"
        en += f"; next due {coming}: {ahead.count(coming)}"
    if gaps:
        counts = Counter(item.state for item in gaps)
        told = [(STATES[state], counts[state]) for state in OPEN if counts[state]]
        zh += f"；可承接的上级任务 {len(gaps)} 项："
        zh += "，".join(f"{word.zh} {number}" for word, number in told)
        en += "; upper tasks it could take on: "
        en += ", ".join(f"{number} {word.en}" for word, number in told)
    return Text(zh, en)
