"""A view put together: its scenes with the records, sources and stamp of the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.analysis.dossier import Dossier, dossiers
from kg.model import Graph
from kg.views import completion
from kg.views.choice import Choice
from kg.views.records import archive, linked, records
from kg.views.scene import Record, Scene, Source, View
from kg.views.stamp import stamp
from kg.wording import Text

Draw = Callable[[Sequence[Dossier]], Iterable[Scene]]


def assembled(  # noqa: PLR0913 - one parameter for each part of a view
    name: str,
    title: Text,
    graph: Graph,
    choice: Choice,
    draw: Draw,
    *,
    basis: tuple[Text, ...] = (),
    notes: tuple[Text, ...] = (),
    extra: tuple[Record, ...] = (),
) -> View:
    """Return a view of the chosen documents.

    Parameters
    ----------
    draw
        Makes the scenes; it is given the chosen documents, and is not asked where there are none.
    basis
        Which review states count, where any do.
    extra
        Records of what is no node of the graph: pairs.
    """
    found = dossiers(graph, choice.documents)
    measures = sum(len(d.entries) for d in found)
    scenes = tuple(draw(found)) if measures else ()
    wanted = {key for scene in scenes for key in _spoken_of(scene)} | linked(extra)
    own = records(archive(graph, dossiers(graph), choice), wanted)
    return View(
        name=name,
        title=title,
        scenes=scenes,
        records=(*own, *extra),
        sources=tuple(
            Source(d.key, str(d.document.props["title"]), str(d.document.props.get("doc_no", "")))
            for d in found
        ),
        stamp=stamp(graph),
        as_of=choice.as_of,
        notes=(*notes, *completion.notes(choice)),
        basis=(*basis, *([completion.basis(choice.ledger)] if choice.ledger else [])),
    )


def _spoken_of(scene: Scene) -> Iterator[str]:
    """The keys of the records that a scene's marks and rows are about."""
    for mark in scene.marks:
        yield from mark.about
    for row in scene.table.rows:
        yield from row.about
