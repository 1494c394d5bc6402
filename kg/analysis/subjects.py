"""What some measures of a document are about: the tasks and sections they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.analysis.caption import caption
from kg.analysis.dossier import Entry
from kg.model import Node
from kg.wording import Text, same

Heading = tuple[Node, int]
"""A section or task, and how many of some measures stand under it."""

_NAMED = 2


class Subjects:
    """The headings of a document by measure.

    Parameters
    ----------
    entries
        The measures of the document by key, in printed order.
    sections
        How many sections the document has, empty ones among them.
    """

    def __init__(self, entries: Mapping[str, Entry], sections: int) -> None:
        self.total_sections = sections
        self._order = {key: n for n, key in enumerate(entries)}
        self._sections = _above(entries, "Section")
        self._tasks = _above(entries, "Task")
        headings = (node.key for above in (self._sections, self._tasks) for node in above.values())
        self._rank = {key: n for n, key in enumerate(dict.fromkeys(headings))}

    def ordered(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return keys of measures in printed order."""
        found = set(keys)
        known = found & self._order.keys()
        return (*sorted(known, key=self._order.__getitem__), *sorted(found - known))

    def sections(self, keys: Iterable[str]) -> list[Heading]:
        """Return the sections of some measures in printed order, each with how many it holds."""
        return self._counted(keys, self._sections)

    def tasks(self, keys: Iterable[str]) -> list[Heading]:
        """Return the tasks of some measures in printed order, each with how many it holds."""
        return self._counted(keys, self._tasks)

    def in_sections(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return those measures that stand under a section, in printed order."""
        return self.ordered(key for key in keys if key in self._sections)

    def section_numbers(self, keys: Iterable[str]) -> tuple[str, ...] | None:
        """Return the numbers of their sections; a title where no number is printed, None where
        there is no section.
        """
        nodes = (node for node, _ in self.sections(keys))
        numbers = (node.props.get("number") or caption(node) for node in nodes)
        return tuple(map(str, numbers)) or None

    def about(self, keys: Iterable[str]) -> Text | None:
        """Return the tasks with most of the measures, and how many more there are; None where
        the measures stand under no task.
        """
        tasks = self.tasks(keys)
        most = sorted(tasks, key=lambda heading: -heading[1])[:_NAMED]
        if not most:
            return None
        named, more = "；".join(caption(task) for task, _ in most), len(tasks) - len(most)
        if not more:
            return same(named)
        return Text(f"{named}；另 {more} 项", f"{named}; {more} more")

    def _counted(self, keys: Iterable[str], above: Mapping[str, Node]) -> list[Heading]:
        found: dict[str, int] = {}
        nodes: dict[str, Node] = {}
        for key in keys:
            node = above.get(key)
            if node is not None:
                nodes[node.key] = node
                found[node.key] = found.get(node.key, 0) + 1
        in_order = sorted(nodes, key=self._rank.__getitem__)
        return [(nodes[key], found[key]) for key in in_order]


def _above(entries: Mapping[str, Entry], label: str) -> dict[str, Node]:
    """The heading of a label over each measure that has one; the innermost of several."""
    return {
        key: heading
        for key, entry in entries.items()
        for heading in entry.headings
        if heading.label == label
    }
