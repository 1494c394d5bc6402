"""``kg export gexf``: the graph for Gephi."""

from __future__ import annotations

from kg.cli.exports.exporting import export_command, file_argument
from kg.export.gexf import write_gexf
from kg.wording import Text

COMMAND = export_command(
    "gexf",
    write_gexf,
    Text(
        "导出为 GEXF 1.3，供 Gephi、networkx 打开：两个节点之间不同类型的关系各自独立，"
        "其余同 graphml。",
        "The graph as GEXF 1.3 for Gephi and networkx: edges of different types between two nodes "
        "stay apart; the rest is as in graphml.",
    ),
    file_argument(),
)
