"""What joins the documents of a store, from build to build."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kg.analysis.gaps.coverage import coverages
from kg.comparison import Compared, Comparing
from kg.loading import registry
from kg.model import Edge, Graph
from kg.outcome import BuildOutcome
from kg.pipeline import Knowledge, build, relink
from kg.review import (
    EVERY_LOWER,
    Comparison,
    Exemption,
    Grade,
    Judgement,
    ReviewLedger,
    Verdict,
    text_hash,
)
from kg.store import open_store

PROVINCE = "闽知发〔2025〕14号"
CITY = "福州市国家知识产权强市建设示范城市工作方案重点任务分解表"


class Bench:
    """A store and builds into it."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder / "kg.db")

    def build(self, *files: Path, knowledge: Knowledge | None = None) -> BuildOutcome:
        opened = partial(open_store, self.address)
        return build(files, opened, knowledge=knowledge or Knowledge())

    def graph(self) -> Graph:
        with open_store(self.address) as store:
            return store.graph()

    def joining(self) -> tuple[Edge, ...]:
        kinds = {"ALIGNS_WITH", "COMPARED_WITH"}
        return tuple(e for e in self.graph().edges if e.type in kinds)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    bench = Bench(tmp_path_factory.mktemp("built"))
    bench.build()
    return bench


def test_every_alignment_says_what_it_rests_on(built: Bench) -> None:
    graph = built.graph()
    nodes = {n.key: n for n in graph.nodes}
    found = [e for e in built.joining() if e.type == "ALIGNS_WITH"]
    assert found
    for edge in found:
        lower, upper = nodes[edge.src], nodes[edge.dst]
        assert (lower.props["document_key"], upper.props["document_key"]) == (CITY, PROVINCE)
        assert lower.label == upper.label
        assert edge.props["status"] == "suggested"
        assert 0 <= float(str(edge.props["score"])) <= 1
        assert json.loads(str(edge.props["reasons"]))["related"] == edge.props["related"]
        assert 0 < float(str(edge.props["related"])) <= 1
        if lower.label == "Measure":
            assert str(edge.props["lower_quote"]) in str(lower.props["text"])


def test_a_comparison_names_the_tasks_that_by_rule_are_not_meant(built: Bench) -> None:
    (edge,) = (e for e in built.joining() if e.type == "COMPARED_WITH")
    (found,) = coverages(built.graph())
    ruled = tuple(item.node.key for item in found.items if item.rule is not None)
    assert ruled
    assert edge.props["own_business"] == ruled


def test_tasks_follow_their_measures(built: Bench) -> None:
    graph = built.graph()
    nodes = {n.key: n for n in graph.nodes}
    parent = {e.dst: e.src for e in graph.edges if e.type == "HAS_MEASURE"}
    grades: dict[tuple[str, str], set[object]] = {}
    derived = {}
    for edge in built.joining():
        if edge.type == "ALIGNS_WITH" and nodes[edge.src].label == "Measure":
            pair = (parent[edge.src], parent[edge.dst])
            grades.setdefault(pair, set()).add(edge.props["grade"])
        elif edge.type == "ALIGNS_WITH":
            derived[edge.src, edge.dst] = edge.props["grade"]
    assert derived == {pair: min(given, key=str) for pair, given in grades.items()}


def test_a_second_build_changes_nothing(built: Bench) -> None:
    before = built.graph()
    outcome = built.build()
    assert [c.counts for c in outcome.compared] == [None]
    assert built.graph() == before


def test_the_order_of_documents_makes_no_difference(built: Bench, bench: Bench) -> None:
    province, city = sorted(registry().bundled_files(), key=lambda p: PROVINCE in p.read_text())
    for file in (province, city):
        bench.build(file)
    assert bench.graph() == built.graph()


def test_another_document_leaves_what_is_there_as_it_is(built: Bench, bench: Bench) -> None:
    other = Path(bench.address).parent / "浙江.txt"
    (path,) = (p for p in registry().bundled_files() if PROVINCE in p.read_text("utf-8"))
    text = path.read_text("utf-8").replace("福建省", "浙江省").replace("闽知发", "浙知发")
    other.write_text(text, encoding="utf-8")
    bench.build()
    outcome = bench.build(other)
    assert [(c.lower_key, c.upper_key) for c in outcome.compared] == [(CITY, PROVINCE)]
    assert bench.joining() == built.joining()


def test_a_changed_document_is_compared_again(bench: Bench) -> None:
    bench.build()
    (path,) = (p for p in registry().bundled_files() if PROVINCE not in p.read_text("utf-8"))
    changed = Path(bench.address).parent / path.name
    text = path.read_text("utf-8")
    assert "知识产权质押融资" in text
    changed.write_text(text.replace("知识产权质押融资", "文化旅游消费"), encoding="utf-8")
    outcome = bench.build(changed)
    assert [c.counts is None for c in outcome.compared] == [False]


