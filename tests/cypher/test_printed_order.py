"""Rows of one document come as they are printed: 一 二 三, and 8 before 10, never by code point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

import pytest

from kg.analysis.printed import Standing, rank, standings
from kg.store import open_store
from kg.store.cypher import CypherEngine, Value
from kg.store.queries import named_query, names
from tests.cypher.arguments_sample import REAL
from tests.cypher.test_answers import MARKET, ask

Row = Mapping[str, Value]

# The column of parts of a document, and the columns by which its rows are grouped before.
ORDERED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "agency-leads": ("measure_key", ("due_on", "document_key")),
    "agency-assists": ("measure_key", ("due_on", "document_key")),
    "alignment-explain": ("upper_measure_key", ("upper_document_key",)),
    "chain-to-national": ("measure_key", ("document_key",)),
    "city-only-measures": ("measure_key", ("lower_document_key", "upper_document_key")),
    "co-led-measures": ("measure_key", ("document_key",)),
    "coordination-path": ("measure_key", ("agency", "other_agency", "steps")),
    "county-obligations": ("measure_key", ("agency", "document_key", "due_on")),
    "coverage-by-section": ("section_key", ("upper_document_key", "lower_document_key")),
    "due-between": ("measure_key", ("due_on", "document_key")),
    "industry-measures": ("measure_key", ("industry", "document_key")),
    "multi-agency-measures": ("measure_key", ("agencies", "document_key")),
    "no-deadline": ("measure_key", ("document_key",)),
    "overdue-asof": ("measure_key", ("due_on", "document_key")),
    "programme-mentions": ("measure_key", ("programme", "document_key")),
    "promised-instruments": ("measure_key", ("state", "document_key")),
    "province-task-coverage": ("task_key", ("upper_document_key", "lower_document_key")),
    "quantified-targets": ("measure_key", ("document_key",)),
    "rejected-alignments": ("upper_measure_key", ("upper_document_key", "lower_document_key")),
    "renewal-list": ("measure_key", ("due_on", "lower_document_key")),
    "role-inconsistency": ("task_key", ("document_key",)),
    "solo-burden": ("measure_key", ("document_key",)),
    "uncovered-tasks": ("task_key", ("upper_document_key", "lower_document_key")),
    "weak-alignments": (
        "upper_measure_key",
        ("upper_document_key", "lower_document_key", "status", "grade", "score"),
    ),
}
# They give no parts of a document, or list them by what is worst.
OTHERS = {
    *("bridge-agencies", "coordination-partners", "data-quality", "deadline-cliff"),
    *("lead-concentration", "never-leads", "workload-ranking"),
}


def known(address: str) -> Mapping[str, Standing]:
    with open_store(address) as store:
        return standings(store.graph())


def groups(name: str, found: Iterable[Row]) -> list[list[str]]:
    """Return the parts of a document in the order of the rows, group by group."""
    column, before = ORDERED[name]
    told = groupby(found, lambda row: [row[name] for name in before])
    return [[str(row[column]) for row in rows] for _, rows in told]


def test_every_question_is_looked_at() -> None:
    assert ORDERED.keys() | OTHERS == set(names())
    assert not ORDERED.keys() & OTHERS


@pytest.mark.parametrize("store", ["real", "aligned"])
def test_rows_come_in_printed_order(store: str, request: pytest.FixtureRequest) -> None:
    engine: CypherEngine = request.getfixturevalue(store)
    printed = known(request.getfixturevalue(f"{store}_store"))
    otherwise = set()
    for name in ORDERED:
        switches = {p.name for p in named_query(name).parameters} & {"seen", "inferred"}
        for parts in groups(name, ask(engine, name, **dict.fromkeys(switches, True))):
            assert parts == sorted(parts, key=lambda key: rank(key, printed)), name
            if parts != sorted(parts):
                otherwise.add(name)
    # By code point they would come otherwise: 一 七 三 二, and 10 before 8.
    assert len(otherwise) > {"real": 10, "aligned": 4}[store]


def test_an_agency_s_list_runs_from_the_first_section_to_the_last(real: CypherEngine) -> None:
    found = ask(real, "agency-leads", agency=MARKET)
    june = [str(row["measure_key"]) for row in found if row["due_on"] == "2025-06-30"]
    sections = [key.split("/")[-2] for key in june]
    assert list(dict.fromkeys(sections)) == list("一二三四五六七")
    tasks = [int(key.split("/")[-1].partition("#")[0]) for key in june]
    assert tasks == sorted(tasks)


def test_lists_within_a_cell_are_in_order_as_well(real: CypherEngine, real_store: str) -> None:
    printed = known(real_store)
    with open_store(real_store) as store:
        tasks = {n.props["title"]: n.key for n in store.graph().nodes if n.label == "Task"}
    for row in ask(real, "coordination-partners", agency=REAL["agency"]):
        told = row["tasks"]
        assert isinstance(told, tuple)
        keys = [tasks[str(task)] for task in told]
        assert keys == sorted(keys, key=lambda key: rank(key, printed))


def test_damage_comes_worst_first_then_by_line(real: CypherEngine) -> None:
    found = ask(real, "data-quality", severities=["info", "warning", "error"])
    for _, rows in groupby(found, lambda row: row["document_key"]):
        told = list(rows)
        weights = [("error", "warning", "info").index(str(row["severity"])) for row in told]
        assert weights == sorted(weights)
        for _, same in groupby(told, lambda row: row["severity"]):
            lines = [int(str(r["place"])[1:].split(":")[0].split("-")[0]) for r in same]
            assert lines == sorted(lines)
