"""A report and the named question that asks the same give the same figures, on both engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kg.analysis.deadlines.report import Horizon, Span, deadlines
from kg.analysis.dossier import Selection
from kg.analysis.network.centrality import centrality
from kg.analysis.network.circle import Scope
from kg.analysis.network.coordination import coordination
from kg.analysis.report import CellValue
from kg.analysis.workload.report import Choice, workload
from kg.model import Graph
from kg.store import open_store
from kg.store.cypher import CypherEngine
from kg.store.cypher.engine import Parameter
from tests.cypher.content_cases import compare_contents
from tests.cypher.reports import (
    AS_OF,
    Case,
    Found,
    agency,
    asked,
    figures,
    iso,
    ordered,
    parts,
    rows_of,
)
from tests.cypher.test_engines_agree import served

FIRST, LAST = date(2022, 1, 1), date(2025, 12, 31)


def ranking(graph: Graph, *, blanket: bool, collectives: bool) -> Found:
    found = []
    for document, row in rows_of(workload(graph, Choice(blanket=blanket, collectives=collectives))):
        figures_ = [row[name] for name in ("leads", "co_leads", "assists", "weighted_workload")]
        # The question knows no row without a role of the basis that it counts.
        if row["leads"] or row["assists"]:
            found.append((document, row["agency"], *figures_))
    return [(*row[:5], round(float(str(row[5])), 3)) for row in ordered(found)]


def spread(graph: Graph, *, inferred: bool) -> Found:
    part = next(
        p for p in workload(graph, Choice(inferred=inferred)).parts if p.key == "concentration"
    )
    names = ("lead_total", "lead_agencies", "top_agency", "top_leads", "top_share",
             "first_share", "herfindahl")  # fmt: skip
    return ordered(
        [
            (key, *(row[name] for name in names))
            for row in part.rows
            if row["lead_total"] is not None
            for key in row["document_keys"]  # type: ignore[union-attr]
        ]
    )


def solo(graph: Graph) -> Found:
    (part,) = (p for p in workload(graph).parts if p.key == "concentration")
    return ordered(
        [(key,) for row in part.rows for key in row["solo_total_keys"] or ()]  # type: ignore[union-attr]
    )


def co_led(graph: Graph) -> Found:
    keys = {key for _, row in rows_of(workload(graph)) for key in row["co_lead_keys"] or ()}  # type: ignore[union-attr]
    return ordered([(key,) for key in keys])


def months(graph: Graph) -> Found:
    return ordered(
        [
            (document, row["month"], row["due_measures"], row["due_share"])
            for document, row in rows_of(deadlines(graph, Horizon(AS_OF)))
            if row["due_measures"]
        ]
    )


def listed(graph: Graph, suffix: str, *, inferred: bool, clauses: bool = True) -> Found:
    report = deadlines(graph, Horizon(AS_OF, Span(FIRST, LAST)), Selection(inferred=inferred))
    found = []
    for document, row in rows_of(report, suffix):
        is_clause = str(row["scope"]) == "分句"
        if clauses or not is_clause:
            key = row["measure_keys"][0]  # type: ignore[index]
            found.append((iso(row["due_day"]), document, key, leads(row), row["words"]))
    return ordered(found)


def leads(row: Mapping[str, CellValue]) -> tuple[object, ...]:
    """Return explicit leads, then the inferred ones where they are shown."""
    return (*(row["leads"] or ()), *(row.get("inferred_leads") or ()))  # type: ignore[misc]


def undated(graph: Graph, *, clauses: bool) -> Found:
    return ordered(
        [
            (document, row["measure_keys"][0], leads(row))  # type: ignore[index]
            for document, row in rows_of(deadlines(graph, Horizon(AS_OF)), "undated")
            if not (clauses and row["clause_due"])
        ]
    )


def ranks(graph: Graph) -> list[tuple[object, ...]]:
    """Documents with their agencies in the order of the report, which the question has as well."""
    return [(d, r["agency"]) for d, r in rows_of(workload(graph)) if r["leads"] or r["assists"]]


def partners(graph: Graph, agency: str, *, inferred: bool, collectives: bool) -> Found:
    report = coordination(graph, Scope(inferred=inferred, collectives=collectives, agency=agency))
    titles = {node.key: node.props.get("title") for node in graph.nodes if node.label == "Task"}
    totals: dict[object, Counter[str]] = {}
    tasks: dict[object, set[object]] = {}
    for _, row in rows_of(report):
        total = totals.setdefault(row["partner"], Counter())
        for name in ("measures", "agency_leads", "partner_leads"):
            total[name] += int(str(row[name]))
        keys = row["task_keys"] or ()
        tasks.setdefault(row["partner"], set()).update(titles[key] for key in keys)  # type: ignore[union-attr]
    return ordered(
        [
            (partner, *(total[n] for n in ("measures", "agency_leads", "partner_leads")),
             tuple(sorted(map(str, tasks[partner]))))
            for partner, total in totals.items()
        ]
    )  # fmt: skip


def bridges(graph: Graph, *, inferred: bool, blanket: bool) -> Found:
    names = ("bridge", "section_count", "bridge_measures", "section_share", "section_titles")
    report = coordination(graph, Scope(inferred=inferred, blanket=blanket))
    return ordered([(d, *(row[name] for name in names)) for d, row in rows_of(report, "bridges")])


def cases() -> list[Case]:
    """Each question with its parameters, the columns compared, and the report's answer."""
    ranked = ("document_key", "agency", "leads", "co_leads", "assists", "score")
    led = ("document_key", "leads", "agencies", "top_agency", "top_leads", "top_share",
           "top3_share", "herfindahl")  # fmt: skip
    due = ("due_on", "document_key", "measure_key", "leads", "due_words")
    bridge = ("document_key", "agency", "sections", "measures", "section_share", "section_titles")
    between: dict[str, Parameter] = {"from_day": str(FIRST), "to_day": str(LAST)}
    over: dict[str, Parameter] = {"as_of": str(AS_OF)}
    both: dict[str, Parameter] = {"inferred": True}
    return [
        *(
            ("workload-ranking", {"blanket": blanket, "collectives": collectives}, ranked,
             partial(ranking, blanket=blanket, collectives=collectives))
            for blanket in (False, True)
            for collectives in (False, True)
        ),
        ("lead-concentration", {}, led, lambda g: spread(g, inferred=False)),
        ("lead-concentration", both, led, lambda g: spread(g, inferred=True)),
        ("solo-burden", {}, ("measure_key",), solo),
        ("co-led-measures", {}, ("measure_key",), co_led),
        ("due-between", between, due, lambda g: listed(g, "between", inferred=False)),
        ("due-between", {**between, "clauses": False}, due,
         lambda g: listed(g, "between", inferred=False, clauses=False)),
        ("overdue-asof", over, due, lambda g: listed(g, "expired", inferred=False)),
        ("overdue-asof", over | both, due, lambda g: listed(g, "expired", inferred=True)),
        ("no-deadline", {}, ("document_key", "measure_key", "leads"),
         lambda g: undated(g, clauses=False)),
        ("no-deadline", {"clauses": True}, ("document_key", "measure_key", "leads"),
         lambda g: undated(g, clauses=True)),
        ("bridge-agencies", {}, bridge, lambda g: bridges(g, inferred=False, blanket=False)),
        ("bridge-agencies", {"blanket": True}, bridge,
         lambda g: bridges(g, inferred=False, blanket=True)),
        ("bridge-agencies", both, bridge, lambda g: bridges(g, inferred=True, blanket=False)),
    ]  # fmt: skip


