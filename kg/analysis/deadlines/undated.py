"""Measures that are not due on any day as a whole, and what is said of their time instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from kg.analysis.clause import opening
from kg.analysis.content.notes import portion
from kg.analysis.deadlines.columns import UNDATED
from kg.analysis.deadlines.lists import Deadline, is_clause
from kg.analysis.dossier import Dossier, Entry, Selection
from kg.analysis.measure_columns import MEASURE_KEYS, Row, listing_columns, measure_cells
from kg.analysis.report import Part
from kg.model import Precision
from kg.wording import Text

_NOTHING = Text("未写时限", "nothing said")
_NO_DAY = Text("推不出日期", "no day follows from the words")
_CASES = {
    Precision.CONTINUOUS.value: Text("持续推进", "continuous"),
    Precision.RELATIVE.value: Text("相对时限", "relative"),
    Precision.RECURRING.value: Text("逐年", "recurring"),
}
_DATED = frozenset({"deadline", "due_on"})


def undated_part(
    dossier: Dossier,
    dated: Collection[str],
    deadlines: Sequence[Deadline],
    selection: Selection,
) -> Part:
    """Return the measures without a date in printed order.

    Parameters
    ----------
    dated
        Keys of the measures that have one.
    deadlines
        Those of the document; a clause of a measure without a date may have one.
    """
    entries = [entry for entry in dossier.entries if entry.key not in dated]
    clauses: dict[str, list[str]] = {}
    for deadline in deadlines:
        if deadline.is_clause:
            clauses.setdefault(deadline.entry.key, []).append(deadline.due_on.isoformat())
    columns = (c for c in listing_columns(selection) if c.name not in {*_DATED, MEASURE_KEYS.name})
    return Part(
        f"{dossier.key}!undated",
        Text(f"没有确定时限的举措：{dossier.title.zh}", f"Without a date: {dossier.title.en}"),
        (*UNDATED, *columns, MEASURE_KEYS),
        tuple(_row(entry, clauses.get(entry.key, ()), selection) for entry in entries),
        _notes(entries, clauses, len(dossier.entries)),
    )


def _row(entry: Entry, clauses: Sequence[str], selection: Selection) -> Row:
    words = (link[0].props.get("text") for link in entry.of("DUE") if not is_clause(link))
    about = measure_cells(entry, selection)
    return {
        "reason": _reason(entry),
        "undated_words": tuple(dict.fromkeys(str(w) for w in words if w)) or None,
        "clause_due": tuple(dict.fromkeys(clauses)) or None,
        **{name: cell for name, cell in about.items() if name not in _DATED},
        "opening": opening(entry.text),
    }


def _reason(entry: Entry) -> Text:
    """Why a measure has no date; the first of its deadlines says."""
    for link in entry.of("DUE"):
        if not is_clause(link):
            return _CASES.get(str(link[1].props.get("precision")), _NO_DAY)
    return _NOTHING


def _notes(entries: Sequence[Entry], clauses: Collection[str], whole: int) -> tuple[Text, ...]:
    cases = Counter(_reason(entry) for entry in entries)
    partly = sum(entry.key in clauses for entry in entries)
    ranked = sorted(cases.items(), key=lambda item: (-item[1], item[0].zh))
    zh = "，".join(f"{case.zh} {count} 条" for case, count in ranked)
    en = ", ".join(f"{case.en}: {count}" for case, count in ranked)
    return (
        Text(
            f"没有确定时限的举措 {portion(len(entries), whole)}"
            + (f"：{zh}；其中分句有时限的 {partly} 条" if entries else ""),
            f"measures without a date: {portion(len(entries), whole)}"
            + (f" ({en}); of these a clause is due: {partly}" if entries else ""),
        ),
    )
