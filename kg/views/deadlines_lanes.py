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
from kg.views.timing import Timing, due_on, timing

DOT = 9
"""From one dot to the next."""
_WIDTH = 880
"""Of all months together, where they are few."""
_WIDEST, _NARROWEST = 72, 20
_STRIP = 76
_LANE = 22
_NUMBER = 16
"""Room for the number above a stack."""
TOTAL = 110
"""Height of the bars of all lanes together."""
CONTINUOUS, NONE = "continuous", "none"


@dataclass(frozen=True, slots=True)
class Slot:
    """A measure in the lane of one of its leads; ``lane`` is empty where nobody leads it."""

    entry: Entry
    lane: str
    name: str
    inferred: bool
    timing: Timing
    column: str
    """The month it falls due, or one of the strips."""


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
        Measures by column, each counted once.
    today
        Where the day the view holds for is; None where no measure has a last day.
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
        now = f"{as_of:%Y-%m}"
        today = columns[now] + widths[now] * as_of.day // 31 if months else None
        totals = _totals(found)
        return cls(tuple(lanes), columns, widths, tuple(spots), tuple(stacks), totals, top, today)


def slots(dossier: Dossier, choice: Choice) -> Iterator[Slot]:
    """Yield each measure once for each of its leads, said or else inferred; once where it has
    none.
    """
    for entry in dossier.entries:
        state = timing(entry, choice)
        day = due_on(entry)
        column = f"{day:%Y-%m}" if day else CONTINUOUS if binding(entry) else NONE
        leads = _leads(entry)
        for node, inferred in leads:
            yield Slot(entry, node.key, str(node.props["name"]), inferred, state, column)
        if not leads:
            yield Slot(entry, "", "", False, state, column)


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
    order = sorted(groups, key=lambda k: (not k, -len(groups[k]), groups[k][0].name))
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
        every = list(_months(min(months[0], now), max(months[-1], now)))
    width = max(_NARROWEST, min(_WIDEST, _WIDTH // max(1, len(every))))
    columns = {month: n * width for n, month in enumerate(every)}
    widths = dict.fromkeys(every, width)
    x = len(every) * width
    for strip in (CONTINUOUS, NONE):
        if strip in used:
            columns[strip], widths[strip] = x + 10, _STRIP
            x += _STRIP + 10
    return columns, widths


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
        keys[slot.column].add(slot.entry.key)
    return {column: len(held) for column, held in keys.items()}
