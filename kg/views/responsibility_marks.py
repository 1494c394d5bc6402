"""The marks of the responsibility matrix: names of agencies, and their roles."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.dossier import Dossier, Entry
from kg.analysis.ledger import basis_of
from kg.model import Basis, Edge, Node
from kg.views.choice import Choice
from kg.views.facets import AGENCY, values_of
from kg.views.lettering import ems, shortened
from kg.views.palette import BLUE, INK, ORANGE, SKY, VERMILION, WHITE
from kg.views.responsibility_matrix import Matrix
from kg.views.scene import LETTER, Kind, Mark, Shape
from kg.wording import Text

KINDS = (
    Kind("lead", Text("牵头", "leads"), Shape.SQUARE, BLUE, BLUE, size=5),
    Kind("assist", Text("配合", "supports"), Shape.DOT, WHITE, ORANGE, size=5),
    Kind(
        "lead?",
        Text("首列单位（推断牵头）", "listed first (inferred lead)"),
        Shape.SQUARE,
        SKY,
        BLUE,
        dashed=True,
        size=5,
    ),
    Kind(
        "assist?",
        Text("其余所列单位（推断配合）", "listed after (inferred support)"),
        Shape.DOT,
        WHITE,
        ORANGE,
        dashed=True,
        size=5,
    ),
    Kind(
        "nobody",
        Text("没有列出单位", "no agency named"),
        Shape.TRIANGLE,
        VERMILION,
        VERMILION,
        size=6,
        urgent=True,
    ),
    Kind("agency", Text("单位", "agency"), Shape.WORDS, WHITE, WHITE, legend=False, ink=INK),
)
_ROLE = {
    ("LEADS", Basis.EXPLICIT): "lead",
    ("ASSISTS", Basis.EXPLICIT): "assist",
    ("LEADS", Basis.INFERRED): "lead?",
    ("ASSISTS", Basis.INFERRED): "assist?",
}
_WORDS = {kind.key: kind.name for kind in KINDS}


def marks(matrix: Matrix, dossier: Dossier, choice: Choice) -> Iterator[Mark]:
    """Yield the agencies' names, then a mark for each role, in printed order."""
    yield from _names(matrix)
    for entry in dossier.entries:
        for edge, agency in entry.roles:
            yield _role(matrix, entry, edge, agency, choice)
        if not entry.roles:
            yield _nobody(matrix, entry, choice)


def _names(matrix: Matrix) -> Iterator[Mark]:
    for tier, _ in matrix.tiers:
        for tally in tier.tallies:
            label = shortened(tally.name)
            width = round(ems(label) * LETTER)
            yield Mark(
                key=tally.agency.key,
                kind="agency",
                x=matrix.gutter - width // 2,
                y=matrix.rows[tally.agency.key],
                about=(tally.agency.key,),
                label=label,
                hint=tally.name if label != tally.name else "",
                width=width,
                values={AGENCY: (tally.agency.key,)},
                sticky=True,
            )


def _role(matrix: Matrix, entry: Entry, edge: Edge, agency: Node, choice: Choice) -> Mark:
    kind = _ROLE[edge.type, basis_of(edge)]
    name = str(agency.props["name"])
    return Mark(
        key=f"{edge.type}|{agency.key}|{entry.key}",
        kind=kind,
        x=matrix.columns[entry.key],
        y=matrix.rows[agency.key],
        about=(entry.key, agency.key),
        hint=Text(f"{name}：{_WORDS[kind].zh}", f"{name}: {_WORDS[kind].en}"),
        values=values_of(entry, choice, agency.key),
    )


def _nobody(matrix: Matrix, entry: Entry, choice: Choice) -> Mark:
    return Mark(
        key=f"nobody|{entry.key}",
        kind="nobody",
        x=matrix.columns[entry.key],
        y=matrix.nobody or 0,
        about=(entry.key,),
        hint=_WORDS["nobody"],
        values=values_of(entry, choice),
    )
