"""Task lists: a table of tasks, measures and responsible bodies, without a column of leads.

The bodies of a row are a plain list: 责任单位 alone names no lead. The first is taken to lead by
custom, and every role of this genre is marked as inferred.
"""

from __future__ import annotations

from kg.model import ParsedDocument, Source

from ..grammar.columns import ColumnRole
from .table import header_of, read_table
from .tabular import parse_table


class TaskList:
    """Reads 任务清单: 重点任务 / 落实举措 / 责任单位."""

    name = "task_list"

    def recognises(self, source: Source) -> bool:
        """Tell whether the text heads a column of responsible bodies and none of leads."""
        header = header_of(source)
        return header is not None and not header.has(ColumnRole.LEAD)

    def parse(self, source: Source) -> ParsedDocument:
        """Return the document as printed; see :func:`.tabular.parse_table`."""
        return parse_table(source, read_table(source), self.name)
