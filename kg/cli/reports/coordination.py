"""``kg report coordination``: who must talk to whom, and about what."""

from __future__ import annotations

from kg.analysis.network.coordination import coordination
from kg.cli.reports.network import network_command
from kg.wording import Text

COMMAND = network_command(
    "coordination",
    coordination,
    Text(
        "哪些单位要互相沟通、因何事：有共同举措的单位对；协同群组；跨板块的桥梁；去掉枢纽之后断成几块。\n"
        "默认只计原文明示的角色，不计统称和几乎每条都列名的单位，在表头注明。",
        "Who must talk to whom, and about what: pairs of bodies that share measures; "
        "communities; bridges between sections; what falls apart without the hub.\n"
        "Explicit roles alone are counted; collective names and bodies on nearly every measure "
        "are not, and are named above the tables.",
    ),
    agency=True,
)
