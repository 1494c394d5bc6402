"""Measures with their bodies and deadlines as a table."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.dossier import Dossier, Entry
from kg.analysis.ledger import basis_of
from kg.model import Basis
from kg.views.choice import Choice
from kg.views.scene import Cell, Quote, Row, Table
from kg.views.timing import TIMINGS, due_words, timing
from kg.wording import Text

_BEFORE = (
    Text("编号", "number"),
    Text("板块", "section"),
    Text("任务", "task"),
    Text("举措", "measure"),
)
_ROLES = {
    ("LEADS", Basis.EXPLICIT): Text("牵头", "leads"),
    ("ASSISTS", Basis.EXPLICIT): Text("配合", "supports"),
    ("LEADS", Basis.INFERRED): Text("首列（推断牵头）", "listed first (inferred lead)"),
    ("ASSISTS", Basis.INFERRED): Text("其余所列（推断配合）", "listed after (inferred support)"),
}
_BEHIND = (Text("时限", "deadline"), Text("状态", "state"))


def table(found: Sequence[Dossier], choice: Choice, wanted: frozenset[str] | None = None) -> Table:
    """Return a row for each measure, in printed order; columns of roles that nobody has are left
    out.

    Parameters
    ----------
    wanted
        Keys of the measures; None for all.
    """
    entries = [
        entry
        for dossier in found
        for entry in dossier.entries
        if wanted is None or entry.key in wanted
    ]
    held = {(edge.type, basis_of(edge)) for entry in entries for edge, _ in entry.roles}
    roles = [role for role in _ROLES if role in held]
    columns = (*_BEFORE, *(_ROLES[role] for role in roles), *_BEHIND)
    return Table(columns, tuple(_row(entry, roles, choice) for entry in entries))


def _row(entry: Entry, roles: Sequence[tuple[str, Basis]], choice: Choice) -> Row:
    cells: list[Cell] = [entry.reference, _section(entry), entry.task or "", Quote(entry.key)]
    cells += ["、".join(_names(entry, *role)) for role in roles]
    cells += [due_words(entry), TIMINGS[timing(entry, choice)]]
    return Row(tuple(cells), (entry.key,))


def _section(entry: Entry) -> str:
    return next((str(h.props["title"]) for h in entry.headings if h.label == "Section"), "")


def _names(entry: Entry, role: str, basis: Basis) -> list[str]:
    roles = ((e, n) for e, n in entry.roles if e.type == role and basis_of(e) is basis)
    return [str(node.props["name"]) for _, node in roles]
