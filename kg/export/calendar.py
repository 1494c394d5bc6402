"""An agenda as an iCalendar file (RFC 5545), for Outlook, phones and calendar servers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from kg.analysis.clause import opening
from kg.export.agenda import Agenda, Appointment, Duty
from kg.export.controls import pictured
from kg.model import Basis, Node
from kg.render.files import write_files
from kg.wording import Language, Text

LINE_LIMIT = 75
"""Longest line in octets without its end (RFC 5545, 3.1)."""

_NAMESPACE = uuid5(NAMESPACE_URL, "policy-task-kg")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_NAME = Text("任务时限", "Task deadlines")
_LEADS = {
    Basis.EXPLICIT: Text("牵头", "leads"),
    Basis.INFERRED: Text("推断牵头", "inferred lead"),
}


def write_calendar(agenda: Agenda, path: Path, language: Language) -> None:
    """Write an agenda as one calendar; its events last all day and mark nobody as busy.

    The unique id of an event depends on document, agency, day and basis alone, and its stamp on
    the document: a second import replaces the events of the first, and the same graph gives the
    same bytes.

    Raises
    ------
    kg.render.files.OutputError
        When the file cannot be written; an older one is left as it was.
    """
    write_files({path: (folded(line) for line in _calendar(agenda, language))})


def folded(line: str) -> bytes:
    r"""Return a line of the file: cut after at most 75 octets, never within a character.

    Examples
    --------
    >>> folded("SUMMARY:" + "专" * 23).split(b"\r\n ")[1].decode()
    '专\r\n'
    """
    pieces, size, limit = [bytearray()], 0, LINE_LIMIT
    for character in line:
        octets = character.encode()
        if size + len(octets) > limit:
            pieces.append(bytearray())
            size, limit = 0, LINE_LIMIT - 1  # the space before a continued line counts
        pieces[-1] += octets
        size += len(octets)
    return b"\r\n ".join(pieces) + b"\r\n"


def escaped(text: str) -> str:
    r"""Return a text as a value: backslash, semicolon, comma and line ends are marked.

    Examples
    --------
    >>> escaped("甲局,乙局;\n丙局")
    '甲局\\,乙局\\;\\n丙局'
    """
    return pictured(text)[0].translate(_ESCAPES)


def _calendar(agenda: Agenda, language: Language) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//policy-task-kg//kg export ics//{language.value.upper()}"
    yield "CALSCALE:GREGORIAN"
    yield f"X-WR-CALNAME:{escaped(_NAME.into(language))}"
    for appointment in agenda.appointments:
        yield from _event(appointment, language)
    yield "END:VCALENDAR"


def _event(appointment: Appointment, language: Language) -> Iterator[str]:
    day = appointment.due_on
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(appointment)}"
    yield f"DTSTAMP:{_stamp(appointment.document, day)}"
    yield f"DTSTART;VALUE=DATE:{_compact(day)}"
    yield f"SUMMARY:{escaped(_summary(appointment, language))}"
    yield f"DESCRIPTION:{escaped(_description(appointment, language))}"
    yield f"CATEGORIES:{escaped(str(appointment.agency.props['name']))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(appointment: Appointment) -> str:
    names = (
        appointment.document.key,
        appointment.agency.key,
        appointment.due_on.isoformat(),
        appointment.basis.value,
    )
    return str(uuid5(_NAMESPACE, "\0".join(names)))


def _stamp(document: Node, day: date) -> str:
    """When the event came to be known: the date of issue, else the year, else the day itself."""
    issued, year = document.props.get("issued_on"), document.props.get("year")
    if issued is not None:
        day = date.fromisoformat(str(issued))
    elif isinstance(year, int):
        day = date(year, 1, 1)
    return f"{_compact(day)}T000000Z"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _summary(appointment: Appointment, language: Language) -> str:
    name = appointment.agency.props["name"]
    number = len(appointment.duties)
    role = _LEADS[appointment.basis]
    return Text(
        f"举措到期：{name}{role.zh} {number} 项", f"Due: {name}, {role.en} of {number}"
    ).into(language)


def _description(appointment: Appointment, language: Language) -> str:
    document = appointment.document
    title, doc_no = str(document.props["title"]), document.props.get("doc_no")
    lines = [f"{title}（{doc_no}）" if doc_no else title]
    lines.extend(
        f"{number}. {_duty(duty, language)}"
        for number, duty in enumerate(appointment.duties, start=1)
    )
    return "\n".join(lines)


def _duty(duty: Duty, language: Language) -> str:
    words = [duty.entry.reference, duty.clause or opening(duty.entry.text)]
    if duty.words:
        words.append(f"[{duty.words}]")
    if duty.others:
        with_ = Text("与 {0} 联合牵头", "led with {0}").into(language)
        names = Text("、", ", ").into(language).join(duty.others)
        words.append(f"({with_.format(names)})")
    return " ".join(words)
