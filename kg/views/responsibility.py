"""The view of responsibility: who leads and supports what in a document.

A matrix: agencies as rows, the one that leads most at the top; measures as columns in printed
order under their sections; a filled mark where an agency leads, a ring where it supports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from kg.analysis.dossier import Dossier, Entry
from kg.analysis.ledger import Ledger, Tally, ledgers
from kg.analysis.workload.report import ASSIST_WEIGHT
from kg.model import Basis, Graph
from kg.views.assembly import assembled
from kg.views.choice import Choice
from kg.views.facets import facets
from kg.views.measure_table import table
from kg.views.responsibility_marks import KINDS, marks
from kg.views.responsibility_matrix import Matrix, Section, Tier, drawings
from kg.views.scene import Scene, View
from kg.wording import Text

NAME = "responsibility"
TITLE = Text("责任图：谁牵头、谁配合", "Responsibility: who leads and who supports")
_DIGITS = 9
"""Sums of 1/n are rounded here, so that a whole number is one."""


def responsibility(graph: Graph, choice: Choice) -> View:
    """Return the view, one scene for each document, those that name leads first."""
    books = {ledger.document.key: ledger for ledger in ledgers(graph, choice.documents)}

    def draw(found: Sequence[Dossier]) -> Iterator[Scene]:
        filled = [d for d in found if d.entries]
        filled.sort(key=lambda d: (not books[d.key].explicit, -len(d.entries), d.key))
        return (_scene(d, books[d.key], choice) for d in filled)

    return assembled(NAME, TITLE, graph, choice, draw)


def _scene(dossier: Dossier, ledger: Ledger, choice: Choice) -> Scene:
    tiers = tuple(_tiers(ledger))
    matrix = Matrix.of(_sections(dossier), tiers, explicit=ledger.explicit)
    return Scene(
        key=dossier.key,
        title=dossier.title,
        finding=_finding(dossier, ledger, tiers),
        kinds=KINDS,
        marks=tuple(marks(matrix, dossier, choice)),
        links=(),
        drawings=tuple(drawings(matrix)),
        table=table([dossier], choice),
        facets=facets([dossier], choice),
        notes=_notes(ledger, tiers),
    )


def _sections(dossier: Dossier) -> Iterator[Section]:
    """The measures by the section they stand under, in printed order."""
    groups: dict[str, tuple[str, list[Entry]]] = {}
    for entry in dossier.entries:
        heading = next((h for h in entry.headings if h.label == "Section"), None)
        key = heading.key if heading is not None else ""
        number = str(heading.props.get("number", "")) if heading is not None else ""
        title = str(heading.props["title"]) if heading is not None else ""
        name = f"{number}、{title}" if number else title
        groups.setdefault(key, (name, []))[1].append(entry)
    return (Section(key, name, tuple(found)) for key, (name, found) in groups.items())


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a body stands in the ranking."""

    leads: int
    weighted: float


def _standing(tally: Tally, basis: Basis, led: Counter[str]) -> _Standing:
    """Its leads, and its workload as the report weighs it: of n leads on a measure each has 1/n."""
    leads = tally.of("LEADS", basis)
    assists = ASSIST_WEIGHT * len(tally.of("ASSISTS", basis))
    return _Standing(len(leads), round(fsum(1 / led[key] for key in leads) + assists, _DIGITS))


def _tiers(ledger: Ledger) -> Iterator[Tier]:
    """The rows in three bands: who leads, who only supports, and collectives and blanket bodies;
    in each by leads, then weighted workload, as the report ranks them, then name.
    """
    basis = Basis.EXPLICIT if ledger.explicit else Basis.INFERRED
    led = Counter(key for tally in ledger.tallies for key in tally.of("LEADS", basis))
    standings = {t.agency.key: _standing(t, basis, led) for t in ledger.tallies}

    def rank(tally: Tally) -> tuple[int, float, str]:
        own = standings[tally.agency.key]
        return (-own.leads, -own.weighted, tally.name)

    ranked = sorted(ledger.tallies, key=rank)
    broad = [t for t in ranked if t.is_collective or t.blanket]
    single = [t for t in ranked if not (t.is_collective or t.blanket)]
    leading = [t for t in single if standings[t.agency.key].leads]
    others = [t for t in single if not standings[t.agency.key].leads]
    inferred = "" if ledger.explicit else "（推断：首列）"
    en = "" if ledger.explicit else " (inferred: listed first)"
    for name, tallies in (
        (Text(f"牵头{inferred} {len(leading)}", f"lead{en}: {len(leading)}"), leading),
        (Text(f"只配合 {len(others)}", f"support only: {len(others)}"), others),
        (Text(f"统称、普遍列名 {len(broad)}", f"collective or blanket: {len(broad)}"), broad),
    ):
        if tallies:
            yield Tier(name, tuple(tallies), broad=tallies is broad)


def _finding(dossier: Dossier, ledger: Ledger, tiers: Sequence[Tier]) -> Text:
    ranked = [t for tier in tiers if not tier.broad for t in tier.tallies]
    whole = len(dossier.entries)
    if not ranked:
        return Text(
            f"举措 {whole} 条，没有列出可排名的单位", f"{whole} measures, no agency to rank"
        )
    if not ledger.explicit:
        most = max(ranked, key=lambda t: (len(t.measures), t.name))
        share = len(most.measures)
        return Text(
            f"举措 {whole} 条，原文没有写明牵头单位；列名最多的是{most.name}，{share} 条",
            f"{whole} measures; the text names no lead. Named most often: {most.name}, on {share}",
        )
    first = ranked[0]
    leads = len(first.of("LEADS", Basis.EXPLICIT))
    rest = sum(1 for t in ranked if not t.of("LEADS", Basis.EXPLICIT))
    return Text(
        f"举措 {whole} 条：{first.name}牵头 {leads} 条，占 {leads / whole:.0%}；"
        f"排名的 {len(ranked)} 个单位中 {rest} 个只配合、不牵头",
        f"{whole} measures: {first.name} leads {leads} of them ({leads / whole:.0%}); "
        f"{rest} of {len(ranked)} ranked agencies only support",
    )


def _notes(ledger: Ledger, tiers: Sequence[Tier]) -> tuple[Text, ...]:
    notes = [
        Text(f"明示 {_roles(ledger, Basis.EXPLICIT).zh}", f"{_roles(ledger, Basis.EXPLICIT).en}")
        if ledger.explicit
        else Text(
            "原文只列责任单位、不分牵头与配合：首列视为牵头是推断，虚线画出，从不与明示的相加",
            "the text lists responsible agencies without naming a lead: «first listed leads» is "
            "inferred, drawn broken and never added to what is said",
        )
    ]
    notes.append(
        Text(
            f"单位按牵头数、再按加权任务量（牵头 1、n 个联合牵头各 1/n、配合 {ASSIST_WEIGHT}）、"
            "再按名称排列",
            "agencies are ordered by leads, then weighted workload (a lead 1, one of n leads 1/n, "
            f"an assist {ASSIST_WEIGHT}), then name",
        )
    )
    if any(tier.broad for tier in tiers):
        notes.append(
            Text(
                "统称和几乎每条都列名的单位不排名，列在最下",
                "collective names and bodies on nearly every measure are not ranked: at the bottom",
            )
        )
    return tuple(notes)


def _roles(ledger: Ledger, basis: Basis) -> Text:
    leads, assists = (ledger.count(role, basis) for role in ("LEADS", "ASSISTS"))
    return Text(
        f"牵头 {leads} 项次、配合 {assists} 项次", f"lead roles: {leads}, supporting: {assists}"
    )
