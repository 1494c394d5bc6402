"""``kg report deadlines``: what falls due when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.analysis.deadlines.report import Horizon, Span, deadlines
from kg.analysis.dossier import Selection
from kg.analysis.reads import DEADLINES
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Day, Option, as_of_option, document_option, top_option
from kg.cli.reports.status import status_of, status_option, status_path
from kg.errors import Problem, UsageError
from kg.wording import Text

_MEANING = Text(
    "各月到期多少、由谁牵头、是否扎堆；到截至日已到期的；某段时间内到期的（--from、--to）；"
    "没有确定时限的。只约束分句的时限另计。\n"
    "没有完成情况的记录时只说“已到期（完成情况未载）”；有账本（--status）时区分按期、逾期、未完成。",
    "How much falls due in each month, who leads it, and whether it piles up; what has expired; "
    "what is due between two days (--from, --to); what has no date. Deadlines of clauses are "
    "counted apart.\n"
    "Without a record of completion a deadline has expired and no more; a ledger (--status) tells "
    "done in time, late and open apart.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    document: tuple[str, ...],
    as_of: date | None,
    first: date | None,
    last: date | None,
    inferred: bool,
    top: int | None,
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output)
    between = _between(first, last)
    path = status_path(invocation)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(keys or None if path is None else None, DEADLINES)
    ledger = None if path is None else status_of(path, graph, keys)
    horizon = Horizon(as_of or date.today(), between, ledger)
    report = deadlines(graph, horizon, Selection(keys, inferred, top))
    write_report(invocation, report, format_, output)


def _between(first: date | None, last: date | None) -> Span | None:
    if first is not None and last is not None and first > last:
        raise UsageError(
            Problem(
                Text(f"起日在止日之后：{first}、{last}", f"from is after to: {first}, {last}"),
                Text("--from、--to", "--from, --to"),
                next_step=Text("把两个日期对调", "exchange the two days"),
            )
        )
    return None if first is None and last is None else Span(first, last)


COMMAND = Command(
    "deadlines",
    _run,
    _MEANING,
    [
        document_option(),
        as_of_option(),
        Option(
            "--from",
            "first",
            type=Day(),
            metavar="DATE",
            meaning=Text("列出这一天起到期的（含）", "list what is due from this day on"),
        ),
        Option(
            "--to",
            "last",
            type=Day(),
            metavar="DATE",
            meaning=Text("列出到这一天为止到期的（含）", "list what is due up to this day"),
        ),
        status_option(),
        Option(
            "--inferred",
            is_flag=True,
            meaning=Text("另列推断的牵头", "show inferred leads in a column of their own"),
        ),
        top_option(),
        *output_options(),
    ],
)
