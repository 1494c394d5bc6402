"""The answers to the named questions: those of the real documents, and of hand-made ones."""

from __future__ import annotations

from kg.store.cypher import CypherEngine, Value
from kg.store.queries import named_query
from tests.cypher.arguments_sample import REAL, SAMPLE, given

Rows = list[dict[str, Value]]
JUNE = {"from_day": "2025-06-01", "to_day": "2025-06-30"}
MARKET = "市市场监督管理局（知识产权局）"


def ask(engine: CypherEngine, name: str, **parameters: object) -> Rows:
    query = named_query(name)
    base = REAL | {k: v for k, v in parameters.items() if isinstance(v, str)}
    values = {**given(query, base), **parameters}
    result = engine.run(query.text, values, timeout_s=60, row_limit=5_000)  # type: ignore[arg-type]
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def ask_sample(engine: CypherEngine, name: str, **parameters: object) -> Rows:
    query = named_query(name)
    values = {**given(query, SAMPLE), **parameters}
    result = engine.run(query.text, values, timeout_s=60, row_limit=5_000)  # type: ignore[arg-type]
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def test_the_market_office_leads_48_and_3_of_them_with_others(real: CypherEngine) -> None:
    rows = ask(real, "agency-leads", agency=MARKET)
    assert len(rows) == 48
    assert sum(bool(row["co_leads"]) for row in rows) == 3
    (first,) = [r for r in ask(real, "workload-ranking") if r["leads"] == 48]
    assert (first["co_leads"], first["assists"]) == (3, 6)
    assert first == ask(real, "workload-ranking")[0]


def test_any_printed_form_finds_an_agency(real: CypherEngine) -> None:
    printed = ask(real, "agency-leads", agency="市科技局")
    canonical = ask(real, "agency-leads", agency=printed[0]["agency"])
    assert printed == canonical
    assert len(printed) == 2


def test_four_measures_are_led_together(real: CypherEngine) -> None:
    rows = ask(real, "co-led-measures")
    assert len(rows) == 4
    assert sum(len(row["leads"]) for row in rows if isinstance(row["leads"], tuple)) == 9


def test_thirteen_measures_name_no_partner(real: CypherEngine) -> None:
    assert len(ask(real, "solo-burden")) == 13


def test_54_of_60_fall_due_in_june_2025(real: CypherEngine) -> None:
    rows = ask(real, "deadline-cliff")
    assert (rows[0]["month"], rows[0]["measures"], rows[0]["share"]) == ("2025-06", 54, 0.9)
    assert rows[0]["days"] == ("2025-06-30",)
    assert sum(row["measures"] for row in rows if isinstance(row["measures"], int)) == 60
    due = ask(real, "due-between", **JUNE)
    assert sum(row["scope"] == "measure" for row in due) == 54
    assert len(ask(real, "due-between", **JUNE, clauses=False)) == 54


def test_what_is_due_on_the_day_is_not_over(real: CypherEngine) -> None:
    assert len(ask(real, "overdue-asof", as_of="2025-06-30", clauses=False)) == 6
    rows = ask(real, "overdue-asof", as_of="2025-07-01", clauses=False)
    assert len(rows) == 60
    assert {row["state"] for row in rows} == {"expired"}


def test_blanket_bodies_are_left_out_unless_asked_for(real: CypherEngine) -> None:
    def zone(rows: Rows) -> list[Value]:
        return [r["assists"] for r in rows if str(r["agency"]).endswith("高新区管委会")]

    assert zone(ask(real, "workload-ranking")) == []
    assert zone(ask(real, "workload-ranking", blanket=True)) == [60]


def test_the_counties_have_58_measures(real: CypherEngine) -> None:
    rows = ask(real, "county-obligations", agency="各县（市）区政府")
    assert len(rows) == 58
    assert {row["role"] for row in rows} == {"责任单位"}


