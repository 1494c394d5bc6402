"""Every measure an agency stands on, with its role and what a memo says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.analysis.address import addresses
from kg.analysis.dossier import Dossier, Entry, Link
from kg.analysis.due import binding, due_cells
from kg.analysis.ledger import basis_of
from kg.analysis.measure_columns import Row
from kg.analysis.status.status import StatusLedger, state
from kg.model import Basis, Edge, Place
from kg.wording import Text

ROLES = {
    ("LEADS", Basis.EXPLICIT): Text("牵头", "lead"),
    ("ASSISTS", Basis.EXPLICIT): Text("配合", "supporting"),
    ("LEADS", Basis.INFERRED): Text("推断牵头", "inferred lead"),
    ("ASSISTS", Basis.INFERRED): Text("推断配合", "inferred supporting"),
}
"""Roles by edge type and basis, in the order of a dossier."""

_NO_DATE = Text("无确定日期", "no date")


@dataclass(frozen=True, slots=True)
class Horizon:
    """The day a dossier holds for, and what is recorded of the measures; None without a ledger."""

    as_of: date
    ledger: StatusLedger | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One role of one agency on a measure.

    Parameters
    ----------
    source
        Where it stands, as a memo cites it: 闽知发〔2025〕14号 任务5（第49行）.
    """

    dossier: Dossier
    entry: Entry
    edge: Edge
    source: Text

    @property
    def role(self) -> tuple[str, Basis]:
        """The role with its basis."""
        return self.edge.type, basis_of(self.edge)

    @property
    def due_on(self) -> date | None:
        """The last day of the measure as a whole; None where none follows."""
        day = due_cells(binding(self.entry))["due_on"]
        return day if isinstance(day, date) else None


def duties(dossier: Dossier, agency_key: str) -> tuple[Duty, ...]:
    """Return the roles of an agency in a document, in printed order."""
    places = addresses(dossier)
    return tuple(
        Duty(dossier, entry, edge, cited(places[entry.key], entry))
        for entry in dossier.entries
        for edge, node in entry.roles
        if node.key == agency_key
    )


def cited(address: Text, entry: Entry) -> Text:
    """Return the address of a measure with the line it is printed on."""
    line = Place.parse(str(entry.node.props["place"])).line
    return Text(f"{address.zh}（第{line}行）", f"{address.en} (line {line})")


def of_role(found: Iterable[Duty], role: str, basis: Basis) -> list[Duty]:
    """Return the duties of a role on a basis."""
    return [duty for duty in found if duty.role == (role, basis)]


def entries_of(found: Iterable[Duty]) -> tuple[Entry, ...]:
    """Return the measures of some duties, each once."""
    return tuple({duty.entry.key: duty.entry for duty in found}.values())


def duty_row(duty: Duty, horizon: Horizon) -> Row:
    """Return what a dossier says of a duty: with whom, by when."""
    others = list(_others(duty))
    due = due_cells(binding(duty.entry))
    return {
        "source": duty.source,
        "text": duty.entry.text,
        "other_leads": _names(link for link in others if link[0].type == "LEADS"),
        "supporting": _names(
            (edge, node) for edge, node in others if edge.type == "ASSISTS" and is_own((edge, node))
        ),
        **due,
        "state": _state(duty, horizon),
        "measure_keys": (duty.entry.key,),
    }


def is_own(link: Link) -> bool:
    """Tell whether a body is neither a collective nor one that stands nearly everywhere."""
    edge, node = link
    return edge.props["scope"] != "blanket" and not node.props["is_collective"]


def _others(duty: Duty) -> Iterator[Link]:
    for edge, node in duty.entry.roles:
        if node.key != duty.edge.src and basis_of(edge) is duty.role[1]:
            yield edge, node


def _names(links: Iterable[Link]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(str(node.props["name"]) for _, node in links)) or None


def _state(duty: Duty, horizon: Horizon) -> Text:
    due_on = duty.due_on
    if due_on is None:
        return _NO_DATE
    record = horizon.ledger.latest(duty.entry.key, horizon.as_of) if horizon.ledger else None
    return state(due_on, horizon.as_of, record).text


def role_words(found: Sequence[Duty], entry: Entry) -> Text:
    """Return the roles of an agency on one measure."""
    held = {duty.role for duty in found if duty.entry.key == entry.key}
    words = [text for role, text in ROLES.items() if role in held]
    return Text("、".join(w.zh for w in words), ", ".join(w.en for w in words))
