"""Where the rows and columns of the responsibility matrix stand, and what is drawn behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.dossier import Entry
from kg.analysis.ledger import Tally
from kg.model import Basis
from kg.views.lettering import ems, shortened, wrapped
from kg.views.palette import GREY, INK, PALE, RUST, SKY, WARM, WASH
from kg.views.scene import LETTER, Align, Band, Caption, Drawing, Rule, Side
from kg.wording import Text

ROW = 17
"""Height of a row: a label and a gap."""
_WIDTH = 820
"""Of all columns together, where they are few."""
_NARROW, _WIDE = 13, 22
_SECTION_GAP = 8
_NARROWEST = 58
"""A section is at least as wide as four letters of its heading."""
_HEADING_LINES = 3
_GUTTER_GAP = 12
_BAR = 64
_FIGURE = 40


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its measures; ``name`` is empty where none is printed."""

    key: str
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tier:
    """Rows that belong together. ``broad`` ones stand for several bodies or for nearly all."""

    name: Text
    tallies: tuple[Tally, ...]
    broad: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """Where a section stands: its left edge and width."""

    section: Section
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows and columns in place.

    Parameters
    ----------
    columns
        The middle of each measure's column, by the measure's key.
    rows
        The middle of each agency's row, by the agency's key.
    tiers
        Each with the middle of its heading.
    nobody
        The middle of the row for measures that name no agency; None where there are none.
    explicit
        Whether the figures at the right count what is said, or what is inferred.
    """

    strips: tuple[Strip, ...]
    columns: Mapping[str, int]
    rows: Mapping[str, int]
    tiers: tuple[tuple[Tier, int], ...]
    nobody: int | None
    bottom: int
    right: int
    explicit: bool

    @classmethod
    def of(cls, sections: Iterable[Section], tiers: Iterable[Tier], *, explicit: bool) -> Matrix:
        """Return the matrix with its origin at the top left cell."""
        held = tuple(sections)
        strips, columns, right = _columns(held)
        placed, rows, bottom = _rows(tiers)
        bare = any(not entry.roles for section in held for entry in section.entries)
        nobody = bottom + ROW // 2 if bare else None
        if bare:
            bottom += ROW
        return cls(strips, columns, rows, placed, nobody, bottom, right, explicit)

    @property
    def gutter(self) -> int:
        """The right end of the agencies' names."""
        return -_GUTTER_GAP

    @property
    def head(self) -> int:
        """The top of the sections' headings."""
        return -_HEADING_LINES * (LETTER + 3) - 6


