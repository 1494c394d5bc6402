"""Texts as the format reads them, in forms that tests can compare."""

from __future__ import annotations

from kg.loaders.formats.text import TextFormat

from kg.model import Paragraph, Source, Stack

HANZI = "一二市局省科技财政任务单位责任牵头推进建设服务培训"


def read(text: str, name: str = "清单.txt") -> Source:
    """Return a text as read."""
    source = TextFormat().read(text.encode(), name)
    assert isinstance(source, Source)
    return source


def shape(text: str, name: str = "清单.txt") -> list[object]:
    """Paragraphs as text, rows as lists of the paragraphs of each cell, stacks as tuples; ↑ stands
    for a cell that the one above reaches down to.
    """
    found: list[object] = []
    for block in read(text, name).blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
            continue
        cells = ["↑" if c.continued else "|".join(c.paragraphs) for c in block.cells]
        found.append(tuple(cells) if isinstance(block, Stack) else cells)
    return found


def noted(text: str, name: str = "清单.txt") -> list[tuple[str, str, str, str]]:
    """Return code, place, was and became of each issue."""
    issues = read(text, name).issues
    return [(i.kind.code, str(i.place), i.was, i.became) for i in issues]
