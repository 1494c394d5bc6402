"""The named questions: one file each in ``cypher/queries``, with a head that says what it takes and
gives.

::

    // question: 我局牵头哪些举措，何时完成？
    // question: Which measures does an agency lead, and when are they due?
    // params:
    //   agency: agency — 单位名称或任一原文写法 | the agency, by its name or any printed form
    //   inferred: boolean = false — 推断的牵头也算 | count inferred leads as well
    // notes:
    //   只列全条的时限，见 kg report deadlines | whole measures alone; see kg report deadlines
    // returns:
    //   measure_key (key) — 举措键 | the measure's key
    //   measures (count, 条) — 举措数：每条计一次 | measures: each once
    //   scope (code, scope) — 范围 | scope
    // tally: scope
    // order: due_on, printed order of the measures

``notes`` and ``tally`` may be left out. Notes are told with every answer; ``tally`` names a column
of codes by which the rows are counted. What stands before a colon heads the column, the whole says
what it means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Final

from kg.errors import KgError, Problem, UnknownNameError
from kg.store.cypher.engine import Parameter
from kg.wording import Text, same

PACKAGE: Final = "kg.cypher"
FOLDER: Final = "queries"
SUFFIX: Final = ".cypher"


class ParameterKind(StrEnum):
    """What a parameter of a named question takes."""

    TEXT = "text"
    AGENCY = "agency"  # the name of an agency, or any form of it that is printed
    DOCUMENT = "document"  # the key, number or title of a document
    INDUSTRY = "industry"  # the name or code of an industry
    PROGRAMME = "programme"  # the name of a programme
    PART = "part"  # the key of a task or measure
    UNIT = "unit"  # the unit of a target
    DATE = "date"  # ISO 8601
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TEXTS = "texts"  # JSON list of texts


class ReturnKind(StrEnum):
    """What a column of a named question holds."""

    TEXT = "text"
    KEY = "key"
    TEXTS = "texts"
    CODE = "code"  # a word of the graph; behind the comma stands the list it is from
    CODES = "codes"
    DATE = "date"
    COUNT = "count"
    SHARE = "share"  # 0–1
    NUMBER = "number"
    BOOLEAN = "boolean"


TODAY: Final = "today"
"""The default of a date that is the day of the run."""


@dataclass(frozen=True, slots=True)
class DeclaredParameter:
    """A parameter as the head declares it; without a default it must be given."""

    name: str
    kind: ParameterKind
    meaning: Text
    required: bool
    default: Parameter = None


@dataclass(frozen=True, slots=True)
class DeclaredColumn:
    """A column as the head declares it.

    Parameters
    ----------
    unit
        Of a figure; of codes the list they are from, in :mod:`kg.analysis.codes`; else empty.
    """

    name: str
    kind: ReturnKind
    unit: str
    meaning: Text

    @property
    def heading(self) -> Text:
        """What stands above the column: its meaning up to the first colon."""
        return Text(self.meaning.zh.partition("：")[0], self.meaning.en.partition(": ")[0])


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A named question: its head, and the whole text of its file, which is what runs.

    Parameters
    ----------
    tally
        The column of codes by which its rows are counted; empty without one.
    """

    name: str
    question: Text
    parameters: tuple[DeclaredParameter, ...]
    columns: tuple[DeclaredColumn, ...]
    order: str
    text: str
    notes: tuple[Text, ...] = ()
    tally: str = ""


class QueryFileError(KgError):
    """The head of a query file cannot be read: a defect of the program."""


_PARAMETER = re.compile(r"(?P<name>\w{1,60}): (?P<kind>[a-z]{1,20})(?: = (?P<default>.{1,200}))?")
_COLUMN = re.compile(r"(?P<name>\w{1,60}) \((?P<kind>[a-z]{1,20})(?:, (?P<unit>[^)]{1,20}))?\)")
_NAME = re.compile(r"[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,8}")
_FIELDS = frozenset({"question", "params", "notes", "returns", "tally", "order"})


