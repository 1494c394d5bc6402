"""Names of bodies: one that means another, one that is several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.corrections.cells import Canonical
from kg.corrections.entry import EVERYWHERE, Action, Entry
from kg.corrections.notation import read_several
from kg.corrections.outcome import (
    Outcome,
    State,
    corrected,
    doubts_name,
    settled,
    stale,
)
from kg.corrections.seal import plain
from kg.model import Basis, Issue, Measure, ParsedDocument, Responsibility, Role
from kg.wording import Text

NAME_GONE = Text("文件中已不再印有这个名称", "the document no longer prints this name")


@dataclass
class NameEditor:
    """Applies corrections of names to the bodies of a document."""

    canonical: Canonical
    by_name: Mapping[str, Entry]
    used: set[Entry] = field(default_factory=set)

    def correct(self, measure: Measure) -> Measure:
        """Return a measure with the names of its bodies corrected."""
        bodies: list[Responsibility] = []
        notes: list[Issue] = []
        for body in measure.responsible:
            entry = self.entry_for(body)
            if entry is None:
                bodies.append(body)
                continue
            self.used.add(entry)
            bodies.extend(_renamed(body, entry))
            notes.append(corrected(entry, body.place, body.printed, entry.value))
        if not notes:
            return measure
        return replace(measure, responsible=_reordered(bodies), issues=(*measure.issues, *notes))

    def correct_issuer(self, issuer: str) -> tuple[Issue, ...]:
        """Return the note on an issuer that has an alias; the resolver does the rest."""
        entry = self._entry((issuer,), issuer) if issuer else None
        if entry is None or entry.action is not Action.ALIAS:
            return ()
        self.used.add(entry)
        return (corrected(entry, None, issuer, entry.value),)

    def entry_for(self, body: Responsibility) -> Entry | None:
        """Return the correction of a body's name: as printed, as read, or as resolved."""
        return self._entry((body.printed, body.name), body.name)

    def _entry(self, printed: tuple[str, ...], name: str) -> Entry | None:
        for form in printed:
            if entry := self.by_name.get(plain(form)):
                return entry
        entry = self.by_name.get(plain(self.canonical(name)))
        return entry if entry is not None and entry.action is Action.ALIAS else None


def correct_names(
    parsed: ParsedDocument, entries: Iterable[Entry], canonical: Canonical
) -> tuple[ParsedDocument, tuple[Outcome, ...]]:
    """Return the document with names corrected, and what became of each correction.

    A correction for this document counts before one for all documents.
    """
    entries = tuple(entries)
    if not entries:
        return parsed, ()
    editor = NameEditor(canonical, {plain(e.target): e for e in _ranked(entries)})
    issuer = editor.correct_issuer(parsed.front.issuer)
    sections = tuple(
        replace(
            section,
            tasks=tuple(
                replace(task, measures=tuple(map(editor.correct, task.measures)))
                for task in section.tasks
            ),
        )
        for section in parsed.sections
    )
    outcomes = tuple(_outcome(e, e in editor.used) for e in entries)
    gone = (stale(o.entry, None, o.reason) for o in outcomes if o.reason is not None)
    issues = (*parsed.issues, *issuer, *gone)
    return replace(parsed, sections=sections, issues=issues), outcomes


def _outcome(entry: Entry, used: bool) -> Outcome:
    """A name that was printed in this document when the correction was made, and is no more,
    prints something else now.
    """
    if used:
        return Outcome(entry, State.APPLIED)
    if entry.target_hash and entry.document != EVERYWHERE:
        return Outcome(entry, State.STALE, NAME_GONE)
    return Outcome(entry, State.UNUSED)


def aliases(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the names that stand for others, with what they stand for."""
    return {e.target: e.value for e in _ranked(entries) if e.action is Action.ALIAS}


def aliased(entries: Iterable[Entry], canonical: Canonical) -> Canonical:
    """Return the function that tells what body a name means once these corrections hold."""
    meanings = {plain(name): value for name, value in aliases(entries).items()}
    return lambda name: canonical(meanings.get(plain(name), name))


def _ranked(entries: Iterable[Entry]) -> list[Entry]:
    """What is said of one document comes last, and so counts."""
    return sorted(entries, key=lambda e: e.document != EVERYWHERE)


def _renamed(body: Responsibility, entry: Entry) -> Iterator[Responsibility]:
    """Yield what a printed name means; the graph keeps the printed one on every edge."""
    issues = tuple(settled(i) if doubts_name(i) else i for i in body.issues)
    if entry.action is Action.ALIAS:
        # The resolver knows the alias by the printed name; what a rule made of that name is off.
        as_printed = plain(body.printed) == plain(entry.target)
        yield replace(body, reads_as="" if as_printed else body.reads_as, issues=issues)
        return
    for i, name in enumerate(read_several(entry.value)):
        # Of a plain list only the first is taken to lead; leads that are named all do.
        follows = i > 0 and body.basis is Basis.INFERRED
        role = Role.ASSIST if follows else body.role
        yield replace(body, role=role, reads_as=name, issues=() if i else issues)


def _reordered(bodies: Iterable[Responsibility]) -> tuple[Responsibility, ...]:
    orders = {Role.LEAD: 0, Role.ASSIST: 0}
    ordered = []
    for body in bodies:
        orders[body.role] += 1
        ordered.append(replace(body, order=orders[body.role]))
    return tuple(ordered)
