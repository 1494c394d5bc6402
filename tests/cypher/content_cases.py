"""Reports of content, of gaps and of one body, with the questions that ask the same."""

from __future__ import annotations

from kg.analysis.brief.duties import Horizon
from kg.analysis.brief.report import brief
from kg.analysis.content.industries import industries
from kg.analysis.content.instruments import instruments
from kg.analysis.content.targets import targets
from kg.analysis.gaps.coverage import State
from kg.analysis.gaps.pairs import alignments
from kg.analysis.gaps.report import GapChoice, gaps
from kg.analysis.quality.report import quality
from kg.analysis.report import CellValue
from kg.analysis.workload.report import workload
from kg.model import Graph
from kg.store.cypher import CypherEngine
from kg.store.cypher.engine import Parameter
from tests.cypher.reports import (
    AS_OF,
    Case,
    Found,
    Row,
    agency,
    asked,
    figures,
    iso,
    ordered,
    rows_of,
)


def of_body(graph: Graph, printed: str, role: str, *, inferred: bool) -> Found:
    """What a dossier says a body leads or assists."""
    body = next(n for n in graph.nodes if n.key == agency(graph, printed))
    wanted = {role, f"inferred_{role}"} if inferred else {role}
    return ordered(
        [
            (document, row["measure_keys"][0], iso(row["due_on"]))  # type: ignore[index]
            for part in brief(graph, body, Horizon(AS_OF)).parts
            for document, _, kind in (part.key.partition("!"),)
            if kind in wanted
            for row in part.rows
        ]
    )


def idle(graph: Graph) -> Found:
    rows = rows_of(workload(graph))
    return ordered([(d, r["agency"], r["assists"]) for d, r in rows if r["leads"] == 0])


def named_industries(graph: Graph) -> Found:
    return ordered(
        [
            (document, row["industry"], key)
            for document, row in rows_of(industries(graph))
            if "industry" in row and document != "industries"
            for key in row["measure_keys"]  # type: ignore[union-attr]
        ]
    )


def counted_targets(graph: Graph) -> Found:
    names = ("measure", "object", "number", "unit", "words")
    return ordered(
        [
            (document, *(row[name] for name in names))
            for document, row in rows_of(targets(graph))
            if "number" in row
        ]
    )


def promised(graph: Graph) -> Found:
    (part,) = (p for p in instruments(graph).parts if p.key == "promised")
    return ordered(
        [
            (row["instrument"], key, tuple(sorted(row["seen_in"] or ())))  # type: ignore[arg-type]
            for row in part.rows
            for key in row["measure_keys"]  # type: ignore[union-attr]
        ]
    )


def damage(graph: Graph) -> Found:
    return ordered(
        [
            (document, row["code"], row["place"], row["node_keys"][0])  # type: ignore[index]
            for document, row in rows_of(quality(graph))
            if "node_keys" in row and str(row["severity"]) != "提示"
        ]
    )


def by_section(graph: Graph) -> Found:
    names = ("tasks", *(state.value for state in State), "covered_share")
    return ordered(
        [
            (*part.key.partition("!")[0].split("|"), *(row[name] for name in names))
            for part in gaps(graph, GapChoice(AS_OF)).parts
            if part.key.endswith("!sections")
            for row in part.rows
        ]
    )


def without_upper(graph: Graph) -> Found:
    return ordered(
        [
            (*part.key.partition("!")[0].split("|"), *row["lower_keys"])  # type: ignore[misc]
            for part in gaps(graph, GapChoice(AS_OF)).parts
            if part.key.endswith("!own")
            for row in part.rows
        ]
    )


def renewed(graph: Graph) -> Found:
    return ordered(
        [
            (iso(row["due_on"]), *row["lower_keys"], tuple(row["upper_keys"]))  # type: ignore[misc, arg-type]
            for part in gaps(graph, GapChoice(AS_OF)).parts
            if part.key.endswith("!renewal")
            for row in part.rows
        ]
    )


def pairs(graph: Graph, *, doubtful: bool) -> Found:
    rows = [row for part in alignments(graph, GapChoice(AS_OF)).parts for row in part.rows]
    chosen = [
        row
        for row in rows
        if not doubtful
        or str(row["status"]) in {"人工存疑", "判断已过期"}
        or (str(row["status"]) == "程序建议" and _is_doubtful(row["score"], row["related"]))
    ]
    return ordered([(*row["pair_keys"], row["score"], row["related"]) for row in chosen])  # type: ignore[misc]


def _is_doubtful(*chances: CellValue) -> bool:
    return any(isinstance(chance, float) and 0.3 <= chance <= 0.7 for chance in chances)


def cases_of_contents() -> list[Case]:
    """What the measures name, what is damaged, what is aligned."""
    states = ("covered", "partly", "uncovered", "not_applicable", "unclear")
    ends = ("upper_document_key", "lower_document_key")
    pair = ("lower_measure_key", "upper_measure_key", "score", "related")
    over: dict[str, Parameter] = {"as_of": str(AS_OF)}
    return [
        ("never-leads", {}, ("document_key", "agency", "assists"), idle),
        ("industry-measures", {}, ("document_key", "industry", "measure_key"), named_industries),
        ("promised-instruments", {"seen": True}, ("instrument", "measure_key", "seen_in"),
         promised),
        ("promised-instruments", {}, ("instrument", "measure_key", "seen_in"),
         lambda g: [row for row in promised(g) if not row[2]]),
        ("data-quality", {}, ("document_key", "code", "place", "subject_key"), damage),
        ("coverage-by-section", {}, (*ends, "tasks", *states, "share"), by_section),
        ("city-only-measures", {}, (*ends, "measure_key"), without_upper),
        ("renewal-list", over, ("due_on", "measure_key", "upper_task_keys"), renewed),
        ("alignment-explain", {}, pair, lambda g: pairs(g, doubtful=False)),
        ("weak-alignments", {}, pair, lambda g: pairs(g, doubtful=True)),
    ]  # fmt: skip


def compare_contents(engine: CypherEngine, graph: Graph, printed: str) -> int:
    """Hold the reports of content, of gaps and of one body against their questions."""
    compared = 0
    for name, parameters, columns, answer in cases_of_contents():
        rows = [
            {**row, **({"seen_in": tuple(sorted(row["seen_in"]))} if "seen_in" in row else {})}  # type: ignore[call-overload]
            for row in asked(engine, name, parameters)
        ]
        expected = figures(rows, *columns)
        assert answer(graph) == expected, (name, parameters)
        compared += len(expected)
    told: list[Row] = [
        {**row, "measure": str(row["measure_key"]).removeprefix(f"{row['document_key']}/")}
        for row in asked(engine, "quantified-targets", {})
    ]
    names = ("document_key", "measure", "object", "number", "unit", "words")
    assert counted_targets(graph) == figures(told, *names)
    for role, name in (("leads", "agency-leads"), ("assists", "agency-assists")):
        for inferred in (False, True):
            found = asked(engine, name, {"agency": printed, "inferred": inferred})
            expected = figures(found, "document_key", "measure_key", "due_on")
            assert of_body(graph, printed, role, inferred=inferred) == expected
            compared += len(expected)
    return compared
