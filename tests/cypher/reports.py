"""What the tests read of reports and of questions, so that the two can be compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kg.analysis.report import CellValue, Part, Report
from kg.model import Graph
from kg.store.cypher import CypherEngine
from kg.store.cypher.engine import Parameter
from kg.store.queries import named_query
from tests.cypher.arguments_sample import REAL, given

Row = Mapping[str, object]
Found = list[tuple[object, ...]]
Answers = Callable[[Graph], Found]
Case = tuple[str, Mapping[str, Parameter], tuple[str, ...], Answers]
"""A question with its parameters, the columns compared, and the report's answer."""

AS_OF = date(2025, 7, 1)
"""Some deadlines of both stores are over on it, some are not."""


def asked(engine: CypherEngine, name: str, parameters: Mapping[str, Parameter]) -> list[Row]:
    query = named_query(name)
    values = {**given(query, REAL), **parameters}
    result = engine.run(query.text, values, timeout_s=60, row_limit=5_000)
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def rounded(value: object) -> object:
    return round(value, 6) if isinstance(value, float) else value


def figures(rows: Sequence[Row], *names: str) -> Found:
    return sorted((tuple(rounded(row[name]) for name in names) for row in rows), key=repr)


def parts(report: Report, suffix: str = "") -> list[tuple[str, Part]]:
    """Return the parts of a kind with the keys of their documents; inferred ones among them."""
    found = []
    for part in report.parts:
        document, _, kind = part.key.replace("!inferred", "").partition("!")
        if kind == suffix and document not in {"documents", "concentration"}:
            found.append((document, part))
    return found


def rows_of(report: Report, suffix: str = "") -> list[tuple[str, Mapping[str, CellValue]]]:
    return [(document, row) for document, part in parts(report, suffix) for row in part.rows]


def ordered(found: Sequence[tuple[object, ...]]) -> Found:
    return sorted((tuple(map(rounded, row)) for row in found), key=repr)


def iso(value: CellValue) -> str | None:
    return None if value is None else str(value)


def agency(graph: Graph, printed: str) -> str:
    """Return the key of the body that is printed so."""
    found = {e.src for e in graph.edges if e.props.get("as_printed") == printed}
    return sorted(found)[0]
