"""Papers that measures promise, and whether the store has seen them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.analysis.dossier import Dossier, Entry, Link
from kg.analysis.titles import Title, title, titles_of
from kg.model import Node

PROMISED = "promised"


@dataclass(frozen=True, slots=True)
class Promise:
    """One paper with the measures that promise it and the places where it is seen.

    Parameters
    ----------
    entries
        Each measure with its edge, in printed order.
    documents
        Keys of the documents of the store that are the paper.
    measures
        Keys of other measures that cite it.
    preambles
        Keys of the documents whose preamble names it.
    """

    title: str
    entries: tuple[tuple[Entry, Link], ...]
    documents: tuple[str, ...]
    measures: tuple[str, ...]
    preambles: tuple[str, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        """Keys of everything that shows the paper exists; empty where nothing does."""
        return (*self.documents, *self.preambles, *self.measures)


Marks = dict[str, list[tuple[Title, str]]]
"""Titles by their rest, each with the key of what shows it."""


def is_promised(link: Link) -> bool:
    """Tell whether an edge says that the paper will be made."""
    return link[0].props.get("status") == PROMISED


def promises(promising: Sequence[Dossier], store: Sequence[Dossier]) -> list[Promise]:
    """Return the papers that some documents promise, in printed order, compared with all that
    the store holds.

    A citation counts as seen only in a measure that does not itself promise the paper.
    """
    documents = _marks((t, d.key) for d in store for t in titles_of(d.document))
    preambles = _marks((_title(n), d.key) for d in store for _, n in d.sources)
    cited = _marks(
        (_title(link[1]), entry.key)
        for dossier in store
        for entry in dossier.entries
        for link in entry.of("CITES")
        if not is_promised(link)
    )
    found: dict[str, list[tuple[Entry, Link]]] = defaultdict(list)
    names: dict[str, Title] = {}
    for dossier in promising:
        for entry in dossier.entries:
            for link in filter(is_promised, entry.of("CITES")):
                found[link[1].key].append((entry, link))
                names[link[1].key] = _title(link[1])
    return [
        Promise(
            str(places[0][1][1].props["title"]),
            tuple(places),
            _seen(names[key], documents),
            tuple(
                k for k in _seen(names[key], cited) if k not in {entry.key for entry, _ in places}
            ),
            _seen(names[key], preambles),
        )
        for key, places in found.items()
    ]


def _title(node: Node) -> Title:
    return title(str(node.props["title"]))


def _marks(titles: Iterable[tuple[Title, str]]) -> Marks:
    marks: Marks = defaultdict(list)
    for name, key in titles:
        marks[name.rest].append((name, key))
    return marks


def _seen(name: Title, marks: Marks) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_keys(name, marks.get(name.rest, ()))))


def _keys(name: Title, marks: Iterable[tuple[Title, str]]) -> Iterator[str]:
    for other, key in marks:
        if name.names_same(other):
            yield key
