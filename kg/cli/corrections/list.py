"""``kg correct list``: what the ledger says."""

from __future__ import annotations

from pathlib import Path

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.cli.command import Command
from kg.cli.corrections.ledger import corrections_option, ledger_of, ledger_path
from kg.cli.invocation import Invocation
from kg.cli.output import chosen_format, output_options, write_report
from kg.corrections import Entry
from kg.wording import Text

_MEANING = Text("列出更正账本，每条带行号。", "The ledger of corrections, each with its line.")
_COLUMNS = (
    Column("line", Text("行", "line"), ColumnKind.COUNT, Text("账本行号", "line of the ledger")),
    *(
        Column(name, Text(zh, en), ColumnKind.TEXT, Text(meaning_zh, meaning_en))
        for name, zh, en, meaning_zh, meaning_en in (
            ("action", "更正", "action", "做什么", "what it does"),
            ("document", "文件", "document", "文件的键；* 为各份", "its key; * for all"),
            ("target", "对象", "target", "键或名称", "key or name"),
            ("was", "原样", "was", "更正时的原文", "printed when it was made"),
            ("value", "改为", "value", "改成什么", "what it should be"),
            ("by", "更正人", "by", "谁作的", "who made it"),
            ("date", "日期", "date", "哪天作的", "on which day"),
            ("comment", "理由", "comment", "为什么", "why"),
        )
    ),
)


def _run(invocation: Invocation, *, format_name: str | None, output: Path | None) -> None:
    format_ = chosen_format(format_name, output)
    entries = ledger_of(invocation).entries
    number = len(entries)
    part = Part(
        "corrections",
        Text(f"更正 {number} 条", f"{number} corrections"),
        _COLUMNS,
        tuple(_row(entry) for entry in entries),
    )
    path = ledger_path(invocation)
    title = Text(f"更正账本 {path}", f"Ledger of corrections {path}")
    write_report(invocation, Report("corrections", title, (part,)), format_, output)


def _row(entry: Entry) -> dict[str, CellValue]:
    return {
        column.name: entry.line if column.name == "line" else str(getattr(entry, column.name))
        for column in _COLUMNS
    }


COMMAND = Command("list", _run, _MEANING, [*output_options(), corrections_option()])
