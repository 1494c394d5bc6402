"""Weighted load and the concentration of leads, on made-up and on the bundled documents."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.ledger import ledgers
from kg.analysis.report import CellValue, Report
from kg.analysis.workload.concentration import concentration, gini
from kg.analysis.workload.report import Choice, workload
from kg.model import Basis
from kg.store.base import Store
from kg.wording import Language
from tests.analysis.golden import check, part_of, rows_of
from tests.analysis.networks import KEY, Rows, graph_of, rows_of_bodies
from tests.analysis.sample import CITY, COURT, LIST, MARKET, SCIENCE
from tests.cypher.contents import contents

COUNTS = st.lists(st.integers(1, 50), min_size=1, max_size=12)


def row_of(report: Report, key: str) -> Mapping[str, CellValue]:
    (row,) = (r for r in part_of(report, "concentration").rows if r["document_keys"] == (key,))
    return row


def test_a_lead_counts_1_and_one_of_n_leads_1_of_n(store: Store) -> None:
    rows = rows_of(part_of(workload(store.graph()), CITY), "agency")
    figures = {name: (r["weighted_leads"], r["weighted_workload"]) for name, r in rows.items()}
    assert figures == {MARKET: (1.5, 1.5), SCIENCE: (0.5, 0.7), COURT: (1.0, 1.0)}
    assert rows[MARKET]["workload_share"] == pytest.approx(1.5 / 3.2)
    assert sum(float(str(row["workload_share"])) for row in rows.values()) == pytest.approx(1)


def test_where_no_lead_is_named_the_load_is_unknown(store: Store) -> None:
    part = part_of(workload(store.graph()), LIST)
    for name in ("weighted_leads", "weighted_workload", "workload_share", "solo", "solo_keys"):
        assert {row[name] for row in part.rows} == {None}
    assert part.totals == {}
    row = row_of(workload(store.graph()), LIST)
    assert [row[n] for n in ("lead_agencies", "lead_total", "gini", "solo_total")] == [None] * 4


@settings(deadline=None)
@given(rows_of_bodies())
def test_weighted_leads_add_up_to_the_measures_with_a_lead(rows: Rows) -> None:
    part = part_of(workload(graph_of(rows)), KEY)
    led = sum(bool(row) for row in rows)
    if led:
        assert part.totals is not None
        assert part.totals["weighted_leads"] == pytest.approx(led)


def test_leads_without_a_named_partner(store: Store) -> None:
    report = workload(store.graph())
    rows = rows_of(part_of(report, CITY), "agency")
    # The counties and the body on every measure are no partners by name.
    assert {name: row["solo"] for name, row in rows.items()} == {MARKET: 1, SCIENCE: 1, COURT: 1}
    row = row_of(report, CITY)
    assert row["solo_total"] == 2
    assert row["solo_total_keys"] == (f"{CITY}/一/1#2", f"{CITY}/一/1#3")


def test_inferred_leads_have_a_row_of_their_own(store: Store) -> None:
    part = part_of(workload(store.graph(), Choice(inferred=True)), "concentration")
    found = [(str(r["basis"]), r["document_keys"], r["lead_total"]) for r in part.rows]
    assert found == [
        ("明示", (LIST,), None),
        ("推断", (LIST,), 1),
        ("明示", (CITY,), 4),
    ]


@given(COUNTS)
def test_gini_and_herfindahl_stay_within_bounds(counts: list[int]) -> None:
    found = gini(counts)
    assert found is not None
    assert 0 <= found < 1
    assert gini([7 * n for n in counts]) == pytest.approx(found)
    assert gini(counts[::-1]) == pytest.approx(found)
    mean = sum(abs(a - b) for a in counts for b in counts) / len(counts) ** 2
    assert found == pytest.approx(mean / (2 * sum(counts) / len(counts)), abs=1e-12)


def test_leads_of_several_bodies_by_hand() -> None:
    graph = graph_of([(0, 1), (0,), (0, 2), (1, 2)], "甲乙丙")
    (ledger,) = ledgers(graph)
    spread = concentration(ledger, Basis.EXPLICIT)
    assert spread.leads == (("甲", 3), ("乙", 1))
    assert (spread.total, spread.share_of_first(1)) == (4, 0.75)
    assert spread.herfindahl == pytest.approx(0.625)
    assert spread.gini == pytest.approx(0.25)
    assert spread.solo == {f"{KEY}#2"}
    assert concentration(ledger, Basis.INFERRED).herfindahl is None


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(store: Store, language: Language) -> None:
    store.write(contents())
    check("workload", workload(store.graph(), Choice(inferred=True)), language)
