"""Who is responsible for a measure, and until when: from its cells, or from its last words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.grammar.dates import read_timing
from kg.model import Basis, Deadline, Issue, Measure, Place, Responsibility, Role

from ..grammar.clauses import Clause, last_clause
from ..grammar.columns import ColumnRole
from ..grammar.paragraphs import join_names
from ..grammar.roles import NamedRole, read_roles
from .damage.joints import joint_issues
from .entries import BodyCell, Entry, Words
from .issues import (
    AGENCY_MISSING,
    CLAUSE_DIFFERS,
    CLAUSE_IN_MEASURE,
    DEADLINE_UNREADABLE,
    TRAILING_STOP,
)


def responsible(entry: Entry) -> tuple[tuple[Responsibility, ...], list[Issue]]:
    """Return the bodies that the cells of a row name, each once for each role, and what had to
    be put right.

    Of several plain lists side by side the first alone gives the one who leads by custom.
    """
    issues: list[Issue] = []
    named: list[tuple[Place, NamedRole]] = []
    for cell in entry.bodies:
        led = any(n.role is Role.LEAD for _, n in named)
        for place, name in _named(cell, issues):
            custom = name.basis is Basis.INFERRED and name.role is Role.LEAD
            named.append((place, replace(name, role=Role.ASSIST) if led and custom else name))
    return _ordered(named), issues


def read_deadline(words: Words | None, year: int | None) -> tuple[Deadline | None, list[Issue]]:
    """Return a deadline as printed with what it means, and what could not be read of it.

    Parameters
    ----------
    year
        The document's year, for words that name none.
    """
    if words is None:
        return None, []
    timing = read_timing(words.text, year)
    issues = [] if timing else [Issue(DEADLINE_UNREADABLE, words.place, words.text)]
    return Deadline(words.text, timing, words.place), issues


def with_clause(measure: Measure, row: Place, year: int | None) -> Measure:
    """Return a measure with the roles that a clause at its end names, where no cell names any;
    the clause is then no part of its text.

    Parameters
    ----------
    row
        The place of its row.
    """
    clause = last_clause(measure.text)
    if clause is not None and not measure.responsible:
        return _from_clause(measure, clause, year)
    issue = None
    if clause is not None and _differs(measure, clause):
        issue = Issue(CLAUSE_DIFFERS, measure.place, _printed(measure, clause))
    elif not measure.responsible:
        issue = Issue(AGENCY_MISSING, row, "")
    return measure if issue is None else replace(measure, issues=(*measure.issues, issue))


def _from_clause(measure: Measure, clause: Clause, year: int | None) -> Measure:
    named = read_roles(clause.text, ColumnRole.RESPONSIBLE, "")
    issues = [Issue(CLAUSE_IN_MEASURE, measure.place, _printed(measure, clause))]
    deadline = measure.deadline
    if deadline is None and clause.deadline:
        deadline, unread = read_deadline(Words(clause.deadline, measure.place), year)
        issues.extend(unread)
    return replace(
        measure,
        text=measure.text[: clause.start].strip(),
        responsible=_ordered((measure.place, name) for name in named),
        deadline=deadline,
        issues=(*measure.issues, *issues),
    )


def _differs(measure: Measure, clause: Clause) -> bool:
    known = {body.printed for body in measure.responsible}
    named = read_roles(clause.text, ColumnRole.RESPONSIBLE, "")
    return any(name.printed not in known for name in named)


def _printed(measure: Measure, clause: Clause) -> str:
    return measure.text[clause.start : clause.end]


def _ordered(named: Iterable[tuple[Place, NamedRole]]) -> tuple[Responsibility, ...]:
    """Return each body once for each role, with its position among those of the role."""
    bodies: dict[tuple[str, Role], Responsibility] = {}
    orders = {Role.LEAD: 0, Role.ASSIST: 0}
    for place, name in named:
        if (name.printed, name.role) in bodies:
            continue
        orders[name.role] += 1
        bodies[name.printed, name.role] = Responsibility(
            name.printed, name.role, name.basis, name.role_text, orders[name.role], place
        )
    return tuple(bodies.values())


def _named(cell: BodyCell, issues: list[Issue]) -> Iterator[tuple[Place, NamedRole]]:
    if not cell.words:
        return
    place = cell.words[0].place
    text = join_names([w.text for w in cell.words])
    if text.endswith("。"):
        issues.append(Issue(TRAILING_STOP, place, text, text.rstrip("。")))
    issues.extend(joint_issues(text, place))
    for named in read_roles(text, cell.role, cell.word):
        yield place, named
