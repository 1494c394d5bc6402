"""Where measures part: one printed measure that is several, several that are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.corrections.entry import Action, Entry
from kg.corrections.notation import read_count, read_openings
from kg.corrections.outcome import Outcome, State, corrected, stale
from kg.corrections.parts import Found, Origins, Part, Parts, Path
from kg.corrections.seal import mark, plain
from kg.model import Issue, Measure, ParsedDocument, Responsibility, Role, Task
from kg.wording import Text

SEVERAL_ALIKE = Text(
    "有几处印着同样的文字，分不清是哪一处",
    "several places print these words; it is not clear which",
)
CHANGED = Text("原文已变", "the printed words have changed")
WRONG_KIND = Text("这一处不能这样更正", "this part cannot be corrected in this way")
DIVIDED_TWICE = Text("另一条更正已划分这条举措", "another correction divides this measure already")
NO_OPENING = Text(
    "断开处的文字在原文中没有，或不止一处",
    "the words to split at are not printed, or more than once",
)
OTHER_DEADLINE = Text("各条的时限不同", "the measures have different deadlines")


@dataclass(frozen=True, slots=True)
class Divided:
    """A document whose measures part where people say, and what became of each correction."""

    parsed: ParsedDocument
    origins: Origins
    outcomes: tuple[Outcome, ...]


@dataclass
class _Plan:
    """What is to be done to the measures of a document, by the path of the first one."""

    parts: Parts
    divisions: dict[Path, tuple[Entry, tuple[Measure, ...]]] = field(default_factory=dict)
    taken: set[Path] = field(default_factory=set)
    notes: dict[Path, list[Issue]] = field(default_factory=dict)

    def add(self, entry: Entry, parsed: ParsedDocument) -> Outcome:
        """Take one correction into the plan, or note why it cannot be."""
        found, parts = self.parts.find(entry)
        if found is Found.NOWHERE:
            return Outcome(entry, State.UNUSED)
        part = parts[0]
        if found is Found.SEVERAL:
            return self._stale(entry, part, SEVERAL_ALIKE)
        if not isinstance(part.item, Measure):
            return self._stale(entry, part, WRONG_KIND)
        row = parsed.sections[part.path[0]].tasks[part.path[1]].measures
        count = read_count(entry.value) if entry.action is Action.JOIN else 1
        concerned = row[part.path[2] : part.path[2] + count]
        reason = _objection(entry, concerned, count)
        paths = {(*part.path[:2], part.path[2] + i) for i in range(count)}
        if reason is None and paths & self.taken:
            reason = DIVIDED_TWICE
        if reason is not None:
            return self._stale(entry, part, reason)
        self.taken |= paths
        self.divisions[part.path] = (entry, concerned)
        return Outcome(entry, State.APPLIED)

    def _stale(self, entry: Entry, part: Part, reason: Text) -> Outcome:
        self.notes.setdefault(part.path, []).append(stale(entry, part.item.place, reason))
        return Outcome(entry, State.STALE, reason)


def divide(parsed: ParsedDocument, document: str, entries: Iterable[Entry]) -> Divided:
    """Return the document with its measures split and joined.

    All corrections are found in the document as printed, so that none moves another's target.
    """
    entries = tuple(entries)
    if not entries:
        return Divided(parsed, {}, ())
    plan = _Plan(Parts.of(parsed, document))
    outcomes = tuple(plan.add(entry, parsed) for entry in entries)
    origins: dict[Path, frozenset[str]] = {}
    sections = []
    for s, section in enumerate(parsed.sections):
        tasks = tuple(_task(plan, (s, t), task, origins) for t, task in enumerate(section.tasks))
        noted = plan.notes.get((s,), ())
        sections.append(replace(section, tasks=tasks, issues=(*section.issues, *noted)))
    return Divided(replace(parsed, sections=tuple(sections)), origins, outcomes)


def opening_positions(text: str, openings: Sequence[str]) -> tuple[int, ...] | None:
    """Return where a text is cut; None unless each opening is printed once, in this order.

    Examples
    --------
    >>> opening_positions("开展培训。组织检查。", ["组织"]), opening_positions("甲乙甲", ["甲"])
    ((5,), None)
    """
    positions = tuple(text.find(words) for words in openings)
    once = all(text.count(words) == 1 for words in openings)
    rising = all(a < b for a, b in pairwise((0, *positions)))
    return positions if once and rising else None


def joined_text(measures: Iterable[Measure]) -> str:
    """Return the printed words of measures that are joined, as the ledger holds them."""
    return "\n".join(measure.text for measure in measures)


def _objection(entry: Entry, concerned: tuple[Measure, ...], count: int) -> Text | None:
    """Why a correction does not fit what is printed; None when it does."""
    printed = joined_text(concerned)
    if len(concerned) < count or (entry.was and plain(entry.was) != plain(printed)):
        return CHANGED
    if entry.action is Action.SPLIT:
        openings = read_openings(entry.value)
        return None if opening_positions(printed, openings) else NO_OPENING
    deadlines = {m.deadline.text for m in concerned if m.deadline}
    return OTHER_DEADLINE if len(deadlines) > 1 else None


def _task(plan: _Plan, path: Path, task: Task, origins: dict[Path, frozenset[str]]) -> Task:
    measures: list[Measure] = []
    for m, measure in enumerate(task.measures):
        here = (*path, m)
        division = plan.divisions.get(here)
        if division is not None:
            made = _made(*division)
            came_from = frozenset(mark("measure", x.text) for x in division[1])
            for i in range(len(made)):
                origins[(*path, len(measures) + i)] = came_from
            measures.extend(made)
        elif here not in plan.taken:
            measures.append(measure)
        if here in plan.notes:
            measures[-1] = _noting(measures[-1], plan.notes[here])
    if any(p[:2] == path for p in plan.taken):
        measures = [replace(m, seq=i) for i, m in enumerate(measures, start=1)]
    issues = (*task.issues, *plan.notes.get(path, ()))
    return replace(task, measures=tuple(measures), issues=issues)


def _made(entry: Entry, concerned: tuple[Measure, ...]) -> tuple[Measure, ...]:
    return (
        _split(entry, concerned[0]) if entry.action is Action.SPLIT else (_join(entry, concerned),)
    )


def _split(entry: Entry, measure: Measure) -> tuple[Measure, ...]:
    positions = opening_positions(measure.text, read_openings(entry.value)) or ()
    bounds = (0, *positions, len(measure.text))
    texts = [measure.text[a:b].strip() for a, b in pairwise(bounds)]
    pieces = []
    for i, text in enumerate(texts):
        # An issue about some of the words stays with the piece that holds them.
        own = (x for x in measure.issues if x.was in text or not any(x.was in t for t in texts))
        note = corrected(entry, measure.place, measure.text, text)
        pieces.append(
            replace(
                measure,
                number="" if i else measure.number,
                text=text,
                issues=(*own, note),
            )
        )
    return tuple(pieces)


def _join(entry: Entry, concerned: tuple[Measure, ...]) -> Measure:
    first, text = concerned[0], "".join(m.text for m in concerned)
    place = first.place
    for measure in concerned[1:]:
        place = place.through(measure.place)
    issues = dict.fromkeys(issue for m in concerned for issue in m.issues)
    remarks = dict.fromkeys(m.remark for m in concerned if m.remark)
    note = corrected(entry, place, joined_text(concerned), text)
    return replace(
        first,
        text=text,
        place=place,
        responsible=_joined_bodies(concerned),
        deadline=next((m.deadline for m in concerned if m.deadline), None),
        remark="；".join(remarks),
        issues=(*issues, note),
    )


def _joined_bodies(concerned: Iterable[Measure]) -> tuple[Responsibility, ...]:
    """Return the bodies of all measures, each once in a role, in printed order."""
    bodies: dict[tuple[str, Role], Responsibility] = {}
    orders = {Role.LEAD: 0, Role.ASSIST: 0}
    for body in (b for m in concerned for b in m.responsible):
        if (body.printed, body.role) not in bodies:
            orders[body.role] += 1
            bodies[body.printed, body.role] = replace(body, order=orders[body.role])
    return tuple(bodies.values())


def _noting(measure: Measure, issues: Iterable[Issue]) -> Measure:
    return replace(measure, issues=(*measure.issues, *issues))
