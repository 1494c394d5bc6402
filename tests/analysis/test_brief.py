"""One agency's dossier: what it leads and supports, with whom, by when, and what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.analysis.brief.duties import Horizon
from kg.analysis.brief.report import brief
from kg.analysis.report import CellValue, Report
from kg.analysis.status.status import Progress, Record, StatusLedger
from kg.model import Edge, Graph, Node
from kg.pipeline import build
from kg.store import open_store
from kg.wording import Language
from tests.analysis.contents import DAMAGED, MARKET, OFFICE, SCIENCE, TABLE
from tests.analysis.golden import check, defined, part_of, rows_of, told_apart
from tests.analysis.levels import LOWER, UPPER, linkage
from tests.analysis.levels import MARKET as LOWER_MARKET
from tests.analysis.test_gaps import graph_of

AS_OF = date(2025, 1, 1)


def node(graph: Graph, name: str) -> Node:
    return next(n for n in graph.nodes if n.key == f"agency:{name}")


def dossier(graph: Graph, name: str, as_of: date = AS_OF) -> Report:
    report = brief(graph, node(graph, name), Horizon(as_of))
    defined(report)
    told_apart(report)
    return report


def keys(report: Report) -> list[str]:
    return [part.key for part in report.parts]


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_dossier(content: Graph, language: Language) -> None:
    check("brief", brief(content, node(content, MARKET), Horizon(AS_OF)), language)


def test_what_it_leads_and_supports_with_whom_and_by_when(content: Graph) -> None:
    report = dossier(content, MARKET)
    leads = part_of(report, f"{TABLE}!leads").rows
    assert [str(row["source"]) for row in leads] == [
        f"{TABLE} 任务1 举措1（第7行）",
        f"{TABLE} 任务1 举措2（第8行）",
    ]
    first, second = leads
    assert (first["other_leads"], first["supporting"]) == ((SCIENCE,), None)
    assert (str(first["due_on"]), str(first["state"])) == ("2024-06-30", "已到期（完成情况未载）")
    assert (second["other_leads"], second["supporting"]) == (None, (SCIENCE,))
    assert (second["deadline"], str(second["state"])) == (("持续推进",), "无确定日期")
    (assist,) = part_of(report, f"{TABLE}!assists").rows
    assert assist["measure_keys"] == (f"{TABLE}/二/3#1",)


def test_figures_of_each_document(content: Graph) -> None:
    (row,) = part_of(dossier(content, MARKET), "documents").rows
    assert [row[n] for n in ("all_measures", "leads", "co_leads", "assists")] == [4, 2, 1, 1]
    assert (row["inferred_leads"], row["inferred_assists"]) == (None, None)
    assert (row["expired"], row["undated"]) == (1, 2)


def test_inferred_roles_stand_apart(content: Graph) -> None:
    report = dossier(content, OFFICE)
    assert f"{DAMAGED}!inferred_leads" in keys(report)
    assert f"{DAMAGED}!leads" not in keys(report)
    (row,) = part_of(report, "documents").rows
    assert (row["leads"], row["inferred_leads"], row["co_leads"]) == (None, 1, None)
    assert "惯例" in part_of(report, f"{DAMAGED}!inferred_leads").notes[1].zh
    (partner,) = part_of(report, "partners").rows
    assert (partner["together"], partner["supports_it"]) == (1, None)


def test_targets_and_promised_papers(content: Graph) -> None:
    report = dossier(content, MARKET)
    targets = [(r["words"], str(r["due_on"])) for r in part_of(report, "targets").rows]
    assert targets == [
        ("10项", "2023-12-31"), ("不少于20项", "2025-12-31"), ("2期", "2024-06-30"),
    ]  # fmt: skip
    (paper,) = part_of(report, "promised").rows
    assert (paper["instrument"], str(paper["seen"])) == ("澄湖市专利促进办法", "已见")
    assert str(paper["role"]) == "牵头"


def test_partners_with_what_each_does(content: Graph) -> None:
    (row,) = part_of(dossier(content, MARKET), "partners").rows
    assert [row[n] for n in ("partner", "together", "supports_it", "led_by", "co_led")] == [
        SCIENCE, 2, 1, 0, 1,
    ]  # fmt: skip


def test_a_ledger_says_what_became_of_a_measure(content: Graph) -> None:
    key = f"{TABLE}/一/1#1"
    record = Record(key, Progress.DONE, date(2024, 5, 1), "甲", 2)
    horizon = Horizon(AS_OF, StatusLedger("a.tsv", {key: (record,)}))
    report = brief(content, node(content, MARKET), horizon)
    assert str(part_of(report, f"{TABLE}!leads").rows[0]["state"]) == "按期完成"
    assert not any("完成情况的记录" in note.zh for note in report.notes)


def test_only_some_documents_and_few_rows(content: Graph) -> None:
    market = node(content, MARKET)
    report = brief(content, market, Horizon(AS_OF), frozenset({DAMAGED}))
    assert keys(report) == ["documents"]
    assert "在 1 份文件中的 0 份里列名" in report.notes[0].zh
    cut = brief(content, market, Horizon(AS_OF), top=1)
    assert max(len(part.rows) for part in cut.parts) == 1
    assert "只列前 1 行，共 2 行" in part_of(cut, f"{TABLE}!leads").notes[-1].zh


def related(graph: Graph) -> Graph:
    """The same graph with a collective, an office and a division around the bodies."""
    office, collective = (
        Node("agency:甲办", "Agency", {"name": "甲办", "is_collective": False}),
        Node("agency:各有关部门", "Agency", {"name": "各有关部门", "is_collective": True}),
    )
    role = next(e for e in graph.edges if e.type == "ASSISTS" and e.dst == f"{TABLE}/一/1#2")
    own = replace(role, src=collective.key, props={**role.props, "as_printed": "各有关部门"})
    inferred = {"basis": "inferred"}
    return Graph(
        (*graph.nodes, office, collective),
        (
            *graph.edges,
            own,
            Edge(f"agency:{SCIENCE}", "MEMBER_OF", collective.key, inferred),
            Edge(f"agency:{OFFICE}", "PART_OF", office.key, inferred),
        ),
    )


def test_collectives_and_divisions_are_listed_apart(content: Graph) -> None:
    graph = related(content)
    (row,) = part_of(dossier(graph, SCIENCE), "related").rows
    assert (str(row["relation"]), row["body"], row["assists"]) == ("所属统称", "各有关部门", 1)
    assert row["sources"] == ("任务1",)
    report = dossier(graph, "甲办")
    assert keys(report) == ["documents", "related"]
    (division,) = part_of(report, "related").rows
    assert (str(division["relation"]), division["inferred_leads"]) == ("内设机构", 1)
    market = dossier(graph, MARKET)
    assert "各有关部门" in part_of(market, "partners").notes[1].zh
    assert part_of(market, f"{TABLE}!leads").rows[1]["supporting"] == (SCIENCE,)


def test_gaps_it_could_close_and_what_is_to_be_renewed(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, linkage())
    report = dossier(graph, LOWER_MARKET, date(2025, 12, 31))
    (gap,) = part_of(report, "gaps").rows
    assert str(gap["upper_task"]) == f"{UPPER} 任务2 培育品牌"
    assert (str(gap["coverage"]), str(gap["why"])) == ("部分承接", "本单位列名的举措承接了一部分")
    assert gap["measure_keys"] == (f"{LOWER}/一/1#2",)
    (due,) = part_of(report, "renewal").rows
    assert due["upper_tasks"] == (f"{UPPER} 任务1 加强专利转化",)
    assert "renewal" not in keys(dossier(graph, LOWER_MARKET, date(2024, 1, 1)))


def test_an_upper_task_that_names_its_counterpart(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, linkage())
    above = Node("agency:江澜省市监局", "Agency", {"name": "江澜省市监局", "is_collective": False})
    role = next(e for e in graph.edges if e.type == "LEADS")
    own = {**role.props, "document_key": UPPER}
    wider = Graph(
        (*graph.nodes, above),
        (
            *graph.edges,
            Edge(above.key, "LEADS", f"{UPPER}/二/4#1", own),
            Edge(f"agency:{LOWER_MARKET}", "COUNTERPART_OF", above.key, {"basis": "inferred"}),
        ),
    )
    rows = rows_of(part_of(dossier(wider, LOWER_MARKET), "gaps"), "upper_keys")
    found = rows[str((f"{UPPER}/二/4",))]
    assert str(found["why"]) == "上级列名的对口单位：江澜省市监局"
    assert found["own_measures"] is None


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = str(tmp_path_factory.mktemp("bundled") / "kg.db")
    build([], lambda: open_store(path))
    with open_store(path) as store:
        return store.graph()


def test_the_bundled_documents(bundled: Graph) -> None:
    report = dossier(bundled, "福州市市场监督管理局（知识产权局）", date(2025, 12, 1))
    (row,) = part_of(report, "documents").rows
    figures: list[CellValue] = [row[n] for n in ("all_measures", "leads", "co_leads", "assists")]
    assert figures == [60, 48, 3, 6]
    assert part_of(report, "partners").rows[0]["partner"] == "福州市科学技术局"
    district = dossier(bundled, "福州市鼓楼区人民政府")
    (may,) = part_of(district, "related").rows
    assert (may["body"], may["assists"]) == ("福州市各县（市）区人民政府", 58)
