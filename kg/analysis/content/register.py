"""The register of tasks: every measure in printed order, with who, by when, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.analysis.caption import caption, message_of
from kg.analysis.content.notes import NO_DOCUMENT, cut, lead_notes
from kg.analysis.content.register_columns import ASSISTS, PLACE, RESPONSIBLE, REST
from kg.analysis.dossier import Dossier, Entry, Selection, dossiers
from kg.analysis.ledger import basis_of
from kg.analysis.measure_columns import DUE, MEASURE_KEYS, Row, lead_columns, measure_cells
from kg.analysis.report import Column, Part, Report
from kg.model import Basis, Edge, Graph, Node
from kg.wording import Text

TITLE = Text("任务台账", "Register of tasks")


def register(graph: Graph, selection: Selection | None = None) -> Report:
    """Return every measure of each document (part: the document's key) in printed order.

    Explicit roles stand in columns of their own; where the text lists bodies without telling
    leads from others, they stand together, in printed order.
    """
    selection = selection or Selection()
    found = dossiers(graph, selection.documents)
    parts = tuple(cut(_part(dossier, selection), selection.top) for dossier in found)
    return Report("register", TITLE, parts, () if found else (NO_DOCUMENT,))


def _part(dossier: Dossier, selection: Selection) -> Part:
    issues = _issues(dossier)
    rows = tuple(_row(entry, selection, issues) for entry in dossier.entries)
    return Part(
        dossier.key,
        dossier.title,
        _columns(selection),
        rows,
        (*_head(dossier), *lead_notes(dossier, selection)),
    )


def _columns(selection: Selection) -> tuple[Column, ...]:
    leads = lead_columns(selection)
    return (*PLACE, *leads, ASSISTS, RESPONSIBLE, *DUE, *REST, MEASURE_KEYS)


def _head(dossier: Dossier) -> Iterator[Text]:
    yield Text(
        f"举措 {len(dossier.entries)} 条，按印出的次序；每条一行",
        f"measures: {len(dossier.entries)}, in printed order, one on each row",
    )
    held = {heading.key for entry in dossier.entries for heading in entry.headings}
    tasks = [node for node, _ in dossier.headings if node.label == "Task"]
    empty = [caption(node) for node in tasks if node.key not in held]
    if empty:
        yield Text(
            f"没有举措的任务 {len(empty)} 个：{'、'.join(empty)}",
            f"tasks without a measure: {len(empty)}: {', '.join(empty)}",
        )


def _row(entry: Entry, selection: Selection, issues: Mapping[str, list[Text]]) -> Row:
    explicit = [(e.type, str(n.props["name"])) for e, n in entry.roles if _is_explicit(e)]
    listed = tuple(str(n.props["name"]) for e, n in entry.roles if not _is_explicit(e))
    clauses = (edge for edge, _ in entry.of("DUE") if edge.props.get("scope") == "clause")
    own = (*(heading.key for heading in entry.headings), entry.key)
    return {
        **measure_cells(entry, selection),
        "section": _section(entry),
        "text": entry.text,
        "assists": tuple(n for kind, n in explicit if kind == "ASSISTS") if explicit else None,
        "responsible": listed or None,
        "clause_deadlines": tuple(str(e.props["text"]) for e in clauses) or None,
        "targets": tuple(str(e.props["text"]) for e, _ in entry.of("HAS_TARGET")) or None,
        "remark": _printed(entry.node, "remark"),
        "place": _printed(entry.node, "place"),
        "issues": _joined([words for key in own for words in issues.get(key, ())]),
    }


def _is_explicit(edge: Edge) -> bool:
    return basis_of(edge) is Basis.EXPLICIT


def _joined(words: list[Text]) -> Text | None:
    if not words:
        return None
    return Text("；".join(w.zh for w in words), "; ".join(w.en for w in words))


def _section(entry: Entry) -> str | None:
    return next((caption(h) for h in entry.headings if h.label == "Section"), None)


def _printed(node: Node, name: str) -> str | None:
    value = node.props.get(name)
    return str(value) if value else None


def _issues(dossier: Dossier) -> Mapping[str, list[Text]]:
    """What reading put in doubt, by the key of what it is about; without mere information."""
    found: dict[str, list[Text]] = defaultdict(list)
    for issue, owner in dossier.issues:
        if issue.props["severity"] != "info" and owner.label != "Document":
            found[owner.key].append(message_of(issue))
    return found
