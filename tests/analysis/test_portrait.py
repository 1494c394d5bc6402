"""One node with its relations, issues and printed lines."""

from __future__ import annotations

from kg.analysis.portrait import portrait
from kg.analysis.report import Coded, Part
from kg.store.base import Store
from tests.analysis.sample import CITY, CITY_LINES, COURT, MARKET, SCIENCE, agency_key


def parts_of(store: Store, key: str) -> dict[str, Part]:
    node = store.node(key)
    assert node is not None
    return {part.key: part for part in portrait(store, node).parts}


def lines_of(part: Part) -> list[tuple[object, object]]:
    return [(row["line"], row["text"]) for row in part.rows]


def test_a_measure_shows_its_agencies_issue_and_line(store: Store) -> None:
    parts = parts_of(store, f"{CITY}/一/1#3")
    assert list(parts) == [
        "properties", "HAS_MEASURE<", "LEADS<", "ASSISTS<", "issues", "lines",
    ]  # fmt: skip
    (lead,) = parts["LEADS<"].rows
    assert (lead["name"], lead["as_printed"]) == (COURT, "市中级法院")
    basis = lead["basis"]
    assert isinstance(basis, Coded)
    assert (basis.zh, basis.code) == ("明示", "explicit")
    (issue,) = parts["issues"].rows
    assert (issue["code"], issue["was"], issue["became"]) == (
        "repeated-row", "组织商标品牌培训。", "只留一行",
    )  # fmt: skip
    assert lines_of(parts["lines"]) == [(6, CITY_LINES[5])]


def test_agencies_of_a_measure_stand_in_printed_order(store: Store) -> None:
    rows = parts_of(store, f"{CITY}/一/1#2")["LEADS<"].rows
    assert [row["name"] for row in rows] == [MARKET, SCIENCE]


def test_an_agency_shows_the_lines_its_roles_were_read_from(store: Store) -> None:
    parts = parts_of(store, agency_key(SCIENCE))
    assert [row["key"] for row in parts["LEADS>"].rows] == [f"{CITY}/一/1#2"]
    assert lines_of(parts["lines"]) == [(4, CITY_LINES[3]), (5, CITY_LINES[4])]


def test_a_task_and_a_section_show_their_heading(store: Store) -> None:
    assert lines_of(parts_of(store, f"{CITY}/一/1")["lines"]) == [(3, CITY_LINES[2])]
    assert lines_of(parts_of(store, f"{CITY}/一")["lines"]) == [(2, CITY_LINES[1])]


def test_a_document_shows_its_head_and_its_sections(store: Store) -> None:
    parts = parts_of(store, CITY)
    assert lines_of(parts["lines"]) == [(1, CITY_LINES[0])]
    assert [row["name"] for row in parts["HAS_SECTION>"].rows] == ["一 提升创造质量"]


def test_measures_of_a_task_stand_in_printed_order(store: Store) -> None:
    rows = parts_of(store, f"{CITY}/一/1")["HAS_MEASURE>"].rows
    assert [row["key"] for row in rows] == [f"{CITY}/一/1#{n}" for n in (1, 2, 3)]


def test_a_deadline_shows_the_words_it_was_read_from(store: Store) -> None:
    (row,) = parts_of(store, "deadline:2025")["DUE<"].rows
    assert row["as_printed"] == "2025年底前"


def test_properties_come_with_their_meaning(store: Store) -> None:
    rows = parts_of(store, f"{CITY}/一/1#1")["properties"].rows
    assert {str(r["property"]): str(r["meaning"]) for r in rows}["text"] == "举措文字（照录）"
