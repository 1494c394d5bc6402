"""Who carries how much: leads, co-leads and supporting roles of each body, one document at a
time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.ledger import Ledger, Tally, ledgers
from kg.analysis.report import CellValue, Part, Report
from kg.analysis.workload_columns import columns
from kg.analysis.workload_notes import basis_notes, cut, denominators, left_out
from kg.model import Basis, Graph, Node
from kg.wording import Text, same

TITLE = Text("各单位任务量", "Workload of agencies")


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
    """

    documents: frozenset[str] = frozenset()
    inferred: bool = False
    collectives: bool = False
    blanket: bool = False
    top: int | None = None


def workload(graph: Graph, choice: Choice | None = None) -> Report:
    """Return the workload of each agency, one part for each document, parts sorted by key.

    Rows are ordered by explicit leads, co-leads and assists (most first), then name. Where a
    document names no leads these are unknown (None), and measures, then name order the rows;
    with ``inferred`` the inferred leads and assists come before them. Explicit and inferred
    figures are never added together. Totals are over all ranked rows, also those that ``top``
    leaves unseen.

    Parameters
    ----------
    graph
        The graph of one or more documents.
    choice
        What is counted; None for the default.
    """
    choice = choice or Choice()
    parts = tuple(_part(ledger, choice) for ledger in ledgers(graph, choice.documents))
    notes = () if parts else (Text("库中没有文件", "the store holds no document"),)
    return Report("workload", TITLE, parts, notes)


def _part(ledger: Ledger, choice: Choice) -> Part:
    ranked, collectives, blanket = _sorted_out(ledger, choice)
    led = ledger.led
    rows = sorted((_row(t, ledger, led, choice) for t in ranked), key=_rank)
    shown = rows[: choice.top]
    return Part(
        key=ledger.document.key,
        title=_title(ledger.document),
        columns=columns(inferred=choice.inferred),
        rows=tuple(shown),
        notes=(
            *denominators(ledger, led),
            *basis_notes(ledger, inferred=choice.inferred),
            *left_out(collectives, blanket, ledger),
            *cut(len(shown), len(rows)),
        ),
        totals=_totals(rows, ledger, choice),
    )


def _sorted_out(ledger: Ledger, choice: Choice) -> tuple[list[Tally], list[Tally], list[Tally]]:
    """Tell the bodies to rank from the collectives and the blanket bodies left out.

    A collective that stands on nearly every measure counts as a collective alone.
    """
    ranked: list[Tally] = []
    collectives: list[Tally] = []
    blanket: list[Tally] = []
    for tally in sorted(ledger.tallies, key=lambda t: (-len(t.measures), t.name)):
        if tally.is_collective:
            (ranked if choice.collectives else collectives).append(tally)
        elif tally.blanket:
            (ranked if choice.blanket else blanket).append(tally)
        else:
            ranked.append(tally)
    return ranked, collectives, blanket


def _row(
    tally: Tally, ledger: Ledger, led: Mapping[str, int], choice: Choice
) -> dict[str, CellValue]:
    leads = tally.of("LEADS", Basis.EXPLICIT)
    co_leads = {m for m in leads if led[m] > 1}
    assists = tally.of("ASSISTS", Basis.EXPLICIT)
    known = ledger.explicit
    row: dict[str, CellValue] = {
        "agency": tally.name,
        "leads": len(leads) if known else None,
        "co_leads": len(co_leads) if known else None,
        "assists": len(assists) if known else None,
        "lead_share": len(leads) / len(led) if led else None,
        "measures": len(tally.measures),
        "lead_keys": tuple(sorted(leads)) if known else None,
        "co_lead_keys": tuple(sorted(co_leads)) if known else None,
        "assist_keys": tuple(sorted(assists)) if known else None,
        "measure_keys": tuple(sorted(tally.measures)),
    }
    if choice.inferred:
        for name, role in (("lead", "LEADS"), ("assist", "ASSISTS")):
            keys = tally.of(role, Basis.INFERRED)
            row[f"inferred_{name}s"] = len(keys)
            row[f"inferred_{name}_keys"] = tuple(sorted(keys))
    return row


_RANKED_BY = ("leads", "co_leads", "assists", "inferred_leads", "inferred_assists", "measures")


def _rank(row: Mapping[str, CellValue]) -> tuple[list[int], str]:
    figures = (row.get(name) for name in _RANKED_BY)
    return [-f if isinstance(f, int) else 0 for f in figures], str(row["agency"])


def _totals(
    rows: Sequence[Mapping[str, CellValue]], ledger: Ledger, choice: Choice
) -> dict[str, CellValue]:
    """Sums of roles; measures have none, since one measure stands in several rows."""
    names = ["leads", "co_leads", "assists"] if ledger.explicit else []
    if choice.inferred:
        names += ["inferred_leads", "inferred_assists"]
    return {
        name: sum(value for row in rows if isinstance(value := row[name], int)) for name in names
    }


def _title(document: Node) -> Text:
    title = str(document.props["title"])
    doc_no = document.props.get("doc_no")
    return same(f"{title}（{doc_no}）" if doc_no else title)
