"""Why a source is read by no genre, in words that help to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import Problem
from kg.model import Paragraph, Source
from kg.wording import Text

from ..grammar.clauses import clauses
from ..grammar.columns import ColumnRole, known_words, likely_role
from ..grammar.headwords import LONGEST_WORD

_FEWEST_COLUMNS = 2
_MOST_NAMED = 12
_LABEL = re.compile(r"^(?:牵头单位|责任单位|牵头部门|责任部门)[：:]")


def unread(source: Source) -> Problem:
    """Return why no genre reads a source: unknown column words, a layout that is not read yet,
    or a text without tasks.
    """
    return _unknown_header(source) or _other_layout(source) or _no_tasks(source)


def _unknown_header(source: Source) -> Problem | None:
    """A table whose first row of short words holds none, or too few, that are known."""
    for block in source.blocks:
        if isinstance(block, Paragraph):
            continue
        words = [c.text for c in block.cells if c]
        if len(words) < _FEWEST_COLUMNS or any(len(w) > LONGEST_WORD for w in words):
            continue
        unknown = [w for w in words if likely_role(w) is ColumnRole.UNKNOWN]
        place = block.place.text
        listed = "、".join((unknown or words)[:_MOST_NAMED])
        return Problem(
            what=Text(
                f"表头用词不认识：{listed}" if unknown else f"表头缺举措列或责任单位列：{listed}",
                f"unknown column words: {listed}"
                if unknown
                else f"the header lacks a column of measures or of agencies: {listed}",
            ),
            where=Text(f"{source.name} {place.zh}", f"{source.name}, {place.en}"),
            expected=Text("；".join(known_words()), "; ".join(known_words())),
            next_step=Text(
                "把表头改成其中的词，或把新词加进 columns.toml",
                "rename the columns, or add the words to columns.toml",
            ),
        )
    return None


def _other_layout(source: Source) -> Problem | None:
    """Running text that names who is responsible: in brackets, or in lines of its own."""
    for paragraph in _paragraphs(source):
        clause = next(clauses(paragraph.text), None)
        label = _LABEL.match(paragraph.text)
        if clause is None and label is None:
            continue
        quoted = paragraph.text[clause.start : clause.end] if clause else paragraph.text.strip()
        quoted = quoted[:30]
        place = paragraph.place.text
        kind = ("括号内分工", "in brackets") if clause else ("逐行标注", "in labelled lines")
        return Problem(
            what=Text(
                f"责任单位写在正文中（{kind[0]}），这种体例暂不能读取：{quoted}",
                f"the agencies stand in running text ({kind[1]}), a layout not read yet: {quoted}",
            ),
            where=Text(f"{source.name} {place.zh}", f"{source.name}, {place.en}"),
            expected=Text("任务清单或任务分解表（带表头的表格）", "a task table with a header"),
            next_step=Text("把内容整理成表格再载入", "put the content into a table and load that"),
        )
    return None


def _no_tasks(source: Source) -> Problem:
    first = next(_paragraphs(source), None)
    quoted = first.text[:20] if first else ""
    return Problem(
        what=Text("文中没有任务表", "no task table in this text"),
        where=Text(
            f"{source.name}，全文 {len(source.lines)} 行，开头为“{quoted}”",
            f"{source.name}, {len(source.lines)} lines, beginning “{quoted}”",
        ),
        expected=Text(
            "带表头的表格，列名如 " + "；".join(known_words()[:3]),
            "a table with columns such as " + "; ".join(known_words()[:3]),
        ),
        next_step=Text("确认这是任务清单或任务分解表", "make sure that this is a task document"),
    )


def _paragraphs(source: Source) -> Iterator[Paragraph]:
    return (b for b in source.blocks if isinstance(b, Paragraph))
