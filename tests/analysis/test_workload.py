"""The workload report: figures, order, what is left out, and what is said about it."""

from __future__ import annotations

from typing import Any

import pytest

from kg.analysis.report import ColumnKind, Part
from kg.analysis.workload.report import Choice, workload
from kg.model import Edge, Graph, Node, Value
from kg.store.base import Store
from kg.wording import Language
from tests.analysis.sample import CITY, COUNTIES, COURT, LIST, MARKET, OFFICE, SCIENCE, ZONE

EVERYTHING = Choice(inferred=True, collectives=True, blanket=True)


def part_of(store: Store, key: str, choice: Choice | None = None) -> Part:
    return next(p for p in workload(store.graph(), choice).parts if p.key == key)


def rows_of(part: Part) -> dict[str, dict[str, Any]]:
    return {str(row["agency"]): dict(row) for row in part.rows}


def notes_of(part: Part, language: Language = Language.ZH) -> str:
    return "\n".join(note.into(language) for note in part.notes)


def test_each_document_has_a_part_of_its_own(store: Store) -> None:
    report = workload(store.graph())
    assert [p.key for p in report.parts] == [*sorted([CITY, LIST]), "concentration"]
    assert str(part_of(store, CITY).title) == "澄湖市知识产权任务分解表（澄知发〔2022〕3号）"
    assert str(part_of(store, LIST).title) == "澄湖市商标专利任务清单"


def test_figures_of_a_document_that_names_leads(store: Store) -> None:
    rows = rows_of(part_of(store, CITY))
    figures = {
        name: (r["leads"], r["co_leads"], r["assists"], r["measures"]) for name, r in rows.items()
    }
    assert figures == {MARKET: (2, 1, 0, 2), SCIENCE: (1, 1, 1, 2), COURT: (1, 0, 0, 1)}
    assert rows[MARKET]["lead_share"] == pytest.approx(2 / 3)


def test_order_is_leads_then_weighted_workload_then_name(store: Store) -> None:
    part = part_of(store, CITY, EVERYTHING)
    # A sole lead goes before a joint one, whatever is assisted besides.
    assert [r["agency"] for r in part.rows] == [MARKET, COURT, SCIENCE, ZONE, COUNTIES]
    assert "排序：先按牵头，再按加权任务量（多的在前），最后按名称" in notes_of(part)
    english = notes_of(part, Language.EN)
    assert "ranked by leads, then by weighted workload (most first), last by name" in english
    plain = notes_of(part_of(store, LIST))
    assert "排序：先按涉及举措（多的在前），最后按名称" in plain


def test_every_figure_names_its_measures(store: Store) -> None:
    part = part_of(store, CITY, EVERYTHING)
    for row in part.rows:
        for figure, keys in (
            ("leads", "lead_keys"),
            ("co_leads", "co_lead_keys"),
            ("assists", "assist_keys"),
            ("measures", "measure_keys"),
            ("inferred_leads", "inferred_lead_keys"),
            ("inferred_assists", "inferred_assist_keys"),
        ):
            named = row[keys]
            assert isinstance(named, tuple)
            assert len(named) == row[figure] == len(set(named))
    assert rows_of(part)[SCIENCE]["co_lead_keys"] == (f"{CITY}/一/1#2",)


def test_keys_stand_in_printed_order() -> None:
    """Not by code point, which has 一 七 三, and 10 before 9."""
    numbers = {"一": 1, "二": 2, "三": 3, "七": 7}
    places = [(section, task) for section in numbers for task in (9, 10)]
    nodes = [Node("d", "Document", {"title": "清单", "document_key": "d"}), _body("甲局")]
    edges = []
    for section, at in numbers.items():
        key = f"d/{section}"
        nodes.append(Node(key, "Section", {"document_key": "d", "title": section, "seq": at}))
        edges.append(Edge("d", "HAS_SECTION", key, {"document_key": "d", "seq": at}))
    for section, task in places:
        above, key = f"d/{section}/{task}", f"d/{section}/{task}#1"
        own: dict[str, Value] = {"document_key": "d", "seq": task}
        nodes.append(Node(above, "Task", {**own, "title": "任务"}))
        nodes.append(Node(key, "Measure", {**own, "seq": 1, "text": "推进。"}))
        edges.append(Edge(f"d/{section}", "HAS_TASK", above, own))
        edges.append(Edge(above, "HAS_MEASURE", key, own))
        role: dict[str, Value] = {"document_key": "d", "basis": "explicit", "scope": "own"}
        edges.append(Edge("agency:甲局", "LEADS", key, role))
    report = workload(Graph(tuple(nodes), tuple(edges)))
    expected = tuple(f"d/{section}/{task}#1" for section, task in places)
    (row,) = report.parts[0].rows
    for name in ("lead_keys", "measure_keys", "solo_keys"):
        assert row[name] == expected
    (spread,) = report.parts[1].rows
    assert spread["led_keys"] == spread["solo_total_keys"] == expected


