"""A view put together: its scenes with the records, sources and stamp of the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.analysis.dossier import Dossier, dossiers
from kg.model import Graph
from kg.views.choice import Choice
from kg.views.records import archive, records
from kg.views.scene import Scene, Source, View
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
    notes: tuple[Text, ...] = (),
) -> View:
    """Return a view of the chosen documents.

    Parameters
    ----------
    draw
        Makes the scenes; it is given the chosen documents, and is not asked where there are none.
    """
    found = dossiers(graph, choice.documents)
    measures = sum(len(d.entries) for d in found)
    return View(
        name=name,
        title=title,
        scenes=tuple(draw(found)) if measures else (),
        records=records(archive(graph, found, choice.as_of)),
        sources=tuple(
            Source(d.key, str(d.document.props["title"]), str(d.document.props.get("doc_no", "")))
            for d in found
        ),
        stamp=stamp(graph),
        as_of=choice.as_of,
        notes=notes,
    )
