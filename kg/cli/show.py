"""``kg show``: one node with everything known about it."""

from __future__ import annotations

from pathlib import Path

from kg.analysis.gaps.pairs import pair_explained
from kg.analysis.portrait import portrait
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import node_named, part_at
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Argument, Words
from kg.model import Node
from kg.store.base import Store
from kg.wording import Text

_FORMATS = ("table", "json", "md", "xlsx")
_MEANING = Text(
    "一个节点：属性、关系、问题和原文。\n"
    "KEY 是键（闽知发〔2025〕14号/五/14#1）、报告中的位置（任务14 举措1，几个文件都有时前面写"
    "文号）、单位名称或其任一原文写法，或文件的文号、标题。\n"
    "给出一条下级举措和一条上级举措的键（先后不论）时，说明两条为何对应，可直接写进材料。",
    "One node: properties, relations, issues and printed lines.\n"
    "KEY is a key (闽知发〔2025〕14号/五/14#1), an address as reports print it (task 14 measure "
    "1; behind the document's number where several have it), an agency's name or any printed form "
    "of it, or a document's number or title.\n"
    "With the keys of a lower and an upper measure, in either order, it explains why the two "
    "correspond, in words for a memo.",
)


def _run(
    invocation: Invocation,
    *,
    key: str,
    other: str | None,
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output, _FORMATS)
    with invocation.open_store() as store:
        node = _node(store, key)
        if other is None:
            report = portrait(store, node)
        else:
            report = pair_explained(store.graph(), node, _node(store, other))
    write_report(invocation, report, format_, output)


def _node(store: Store, words: str) -> Node:
    """What a key, an address or a name means."""
    node = store.node(words)
    if node is not None:
        return node
    graph = store.graph()
    return part_at(graph, words) or node_named(graph, words)


COMMAND = Command(
    "show",
    _run,
    _MEANING,
    [
        Argument("key", type=Words(), meaning=Text("键或名称", "key or name")),
        Argument(
            "other",
            type=Words(),
            required=False,
            meaning=Text("另一条举措的键", "key of another measure"),
        ),
        *output_options(_FORMATS),
    ],
)
