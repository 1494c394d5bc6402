"""What a view draws, without a word of HTML: marks, lines, bands, and what is known of them.

Lengths are CSS pixels at zoom 1; x grows to the right, y downwards. A label of 14 pixels can be
read down to zoom 0.86, so a scene of up to 1,270 × 890 is seen whole in a window of 1400 × 900.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.wording import Text

Words = str | Text
"""Words of a document, the same in both languages, or words of the program."""

LETTER = 14
"""Size of a label."""


class Shape(StrEnum):
    """The shape of a mark."""

    DOT = "dot"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    TRIANGLE_DOWN = "triangleDown"
    STAR = "star"
    HEXAGON = "hexagon"
    BOX = "box"
    PILL = "pill"  # a box with round ends
    ELLIPSE = "ellipse"
    WORDS = "text"
    LINE = "line"  # of a link: no mark has it


class Side(StrEnum):
    """An edge of the window at which something stays in sight while the rest pans."""

    TOP = "top"
    LEFT = "left"
    RIGHT = "right"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of marks or links: one entry of the legend.

    Parameters
    ----------
    fill, border
        Colours; a mark filled with white is a ring. Of links, ``border`` counts alone.
    dashed
        Inferred rather than said: the border or link is broken.
    size
        Half the height of a mark that holds no label; of links twice their width in the legend.
    off
        Not drawn until the reader asks for it.
    legend
        False where the kind is no choice: row labels, headings.
    ink
        Colour of its words.
    sign
        What stands before the words of a mark, where its shape does not say it.
    urgent
        What a reader must not miss: the page says where some of it is out of sight.
    """

    key: str
    name: Text
    shape: Shape
    fill: str
    border: str
    dashed: bool = False
    size: int = 6
    off: bool = False
    legend: bool = True
    ink: str = "#1F2933"
    sign: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn.

    Parameters
    ----------
    key
        Unique within the scene.
    about
        Keys of the records it stands for; the first is shown when it is chosen. Marks that
        share a record are neighbours.
    label
        Drawn in or below it; cut already.
    hint
        Shown on hovering, before the words of the record.
    width
        Of a box or of words; 0 where the size of the kind counts.
    hollow
        Drawn without its fill: expired.
    warning
        Something is damaged or missing: drawn with a small sign.
    values
        By facet, the values it has; a facet it says nothing about does not hide it.
    size
        Instead of the size of the kind; 0 for that one.
    sticky
        A label of a row: kept in sight at the left while the rest pans.
    also
        Other kinds that it shows signs of: counted in the legend, and hidden with these.
    height
        Of a box, at least; 0 where its words decide.
    """

    key: str
    kind: str
    x: int
    y: int
    about: tuple[str, ...]
    label: Words = ""
    hint: Words = ""
    width: int = 0
    hollow: bool = False
    warning: bool = False
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    size: int = 0
    sticky: bool = False
    also: tuple[str, ...] = ()
    height: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two marks, ``width`` pixels wide; ``curved`` leaves and arrives sideways."""

    source: str
    target: str
    kind: str
    width: float = 1.0
    hint: Words = ""
    curved: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A rectangle behind the marks; ``sticky`` as of a caption."""

    x: int
    y: int
    width: int
    height: int
    fill: str
    sticky: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line behind the marks; ``name`` stands at its upper end, or at the edge of the
    window behind which the line is.
    """

    x: int
    y: int
    to_x: int
    to_y: int
    colour: str
    dashed: bool = False
    width: float = 1.0
    name: Words = ""


class Align(StrEnum):
    """Which side of a caption its x is."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that head a row, a column or a band; drawn on the canvas, so that they pan with it.

    ``y`` is the middle of the line. ``sticky`` names the edges at which it stays in sight while the
    rest pans: heads at the top, names at the left, totals at the right.
    """

    x: int
    y: int
    words: Words
    colour: str = "#1F2933"
    align: Align = Align.LEFT
    bold: bool = False
    size: int = LETTER
    sticky: tuple[Side, ...] = ()


Drawing = Band | Rule | Caption


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to filter by; ``values`` by key, in the order they are offered."""

    key: str
    name: Text
    values: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a record as the table shows them: taken from the record, not repeated.

    ``fact`` is the number of one of its facts; −1 for its printed words.
    """

    record: str
    fact: int = -1


Cell = str | int | Text | Quote | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; shown while for each record it is about a mark is shown."""

    cells: tuple[Cell, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What the drawing shows, as a table."""

    columns: tuple[Text, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One drawing with its table. A view with several lets the reader choose one.

    Parameters
    ----------
    finding
        The one sentence to remember, computed from the graph.
    notes
        What is counted and what was left out.
    """

    key: str
    title: Words
    finding: Text
    kinds: tuple[Kind, ...]
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    drawings: tuple[Drawing, ...]
    table: Table
    facets: tuple[Facet, ...] = ()
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that a record is linked to; ``record`` is empty where it has no record."""

    words: Words
    record: str = ""
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The things that stand in one relation to a record."""

    relation: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What the panel says of a node of the graph.

    Parameters
    ----------
    label
        What kind of thing it is.
    caption
        What a reader knows it by.
    quote
        The printed words; empty where it has none of its own.
    facts
        Name and value: document, number, place, deadline.
    warnings
        What is damaged or missing.
    """

    key: str
    label: Text
    caption: Words
    quote: str = ""
    facts: tuple[tuple[Text, Words], ...] = ()
    groups: tuple[Group, ...] = ()
    warnings: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a view draws from; ``doc_no`` is empty where it prints none."""

    key: str
    title: str
    doc_no: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A view: one question, one scene or several, and the records behind them.

    Parameters
    ----------
    name
        The command's word: ``responsibility``.
    stamp
        Tells graphs apart: the same graph gives the same stamp.
    basis
        What the answer rests on besides the documents: review states, a status ledger.
    origin
        What was chosen from the graph, where not all of it is drawn: a query.
    """

    name: str
    title: Text
    scenes: tuple[Scene, ...]
    records: tuple[Record, ...]
    sources: tuple[Source, ...]
    stamp: str
    as_of: date
    notes: tuple[Text, ...] = ()
    basis: tuple[Text, ...] = ()
    origin: Words = ""

    @property
    def size(self) -> int:
        """How many marks are drawn in all."""
        return sum(len(scene.marks) for scene in self.scenes)
