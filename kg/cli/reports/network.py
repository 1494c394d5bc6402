"""What the commands of the network reports have in common: their options and their run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kg.analysis.network.circle import Scope
from kg.analysis.reads import NETWORK
from kg.analysis.report import Report
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys, node_named
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Option, Words, document_option, top_option
from kg.model import Graph
from kg.wording import Text


def network_command(
    name: str,
    analyse: Callable[[Graph, Scope], Report],
    meaning: Text,
    *,
    agency: bool = False,
) -> Command:
    """Return the command of one report.

    Parameters
    ----------
    agency
        Whether it can be asked about one body.
    """

    def run(  # noqa: PLR0913 - one parameter for each option
        invocation: Invocation,
        *,
        document: tuple[str, ...],
        inferred: bool,
        collectives: bool,
        blanket: bool,
        top: int | None,
        format_name: str | None,
        output: Path | None,
        agency: str | None = None,
    ) -> None:
        format_ = chosen_format(format_name, output)
        with invocation.open_store() as store:
            keys = document_keys(store.documents(), document)
            graph = store.graph(keys or None, NETWORK)
        body = None if agency is None else agency_key(graph, agency)
        scope = Scope(keys, inferred, collectives, blanket, top, body)
        write_report(invocation, analyse(graph, scope), format_, output)

    return Command(name, run, meaning, _options(agency=agency))


def agency_key(graph: Graph, name: str) -> str:
    """Return the key of the body that a name means, in any of its forms.

    Raises
    ------
    UnknownNameError
        When no body has this name; the nearest are named.
    UsageError
        When several have it.
    """
    agencies = tuple(node for node in graph.nodes if node.label == "Agency")
    roles = tuple(edge for edge in graph.edges if edge.type in {"LEADS", "ASSISTS"})
    return node_named(Graph(agencies, roles), name).key


def _options(*, agency: bool) -> list[click.Parameter]:
    asked = Option(
        "--agency",
        type=Words(),
        metavar="NAME",
        meaning=Text(
            "只列这个单位的伙伴（名称、键或任一原文写法）",
            "the partners of this body alone (name, key or any printed form)",
        ),
    )
    return [
        document_option(),
        *([asked] if agency else []),
        Option(
            "--inferred",
            is_flag=True,
            meaning=Text(
                "推断的角色另列成表", "the network of inferred roles, in tables of its own"
            ),
        ),
        Option("--collectives", is_flag=True, meaning=Text("统称也计入", "count collective names")),
        Option(
            "--blanket",
            is_flag=True,
            meaning=Text(
                "几乎每条都列名的单位也计入", "count bodies that stand on nearly every measure"
            ),
        ),
        top_option(),
        *output_options(),
    ]
