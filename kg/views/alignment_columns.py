"""Where the cards of the alignment view stand, and the headings beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from kg.analysis.dossier import Entry
from kg.analysis.gaps.coverage import Coverage, Item, State
from kg.model import Node
from kg.views.lettering import LONGEST_LABEL, wrapped
from kg.views.palette import GREY, INK, PLUM, RUST, WASH
from kg.views.scene import LETTER, Align, Band, Caption, Drawing, Side
from kg.wording import Text

CARD = (LONGEST_LABEL + 1) * LETTER + 12
"""Width of a card: a sign, a label and its margins."""
_ROW = 16
_TALL = 22
"""Height of an upper card with the gap behind it, where there is room."""
_STRIP = 106
_BETWEEN = 250
_GAP = 8
_LINE = 17
_LINES = 2
_LEAST = 2 * _LINE
"""A section is high enough for a line of its heading and its number."""
_SECTION_GAP = 4
LEFT = _STRIP + CARD // 2
INNER = _STRIP + CARD + _BETWEEN + CARD // 2
OUTER = INNER + CARD + _GAP
_RIGHT = OUTER + CARD // 2 + 6


@dataclass(frozen=True, slots=True)
class Block:
    """A section of either column, with the top and height of its band.

    Parameters
    ----------
    title
        Empty where the document has no section there.
    number
        What stands out in it: gaps at the left, at the right measures without an upper
        counterpart.
    """

    title: str
    top: int
    height: int
    number: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The cards in place: the middle of each, by the key of task or measure; ``card`` is the
    height of an upper one.
    """

    upper: Mapping[str, int]
    lower: Mapping[str, int]
    upper_blocks: tuple[Block, ...]
    lower_blocks: tuple[Block, ...]
    own: frozenset[str]
    card: int

    @classmethod
    def of(cls, coverage: Coverage) -> Columns:
        """Return the columns of a pair of documents, the left one as high as the right one."""
        own = frozenset(entry.key for entry in coverage.own)
        lower, lower_blocks, height = _lower(coverage, own)
        pitch = _pitch(coverage, height)
        upper, upper_blocks = _upper(coverage, pitch)
        card = min(pitch, _TALL) - 1
        return cls(upper, lower, upper_blocks, lower_blocks, own, card)


def _lower(
    coverage: Coverage, own: frozenset[str]
) -> tuple[dict[str, int], tuple[Block, ...], int]:
    """Measures that serve a task at the left of their section, the others at the right of it."""
    placed: dict[str, int] = {}
    blocks: list[Block] = []
    top = 0
    for title, entries in groupby(coverage.lower.entries, key=_section):
        columns: dict[bool, list[Entry]] = {False: [], True: []}
        for entry in entries:
            columns[entry.key in own].append(entry)
        for column in columns.values():
            placed |= {e.key: top + n * _ROW + _ROW // 2 for n, e in enumerate(column)}
        height = max(_LEAST, *(len(column) * _ROW for column in columns.values()))
        blocks.append(Block(title, top, height, len(columns[True])))
        top += height + _SECTION_GAP
    return placed, tuple(blocks), top - _SECTION_GAP


def _pitch(coverage: Coverage, height: int) -> int:
    """From one upper card to the next, where the left column is as high as the right one."""
    gaps = _SECTION_GAP * (sum(1 for _ in groupby(coverage.items, key=_title)) - 1)
    return max(_ROW, (height - gaps) // len(coverage.items))


def _upper(coverage: Coverage, pitch: int) -> tuple[dict[str, int], tuple[Block, ...]]:
    groups = [(title, list(items)) for title, items in groupby(coverage.items, key=_title)]
    placed: dict[str, int] = {}
    blocks: list[Block] = []
    top = 0
    for title, items in groups:
        placed |= {i.node.key: top + n * pitch + pitch // 2 for n, i in enumerate(items)}
        missing = sum(i.state is State.UNCOVERED for i in items)
        blocks.append(Block(title, top, len(items) * pitch, missing))
        top += len(items) * pitch + _SECTION_GAP
    return placed, tuple(blocks)


def _section(entry: Entry) -> str:
    node = next((h for h in entry.headings if h.label == "Section"), None)
    return _name(node)


def _title(item: Item) -> str:
    return _name(item.section)


def _name(node: Node | None) -> str:
    if node is None:
        return ""
    number, title = str(node.props.get("number", "")), str(node.props["title"])
    return f"{number}、{title}" if number else title


def drawings(columns: Columns) -> Iterator[Drawing]:
    """Yield the bands of the sections with their headings, and what stands out in each."""
    yield from _heads()
    for block in columns.upper_blocks:
        yield Band(0, block.top - 2, _STRIP + CARD + 4, block.height + 4, WASH)
        told = Text(f"未承接 {block.number}", f"{block.number} not covered")
        yield from _heading(block, _STRIP - 8, Align.RIGHT, told, RUST)
    left = INNER - CARD // 2 - 4
    for block in columns.lower_blocks:
        yield Band(left, block.top - 2, _RIGHT + _STRIP - left, block.height + 4, WASH)
        told = Text(f"未找到 {block.number}", f"{block.number} not found")
        yield from _heading(block, _RIGHT + 4, Align.LEFT, told, PLUM)


def _heads() -> Iterator[Drawing]:
    for x, words in (
        (LEFT, Text("上级任务", "upper tasks")),
        (INNER, Text("承接上级任务的下级举措", "lower measures that take them on")),
        (OUTER, Text("未找到上级对应（可能为自选动作）", "no upper counterpart found")),
    ):
        yield Caption(x, -LETTER - 2, words, INK, Align.CENTRE, bold=True, sticky=(Side.TOP,))


def _heading(block: Block, x: int, align: Align, told: Text, colour: str) -> Iterator[Drawing]:
    """The title in as many lines as there is room for, and below it the number, if any."""
    room = max(1, block.height // _LINE)
    lines = wrapped(block.title, (_STRIP - 12) / LETTER, min(_LINES, max(1, room - 1)))
    counted = block.number and room > len(lines)
    middle = block.top + block.height // 2
    first = middle - (len(lines) - 1 + bool(counted)) * _LINE // 2
    for n, words in enumerate(lines):
        yield Caption(x, first + n * _LINE, words, GREY, align)
    if counted:
        yield Caption(x, first + len(lines) * _LINE, told, colour, align, bold=True)
