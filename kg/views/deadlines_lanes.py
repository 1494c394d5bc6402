"""Where the lanes, months and dots of the deadline view stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from kg.analysis.dossier import Dossier, Entry
from kg.analysis.due import binding
from kg.model import Basis, Node
from kg.views.choice import Choice
from kg.views.timing import Clause, Timing, clauses, due_on, timing

DOT = 9
"""From one dot to the next."""
_WIDTH = 880
"""Of all months together, where they are few."""
_WIDEST, _NARROWEST = 72, 20
_STRIP = 76
_LANE = 22
_REACH = 24
"""Months between the last deadline and today that the axis bridges; beyond, today stands at its
edge.
"""
_NUMBER = 16
"""Room for the number above a stack."""
TOTAL = 110
"""Height of the bars of all lanes together."""
CONTINUOUS, NONE = "continuous", "none"


@dataclass(frozen=True, slots=True)
class Slot:
    """A measure, or one clause of it, in the lane of one of its leads.

    Parameters
    ----------
    lane
        Empty where nobody leads it.
    column
        The month it falls due, or one of the strips.
    clause
        The deadline of one clause; None where the slot is of the whole measure.
    """

    entry: Entry
    lane: str
    name: str
    inferred: bool
    timing: Timing
    column: str
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its top and height."""

    key: str
    name: str
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Lanes, columns and dots in place.

    Parameters
    ----------
    columns
        The left edge of each month and strip.
    spots
        The middle of each slot's dot.
    stacks
        Of each lane and column, the number of dots and the middle of where it is written.
    totals
        Measures by column, each counted once; clauses are no measures.
    today
        Where the day the view holds for is, an end of the axis where it lies far beyond; None
        where there is no axis.
    """

    lanes: tuple[Lane, ...]
    columns: Mapping[str, int]
    widths: Mapping[str, int]
    spots: tuple[tuple[Slot, int, int], ...]
    stacks: tuple[tuple[int, int, int], ...]
    totals: Mapping[str, int]
    bottom: int
    today: int | None

    @classmethod
    def of(cls, found: Sequence[Slot], as_of: date) -> Chart:
        """Return the chart of a document's measures."""
        columns, widths = _columns(found, as_of)
        lanes: list[Lane] = []
        spots: list[tuple[Slot, int, int]] = []
        stacks: list[tuple[int, int, int]] = []
        top = 0
        for key, name, own in _lanes(found):
            piles: dict[str, list[Slot]] = defaultdict(list)
            for slot in own:
                piles[slot.column].append(slot)
            across = {c: max(1, (widths[c] - 2) // DOT) for c in piles}
            high = max(ceil(len(pile) / across[c]) for c, pile in piles.items())
            height = max(_LANE, high * DOT + _NUMBER + 4)
            for column, pile in piles.items():
                placed = _pile(pile, columns[column], widths[column], top + height, across[column])
                spots += placed
                if len(pile) > 1:
                    middle = columns[column] + widths[column] // 2
                    stacks.append((len(pile), middle, min(y for _, _, y in placed) - DOT - 4))
            lanes.append(Lane(key, name, top, height))
            top += height
        months = [c for c in columns if c not in {CONTINUOUS, NONE}]
        today = _today(months, columns, widths, as_of)
        totals = _totals(found)
        return cls(tuple(lanes), columns, widths, tuple(spots), tuple(stacks), totals, top, today)


def _today(
    months: Sequence[str], columns: Mapping[str, int], widths: Mapping[str, int], as_of: date
) -> int | None:
    if not months:
        return None
    now = f"{as_of:%Y-%m}"
    if now in columns:
        return columns[now] + widths[now] * as_of.day // 31
    return columns[months[-1]] + widths[months[-1]] if now > months[-1] else columns[months[0]]


def slots(dossier: Dossier, choice: Choice) -> Iterator[Slot]:
    """Yield each measure once for each of its leads, said or else inferred, once where it has
    none; behind it in the same way each of its clauses that has a last day of its own.
    """
    for entry in dossier.entries:
        day = due_on(entry)
        column = f"{day:%Y-%m}" if day else CONTINUOUS if binding(entry) else NONE
        bodies = [(n.key, str(n.props["name"]), inferred) for n, inferred in _leads(entry)]
        state, parts = timing(entry, choice), clauses(entry, choice)
        for lane in bodies or [("", "", False)]:
            yield Slot(entry, *lane, state, column)
            for part in parts:
                yield Slot(entry, *lane, part.timing, f"{part.due_on:%Y-%m}", part)


def _leads(entry: Entry) -> list[tuple[Node, bool]]:
    found = [
        (node, edge.props["basis"] == Basis.INFERRED)
        for edge, node in entry.roles
        if edge.type == "LEADS"
    ]
    return [lead for lead in found if not lead[1]] or found


def _lanes(found: Sequence[Slot]) -> list[tuple[str, str, list[Slot]]]:
    """The lanes, the one with most measures first; those nobody leads last."""
    groups: dict[str, list[Slot]] = defaultdict(list)
    for slot in found:
        groups[slot.lane].append(slot)
    whole = {key: sum(slot.clause is None for slot in own) for key, own in groups.items()}
    order = sorted(groups, key=lambda k: (not k, -whole[k], groups[k][0].name))
    return [(key, groups[key][0].name, groups[key]) for key in order]


def _columns(found: Sequence[Slot], as_of: date) -> tuple[dict[str, int], dict[str, int]]:
    """The left edge and width of each month from the first to the last, today's too, and of the
    strips that are needed.
    """
    used = {slot.column for slot in found}
    months = sorted(used - {CONTINUOUS, NONE})
    every: list[str] = []
    if months:
        now = f"{as_of:%Y-%m}"
        away = max(_apart(months[-1], now), _apart(now, months[0]))
        ends = (*months, now) if away <= _REACH else months
        every = list(_months(min(ends), max(ends)))
    width = max(_NARROWEST, min(_WIDEST, _WIDTH // max(1, len(every))))
    columns = {month: n * width for n, month in enumerate(every)}
    widths = dict.fromkeys(every, width)
    x = len(every) * width
    for strip in (CONTINUOUS, NONE):
        if strip in used:
            columns[strip], widths[strip] = x + 10, _STRIP
            x += _STRIP + 10
    return columns, widths


def _apart(earlier: str, later: str) -> int:
    """Months from one to the other; negative where the later one comes first."""
    (a, b), (c, d) = (map(int, month.split("-")) for month in (earlier, later))
    return (c - a) * 12 + d - b


def _months(first: str, last: str) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    while (name := f"{year:04d}-{month:02d}") <= last:
        yield name
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004


def _pile(
    pile: Sequence[Slot], left: int, width: int, floor: int, across: int
) -> list[tuple[Slot, int, int]]:
    """Dots from the floor upwards, side by side in the middle of the column."""
    side = min(across, len(pile))
    start = left + width // 2 - (side - 1) * DOT // 2
    return [
        (slot, start + n % across * DOT, floor - DOT // 2 - 3 - n // across * DOT)
        for n, slot in enumerate(pile)
    ]


def _totals(found: Sequence[Slot]) -> dict[str, int]:
    keys: dict[str, set[str]] = defaultdict(set)
    for slot in found:
        if slot.clause is None:
            keys[slot.column].add(slot.entry.key)
    return {column: len(held) for column, held in keys.items()}