def _body(name: str) -> Node:
    return Node(f"agency:{name}", "Agency", {"name": name, "is_collective": False})


def test_collectives_and_blanket_bodies_are_left_out_and_named_with_their_figures(
    store: Store,
) -> None:
    part = part_of(store, CITY)
    assert not {ZONE, COUNTIES} & set(rows_of(part))
    assert f"统称 1 个未排名：{COUNTIES}（牵头 0、配合 2、涉及 2）" in notes_of(part)
    assert f"几乎每条都列名的单位 1 个未排名：{ZONE}（牵头 0、配合 3、涉及 3）" in notes_of(part)
    english = notes_of(part, Language.EN)
    assert (
        f"collective names not ranked (1): {COUNTIES} (leads 0, assists 2, measures 2)" in english
    )
    assert f"not ranked (1): {ZONE} (leads 0, assists 3, measures 3)" in english


@pytest.mark.parametrize(
    ("choice", "added"),
    [(Choice(collectives=True), COUNTIES), (Choice(blanket=True), ZONE)],
)
def test_options_bring_in_one_kind_each(store: Store, choice: Choice, added: str) -> None:
    part = part_of(store, CITY, choice)
    assert set(rows_of(part)) == {MARKET, SCIENCE, COURT, added}
    assert added not in notes_of(part)


def test_where_no_lead_is_named_leads_are_unknown_not_zero(store: Store) -> None:
    row = rows_of(part_of(store, LIST))[OFFICE]
    for name in ("leads", "co_leads", "assists", "lead_share", "lead_keys", "assist_keys"):
        assert row[name] is None
    assert row["measures"] == 1
    assert "inferred_leads" not in row


def test_inferred_roles_stand_in_columns_of_their_own(store: Store) -> None:
    part = part_of(store, LIST, Choice(inferred=True))
    rows = rows_of(part)
    assert (rows[OFFICE]["inferred_leads"], rows[OFFICE]["inferred_assists"]) == (1, 0)
    assert (rows[MARKET]["inferred_leads"], rows[MARKET]["inferred_assists"]) == (0, 1)
    assert rows[OFFICE]["leads"] is None
    assert [r["agency"] for r in part.rows] == [OFFICE, MARKET]
    assert part.totals == {"inferred_leads": 1, "inferred_assists": 1}


def test_head_gives_denominators_and_basis(store: Store) -> None:
    city = notes_of(part_of(store, CITY))
    assert "举措 3 条，明示牵头单位的 3 条（其中联合牵头 1 条）；明示牵头 4 项次" in city
    assert "依据：明示" in city
    plain = notes_of(part_of(store, LIST))
    assert "没有列出任何单位的举措 1 条" in plain
    assert "牵头、配合不知" in plain
    assert "用 --inferred 列出" in plain


def test_totals_are_over_all_ranked_rows_also_those_not_shown(store: Store) -> None:
    whole = part_of(store, CITY)
    cut = part_of(store, CITY, Choice(top=1))
    assert whole.totals == cut.totals
    assert whole.totals == {
        "leads": 4,
        "co_leads": 2,
        "assists": 1,
        "weighted_leads": 3.0,
        "weighted_workload": 3.2,
    }
    assert len(cut.rows) == 1
    assert "只列前 1 个单位，共 3 个" in notes_of(cut)


def test_one_document_alone_gives_the_same_part(store: Store) -> None:
    alone = workload(store.graph(), Choice(frozenset({CITY})))
    assert alone.parts[0] == part_of(store, CITY)
    assert [p.key for p in alone.parts] == [CITY, "concentration"]
    assert workload(store.graph([CITY]), Choice()).parts == alone.parts


def test_every_row_has_every_column_and_no_other(store: Store) -> None:
    for choice in (Choice(), EVERYTHING):
        for part in workload(store.graph(), choice).parts:
            names = {c.name for c in part.columns}
            assert len(names) == len(part.columns)
            for row in part.rows:
                assert set(row) == names
            for column in part.columns:
                assert column.definition.zh != column.definition.en
                if column.kind is ColumnKind.COUNT:
                    assert all(r[column.name] is None or r[column.name] >= 0 for r in part.rows)  # type: ignore[operator]


def test_an_empty_store_gives_a_report_that_says_so() -> None:
    report = workload(Graph((), ()))
    assert report.parts == ()
    assert [n.into(Language.EN) for n in report.notes] == ["the store holds no document"]
    assert [str(n) for n in report.notes] == ["库中没有文件"]
