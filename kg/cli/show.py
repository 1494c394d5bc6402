"""``kg show``: one node with everything known about it."""

from __future__ import annotations

from pathlib import Path

from kg.analysis.portrait import portrait
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import node_named
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Argument, Words
from kg.wording import Text

_FORMATS = ("table", "json", "md", "xlsx")
_MEANING = Text(
    "一个节点：属性、关系、问题和原文。\n"
    "KEY 是键（闽知发〔2025〕14号/五/14#1）、单位名称或其任一原文写法，或文件的文号、标题。",
    "One node: properties, relations, issues and printed lines.\n"
    "KEY is a key (闽知发〔2025〕14号/五/14#1), an agency's name or any printed form of it, or a "
    "document's number or title.",
)


def _run(invocation: Invocation, *, key: str, format_name: str | None, output: Path | None) -> None:
    format_ = chosen_format(format_name, output, _FORMATS)
    with invocation.open_store() as store:
        node = store.node(key) or node_named(store.graph(), key)
        report = portrait(store, node)
    write_report(invocation, report, format_, output)


COMMAND = Command(
    "show",
    _run,
    _MEANING,
    [
        Argument("key", type=Words(), meaning=Text("键或名称", "key or name")),
        *output_options(_FORMATS),
    ],
)
