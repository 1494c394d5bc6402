"""The parameters of a query: what was typed, as values."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from kg.errors import Problem, UsageError
from kg.store.cypher.engine import Parameter
from kg.store.cypher.tokens import Shape, Token
from kg.store.queries import TODAY, DeclaredParameter, NamedQuery, ParameterKind
from kg.wording import Text, same

_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?(?:[eE][+-]?[0-9]{1,3})?")
_WORDS: Mapping[str, Parameter] = {"true": True, "false": False, "null": None}
_EXPECTED = {
    ParameterKind.DATE: Text("日期，如 2025-06-30", "a date such as 2025-06-30"),
    ParameterKind.INTEGER: Text("整数", "a whole number"),
    ParameterKind.NUMBER: Text("数", "a number"),
    ParameterKind.BOOLEAN: Text("true 或 false", "true or false"),
    ParameterKind.TEXTS: Text('JSON 列表，如 ["甲","乙"]', 'a JSON list such as ["甲","乙"]'),
}


def pairs(given: Iterable[str]) -> dict[str, str]:
    """Return the name and the text of each ``k=v``.

    Raises
    ------
    UsageError
        When one has no ``=`` or no name, or a name is given twice.
    """
    found: dict[str, str] = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals or not name.isidentifier():
            what = Text(f"参数写法不对：{item}", f"a parameter cannot be read: {item}")
            raise UsageError(Problem(what, expected=same("-p agency=市科技局")))
        if name in found:
            what = Text(f"参数给了两次：{name}", f"a parameter is given twice: {name}")
            raise UsageError(Problem(what))
        found[name] = value
    return found


def guessed(text: str) -> Parameter:
    """Return the value of a parameter that nothing declares.

    ``true``, ``false``, ``null``, numbers, and JSON lists, maps or quoted texts are what they look
    like; everything else is text, dates among it.

    Examples
    --------
    >>> [guessed(t) for t in ("市科技局", "3", "0.5", "true", '["甲"]', '"3"', "2025-06-30")]
    ['市科技局', 3, 0.5, True, ['甲'], '3', '2025-06-30']
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    if text[:1] in {"[", "{", '"'}:
        value = _json(text)
        return text if value is None else value
    return text


def declared(query: NamedQuery, given: Mapping[str, str], today: date) -> dict[str, Parameter]:
    """Return the values of a named question's parameters.

    Raises
    ------
    UsageError
        With every parameter that is missing, unknown or of the wrong kind, or a ``from_…`` that
        lies behind its ``to_…``.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    _compare(given, known, {p.name for p in query.parameters if p.required})
    values = {
        name: _typed(parameter, given[name]) if name in given else _default(parameter, today)
        for name, parameter in known.items()
    }
    for name, first in values.items():
        last = values.get(f"to_{name.removeprefix('from_')}")
        if name.startswith("from_") and _is_after(first, last):
            raise UsageError(_reversed(name, first, last))
    return values


def _is_after(first: Parameter, last: Parameter) -> bool:
    """Tell whether a number or a day (ISO text) lies behind another."""
    if isinstance(first, str) and isinstance(last, str):
        return first > last
    return isinstance(first, int | float) and isinstance(last, int | float) and first > last


def _reversed(name: str, first: Parameter, last: Parameter) -> Problem:
    other = f"to_{name.removeprefix('from_')}"
    return Problem(
        Text(f"起在止之后：{first}、{last}", f"from is after to: {first}, {last}"),
        Text(f"{name}、{other}", f"{name}, {other}"),
        next_step=Text("把两个值对调", "exchange the two values"),
    )


def free(found: Iterable[Token], given: Mapping[str, str]) -> dict[str, Parameter]:
    """Return the values of the parameters that a query's text names.

    Raises
    ------
    UsageError
        With every parameter that is missing or that the text does not name.
    """
    used = {token.name for token in found if token.shape is Shape.PARAMETER}
    _compare(given, used, used)
    return {name: guessed(given[name]) for name in sorted(used)}


def _compare(given: Collection[str], known: Collection[str], required: Collection[str]) -> None:
    problems = [_missing(name) for name in sorted(set(required) - set(given))]
    problems += [_unknown(name, known) for name in sorted(set(given) - set(known))]
    if problems:
        raise UsageError(*problems)


def _default(parameter: DeclaredParameter, today: date) -> Parameter:
    if parameter.kind is ParameterKind.DATE and parameter.default == TODAY:
        return today.isoformat()
    return parameter.default


def _typed(parameter: DeclaredParameter, text: str) -> Parameter:
    value = _read(parameter.kind, text)
    if value is None:
        raise UsageError(
            Problem(
                Text(
                    f"参数 {parameter.name} 的值不对：{text}",
                    f"the value of {parameter.name} is wrong: {text}",
                ),
                expected=_EXPECTED.get(parameter.kind),
            )
        )
    return value


def _read(kind: ParameterKind, text: str) -> Parameter:
    """The value, or None where the text is none of this kind."""
    match kind:
        case ParameterKind.DATE:
            return _day(text)
        case ParameterKind.INTEGER:
            return int(text) if _INTEGER.fullmatch(text) else None
        case ParameterKind.NUMBER:
            return float(text) if _NUMBER.fullmatch(text) else None
        case ParameterKind.BOOLEAN:
            return {"true": True, "false": False}.get(text.lower())
        case ParameterKind.TEXTS:
            value = _json(text)
            texts = isinstance(value, list) and all(isinstance(v, str) for v in value)
            return value if texts else None
        case _:
            return text


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _json(text: str) -> Parameter:
    try:
        value: Parameter = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _missing(name: str) -> Problem:
    what = Text(f"缺少参数 {name}", f"the parameter {name} is missing")
    return Problem(what, next_step=Text(f"用 -p {name}=… 给出", f"give it with -p {name}=…"))


def _unknown(name: str, known: Collection[str]) -> Problem:
    some = sorted(known)
    expected = Text("、".join(some) or "（没有参数）", ", ".join(some) or "(none)")
    return Problem(Text(f"没有这个参数：{name}", f"unknown parameter: {name}"), expected=expected)
