"""What stands beside a table and says who does what: it is not read, and never dropped silently."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import InputError, Problem
from kg.model import Issue, Paragraph, Source
from kg.wording import Text

from ..grammar.clauses import clauses, is_labelled
from .issues import PROSE_UNREAD
from .table import Table

_QUOTED = 30


def prose_unread(source: Source, table: Table, measures: int) -> tuple[Issue, ...]:
    """Return an error for the paragraphs before and behind a table that name who is responsible.

    Parameters
    ----------
    measures
        How many the table holds.

    Raises
    ------
    InputError
        When more such paragraphs stand outside of the table than measures in it: the text is the
        document then, and the table its annex.
    """
    found = [p for p in (*table.head, *table.tail) if names_responsible(p.text)]
    if not found:
        return ()
    if len(found) > measures:
        raise InputError(_refusal(source, found, measures))
    was = f"{len(found)}处，如“{found[0].text.strip()[:_QUOTED]}…”"
    lines = "、".join(str(p.place.line) for p in found)
    place = found[0].place.through(found[-1].place)
    return (Issue(PROSE_UNREAD, place, f"第{lines}行：{was}"),)


def names_responsible(text: str) -> bool:
    """Tell whether a paragraph says who is responsible for something."""
    return is_labelled(text) or next(clauses(text), None) is not None


def _refusal(source: Source, found: Sequence[Paragraph], measures: int) -> Problem:
    first, last = found[0].place.line, found[-1].place.line
    quoted = found[0].text.strip()[:_QUOTED]
    return Problem(
        what=Text(
            f"正文有{len(found)}处写明责任单位，多于表中的{measures}条举措，这种体例暂不能读取",
            f"the text says in {len(found)} places who is responsible, and the table holds only "
            f"{measures} measures: a layout not read yet",
        ),
        where=Text(
            f"{source.name} 第{first}–{last}行，如“{quoted}…”",
            f"{source.name}, lines {first}–{last}, as “{quoted}…”",
        ),
        expected=Text(
            "举措全部列在表内的任务清单或任务分解表", "a task table that holds all the measures"
        ),
        next_step=Text(
            "把正文中的举措整理成表格，或只把表格另存为一个文件载入",
            "put these measures into the table, or load a file that holds the table alone",
        ),
    )
