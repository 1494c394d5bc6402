"""Breakdown tables: a table that says for each measure who leads and who supports."""

from __future__ import annotations

from kg.model import ParsedDocument, Source

from ..grammar.columns import ColumnRole
from .table import header_of, read_table
from .tabular import parse_table


class BreakdownTable:
    """Reads 任务分解表: 重点任务 / 具体内容 / 牵头单位 / 责任单位 / 完成时限."""

    name = "breakdown_table"

    def recognises(self, source: Source) -> bool:
        """Tell whether the text heads a column of lead agencies."""
        header = header_of(source)
        return header is not None and header.has(ColumnRole.LEAD)

    def parse(self, source: Source) -> ParsedDocument:
        """Return the document as printed; see :func:`.tabular.parse_table`."""
        return parse_table(source, read_table(source), self.name)
