"""What stands behind a task table in the same file: other annexes, lists of contacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Block, Cell, Paragraph

from ..grammar.columns import read_header
from ..grammar.titles import ANNEX_MARK
from .entries import SetAside

_PERSON = "姓名"
_REACHED = frozenset(
    {"职务", "联系电话", "电话", "手机", "办公电话", "联系方式", "手机号码", "邮箱"}
)


def end_of_table(blocks: Sequence[Block], start: int) -> int:
    """Return the place behind the last block that can belong to a table.

    Another annex without a task table, or a list of contacts, ends it.

    Parameters
    ----------
    start
        The place of the table's header.
    """
    headers = [i for i, b in enumerate(blocks) if i >= start and _is_header(b)]
    for i in range(start + 1, len(blocks)):
        if _is_contacts(blocks[i]):
            return i
        if headers[-1] < i and _is_annex_mark(blocks[i]):
            return i
    return len(blocks)


def rows_beside(blocks: Sequence[Block]) -> Iterator[SetAside]:
    """Yield the rows behind a table: a list of contacts as a note, any other as unplaced."""
    contacts = False
    for block in blocks:
        if isinstance(block, Paragraph):
            continue
        texts = [c.text for c in block.cells if c]
        contacts = len(texts) > 1 and (contacts or _is_contacts(block))
        if len(texts) > 1:
            yield SetAside(block.place, " | ".join(texts), is_note=contacts)


def _is_header(block: Block) -> bool:
    return not isinstance(block, Paragraph) and read_header(_texts(block.cells)) is not None


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [c.text for c in cells]


def _is_annex_mark(block: Block) -> bool:
    words = [block.text] if isinstance(block, Paragraph) else [c.text for c in block.cells if c]
    return len(words) == 1 and ANNEX_MARK.fullmatch(words[0]) is not None


def _is_contacts(block: Block) -> bool:
    """Whether a row heads a list of persons and how to reach them."""
    if isinstance(block, Paragraph):
        return False
    words = {"".join(c.text.split()) for c in block.cells}
    return _PERSON in words and bool(words & _REACHED)