def is_name(text: str) -> bool:
    """Tell whether a text could be the name of a question; no Cypher query is.

    Examples
    --------
    >>> is_name("agency-leads"), is_name("MATCH (m) RETURN m")
    (True, False)
    """
    return _NAME.fullmatch(text) is not None


def names() -> tuple[str, ...]:
    """Return the names of all questions, sorted."""
    folder = files(PACKAGE) / FOLDER
    found = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in found if name.endswith(SUFFIX)))


def named_query(name: str) -> NamedQuery:
    """Return a named question.

    Raises
    ------
    UnknownNameError
        When there is none of this name; the nearest are named.
    """
    known = names()
    if name not in known:
        raise UnknownNameError.of(Text("查询", "query"), name, known)
    file = files(PACKAGE) / FOLDER / f"{name}{SUFFIX}"
    return parse(name, file.read_text(encoding="utf-8"))


def parse(name: str, text: str) -> NamedQuery:
    """Return the question that a file holds.

    Raises
    ------
    QueryFileError
        When its head lacks a part or has a line that cannot be read.
    """
    head: dict[str, list[str]] = {field: [] for field in _FIELDS}
    for field, line in _head(text):
        head[field].append(line)
    if len(head["question"]) != 2 or not head["returns"] or len(head["order"]) != 1:  # noqa: PLR2004
        raise _unreadable(name, "question (zh, en), params, returns, order")
    return NamedQuery(
        name,
        Text(*head["question"]),
        tuple(_parameter(name, line) for line in head["params"]),
        tuple(_column(name, line) for line in head["returns"]),
        head["order"][0],
        text,
        tuple(_both(name, line, line) for line in head["notes"]),
        "".join(head["tally"]),
    )


def _head(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line of the head with the field it stands in."""
    field = ""
    for line in text.splitlines():
        if not line.startswith("//"):
            return
        content = line.removeprefix("//").strip()
        word, colon, rest = content.partition(":")
        if colon and word in _FIELDS and not line.startswith("//  "):
            field = word
            content = rest.strip()
        if content and field:
            yield field, content


def _parameter(name: str, line: str) -> DeclaredParameter:
    declaration, meaning = _declared(name, line)
    found = _PARAMETER.fullmatch(declaration)
    if found is None or found["kind"] not in set(ParameterKind):
        raise _unreadable(name, line)
    default = found["default"]
    try:
        value = json.loads(default) if default not in {None, TODAY} else default
    except json.JSONDecodeError as error:
        raise _unreadable(name, line) from error
    return DeclaredParameter(
        found["name"], ParameterKind(found["kind"]), meaning, default is None, value
    )


def _column(name: str, line: str) -> DeclaredColumn:
    declaration, meaning = _declared(name, line)
    found = _COLUMN.fullmatch(declaration)
    if found is None or found["kind"] not in set(ReturnKind):
        raise _unreadable(name, line)
    return DeclaredColumn(found["name"], ReturnKind(found["kind"]), found["unit"] or "", meaning)


def _declared(name: str, line: str) -> tuple[str, Text]:
    declaration, dash, meaning = line.partition(" — ")
    if not dash:
        raise _unreadable(name, line)
    return declaration, _both(name, meaning, line)


def _both(name: str, words: str, line: str) -> Text:
    """The two languages of some words of a line."""
    zh, bar, en = words.partition(" | ")
    if not bar:
        raise _unreadable(name, line)
    return Text(zh.strip(), en.strip())


def _unreadable(name: str, line: str) -> QueryFileError:
    what = Text(f"查询文件的说明读不懂：{line}", f"the head of a query file is unreadable: {line}")
    return QueryFileError(Problem(what, same(f"{name}{SUFFIX}")))


def defaults(query: NamedQuery) -> Mapping[str, Parameter]:
    """Return the values of the parameters that have one without being given."""
    return {p.name: p.default for p in query.parameters if not p.required}
