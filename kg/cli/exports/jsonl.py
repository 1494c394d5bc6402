"""``kg export jsonl``: the graph as two files of JSON Lines."""

from __future__ import annotations

from pathlib import Path

from kg.cli.command import Command
from kg.cli.exports.exporting import exported_graph, folder_argument
from kg.cli.invocation import Invocation
from kg.cli.parameter import document_option
from kg.render.graph_lines import write_graph
from kg.wording import Text

_MEANING = Text(
    "导出整个图谱：DIR/nodes.jsonl 每行 key、label、props，DIR/edges.jsonl 每行 src、type、dst、"
    "props。图谱相同则文件逐字节相同。",
    "The whole graph: DIR/nodes.jsonl with key, label, props on each line, DIR/edges.jsonl with "
    "src, type, dst, props. The same graph gives the same bytes.",
)


def _run(invocation: Invocation, *, target: Path, document: tuple[str, ...]) -> None:
    graph = exported_graph(invocation, document)
    files = write_graph(graph, target)
    for path, number, what in (
        (files.nodes, len(graph.nodes), Text("节点", "nodes")),
        (files.edges, len(graph.edges), Text("关系", "edges")),
    ):
        invocation.say(
            invocation.word(
                Text(f"已写入 {path}：{what.zh} {number}", f"written to {path}: {number} {what.en}")
            )
        )


COMMAND = Command("jsonl", _run, _MEANING, [folder_argument(), document_option()])
