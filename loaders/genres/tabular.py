"""From a table to a document: the way that both genres with columns share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from kg.errors import InputError, Problem
from kg.grammar.numerals import missing_numbers, section_number
from kg.model import (
    FrontMatter,
    Issue,
    Measure,
    ParsedDocument,
    Place,
    RowTally,
    Section,
    Severity,
    Source,
)
from kg.wording import Text

from ..grammar.front import read_front
from ..grammar.titles import year_in
from .beside import prose_unread
from .damage.blanks import settle_blanks
from .damage.cut import refuse_if_cut
from .damage.dates import return_deadlines
from .damage.forms import set_forms_aside
from .damage.headings import settle_sections
from .damage.names import NameEvidence, doubt_name
from .damage.numbers import settle_numbers
from .damage.shifts import settle_shifted_rows
from .damage.spacing import note_spacing
from .damage.strays import return_strays
from .damage.texts import Doublings, Suspects
from .damage.torn import join_torn
from .entries import Entry, SetAside
from .issues import NOTE_ROW, NUMBER_GAP, NUMBER_REPEATED, ROW_UNPLACED, TITLE_FROM_FILE
from .outline import build_outline, over_measures
from .ranking import rank_first
from .reading import read_entries
from .rows import UnplacedRow
from .table import Table


def parse_table(source: Source, table: Table, genre: str) -> ParsedDocument:
    """Return the document that a table prints.

    Raises
    ------
    InputError
        When the file ends in the middle of a row, or the table holds no measure.
    """
    front, front_issues = _titled(source, *read_front(table.head, table.tail))
    items = [*read_entries(table), *table.beside]
    doubts = refuse_if_cut(source, table, items)
    entries, aside = _mend(items, front)
    around = (*(p.text for p in (*table.head, *table.tail)), *(a.text for a in aside))
    entries = rank_first(entries, around)
    sections = build_outline(entries, front.year)
    measures = sum(len(task.measures) for section in sections for task in section.tasks)
    beside = prose_unread(source, table, measures)
    if not measures:
        raise InputError(_no_measure(source, table))
    sections = _doubt(sections)
    read = len(table.printed_headers) + len(table.items) + len(table.beside)
    issues = (
        *source.issues,
        *front_issues,
        *table.issues,
        *doubts,
        *beside,
        *(_aside_issue(a) for a in aside),
        *_number_issues(sections),
    )
    tally = RowTally(read, read - len(aside), len(aside))
    return ParsedDocument(front, genre, sections, tally, issues)


def _mend(
    items: Sequence[Entry | SetAside], front: FrontMatter
) -> tuple[list[Entry], list[SetAside]]:
    """Run the repairs, each on what the one before returned."""
    titles = {front.title, front.list_title} - {""}
    aside = [i for i in items if isinstance(i, SetAside)]
    entries = [i for i in items if isinstance(i, Entry)]
    for entry in [e for e in entries if e.section and e.section.title in titles]:
        entries.remove(entry)  # the list's title printed again on a new page
        aside.append(SetAside(entry.place, entry.section.title if entry.section else "", True))
    entries, forms = set_forms_aside(entries)
    entries = settle_numbers(note_spacing(join_torn(entries)))
    entries = return_deadlines(return_strays(entries))
    entries = settle_blanks(settle_shifted_rows(entries))
    entries, dropped = settle_sections(entries)
    return entries, sorted([*aside, *forms, *dropped], key=lambda a: a.place.line)


def _titled(
    source: Source, front: FrontMatter, issues: tuple[Issue, ...]
) -> tuple[FrontMatter, tuple[Issue, ...]]:
    """Return what a paper says about itself; one that prints neither title nor number takes its
    title from the name of its file, for a document needs a key.
    """
    if front.title or front.list_title or front.doc_no:
        return front, issues
    name = PurePath(source.name).stem
    named = replace(front, title=name, year=front.year or year_in(name))
    return named, (*issues, Issue(TITLE_FROM_FILE, None, "", name))


def _no_measure(source: Source, table: Table) -> Problem:
    unplaced = next((i for i in table.items if isinstance(i, UnplacedRow)), None)
    if unplaced is not None:
        return _no_columns(source, unplaced)
    line = table.header_place.line
    return Problem(
        what=Text("表中没有一条举措", "the table holds no measure"),
        where=Text(f"{source.name} 第{line}行起", f"{source.name}, from line {line}"),
        expected=Text(
            "表头之下至少一行举措及其责任单位", "at least one row with a measure and its agencies"
        ),
        next_step=Text("查看文件是否完整", "check that the file is whole"),
    )


def _no_columns(source: Source, row: UnplacedRow) -> Problem:
    quoted = row.text[:_QUOTED]
    place = row.place.text
    return Problem(
        what=Text(
            "表格各格无法归入各列，没有读出一条举措",
            "the cells of the table fit no columns, and no measure could be read",
        ),
        where=Text(
            f"{source.name} {place.zh}，如“{quoted}…”", f"{source.name}, {place.en}, as “{quoted}…”"
        ),
        expected=Text(
            "每行各格与表头的列一一对应，空格也占位",
            "rows whose cells stand under the columns of the header, empty ones kept",
        ),
        next_step=Text(
            "把表格另存为 CSV 或以制表符分隔的文本再载入",
            "save the table as CSV or as text with tabs and load that",
        ),
    )


_QUOTED = 30


def _aside_issue(aside: SetAside) -> Issue:
    return Issue(NOTE_ROW if aside.is_note else ROW_UNPLACED, aside.place, aside.text)


def _doubt(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Point out names and characters that look damaged."""
    measures = [m for s in sections for t in s.tasks for m in t.measures]
    evidence = NameEvidence.of([b.printed for m in measures for b in m.responsible])
    titles = [t.title for s in sections for t in s.tasks] + [s.title for s in sections]
    document = "\n".join([*titles, *(m.text for m in measures)])
    suspects = Suspects.of(document)

    def doubted(measure: Measure) -> Measure:
        bodies = tuple(doubt_name(b, evidence) for b in measure.responsible)
        issues = suspects.issues(measure.text, measure.place)
        return replace(measure, responsible=bodies, issues=(*measure.issues, *issues))

    sections = over_measures(sections, doubted)
    if not _is_damaged(sections):
        return sections
    doublings = Doublings(document)

    def doubly_doubted(measure: Measure) -> Measure:
        issues = doublings.issues(measure.text, measure.place)
        return replace(measure, issues=(*measure.issues, *issues))

    return over_measures(sections, doubly_doubted)


