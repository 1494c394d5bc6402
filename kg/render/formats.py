"""The formats of a report: their names, their file name endings, and what writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from kg.analysis.report import Report
from kg.errors import Problem, UsageError
from kg.render.sources import Source
from kg.render.table import Screen
from kg.render.table import render as render_table
from kg.wording import Language, Text, same


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report in one format.

    Parameters
    ----------
    data
        Text, or bytes for a format that is no text.
    notices
        What the reader has to know about this file.
    """

    data: str | bytes
    notices: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format: name on the command line, file name endings, and how it is written.

    Parameters
    ----------
    carries_notes
        False where the notes have no place in the file: then the command prints them beside it.
    sourced
        True where the file has room for the words behind the figures.
    bom
        True when the bytes begin with a byte order mark (spreadsheet programs take a CSV file
        without one for GBK).
    """

    name: str
    suffixes: tuple[str, ...]
    writer: str = ""
    carries_notes: bool = True
    sourced: bool = False
    bom: bool = False

    def render(
        self,
        report: Report,
        language: Language,
        screen: Screen,
        sources: Sequence[Source] = (),
    ) -> Rendered:
        """Return the report in this format; ``screen`` counts for tables alone, ``sources`` where
        there is room for them.
        """
        if not self.writer:
            return Rendered(render_table(report, language, screen))
        module, _, function = self.writer.partition(":")
        writer = getattr(import_module(f"kg.render.{module}"), function)
        made = writer(report, language, *([sources] if self.sourced else []))
        if isinstance(made, tuple):
            data, notices = cast(tuple[bytes, tuple[Text, ...]], made)
            return Rendered(data, notices)
        return Rendered(cast(str, made))


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("table", (".txt",)),
        Format("csv", (".csv",), "delimited:render_csv", carries_notes=False, bom=True),
        Format("tsv", (".tsv",), "delimited:render_tsv", carries_notes=False),
        Format("json", (".json",), "records:render_json"),
        Format("jsonl", (".jsonl", ".ndjson"), "records:render_jsonl", carries_notes=False),
        Format("md", (".md", ".markdown"), "markdown:render"),
        Format("xlsx", (".xlsx",), "workbook:render", sourced=True),
    )
}


def format_of(path: Path, allowed: tuple[str, ...] = tuple(FORMATS)) -> Format:
    """Return the format that a file name's ending asks for.

    Raises
    ------
    UsageError
        When no format has this ending; the known ones are said.
    """
    known = [FORMATS[name] for name in allowed]
    for candidate in known:
        if path.suffix.lower() in candidate.suffixes:
            return candidate
    endings = [suffix for f in known for suffix in f.suffixes]
    raise UsageError(
        Problem(
            Text("文件名后缀看不出格式", "the file name's ending names no format"),
            same(str(path)),
            Text("、".join(endings), ", ".join(endings)),
            Text("改后缀，或用 -f 指定格式", "change the ending, or name the format with -f"),
        )
    )
