"""What has to be said before the figures of a workload report: denominators, basis and weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.ledger import Ledger
from kg.analysis.workload.columns import columns
from kg.model import Basis
from kg.wording import Text


def denominators(ledger: Ledger, led: Mapping[str, int]) -> list[Text]:
    """Return what the figures are parts of: measures, and those that name leads or nobody."""
    measures = len(ledger.measures)
    notes = []
    if ledger.explicit:
        leads, assists = (ledger.count(r, Basis.EXPLICIT) for r in ("LEADS", "ASSISTS"))
        co_led = sum(n > 1 for n in led.values())
        notes.append(
            Text(
                f"举措 {measures} 条，明示牵头单位的 {len(led)} 条（其中联合牵头 {co_led} 条）；"
                f"明示牵头 {leads} 项次，配合 {assists} 项次",
                f"measures: {measures}, naming a lead: {len(led)} (several leads: {co_led}); "
                f"explicit lead edges: {leads}, explicit assist edges: {assists}",
            )
        )
    else:
        notes.append(Text(f"举措 {measures} 条", f"measures: {measures}"))
    bare = len(ledger.measures - {e.dst for e in ledger.edges})
    if bare:
        notes.append(
            Text(f"没有列出任何单位的举措 {bare} 条", f"measures that name no agency: {bare}")
        )
    return notes


def basis_notes(ledger: Ledger, *, inferred: bool) -> list[Text]:
    """Return which basis is counted, and how much stands on the other."""
    leads, assists = (ledger.count(r, Basis.INFERRED) for r in ("LEADS", "ASSISTS"))
    if not leads + assists:
        return [Text("依据：明示", "basis: explicit")] if ledger.edges else []
    notes = []
    if ledger.explicit:
        notes.append(Text("依据：明示", "basis: explicit"))
    else:
        notes.append(
            Text(
                "原文只列责任单位，不分牵头与配合：牵头、配合不知",
                "the text lists responsible agencies without naming leads: "
                "leads and assists are unknown",
            )
        )
    notes.append(
        Text(
            f"另有推断（首列为牵头）：牵头 {leads} 项次，配合 {assists} 项次，从不与明示的相加",
            f"inferred besides (first listed = lead): lead edges {leads}, assist edges {assists}, "
            f"never added to the explicit ones",
        )
        if inferred
        else Text(
            f"推断的角色未列（首列为牵头：牵头 {leads} 项次，配合 {assists} 项次），"
            f"用 --inferred 列出",
            f"inferred roles are left out (first listed = lead: lead edges {leads}, "
            f"assist edges {assists}); --inferred shows them",
        )
    )
    return notes


def ranked_by(ledger: Ledger, *, inferred: bool) -> tuple[str, ...]:
    """Return the columns by which the agencies of a document are ranked, the first deciding."""
    if ledger.explicit:
        return ("leads", "weighted_workload")
    return ("inferred_leads", "inferred_assists", "measures") if inferred else ("measures",)


def ranking(names: Sequence[str]) -> list[Text]:
    """Return by what the agencies are ranked."""
    headings = {c.name: c.heading for c in columns(inferred=True)}
    told = [headings[name] for name in names]
    return [
        Text(
            f"排序：先按{'，再按'.join(t.zh for t in told)}（多的在前），最后按名称",
            f"ranked by {', then by '.join(t.en for t in told)} (most first), last by name",
        )
    ]


def weights(ledger: Ledger, solo: int, assist_weight: float) -> list[Text]:
    """Return how the workload is weighted, and how many leads have no named partner."""
    if not ledger.explicit:
        return []
    return [
        Text(
            f"加权：独自牵头 1，n 家联合牵头各 1/n，配合 {assist_weight:g}"
            f"（约定，可用 --assist-weight 改）；"
            f"无点名配合单位的举措 {solo} 条（统称和几乎每条都列名的单位不算点名）",
            f"weights: a sole lead 1, one of n leads 1/n, an assist {assist_weight:g} "
            f"(a convention; --assist-weight changes it); measures without a named supporting "
            f"agency: {solo} (collectives and bodies on nearly every measure are no names)",
        )
    ]


def cut(shown: int, ranked: int) -> list[Text]:
    """Return the note that only the first rows are shown, if so."""
    if shown == ranked:
        return []
    return [
        Text(
            f"只列前 {shown} 个单位，共 {ranked} 个；合计为全部",
            f"the first {shown} of {ranked} agencies; totals are over all",
        )
    ]
