"""The view of coordination: which agencies must talk to one another, and about how much.

The hub in the middle, the others in the groups that are left without it, links as wide as there
are shared measures; collectives and blanket bodies are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis.dossier import Dossier
from kg.analysis.network.circle import Circle, Scope, circles
from kg.analysis.network.cohesion import cohesion
from kg.analysis.network.network import Network
from kg.model import Basis, Graph
from kg.views.assembly import assembled
from kg.views.choice import Choice
from kg.views.coordination_groups import Division, division
from kg.views.coordination_marks import drawings, kinds, links, marks
from kg.views.coordination_pairs import pair_records, table
from kg.views.facets import facets
from kg.views.scene import Scene, View
from kg.wording import Text

NAME = "coordination"
TITLE = Text("协同网络：谁要与谁沟通", "Coordination: who must talk to whom")
_WORDS = Text(
    "枢纽是伙伴最多的单位；群组是去掉枢纽后彼此共同举措较多的单位；"
    "桥梁是枢纽之外的伙伴分在几个群组的单位。报告所说的桥梁另指：举措跨两个以上板块的单位",
    "the hub is the agency with most partners; groups are those that share most without it; a "
    "bridge has partners, the hub aside, in several groups. The bridges of the reports are "
    "others: agencies whose measures stand in two sections or more",
)


def coordination(graph: Graph, choice: Choice) -> View:
    """Return the view, one scene for each document and basis; those that say roles come first."""
    scope = Scope(choice.documents, inferred=True)
    found = [circle for circle in circles(graph, scope) if circle.network.bodies]
    found.sort(key=lambda c: (c.network.basis is not Basis.EXPLICIT, -len(c.network.bodies), c.key))

    def draw(dossiers: Sequence[Dossier]) -> Iterator[Scene]:
        known = {dossier.key: dossier for dossier in dossiers}
        return (_scene(c, known[c.ledger.document.key], choice, scope) for c in found)

    extra = tuple(record for circle in found for record in pair_records(circle))
    return assembled(NAME, TITLE, graph, choice, draw, extra=extra)


def _scene(circle: Circle, dossier: Dossier, choice: Choice, scope: Scope) -> Scene:
    divided = division(circle.network)
    return Scene(
        key=circle.key,
        title=circle.title,
        finding=_finding(circle.network, divided),
        kinds=kinds(circle.network, divided),
        marks=tuple(marks(circle.network, divided, dossier, choice)),
        links=tuple(links(circle, divided)),
        drawings=tuple(drawings(divided)),
        table=table(circle, dossier),
        facets=facets([dossier], choice),
        notes=(_WORDS, *_weak(divided), *circle.notes(scope)),
    )


def _weak(divided: Division) -> tuple[Text, ...]:
    if not divided.crowded:
        return ()
    return (
        Text(
            f"联系太密：共同举措少于 {divided.close} 条的先不画，点图例画出；表格中都有",
            f"too many links: those of fewer than {divided.close} shared measures are off; the "
            "legend draws them, the table holds them all",
        ),
    )


def _finding(network: Network, divided: Division) -> Text:
    bodies, pairs = len(network.bodies), network.pairs
    zh = f"{bodies} 个单位中 {pairs} 对有共同举措"
    en = f"{pairs} pairs of {bodies} agencies share measures"
    if divided.hub is None:
        return Text(zh, en)
    name, partners = network.name(divided.hub), len(network.shared[divided.hub])
    without = next(r for r in cohesion(network).removals if r.body == divided.hub)
    zh += f"；{name}与 {partners} 个单位有共同举措"
    en += f"; {name} is joined to {partners}"
    if without.pieces == 1:
        zh += "，去掉它，其余仍连成一片"
        en += "; without it the rest hangs together still"
    else:
        zh += f"，去掉它，其余分成 {without.pieces} 片，其中 {without.alone} 个单位再无伙伴"
        en += (
            f"; without it the rest falls into {without.pieces} pieces, {without.alone} of them "
            "single agencies"
        )
    return Text(zh, en)
