"""What can be measured: every quantity a measure sets, and the measures that set none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis.clause import clause
from kg.analysis.content.notes import NO_DOCUMENT, cut, lead_notes, portion, share_of
from kg.analysis.content.target_columns import COUNTS, TARGET, TARGET_KEYS
from kg.analysis.dossier import Dossier, Entry, Link, Selection, dossiers
from kg.analysis.due import span_of
from kg.analysis.measure_columns import (
    Row,
    counted,
    listing,
    listing_columns,
    measure_cells,
    measure_columns,
)
from kg.analysis.report import CellValue, Part, Report
from kg.model import Comparator, Graph
from kg.wording import Text, same

TITLE = Text("量化目标", "Quantified targets")

_NO_UNIT = "（无单位）"
_COMPARATORS = {
    Comparator.AT_LEAST.value: Text("不少于", "at least"),
    Comparator.AT_MOST.value: Text("不超过", "at most"),
    Comparator.ABOUT.value: Text("约", "about"),
    Comparator.EXACTLY.value: Text("等于", "exactly"),
}


def targets(graph: Graph, selection: Selection | None = None) -> Report:
    """Return how many measures of each document can be measured (``documents``), then for each
    document its targets and the measures that have none (``…!unmeasured``), both as printed.

    Numbers of different units are never added, and neither are those of one unit: what they
    count differs.
    """
    selection = selection or Selection()
    found = dossiers(graph, selection.documents)
    overview = [_overview(found)] if found else []
    parts = [*overview, *(p for dossier in found for p in _parts(dossier, selection))]
    notes = () if found else (NO_DOCUMENT,)
    return Report("targets", TITLE, tuple(cut(p, selection.top) for p in parts), notes)


def _overview(found: Sequence[Dossier]) -> Part:
    rows: list[Row] = []
    for dossier in found:
        with_target, without = _divided(dossier)
        links = [link for entry in with_target for link in entry.of("HAS_TARGET")]
        rows.append(
            {
                "document": dossier.title,
                "measures": len(dossier.entries),
                "measured": len(with_target),
                "unmeasured": len(without),
                "unmeasured_share": share_of(len(without), len(dossier.entries)),
                "targets": len(links),
                "units": counted(_unit(link) or _NO_UNIT for link in links),
                "measured_keys": tuple(entry.key for entry in with_target),
                "unmeasured_keys": tuple(entry.key for entry in without),
                "document_keys": (dossier.key,),
            }
        )
    note = Text(
        "数值从不相加：单位和对象各不相同", "numbers are never added: units and objects differ"
    )
    return Part("documents", Text("各文件", "Documents"), COUNTS, tuple(rows), (note,))


def _parts(dossier: Dossier, selection: Selection) -> Iterator[Part]:
    whole = len(dossier.entries)
    with_target, without = _divided(dossier)
    rows = [_row(e, link, selection) for e in with_target for link in e.of("HAS_TARGET")]
    head = Text(
        f"有量化目标的举措 {portion(len(with_target), whole)}；目标 {len(rows)} 项；"
        f"依据：举措文字中的词句，已有的存量不计",
        f"measures with a target: {portion(len(with_target), whole)}; targets: {len(rows)}; "
        f"basis: the words of the measures, existing stock left out",
    )
    yield Part(
        dossier.key,
        dossier.title,
        (*TARGET, *measure_columns(selection), TARGET_KEYS),
        tuple(rows),
        (head, *lead_notes(dossier, selection)),
    )
    yield Part(
        f"{dossier.key}!unmeasured",
        Text(f"没有量化目标的举措：{dossier.title.zh}", f"No target: {dossier.title.en}"),
        listing_columns(selection),
        tuple(listing(without, selection)),
        (
            Text(
                f"没有量化目标的举措 {portion(len(without), whole)}",
                f"measures without a target: {portion(len(without), whole)}",
            ),
        ),
    )


def _divided(dossier: Dossier) -> tuple[list[Entry], list[Entry]]:
    with_target = [entry for entry in dossier.entries if entry.of("HAS_TARGET")]
    return with_target, [entry for entry in dossier.entries if not entry.of("HAS_TARGET")]


def _row(entry: Entry, link: Link, selection: Selection) -> Row:
    edge, node = link
    span = span_of(link)
    row: Row = {
        "number": _number(node.props["number"]),
        "unit": _unit(link),
        "comparator": _comparator(node.props.get("comparator")),
        "object": _known(node.props.get("object")),
        "words": _known(edge.props.get("text")),
        "clause": clause(entry.text, *span) if span else None,
        **measure_cells(entry, selection, span),
        "target_keys": (node.key, entry.key),
    }
    del row["measure_keys"]
    return row


def _unit(link: Link) -> str | None:
    return _known(link[1].props.get("unit"))


def _known(value: object) -> str | None:
    return str(value) if value else None


def _number(value: object) -> int | float | None:
    """Return a whole number as such, so that none is shown as 1e+06."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int | float) else None


def _comparator(value: object) -> CellValue:
    return _COMPARATORS.get(str(value), same(str(value))) if value else None
