"""``kg export neo4j-admin``: the graph for Neo4j's bulk import."""

from __future__ import annotations

from pathlib import Path

from kg.cli.exports.exporting import export_command, folder_argument
from kg.export.bulk import ARGUMENTS, SCHEMA, write_bulk
from kg.wording import Text


def _advice(folder: Path) -> Text:
    command = f"neo4j-admin database import full @{ARGUMENTS} neo4j"
    return Text(
        f"停下数据库后在 {folder} 中运行：{command}；启动后执行 {SCHEMA}（约束和索引）",
        f"stop the database and run in {folder}: {command}; start it, then run {SCHEMA} "
        f"(constraints and indexes)",
    )


COMMAND = export_command(
    "neo4j-admin",
    write_bulk,
    Text(
        "导出为 neo4j-admin database import 的文件，用来快速建成一个新的 Neo4j 数据库：每个标签、"
        f"每种关系各有表头和数据文件，{ARGUMENTS} 是导入的参数。\n"
        "这样建成的数据库可以用 Cypher 查询；要让本程序也用它作图谱库，请用 kg copy。",
        "The graph as files for neo4j-admin database import, the fast way into a new Neo4j "
        f"database: a header and a data file for each label and edge type; {ARGUMENTS} holds the "
        "arguments.\n"
        "Such a database can be asked in Cypher; one that this program uses as a store is made by "
        "kg copy.",
    ),
    folder_argument(),
    _advice,
)