def _columns(
    sections: Sequence[Section],
) -> tuple[tuple[Strip, ...], dict[str, int], int]:
    number = sum(len(section.entries) for section in sections)
    column = max(_NARROW, min(_WIDE, _WIDTH // number))
    strips: list[Strip] = []
    columns: dict[str, int] = {}
    x = 0
    for section in sections:
        taken = len(section.entries) * column
        width = max(taken, _NARROWEST)
        first = x + (width - taken) // 2 + column // 2
        columns |= {e.key: first + i * column for i, e in enumerate(section.entries)}
        strips.append(Strip(section, x, width))
        x += width + _SECTION_GAP
    return tuple(strips), columns, x - _SECTION_GAP


def _rows(
    tiers: Iterable[Tier],
) -> tuple[tuple[tuple[Tier, int], ...], dict[str, int], int]:
    placed: list[tuple[Tier, int]] = []
    rows: dict[str, int] = {}
    y = ROW // 2
    for tier in tiers:
        placed.append((tier, y))
        y += ROW
        for tally in tier.tallies:
            rows[tally.agency.key] = y
            y += ROW
        y += ROW // 4
    return tuple(placed), rows, y - ROW // 2


def drawings(matrix: Matrix) -> Iterator[Drawing]:
    """Yield what stands behind the marks: sections, tiers, bars, figures."""
    yield from _section_bands(matrix)
    yield from _tier_bands(matrix)
    yield from _figures(matrix)


def _section_bands(matrix: Matrix) -> Iterator[Drawing]:
    for i, strip in enumerate(matrix.strips):
        if i % 2 == 0:
            height = matrix.bottom - matrix.head + ROW
            yield Band(strip.x - 4, matrix.head, strip.width + 8, height, WASH)
        middle, below = strip.x + strip.width // 2, matrix.bottom + ROW // 2
        lines = wrapped(strip.section.name, strip.width / LETTER, _HEADING_LINES)
        for j, words in enumerate(lines):
            y = matrix.head + (j + 1) * (LETTER + 3) - 6
            yield Caption(middle, y, words, INK, Align.CENTRE, sticky=(Side.TOP,))
        number = len(strip.section.entries)
        told = Text(f"{number} 条", f"{number}")
        yield Caption(middle, below, told, GREY, Align.CENTRE, sticky=(Side.BOTTOM,))
    if matrix.nobody is not None:
        nobody = Text("没有列出单位", "no agency named")
        yield _name(matrix, matrix.nobody, nobody, RUST)
    below = matrix.bottom + ROW // 2
    corner = (Side.LEFT, Side.BOTTOM)
    told = Text("举措", "measures")
    yield Caption(matrix.gutter, below, told, GREY, Align.RIGHT, sticky=corner)


def _name(matrix: Matrix, y: int, words: Text, colour: str) -> Caption:
    """A heading of rows in the column of the agencies' names."""
    return Caption(matrix.gutter, y, words, colour, Align.RIGHT, bold=True, sticky=(Side.LEFT,))


def _tier_bands(matrix: Matrix) -> Iterator[Drawing]:
    left, right = matrix.gutter - _label_width(matrix), matrix.right + 3 * _FIGURE + _BAR
    for tier, y in matrix.tiers:
        if tier.broad:
            height = (len(tier.tallies) + 1) * ROW
            yield Band(left, y - ROW // 2, right - left, height, WARM)
        yield _name(matrix, y, tier.name, GREY)
        yield Rule(left, y - ROW // 2, right, y - ROW // 2, PALE)
        for tally in tier.tallies:
            row = matrix.rows[tally.agency.key] + ROW // 2
            yield Rule(0, row, matrix.right, row, PALE, width=0.5)


def _label_width(matrix: Matrix) -> int:
    names = [shortened(t.name) for tier, _ in matrix.tiers for t in tier.tallies]
    return round(max(map(ems, names), default=0) * LETTER) + 8


def _figures(matrix: Matrix) -> Iterator[Drawing]:
    """Leads as a bar with its number, supporting roles as a number."""
    basis = Basis.EXPLICIT if matrix.explicit else Basis.INFERRED
    bar, assists = matrix.right + 14, matrix.right + 14 + _BAR + _FIGURE
    tallies = [t for tier, _ in matrix.tiers for t in tier.tallies]
    most = max((len(t.of("LEADS", basis)) for t in tallies), default=0)
    if matrix.explicit:
        heads = (Text("牵头", "leads"), Text("配合", "supports"))
    else:
        heads = (Text("推断牵头", "inf. leads"), Text("推断配合", "inf. supports"))
    higher = -LETTER if matrix.explicit else -2 * LETTER - 3
    corner = (Side.TOP, Side.RIGHT)
    yield Caption(bar, higher, heads[0], INK, bold=True, sticky=corner)
    end = assists + _FIGURE
    yield Caption(end, -LETTER, heads[1], INK, Align.RIGHT, bold=True, sticky=corner)
    for tally in tallies:
        y = matrix.rows[tally.agency.key]
        led = len(tally.of("LEADS", basis))
        if led:
            length = max(2, round(_BAR * led / most))
            yield Band(bar, y - 5, length, 10, SKY, (Side.RIGHT,))
            x = bar + length + 4
            yield Caption(x, y, str(led), INK, bold=led == most, sticky=(Side.RIGHT,))
        number = str(len(tally.of("ASSISTS", basis)))
        yield Caption(end, y, number, GREY, Align.RIGHT, sticky=(Side.RIGHT,))