def test_inferred_roles_count_only_when_asked_for(real: CypherEngine) -> None:
    (city,) = ask(real, "lead-concentration")
    assert (city["leads"], city["top_leads"]) == (65, 48)
    both = ask(real, "lead-concentration", inferred=True)
    assert sorted(row["leads"] for row in both if isinstance(row["leads"], int)) == [30, 65]


def test_a_document_is_named_by_key_or_number(real: CypherEngine) -> None:
    number = ask(real, "no-deadline", document="闽知发〔2025〕14号", clauses=False)
    assert len(number) == 32
    assert ask(real, "no-deadline", document="没有的文件") == []


def test_damaged_rows_and_what_they_touch(real: CypherEngine) -> None:
    rows = ask(real, "data-quality")
    assert {row["severity"] for row in rows} == {"warning", "error"}
    assert all(row["message"] and row["place"] for row in rows)


def test_who_never_leads_and_who_bridges_sections(real: CypherEngine) -> None:
    leads = {r["agency"] for r in ask(real, "workload-ranking") if r["leads"]}
    idle = {row["agency"] for row in ask(real, "never-leads")}
    assert idle
    assert not leads & idle
    bridges = ask(real, "bridge-agencies")
    assert (bridges[0]["sections"], bridges[0]["section_share"]) == (7, 1.0)
    assert str(bridges[0]["agency"]).endswith(MARKET)


def test_partners_and_paths(sample: CypherEngine) -> None:
    partners = ask_sample(sample, "coordination-partners", document="澄知发〔2022〕3号")
    assert [(r["partner"], r["measures"], r["they_lead"]) for r in partners] == [
        ("澄湖市市场监督管理局（知识产权局）", 2, 2)
    ]
    # The court shares a measure with nobody but a body that stands on all of them.
    assert ask_sample(sample, "coordination-path") == []
    (step,) = ask_sample(
        sample, "coordination-path", agency="澄湖市科学技术局", other="市市场监管局（知识产权局）"
    )[:1]
    assert (step["steps"], step["via"]) == (1, None)


def test_multi_agency_and_role_inconsistency(sample: CypherEngine) -> None:
    (row,) = ask_sample(sample, "multi-agency-measures", document="澄知发〔2022〕3号", at_least=2)[
        :1
    ]
    assert row["agencies"] == 2
    tasks = ask_sample(sample, "role-inconsistency")
    assert {row["task"] for row in tasks} == {"加强专利转化", "运用"}


def test_industries(sample: CypherEngine) -> None:
    rows = ask_sample(sample, "industry-measures")
    assert [(r["industry"], r["code"], r["words"]) for r in rows] == [
        ("光伏产业", "3825", ("光伏产业", "光伏产业")),
        ("冷链物流业", None, ("冷链物流业",)),
    ]
    assert len(ask_sample(sample, "industry-measures", industry="3825")) == 1


def test_targets(sample: CypherEngine) -> None:
    rows = ask_sample(sample, "quantified-targets")
    assert [(r["number"], r["unit"], r["comparator"], r["due_on"]) for r in rows] == [
        (20, "件", "at_least", "2024-12-31"),
        (300, "家次", "at_least", None),
    ]
    assert len(ask_sample(sample, "quantified-targets", unit="件")) == 1


def test_promised_papers(sample: CypherEngine) -> None:
    (row,) = ask_sample(sample, "promised-instruments")
    assert (row["instrument"], row["state"]) == ("澄湖市专利奖励办法", "unseen")


def test_programmes(sample: CypherEngine) -> None:
    (row,) = ask_sample(sample, "programme-mentions")
    assert (row["programme"], row["words"]) == ("知产通", ("“知产通”平台",))


def test_words_without_a_date(sample: CypherEngine) -> None:
    rows = ask_sample(sample, "no-deadline", document="澄政办〔2024〕8号")
    assert [row["words"] for row in rows] == [(), (), ("持续推进",)]
