"""A question put to an engine: a named one or Cypher, with its parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.analysis.answer import answer
from kg.analysis.report import Report
from kg.cli.naming import folded
from kg.cli.parameter import Option, Positive
from kg.errors import Problem, UnknownNameError, UsageError
from kg.store.arguments import declared, free, pairs
from kg.store.cypher.engine import CypherEngine, Parameter, QueryResult
from kg.store.cypher.fault import QueryTimeoutError
from kg.store.cypher.readonly import check
from kg.store.queries import NamedQuery, ParameterKind, is_name, named_query
from kg.wording import Text

ROW_LIMIT = 1000
TIMEOUT_S = 30

_ALL_NAMES = 1_000_000
# Every name by which a parameter may mean something that the store holds.
_NAMES = {
    ParameterKind.AGENCY: (
        Text("单位", "agency"),
        "MATCH (a:Agency) OPTIONAL MATCH (a)-[r:LEADS|ASSISTS]->(:Measure) "
        "UNWIND [a.key, a.name, r.as_printed] AS name "
        "WITH DISTINCT name WHERE name IS NOT NULL RETURN name ORDER BY name",
    ),
    ParameterKind.DOCUMENT: (
        Text("文件", "document"),
        "MATCH (d:Document) UNWIND [d.key, d.doc_no, d.title] AS name "
        "WITH DISTINCT name WHERE name IS NOT NULL RETURN name ORDER BY name",
    ),
    ParameterKind.INDUSTRY: (
        Text("产业", "industry"),
        "MATCH (i:Industry) UNWIND [i.key, i.name, i.code] AS name "
        "WITH DISTINCT name WHERE name IS NOT NULL RETURN name ORDER BY name",
    ),
    ParameterKind.PROGRAMME: (
        Text("专项平台", "programme"),
        "MATCH (p:Programme) UNWIND [p.key, p.name] AS name RETURN DISTINCT name ORDER BY name",
    ),
    ParameterKind.PART: (
        Text("任务或举措的键", "key of a task or measure"),
        "MATCH (m) WHERE m:Measure OR m:Task RETURN m.key AS name ORDER BY name",
    ),
    ParameterKind.UNIT: (
        Text("计量单位", "unit"),
        "MATCH (g:Target) WHERE g.unit IS NOT NULL RETURN DISTINCT g.unit AS name ORDER BY name",
    ),
}
_INFERRED = "inferred"
_LISTED = 8
"""Names that an error lists, all of them; of more it names those that are alike."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may take, and how many rows are fetched."""

    timeout_s: float = TIMEOUT_S
    row_limit: int = ROW_LIMIT


@dataclass(frozen=True, slots=True)
class Question:
    """What is run: the text, its parameters, and the named question it comes from, if any."""

    text: str
    parameters: Mapping[str, Parameter]
    named: NamedQuery | None = None


def question(text: str, given: Sequence[str]) -> Question:
    """Return the question that was typed.

    Parameters
    ----------
    text
        The name of a question, or Cypher; a semicolon at the end is left out.
    given
        Parameters as ``k=v``.

    Raises
    ------
    UnknownNameError
        When a name is none; the nearest are named.
    UsageError
        When there is no text, or parameters are missing, unknown or of the wrong kind.
    NotReadOnlyError, QueryError
        When Cypher does more than read, or is not complete.
    """
    plain = text.strip()
    if is_name(plain):
        named = named_query(plain)
        return Question(named.text, declared(named, pairs(given), date.today()), named)
    if not plain:
        raise UsageError(
            Problem(
                Text("没有给出查询", "no query given"),
                expected=Text("Cypher 或查询名，名称见 --list", "Cypher, or a name; names: --list"),
            )
        )
    found = check(plain)
    while found and found[-1].text == ";":
        plain = plain[: found.pop().offset]
    return Question(plain, free(found, pairs(given)))


