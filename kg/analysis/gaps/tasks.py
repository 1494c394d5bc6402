"""The tasks of an upper document in printed order, among them the measures outside of tasks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.analysis.dossier import Dossier, Entry
from kg.model import Node
from kg.review import task_words


@dataclass(frozen=True, slots=True)
class UpperTask:
    """A task, or a measure that stands in none.

    Parameters
    ----------
    node
        The task or measure.
    section
        The section it stands in; None where there is none.
    entries
        Its measures in printed order.
    """

    node: Node
    section: Node | None
    entries: tuple[Entry, ...]

    @property
    def key(self) -> str:
        """Its key."""
        return self.node.key

    @property
    def name(self) -> str:
        """Its title; the text of a measure."""
        return str(self.node.props["title" if self.node.label == "Task" else "text"])

    @property
    def words(self) -> str:
        """What a person's word on it rests on."""
        title = self.name if self.node.label == "Task" else ""
        return task_words(title, (entry.text for entry in self.entries))


def upper_tasks(upper: Dossier) -> tuple[UpperTask, ...]:
    """Return the tasks of a document, each measure outside of tasks as one by itself."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in upper.entries:
        entries[task_key(entry)].append(entry)
    return tuple(
        UpperTask(
            node,
            next((h for h in reversed(above) if h.label == "Section"), None),
            tuple(entries[node.key]),
        )
        for node, above in _in_order(upper)
    )


def task_key(entry: Entry) -> str:
    """Return the key of the task of a measure; its own where it stands in none."""
    inside = entry.headings and entry.headings[-1].label == "Task"
    return entry.headings[-1].key if inside else entry.key


def _in_order(upper: Dossier) -> Iterator[tuple[Node, Sequence[Node]]]:
    """The tasks with the headings above, among them the measures outside of tasks."""
    tasks = [(node, above) for node, above in upper.headings if node.label == "Task"]
    loose = [(e.node, e.headings) for e in upper.entries if task_key(e) == e.key]
    if not loose:
        yield from tasks
        return
    place = {node.key: at for at, (node, _) in enumerate(upper.headings)}
    # A loose measure stands behind the heading it is under, before the tasks that follow.
    ranked = [((place[n.key], 0), (n, above)) for n, above in tasks]
    ranked += [
        ((place[above[-1].key] if above else -1, order), (node, above))
        for order, (node, above) in enumerate(loose, 1)
    ]
    yield from (found for _, found in sorted(ranked, key=lambda r: r[0]))
