"""Who must talk to whom, and about what; who bridges the sections; what falls apart without whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from kg.analysis.bridges import bridges_part
from kg.analysis.circle import Circle, Scope, circles, cut_note
from kg.analysis.coordination_columns import PAIRS
from kg.analysis.dossier import Entry, dossiers
from kg.analysis.groups import communities_part, removals_part
from kg.analysis.network import closeness
from kg.analysis.report import CellValue, Part, Report
from kg.analysis.subjects import Subjects
from kg.model import Graph, Node
from kg.wording import Text

TITLE = Text("单位协同", "Coordination of agencies")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bodies by number, and how many measures they share."""

    first: int
    second: int
    measures: int


def coordination(graph: Graph, scope: Scope | None = None) -> Report:
    """Return, for each document and basis, the pairs of bodies that share measures (part: the
    document's key), its groups (``…!communities``), its bridges (``…!bridges``) and what falls
    apart without whom (``…!hub``).

    Pairs are ordered by shared measures (most first), closeness, then names. With
    ``scope.agency`` there are its pairs alone.
    """
    scope = scope or Scope()
    entries = {d.key: {e.key: e for e in d.entries} for d in dossiers(graph, scope.documents)}
    sections = _sections(graph)
    parts: list[Part] = []
    for circle in circles(graph, scope):
        key = circle.ledger.document.key
        subjects = Subjects(entries[key], sections.get(key, 0))
        parts += _parts(circle, subjects, scope)
    notes = () if parts else (Text("库中没有文件", "the store holds no document"),)
    return Report("coordination", TITLE, tuple(parts), notes)


def _parts(circle: Circle, subjects: Subjects, scope: Scope) -> Iterator[Part]:
    yield _pairs_part(circle, subjects, scope)
    if scope.agency is None and circle.network.pairs:
        from kg.analysis.communities import communities  # noqa: PLC0415 - networkx

        found = communities(circle.network)
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
    pairs = list(_pairs(circle, scope))
    crowd = circle.network.crowd()
    shown = nsmallest(scope.rows, pairs, key=lambda pair: _order(circle, pair))
    rows = [_row(circle, pair, subjects, crowd) for pair in shown]
    return Part(
        circle.key,
        circle.title,
        PAIRS,
        tuple(rows),
        (*circle.notes(scope), *_asked(circle, pairs, scope), *cut_note(len(shown), len(pairs), scope)),
    )


def _pairs(circle: Circle, scope: Scope) -> Iterator[Pair]:
    found = circle.network
    for i, partners in enumerate(found.shared):
        own = found.bodies[i].agency.key == scope.agency
        for j, measures in partners.items():
            if own or (scope.agency is None and i < j):
                yield Pair(i, j, measures)


def _order(circle: Circle, pair: Pair) -> tuple[int, str, str]:
    return -pair.measures, circle.network.name(pair.first), circle.network.name(pair.second)


def _asked(circle: Circle, pairs: Sequence[Pair], scope: Scope) -> list[Text]:
    if scope.agency is None or pairs:
        return []
    name = next((t.name for t in circle.ledger.tallies if t.agency.key == scope.agency), None)
    if name is None:
        return [Text("所问单位在本文件中没有列名", "the body asked about is not named here")]
    return [Text(f"{name}没有共同举措的伙伴", f"{name} shares no measure with a counted body")]


def _row(
    circle: Circle, pair: Pair, subjects: Subjects, crowd: Mapping[str, int]
) -> dict[str, CellValue]:
    found = circle.network
    keys = found.common(pair.first, pair.second)
    first, second = pair.first, pair.second
    leads = {body: len(keys & found.leads(body)) for body in (first, second)}
    if scope_free := circle_asks_for_none(circle):
        del scope_free
    tasks = subjects.tasks(keys)
    return {
        "agency": found.name(first),
        "partner": found.name(second),
        "measures": pair.measures,
        "closeness": round(closeness(keys, crowd), 9),
        "agency_leads": leads[first],
        "partner_leads": leads[second],
        "sections": subjects.section_numbers(keys),
        "about": subjects.about(keys),
        "measure_keys": subjects.ordered(keys),
        "task_keys": tuple(task.key for task in tasks),
        "agency_keys": (found.bodies[first].agency.key, found.bodies[second].agency.key),
    }
