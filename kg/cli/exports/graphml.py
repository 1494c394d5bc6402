"""``kg export graphml``: the graph for networkx, igraph, yEd, Gephi, Cytoscape."""

from __future__ import annotations

from kg.cli.exports.exporting import export_command, file_argument
from kg.export.graphml import write_graphml
from kg.wording import Text

COMMAND = export_command(
    "graphml",
    write_graphml,
    Text(
        "导出为 GraphML，供 networkx、igraph、yEd、Gephi、Cytoscape 打开：节点的 id 是键，"
        "label 是简称，node_label 是标签，关系有 edge_type，属性的名称和类型不变。",
        "The graph as GraphML for networkx, igraph, yEd, Gephi, Cytoscape: a node's id is its key, "
        "label what it is known by, node_label its label; edges have edge_type; properties keep "
        "their names and types.",
    ),
    file_argument(),
)
