"""The register of tasks."""

from __future__ import annotations

import pytest

from kg.analysis.content.register import register
from kg.analysis.dossier import Selection
from kg.analysis.report import Report
from kg.model import Graph
from kg.wording import Language
from tests.analysis.contents import DAMAGED, MARKET, SCIENCE, TABLE, TEXTS
from tests.analysis.golden import check, part_of
from tests.analysis.sample import plain_list


@pytest.fixture
def report(content: Graph) -> Report:
    return register(content)


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(content: Graph, language: Language) -> None:
    check("register", register(content, Selection(inferred=True)), language)


def test_every_measure_stands_once_in_printed_order_with_its_whole_text(report: Report) -> None:
    rows = [row for part in report.parts for row in part.rows]
    keys = [key for row in rows for key in row["measure_keys"]]  # type: ignore[union-attr]
    assert sorted(keys) == sorted(TEXTS)
    assert {str(key): row["text"] for key, row in zip(keys, rows, strict=True)} == TEXTS
    assert [row["measure"] for row in part_of(report, TABLE).rows] == [
        "一/1#1", "一/1#2", "一/2#1", "二/3#1",
    ]  # fmt: skip


def test_who_by_when_and_how_much(report: Report) -> None:
    first, second, _, last = part_of(report, TABLE).rows
    assert (first["section"], first["task"]) == ("一 提升创造质量", "1 加强专利转化")
    assert (first["leads"], first["assists"]) == ((MARKET, SCIENCE), ())
    assert (second["leads"], second["assists"]) == ((MARKET,), (SCIENCE,))
    assert (last["leads"], last["assists"]) == ((), (MARKET,))
    assert (first["deadline"], str(first["due_on"])) == (("2024年6月",), "2024-06-30")
    assert first["clause_deadlines"] == ("2023年", "2025年底前")
    assert first["targets"] == ("10项", "不少于20项", "2期")
    assert {row["responsible"] for row in part_of(report, TABLE).rows} == {None}


def test_bodies_that_no_role_parts_stand_together_in_printed_order() -> None:
    paper = plain_list()
    report = register(Graph((*paper.nodes, *paper.shared_nodes), paper.edges))
    (part,) = report.parts
    named = [row for row in part.rows if row["responsible"]]
    assert named
    for row in named:
        assert (row["leads"], row["assists"]) == (None, None)
    with_leads = register(
        Graph((*paper.nodes, *paper.shared_nodes), paper.edges), Selection(inferred=True)
    )
    for row in with_leads.parts[0].rows:
        if row["responsible"]:
            inferred = row["inferred_leads"]
            assert isinstance(inferred, tuple)
            assert isinstance(row["responsible"], tuple)
            assert row["responsible"][: len(inferred)] == inferred


def test_what_was_damaged_is_said_in_both_languages(report: Report) -> None:
    said = [row["issues"] for row in part_of(report, DAMAGED).rows if row["issues"]]
    assert said
    assert {row["issues"] for row in part_of(report, TABLE).rows} == {None}
