"""Headers printed over two rows: a heading over several columns, and theirs below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Block, Row

from ..grammar.columns import ColumnRole, likely_role, read_header


def with_headers_joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with each header of two rows as one row.

    Its words are those of the lower row, and of the upper one where the lower prints none:
    责任分工 over 牵头单位 and 配合单位 is told by the two.
    """
    return tuple(_joined(blocks))


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    upper: Row | None = None  # held back: the next row may be the lower half of it
    for block in blocks:
        if not isinstance(block, Row):
            if upper is not None:
                yield upper
                upper = None
            yield block
            continue
        whole = _one_header(upper, block) if upper is not None else None
        if whole is None and upper is not None:
            yield upper
        upper = block if whole is None else None
        if whole is not None:
            yield whole
    if upper is not None:
        yield upper


def _one_header(upper: Row, lower: Row) -> Row | None:
    """Return the header that two rows print; None where they print none, or the upper one does
    alone.

    The lower row prints nothing but words that head columns, some of them where the upper row is
    empty or says what it says over several columns.
    """
    own = [i for i, c in enumerate(lower.cells) if c and not c.continued]
    if len(own) < _FEWEST or len(lower.cells) > len(upper.cells):
        return None
    if any(likely_role(lower.cells[i].text) is ColumnRole.UNKNOWN for i in own):
        return None
    above = [c.text for c in upper.cells]
    kept = [w for i, w in enumerate(above) if w and i not in own]
    if not any(likely_role(w) is not ColumnRole.UNKNOWN for w in kept):
        return None  # a title above a header of one row
    if not any(not above[i] or (i and above[i] == above[i - 1]) for i in own):
        return None
    cells = tuple(lower.cells[i] if i in own else cell for i, cell in enumerate(upper.cells))
    words = [c.text for c in cells]
    return Row(cells, upper.place.through(lower.place)) if read_header(words) else None


_FEWEST = 2
