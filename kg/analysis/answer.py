"""The rows of a query as a report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from kg.analysis.codes import coded, coded_boolean, coded_list
from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.model import Edge, Node
from kg.store.cypher.engine import Parameter, Path, QueryResult, Value
from kg.store.queries import DeclaredColumn, NamedQuery, ReturnKind
from kg.wording import Text, same

NAME = "query"
TITLE = Text("查询结果", "Query result")
_KINDS = {
    ReturnKind.TEXT: ColumnKind.TEXT,
    ReturnKind.KEY: ColumnKind.TEXT,
    ReturnKind.TEXTS: ColumnKind.TEXT,
    ReturnKind.CODE: ColumnKind.TEXT,
    ReturnKind.CODES: ColumnKind.TEXT,
    ReturnKind.BOOLEAN: ColumnKind.TEXT,
    ReturnKind.DATE: ColumnKind.DATE,
    ReturnKind.COUNT: ColumnKind.COUNT,
    ReturnKind.SHARE: ColumnKind.SHARE,
    ReturnKind.NUMBER: ColumnKind.NUMBER,
}
_NAMES = ("name", "title")
_AS_OF = "as_of"


def answer(
    result: QueryResult,
    query: NamedQuery | None = None,
    parameters: Mapping[str, Parameter] | None = None,
    besides: Sequence[Text] = (),
) -> Report:
    """Return the rows of a query: columns as a named question declares them, else by their values.

    Nodes are shown by name, title or key, edges by type, maps as JSON text, lists joined. What a
    named question declares as codes is shown in words.

    Parameters
    ----------
    besides
        What has to be said of the rows beside what the question's head says.
    """
    if query is None:
        columns = _found(result)
        rows = tuple(_row(columns, map(cell, row)) for row in result.rows)
        return Report(NAME, TITLE, (Part("", _size(result), columns, rows, _cut(result)),))
    given = parameters or {}
    columns = tuple(map(_declared, query.columns))
    rows = tuple(_row(columns, map(_cell, query.columns, row)) for row in result.rows)
    size = _size(result, _tally(rows, query.tally))
    part = Part("", size, columns, rows, (*besides, *_cut(result)))
    notes = (*_notes(given), *query.notes)
    return Report(query.name, query.question, (part,), notes, _as_of(given))


def _row(columns: Sequence[Column], cells: Iterable[CellValue]) -> dict[str, CellValue]:
    return {column.name: value for column, value in zip(columns, cells, strict=True)}


def _cell(column: DeclaredColumn, value: Value) -> CellValue:
    """A value as its column declares it."""
    if isinstance(value, bool):
        return coded_boolean(value)
    if column.kind is ReturnKind.CODE and isinstance(value, str):
        return coded(column.unit, value)
    if column.kind is ReturnKind.CODES and isinstance(value, tuple):
        return coded_list(column.unit, tuple(map(str, value)))
    return cell(value)


def cell(value: Value) -> CellValue:
    """Return a value as a cell of a report.

    Examples
    --------
    >>> cell(({"单位": "市科技局", "条数": 3},))
    ('{"单位": "市科技局", "条数": 3}',)
    >>> cell(Node("agency:市科技局", "Agency", {"name": "市科技局"}))
    '市科技局'
    """
    if isinstance(value, tuple):
        return tuple(str(_scalar(item)) if item is not None else "" for item in value)
    return _scalar(value)


def _scalar(value: Value) -> str | int | float | bool | None:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Node):
        named = (value.props.get(name) for name in _NAMES)
        return str(next((name for name in named if name), value.key))
    if isinstance(value, Edge):
        return value.type
    if isinstance(value, Path):
        return " — ".join(str(_scalar(part)) for part in value.parts)
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Value) -> object:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _scalar(value)


def _declared(column: DeclaredColumn) -> Column:
    is_figure = column.kind not in {ReturnKind.CODE, ReturnKind.CODES}
    unit = f"（{column.unit}）" if column.unit and is_figure else ""
    meaning = column.meaning
    definition = Text(f"{meaning.zh}{unit}", meaning.en)
    return Column(column.name, column.heading, _KINDS[column.kind], definition)


def _found(result: QueryResult) -> tuple[Column, ...]:
    return tuple(
        Column(name, same(name), _kind([row[i] for row in result.rows]), same(name))
        for i, name in enumerate(result.columns)
    )


def _kind(values: Sequence[Value]) -> ColumnKind:
    known = [value for value in values if value is not None]
    if not known or any(isinstance(v, bool) or not isinstance(v, int | float) for v in known):
        return ColumnKind.TEXT
    whole = all(isinstance(value, int) for value in known)
    return ColumnKind.COUNT if whole else ColumnKind.NUMBER


def _size(result: QueryResult, tally: Mapping[Text, int] = MappingProxyType({})) -> Text:
    """How many rows there are, and how many of each code: «61 行：全条 60，分句 1»."""
    rows = len(result.rows)
    zh, en = f"{rows} 行", f"{rows} row{'' if rows == 1 else 's'}"
    if tally:
        zh += "：" + "，".join(f"{words.zh} {n}" for words, n in tally.items())
        en += ": " + ", ".join(f"{words.en} {n}" for words, n in tally.items())
    return Text(zh, en)


def _tally(rows: Iterable[Mapping[str, CellValue]], name: str) -> Mapping[Text, int]:
    """How many rows have each code of a column, most first, then in order of the rows."""
    found = Counter(word for row in rows if isinstance(word := row.get(name), Text))
    return dict(found.most_common())


def _cut(result: QueryResult) -> tuple[Text, ...]:
    if not result.truncated:
        return ()
    rows = len(result.rows)
    return (
        Text(
            f"只取了前 {rows} 行，用 --limit 取更多",
            f"the first {rows} rows only; more with --limit",
        ),
    )


def _notes(given: Mapping[str, Parameter]) -> tuple[Text, ...]:
    shown = [f"{n}={json.dumps(v, ensure_ascii=False)}" for n, v in given.items() if n != _AS_OF]
    if not shown:
        return ()
    return (Text(f"参数：{'，'.join(shown)}", f"parameters: {', '.join(shown)}"),)


def _as_of(given: Mapping[str, Parameter]) -> date | None:
    day = given.get(_AS_OF)
    return date.fromisoformat(day) if isinstance(day, str) else None
