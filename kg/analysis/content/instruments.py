"""Which papers the documents cite and promise, and which of the promised ones are not yet seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.analysis.content.instrument_columns import (
    DOCUMENTS,
    INSTRUMENT,
    INSTRUMENT_KEYS,
    MEASURES,
    SEEN_IN,
    STATE,
    STATUS,
    TIMES,
)
from kg.analysis.content.notes import NO_DOCUMENT, cut, lead_notes, portion
from kg.analysis.content.promises import Promise, is_promised, promises
from kg.analysis.dossier import Dossier, Entry, Selection, dossiers
from kg.analysis.due import binding, due_cells, span_of
from kg.analysis.measure_columns import (
    MEASURE_KEYS,
    Row,
    lead_cells,
    measure_cells,
    measure_columns,
)
from kg.analysis.report import Part, Report
from kg.model import Graph, Node
from kg.wording import Text

TITLE = Text("引用和拟出台的文件制度", "Instruments cited and promised")

_SEEN, _UNSEEN = Text("已见", "seen"), Text("未见", "not seen")
_CITED, _PROMISED = Text("引用", "cited"), Text("拟出台", "promised")
_PREAMBLE = Text("依据", "preamble")
_OF_MEASURE = frozenset({"measure", "task"})


def instruments(graph: Graph, selection: Selection | None = None) -> Report:
    """Return the promised papers of all chosen documents, those not yet seen first
    (``promised``), then for each document every paper it names, as printed.

    Parameters
    ----------
    graph
        The whole store, also where only some documents are chosen: a paper that one document
        promises may be seen in another.
    """
    selection = selection or Selection()
    store = dossiers(graph)
    chosen = [d for d in store if not selection.documents or d.key in selection.documents]
    if not chosen:
        return Report("instruments", TITLE, (), (NO_DOCUMENT,))
    parts = (_promised(chosen, store, selection), *(_part(d, selection) for d in chosen))
    return Report("instruments", TITLE, tuple(cut(p, selection.top) for p in parts))


def _promised(chosen: Sequence[Dossier], store: Sequence[Dossier], selection: Selection) -> Part:
    found = promises(chosen, store)
    unseen = sum(not promise.seen for promise in found)
    rows = [_promise_row(promise, selection) for promise in found]
    others = [c for c in measure_columns(selection) if c.name not in _OF_MEASURE]
    return Part(
        "promised",
        Text("拟出台的文件制度", "Promised instruments"),
        (INSTRUMENT, STATE, SEEN_IN, *others, MEASURES, DOCUMENTS, MEASURE_KEYS, INSTRUMENT_KEYS),
        tuple(sorted(rows, key=lambda row: row["state"] is _SEEN)),
        (
            Text(
                f"拟出台 {len(found)} 件，其中未见 {portion(unseen, len(found))}",
                f"promised: {len(found)}, of these not seen: {portion(unseen, len(found))}",
            ),
            Text(
                f"比对范围：库中文件 {len(store)} 份的标题、导语和举措引用；"
                f"题名不计全角半角和空格，地名前缀一方有无均可；库外是否已出台不知",
                f"compared with the titles, preambles and citations of the {len(store)} documents "
                f"of the store; width, white space and a place in front of one title make no "
                f"difference; whether it was issued outside the store is unknown",
            ),
        ),
    )


def _promise_row(promise: Promise, selection: Selection) -> Row:
    entries = {entry.key: entry for entry, _ in promise.entries}
    dues = [due for entry, link in promise.entries for due in binding(entry, span_of(link))]
    return {
        "instrument": promise.title,
        "state": _SEEN if promise.seen else _UNSEEN,
        "seen_in": promise.seen or None,
        **lead_cells(entries.values(), selection),
        **due_cells(dues),
        "measures": len(entries),
        "documents": len({entry.document_key for entry in entries.values()}),
        "measure_keys": tuple(entries),
        "instrument_keys": (promise.entries[0][1][1].key,),
    }


def _part(dossier: Dossier, selection: Selection) -> Part:
    rows = [*_preamble(dossier, selection), *_named(dossier, selection)]
    naming = sum(bool(entry.of("CITES")) for entry in dossier.entries)
    tally = Counter(str(row["status"]) for row in rows)
    cited, promised, preamble = (tally[s.zh] for s in (_CITED, _PROMISED, _PREAMBLE))
    whole = len(dossier.entries)
    head = Text(
        f"提到文件制度的举措 {portion(naming, whole)}；引用 {cited} 条次、拟出台 {promised} 条次、"
        f"导语依据 {preamble} 件；依据：《》中的题名和前面的用词",
        f"measures that name an instrument: {portion(naming, whole)}; cited: {cited}, "
        f"promised: {promised}, in the preamble: {preamble}; basis: titles in 《》 and the words "
        f"before them",
    )
    columns = (INSTRUMENT, STATUS, TIMES, *measure_columns(selection))
    return Part(
        dossier.key,
        dossier.title,
        (*columns, MEASURE_KEYS, INSTRUMENT_KEYS),
        tuple(rows),
        (head, *lead_notes(dossier, selection)),
    )


def _preamble(dossier: Dossier, selection: Selection) -> Iterator[Row]:
    unknown: Row = {column.name: None for column in measure_columns(selection)}
    for _, node in dossier.sources:
        yield {
            **unknown,
            **_paper(node, _PREAMBLE),
            "times": None,
            "measure_keys": None,
        }


def _named(dossier: Dossier, selection: Selection) -> Iterator[Row]:
    for entry in dossier.entries:
        yield from _of_measure(entry, selection)


def _of_measure(entry: Entry, selection: Selection) -> Iterator[Row]:
    """Yield one row for each paper and status; its deadline is that of the first mention."""
    links = entry.of("CITES")
    times = Counter((node.key, is_promised((edge, node))) for edge, node in links)
    for link in links:
        mark = (link[1].key, is_promised(link))
        if mark in times:
            yield {
                **measure_cells(entry, selection, span_of(link)),
                **_paper(link[1], _PROMISED if mark[1] else _CITED),
                "times": times.pop(mark),
            }


def _paper(node: Node, status: Text) -> Row:
    return {
        "instrument": str(node.props["title"]),
        "status": status,
        "instrument_keys": (node.key,),
    }
