"""Where a report goes and in which format: the options -f and -o."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kg.analysis.report import Report
from kg.cli.invocation import Invocation
from kg.cli.parameter import OneOf, Option
from kg.cli.streams import write_data
from kg.errors import Problem, UsageError
from kg.render.files import write_file
from kg.render.formats import FORMATS, Format, format_of
from kg.render.sources import Source, keys_of, sources
from kg.render.table import Screen
from kg.wording import Text


def output_options(formats: Sequence[str] = tuple(FORMATS)) -> list[click.Parameter]:
    """Return the options -f and -o for a command that can write these formats."""
    return [
        Option(
            "-f",
            "--format",
            "format_name",
            type=OneOf(Text("格式", "format"), tuple(formats)),
            meaning=Text(
                f"格式：{'、'.join(formats)}（默认 table，或随 -o 的后缀）",
                f"format: {', '.join(formats)} (default: table, or what -o ends with)",
            ),
            metavar="FORMAT",
        ),
        Option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            metavar="FILE",
            meaning=Text("写入文件，后缀决定格式", "write to a file; its ending picks the format"),
        ),
    ]


def chosen_format(
    name: str | None, output: Path | None, allowed: Sequence[str] = tuple(FORMATS)
) -> Format:
    """Return the format asked for: -f before the file name's ending, a table without both.

    Raises
    ------
    UsageError
        When the ending names no known format, or a workbook would go to a terminal.
    """
    if name is None and output is not None:
        return format_of(output, tuple(allowed))
    chosen = FORMATS[name or "table"]
    if chosen.name == "xlsx" and output is None and sys.stdout.isatty():
        raise UsageError(
            Problem(
                Text("xlsx 不能显示在屏幕上", "xlsx cannot be shown on a screen"),
                next_step=Text("用 -o 指定文件", "name a file with -o"),
            )
        )
    return chosen


def write_report(
    invocation: Invocation,
    report: Report,
    format_: Format,
    output: Path | None,
    *,
    of_store: bool = True,
) -> None:
    """Write a report to a file or to stdout; notes that the format cannot carry go to stderr.

    Parameters
    ----------
    of_store
        Whether the report's keys are those of the store; those of a file that is not stored may
        mean something else there.
    """
    screen = Screen() if output else Screen(invocation.width, invocation.colour)
    sources = _sources(invocation, report) if format_.sourced and of_store else ()
    rendered = format_.render(report, invocation.language, screen, sources)
    if not format_.carries_notes:
        _say_notes(invocation, report)
    for notice in rendered.notices:
        invocation.say(invocation.word(notice))
    emit(invocation, rendered.data, format_, output)


def emit(invocation: Invocation, data: str | bytes, format_: Format, output: Path | None) -> None:
    """Write rendered data to a file, whole or not at all, or to stdout."""
    if output is not None:
        encoded = data.encode() if isinstance(data, str) else data
        write_file(output, (codecs.BOM_UTF8 if format_.bom else b"") + encoded)
        invocation.say(invocation.word(Text(f"已写入 {output}", f"written to {output}")))
    elif format_.name == "table" and isinstance(data, str):
        sys.stdout.write(data)
    else:
        write_data(data, bom=format_.bom)


def _sources(invocation: Invocation, report: Report) -> tuple[Source, ...]:
    """What stands behind the keys of a report, read from the store once more."""
    if not keys_of(report):
        return ()
    with invocation.open_store() as store:
        return sources(report, store.graph())


def _say_notes(invocation: Invocation, report: Report) -> None:
    for note in report.head:
        invocation.say(f"· {invocation.word(note)}")
    for part in report.parts:
        if part.notes:
            invocation.say(invocation.word(part.title))
        for note in part.notes:
            invocation.say(f"· {invocation.word(note)}")
