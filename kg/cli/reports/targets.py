"""``kg report targets``: what can be measured, and what cannot."""

from __future__ import annotations

from kg.analysis.content.targets import targets
from kg.analysis.reads import TARGETS
from kg.cli.reports.content import content_command
from kg.wording import Text

COMMAND = content_command(
    "targets",
    targets,
    Text(
        "每项量化目标：数值、单位、比较、对象、举措、牵头单位、时限；以及没有量化目标的举措，"
        "连同条数和占比。\n"
        "单位和对象各不相同，数值从不相加。",
        "Every quantified target with number, unit, comparator, object, measure, leads and "
        "deadline; and the measures that have none, with count and share.\n"
        "Units and objects differ, so numbers are never added.",
    ),
    reads=TARGETS,
)
