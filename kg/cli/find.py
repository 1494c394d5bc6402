"""``kg find``: words in nodes and printed lines."""

from __future__ import annotations

from pathlib import Path

from kg.analysis.hits import hits, marked, unmarked
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Argument, Words
from kg.errors import Problem, UsageError
from kg.wording import Text

_FORMATS = ("table", "json", "jsonl", "md", "xlsx")
_FOR_PEOPLE = frozenset({"table", "md"})
_MEANING = Text(
    "在节点和原文各行中查找文字；不分全角半角、大小写，不计空格。",
    "Nodes and printed lines that hold a text; width, case and white space make no difference.",
)


def _run(
    invocation: Invocation, *, text: str, format_name: str | None, output: Path | None
) -> None:
    if not text.strip():
        raise UsageError(
            Problem(
                Text("没有给出要找的文字", "no text to look for"),
                expected=Text("至少一个字，例如：专利", "at least one character, such as 专利"),
            )
        )
    format_ = chosen_format(format_name, output, _FORMATS)
    with invocation.open_store() as store:
        findings = store.find(text)
    report = hits(findings, text, marked if format_.name in _FOR_PEOPLE else unmarked)
    found = any(part.rows for part in report.parts)
    if not found:
        invocation.say(invocation.word(Text(f"没有找到“{text}”", f"nothing holds “{text}”")))
    if found or format_.name not in _FOR_PEOPLE:
        write_report(invocation, report, format_, output)


COMMAND = Command(
    "find",
    _run,
    _MEANING,
    [
        Argument("text", type=Words(), meaning=Text("要找的文字", "what to look for")),
        *output_options(_FORMATS),
    ],
)
