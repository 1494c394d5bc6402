"""``kg export jsonl``: the graph as two files of JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument
from kg.render.graph_lines import write_graph
from kg.wording import Text

_MEANING = Text(
    "导出整个图谱：DIR/nodes.jsonl 每行 key、label、props，DIR/edges.jsonl 每行 src、type、dst、"
    "props。图谱相同则文件逐字节相同。",
    "The whole graph: DIR/nodes.jsonl with key, label, props on each line, DIR/edges.jsonl with "
    "src, type, dst, props. The same graph gives the same bytes.",
)


def _run(invocation: Invocation, *, folder: Path) -> None:
    with invocation.open_store() as store:
        graph = store.graph()
    files = write_graph(graph, folder)
    for path, number, what in (
        (files.nodes, len(graph.nodes), Text("节点", "nodes")),
        (files.edges, len(graph.edges), Text("关系", "edges")),
    ):
        invocation.say(
            invocation.word(
                Text(f"已写入 {path}：{what.zh} {number}", f"written to {path}: {number} {what.en}")
            )
        )


COMMAND = Command(
    "jsonl",
    _run,
    _MEANING,
    [
        Argument(
            "folder",
            metavar="DIR",
            type=click.Path(path_type=Path),
            meaning=Text("文件夹，没有则新建", "a folder; made when missing"),
        )
    ],
)
