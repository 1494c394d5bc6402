"""How a memo names a place in a document: 闽知发〔2025〕14号 任务5 举措2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.analysis.dossier import Dossier
from kg.model import Node
from kg.wording import Text

_LONGEST_TITLE = 24


def document_name(document: Node) -> str:
    """Return what a memo calls a document: its number, else its title, shortened.

    Examples
    --------
    >>> document_name(Node("k", "Document", {"title": "任务清单", "doc_no": "闽知发〔2025〕14号"}))
    '闽知发〔2025〕14号'
    """
    number = document.props.get("doc_no")
    if number:
        return str(number)
    title = str(document.props["title"])
    return f"《{title}》" if len(title) <= _LONGEST_TITLE else f"《{title[:_LONGEST_TITLE]}…》"


def names_of_parts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield every address of the sections, tasks and measures of a document, with the key of what
    stands there: 任务13 举措1, 四/13#1, with the document's number or title in front and without.

    The only measure of a task has an address of its own as well: 任务18 举措1.
    """
    document = dossier.document
    begins = ("", f"{document_name(document)} ", f"{document.props['title']} ")
    for words, key in _names_within(dossier):
        yield from ((f"{begin}{words}", key) for begin in begins)


def _names_within(dossier: Dossier) -> Iterator[tuple[str, str]]:
    found = addresses(dossier, with_document=False)
    for key, text in found.items():
        yield text.zh, key
        yield text.en, key
        yield key.removeprefix(dossier.key).lstrip("/"), key
    for entry in dossier.entries:
        task = entry.headings[-1] if entry.headings else None
        if task is not None and found[entry.key] == found.get(task.key):
            yield f"{found[task.key].zh} 举措1", entry.key
            yield f"{found[task.key].en} measure 1", entry.key


def addresses(dossier: Dossier, *, with_document: bool = True) -> Mapping[str, Text]:
    """Return the address of each section, task and measure of a document, by key.

    A task is named by its number as printed, else by its order in the document. A measure is
    named by its task, and by its order in it where the task has several; outside of tasks by its
    order among the measures of the document.
    """
    name = f"{document_name(dossier.document)} " if with_document else ""
    found: dict[str, Text] = {}
    for kind, zh, en in (("Section", "板块", "section "), ("Task", "任务", "task ")):
        parts = [node for node, _ in dossier.headings if node.label == kind]
        for order, node in enumerate(parts, 1):
            number = node.props.get("number") or order
            found[node.key] = Text(f"{name}{zh}{number}", f"{name}{en}{number}")
    tasks = [e.headings[-1].key if e.headings else "" for e in dossier.entries]
    in_task = Counter(tasks)
    placed: Counter[str] = Counter()
    for order, (entry, key) in enumerate(zip(dossier.entries, tasks, strict=True), 1):
        placed[key] += 1
        if key in found and entry.headings[-1].label == "Task":
            task = found[key]
            several = in_task[key] > 1
            found[entry.key] = (
                Text(f"{task.zh} 举措{placed[key]}", f"{task.en} measure {placed[key]}")
                if several
                else task
            )
        else:
            found[entry.key] = Text(f"{name}举措{order}", f"{name}measure {order}")
    return found
