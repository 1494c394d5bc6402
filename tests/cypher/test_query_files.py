"""The named questions: each head says what its body does, and each body keeps to what both
engines understand.
"""

from __future__ import annotations

import re

import pytest

from kg.analysis.codes import FAMILIES
from kg.errors import UnknownNameError
from kg.store.cypher.columns import columns
from kg.store.cypher.readonly import check
from kg.store.cypher.tokens import Shape
from kg.store.queries import NamedQuery, QueryFileError, ReturnKind, named_query, names, parse
from kg.wording import Language, Text

NAMES = names()
QUESTIONS = {
    *("agency-leads", "agency-assists", "workload-ranking", "lead-concentration", "solo-burden"),
    *("co-led-measures", "multi-agency-measures", "never-leads", "role-inconsistency"),
    *("county-obligations", "due-between", "overdue-asof", "deadline-cliff", "no-deadline"),
    *("coordination-partners", "bridge-agencies", "coordination-path", "industry-measures"),
    *("quantified-targets", "promised-instruments", "programme-mentions", "data-quality"),
    *("province-task-coverage", "uncovered-tasks", "city-only-measures", "weak-alignments"),
    *("alignment-explain", "rejected-alignments", "coverage-by-section", "chain-to-national"),
    "renewal-list",
}
# The aggregate belongs into a WITH: ArcadeDB answers this wrongly without a word.
AGGREGATE_NULL = re.compile(
    r"\b(?:count|sum|avg|min|max|collect)\s{0,5}\([^()]{0,200}\)\s{1,5}IS\s{1,5}(?:NOT\s{1,5})?NULL",
    re.IGNORECASE,
)
# A variable that is null at the end of a path of any length is bound anew by ArcadeDB.
UNBOUND = re.compile(r"OPTIONAL MATCH \((?:\w{0,20}:|\))[^\n]{0,80}\*\d")
CHINESE = re.compile("[\u4e00-\u9fff]")


def body(query: NamedQuery) -> str:
    lines = query.text.splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines) if not line.startswith("//"))
    return "".join(lines[first:])


def test_the_questions_are_there() -> None:
    assert set(NAMES) == QUESTIONS


@pytest.mark.parametrize("name", NAMES)
def test_the_parameters_declared_are_those_used(name: str) -> None:
    query = named_query(name)
    used = {t.name for t in check(query.text) if t.shape is Shape.PARAMETER}
    assert used == {p.name for p in query.parameters}


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_declared_are_those_returned(name: str) -> None:
    query = named_query(name)
    assert columns(query.text, check(query.text)) == tuple(c.name for c in query.columns)


@pytest.mark.parametrize("name", NAMES)
def test_the_head_stands_in_both_languages(name: str) -> None:
    query = named_query(name)
    texts = [query.question, *(p.meaning for p in query.parameters)]
    texts += [c.meaning for c in query.columns]
    for text in texts:
        assert CHINESE.search(text.zh)
        assert text.en
    assert not CHINESE.search(query.question.en)


@pytest.mark.parametrize("name", NAMES)
def test_rows_come_in_an_order(name: str) -> None:
    query = named_query(name)
    last = query.text.rsplit("ORDER BY ", 1)[1]
    assert "RETURN" not in last
    declared = {c.name for c in query.columns}
    assert any(word in declared for word in re.findall(r"\w+", query.order))


@pytest.mark.parametrize("name", NAMES)
def test_no_aggregate_is_compared_with_null(name: str) -> None:
    assert not AGGREGATE_NULL.search(named_query(name).text)


@pytest.mark.parametrize("name", NAMES)
def test_optional_paths_of_any_length_begin_at_what_is_bound(name: str) -> None:
    assert not UNBOUND.search(named_query(name).text)


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_from_lists_with_words(name: str) -> None:
    query = named_query(name)
    coded = [c for c in query.columns if c.kind in {ReturnKind.CODE, ReturnKind.CODES}]
    assert {column.unit for column in coded} <= FAMILIES.keys()
    assert not query.tally or query.tally in {column.name for column in coded}


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_words_and_no_codes(name: str) -> None:
    for column in named_query(name).columns:
        assert not re.search(r"[a-z]{3}", column.heading.zh), column.name
        assert len(column.heading.zh) <= 10, column.name
        assert len(column.heading.en) <= 30, column.name


def test_the_lint_can_fail() -> None:
    assert UNBOUND.search("OPTIONAL MATCH (s:Section)-[:HAS_TASK|HAS_MEASURE*1..2]->(m)")
    assert not UNBOUND.search("OPTIONAL MATCH (m)<-[:HAS_TASK|HAS_MEASURE*1..2]-(s:Section)")
    assert AGGREGATE_NULL.search("WITH m WHERE min(t.due_on) IS NULL")
    assert AGGREGATE_NULL.search("RETURN collect( x ) is not null")


@pytest.mark.parametrize("name", NAMES)
def test_long_bodies_say_why_in_chinese(name: str) -> None:
    lines = body(named_query(name)).splitlines()
    comments = [line for line in lines if line.strip().startswith("//")]
    assert all(CHINESE.search(line) for line in comments)
    assert comments or len(lines) < 15
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("name", NAMES)
def test_roles_are_explicit_unless_asked_for(name: str) -> None:
    query = named_query(name)
    kinds = {p.name: p.default for p in query.parameters}
    if re.search(r":(?:LEADS|ASSISTS)", body(query)) and name != "data-quality":
        assert kinds["inferred"] is False
    for switch in ("collectives", "blanket"):
        assert kinds.get(switch, False) is False


def test_an_unknown_name_lists_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        named_query("agency-lead")
    assert caught.value.into(Language.ZH).startswith(
        "没有这个查询：agency-lead；应为：agency-leads"
    )


HEAD = (
    "// question: 问\n// question: ask\n// params:\n//   n: integer = 3 — 数 | number\n"
    "// notes:\n//   乙 | b\n// returns:\n//   a (count, 条) — 甲：丙 | a: c\n// tally: a\n"
    "// order: a\n\nRETURN $n AS a"
)


def test_a_head_is_read() -> None:
    query = parse("x", HEAD)
    (parameter,), (column,) = query.parameters, query.columns
    assert (parameter.name, parameter.default, parameter.required) == ("n", 3, False)
    assert (column.name, column.kind, column.unit) == ("a", ReturnKind.COUNT, "条")
    assert (column.heading, column.meaning) == (Text("甲", "a"), Text("甲：丙", "a: c"))
    assert (query.notes, query.tally) == ((Text("乙", "b"),), "a")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("// question: ask\n", ""),
        ("// order: a\n", ""),
        ("integer", "whole"),
        ("(count, 条)", "(kilo)"),
        (" — 数 | number", ""),
        ("= 3", "= drei"),
        ("乙 | b", "乙"),
    ],
)
def test_a_head_with_a_fault_is_refused(old: str, new: str) -> None:
    with pytest.raises(QueryFileError, match="查询文件的说明读不懂"):
        parse("x", HEAD.replace(old, new))
