"""Whose plan it is: the words by which a document speaks of its own place and level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.analysis.dossier import Entry
from kg.model import Node
from kg.resolve.regions import region_named

_UNITS = {
    "自治区": "自治区",
    "省": "省",
    "市": "市",
    "州": "州",
    "县": "县",
    "区": "区",
    "旗": "旗",
}
_UNIT_OF_LEVEL = {"province": "省", "city": "市", "county": "县"}
_NATION = ("国家", "全国", "我国")
_NATIONAL_BODIES = ("国务院", "中央", "中共中央", "国家", "部际")
_BODY = r"[^，。；]{0,24}?(?:领导小组|联席会议|委员会|工作专班|指挥部|议事协调机构)"
_BELOW = re.compile(
    r"各[市县区州地级]|[市区][、和]?县|市州|设区的?市|下级|基层|(?:两|三|四|多)级|属地|村庄规划"
)
"""Words that hand a plan down: 省、市、县三级规划 is drafted below as well."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A document's own place and level, to be looked for in its measures.

    Parameters
    ----------
    name
        The full name of the place as the document gives it; empty where it names none.
    words
        What says "of this level" in its own words: 全省, 省级, 我省; never those of another level.
    short
        The name without its unit; it counts only right before a quotation or a number, because
        湖南湘江新区 is another place.
    bodies
        How names of its own bodies begin: 省委, 省.
    """

    name: str
    words: tuple[str, ...]
    short: str
    bodies: tuple[str, ...]

    def owns(self, words: str, start: int, entry: Entry) -> bool:
        """Tell whether a plan is the document's own and of nobody below or beside it.

        Parameters
        ----------
        words
            What stands between the verb and the word for a plan, with the latter.
        start
            Where these words stand in the measure.
        """
        named = any(own in words for own in (self.name, *self.words) if own)
        if not named and self.short:
            named = re.search(rf"{re.escape(self.short)}[“”\"《‘0-9]", words) is not None
        return named and _BELOW.search(words) is None and not self._elsewhere(words, start, entry)

    def opens(self, words: str) -> bool:
        """Tell whether words begin with the own place or level, maybe behind an opening quote."""
        return words.lstrip('“《‘"').startswith(
            tuple(own for own in (self.name, *self.words) if own)
        )

    def body_in(self, text: str) -> bool:
        """Tell whether a text names a coordinating body (领导小组, 联席会议) of the own level."""
        begins = "|".join(map(re.escape, self.bodies))
        return bool(begins) and re.search(rf"(?:{begins}){_BODY}", text) is not None

    def _elsewhere(self, words: str, start: int, entry: Entry) -> bool:
        """Whether these words name another place than the own one."""
        return any(
            node.label == "Region"
            and node.props.get("name") != self.name
            and start <= int(str(edge.props["start"])) < start + len(words)
            for edge, node in entry.of("MENTIONS")
        )


def owner_of(document: Node) -> Owner:
    """Return the words by which a document speaks of its own place and level."""
    name = str(document.props.get("region", ""))
    level = str(document.props.get("level", ""))
    if level == "national":
        return Owner("", _NATION, "", _NATIONAL_BODIES)
    unit = next((u for u in _UNITS if name.endswith(u)), _UNIT_OF_LEVEL.get(level, ""))
    region = region_named(name) if name else None
    short = region.short if region else ""
    if not unit:
        return Owner(name, (), short, (name,) if name else ())
    last = unit[-1]
    words = [f"{whose}{last}" for whose in "全我本"] + [f"{unit}级"]
    words += [unit] if unit == "自治区" else []
    own = (f"{unit}委", f"{unit}政府", unit, f"全{last}", *((name,) if name else ()))
    return Owner(name, tuple(words), short, own)
