"""``kg doctor``: whether this installation and its store are in order."""

from __future__ import annotations

from pathlib import Path

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.cli.checkup import Finding, State, checkup
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.output import chosen_format, output_options, write_report
from kg.errors import ExitCode
from kg.wording import Text

_FORMATS = ("table", "json", "md")
_MEANING = Text(
    "检查 Python、编码、依赖、SQLite、读取器、设置和图谱库；有问题时退出码为 1。",
    "Looks at Python, encodings, dependencies, SQLite, loaders, settings and the store; exit "
    "code 1 when there is a problem.",
)
_STATES = {
    State.OK: Text("正常", "ok"),
    State.WARNING: Text("注意", "warning"),
    State.PROBLEM: Text("问题", "problem"),
}
_COLUMNS = tuple(
    Column(name, Text(zh, en), ColumnKind.TEXT, Text(zh, en))
    for name, zh, en in (
        ("state", "结果", "state"),
        ("check", "项目", "check"),
        ("detail", "详情", "detail"),
    )
)


def _run(invocation: Invocation, *, format_name: str | None, output: Path | None) -> ExitCode:
    format_ = chosen_format(format_name, output, _FORMATS)
    findings = checkup(invocation)
    rows = tuple(_row(finding) for finding in findings)
    problems = sum(finding.state is State.PROBLEM for finding in findings)
    title = Text("环境检查", "Checkup")
    result = Text(f"问题 {problems} 个", f"{problems} problems")
    part = Part("doctor", result, _COLUMNS, rows)
    write_report(invocation, Report("doctor", title, (part,)), format_, output)
    return ExitCode.FAILURE if problems else ExitCode.OK


def _row(finding: Finding) -> dict[str, CellValue]:
    return {
        "state": _STATES[finding.state],
        "check": finding.check,
        "detail": finding.detail,
    }


COMMAND = Command("doctor", _run, _MEANING, output_options(_FORMATS))
