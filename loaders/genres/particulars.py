"""What stands before and behind a task table, as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Block, Cell, Paragraph

_LABEL = re.compile(
    r"(?:信息)?索\s?引\s?号|(?:信息)?名\s?称|标\s?题|文件名称|文\s?号|发文(?:字号|机关|机构|单位|日期|时间)|发布(?:机构|机关|单位|日期|时间)"
    r"|公开(?:主体|机构|类别|方式|时限|日期|范围|形式)|(?:主题|体裁|组配|信息|服务对象)?分\s?类|(?:成文|印发|生成|生效|实施|废止|更新)日期"
    r"|主题词|关键词|有\s?效\s?性|时\s?效\s?性|效力状态|公文种类|信息类别|服务对象|内容概述|信息来源|来\s?源|责任编辑|浏览次数|字\s?号"
)
_TITLE = re.compile(r"(?:信息|文件)?名称|标题")


def paragraphs_of(block: Block) -> Iterator[Paragraph]:
    """Yield a block outside the table as paragraphs: a title may stand in a cell.

    The cells of a box of particulars, as government sites print it above a paper, are joined to
    label：value; the name of the paper stands alone.
    """
    if isinstance(block, Paragraph):
        yield block
        return
    cells = [c for c in block.cells if c and not c.continued]
    labels = [_label(c) for c in cells]
    i = 0
    while i < len(cells):
        value = cells[i + 1] if i + 1 < len(cells) and not labels[i + 1] else None
        if labels[i] and value is not None:
            title = _TITLE.fullmatch(labels[i])
            text = value.text if title else f"{labels[i]}：{value.text}"
            yield Paragraph(text, value.place)
            i += 2
            continue
        if not labels[i]:
            yield from (Paragraph(text, cells[i].place) for text in cells[i].paragraphs)
        i += 1


def _label(cell: Cell) -> str:
    """Return the label that a cell of a box holds, without white space; empty where it is none."""
    text = cell.text.strip().rstrip("：:").strip()
    return "".join(text.split()) if _LABEL.fullmatch(text) else ""


def all_paragraphs(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Return what blocks outside a table print, in order."""
    return tuple(p for b in blocks for p in paragraphs_of(b))
