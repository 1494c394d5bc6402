"""Corrections applied to a parsed document, before it becomes a graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.corrections.cells import Canonical, correct_cells
from kg.corrections.division import divide
from kg.corrections.entry import EVERYWHERE, Action, Entry
from kg.corrections.ledger import Ledger
from kg.corrections.names import aliased, aliases, correct_names
from kg.corrections.outcome import Outcome, State, unused
from kg.corrections.sheet import place
from kg.errors import InputError, Problem
from kg.model import ParsedDocument
from kg.wording import Text

_DIVISIONS = frozenset({Action.SPLIT, Action.JOIN})


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document with its corrections, and what became of each that concerns it; ``aliases`` are
    the names that the resolver has to know.
    """

    parsed: ParsedDocument
    outcomes: tuple[Outcome, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


def apply(
    parsed: ParsedDocument,
    document_key: str,
    ledger: Ledger,
    canonical: Canonical = str,
) -> Corrected:
    """Return a document with the corrections of a ledger.

    Measures are split and joined first; words, bodies and deadlines are then corrected in what
    that gives, and names last, so that a name given by hand may be an alias as well. What a
    correction touches carries an issue ``corrected`` with what was printed; what it no longer
    fits, ``correction-stale``; a document that does not hold it, ``correction-unused``.

    Parameters
    ----------
    canonical
        What body a printed name means in this document; without it every name means itself.
    """
    entries = [entry for entry in ledger.entries if entry.concerns(document_key)]
    if not entries:
        return Corrected(parsed)
    names = [e for e in entries if e.action.is_about_a_name]
    divisions = [e for e in entries if e.action in _DIVISIONS]
    cells = [e for e in entries if e not in names and e not in divisions]
    divided = divide(parsed, document_key, divisions)
    parsed, cell_outcomes = correct_cells(
        divided.parsed, document_key, cells, aliased(names, canonical), divided.origins
    )
    parsed, name_outcomes = correct_names(parsed, names, canonical)
    outcomes = (*divided.outcomes, *cell_outcomes, *name_outcomes)
    lost = tuple(
        unused(o.entry)
        for o in outcomes
        if o.state is State.UNUSED and o.entry.document != EVERYWHERE
    )
    issues = (*parsed.issues, *lost)
    return Corrected(replace(parsed, issues=issues), outcomes, aliases(names))


def summary(ledger: Ledger, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return what became of each correction in a whole build, in the order of the ledger.

    A correction for all documents is applied when one of them holds it.
    """
    rank = (State.APPLIED, State.STALE, State.UNUSED)
    best: dict[int, Outcome] = {}
    for outcome in outcomes:
        known = best.get(outcome.entry.line)
        if known is None or rank.index(outcome.state) < rank.index(known.state):
            best[outcome.entry.line] = outcome
    return tuple(best.get(entry.line, Outcome(entry, State.WAITING)) for entry in ledger.entries)


def require_known(ledger: Ledger, outcomes: Iterable[Outcome], documents: Collection[str]) -> None:
    """Raise when a line written by hand names what does not exist.

    A line that ``kg correct add`` made was checked then, and its seal shows that it is unaltered:
    what it names has been there, so it can be unused, and never unknown.

    Parameters
    ----------
    outcomes
        What became of the corrections in the documents that were read.
    documents
        The keys of all documents that were read or stand in the store.

    Raises
    ------
    InputError
        With every such line.
    """
    by_line = {o.entry.line: o for o in summary(ledger, outcomes)}
    faults = []
    for entry in ledger.entries:
        if entry.target_hash or entry.document == EVERYWHERE:
            continue
        if entry.document not in documents:
            faults.append(_unknown_document(ledger, entry))
        elif by_line[entry.line].state is State.UNUSED and not entry.action.is_about_a_name:
            faults.append(_unknown_key(ledger, entry))
    if faults:
        raise InputError(*faults)


def _unknown_document(ledger: Ledger, entry: Entry) -> Problem:
    return Problem(
        Text(f"没有这份文件：{entry.document}", f"unknown document: {entry.document}"),
        place(ledger.name, entry.line),
        Text(
            "本次读入的或图谱库中已有的文件的键",
            "the key of a document that is read or in the store",
        ),
        Text("改正或删去这一行", "mend the line or remove it"),
    )


def _unknown_key(ledger: Ledger, entry: Entry) -> Problem:
    return Problem(
        Text(f"没有这个键：{entry.target}", f"unknown key: {entry.target}"),
        place(ledger.name, entry.line),
        Text(
            f"{entry.document} 的板块、任务或举措的键",
            f"the key of a section, task or measure of {entry.document}",
        ),
        Text("用 kg show 查对后改正", "look it up with kg show and mend it"),
    )
