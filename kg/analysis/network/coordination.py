"""Who must talk to whom, and about what; who bridges the sections; what falls apart without
whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nsmallest

from kg.analysis.collection import uncollected
from kg.analysis.dossier import dossiers
from kg.analysis.network.bridges import bridges_part
from kg.analysis.network.circle import Circle, Scope, circles, cut_note
from kg.analysis.network.coordination_columns import PAIRS
from kg.analysis.network.groups import communities_part, removals_part
from kg.analysis.network.network import Network, closeness
from kg.analysis.report import CellValue, Part, Report
from kg.analysis.subjects import Subjects
from kg.model import Graph
from kg.wording import Text

TITLE = Text("单位协同", "Coordination of agencies")


_CLOSENESS = Text(
    "紧密度：每条共同举措计 1 ÷（该举措计入的单位数 − 1），加总；同列的单位越多，每一对越不紧密",
    "closeness: each shared measure counts 1 ÷ (bodies counted on it − 1), added up: the longer "
    "the list of bodies, the looser each pair",
)
_OFTEN = 20
"""Networks up to which the groups of each are looked for several times."""

Pair = tuple[int, int, int]
"""How many measures two bodies share, negative so that most come first, and their numbers."""


def coordination(graph: Graph, scope: Scope | None = None) -> Report:
    """Return, for each document and basis, the pairs of bodies that share measures (part: the
    document's key), its groups (``…!communities``), its bridges (``…!bridges``) and what falls
    apart without whom (``…!hub``).

    Pairs are ordered by shared measures (most first), then names. With ``scope.agency`` there
    are its pairs alone.
    """
    scope = scope or Scope()
    with uncollected():
        parts = _all_parts(graph, scope)
    notes = () if parts else (Text("库中没有文件", "the store holds no document"),)
    return Report("coordination", TITLE, tuple(parts), notes)


def _all_parts(graph: Graph, scope: Scope) -> list[Part]:
    entries = {d.key: {e.key: e for e in d.entries} for d in dossiers(graph, scope.documents)}
    sections = _sections(graph)
    found = list(circles(graph, scope))
    scope = replace(scope, tables=len(found))
    parts: list[Part] = []
    for circle in found:
        key = circle.ledger.document.key
        subjects = Subjects(entries[key], sections.get(key, 0))
        parts += _parts(circle, subjects, scope)
    return parts


def _parts(circle: Circle, subjects: Subjects, scope: Scope) -> Iterator[Part]:
    yield _pairs_part(circle, subjects, scope)
    if scope.agency is None and circle.network.pairs:
        from kg.analysis.network.communities import RUNS, communities  # noqa: PLC0415 - networkx

        found = communities(circle.network, RUNS if scope.tables <= _OFTEN else 1)
        yield communities_part(circle, found, scope)
        yield bridges_part(circle, subjects, found, scope)
        yield removals_part(circle)


def _sections(graph: Graph) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for edge in graph.edges:
        if edge.type == "HAS_SECTION":
            found[edge.src] = found.get(edge.src, 0) + 1
    return found


def _pairs_part(circle: Circle, subjects: Subjects, scope: Scope) -> Part:
    pairs = list(_pairs(circle.network, scope))
    crowd = circle.network.crowd()
    shown = nsmallest(scope.rows, pairs)
    rows = (_row(circle.network, pair, subjects, crowd, scope) for pair in shown)
    notes = [
        *circle.notes(scope),
        *([_CLOSENESS] if pairs else []),
        *_asked(circle, pairs, scope),
        *cut_note(len(shown), len(pairs), scope),
    ]
    return Part(circle.key, circle.title, PAIRS, tuple(rows), tuple(notes))


def _pairs(network: Network, scope: Scope) -> Iterator[Pair]:
    """Each pair once, in order of names; of one body asked about, with this body first."""
    for i, partners in enumerate(network.shared):
        if scope.agency is None or network.bodies[i].agency.key == scope.agency:
            for j, measures in partners.items():
                if scope.agency is not None or i < j:
                    yield -measures, i, j


def _asked(circle: Circle, pairs: Sequence[Pair], scope: Scope) -> list[Text]:
    if scope.agency is None or pairs:
        return []
    name = next((t.name for t in circle.ledger.tallies if t.agency.key == scope.agency), None)
    if name is None:
        return [Text("所问单位在本文件中没有列名", "the body asked about is not named here")]
    return [
        Text(
            f"{name}与计入的单位没有共同举措",
            f"{name} shares no measure with a body that is counted",
        )
    ]


def _row(
    network: Network,
    pair: Pair,
    subjects: Subjects,
    crowd: Mapping[str, int],
    scope: Scope,
) -> dict[str, CellValue]:
    negative, first, second = pair
    keys = network.common(first, second)
    leads = {body: len(keys & network.leads(body)) for body in (first, second)}
    if scope.agency is None and leads[second] > leads[first]:
        first, second = second, first
    return {
        "agency": network.name(first),
        "partner": network.name(second),
        "measures": -negative,
        "closeness": round(closeness(keys, crowd), 9),
        "agency_leads": leads[first],
        "partner_leads": leads[second],
        "sections": subjects.section_numbers(keys),
        "about": subjects.about(keys),
        "measure_keys": subjects.ordered(keys),
        "task_keys": tuple(task.key for task, _ in subjects.tasks(keys)),
        "agency_keys": (network.bodies[first].agency.key, network.bodies[second].agency.key),
    }
