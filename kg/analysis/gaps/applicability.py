"""The one rule by which a task is not meant for the level below: the upper level's own papers."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.dossier import Entry
from kg.analysis.gaps.drafting import Business, drafting
from kg.analysis.gaps.owner import owner_of
from kg.model import Node
from kg.wording import Text

_BUSINESS = {
    Business.PLAN: Text("起草本级自己的规划", "drafting the upper level's own plan"),
    Business.WORK_POINTS: Text(
        "印发本级领导小组的工作要点", "issuing the work points of the upper level's own body"
    ),
}


def own_business(entries: Sequence[Entry], document: Node) -> Text | None:
    """Return why a task is the upper level's own business; None where the rule does not say so.

    The rule: every measure of the task is about drafting the plan (规划, 纲要) of the document's
    own level and of nothing else, or about issuing the work points of its own coordinating body.
    Such papers are made once, above; a lower document cannot take them on. A measure that asks
    for anything beside that may be taken on below, and is never excluded.
    """
    owner = owner_of(document)
    found = [drafted for entry in entries if (drafted := drafting(entry, owner)) is not None]
    if not entries or len(found) < len(entries):
        return None
    kinds = [_BUSINESS[kind] for kind in dict.fromkeys(d.business for d in found)]
    words = "；".join(f"“{d.words}”" for d in found)
    return Text(
        f"规则：{'、'.join(k.zh for k in kinds)}是上级自己的事（{words}）",
        f"rule: {' and '.join(k.en for k in kinds)} is its own business ({words})",
    )
