"""The network of a document with what its figures are parts of: one for each basis, never mixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.analysis import length
from kg.analysis.ledger import Ledger, ledgers
from kg.analysis.length import longest
from kg.analysis.network.network import Network, network
from kg.analysis.participants import COUNTED, Participants, left_out, participants
from kg.analysis.printed import Standing, standings
from kg.model import Basis, Graph
from kg.wording import Text, same

"""Rows of a table where nobody says how many: at most, at least, and of such tables together. A
network of 5,000 bodies has millions of pairs."""

INFERRED = "!inferred"
"""Follows the document's key in the key of a part on inferred roles."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report on the network counts.

    Parameters
    ----------
    documents
        Keys of the documents; empty for all.
    inferred
        Show the network of inferred roles as well, in parts of its own.
    collectives, blanket
        Count names that stand for several bodies; bodies on nearly every measure.
    top
        Rows shown of each table; None for all, up to :data:`kg.analysis.length.LONGEST`.
    tables
        How many tables there are of one kind; the more, the fewer rows each has where nobody
        says how many.
    agency
        The key of the one body whose partners are wanted; counted whatever it is.
    """

    documents: frozenset[str] = frozenset()
    inferred: bool = False
    collectives: bool = False
    blanket: bool = False
    top: int | None = None
    agency: str | None = None
    tables: int = 1

    @property
    def rows(self) -> int:
        """How many rows of a table are shown at most."""
        return self.top or longest(self.tables)


@dataclass(frozen=True, slots=True)
class Circle:
    """One document's network on one basis."""

    ledger: Ledger
    found: Participants
    network: Network
    printed: Mapping[str, Standing]
    """Where the measures stand in print, by key."""

    @property
    def key(self) -> str:
        """The key of its first part."""
        suffix = INFERRED if self.network.basis is Basis.INFERRED else ""
        return f"{self.ledger.document.key}{suffix}"

    @property
    def title(self) -> Text:
        """Title and number of the document; says so where roles are inferred."""
        props = self.ledger.document.props
        doc_no = props.get("doc_no")
        title = str(props["title"]) + (f"（{doc_no}）" if doc_no else "")
        if self.network.basis is Basis.EXPLICIT:
            return same(title)
        return Text(f"{title} — 推断的角色", f"{title} — inferred roles")

    def notes(self, scope: Scope) -> list[Text]:
        """Return basis, denominators, and who is left out."""
        return [
            *_basis(self, scope),
            Text(
                f"单位 {len(self.network.bodies)} 个，有共同举措的单位对 {self.network.pairs} 对；"
                f"举措 {len(self.ledger.measures)} 条",
                f"bodies: {len(self.network.bodies)}, pairs that share a measure: "
                f"{self.network.pairs}; measures: {len(self.ledger.measures)}",
            ),
            *left_out(self.found, self.ledger, COUNTED),
        ]


def circles(graph: Graph, scope: Scope) -> Iterator[Circle]:
    """Yield the networks of each document, documents sorted by key: that of explicit roles, and
    where they are asked for and there are any, that of inferred ones.
    """
    printed = standings(graph)
    for ledger in ledgers(graph, scope.documents):
        found = _counted(ledger, scope)
        yield Circle(ledger, found, network(found.counted, Basis.EXPLICIT), printed)
        if scope.inferred and any(ledger.count(r, Basis.INFERRED) for r in ("LEADS", "ASSISTS")):
            yield Circle(ledger, found, network(found.counted, Basis.INFERRED), printed)


def cut_note(shown: int, whole: int, scope: Scope) -> list[Text]:
    """Return the note that only the first rows are shown, if so."""
    more = Text("", "") if scope.top else Text("，--top N 可列更多", "; --top N shows more")
    return list(length.cut_note(shown, whole, more))


def _counted(ledger: Ledger, scope: Scope) -> Participants:
    found = participants(ledger, collectives=scope.collectives, blanket=scope.blanket)
    if scope.agency is None:
        return found
    wanted = [t for t in ledger.tallies if t.agency.key == scope.agency]
    return Participants(
        (*found.counted, *(t for t in wanted if t not in found.counted)),
        tuple(t for t in found.collectives if t not in wanted),
        tuple(t for t in found.blanket if t not in wanted),
    )


def _basis(circle: Circle, scope: Scope) -> list[Text]:
    ledger = circle.ledger
    inferred = sum(ledger.count(role, Basis.INFERRED) for role in ("LEADS", "ASSISTS"))
    if circle.network.basis is Basis.INFERRED:
        return [
            Text(
                f"依据：推断（原文只列责任单位，首列为牵头），{inferred} 项次；不与明示的相加",
                f"basis: inferred (the text lists responsible agencies; first listed = lead), "
                f"{inferred} assignments; never added to the explicit ones",
            )
        ]
    explicit = sum(ledger.count(role, Basis.EXPLICIT) for role in ("LEADS", "ASSISTS"))
    notes = [Text(f"依据：明示，{explicit} 项次", f"basis: explicit, {explicit} assignments")]
    if inferred and not scope.inferred:
        notes.append(
            Text(
                f"推断的角色 {inferred} 项次（原文只列责任单位）未计，用 --inferred 另列",
                f"inferred roles ({inferred} assignments; the text lists responsible agencies) are "
                f"not counted; --inferred shows them in tables of their own",
            )
        )
    return notes
