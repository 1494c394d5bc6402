"""One version of a list, as a comparison needs it: measures and headings in printed order."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from kg.analysis.caption import caption
from kg.analysis.dossier import Dossier, Entry, dossiers
from kg.analysis.ledger import basis_of
from kg.model import Basis, Graph, Node
from kg.wording import Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A section or a task.

    Parameters
    ----------
    parent
        The key of what it stands under: a section, or the document.
    measures
        Keys of all measures below it.
    """

    node: Node
    parent: str
    measures: frozenset[str]

    @property
    def key(self) -> str:
        """Its key."""
        return self.node.key

    @property
    def title(self) -> str:
        """Its title as it is compared."""
        return folded(str(self.node.props["title"]))

    @property
    def caption(self) -> str:
        """Number and title."""
        return caption(self.node)


@dataclass(frozen=True, slots=True)
class Version:
    """A list as one of the two that are compared.

    Parameters
    ----------
    origin
        Where it was read from: a file or the store.
    entries, headings
        In printed order.
    """

    dossier: Dossier
    origin: Text
    headings: tuple[Heading, ...]

    @property
    def key(self) -> str:
        """The document's key."""
        return self.dossier.key

    @property
    def title(self) -> Text:
        """Title and number."""
        return self.dossier.title

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The measures in printed order."""
        return self.dossier.entries

    @property
    def explicit(self) -> bool:
        """Whether the text tells leads from others anywhere."""
        roles = (edge for entry in self.entries for edge, _ in entry.roles)
        return any(basis_of(edge) is Basis.EXPLICIT for edge in roles)

    @property
    def region(self) -> str:
        """The place the document speaks for; empty where it names none."""
        return str(self.dossier.document.props.get("region", ""))

    def signature(self) -> tuple[object, ...]:
        """Return all that a comparison looks at, in a form that can be ordered."""
        return (
            tuple((h.node.label, h.caption, h.key[len(self.key) :]) for h in self.headings),
            tuple((e.reference, e.text, path(e), duties(e)) for e in self.entries),
        )


def version(graph: Graph, document_key: str, origin: Text) -> Version:
    """Return the version that a graph holds of a document, whose key it must hold."""
    (dossier,) = dossiers(graph, frozenset({document_key}))
    below: dict[str, set[str]] = {}
    for entry in dossier.entries:
        for heading in entry.headings:
            below.setdefault(heading.key, set()).add(entry.key)
    headings = (
        Heading(node, above[-1].key if above else dossier.key, frozenset(below.get(node.key, ())))
        for node, above in dossier.headings
    )
    return Version(dossier, origin, tuple(headings))


def folded(text: str) -> str:
    """Return a text as texts are compared: width and white space make no difference.

    Examples
    --------
    >>> folded("2025 年，举办培训") == folded("２０２５年,举办培训")
    True
    """
    return "".join(normalize("NFKC", text).split())


def path(entry: Entry) -> tuple[str, ...]:
    """Return the titles above a measure, outermost first, as they are compared."""
    return tuple(folded(str(h.props["title"])) for h in entry.headings)


def duties(entry: Entry) -> tuple[tuple[str, str, str], ...]:
    """Return who does what by when, for telling measures of the same words apart."""
    roles = ((e.type, basis_of(e).value, str(n.props["name"])) for e, n in entry.roles)
    due = (("DUE", str(e.props.get("scope", "")), n.key) for e, n in entry.of("DUE"))
    return (*roles, *due)
