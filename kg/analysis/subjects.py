"""What some measures of a document are about: the tasks and sections they stand under."""

from __future__ import annotations

from collections import Counter
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
        self._entries = entries
        self._order = {key: n for n, key in enumerate(entries)}

    def ordered(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return keys of measures in printed order."""
        return tuple(sorted(keys, key=lambda key: (self._order.get(key, len(self._order)), key)))

    def sections(self, keys: Iterable[str]) -> list[Heading]:
        """Return the sections of some measures in printed order, each with how many it holds."""
        return self._above(keys, "Section")

    def tasks(self, keys: Iterable[str]) -> list[Heading]:
        """Return the tasks of some measures in printed order, each with how many it holds."""
        return self._above(keys, "Task")

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

    def _above(self, keys: Iterable[str], label: str) -> list[Heading]:
        """Headings of a label over some measures; the innermost where there are several."""
        found: Counter[str] = Counter()
        nodes: dict[str, Node] = {}
        for key in self.ordered(keys):
            entry = self._entries.get(key)
            above = [h for h in entry.headings if h.label == label] if entry else []
            if above:
                nodes[above[-1].key] = above[-1]
                found[above[-1].key] += 1
        return [(nodes[key], count) for key, count in found.items()]
