"""The view of a document: sections, tasks and measures as an indented tree, with what is damaged
or missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis.dossier import Dossier
from kg.model import Graph
from kg.views.assembly import assembled
from kg.views.choice import Choice
from kg.views.completion import tally
from kg.views.document_marks import KINDS, drawings, links, marks
from kg.views.document_tree import Tree, fault
from kg.views.facets import facets
from kg.views.measure_table import table
from kg.views.scene import Scene, View
from kg.views.timing import timing
from kg.wording import Text

NAME = "document"
TITLE = Text("文件树：板块、任务、举措", "Document: sections, tasks, measures")


def document(graph: Graph, choice: Choice) -> View:
    """Return the view, one scene for each document, the one with most measures first."""

    def draw(found: Sequence[Dossier]) -> Iterator[Scene]:
        filled = sorted((d for d in found if d.entries), key=lambda d: (-len(d.entries), d.key))
        return (_scene(dossier, choice) for dossier in filled)

    return assembled(NAME, TITLE, graph, choice, draw)


def _scene(dossier: Dossier, choice: Choice) -> Scene:
    tree = Tree.of(dossier)
    return Scene(
        key=dossier.key,
        title=dossier.title,
        finding=_finding(dossier, tree, choice),
        kinds=KINDS,
        marks=tuple(marks(tree, choice)),
        links=tuple(links(tree)),
        drawings=tuple(drawings(tree, choice)),
        table=table([dossier], choice),
        facets=facets([dossier], choice),
    )


def _finding(dossier: Dossier, tree: Tree, choice: Choice) -> Text:
    counts = {
        label: sum(b.node.label == label for b in tree.branches) for label in ("Section", "Task")
    }
    faults = [fault(leaf.entry, tree) for leaf in tree.leaves]
    zh = f"板块 {counts['Section']}，任务 {counts['Task']}，举措 {len(dossier.entries)}"
    en = f"{counts['Section']} sections, {counts['Task']} tasks, {len(dossier.entries)} measures"
    for name, word, other in (
        ("damaged", "受损或存疑", "damaged or in doubt"),
        ("nobody", "没有单位", "without an agency"),
        ("leaderless", "没有写明牵头", "without a named lead"),
        ("undated", "没有时限", "without a deadline"),
    ):
        number = sum(name in found for found in faults)
        zh += f"；{word} {number} 条" if number else ""
        en += f"; {number} {other}" if number else ""
    if not tree.names_leads:
        zh += "；全文没有写明牵头单位"
        en += "; the text names no lead at all"
    if not tree.names_deadlines:
        zh += "；全文没有写明整条举措的时限"
        en += "; the text names no deadline of a whole measure"
    if choice.ledger is not None:
        words = tally(timing(leaf.entry, choice) for leaf in tree.leaves)
        zh += f"；{words.zh}" if words.zh else ""
        en += f"; {words.en}" if words.zh else ""
    if not any(faults) and tree.names_leads and tree.names_deadlines:
        zh += "；每条都有单位、牵头和时限，没有受损的"
        en += "; each has an agency, a lead and a deadline, none is damaged"
    return Text(zh, en)
