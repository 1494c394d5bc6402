"""Who answers for a measure in two versions, and what of that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.analysis.diff.comparison import Comparison, Pair
from kg.analysis.diff.version import folded
from kg.analysis.dossier import Entry, Link
from kg.analysis.ledger import basis_of
from kg.analysis.measure_columns import Row
from kg.model import Basis, Edge
from kg.wording import Text

_ROLES = {"LEADS": Text("牵头", "lead"), "ASSISTS": Text("配合", "supporting")}
_NAMED = Text("列名", "named")
_BASES = {Basis.EXPLICIT: Text("明示", "explicit"), Basis.INFERRED: Text("推断", "inferred")}
_ADDED, _DROPPED = Text("增加", "added"), Text("减少", "dropped")
_REPLACED, _BOTH = Text("更换", "replaced"), Text("有增有减", "added and dropped")
_ORDER = Text("次序", "order")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A role on one basis; any role on any basis where both are None."""

    role: str | None = None
    basis: Basis | None = None

    def of(self, entry: Entry) -> tuple[Link, ...]:
        return tuple(
            (edge, node)
            for edge, node in entry.roles
            if self.role in {None, edge.type} and self.basis in {None, basis_of(edge)}
        )


_KINDS = tuple(_Kind(role, basis) for basis in Basis for role in _ROLES)


def comparable(comparison: Comparison) -> bool:
    """Tell whether roles can be compared: both versions tell leads from others, or neither."""
    return comparison.before.explicit == comparison.after.explicit


def role_rows(comparison: Comparison, pair: Pair) -> Iterator[Row]:
    """Yield one row for each role and basis whose bodies changed, the first-listed lead included.

    Bodies are compared by canonical name; where both versions are of one place, a body printed
    under the same name is the same whatever it was taken for. Explicit and inferred roles are
    compared apart.
    """
    one_place = comparison.before.region == comparison.after.region
    for kind in _KINDS if comparable(comparison) else (_Kind(),):
        ours, theirs = kind.of(pair.before), kind.of(pair.after)
        dropped = _missing(ours, theirs, printed=one_place)
        added = _missing(theirs, ours, printed=one_place)
        if not (dropped or added) and not _first_changed(kind, ours, theirs, printed=one_place):
            continue
        yield {
            "role": _ROLES[kind.role] if kind.role else _NAMED,
            "basis": _BASES[kind.basis] if kind.basis else None,
            "change": _change(len(dropped), len(added), len(ours), len(theirs)),
            "bodies_dropped": dropped or None,
            "bodies_added": added or None,
            "printed_a": _printed(ours) or None,
            "printed_b": _printed(theirs) or None,
        }


def written_otherwise(pair: Pair) -> bool:
    """Tell whether a body that stayed is printed under another name."""
    names = {str(node.props["name"]): _print(edge) for edge, node in pair.before.roles}
    after = ((str(node.props["name"]), _print(edge)) for edge, node in pair.after.roles)
    return any(folded(names.get(name, printed)) != folded(printed) for name, printed in after)


def _missing(ours: Sequence[Link], theirs: Sequence[Link], *, printed: bool) -> tuple[str, ...]:
    """Names of the bodies that one side has and the other has not, each once, in order."""
    names = {str(node.props["name"]) for _, node in theirs}
    prints = {folded(_print(edge)) for edge, _ in theirs} if printed else set()
    found = (str(node.props["name"]) for edge, node in ours if folded(_print(edge)) not in prints)
    return tuple(dict.fromkeys(name for name in found if name not in names))


def _first_changed(
    kind: _Kind, ours: Sequence[Link], theirs: Sequence[Link], *, printed: bool
) -> bool:
    """Whether another of the same leads stands first: the first-listed one is the host."""
    if kind.role != "LEADS" or not ours or not theirs:
        return False
    return bool(_missing(ours[:1], theirs[:1], printed=printed))


def _change(dropped: int, added: int, before: int, after: int) -> Text:
    if dropped and added:
        return _REPLACED if (dropped, added) == (before, after) else _BOTH
    return _DROPPED if dropped else _ADDED if added else _ORDER


def _printed(links: Sequence[Link]) -> tuple[str, ...]:
    return tuple(_print(edge) for edge, _ in links)


def _print(edge: Edge) -> str:
    return str(edge.props["as_printed"])