def compare(engine: CypherEngine, graph: Graph, printed: str) -> int:
    """Hold every report against its question; return how many rows were compared."""
    compared = compare_contents(engine, graph, printed)
    ranked = asked(engine, "workload-ranking", {})
    assert ranks(graph) == [(row["document_key"], row["agency"]) for row in ranked]
    for name, parameters, columns, answer in cases():
        expected = figures(asked(engine, name, parameters), *columns)
        assert answer(graph) == expected, (name, parameters)
        compared += len(expected)
    expected = figures(
        asked(engine, "deadline-cliff", {}), "document_key", "month", "measures", "share"
    )
    assert months(graph) == expected
    body = agency(graph, printed)
    for inferred, collectives in ((False, False), (True, True)):
        options: dict[str, Parameter] = {"inferred": inferred, "collectives": collectives}
        rows = asked(engine, "coordination-partners", {"agency": printed, **options})
        told = [{**r, "tasks": tuple(sorted(r["tasks"]))} for r in rows]  # type: ignore[call-overload]
        names = ("partner", "measures", "we_lead", "they_lead", "tasks")
        found = partners(graph, body, inferred=inferred, collectives=collectives)
        assert found == figures(told, *names)
        compared += len(found)
    return compared + len(expected)


def graph_at(address: str) -> Graph:
    with open_store(address, must_exist=True) as store:
        return store.graph()


def test_the_bundled_documents(real_store: str) -> None:
    """What an analyst is told of the two documents, figure by figure."""
    graph = graph_at(real_store)
    report = workload(graph)
    city = next(part for part in report.parts if part.totals)
    first, second = city.rows[:2]
    assert city.totals is not None
    assert (city.totals["leads"], city.totals["weighted_leads"]) == (65, 60)
    assert (first["leads"], first["co_leads"], first["weighted_leads"]) == (48, 3, 46.5)
    assert str(first["agency"]).endswith("市场监督管理局（知识产权局）")
    assert (second["leads"], str(second["agency"])[-6:]) == (4, "中级人民法院")
    row = next(r for r in report.parts[-1].rows if r["document_keys"] == (city.key,))
    assert (row["solo_total"], row["lead_agencies"], row["lead_total"]) == (13, 13, 65)
    for part in (city, parts(coordination(graph))[0][1], parts(centrality(graph))[0][1]):
        assert "福州市高新区管委会（牵头 0、配合 60、涉及 60）" in "".join(map(str, part.notes))
        assert not any("高新区" in str(row[name]) for row in part.rows for name in row
                       if name in {"agency", "partner"})  # fmt: skip
    times = {r["document_keys"]: r for r in deadlines(graph, Horizon(AS_OF)).parts[0].rows}
    due = times[city.key,]
    figures_ = ("measures", "dated", "cliff", "cliff_measures", "cliff_share", "expired")
    assert [due[name] for name in figures_] == [60, 60, "2025-06", 54, 0.9, 60]


@pytest.mark.parametrize(
    ("store", "printed", "least"),
    [("real", "市市场监督管理局（知识产权局）", 400), ("sample", "市科技局", 30)],
)
def test_reports_agree_with_questions(
    store: str, printed: str, least: int, request: pytest.FixtureRequest
) -> None:
    graph = graph_at(request.getfixturevalue(f"{store}_store"))
    assert compare(request.getfixturevalue(store), graph, printed) > least


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("store", "printed"), [("real", "市市场监督管理局（知识产权局）"), ("sample", "市科技局")]
)
def test_reports_agree_with_questions_on_a_server(
    store: str,
    printed: str,
    request: pytest.FixtureRequest,
    run_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address: str = request.getfixturevalue(f"{store}_store")
    with served(address, run_folder, monkeypatch) as engine:
        assert compare(engine, graph_at(address), printed)