def _is_damaged(sections: Sequence[Section]) -> bool:
    """Whether anything in a document had to be recovered or looks misprinted."""
    measures = (m for s in sections for t in s.tasks for m in t.measures)
    issues = (
        i for m in measures for i in (*m.issues, *(j for b in m.responsible for j in b.issues))
    )
    return any(i.kind.severity is not Severity.INFO for i in issues)


def _number_issues(sections: Sequence[Section]) -> Iterator[Issue]:
    """Yield gaps and repeats in the numbers of sections, and of tasks that count through the
    document or within each section.
    """
    yield from _run_issues([(s.number, s.place) for s in sections])
    runs = [[(t.number, t.place) for t in s.tasks] for s in sections]
    restarts = sum(bool(r) and section_number(r[0][0]) == 1 for r in runs) > 1
    through = [pair for run in runs for pair in run]
    for numbers in runs if restarts else [through]:
        yield from _run_issues(numbers)


def _run_issues(run: Sequence[tuple[str, Place]]) -> Iterator[Issue]:
    numbers = [(section_number(number), place) for number, place in run if number]
    known = [n for n, _ in numbers if n is not None]
    missing = missing_numbers(known)
    if missing and len(missing) <= len(known):
        place = numbers[0][1].through(numbers[-1][1])
        printed = "、".join(str(n) for n in missing)
        yield Issue(NUMBER_GAP, Place(place.line, place.last_line), printed)
    seen: set[int] = set()
    for number, place in numbers:
        if number in seen:
            yield Issue(NUMBER_REPEATED, place, str(number))
        elif number is not None:
            seen.add(number)
