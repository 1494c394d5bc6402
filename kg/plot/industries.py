"""Which agency leads on which industry, as a grid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kg.analysis.dossier import Dossier, Entry, Selection, dossiers
from kg.model import Basis, Graph
from kg.plot.captions import as_of_note, cut_note
from kg.plot.chart import Chart, Grid
from kg.wording import Text

_TITLE = Text("牵头单位与产业", "Lead agencies and industries")
_MEASURES = Text("举措数", "measures")
_AGENCIES = Text("单位", "agencies")
_INDUSTRIES = Text("产业", "industries")
Pairs = Counter[tuple[str, str]]


def industries_chart(graph: Graph, selection: Selection, as_of: date) -> Chart:
    """Return a grid for each document: how many measures an agency leads that name an industry.

    A measure with several leads or industries counts in several cells. ``selection.top`` limits
    rows and columns. Inferred leads, where they are asked for, have a grid of their own; a
    document whose measures that name industries have no such lead is named below.
    """
    panels: list[Grid] = []
    bare: list[Text] = []
    bases = [Basis.EXPLICIT, *([Basis.INFERRED] if selection.inferred else [])]
    for dossier in dossiers(graph, selection.documents):
        found = [g for b in bases if (g := _grid(dossier, b, selection.top)) is not None]
        panels += found
        if not found:
            bare.append(
                Text(
                    f"没有可列的牵头单位或产业：{dossier.title.zh}",
                    f"no lead or no industry to show: {dossier.title.en}",
                )
            )
    return Chart(_TITLE, tuple(panels), (*bare, as_of_note(as_of)))


def _grid(dossier: Dossier, basis: Basis, top: int | None) -> Grid | None:
    naming = [entry for entry in dossier.entries if entry.of("CONCERNS")]
    led = [entry for entry in naming if entry.leads(basis)]
    pairs = _pairs(led, basis)
    if not pairs:
        return None
    rows = _most(Counter({a: sum(n for (b, _), n in pairs.items() if a == b) for a, _ in pairs}))
    columns = _most(Counter(i for entry in led for i in _industries(entry)))
    shown, across = rows[:top], columns[:top]
    title, basis_words = dossier.title, _words(basis)
    whole = len(dossier.entries)
    notes = (
        Text(
            f"提到产业的举措 {len(naming)} 条，共 {whole} 条；其中有{basis_words.zh}牵头单位的 "
            f"{len(led)} 条；一条举措可计入几格",
            f"measures that name an industry: {len(naming)} of {whole}, of these with an "
            f"{basis_words.en} lead: {len(led)}; one measure may count in several cells",
        ),
        *cut_note(_AGENCIES, len(shown), len(rows)),
        *cut_note(_INDUSTRIES, len(across), len(columns)),
    )
    if basis is Basis.INFERRED:
        title = Text(f"推断的牵头：{title.zh}", f"Inferred leads: {title.en}")
    values = tuple(tuple(pairs[agency, industry] for industry in across) for agency in shown)
    return Grid(title, notes, tuple(shown), tuple(across), values, _MEASURES)


def _pairs(entries: Iterable[Entry], basis: Basis) -> Pairs:
    return Counter(
        (agency, industry)
        for entry in entries
        for agency in dict.fromkeys(entry.leads(basis) or ())
        for industry in _industries(entry)
    )


def _industries(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(node.props["name"]) for _, node in entry.of("CONCERNS")))


def _most(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))


def _words(basis: Basis) -> Text:
    return Text("明示", "explicit") if basis is Basis.EXPLICIT else Text("推断", "inferred")
