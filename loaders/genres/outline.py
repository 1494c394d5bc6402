"""Sections, tasks and measures from what the rows say, one row after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Issue, Measure, Place, Section, Task

from ..grammar.clauses import last_clause
from ..grammar.headings import Heading, Numbering, read_heading
from ..grammar.paragraphs import join_wrapped, part_items
from .entries import Entry, Words
from .issues import (
    CELL_INHERITED,
    CELL_UNPLACED,
    HEADING_REPEATED,
    TASK_EMPTY,
)
from .responsible import read_deadline, responsible, with_clause


@dataclass
class _Task:
    heading: Heading
    place: Place
    issues: list[Issue] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    printed: bool = True  # False for measures that stand under a section directly


@dataclass
class _Section:
    heading: Heading
    place: Place
    issues: list[Issue] = field(default_factory=list)
    tasks: list[_Task] = field(default_factory=list)


_NO_HEADING = Heading(Numbering.CHINESE, "", "", spaced=False)


def build_outline(entries: Sequence[Entry], year: int | None) -> tuple[Section, ...]:
    """Return the sections of a document.

    Parameters
    ----------
    year
        The document's year, for deadlines that name none.
    """
    return _Builder(year).build(entries)


class _Builder:
    """Walks through the rows once, keeping the open section and task."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        self._sections: list[_Section] = []
        self._before: Entry | None = None  # the row above, within the same task

    def build(self, entries: Sequence[Entry]) -> tuple[Section, ...]:
        for entry in entries:
            self._add(entry)
        return tuple(_section(i, s) for i, s in enumerate(self._sections, start=1))

    def _add(self, entry: Entry) -> None:
        if entry.section is not None:
            self._open_section(entry)
        if entry.task is not None:
            self._open_task(entry)
        if entry.measures:
            self._add_measures(entry)
        elif entry.has_bodies:
            self._unplaced(entry)

    def _open_section(self, entry: Entry) -> None:
        heading = entry.section or _NO_HEADING
        alone = entry.task is None and not entry.measures
        issues = list(entry.issues) if alone else []
        if self._sections and _same(self._sections[-1].heading, heading):
            self._sections[-1].issues.extend(issues)
            return
        self._sections.append(_Section(heading, entry.place, issues))
        self._before = None

    def _open_task(self, entry: Entry) -> None:
        heading = entry.task or _NO_HEADING
        section = self._section(entry.place)
        own = [] if entry.measures else list(entry.issues)
        if section.tasks and _same(section.tasks[-1].heading, heading):
            if entry.is_heading_only:
                own.append(Issue(HEADING_REPEATED, entry.place, heading.title))
            section.tasks[-1].issues.extend(own)
            return
        section.tasks.append(_Task(heading, entry.place, own))
        self._before = None

    def _section(self, place: Place) -> _Section:
        if not self._sections:
            self._sections.append(_Section(_NO_HEADING, place))
        return self._sections[-1]

    def _task(self, place: Place) -> _Task:
        section = self._section(place)
        if not section.tasks:
            section.tasks.append(_Task(_NO_HEADING, place, printed=False))
        return section.tasks[-1]

    def _add_measures(self, entry: Entry) -> None:
        task = self._task(entry.place)
        source, issues = entry, list(entry.issues)
        told = any(last_clause(w.text) for w in entry.measures)
        inherits = not (entry.task or entry.has_bodies or told) and self._before is not None
        if inherits and self._before is not None:
            source = self._before
            inherited = " | ".join(w.text for b in source.bodies for w in b.words)
            issues.append(Issue(CELL_INHERITED, entry.place, "", inherited))
        bodies, body_issues = responsible(source)
        due = entry.deadline or (source.deadline if inherits else None)
        deadline, deadline_issues = read_deadline(due, self._year)
        issues.extend((*body_issues, *deadline_issues))
        remark = "；".join(f"{word}：{w.text}" for word, w in entry.extra)
        for words in _items(entry.measures):
            heading = read_heading(words.text)
            number = heading.number if heading else entry.number
            text = _without_number(words.text, heading)
            own = tuple(i for i in issues if _concerns(i, words, entry))
            seq = len(task.measures) + 1
            measure = Measure(number, seq, text, words.place, bodies, deadline, remark, own)
            task.measures.append(with_clause(measure, entry.place, self._year))
        if entry.has_bodies:
            self._before = entry

    def _unplaced(self, entry: Entry) -> None:
        """Keep bodies that no measure claims as an issue of the open section."""
        words = [w for b in entry.bodies for w in b.words]
        issues = (Issue(CELL_UNPLACED, w.place, w.text) for w in words)
        self._section(entry.place).issues.extend(issues)


def _same(one: Heading, other: Heading) -> bool:
    return (one.number, one.title) == (other.number, other.title)


def _items(paragraphs: Sequence[Words]) -> Iterator[Words]:
    """Yield one text for each measure: wrapped lines joined, numbered items parted."""
    by_place: dict[Place, list[str]] = {}
    for words in paragraphs:
        by_place.setdefault(words.place, []).append(words.text)
    for place, texts in by_place.items():
        for text in join_wrapped(texts):
            for item in part_items(text):
                yield Words(item, place)


def _without_number(text: str, heading: Heading | None) -> str:
    """Return a measure's words without its number; unlike a title it keeps its full stop."""
    if heading is None:
        return text
    return text[text.index(heading.title) :] if heading.title in text else text


def _concerns(issue: Issue, words: Words, entry: Entry) -> bool:
    """Whether an issue of a row concerns one of its measures: one about a paragraph that was
    moved concerns that measure alone.
    """
    texts = {w.text for w in entry.measures}
    return issue.became not in texts or issue.became == words.text


def _section(seq: int, section: _Section) -> Section:
    tasks = tuple(_task(i, t) for i, t in enumerate(section.tasks, start=1))
    heading = section.heading
    return Section(heading.number, seq, heading.title, section.place, tasks, tuple(section.issues))


def _task(seq: int, task: _Task) -> Task:
    issues = list(task.issues)
    if task.printed and not task.measures:
        issues.append(Issue(TASK_EMPTY, task.place, task.heading.title))
    return Task(
        task.heading.number,
        seq,
        task.heading.title,
        task.place,
        tuple(task.measures),
        tuple(issues),
    )


def over_measures(
    sections: Iterable[Section], change: Callable[[Measure], Measure]
) -> tuple[Section, ...]:
    """Return the sections with a change made to each measure."""
    return tuple(
        replace(
            section,
            tasks=tuple(
                replace(task, measures=tuple(map(change, task.measures))) for task in section.tasks
            ),
        )
        for section in sections
    )
