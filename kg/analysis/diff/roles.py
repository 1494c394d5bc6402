"""Who answers for a measure in two versions, and what of that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.diff.comparison import Comparison
from kg.analysis.diff.correspondence import Correspondence, Joint, Kind, Pair
from kg.analysis.diff.version import folded
from kg.analysis.dossier import Link
from kg.analysis.ledger import basis_of
from kg.analysis.measure_columns import Row
from kg.analysis.report import CellValue
from kg.model import Basis, Edge
from kg.wording import Text

_ROLES = {"LEADS": Text("牵头", "lead"), "ASSISTS": Text("配合", "supporting")}
_NAMED = Text("列名", "named")
_BASES = {Basis.EXPLICIT: Text("明示", "explicit"), Basis.INFERRED: Text("推断", "inferred")}
_ADDED, _DROPPED = Text("增加", "added"), Text("减少", "dropped")
_REPLACED, _BOTH = Text("更换", "replaced"), Text("有增有减", "added and dropped")
_ORDER = Text("次序", "order")
RENAMED = Text("疑似更名", "perhaps renamed")
HANDED_OVER = Text("疑似职能划转", "perhaps duties handed over")
_PARTLY = Text("部分疑似更名或划转", "partly perhaps renamed or handed over")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A role on one basis; any role on any basis where both are None."""

    role: str | None = None
    basis: Basis | None = None

    def of(self, joint: Joint) -> tuple[Link, ...]:
        return tuple(
            (edge, node)
            for edge, node in joint.roles
            if self.role in {None, edge.type} and self.basis in {None, basis_of(edge)}
        )


_KINDS = tuple(_Kind(role, basis) for basis in Basis for role in _ROLES)


def comparable(comparison: Comparison) -> bool:
    """Tell whether roles can be compared: both versions tell leads from others, or neither."""
    return comparison.before.explicit == comparison.after.explicit


def role_rows(comparison: Comparison, found: Correspondence) -> Iterator[Row]:
    """Yield one row for each role and basis whose bodies changed, the first-listed lead included.

    Bodies are compared by canonical name; where both versions are of one place, a body printed
    under the same name is the same whatever it was taken for. Explicit and inferred roles are
    compared apart; which of several measures a body stood on makes no difference.
    """
    one_place = comparison.before.region == comparison.after.region
    single = found.kind in {Kind.ONE, Kind.POSSIBLE}
    for kind in _KINDS if comparable(comparison) else (_Kind(),):
        ours, theirs = kind.of(found.before), kind.of(found.after)
        dropped = _missing(ours, theirs, printed=one_place)
        added = _missing(theirs, ours, printed=one_place)
        host = single and _first_changed(kind, ours, theirs, printed=one_place)
        if not (dropped or added or host):
            continue
        yield {
            "takeover": _takeover(comparison, found, dropped, added),
            "role": _ROLES[kind.role] if kind.role else _NAMED,
            "basis": _BASES[kind.basis] if kind.basis else None,
            "change": _change(len(dropped), len(added), len(ours), len(theirs)),
            "bodies_dropped": dropped or None,
            "bodies_added": added or None,
            "printed_a": _printed(ours) or None,
            "printed_b": _printed(theirs) or None,
        }


def is_takeover(row: Mapping[str, CellValue]) -> bool:
    """Tell whether all that changed may be that a body was renamed or its duties given away."""
    return row["takeover"] in {RENAMED, HANDED_OVER}


def _takeover(
    comparison: Comparison, found: Correspondence, dropped: Sequence[str], added: Sequence[str]
) -> Text | None:
    """How bodies gone gave place to some that came; None where none did.

    The other body may stand there in another role: then that accounts for a part of the change.
    """
    named = [
        {str(node.props["name"]) for _, node in side.roles} for side in (found.before, found.after)
    ]
    pairs = [
        t
        for t in comparison.takeovers
        if (t.before in dropped and t.after in named[1])
        or (t.after in added and t.before in named[0])
    ]
    if not pairs:
        return None
    if {t.before for t in pairs} != set(dropped) or {t.after for t in pairs} != set(added):
        return _PARTLY
    return RENAMED if all(t.renamed for t in pairs) else HANDED_OVER


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