def counts(compared: tuple[Compared, ...]) -> list[tuple[str, str]]:
    return [(c.lower_key, c.upper_key) for c in compared]


def test_people_forbid_and_force_a_comparison(bench: Bench) -> None:
    bench.build()
    forbidden = _ledger(wanted=False)
    outcome = bench.build(knowledge=Knowledge(comparing=Comparing(forbidden)))
    assert counts(outcome.compared) == []
    assert bench.joining() == ()
    with open_store(bench.address) as store:
        assert relink(store, CITY, PROVINCE, _ledger(wanted=True))
        assert not relink(store, CITY, PROVINCE, _ledger(wanted=True))
    basis = [e.props["basis"] for e in bench.joining() if e.type == "COMPARED_WITH"]
    assert basis == ["person"]


def test_concepts_of_an_analyst_renew_the_alignments(bench: Bench) -> None:
    bench.build()
    concepts = Path(bench.address).parent / "kg-concepts.toml"
    concepts.write_text('[objects."试验"]\n"示范城市" = ["示范城市"]\n', encoding="utf-8")
    knowledge = Knowledge(comparing=Comparing(concepts=concepts))
    before = {e.props["stamp"] for e in bench.joining() if e.type == "COMPARED_WITH"}
    assert bench.build(knowledge=knowledge).compared[0].counts is not None
    after = {e.props["stamp"] for e in bench.joining() if e.type == "COMPARED_WITH"}
    assert before.isdisjoint(after)


def exempt(store: Bench, task: str, **changes: object) -> Exemption:
    """Return a person's word on a task of the province as the store prints it."""
    graph = store.graph()
    texts = {n.key: str(n.props["text"]) for n in graph.nodes if n.label == "Measure"}
    title = next(str(n.props["title"]) for n in graph.nodes if n.key == task)
    below = sorted(
        (e for e in graph.edges if e.type == "HAS_MEASURE" and e.src == task),
        key=lambda e: int(str(e.props["seq"])),
    )
    words = title + "".join(texts[e.dst] for e in below)
    row = Exemption(EVERY_LOWER, PROVINCE, task, "甲", "2025-01-02", True, text_hash(words))
    return replace(row, **changes)  # type: ignore[arg-type]


def said(bench: Bench) -> dict[str, object]:
    """Return what the store holds of words on tasks: exempt, or why nothing is decided."""
    edges = (e for e in bench.graph().edges if e.type == "EXEMPT_FROM")
    return {e.dst: e.props.get("exempt", e.props["status"]) for e in edges}


def test_a_persons_word_on_a_task_survives_a_wipe_and_goes_stale(
    built: Bench, bench: Bench
) -> None:
    first, second = f"{PROVINCE}/一/1", f"{PROVINCE}/二/5"
    rows = [exempt(built, first), exempt(built, second, lower_document=CITY, is_exempt=False)]
    ledger = ReviewLedger("kg-review.tsv").with_rows(exemptions=rows)
    knowledge = Knowledge(comparing=Comparing(ledger))
    expected = {first: True, second: False}
    assert bench.build(knowledge=knowledge).compared[0].counts is not None
    assert said(bench) == expected
    assert bench.build(knowledge=knowledge).compared[0].counts is None  # nothing new
    before = bench.graph()
    Path(bench.address).unlink()
    bench.build(knowledge=knowledge)
    assert (said(bench), bench.graph()) == (expected, before)

    (path,) = (p for p in registry().bundled_files() if PROVINCE in p.read_text("utf-8"))
    changed = Path(bench.address).parent / path.name
    title = "推进数据知识产权登记服务"
    text = path.read_text("utf-8")
    assert text.count(title) == 1
    changed.write_text(text.replace(title, title + "工作"), encoding="utf-8")
    bench.build(changed, knowledge=knowledge)
    assert said(bench) == {first: True, second: "stale"}
    bench.build(changed)
    assert said(bench) == {}


def test_an_accepted_pair_contradicts_a_persons_word(built: Bench, bench: Bench) -> None:
    nodes = {n.key: n for n in built.graph().nodes}
    pair = next(e for e in built.joining() if nodes[e.src].label == "Measure")
    task = pair.dst.partition("#")[0]
    lower, upper = (str(nodes[key].props["text"]) for key in (pair.src, pair.dst))
    accepted = Judgement(
        *(CITY, pair.src, PROVINCE, pair.dst, "乙", "2025-01-03", Verdict.ACCEPTED, Grade.COVERED),
        *(text_hash(lower), text_hash(upper)),
    )
    ledger = ReviewLedger("kg-review.tsv").with_rows([accepted], exemptions=[exempt(built, task)])
    bench.build(knowledge=Knowledge(comparing=Comparing(ledger)))
    assert said(bench) == {task: "conflict"}


def _ledger(*, wanted: bool) -> ReviewLedger:
    row = Comparison(CITY, PROVINCE, "甲", "2025-01-02", wanted)
    return ReviewLedger("kg-review.tsv").with_rows((), (row,))
