"""``kg schema``: labels, edge types and properties, and how many of them the store holds."""

from __future__ import annotations

from pathlib import Path

from kg.analysis.vocabulary import vocabulary
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Argument, Words
from kg.errors import StoreUnreachableError, UnknownNameError
from kg.schema import EDGES, NODES
from kg.store.base import StoreInfo
from kg.wording import Text

_FORMATS = ("table", "json", "md")
_MEANING = Text(
    "图谱里有哪些标签、关系类型和属性，各是什么意思；有图谱库时给出数量。\n"
    "NAME 是标签或关系类型（如 Measure、LEADS），给出时列出它的每个属性。",
    "The labels, edge types and properties of the graph and what they mean, with counts where "
    "there is a store.\n"
    "NAME is a label or an edge type (Measure, LEADS); with it, each of its properties is listed.",
)


def _run(
    invocation: Invocation, *, name: str | None, format_name: str | None, output: Path | None
) -> None:
    format_ = chosen_format(format_name, output, _FORMATS)
    known = known_name(name)
    write_report(invocation, vocabulary(store_info(invocation), known), format_, output)


def known_name(name: str | None) -> str | None:
    """The label or type meant, whatever its case."""
    if name is None:
        return None
    known = [*NODES, *EDGES]
    by_fold = {word.casefold(): word for word in known}
    if name.casefold() not in by_fold:
        raise UnknownNameError.of(Text("标签或关系类型", "label or edge type"), name, known)
    return by_fold[name.casefold()]


def store_info(invocation: Invocation) -> StoreInfo | None:
    """What the store holds; None where there is none: the schema is the same without it."""
    try:
        with invocation.open_store() as store:
            return store.info()
    except StoreUnreachableError:
        note = Text("没有图谱库，不列数量", "there is no store, so counts are left out")
        invocation.say(invocation.word(note))
        return None


COMMAND = Command(
    "schema",
    _run,
    _MEANING,
    [
        Argument(
            "name",
            type=Words(),
            required=False,
            meaning=Text("标签或关系类型", "a label or an edge type"),
        ),
        *output_options(_FORMATS),
    ],
)
