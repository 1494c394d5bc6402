"""Breakdown tables: a table that says for each measure who leads and who supports."""

from __future__ import annotations

from kg.model import ParsedDocument, Source

from ..grammar.columns import ColumnRole
from .table import find_header, read_table
from .tabular import parse_table


class BreakdownTable:
    """Reads 任务分解表: 重点任务 / 具体内容 / 牵头单位 / 责任单位 / 完成时限."""

    name = "breakdown_table"

    def recognises(self, source: Source) -> bool:
        """Tell whether the text heads a column of lead agencies."""
        found = find_header(source)
        return found is not None and found[1].has(ColumnRole.LEAD)

    def parse(self, source: Source) -> ParsedDocument:
        """Return the document as printed; see :func:`.tabular.parse_table`."""
        return parse_table(source, read_table(source), self.name)
