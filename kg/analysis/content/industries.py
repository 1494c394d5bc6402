"""Which industries the measures name: in how many measures and documents, and who leads there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.analysis.content.notes import NO_DOCUMENT, cut, lead_notes, portion, share_of
from kg.analysis.dossier import Dossier, Entry, Link, Selection, dossiers
from kg.analysis.measure_columns import (
    MEASURE_KEYS,
    Row,
    lead_cells,
    lead_columns,
    listing,
    listing_columns,
)
from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.model import Graph, Node
from kg.wording import Text

TITLE = Text("举措涉及的产业", "Industries that measures name")

_NO_CODE = Text("无代码", "no code")
_INDUSTRY = (
    Column(
        "industry",
        Text("产业", "industry"),
        ColumnKind.TEXT,
        Text("词表中的名称", "its name in the vocabulary"),
    ),
    Column(
        "classification",
        Text("分类代码", "classification"),
        ColumnKind.TEXT,
        Text(
            "分类体系和代码；词表没有把握的写“无代码”",
            "classification and code; «no code» where the vocabulary is not sure of one",
        ),
    ),
)
_DOCUMENTS = Column(
    "documents",
    Text("文件数", "documents"),
    ColumnKind.COUNT,
    Text("提到它的文件数", "documents that name it"),
)
_MEASURES = Column(
    "measures",
    Text("举措数", "measures"),
    ColumnKind.COUNT,
    Text(
        "提到它的举措数，每条只计一次；一条提到几个产业的在各行都计，故不合计",
        "measures that name it, each once; a measure that names several stands in several rows, "
        "so there is no total",
    ),
)
_OF_DOCUMENT = (
    Column(
        "share",
        Text("占比", "share"),
        ColumnKind.SHARE,
        Text("提到它的举措 ÷ 本文件全部举措", "measures that name it ÷ measures of the document"),
    ),
    Column(
        "mentions",
        Text("提及数", "mentions"),
        ColumnKind.COUNT,
        Text("文中提到的处数", "places in the text that name it"),
    ),
    Column(
        "words",
        Text("原文写法", "as printed"),
        ColumnKind.TEXT,
        Text("原文的词句，不同的各列一次", "the printed words, different ones once each"),
    ),
)
_DOCUMENT_KEYS = Column(
    "document_keys",
    Text("所涉文件键", "document keys"),
    ColumnKind.KEYS,
    Text("对应文件的键", "keys of the documents"),
)

Found = dict[str, list[tuple[Entry, Link]]]
"""By key of the industry: where it is named."""


def industries(graph: Graph, selection: Selection | None = None) -> Report:
    """Return the industries of all documents, then for each document its industries and the
    measures that name none (``…!unnamed``).

    Industries are ordered by measures (most first), then name; measures as printed. The part
    over all documents is there where there are several.
    """
    selection = selection or Selection()
    found = dossiers(graph, selection.documents)
    overall = [_overall(found, selection)] if len(found) > 1 else []
    parts = [*overall, *(p for dossier in found for p in _parts(dossier, selection))]
    notes = () if found else (NO_DOCUMENT,)
    return Report("industries", TITLE, tuple(cut(p, selection.top) for p in parts), notes)


def _overall(found: Sequence[Dossier], selection: Selection) -> Part:
    named = _named(entry for dossier in found for entry in dossier.entries)
    rows = []
    for node, places in _nodes(named):
        documents = tuple(sorted({entry.document_key for entry, _ in places}))
        rows.append(
            {
                **_cells(node, places, selection),
                "documents": len(documents),
                "document_keys": documents,
            }
        )
    leads = lead_columns(selection)
    return Part(
        "industries",
        Text("全部文件", "All documents"),
        (*_INDUSTRY, _DOCUMENTS, _MEASURES, *leads, MEASURE_KEYS, _DOCUMENT_KEYS),
        _ranked(rows),
        (
            Text(
                f"文件 {len(found)} 份，产业 {len(rows)} 个；各文件的分母见下",
                f"documents: {len(found)}, industries: {len(rows)}; denominators of each below",
            ),
        ),
    )


def _parts(dossier: Dossier, selection: Selection) -> Iterator[Part]:
    whole = len(dossier.entries)
    named = _named(dossier.entries)
    without = [entry for entry in dossier.entries if not entry.of("CONCERNS")]
    rows: list[Row] = []
    for node, places in _nodes(named):
        row = _cells(node, places, selection)
        rows.append(
            {
                **row,
                "share": share_of(len({entry.key for entry, _ in places}), whole),
                "mentions": len(places),
                "words": tuple(
                    dict.fromkeys(str(e.props["text"]) for _, (e, _) in places if "text" in e.props)
                ),
            }
        )
    mentions = sum(map(len, named.values()))
    head = Text(
        f"提到产业的举措 {portion(whole - len(without), whole)}；产业 {len(rows)} 个，"
        f"提及 {mentions} 处；依据：举措文字中的词句",
        f"measures that name an industry: {portion(whole - len(without), whole)}; "
        f"industries: {len(rows)}, mentions: {mentions}; basis: the words of the measures",
    )
    yield Part(
        dossier.key,
        dossier.title,
        (*_INDUSTRY, _MEASURES, *_OF_DOCUMENT, *lead_columns(selection), MEASURE_KEYS),
        _ranked(rows),
        (head, *lead_notes(dossier, selection)),
    )
    yield Part(
        f"{dossier.key}!unnamed",
        Text(f"未提到产业的举措：{dossier.title.zh}", f"No industry named: {dossier.title.en}"),
        listing_columns(selection),
        tuple(listing(without, selection)),
        (
            Text(
                f"未提到产业的举措 {portion(len(without), whole)}",
                f"measures that name no industry: {portion(len(without), whole)}",
            ),
        ),
    )


def _named(entries: Iterable[Entry]) -> Found:
    found: Found = defaultdict(list)
    for entry in entries:
        for link in entry.of("CONCERNS"):
            found[link[1].key].append((entry, link))
    return found


def _nodes(named: Found) -> Iterator[tuple[Node, list[tuple[Entry, Link]]]]:
    for places in named.values():
        yield places[0][1][1], places


def _cells(node: Node, places: Sequence[tuple[Entry, Link]], selection: Selection) -> Row:
    entries = {entry.key: entry for entry, _ in places}
    return {
        "industry": str(node.props["name"]),
        "classification": _classification(node),
        "measures": len(entries),
        **lead_cells(entries.values(), selection),
        "measure_keys": tuple(entries),
    }


def _classification(node: Node) -> CellValue:
    if "code" not in node.props:
        return _NO_CODE
    return f"{node.props.get('scheme', '')} {node.props['code']}".strip()


def _ranked(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=_rank))


def _rank(row: Row) -> tuple[int, str]:
    measures = row["measures"]
    return -measures if isinstance(measures, int) else 0, str(row["industry"])
