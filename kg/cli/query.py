"""``kg query``: Cypher or a named question, read-only."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.cli.asking import Limits, ask, limit_options, question
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Argument, Option, Words
from kg.store.cypher import open_engine
from kg.store.queries import DeclaredParameter, named_query, names
from kg.wording import Text, same

_MEANING = Text(
    "查询图谱（只读）：QUERY 是 Cypher，或 --list 列出的查询名，或 -（从标准输入读）。\n"
    "例：kg query agency-leads -p agency=市科技局\n"
    "例：kg query 'MATCH (a:Agency)-[:LEADS]->(m) RETURN a.name, count(m)'",
    "Ask the graph, read-only: QUERY is Cypher, a name that --list shows, or - to read stdin.\n"
    "Example: kg query agency-leads -p agency=NAME\n"
    "Example: kg query 'MATCH (a:Agency)-[:LEADS]->(m) RETURN a.name, count(m)'",
)
_COLUMNS = tuple(
    Column(name, Text(zh, en), ColumnKind.TEXT, Text(zh, en))
    for name, zh, en in (
        ("query", "查询名", "name"),
        ("question", "问题", "question"),
        ("parameters", "参数（* 必须给出）", "parameters (* required)"),
    )
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    query: str | None,
    parameter: tuple[str, ...],
    listing: bool,
    limit: int,
    timeout: int,
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output)
    if listing:
        write_report(invocation, catalogue(), format_, output)
        return
    asked = question(sys.stdin.read() if query == "-" else query or "", parameter)
    with open_engine(
        invocation.settings.store.value,
        invocation.environ,
        lambda text: invocation.say(invocation.word(text)),
    ) as engine:
        report = ask(engine, asked, Limits(timeout, limit))
    write_report(invocation, report, format_, output)


def catalogue() -> Report:
    """Return the list of named questions."""
    rows = []
    for name in names():
        named = named_query(name)
        row: dict[str, CellValue] = {
            "query": name,
            "question": named.question,
            "parameters": same(", ".join(map(_shown, named.parameters))),
        }
        rows.append(row)
    part = Part("queries", Text(f"{len(rows)} 个", f"{len(rows)}"), _COLUMNS, tuple(rows))
    return Report("queries", Text("命名查询", "Named queries"), (part,))


def _shown(parameter: DeclaredParameter) -> str:
    if parameter.required:
        return f"{parameter.name}*"
    default = parameter.default
    return f"{parameter.name}={str(default).lower() if isinstance(default, bool) else default}"


COMMAND = Command(
    "query",
    _run,
    _MEANING,
    [
        Argument(
            "query",
            type=Words(),
            required=False,
            meaning=Text("Cypher、查询名或 -", "Cypher, a name, or -"),
        ),
        Option(
            "-p",
            "--parameter",
            multiple=True,
            type=Words(),
            metavar="K=V",
            meaning=Text("参数，可多次", "a parameter; may be repeated"),
        ),
        Option(
            "--list",
            "listing",
            is_flag=True,
            meaning=Text("列出命名查询", "list the named queries"),
        ),
        *limit_options(),
        *output_options(),
    ],
)
