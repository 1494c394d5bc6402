"""The cells of parts: their words, their bodies, their deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from kg.corrections.division import CHANGED, SEVERAL_ALIKE, WRONG_KIND
from kg.corrections.entry import Action, Entry
from kg.corrections.notation import Assigned, printed_roles, read_roles, roles_text
from kg.corrections.outcome import (
    Outcome,
    State,
    answers,
    corrected,
    doubts_name,
    doubts_words,
    settled,
    stale,
)
from kg.corrections.parts import Found, Origins, Part, Parts, Path, printed_text
from kg.corrections.seal import plain
from kg.grammar.dates import read_timing
from kg.model import (
    Deadline,
    Issue,
    Measure,
    ParsedDocument,
    Place,
    Responsibility,
    Role,
    Section,
    Task,
)
from kg.wording import Text

Canonical = Callable[[str], str]
"""What body a printed name means in the document at hand."""

GIVEN = "更正"
"""The role word of a body that people gave to a measure, where the paper prints none."""

CORRECTED_TWICE = Text("另一条更正已改正这一处", "another correction concerns this already")
NOT_PRINTED = Text(
    "印错的文字在原文中没有，或不止一处", "the misprinted words are not there, or more than once"
)


@dataclass
class CellEditor:
    """Applies corrections to the parts of a document.

    Parameters
    ----------
    year
        The document's year, for deadlines that name none.
    """

    parts: Parts
    canonical: Canonical
    year: int | None
    items: dict[Path, Section | Task | Measure] = field(default_factory=dict)
    spans: dict[Path, list[tuple[int, int, Entry]]] = field(default_factory=dict)
    taken: set[tuple[Action, Path]] = field(default_factory=set)

    def apply(self, entries: Iterable[Entry]) -> tuple[Outcome, ...]:
        """Apply corrections of words, bodies and deadlines.

        What is said of one measure counts before what is said of its whole task.
        """
        entries = tuple(entries)
        found = {entry: self.parts.find(entry) for entry in entries}
        widest = sorted(entries, key=lambda e: all(p.kind != "measure" for p in found[e][1]))
        outcomes = {entry: self._apply(entry, *found[entry]) for entry in widest}
        self._replace_words()
        return tuple(outcomes[entry] for entry in entries)

    def _apply(self, entry: Entry, found: Found, parts: tuple[Part, ...]) -> Outcome:
        if found is Found.NOWHERE:
            return Outcome(entry, State.UNUSED)
        if found is Found.SEVERAL:
            return self._stale(entry, parts[0], SEVERAL_ALIKE)
        if entry.action is Action.TEXT:
            return self._words(entry, found, parts)
        measures = [m for part in parts for m in self.parts.measures_of(part)]
        free = [m for m in measures if (entry.action, m.path) not in self.taken]
        reason = self._objection(entry, measures, free)
        if reason is not None:
            return self._stale(entry, parts[0], reason)
        for part in free:
            self.taken.add((entry.action, part.path))
            self._edit(entry, part)
        return Outcome(entry, State.APPLIED)

    def _objection(self, entry: Entry, measures: list[Part], free: list[Part]) -> Text | None:
        """Why a correction does not fit what is printed; None when it does."""
        if not measures:
            return WRONG_KIND
        if not self._prints(entry, measures):
            return CHANGED
        return None if free else CORRECTED_TWICE

    def item(self, part: Part) -> Section | Task | Measure:
        """Return a part as it stands by now."""
        return self.items.get(part.path, part.item)

    def _edit(self, entry: Entry, part: Part) -> None:
        measure = self.item(part)
        if isinstance(measure, Measure):
            edit = _with_bodies if entry.action is Action.AGENCIES else self._with_deadline
            self.items[part.path] = edit(measure, entry)

    def _prints(self, entry: Entry, parts: Iterable[Part]) -> bool:
        """Whether the cells print what they did when the correction was made."""
        if not entry.target_hash and not entry.was:
            return True  # written by hand, and not said
        measures = [part.item for part in parts if isinstance(part.item, Measure)]
        if entry.action is Action.DEADLINE:
            return plain(entry.was) == plain(several(map(deadline_cell, measures)))
        cells = [printed_roles(m.responsible) for m in measures]
        once = [_each_once(cell, self.canonical) for cell in cells]
        return plain(entry.was) in {plain(several(map(roles_text, x))) for x in (cells, once)}

    def _with_deadline(self, measure: Measure, entry: Entry) -> Measure:
        place = measure.deadline.place if measure.deadline else measure.place
        deadline = Deadline(entry.value, read_timing(entry.value, self.year), place)
        note = corrected(entry, place, deadline_cell(measure), entry.value)
        issues = (*_settled(entry, measure.issues), note)
        return replace(measure, deadline=deadline, issues=issues)

    def _words(self, entry: Entry, found: Found, parts: tuple[Part, ...]) -> Outcome:
        if found is Found.BY_KEY and entry.target_hash:
            return self._stale(entry, parts[0], CHANGED)
        for part in parts:
            span = _span(part.text, entry.was)
            if span is None:
                continue
            before = self.spans.setdefault(part.path, [])
            if any(span[0] < end and start < span[1] for start, end, _ in before):
                return self._stale(entry, part, CORRECTED_TWICE)
            before.append((*span, entry))
            return Outcome(entry, State.APPLIED)
        return self._stale(entry, parts[0], NOT_PRINTED)

    def _replace_words(self) -> None:
        for path, spans in self.spans.items():
            part = self.parts.by_path[path]
            item, text = self.item(part), part.text
            for start, end, entry in sorted(spans, key=lambda s: -s[0]):
                text = text[:start] + entry.value + text[end:]
            notes = (corrected(e, item.place, e.was, e.value) for _, _, e in spans)
            doubts = (
                settled(i) if doubts_words(i) and i.was not in text else i for i in item.issues
            )
            self.items[path] = _with_words(replace(item, issues=(*doubts, *notes)), text)

    def _stale(self, entry: Entry, part: Part, reason: Text) -> Outcome:
        item = self.item(part)
        issues = (*item.issues, stale(entry, item.place, reason))
        self.items[part.path] = replace(item, issues=issues)
        return Outcome(entry, State.STALE, reason)


def correct_cells(
    parsed: ParsedDocument,
    document: str,
    entries: Iterable[Entry],
    canonical: Canonical,
    origins: Origins,
) -> tuple[ParsedDocument, tuple[Outcome, ...]]:
    """Return the document with its cells corrected, and what became of each correction."""
    entries = tuple(entries)
    if not entries:
        return parsed, ()
    editor = CellEditor(Parts.of(parsed, document, origins), canonical, parsed.front.year)
    outcomes = editor.apply(entries)
    return _rebuilt(parsed, editor.items), outcomes


def several(cells: Iterable[str]) -> str:
    """Return the cells of several measures as the ledger holds them: those that differ, in order.

    Examples
    --------
    >>> several(["lead=甲局", "lead=甲局"]), several(["lead=甲局", ""])
    ('lead=甲局', 'lead=甲局 | ')
    """
    return " | ".join(dict.fromkeys(cells))


def deadline_cell(measure: Measure) -> str:
    """Return the printed deadline of a measure; empty without one."""
    return measure.deadline.text if measure.deadline else ""


def _each_once(cell: Iterable[Assigned], canonical: Canonical) -> tuple[Assigned, ...]:
    """Leave out names of a body that has this role already: the graph holds it once."""
    seen: dict[tuple[str, Role], Assigned] = {}
    for body in cell:
        seen.setdefault((canonical(body.name), body.role), body)
    return tuple(seen.values())


def _with_bodies(measure: Measure, entry: Entry) -> Measure:
    """Give a measure its bodies; the doubts about printed names stay, as settled ones."""
    printed = {plain(b.printed): b for b in measure.responsible}
    orders = {Role.LEAD: 0, Role.ASSIST: 0}
    bodies = []
    for given in read_roles(entry.value):
        orders[given.role] += 1
        known = printed.get(plain(given.name))
        bodies.append(_given(given, orders[given.role], measure.place, known))
    was = roles_text(printed_roles(measure.responsible))
    kept = {b.printed for b in bodies}
    doubts = [i for b in measure.responsible if b.printed not in kept for i in b.issues]
    issues = (
        *_settled(entry, measure.issues),
        *(settled(i) if doubts_name(i) else i for i in doubts),
        corrected(entry, measure.place, was, roles_text(read_roles(entry.value))),
    )
    return replace(measure, responsible=tuple(bodies), issues=issues)


def _given(
    given: Assigned, order: int, place: Place, known: Responsibility | None
) -> Responsibility:
    if known is None:
        return Responsibility(given.name, given.role, given.basis, GIVEN, order, place)
    same = (known.role, known.basis) == (given.role, given.basis)
    return replace(
        known,
        role=given.role,
        basis=given.basis,
        order=order,
        role_text=known.role_text if same else GIVEN,
    )


def _settled(entry: Entry, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(settled(i) if answers(entry, i) else i for i in issues)


def _span(text: str, words: str) -> tuple[int, int] | None:
    """Where the misprinted words stand; the whole text where they are all of it."""
    if plain(text) == plain(words):
        return 0, len(text)
    at = text.find(words)
    if at < 0 or text.find(words, at + 1) >= 0:
        return None
    return at, at + len(words)


def _with_words(item: Section | Task | Measure, text: str) -> Section | Task | Measure:
    printed = printed_text(item)
    if isinstance(item, Measure):
        return replace(item, text=text, printed=printed)
    return replace(item, title=text, printed=printed)


def _rebuilt(parsed: ParsedDocument, items: dict[Path, Section | Task | Measure]) -> ParsedDocument:
    sections = []
    for s, printed_section in enumerate(parsed.sections):
        section = items.get((s,), printed_section)
        tasks = []
        for t, printed_task in enumerate(printed_section.tasks):
            task = items.get((s, t), printed_task)
            measures = (items.get((s, t, m), x) for m, x in enumerate(printed_task.measures))
            kept = tuple(m for m in measures if isinstance(m, Measure))
            tasks.append(replace(task, measures=kept) if isinstance(task, Task) else printed_task)
        rebuilt = replace(section, tasks=tuple(tasks)) if isinstance(section, Section) else section
        sections.append(rebuilt)
    kept_sections = tuple(s for s in sections if isinstance(s, Section))
    return replace(parsed, sections=kept_sections)
