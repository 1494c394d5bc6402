"""``kg export csv``: the graph for spreadsheets."""

from __future__ import annotations

from kg.cli.exports.exporting import export_command, folder_argument
from kg.export.tables import write_tables
from kg.wording import Text

COMMAND = export_command(
    "csv",
    write_tables,
    Text(
        "导出为表格：每个标签一个 nodes-….csv，每种关系一个 edges-….csv，columns.csv 说明各列。"
        "可直接用 Excel、WPS 打开；像公式的文字前加撇号。",
        "The graph as tables: nodes-….csv for each label, edges-….csv for each edge type, and "
        "columns.csv, which defines every column. Opens in spreadsheets; a text that looks like a "
        "formula gets an apostrophe in front.",
    ),
    folder_argument(),
)
