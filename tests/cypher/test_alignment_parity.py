"""The questions about alignment against the reports' reading of the same graph, and on Neo4j."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from kg.analysis.due import binding, due_cells
from kg.analysis.gaps.coverage import ACCEPTED, COUNTED, Coverage, Item, State, coverages
from kg.model import Edge, Graph
from kg.store import open_store
from kg.store.cypher import CypherEngine, Value
from kg.store.queries import named_query
from tests.cypher.aligned import CROWD, LOWER
from tests.cypher.arguments_sample import given
from tests.cypher.test_answers import ask
from tests.cypher.test_engines_agree import rows, served

Row = dict[str, Value]
QUESTIONS = (
    *("province-task-coverage", "uncovered-tasks", "city-only-measures", "coverage-by-section"),
    *("weak-alignments", "alignment-explain", "rejected-alignments", "chain-to-national"),
    "renewal-list",
)


def state_of(item: Item) -> str:
    """The state as the questions write it."""
    return item.state.value


def whole_graph(address: str) -> Graph:
    with open_store(address) as store:
        return store.graph()


@pytest.fixture(params=["real", "aligned"])
def both(request: pytest.FixtureRequest) -> tuple[CypherEngine, Graph]:
    """Each store with its graph: the bundled documents, and random ones beside the hand-made."""
    engine: CypherEngine = request.getfixturevalue(request.param)
    return engine, whole_graph(request.getfixturevalue(f"{request.param}_store"))


@pytest.mark.parametrize("only_accepted", [False, True])
def test_the_questions_say_what_the_graph_says(
    both: tuple[CypherEngine, Graph], only_accepted: bool
) -> None:
    engine, graph = both
    counted = coverages(graph, ACCEPTED if only_accepted else COUNTED)
    choice = {"only_accepted": only_accepted}
    found = ask(engine, "province-task-coverage", **choice)
    states = {(*_pair(row), row["task_key"]): row["state"] for row in found}
    assert states == {(*_ends(c), i.node.key): state_of(i) for c, i in _items(counted)}
    waiting = {(*_pair(row), row["task_key"]): row["unreviewed"] for row in found}
    assert waiting == {(*_ends(c), i.node.key): len(i.unreviewed) for c, i in _items(counted)}
    assert any(waiting.values()) == only_accepted
    aligned_pairs = Counter(
        (row["lower_measure_key"], row["upper_measure_key"]) for row in found if row["grade"]
    )
    assert aligned_pairs == Counter(
        (a.lower.key, a.upper.key) for _, i in _items(counted) for a in i.counted
    )
    none = {(*_pair(row), row["task_key"]) for row in ask(engine, "uncovered-tasks", **choice)}
    assert none == {key for key, state in states.items() if state == "uncovered"}
    own = Counter(
        (*_pair(r), r["measure_key"], r["unreviewed"] != 0)
        for r in ask(engine, "city-only-measures", **choice)
    )
    assert own == Counter((*_ends(c), e.key, e.key in c.unreviewed) for c in counted for e in c.own)


@pytest.mark.parametrize("partly", [False, True])
def test_the_renewal_list_is_what_is_aligned_and_past_its_date(
    both: tuple[CypherEngine, Graph], partly: bool
) -> None:
    engine, graph = both
    found = ask(engine, "renewal-list", as_of="2025-07-01", partly=partly)
    wanted = {
        (*_ends(c), a.lower.key): str(day)
        for c, item in _items(coverages(graph))
        for a in item.counted
        if (a.is_covered or partly)
        and (day := due_cells(binding(a.lower))["due_on"])
        and str(day) < "2025-07-01"
    }
    assert wanted
    assert {(*_pair(row), row["measure_key"]): row["due_on"] for row in found} == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("only_accepted", [False, True])
def test_sections_add_up_to_the_tasks(
    both: tuple[CypherEngine, Graph], only_accepted: bool
) -> None:
    engine, graph = both
    sums: defaultdict[tuple[Value, ...], Counter[str]] = defaultdict(Counter)
    for row in ask(engine, "coverage-by-section", only_accepted=only_accepted):
        counts = {n: row[n] for n in ("tasks", *(state.value for state in State))}
        sums[_pair(row)].update({n: v for n, v in counts.items() if isinstance(v, int)})
    assert sums == {
        _ends(c): Counter(["tasks"] * len(c.items) + [state_of(i) for i in c.items])
        for c in coverages(graph, ACCEPTED if only_accepted else COUNTED)
    }


def test_explained_and_judged_are_the_edges_of_the_store(
    both: tuple[CypherEngine, Graph],
) -> None:
    engine, graph = both
    measures = {n.key for n in graph.nodes if n.label == "Measure"}
    edges = [e for e in graph.edges if e.type == "ALIGNS_WITH" and e.src in measures]
    explained = ask(engine, "alignment-explain")
    assert sorted(map(_explained, explained)) == sorted(map(_said, edges))
    rejected = ask(engine, "rejected-alignments")
    assert len(rejected) == sum(e.props["status"] == "rejected" for e in edges)
    weak = ask(engine, "weak-alignments")
    assert len(weak) == sum(map(_is_weak, edges))


def test_the_random_documents_have_every_state(aligned: CypherEngine, aligned_store: str) -> None:
    ruled = [i for _, i in _items(coverages(whole_graph(aligned_store))) if i.rule is not None]
    assert any(i.state is State.NOT_APPLICABLE and not i.is_exempted for i in ruled)
    assert any(i.is_overruled for i in ruled)
    found = ask(aligned, "province-task-coverage", upper=f"{CROWD}0号")
    assert {row["state"] for row in found} == {state.value for state in State}
    assert {row["status"] for row in found} == {"accepted", "suggested", "stale", None}
    assert len({row["lower_document_key"] for row in found}) == LOWER


@pytest.mark.neo4j
def test_neo4j_gives_the_same_rows(
    aligned: CypherEngine, aligned_store: str, run_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switches = {"only_accepted": True, "partly": True, "inferred": True}
    with served(aligned_store, run_folder, monkeypatch) as there:
        for name in QUESTIONS:
            query = named_query(name)
            plain = given(query, {})
            switched = {**plain, **{k: v for k, v in switches.items() if k in plain}}
            for parameters in (plain, switched):
                expected = rows(aligned, query.text, parameters)
                assert rows(there, query.text, parameters) == expected, name


def _items(counted: tuple[Coverage, ...]) -> list[tuple[Coverage, Item]]:
    return [(c, item) for c in counted for item in c.items]


def _ends(coverage: Coverage) -> tuple[Value, ...]:
    return coverage.upper.key, coverage.lower.key


def _pair(row: Row) -> tuple[Value, ...]:
    return row["upper_document_key"], row["lower_document_key"]


def _explained(row: Row) -> tuple[str, ...]:
    names = ("lower_measure_key", "upper_measure_key", "grade", "status", "score")
    return tuple(str(row[name]) for name in names)


def _said(edge: Edge) -> tuple[str, ...]:
    of_edge = (edge.props.get(name) for name in ("grade", "status", "score"))
    return (edge.src, edge.dst, *map(str, of_edge))


def _is_weak(edge: Edge) -> bool:
    score = edge.props.get("score")
    doubts = (score, edge.props.get("related"))
    between = any(isinstance(doubt, float) and 0.3 <= doubt <= 0.7 for doubt in doubts)
    status = edge.props["status"]
    return status in {"stale", "unsure"} or (status == "suggested" and between)
