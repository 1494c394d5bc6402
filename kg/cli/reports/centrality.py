"""``kg report centrality``: who stands in the middle."""

from __future__ import annotations

from kg.analysis.network.centrality import centrality
from kg.cli.reports.network import network_command
from kg.wording import Text

COMMAND = network_command(
    "centrality",
    centrality,
    Text(
        "各单位在协同网络中的位置：伙伴数、加权度、中介度、PageRank。\n"
        "默认只计原文明示的角色，不计统称和几乎每条都列名的单位（否则它们总居首位），在表头注明。",
        "Where each agency stands in the network of shared measures: degree, weighted degree, "
        "betweenness, PageRank.\n"
        "Explicit roles alone are counted; collective names and bodies on nearly every measure "
        "are not, since they would always come first, and are named above the tables.",
    ),
)
