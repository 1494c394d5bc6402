"""The page that links all views of a build: main figures, documents, what cannot be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.analysis.dossier import Dossier, Selection, dossiers
from kg.analysis.quality.report import quality
from kg.analysis.report import Column, ColumnKind, Part
from kg.model import Graph
from kg.views.page import asset, policy, render
from kg.views.payload import plain
from kg.views.scene import Scene, View
from kg.views.stamp import stamp
from kg.views.thumbnail import thumbnail
from kg.views.timing import due_on
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
_PARTS = {
    "Document": ("份文件", "documents", "document"),
    "Section": ("个板块", "sections", "section"),
    "Task": ("项任务", "tasks", "task"),
    "Measure": ("条举措", "measures", "measure"),
    "Target": ("个量化目标", "targets", "target"),
    "Instrument": ("件文件制度", "instruments named", "instrument named"),
}
_OF_DOCUMENT = ("Section", "Task", "Measure")
_SHOWN = 3
"""Findings of a view that its card holds; the rest are in the view."""
_LEFT_OUT = frozenset({ColumnKind.KEYS})


@dataclass(frozen=True, slots=True)
class Linked:
    """A view with the name of the file it stands in."""

    view: View
    name: str


def overview(graph: Graph, views: Sequence[Linked], as_of: date, language: Language) -> str:
    """Return the page, in both languages, with a link to each view."""
    found = dossiers(graph)
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
        figures=list(_figures(graph, found)),
        documents=_documents(graph, found),
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
    """What a view says of each thing it draws, by the name of that; its picture is of the first."""
    scenes = linked.view.scenes
    more = len(scenes) - _SHOWN
    return {
        "href": linked.name,
        "title": linked.view.title,
        "findings": [(_named(scene), scene.finding) for scene in scenes[:_SHOWN]],
        "more": Text(f"另有 {more} 个，见图", f"{more} more in the view") if more > 0 else None,
        "empty": _WORDS["empty"],
        "picture": thumbnail(scenes[0]) if scenes else None,
    }


def _named(scene: Scene) -> Text | None:
    """What a scene is about; None where its finding begins with it."""
    words = same(scene.title) if isinstance(scene.title, str) else scene.title
    if scene.finding.zh.startswith(words.zh):
        return None
    return Text(plain(words.zh), plain(words.en))


def _figures(graph: Graph, found: Sequence[Dossier]) -> Iterator[tuple[Text, int]]:
    """Yield what there is of each kind: of bodies those that have a task, whatever else is named,
    of deadlines the measures that have one.
    """
    counts = Counter(node.label for node in graph.nodes)
    for label in ("Document", "Section", "Task", "Measure"):
        if counts[label]:
            yield _unit(label, counts[label]), counts[label]
    entries = [entry for dossier in found for entry in dossier.entries]
    if bodies := len({node.key for entry in entries for _, node in entry.roles}):
        yield (
            Text("个承担任务的单位（含统称）", "agencies with a role (collectives included)"),
            bodies,
        )
    if dated := sum(due_on(entry) is not None for entry in entries):
        yield Text("条举措有截止日", "measures with a last day"), dated
    for label in ("Target", "Instrument"):
        if counts[label]:
            yield _unit(label, counts[label]), counts[label]


def _unit(label: str, number: int) -> Text:
    zh, many, one = _PARTS[label]
    return Text(zh, one if number == 1 else many)


def _documents(graph: Graph, found: Sequence[Dossier]) -> list[Mapping[str, object]]:
    """Each document with its number and its parts."""
    counts = Counter((str(n.props.get("document_key", "")), n.label) for n in graph.nodes)
    return [
        {
            "title": plain(str(dossier.document.props["title"])),
            "doc_no": plain(str(dossier.document.props.get("doc_no", ""))),
            "told": _told({label: counts[dossier.key, label] for label in _OF_DOCUMENT}),
        }
        for dossier in found
    ]


def _told(counts: Mapping[str, int]) -> Text:
    units = [(_unit(label, number), number) for label, number in counts.items()]
    return Text(
        "，".join(f"{number} {unit.zh}" for unit, number in units),
        ", ".join(f"{number} {unit.en}" for unit, number in units),
    )


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
