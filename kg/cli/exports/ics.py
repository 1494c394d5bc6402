"""``kg export ics``: what falls due when, as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.cli.command import Command
from kg.cli.exports.exporting import exported_graph, file_argument
from kg.cli.invocation import Invocation
from kg.cli.parameter import Day, Option, Words, document_option
from kg.cli.reports.network import agency_key
from kg.errors import Problem, UsageError
from kg.export.agenda import Agenda, Choice, agenda
from kg.export.calendar import write_calendar
from kg.wording import Text, same

_MEANING = Text(
    "导出为日历（iCalendar）：每个牵头单位、每个时限一个全天事件，列出到期的举措；分句自有时限的另作一项。\n"
    "只计原文明示的牵头；再次导入会更新原有事件，不会重复。没有具体日期的（持续推进等）不入日历。",
    "A calendar (iCalendar): an all-day event for each lead agency and day, which lists the "
    "measures that fall due; a clause with a deadline of its own stands by itself.\n"
    "Leads that the text names are counted, no others. A second import updates the events. What "
    "has no day (ongoing, recurring) is left out.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    target: Path,
    document: tuple[str, ...],
    agency: str | None,
    since: date | None,
    until: date | None,
    inferred: bool,
) -> None:
    _require_order(since, until)
    graph = exported_graph(invocation, document)
    key = agency_key(graph, agency) if agency is not None else None
    found = agenda(graph, Choice(agency=key, since=since, until=until, inferred=inferred))
    write_calendar(found, target, invocation.language)
    for text in _said(found, target, inferred=inferred):
        invocation.say(invocation.word(text))


def _said(found: Agenda, target: Path, *, inferred: bool) -> Iterator[Text]:
    events = len(found.appointments)
    yield Text(f"已写入 {target}：事件 {events} 个", f"written to {target}: {events} events")
    if found.undated:
        number = len(found.undated)
        yield Text(
            f"有牵头单位而没有具体日期的举措 {number} 条，未入日历",
            f"measures with a lead but no day, left out: {number}",
        )
    if found.unled:
        number = len(found.unled)
        basis = Text("", "") if inferred else Text("明示", "explicit ")
        yield Text(
            f"有时限而没有{basis.zh}牵头单位的举措 {number} 条，未入日历",
            f"measures with a deadline but no {basis.en}lead, left out: {number}",
        )


def _require_order(since: date | None, until: date | None) -> None:
    if since is not None and until is not None and since > until:
        raise UsageError(
            Problem(
                Text("起始日期晚于截止日期", "the first day is later than the last"),
                same(f"--from {since} --to {until}"),
            )
        )


COMMAND = Command(
    "ics",
    _run,
    _MEANING,
    [
        file_argument(),
        document_option(),
        Option(
            "--agency",
            type=Words(),
            metavar="NAME",
            meaning=Text("只看这个单位（任何写法）", "this agency alone, by any of its names"),
        ),
        Option(
            "--from",
            "since",
            type=Day(),
            metavar="DATE",
            meaning=Text("从这一天起", "from this day on"),
        ),
        Option(
            "--to",
            "until",
            type=Day(),
            metavar="DATE",
            meaning=Text("到这一天止", "up to this day"),
        ),
        Option(
            "--inferred",
            is_flag=True,
            meaning=Text("另列推断的牵头", "events of their own for inferred leads"),
        ),
    ],
)
