"""The bundled breakdown table as rows that can be changed, and its text after the changes.

Everything between two rows stays as the file has it, headings repeated at page breaks included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.analysis.diff.version import Version, version
from kg.loading import registry
from kg.model import Graph
from kg.pipeline import read_documents
from kg.wording import same

FILE = next(p for p in registry().bundled_files() if "牵头单位" in p.read_text("utf-8")[:200])
_TASK_CELL = re.compile(r"\t?(\d{1,2})\.(.{2,40}?)。?")
_CONTINUED = ("", "\t", "\t")
_DATE = re.compile(r"\t\d{4}年\d{1,2}月")


@dataclass(frozen=True)
class Row:
    """A row: the lines before its words (headings, cell borders, a task cell), and its cells."""

    before: tuple[str, ...]
    text: str
    lead: str
    assist: str
    due: str
    task: int

    @property
    def lines(self) -> tuple[str, ...]:
        return (*self.before, *(f"\t{x}" for x in (self.text, self.lead, self.assist, self.due)))


@dataclass
class Table:
    """The rows in order; ``tail`` is what stands behind the last."""

    rows: list[Row]
    tail: tuple[str, ...] = field(default=())

    @classmethod
    def bundled(cls) -> Table:
        lines = FILE.read_text("utf-8").split("\n")
        ends = [n for n, line in enumerate(lines) if _DATE.fullmatch(line)]
        rows, start, task = [], 0, 0
        for end in ends:
            before = tuple(lines[start : end - 3])
            numbers = [int(m[1]) for line in before if (m := _TASK_CELL.fullmatch(line))]
            task = numbers[-1] if numbers else task
            text, lead, assist, due = (line.removeprefix("\t") for line in lines[end - 3 : end + 1])
            rows.append(Row(before, text, lead, assist, due, task))
            start = end + 1
        return cls(rows, tuple(lines[start:]))

    @property
    def text(self) -> str:
        return "\n".join((*(line for row in self.rows for line in row.lines), *self.tail))

    def of_task(self, task: int) -> list[int]:
        """Indices of a task's rows."""
        return [n for n, row in enumerate(self.rows) if row.task == task]

    def change(
        self, index: int, *, text: str = "", lead: str = "", assist: str = "", due: str = ""
    ) -> None:
        row = self.rows[index]
        self.rows[index] = replace(
            row,
            text=text or row.text,
            lead=lead or row.lead,
            assist=assist or row.assist,
            due=due or row.due,
        )

    def drop(self, index: int) -> Row:
        """Take a row out of a task that has others; its task cell goes to the next row."""
        row = self.rows.pop(index)
        assert self.of_task(row.task), "the task would be left without rows"
        if row.before != _CONTINUED and self._opens(row):
            following = self.rows[index]
            assert following.task == row.task
            self.rows[index] = replace(following, before=row.before)
        return row

    def insert(self, index: int, row: Row, task: int) -> None:
        """Put a row into a task, before the row at ``index`` or behind the task's last one."""
        of_task = self.of_task(task)
        if index == of_task[0]:
            first = self.rows[index]
            self.rows[index] = replace(first, before=_CONTINUED)
            self.rows.insert(index, replace(row, before=first.before, task=task))
        else:
            self.rows.insert(index, replace(row, before=_CONTINUED, task=task))

    @staticmethod
    def _opens(row: Row) -> bool:
        return any(_TASK_CELL.fullmatch(line) for line in row.before)


def new_row(text: str) -> Row:
    """A row that is in no version yet."""
    return Row((), text, "市财政局", "市教育局", "2025年6月", 0)


def read(folder: Path, *texts: str) -> list[Version]:
    """The versions that some texts are read as, the way ``kg build`` reads a file."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return [
        version(
            Graph((*c.nodes, *c.shared_nodes), (*c.edges, *c.shared_edges)),
            c.document_key,
            same("文件"),
        )
        for c in read_documents(paths)
    ]
