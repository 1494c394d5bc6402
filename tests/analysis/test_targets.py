"""The report of targets."""

from __future__ import annotations

import pytest

from kg.analysis.content.targets import targets
from kg.analysis.dossier import Selection
from kg.analysis.report import Report
from kg.model import Edge, Graph, Node
from kg.wording import Language
from tests.analysis.contents import CLEAN, DAMAGED, TABLE
from tests.analysis.golden import check, part_of, rows_of


@pytest.fixture
def report(content: Graph) -> Report:
    return targets(content)


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(content: Graph, language: Language) -> None:
    check("targets", targets(content, Selection(inferred=True)), language)


def test_every_target_with_what_it_says(report: Report) -> None:
    found = [
        (r["number"], r["unit"], str(r["comparator"]), r["object"], r["measure"])
        for r in part_of(report, TABLE).rows
    ]
    assert found == [
        (10, "项", "等于", "专利导航", "一/1#1"),
        (20, "项", "不少于", "专利导航", "一/1#1"),
        (2, "期", "等于", "培训", "一/1#1"),
    ]


def test_a_target_is_due_with_its_clause_else_with_its_measure(report: Report) -> None:
    found = [(r["words"], r["deadline"], str(r["due_on"])) for r in part_of(report, TABLE).rows]
    assert found == [
        ("10项", ("2023年",), "2023-12-31"),
        ("不少于20项", ("2025年底前",), "2025-12-31"),
        ("2期", ("2024年6月",), "2024-06-30"),
    ]


def test_a_target_stands_in_its_clause_with_its_leads(report: Report) -> None:
    row = part_of(report, TABLE).rows[2]
    assert row["clause"] == "培训2期"
    assert row["leads"] == ("澄湖市市场监督管理局", "澄湖市科学技术局")
    assert row["target_keys"] == (f"{TABLE}/一/1#1@38", f"{TABLE}/一/1#1")


def test_how_many_measures_can_be_measured(report: Report) -> None:
    rows = rows_of(part_of(report, "documents"), "document_keys")
    row = rows[str((TABLE,))]
    assert (row["measures"], row["measured"], row["unmeasured"]) == (4, 1, 3)
    assert row["unmeasured_share"] == pytest.approx(3 / 4)
    assert len(part_of(report, f"{TABLE}!unmeasured").rows) == 3
    assert rows[str((CLEAN,))]["unmeasured_share"] == 1


def test_numbers_are_never_added(report: Report) -> None:
    row = rows_of(part_of(report, "documents"), "document_keys")[str((TABLE,))]
    assert row["units"] == ("项 ×2", "期 ×1")
    assert row["targets"] == 3
    assert all(part.totals is None for part in report.parts)


def test_whole_numbers_are_shown_whole_and_unknown_properties_stay_unknown() -> None:
    own = {"document_key": "d"}
    about = {"title": "表", "genre": "task_list", "sha256": "1", "encoding": "utf-8"}
    graph = Graph(
        (
            Node("d", "Document", {**own, **about}),
            Node("d#1", "Measure", {**own, "seq": 1, "text": "投入1000000以上。", "place": "L1"}),
            Node("d#1@2", "Target", {**own, "number": 1000000.0}),
        ),
        (
            Edge("d", "HAS_MEASURE", "d#1", {**own, "seq": 1}),
            Edge("d#1", "HAS_TARGET", "d#1@2", own),
        ),
    )
    (row,) = part_of(targets(graph), "d").rows
    assert repr(row["number"]) == "1000000"
    assert [row[n] for n in ("unit", "comparator", "object", "words", "clause", "leads")] == [
        None
    ] * 6
    assert part_of(targets(graph), "documents").rows[0]["units"] == ("（无单位） ×1",)


def test_documents_alone(content: Graph) -> None:
    report = targets(content, Selection(frozenset({DAMAGED})))
    assert [p.key for p in report.parts] == ["documents", DAMAGED, f"{DAMAGED}!unmeasured"]
    assert targets(Graph((), ())).parts == ()