def ask(engine: CypherEngine, asked: Question, limits: Limits) -> Report:
    """Return the answer to a question.

    Where a named question about an agency, a document or the like finds nothing, the name is
    looked for in other forms (width, brackets, case), and then the question is put again. Where
    it leaves inferred roles out, the answer says what they would change.

    Raises
    ------
    UnknownNameError
        When nothing has the name given for an agency, a document or the like.
    KgError
        Whatever the engine raises.
    """
    result = engine.run(
        asked.text,
        asked.parameters,
        timeout_s=limits.timeout_s,
        row_limit=limits.row_limit,
    )
    if not result.rows and asked.named is not None:
        meant = _meant(engine, asked.named, asked.parameters, limits)
        if meant != asked.parameters:
            return ask(engine, replace(asked, parameters=meant), limits)
    besides = _inferred(engine, asked, result, limits)
    return answer(result, asked.named, asked.parameters, besides)


def _inferred(
    engine: CypherEngine, asked: Question, result: QueryResult, limits: Limits
) -> tuple[Text, ...]:
    """What the answer would be with inferred roles, where it was asked for without them."""
    if asked.named is None or asked.parameters.get(_INFERRED) is not False or result.truncated:
        return ()
    try:
        whole = engine.run(
            asked.text,
            {**asked.parameters, _INFERRED: True},
            timeout_s=limits.timeout_s,
            row_limit=limits.row_limit,
        )
    except QueryTimeoutError:
        return (Text("推断的角色未及查看", "there was no time to look at inferred roles"),)
    changed = len(set(whole.rows) - set(result.rows))
    if not changed:
        return ()
    if not result.rows:
        return (
            Text(
                f"没有明示的；推断的有 {changed} 行，用 -p inferred=true 列出",
                f"nothing explicit; rows by inferred roles: {changed}, -p inferred=true lists them",
            ),
        )
    return (
        Text(
            f"只计明示的角色；计入推断的（-p inferred=true）另有 {changed} 行不同",
            f"explicit roles alone; with inferred ones (-p inferred=true) other rows: {changed}",
        ),
    )


def _meant(
    engine: CypherEngine,
    named: NamedQuery,
    parameters: Mapping[str, Parameter],
    limits: Limits,
) -> Mapping[str, Parameter]:
    """The parameters with the names of agencies and documents as the store has them."""
    meant = dict(parameters)
    for parameter in named.parameters:
        value = parameters[parameter.name]
        if parameter.kind in _NAMES and isinstance(value, str) and value:
            meant[parameter.name] = _known(engine, parameter.kind, value, limits)
    return meant


def _known(engine: CypherEngine, kind: ParameterKind, name: str, limits: Limits) -> str:
    word, query = _NAMES[kind]
    found = engine.run(query, {}, timeout_s=limits.timeout_s, row_limit=_ALL_NAMES)
    names = [str(row[0]) for row in found.rows]
    if name in names:
        return name
    alike = [known for known in names if folded(known) == folded(name)]
    if not alike:
        if len(names) <= _LISTED:
            raise UnknownNameError.of(word, name, names)
        # Who types a name is not helped by a key: agency:市科技局.
        raise UnknownNameError.guessing(
            word, name, [n for n in names if ":" not in n or ":" in name]
        )
    return alike[0]


def limit_options() -> tuple[Option, Option]:
    """Return the options --limit and --timeout."""
    return (
        Option(
            "--limit",
            type=Positive(),
            default=str(ROW_LIMIT),
            metavar="N",
            meaning=Text(f"最多取几行（默认 {ROW_LIMIT}）", f"rows at most (default {ROW_LIMIT})"),
        ),
        Option(
            "--timeout",
            type=Positive(),
            default=str(TIMEOUT_S),
            metavar="S",
            meaning=Text(f"最多几秒（默认 {TIMEOUT_S}）", f"seconds at most (default {TIMEOUT_S})"),
        ),
    )
