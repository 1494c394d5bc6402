"""What the commands of the reports of content have in common: their options and their run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kg.analysis.dossier import Selection
from kg.analysis.report import Report
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Option, document_option, top_option
from kg.model import Graph, Kinds
from kg.wording import Text


def content_command(  # noqa: PLR0913 - what differs between reports
    name: str,
    analyse: Callable[[Graph, Selection], Report],
    meaning: Text,
    *,
    reads: Kinds,
    leads: bool = True,
    whole_store: bool = False,
) -> Command:
    """Return the command of one report.

    Parameters
    ----------
    reads
        Which parts of the graph it reads.
    leads
        Whether the report names leads, and so takes ``--inferred``.
    whole_store
        Whether it needs the other documents as well where some are chosen.
    """

    def run(  # noqa: PLR0913 - one parameter for each option
        invocation: Invocation,
        *,
        document: tuple[str, ...],
        top: int | None,
        format_name: str | None,
        output: Path | None,
        inferred: bool = False,
    ) -> None:
        format_ = chosen_format(format_name, output)
        with invocation.open_store() as store:
            keys = document_keys(store.documents(), document)
            graph = store.graph(None if whole_store else keys or None, reads)
        report = analyse(graph, Selection(keys, inferred, top))
        write_report(invocation, report, format_, output)

    return Command(name, run, meaning, _options(leads=leads))


def _options(*, leads: bool) -> list[click.Parameter]:
    inferred = Option(
        "--inferred",
        is_flag=True,
        meaning=Text("另列推断的牵头", "show inferred leads in a column of their own"),
    )
    return [
        document_option(),
        *([inferred] if leads else []),
        top_option(),
        *output_options(),
    ]
