"""What falls due when, and who answers for it: the entries of a calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.analysis.clause import clause
from kg.analysis.dossier import Dossier, Entry, Link, dossiers
from kg.analysis.due import span_of
from kg.analysis.ledger import basis_of
from kg.model import Basis, Graph, Node


@dataclass(frozen=True, slots=True)
class Choice:
    """What a calendar holds.

    Parameters
    ----------
    documents
        Keys of the documents; empty for all.
    agency
        Key of the one agency whose dates are wanted; None for all.
    since, until
        First and last day, both included; None for no limit.
    inferred
        Dates of inferred leads as well, as events of their own.
    """

    documents: frozenset[str] = frozenset()
    agency: str | None = None
    since: date | None = None
    until: date | None = None
    inferred: bool = False

    def holds(self, day: date) -> bool:
        """Tell whether a day lies within the limits."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class Duty:
    """A measure, or a clause of it, that falls due.

    Parameters
    ----------
    words
        The deadline as printed.
    clause
        The words that the deadline binds; None where it binds the measure as a whole.
    others
        Names of the bodies that lead with it.
    """

    entry: Entry
    words: str
    clause: str | None
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appointment:
    """All that one agency leads and that falls due on one day, by one document and basis."""

    document: Node
    agency: Node
    due_on: date
    basis: Basis
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The entries of a calendar, and what found no place in it.

    Parameters
    ----------
    appointments
        Sorted by document, day, agency name and basis.
    undated
        Keys of measures that have a lead, but no day on which they fall due.
    unled
        Keys of measures that fall due, but have no lead of a basis that is wanted.
    """

    appointments: tuple[Appointment, ...]
    undated: frozenset[str]
    unled: frozenset[str]


@dataclass(slots=True)
class _Ledger:
    """An agenda as it grows."""

    choice: Choice
    duties: dict[tuple[str, date, str, Basis], list[Duty]] = field(
        default_factory=lambda: defaultdict(list)
    )
    agencies: dict[str, Node] = field(default_factory=dict)
    undated: set[str] = field(default_factory=set)
    unled: set[str] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        """Put a measure down under each of its leads and days."""
        leads = list(_leads(entry, inferred=self.choice.inferred))
        days = list(_days(entry))
        if leads and not days and self._wanted(leads):
            self.undated.add(entry.key)
        if days and not leads and self.choice.agency is None:
            self.unled.add(entry.key)
        for basis, agency in leads:
            if self.choice.agency not in {None, agency.key}:
                continue
            self.agencies[agency.key] = agency
            others = tuple(str(a.props["name"]) for b, a in leads if b is basis and a is not agency)
            for day, words, bound in days:
                if self.choice.holds(day):
                    duty = Duty(entry, words, bound, others)
                    self.duties[entry.document_key, day, agency.key, basis].append(duty)

    def _wanted(self, leads: list[tuple[Basis, Node]]) -> bool:
        return self.choice.agency in {None, *(agency.key for _, agency in leads)}

    def appointments(self, documents: dict[str, Node]) -> Iterator[Appointment]:
        """Yield the entries in order."""
        found = [
            Appointment(documents[key], self.agencies[agency], day, basis, tuple(duties))
            for (key, day, agency, basis), duties in self.duties.items()
        ]
        yield from sorted(found, key=_order)


def agenda(graph: Graph, choice: Choice | None = None) -> Agenda:
    """Return what falls due, one entry for each lead agency and day of each document.

    A deadline of a clause gives its clause a day of its own; a range, a quarter or a half-year
    falls due on its last day. What recurs or goes on has no day. Collective names and bodies on
    nearly every measure are kept where they lead: a calendar ranks nobody.
    """
    choice = choice or Choice()
    ledger = _Ledger(choice)
    found: list[Dossier] = dossiers(graph, choice.documents)
    for dossier in found:
        for entry in dossier.entries:
            ledger.add(entry)
    documents = {dossier.key: dossier.document for dossier in found}
    return Agenda(
        tuple(ledger.appointments(documents)), frozenset(ledger.undated), frozenset(ledger.unled)
    )


def _leads(entry: Entry, *, inferred: bool) -> Iterator[tuple[Basis, Node]]:
    for edge, agency in entry.roles:
        basis = basis_of(edge)
        if edge.type == "LEADS" and (inferred or basis is Basis.EXPLICIT):
            yield basis, agency


def _days(entry: Entry) -> Iterator[tuple[date, str, str | None]]:
    """Day, the deadline as printed, and the clause it binds."""
    for link in entry.of("DUE"):
        edge, deadline = link
        if "due_on" in deadline.props:
            day = date.fromisoformat(str(deadline.props["due_on"]))
            yield day, str(edge.props.get("text", "")), _clause(entry, link)


def _clause(entry: Entry, link: Link) -> str | None:
    span = span_of(link)
    if link[0].props.get("scope") != "clause" or span is None:
        return None
    return clause(entry.text, *span)


def _order(appointment: Appointment) -> tuple[str, date, str, str]:
    return (
        appointment.document.key,
        appointment.due_on,
        str(appointment.agency.props["name"]),
        appointment.basis.value,
    )
