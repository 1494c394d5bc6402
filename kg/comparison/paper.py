"""A stored document as a paper to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.link import Document, Measure, Task
from kg.model import Contribution, Node
from kg.review import task_words

_NAMES = {"CITES": "title", "MENTIONS": "name"}


def paper(contribution: Contribution) -> Document:
    """Return a document's tasks and measures in printed order, with the graph's keys.

    A measure that stands in no task is a task by itself, under the measure's key and without a
    title.
    """
    return _Reading(contribution).paper()


class _Reading:
    def __init__(self, contribution: Contribution) -> None:
        self._key = contribution.document_key
        self._nodes = {n.key: n for n in (*contribution.nodes, *contribution.shared_nodes)}
        self._below: dict[str, list[str]] = defaultdict(list)
        self._named: dict[tuple[str, str], list[str]] = defaultdict(list)
        for edge in contribution.edges:
            if edge.type in {"HAS_SECTION", "HAS_TASK", "HAS_MEASURE"}:
                self._below[edge.src].append(edge.dst)
            elif edge.type in _NAMES:
                self._name(edge.src, edge.type, self._nodes[edge.dst])

    def paper(self) -> Document:
        return Document(self._key, tuple(self._tasks(self._key, "")))

    def _tasks(self, parent: str, section: str) -> list[Task]:
        tasks: list[Task] = []
        for key in sorted(self._below[parent], key=self._order):
            node = self._nodes[key]
            if node.label == "Section":
                tasks += self._tasks(key, str(node.props["title"]))
            elif node.label == "Task":
                measures = sorted(self._below[key], key=self._order)
                title = str(node.props["title"])
                tasks.append(Task(key, title, tuple(self._measure(m) for m in measures), section))
            else:
                tasks.append(Task(key, "", (self._measure(key),), section))
        return tasks

    def _measure(self, key: str) -> Measure:
        return Measure(
            key,
            str(self._nodes[key].props["text"]),
            tuple(sorted(self._named[key, "Instrument"])),
            tuple(sorted(self._named[key, "Programme"])),
        )

    def _name(self, measure: str, kind: str, node: Node) -> None:
        if node.label in {"Instrument", "Programme"}:
            names = self._named[measure, node.label]
            name = str(node.props[_NAMES[kind]])
            if name not in names:
                names.append(name)

    def _order(self, key: str) -> tuple[int, str]:
        seq = self._nodes[key].props.get("seq", 0)
        return (seq if isinstance(seq, int) else 0, key)


def texts(contribution: Contribution) -> Mapping[str, str]:
    """Return the text of each measure by key."""
    return {n.key: str(n.props["text"]) for n in contribution.nodes if n.label == "Measure"}


def words(document: Document) -> Mapping[str, str]:
    """Return the words of each task by key: its title and its measures' texts."""
    return {t.key: task_words(t.title, (m.text for m in t.measures)) for t in document.tasks}
