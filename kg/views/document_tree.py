"""Where the parts of a document stand in its tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.analysis.dossier import Dossier, Entry
from kg.model import Basis, Node
from kg.views.timing import due_words

ROW = 17
_GAP = 6
"""Between sections."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A measure with the middle of its row, and the key of the part it hangs on, if any."""

    entry: Entry
    y: int
    parent: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A section or task in the middle of what it holds; ``depth`` is 0 for the outermost."""

    node: Node
    y: int
    depth: int
    parent: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A document's parts in place; ``damaged`` are those with a warning or error."""

    branches: tuple[Branch, ...]
    leaves: tuple[Leaf, ...]
    damaged: frozenset[str]

    @classmethod
    def of(cls, dossier: Dossier) -> Tree:
        """Return the tree, measures in printed order from the top."""
        leaves = tuple(_leaves(dossier.entries))
        spans: dict[str, list[int]] = {}
        nodes: dict[str, tuple[Node, int, str]] = {}
        for leaf in leaves:
            above = ""
            for depth, node in enumerate(leaf.entry.headings):
                spans.setdefault(node.key, []).append(leaf.y)
                nodes[node.key] = (node, depth, above)
                above = node.key
        branches = tuple(
            Branch(node, (spans[key][0] + spans[key][-1]) // 2, depth, above)
            for key, (node, depth, above) in nodes.items()
        )
        damaged = (o.key for issue, o in dossier.issues if issue.props["severity"] != "info")
        return cls(branches, leaves, frozenset(damaged))

    @property
    def names_leads(self) -> bool:
        """Whether the document names a lead anywhere."""
        return any(leaf.entry.leads(Basis.EXPLICIT) for leaf in self.leaves)

    @property
    def names_deadlines(self) -> bool:
        """Whether it names a deadline anywhere."""
        return any(due_words(leaf.entry) for leaf in self.leaves)

    @property
    def depth(self) -> int:
        """How many columns of headings there are."""
        return max((branch.depth + 1 for branch in self.branches), default=0)


def fault(entry: Entry, tree: Tree) -> tuple[str, ...]:
    """Return what is wrong with a measure, the gravest first; empty where nothing is.

    That no lead or no deadline is named is wrong where the document names them elsewhere; where
    it never does, that is said once, of the document.
    """
    found = []
    if entry.key in tree.damaged:
        found.append("damaged")
    if not entry.roles:
        found.append("nobody")
    elif tree.names_leads and not entry.leads(Basis.EXPLICIT):
        found.append("leaderless")
    if tree.names_deadlines and not due_words(entry):
        found.append("undated")
    return tuple(found)


def _leaves(entries: Iterable[Entry]) -> Iterable[Leaf]:
    y, section = ROW // 2, None
    for entry in entries:
        outermost = entry.headings[0].key if entry.headings else ""
        if section is not None and outermost != section:
            y += _GAP
        section = outermost
        yield Leaf(entry, y, entry.headings[-1].key if entry.headings else "")
        y += ROW
