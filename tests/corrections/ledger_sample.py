"""A small parsed document and ledgers written line by line."""

from __future__ import annotations

from kg.corrections import Corrected, Entry, Ledger, State, apply, read_ledger
from kg.corrections.seal import Seal, heading_mark, mark, sealed
from kg.corrections.sheet import COLUMNS
from kg.grammar.dates import read_timing
from kg.model import (
    Basis,
    Deadline,
    FrontMatter,
    Issue,
    IssueCode,
    Measure,
    ParsedDocument,
    Place,
    Responsibility,
    Role,
    RowTally,
    Section,
    Severity,
    Task,
)
from kg.wording import Text

DOCUMENT = "澄知发〔2025〕8号"
HEADER = "\t".join(COLUMNS)
MISSING = IssueCode("agency-missing", Severity.ERROR, Text("没有单位", "no agency"))
FUSED = IssueCode("agency-fused", Severity.WARNING, Text("疑似连印", "run together?"))
SUSPECT = IssueCode("text-suspect", Severity.WARNING, Text("疑似错字", "a misprint?"))
TASK = f"{DOCUMENT}/一/1"
KEY = f"{TASK}#1"
TRAINING = "开展培训维维权。组织检查。"


def body(
    name: str, role: Role = Role.LEAD, order: int = 1, basis: Basis = Basis.EXPLICIT
) -> Responsibility:
    """Return a printed body."""
    return Responsibility(name, role, basis, "牵头单位", order, Place.at(9, 3))


def measure(
    seq: int,
    text: str,
    *bodies: Responsibility,
    due: str = "",
    issues: tuple[Issue, ...] = (),
) -> Measure:
    """Return a measure on a line of its own."""
    place = Place.at(seq, 2)
    deadline = Deadline(due, read_timing(due), place) if due else None
    return Measure("", seq, text, place, bodies, deadline, "", issues)


def document(*measures: Measure, title: str = "加强培训") -> ParsedDocument:
    """Return a document with one section and one task."""
    task = Task("1", 1, title, Place.at(2), measures)
    section = Section("一", 1, "提升质量", Place.at(1), (task,))
    return ParsedDocument(
        FrontMatter("任务清单", doc_no=DOCUMENT, year=2025),
        "task_list",
        (section,),
        RowTally(1, 1, 0),
    )


def measures_of(parsed: ParsedDocument) -> tuple[Measure, ...]:
    """Return the measures of the only task."""
    return parsed.sections[0].tasks[0].measures


def line(action: str, target: str, value: str, was: str = "", seal: str = "", **more: str) -> str:
    """Return a line of a ledger as a person would write it."""
    document_key = more.get("document", DOCUMENT)
    cells = [action, document_key, target, seal, was, value]
    return "\t".join([*cells, more.get("by", ""), more.get("date", "")]).rstrip("\t")


def ledger(*lines: str) -> Ledger:
    """Return the ledger that holds some lines under the header."""
    return read_ledger("\n".join([HEADER, *lines, ""]).encode(), "更正.tsv")


def only(entries: tuple[Entry, ...]) -> Entry:
    """Return the only correction."""
    (entry,) = entries
    return entry


def seal(text: str, target: str = KEY, heading: str = "加强培训", kind: str = "measure") -> str:
    return sealed(Seal(mark(kind, text), heading_mark(heading)), DOCUMENT, target)


def roles(m: Measure) -> list[tuple[str, str, str, int]]:
    return [(b.name, b.role.value, b.basis.value, b.order) for b in m.responsible]


def codes(issues: tuple[Issue, ...]) -> list[tuple[str, str, str, str]]:
    return [(i.kind.code, i.kind.severity.value, i.was, i.became) for i in issues]


def states(corrected: Corrected) -> list[State]:
    return [outcome.state for outcome in corrected.outcomes]


def applied(parsed: ParsedDocument, *lines: str) -> Corrected:
    return apply(parsed, DOCUMENT, ledger(*lines))
