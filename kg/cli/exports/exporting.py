"""What the commands of ``kg export`` have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.parameter import Argument, document_option
from kg.model import Graph
from kg.wording import Text

Write = Callable[[Graph, Path], tuple[Text, ...] | None]
"""Writes a graph to a file or a folder, and returns what has to be said about it."""


def export_command(
    name: str,
    write: Write,
    meaning: Text,
    target: click.Parameter,
    advice: Callable[[Path], Text] | None = None,
) -> Command:
    """Return the command that writes the graph in one form.

    Parameters
    ----------
    target
        :func:`file_argument` or :func:`folder_argument`.
    advice
        What to do next with what was written.
    """

    def run(invocation: Invocation, *, document: tuple[str, ...], target: Path) -> None:
        graph = exported_graph(invocation, document)
        notices = write(graph, target) or ()
        said = (written(target, graph), *notices, *((advice(target),) if advice else ()))
        for text in said:
            invocation.say(invocation.word(text))

    return Command(name, run, meaning, [target, document_option()])


def exported_graph(invocation: Invocation, document: Sequence[str]) -> Graph:
    """Return the graph of the documents that are named, or of all.

    Raises
    ------
    UnknownNameError, UsageError
        When a name means no document, or several.
    """
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        return store.graph(keys or None)


def written(target: Path, graph: Graph) -> Text:
    """Return what to say of a graph that was written."""
    nodes, edges = len(graph.nodes), len(graph.edges)
    return Text(
        f"已写入 {target}：节点 {nodes}，关系 {edges}",
        f"written to {target}: {nodes} nodes, {edges} edges",
    )


def file_argument() -> Argument:
    """Return the argument FILE."""
    return Argument(
        "target",
        metavar="FILE",
        type=click.Path(path_type=Path),
        meaning=Text("写入的文件", "the file to write"),
    )


def folder_argument() -> Argument:
    """Return the argument DIR."""
    return Argument(
        "target",
        metavar="DIR",
        type=click.Path(path_type=Path),
        meaning=Text("文件夹，没有则新建", "a folder; made when missing"),
    )
