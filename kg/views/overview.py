"""The page that links all views of a build: main figures, documents, what cannot be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.analysis.dossier import Selection, dossiers
from kg.analysis.quality.report import quality
from kg.analysis.report import Column, ColumnKind, Part
from kg.model import Graph
from kg.schema import NODES
from kg.views.page import asset, policy, render
from kg.views.payload import plain
from kg.views.scene import View
from kg.views.stamp import stamp
from kg.views.thumbnail import thumbnail
from kg.wording import Language, Text, same

TITLE = Text("总览：这批文件里有什么", "Overview: what is in these documents")
_WORDS = {
    "views": Text("各图", "Views"),
    "figures": Text("主要数字", "Main figures"),
    "documents": Text("文件", "Documents"),
    "quality": Text("数据质量：哪些不能全信", "Data quality: what cannot be trusted"),
    "empty": Text(
        "图谱中没有文件，请先用 kg build 读入。", "No document yet: read some with kg build."
    ),
}
_COUNTED = ("Document", "Section", "Task", "Measure", "Agency", "Deadline", "Target", "Instrument")
_PARTS = ("Section", "Task", "Measure")
_LEFT_OUT = frozenset({ColumnKind.KEYS})


@dataclass(frozen=True, slots=True)
class Linked:
    """A view with the name of the file it stands in."""

    view: View
    name: str


def overview(graph: Graph, views: Sequence[Linked], as_of: date, language: Language) -> str:
    """Return the page, in both languages, with a link to each view."""
    script, style = asset("overview.js"), asset("overview.css")
    return render(
        "overview.html",
        language="zh-CN" if language is Language.ZH else "en",
        title=TITLE,
        words=_WORDS,
        policy=policy((script,), style),
        style=style,
        script=script,
        head=_head(views, as_of, stamp(graph)),
        views=[_card(linked) for linked in views],
        figures=_figures(graph),
        documents=_documents(graph),
        quality=_quality(graph),
    )


def _head(views: Sequence[Linked], as_of: date, version: str) -> Text:
    """The day, what the views rest on besides the documents, and which graph it is."""
    basis = dict.fromkeys(
        Text(plain(words.zh), plain(words.en)) for linked in views for words in linked.view.basis
    )
    return Text(
        " · ".join((f"截至 {as_of}", *(words.zh for words in basis), f"图谱版本 {version}")),
        " · ".join((f"as of {as_of}", *(words.en for words in basis), f"graph {version}")),
    )


def _card(linked: Linked) -> dict[str, object]:
    scenes = linked.view.scenes
    return {
        "href": linked.name,
        "title": linked.view.title,
        "finding": scenes[0].finding if scenes else _WORDS["empty"],
        "picture": thumbnail(scenes[0]) if scenes else None,
    }


def _figures(graph: Graph) -> list[tuple[Text, int]]:
    counts = Counter(node.label for node in graph.nodes)
    return [(NODES[label].meaning, counts[label]) for label in _COUNTED if counts[label]]


def _documents(graph: Graph) -> list[Mapping[str, object]]:
    """Each document with its number, its parts and its roles."""
    found: list[Mapping[str, object]] = []
    for dossier in dossiers(graph):
        own = [n for n in graph.nodes if n.props.get("document_key") == dossier.key]
        counts = Counter(node.label for node in own)
        parts = [(NODES[label].meaning, counts[label]) for label in _PARTS]
        found.append(
            {
                "title": plain(str(dossier.document.props["title"])),
                "doc_no": plain(str(dossier.document.props.get("doc_no", ""))),
                "told": Text(
                    "，".join(f"{word.zh} {number}" for word, number in parts),
                    ", ".join(f"{word.en}s: {number}" for word, number in parts),
                ),
            }
        )
    return found


def _quality(graph: Graph) -> dict[str, object] | None:
    parts = quality(graph, Selection()).parts
    if not parts:
        return None
    part = parts[0]
    columns = [column for column in part.columns if column.kind not in _LEFT_OUT]
    return {
        "headings": [column.heading for column in columns],
        "rows": [[_cell(part, row, column) for column in columns] for row in range(len(part.rows))],
    }


def _cell(part: Part, row: int, column: Column) -> Text:
    value = part.rows[row][column.name]
    if isinstance(value, Text):
        return Text(plain(value.zh), plain(value.en))
    if isinstance(value, float) and column.kind is ColumnKind.SHARE:
        return same(f"{value:.1%}")
    return same("—" if value is None else plain(str(value)))
