"""What a search found, with the words marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import normalize

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.model import Node, Place
from kg.schema import NODES
from kg.store.base import Findings
from kg.wording import Text

Span = tuple[int, int]
Marker = Callable[[str, list[Span]], str]

_NODE_COLUMNS = (
    Column("label", Text("类型", "label"), ColumnKind.TEXT, Text("节点类型", "label of the node")),
    Column("key", Text("键", "key"), ColumnKind.TEXT, Text("节点的键", "key of the node")),
    Column(
        "place", Text("位置", "place"), ColumnKind.TEXT, Text("原文位置", "place in the source")
    ),
    Column("property", Text("属性", "property"), ColumnKind.TEXT, Text("所在属性", "where it is")),
    Column("text", Text("文字", "text"), ColumnKind.TEXT, Text("该属性的文字", "its text")),
    Column(
        "spans",
        Text("命中", "spans"),
        ColumnKind.KEYS,
        Text("命中处的起止码位", "start–end of each match, code points"),
    ),
)
_LINE_COLUMNS = (
    Column("document", Text("文件", "document"), ColumnKind.TEXT, Text("文件的键", "its key")),
    Column("line", Text("行", "line"), ColumnKind.COUNT, Text("行号", "line number, from 1")),
    Column("text", Text("原文", "printed"), ColumnKind.TEXT, Text("原文一行", "the printed line")),
    _NODE_COLUMNS[-1],
)


def marked(text: str, spans: list[Span]) -> str:
    """Return a text with each span in 【】.

    Examples
    --------
    >>> marked("开展专利转化", [(2, 4)])
    '开展【专利】转化'
    """
    out, last = [], 0
    for start, end in spans:
        out += [text[last:start], "【", text[start:end], "】"]
        last = end
    return "".join([*out, text[last:]])


def unmarked(text: str, spans: list[Span]) -> str:
    """Return the text as it stands, for formats that carry the spans beside it."""
    del spans
    return text


def spans_of(text: str, words: str) -> list[Span]:
    """Return where words stand in a text, first to last, none within another.

    Compared as stores compare: after NFKC, case folding and removal of white space.

    Examples
    --------
    >>> spans_of("专 利转化，ＰＣＴ专利", "专利"), spans_of("ＰＣＴ", "pct")
    ([(0, 3), (9, 11)], [(0, 3)])
    """
    wanted = "".join(normalize("NFKC", words).casefold().split())
    if not wanted:
        return []
    folded: list[str] = []
    origin: list[int] = []
    for i, character in enumerate(text):
        plain = "".join(normalize("NFKC", character).casefold().split())
        folded.append(plain)
        origin.extend([i] * len(plain))
    return list(_spans("".join(folded), wanted, origin))


def _spans(folded: str, wanted: str, origin: list[int]) -> Iterator[Span]:
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        yield origin[at], origin[end - 1] + 1
        at = folded.find(wanted, end)


def hits(findings: Findings, words: str, mark: Marker = marked) -> Report:
    """Return two parts: ``nodes`` that hold the words, one row for each property that does, and
    ``lines``, the printed lines with the words that none of these nodes covers.
    """
    rows = [row for node in findings.nodes for row in _node_rows(node, words, mark)]
    covered = _covered(findings)
    lines: list[dict[str, CellValue]] = [
        {
            "document": hit.document_key,
            "line": hit.line,
            **_text(hit.text, words, mark),
        }
        for hit in findings.lines
        if (hit.document_key, hit.line) not in covered
    ]
    nodes = len(findings.nodes)
    return Report(
        "find",
        Text(f"查找“{words}”", f"Search for “{words}”"),
        (
            Part("nodes", Text(f"节点 {nodes} 个", f"{nodes} nodes"), _NODE_COLUMNS, tuple(rows)),
            Part(
                "lines",
                Text(
                    f"上列节点之外的原文 {len(lines)} 行",
                    f"{len(lines)} printed lines outside these nodes",
                ),
                _LINE_COLUMNS,
                tuple(lines),
            ),
        ),
    )


def _node_rows(node: Node, words: str, mark: Marker) -> Iterator[dict[str, CellValue]]:
    place = node.props.get("place")
    for prop in NODES[node.label].searched:
        text = node.props.get(prop)
        if isinstance(text, str) and spans_of(text, words):
            yield {
                "label": node.label,
                "key": node.key,
                "place": place if isinstance(place, str) else None,
                "property": prop,
                **_text(text, words, mark),
            }


def _text(text: str, words: str, mark: Marker) -> dict[str, CellValue]:
    spans = spans_of(text, words)
    return {
        "text": mark(text, spans),
        "spans": tuple(f"{start}-{end}" for start, end in spans),
    }


def _covered(findings: Findings) -> set[tuple[str, int]]:
    covered: set[tuple[str, int]] = set()
    for node in findings.nodes:
        place, document_key = node.props.get("place"), node.props.get("document_key")
        if isinstance(place, str) and isinstance(document_key, str):
            at = Place.parse(place)
            covered.update((document_key, n) for n in range(at.line, at.last_line + 1))
    return covered
