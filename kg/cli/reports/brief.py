"""``kg report brief``: one agency's dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.brief.duties import Horizon
from kg.analysis.brief.report import brief
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Option, Words, as_of_option, document_option, top_option
from kg.cli.reports.network import agency_key
from kg.cli.reports.status import status_of, status_option, status_path
from kg.wording import Text

_MEANING = Text(
    "一个单位的任务简报，可直接附在公文后（-o 简报.md）：牵头、配合的每条举措，与谁一起、何时完成，"
    "出处；量化目标、拟出台的文件制度、主要协同单位、还可能涉及的统称和处室、可承接的上级任务、需要续期的举措。\n"
    "明示与推断的角色分开列；没有完成情况的记录时只说“已到期（完成情况未载）”。",
    "One agency's dossier, fit to go with a memo (-o brief.md): every measure it leads and "
    "supports, with whom, by when, and where it is printed; targets, promised papers, partners, "
    "collectives and divisions that may concern it, gaps it could close, measures to be renewed.\n"
    "Explicit and inferred roles are apart; without a record of completion nothing is called "
    "overdue.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    agency: str,
    document: tuple[str, ...],
    as_of: date | None,
    top: int | None,
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output)
    path = status_path(invocation)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph()
    key = agency_key(graph, agency)
    body = next(node for node in graph.nodes if node.key == key)
    ledger = None if path is None else status_of(path, graph, keys)
    horizon = Horizon(as_of or date.today(), ledger)
    write_report(invocation, brief(graph, body, horizon, keys, top), format_, output)


COMMAND = Command(
    "brief",
    _run,
    _MEANING,
    [
        Option(
            "--agency",
            type=Words(),
            metavar="NAME",
            required=True,
            meaning=Text("单位：名称、键或任一写法", "the agency: name, key or any form of it"),
        ),
        document_option(),
        as_of_option(),
        status_option(),
        top_option(),
        *output_options(),
    ],
)
