"""The part of the workload report on the concentration of leads, and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.ledger import Ledger
from kg.analysis.printed import Standing, in_print
from kg.analysis.report import CellValue, Column, ColumnKind, Part
from kg.analysis.workload.concentration import FIRST, Concentration, concentration
from kg.model import Basis
from kg.wording import Text

_COUNT, _KEYS, _SHARE = ColumnKind.COUNT, ColumnKind.KEYS, ColumnKind.SHARE
_BASES = {
    Basis.EXPLICIT: Text("明示", "explicit"),
    Basis.INFERRED: Text("推断", "inferred"),
}

COLUMNS = (
    Column(
        "document",
        Text("文件", "document"),
        ColumnKind.TEXT,
        Text("标题和文号", "title and number"),
    ),
    Column(
        "basis",
        Text("依据", "basis"),
        ColumnKind.TEXT,
        Text("明示、推断，各算各的", "explicit or inferred, each by itself"),
    ),
    Column(
        "lead_agencies",
        Text("牵头单位数", "lead agencies"),
        _COUNT,
        Text("至少牵头一条的单位，含未排名的", "bodies that lead a measure, ranked above or not"),
    ),
    Column(
        "lead_total",
        Text("牵头项次", "lead edges"),
        _COUNT,
        Text("联合牵头的举措每个牵头单位各计一次", "a measure with n leads counts n times"),
    ),
    Column(
        "top_agency",
        Text("牵头最多", "top lead"),
        ColumnKind.TEXT,
        Text(
            "牵头项次最多的单位，并列时按名称取首位", "has most leads; of equals the first by name"
        ),
        wide=True,
    ),
    Column(
        "top_leads",
        Text("首位项次", "top leads"),
        _COUNT,
        Text("该单位的牵头项次", "leads of that body"),
        wide=True,
    ),
    Column(
        "top_share",
        Text("首位占比", "top share"),
        _SHARE,
        Text("首位项次 ÷ 牵头项次", "top leads ÷ lead edges"),
    ),
    Column(
        "first_share",
        Text(f"前{FIRST}位占比", f"share of first {FIRST}"),
        _SHARE,
        Text(
            f"牵头最多的 {FIRST} 个单位的项次 ÷ 牵头项次",
            f"leads of the {FIRST} bodies with most ÷ lead edges",
        ),
    ),
    Column(
        "gini",
        Text("基尼系数", "Gini"),
        ColumnKind.NUMBER,
        Text(
            "牵头项次在牵头单位之间的基尼系数：0 为人人相同；只有一个牵头单位时也为 0，"
            "要与牵头单位数同看",
            "Gini coefficient of leads among lead agencies: 0 where all have the same, also where "
            "there is one alone, so read it with their number",
        ),
    ),
    Column(
        "herfindahl",
        Text("HHI", "HHI (sum of squares)"),
        ColumnKind.NUMBER,
        Text(
            "各牵头单位占比的平方和：1 为一家独揽，1 ÷ 牵头单位数为平均分担",
            "sum of squared shares of lead agencies: 1 is one alone, 1 ÷ lead agencies an even "
            "spread",
        ),
    ),
    Column(
        "solo_total",
        Text("无点名配合", "no named partner"),
        _COUNT,
        Text(
            "有牵头单位而没有点名的配合单位的举措数；统称和几乎每条都列名的单位不算点名，"
            "联合牵头也不算配合",
            "measures with a lead and no supporting agency by name; collectives and bodies on "
            "nearly every measure are no names, and a co-lead is no supporting agency",
        ),
    ),
    Column(
        "led_keys",
        Text("有牵头的举措键", "led measure keys"),
        _KEYS,
        Text("有牵头单位的举措的键", "keys of the measures that have a lead"),
    ),
    Column(
        "solo_total_keys",
        Text("无点名配合举措键", "no partner keys"),
        _KEYS,
        Text("无点名配合的举措的键", "keys of the measures without a named partner"),
    ),
    Column(
        "document_keys", Text("所涉文件键", "document keys"), _KEYS, Text("文件的键", "its key")
    ),
)


def concentration_part(
    found: Sequence[tuple[Text, Ledger]], printed: Mapping[str, Standing], *, inferred: bool
) -> Part:
    """Return one row for each document, a second one for its inferred leads where these are
    asked for and there are any. A document without explicit leads has a row of unknown figures.
    """
    rows = []
    for title, ledger in found:
        rows.append(_row(title, ledger, Basis.EXPLICIT, printed))
        if inferred and ledger.count("LEADS", Basis.INFERRED):
            rows.append(_row(title, ledger, Basis.INFERRED, printed))
    note = Text(
        "只看牵头，不看配合；占比以牵头项次为分母，上表的“牵头占比”以有牵头单位的举措为分母",
        "leads alone; shares are of lead edges, the lead share above is of measures with a lead",
    )
    return Part(
        "concentration",
        Text("牵头集中程度", "Concentration of leads"),
        COLUMNS,
        tuple(rows),
        (note,),
    )


def _row(
    title: Text, ledger: Ledger, basis: Basis, printed: Mapping[str, Standing]
) -> dict[str, CellValue]:
    spread = concentration(ledger, basis)
    known = bool(spread.leads)
    return {
        "document": title,
        "basis": _BASES[basis],
        **_figures(spread),
        "solo_total": len(spread.solo) if known else None,
        "led_keys": in_print(spread.led, printed) if known else None,
        "solo_total_keys": in_print(spread.solo, printed) if known else None,
        "document_keys": (ledger.document.key,),
    }


def _figures(spread: Concentration) -> dict[str, CellValue]:
    name, most = spread.leads[0] if spread.leads else (None, None)
    return {
        "lead_agencies": len(spread.leads) or None,
        "lead_total": spread.total or None,
        "top_agency": name,
        "top_leads": most,
        "top_share": spread.share_of_first(1),
        "first_share": spread.share_of_first(FIRST),
        "gini": spread.gini,
        "herfindahl": spread.herfindahl,
    }
