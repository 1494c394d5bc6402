"""Who carries how much: leads, co-leads and supporting roles of each body, one document at a
time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import fsum

from kg.analysis.collection import uncollected
from kg.analysis.ledger import Ledger, Tally, ledgers
from kg.analysis.participants import left_out, participants
from kg.analysis.printed import Standing, in_print, standings
from kg.analysis.report import CellValue, Part, Report
from kg.analysis.workload.columns import columns
from kg.analysis.workload.concentration import concentration
from kg.analysis.workload.concentration_part import concentration_part
from kg.analysis.workload.notes import (
    basis_notes,
    cut,
    denominators,
    ranked_by,
    ranking,
    weights,
)
from kg.model import Basis, Graph, Node
from kg.wording import Text, same

TITLE = Text("各单位任务量", "Workload of agencies")

ASSIST_WEIGHT = 0.2
"""What an assist counts beside a lead, which counts 1: a convention, no measurement."""

_DIGITS = 9
"""Sums of 1/n are rounded here, so that a whole number is one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a workload report counts.

    Parameters
    ----------
    documents
        Keys of the documents; empty for all.
    inferred
        Show inferred roles, in columns of their own.
    collectives
        Rank names that stand for several bodies.
    blanket
        Rank bodies that stand on nearly every measure of a document.
    top
        Rows shown of each document; None for all.
    assist_weight
        What an assist counts, 0–1; a lead counts 1, one of n leads 1/n.
    """

    documents: frozenset[str] = frozenset()
    inferred: bool = False
    collectives: bool = False
    blanket: bool = False
    top: int | None = None
    assist_weight: float = ASSIST_WEIGHT


def workload(graph: Graph, choice: Choice | None = None) -> Report:
    """Return the workload of each agency, one part for each document, parts sorted by key, and
    last how concentrated the leads of each document are (part ``concentration``).

    Rows are ordered by explicit leads, then weighted workload (most first), then name. Where a
    document names no leads these are unknown (None), and measures, then name order the rows;
    with ``inferred`` the inferred leads and assists come before them. Explicit and inferred
    figures are never added together. Totals are over all ranked rows, also those that ``top``
    leaves unseen. Keys of measures stand in printed order.

    Parameters
    ----------
    graph
        The graph of one or more documents.
    choice
        What is counted; None for the default.
    """
    choice = choice or Choice()
    with uncollected():
        found = ledgers(graph, choice.documents)
        printed = standings(graph)
        parts = [_part(ledger, choice, printed) for ledger in found]
    if not parts:
        nothing = Text("库中没有文件", "the store holds no document")
        return Report("workload", TITLE, (), (nothing,))
    parts.append(
        concentration_part(
            [(_title(x.document), x) for x in found], printed, inferred=choice.inferred
        )
    )
    return Report("workload", TITLE, tuple(parts))


def _part(ledger: Ledger, choice: Choice, printed: Mapping[str, Standing]) -> Part:
    found = participants(ledger, collectives=choice.collectives, blanket=choice.blanket)
    led = ledger.led
    solo = concentration(ledger, Basis.EXPLICIT).solo
    rows = [_row(t, ledger, led, solo, choice) for t in found.counted]
    rows.sort(key=partial(_rank, by=ranked_by(ledger, inferred=choice.inferred)))
    totals = _totals(rows, ledger, choice)
    for row in rows:
        row["workload_share"] = _share(row["weighted_workload"], totals.get("weighted_workload"))
    shown = [_with_keys_in_print(row, printed) for row in rows[: choice.top]]
    return Part(
        key=ledger.document.key,
        title=_title(ledger.document),
        columns=columns(inferred=choice.inferred),
        rows=tuple(shown),
        notes=(
            *denominators(ledger, led),
            *basis_notes(ledger, inferred=choice.inferred),
            *ranking(ranked_by(ledger, inferred=choice.inferred)),
            *weights(ledger, len(solo), choice.assist_weight),
            *left_out(found, ledger),
            *cut(len(shown), len(rows)),
        ),
        totals=totals,
    )


def _row(
    tally: Tally,
    ledger: Ledger,
    led: Mapping[str, int],
    solo: frozenset[str],
    choice: Choice,
) -> dict[str, CellValue]:
    leads = tally.of("LEADS", Basis.EXPLICIT)
    co_leads = {m for m in leads if led[m] > 1}
    assists = tally.of("ASSISTS", Basis.EXPLICIT)
    weighted = fsum(1 / led[m] for m in leads)
    known = ledger.explicit
    row: dict[str, CellValue] = {
        "agency": tally.name,
        "leads": len(leads) if known else None,
        "co_leads": len(co_leads) if known else None,
        "assists": len(assists) if known else None,
        "lead_share": len(leads) / len(led) if led else None,
        "measures": len(tally.measures),
        "weighted_leads": round(weighted, _DIGITS) if known else None,
        "weighted_workload": _weighted(weighted, len(assists), choice) if known else None,
        "solo": len(leads & solo) if known else None,
        "lead_keys": tuple(leads) if known else None,
        "co_lead_keys": tuple(co_leads) if known else None,
        "assist_keys": tuple(assists) if known else None,
        "solo_keys": tuple(leads & solo) if known else None,
        "measure_keys": tuple(tally.measures),
    }
    if choice.inferred:
        row |= _inferred(tally)
    return row


def _with_keys_in_print(
    row: dict[str, CellValue], printed: Mapping[str, Standing]
) -> dict[str, CellValue]:
    lists = {name: keys for name, keys in row.items() if isinstance(keys, tuple)}
    return row | {name: in_print(keys, printed) for name, keys in lists.items()}


def _inferred(tally: Tally) -> dict[str, CellValue]:
    row: dict[str, CellValue] = {}
    for name, role in (("lead", "LEADS"), ("assist", "ASSISTS")):
        keys = tally.of(role, Basis.INFERRED)
        row[f"inferred_{name}s"] = len(keys)
        row[f"inferred_{name}_keys"] = tuple(keys)
    return row


def _weighted(weighted_leads: float, assists: int, choice: Choice) -> float:
    return round(weighted_leads + choice.assist_weight * assists, _DIGITS)


def _share(part: CellValue, whole: CellValue) -> float | None:
    known = isinstance(part, float) and isinstance(whole, float) and whole
    return part / whole if known else None  # type: ignore[operator]


def _rank(row: Mapping[str, CellValue], by: Sequence[str]) -> tuple[list[float], str]:
    figures = (row[name] for name in by)
    return [-f if isinstance(f, int | float) else 0 for f in figures], str(row["agency"])


def _totals(
    rows: Sequence[Mapping[str, CellValue]], ledger: Ledger, choice: Choice
) -> dict[str, CellValue]:
    """Sums of roles; measures have none, since one measure stands in several rows."""
    names = ["leads", "co_leads", "assists"] if ledger.explicit else []
    if choice.inferred:
        names += ["inferred_leads", "inferred_assists"]
    totals: dict[str, CellValue] = {
        name: sum(value for row in rows if isinstance(value := row[name], int)) for name in names
    }
    for name in ("weighted_leads", "weighted_workload") if ledger.explicit else ():
        sums = (value for row in rows if isinstance(value := row[name], float))
        totals[name] = round(fsum(sums), _DIGITS - 3)
    return totals


def _title(document: Node) -> Text:
    title = str(document.props["title"])
    doc_no = document.props.get("doc_no")
    return same(f"{title}（{doc_no}）" if doc_no else title)
