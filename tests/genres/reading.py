"""Short ways from text to parsed documents, for the tests of this folder."""

from __future__ import annotations

from kg.errors import InputError
from kg.loading import registry
from kg.model import Measure, ParsedDocument, Severity


def parse(text: str, name: str = "文件.txt") -> ParsedDocument:
    """Return a text as the program reads it."""
    loaders = registry()
    source = loaders.FORMATS[0].read(text.encode(), name)
    for genre in loaders.GENRES:
        if genre.recognises(source):
            return genre.parse(source)
    raise InputError(loaders.unread(source))


def measures(document: ParsedDocument) -> list[Measure]:
    """Return all measures in printed order."""
    return [m for s in document.sections for t in s.tasks for m in t.measures]


def outline(document: ParsedDocument) -> list[tuple[str, str, int]]:
    """Return (section number, task number, measures) of each task."""
    return [(s.number, t.number, len(t.measures)) for s in document.sections for t in s.tasks]


def roles(measure: Measure) -> list[tuple[str, str]]:
    """Return (name as printed, role) of each body of a measure."""
    return [(b.printed, b.role.value) for b in measure.responsible]


def codes(measure: Measure, least: Severity = Severity.WARNING) -> set[str]:
    """Return the codes of a measure's issues, of its names' as well, from a severity up."""
    order = list(Severity)
    issues = (*measure.issues, *(i for b in measure.responsible for i in b.issues))
    return {i.kind.code for i in issues if order.index(i.kind.severity) >= order.index(least)}


def rows(*cells: tuple[str, ...]) -> str:
    """Return a table with cells side by side, tabs between them."""
    return "\n".join("\t".join(row) for row in cells) + "\n"


LIST = ("重点任务", "落实举措", "责任单位")
BREAKDOWN = ("重点任务", "具体内容", "牵头单位", "责任单位", "完成时限")
