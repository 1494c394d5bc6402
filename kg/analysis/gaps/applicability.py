"""The one rule by which a task is not meant for the level below: the upper place's own plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.analysis.dossier import Entry
from kg.model import Node
from kg.resolve.regions import region_named
from kg.wording import Text

_DRAFTS = r"(?:编制|起草|制定|拟订|谋划|修编|修订|纳入)"
_PLAN = r"(?:规划|纲要)"
_OWN_WORDS = (
    "省级",
    "全省",
    "我省",
    "本省",
    "自治区",
    "国家",
    "全国",
    "市级",
    "全市",
    "我市",
    "本市",
)
_REACH = 40


def own_business(entries: Sequence[Entry], document: Node) -> Text | None:
    """Return why a task is the upper level's own business; None where the rule does not say so.

    The rule: every measure of the task is about drafting the plan (规划, 纲要) of the document's
    own place, or about bringing something into it. Such a plan is made once, above; a lower
    document cannot take it on. Anything else may be taken on below, and is never excluded.
    """
    names = _names(document)
    found = [_drafting(entry.text, names) for entry in entries]
    if not entries or not all(found):
        return None
    words = "；".join(f"“{quote}”" for quote in found)
    return Text(
        f"规则：起草、编入本级规划是上级自己的事（{words}）",
        f"rule: drafting the upper level's own plan is its own business ({words})",
    )


def _names(document: Node) -> tuple[str, ...]:
    name = str(document.props.get("region", ""))
    region = region_named(name) if name else None
    own = (name, region.short if region else "")
    return tuple(n for n in own if n)


def _drafting(text: str, names: Sequence[str]) -> str:
    """The words that speak of the place's own plan; "" where none do."""
    for sentence in re.split(r"[。；;]", text):
        for verb in re.finditer(_DRAFTS, sentence):
            behind = sentence[verb.start() : verb.end() + _REACH]
            plan = re.search(_PLAN, behind)
            owned = plan and any(n in behind[: plan.end()] for n in (*names, *_OWN_WORDS))
            if plan and owned:
                return behind[: plan.end()]
    return ""
