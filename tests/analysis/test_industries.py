"""The report of industries."""

from __future__ import annotations

import pytest

from kg.analysis.content.industries import industries
from kg.analysis.dossier import Selection
from kg.model import Graph
from kg.wording import Language
from tests.analysis.contents import CLEAN, DAMAGED, TABLE
from tests.analysis.golden import check, part_of, rows_of


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(content: Graph, language: Language) -> None:
    check("industries", industries(content, Selection(inferred=True)), language)


def test_industries_over_all_documents_most_measures_first(content: Graph) -> None:
    rows = part_of(industries(content), "industries").rows
    assert [(r["industry"], r["measures"], r["documents"]) for r in rows] == [
        ("光电产业", 2, 1),
        ("茶产业", 2, 2),
        ("种业", 1, 1),
    ]
    assert rows[0]["leads"] == ("澄湖市科学技术局 ×2", "澄湖市市场监督管理局 ×1")
    assert rows[0]["measure_keys"] == (f"{TABLE}/一/1#1", f"{TABLE}/一/2#1")
    assert rows[1]["document_keys"] == tuple(sorted([DAMAGED, TABLE]))


def test_a_code_is_named_and_never_made_up(content: Graph) -> None:
    rows = rows_of(part_of(industries(content), "industries"), "industry")
    assert rows["种业"]["classification"] == "GB/T 4754-2017 A01"
    assert str(rows["茶产业"]["classification"]) == "无代码"


def test_a_documents_shares_are_of_its_own_measures(content: Graph) -> None:
    part = part_of(industries(content), TABLE)
    rows = rows_of(part, "industry")
    assert rows["光电产业"]["share"] == pytest.approx(2 / 4)
    assert rows["茶产业"]["words"] == ("茶叶",)
    assert "提到产业的举措 2/4 = 50.0%；产业 2 个，提及 3 处" in str(part.notes[0])


def test_measures_that_name_no_industry_stand_in_printed_order(content: Graph) -> None:
    report = industries(content)
    part = part_of(report, f"{TABLE}!unnamed")
    assert [(r["measure"], r["opening"]) for r in part.rows] == [
        ("一/1#2", "制定出台《澄湖市专利促进办法》，落实《中华人民共和国专利法》"),
        ("二/3#1", "加强统筹协调，营造良好氛围"),
    ]
    assert part_of(report, f"{CLEAN}!unnamed").rows == ()


def test_leads_are_unknown_where_the_text_names_none(content: Graph) -> None:
    plain = part_of(industries(content), DAMAGED)
    (row,) = plain.rows
    assert row["leads"] is None
    assert "inferred_leads" not in row
    assert "用 --inferred 另列" in str(plain.notes[-1])
    (row,) = part_of(industries(content, Selection(inferred=True)), DAMAGED).rows
    assert (row["leads"], row["inferred_leads"]) == (None, ("澄湖市知识产权局保护处 ×1",))


def test_one_document_has_no_part_over_all(content: Graph) -> None:
    alone = industries(content, Selection(frozenset({TABLE})))
    assert [p.key for p in alone.parts] == [TABLE, f"{TABLE}!unnamed"]


def test_top_cuts_every_table_and_says_so(content: Graph) -> None:
    part = part_of(industries(content, Selection(top=1)), TABLE)
    assert len(part.rows) == 1
    assert part.notes[-1].zh == "只列前 1 行，共 2 行；以上数字为全部"


def test_an_empty_store_says_so() -> None:
    assert [str(n) for n in industries(Graph((), ())).notes] == ["库中没有文件"]
