"""``kg query`` and ``kg schema`` as users run them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kg.cli.asking import Limits, ask, question
from kg.errors import Problem
from kg.schema import EDGES, NODES
from kg.store import open_store
from kg.store.cypher import QueryResult, QueryTimeoutError
from kg.store.cypher.engine import Parameter
from kg.store.queries import names
from kg.wording import Text
from tests.cli.conftest import Kg
from tests.cypher.contents import contents

COUNT = "MATCH (m:Measure) RETURN count(m) AS measures"


def graph_of(path: Path) -> object:
    with open_store(str(path)) as store:
        return store.graph()


def test_cypher_as_a_table_and_as_json(kg: Kg, filled: Path) -> None:
    table = kg("query", COUNT)
    assert (table.code, table.err) == (0, "")
    assert "measures" in table.out
    rows = json.loads(kg("query", COUNT, "-f", "json").out)["parts"][0]["rows"]
    assert rows == [{"measures": 5}]


def test_csv_holds_the_rows_alone(kg: Kg, filled: Path) -> None:
    query = "MATCH (a:Agency) RETURN a.name AS `单位`, a.is_collective AS c ORDER BY a.name LIMIT 1"
    out = kg("query", query, "-f", "csv").out.removeprefix("\ufeff")
    assert next(csv.reader(io.StringIO(out))) == ["单位", "c"]
    line = json.loads(kg("query", COUNT, "-f", "jsonl").out)
    assert line == {"measures": 5}


def test_nodes_edges_maps_and_lists_are_shown(kg: Kg, filled: Path) -> None:
    query = (
        "MATCH p = (a:Agency)-[r:LEADS]->(m:Measure) WHERE a.name CONTAINS '法院' "
        "RETURN a, r, m, p, {name: a.name, n: 1} AS map, [1, 'x'] AS list, null AS nothing"
    )
    (row,) = json.loads(kg("query", query, "-f", "json").out)["parts"][0]["rows"]
    name, key = "澄湖市中级人民法院", "澄知发〔2022〕3号/一/1#3"
    assert (row["a"], row["r"], row["m"]) == (name, "LEADS", key)
    assert row["p"] == f"{name} — LEADS — {key}"
    assert json.loads(row["map"]) == {"name": name, "n": 1}
    assert (row["list"], row["nothing"]) == (["1", "x"], None)


def test_a_named_question_with_its_notes(kg: Kg, filled: Path) -> None:
    outcome = kg("query", "agency-leads", "-p", "agency=市科技局")
    assert outcome.code == 0
    assert outcome.out.startswith('我局牵头哪些举措，何时完成？\n· 参数：agency="市科技局"')
    english = kg("query", "agency-leads", "-p", "agency=市科技局", "--lang", "en")
    assert english.out.startswith("Which measures does an agency lead, and when are they due?")
    report = json.loads(kg("query", "overdue-asof", "-p", "as_of=2026-01-01", "-f", "json").out)
    assert report["as_of"] == "2026-01-01"
    assert [r["due_on"] for r in report["parts"][0]["rows"]] == ["2025-12-31"]


def test_codes_are_words_for_people_and_codes_in_data(kg: Kg, filled: Path) -> None:
    asked = ("query", "agency-leads", "-p", "agency=市科技局")
    assert "明示" in kg(*asked).out
    assert "明示" in kg(*asked, "-f", "md").out
    assert "explicit" not in kg(*asked).out
    for form in ("json", "jsonl", "csv"):
        data = kg(*asked, "-f", form).out
        assert "explicit" in data
        assert "明示" not in data
    kg(*asked, "-o", "a.xlsx")
    cells = {c.value for row in load_workbook(filled.parent / "a.xlsx").worksheets[0] for c in row}
    assert "明示" in cells
    assert "explicit" not in cells


def test_rows_are_counted_by_scope_where_a_clause_is_due(kg: Kg, filled: Path) -> None:
    out = kg("query", "overdue-asof", "-p", "as_of=2026-01-01").out
    assert "1 行：分句 1" in out
    assert "已到期（完成情况未载）" in out
    english = kg("query", "overdue-asof", "-p", "as_of=2026-01-01", "--lang", "en").out
    assert "1 row: clause 1" in english
    assert "expired (completion not recorded)" in english


def test_the_head_says_what_is_counted_otherwise(kg: Kg, filled: Path) -> None:
    head = json.loads(kg("query", "uncovered-tasks", "-f", "json").out)["notes"]
    assert any("kg report gaps" in note for note in head)
    english = json.loads(kg("query", "uncovered-tasks", "-f", "json", "--lang", "en").out)["notes"]
    assert any("see kg report gaps" in note for note in english)


def test_inferred_roles_that_are_left_out_are_told(kg: Kg, filled: Path) -> None:
    outcome = kg("query", "agency-leads", "-p", "agency=保护处")
    assert outcome.code == 0
    assert "没有明示的；推断的有 1 行，用 -p inferred=true 列出" in outcome.out
    english = kg("query", "agency-leads", "-p", "agency=保护处", "--lang", "en").out
    assert "nothing explicit; rows by inferred roles: 1, -p inferred=true lists them" in english
    some = kg("query", "workload-ranking").out
    assert "只计明示的角色；计入推断的（-p inferred=true）另有 2 行不同" in some
    english = kg("query", "workload-ranking", "--lang", "en").out
    assert "explicit roles alone; with inferred ones (-p inferred=true) other rows: 2" in english
    assert "推断的" not in kg("query", "agency-leads", "-p", "agency=市科技局").out
    whole = kg("query", "agency-leads", "-p", "agency=保护处", "-p", "inferred=true")
    assert "没有明示的" not in whole.out


class Slow:
    """An engine that has no time for inferred roles."""

    name = "slow"

    def run(
        self, query: str, parameters: Mapping[str, Parameter], *, timeout_s: float, row_limit: int
    ) -> QueryResult:
        del query, row_limit
        if parameters["inferred"]:
            raise QueryTimeoutError(Problem(Text(f"超过 {timeout_s} 秒", "over time")))
        return QueryResult((), (), False, 0.0)

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Slow:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to let go of."""


def test_an_answer_stands_though_there_was_no_time_for_inferred_roles() -> None:
    (part,) = ask(Slow(), question("never-leads", ()), Limits()).parts
    assert [note.zh for note in part.notes] == ["推断的角色未及查看"]
    assert [note.en for note in part.notes] == ["there was no time to look at inferred roles"]


def test_a_name_in_another_form_is_found(kg: Kg, filled: Path) -> None:
    outcome = kg("query", "agency-leads", "-p", "agency=市市场监督管理局 (知识产权局)")
    assert outcome.code == 0
    assert "1 行" in outcome.out or "2 行" in outcome.out


def test_without_a_query_and_from_stdin(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = kg("query")
    assert (empty.code, empty.err) == (2, "没有给出查询；应为：Cypher 或查询名，名称见 --list\n")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"// 数一数\n{COUNT};\n"))
    assert json.loads(kg("query", "-", "-f", "jsonl").out) == {"measures": 5}


def test_the_list_names_every_question(kg: Kg, workplace: Path) -> None:
    rows = json.loads(kg("query", "--list", "-f", "json").out)["parts"][0]["rows"]
    assert [row["query"] for row in rows] == list(names())
    assert "agency*" in kg("query", "--list").out
    assert "agency*" in kg("query", "--list", "--lang", "en").out


def test_more_rows_than_the_limit_are_said(kg: Kg, filled: Path) -> None:
    outcome = kg("query", "MATCH (m:Measure) RETURN m.key", "--limit", "2")
    assert "只取了前 2 行，用 --limit 取更多" in outcome.out
    english = kg("query", "MATCH (m:Measure) RETURN m.key", "--limit", "2", "--lang", "en")
    assert "the first 2 rows only; more with --limit" in english.out


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ("agency-lead",),
            "没有这个查询：agency-lead；应为：agency-leads",
            "unknown query: agency-lead; expected: one of agency-leads",
        ),
        (
            ("agency-leads",),
            "缺少参数 agency。请用 -p agency=… 给出\n",
            "the parameter agency is missing. Next: give it with -p agency=…\n",
        ),
        (
            ("no-deadline", "-p", "documant=x"),
            "没有这个参数：documant；应为：clauses、document、inferred\n",
            "unknown parameter: documant; expected: clauses, document, inferred\n",
        ),
        (
            ("overdue-asof", "-p", "as_of=2025-13-01"),
            "参数 as_of 的值不对：2025-13-01；应为：日期，如 2025-06-30\n",
            "the value of as_of is wrong: 2025-13-01; expected: a date such as 2025-06-30\n",
        ),
        (
            ("no-deadline", "-p", "inferred=yes"),
            "参数 inferred 的值不对：yes；应为：true 或 false\n",
            "the value of inferred is wrong: yes; expected: true or false\n",
        ),
        (
            ("multi-agency-measures", "-p", "at_least=zwei"),
            "参数 at_least 的值不对：zwei；应为：整数\n",
            "the value of at_least is wrong: zwei; expected: a whole number\n",
        ),
        (
            ("workload-ranking", "-p", "assist_weight=x"),
            "参数 assist_weight 的值不对：x；应为：数\n",
            "the value of assist_weight is wrong: x; expected: a number\n",
        ),
        (
            ("data-quality", "-p", "severities=error"),
            '参数 severities 的值不对：error；应为：JSON 列表，如 ["甲","乙"]\n',
            'the value of severities is wrong: error; expected: a JSON list such as ["甲","乙"]\n',
        ),
        (
            ("RETURN $a AS a", "-p", "b=1"),
            "缺少参数 a。请用 -p a=… 给出\n没有这个参数：b；应为：a\n",
            "the parameter a is missing. Next: give it with -p a=…\n",
        ),
        (
            ("RETURN 1 AS a", "-p", "b"),
            "参数写法不对：b；应为：-p agency=市科技局\n",
            "a parameter cannot be read: b; expected: -p agency=市科技局\n",
        ),
        (
            ("RETURN $a AS a", "-p", "a=1", "-p", "a=2"),
            "参数给了两次：a\n",
            "a parameter is given twice: a\n",
        ),
        (
            ("MATCH (m:Measure)\nRETRN m",),
            "查询有误：Unexpected input 'RETRN'（第 2 行第 1 列）\n  RETRN m\n  ^\n",
            "the query is at fault: Unexpected input 'RETRN' (line 2, column 1)\n  RETRN m\n  ^\n",
        ),
        (
            ("due-between", "-p", "from_day=2025-06-30", "-p", "to_day=2025-06-01"),
            "起在止之后：2025-06-30、2025-06-01（from_day、to_day）。请把两个值对调\n",
            "from is after to: 2025-06-30, 2025-06-01 (from_day, to_day). Next: exchange the two "
            "values\n",
        ),
        (
            ("weak-alignments", "-p", "from_score=0.8"),
            "起在止之后：0.8、0.7（from_score、to_score）。请把两个值对调\n",
            "from is after to: 0.8, 0.7 (from_score, to_score). Next: exchange the two values\n",
        ),
        (
            ("agency-leads", "-p", "agency=市科学局"),
            "没有这个单位：市科学局；是不是：澄湖市科学技术局、市科技局？\n",
            "unknown agency: 市科学局; did you mean 澄湖市科学技术局 or 市科技局?\n",
        ),
        (
            ("industry-measures", "-p", "industry=茶"),
            "没有这个产业：茶；应为：（尚无可选的）\n",
            "unknown industry: 茶; expected: (there are none yet)\n",
        ),
        (
            ("alignment-explain", "-p", "upper_key=没有的键"),
            "没有这个任务或举措的键：没有的键",
            "unknown key of a task or measure: 没有的键",
        ),
        (
            ("agency-leads", "-p", "agency=没有的局"),
            "没有这个单位：没有的局。请用 kg find 查找",
            "unknown agency: 没有的局. Next: look for it with kg find",
        ),
    ],
)
def test_wrong_use(kg: Kg, filled: Path, arguments: tuple[str, ...], zh: str, en: str) -> None:
    chinese = kg("query", *arguments)
    assert (chinese.code, chinese.out) == (2, "")
    assert chinese.err.startswith(zh)
    assert kg("query", *arguments, "--lang", "en").err.startswith(en)


@pytest.mark.parametrize(
    "query",
    ["CREATE (n)", "MATCH (n) DETACH DELETE n", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"],
)
def test_writing_is_refused_and_the_store_is_as_before(kg: Kg, filled: Path, query: str) -> None:
    before = graph_of(filled)
    outcome = kg("query", query)
    assert (outcome.code, outcome.out) == (6, "")
    assert "第 1 行" in outcome.err
    assert graph_of(filled) == before


def test_over_its_time(kg: Kg, filled: Path) -> None:
    query = "RETURN reduce(s=0, x IN range(1,6000000) | s + size([y IN range(1,6000000) | y])) AS n"
    outcome = kg("query", query, "--timeout", "1")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("查询超过 1 秒，已停止")


def test_without_a_store(kg: Kg, workplace: Path) -> None:
    outcome = kg("query", COUNT)
    assert (outcome.code, outcome.out) == (5, "")
    assert "kg build" in outcome.err
    assert list(workplace.iterdir()) == []


def test_queries_follow_the_store(kg: Kg, filled: Path) -> None:
    assert json.loads(kg("query", COUNT, "-f", "jsonl").out) == {"measures": 5}
    with open_store(str(filled)) as store:
        store.write(contents())
    assert json.loads(kg("query", COUNT, "-f", "jsonl").out) == {"measures": 9}


def test_the_schema_with_counts(kg: Kg, filled: Path) -> None:
    parts = json.loads(kg("schema", "-f", "json").out)["parts"]
    labels = {row["label"]: row for row in parts[0]["rows"]}
    types = {row["type"]: row for row in parts[1]["rows"]}
    assert (set(labels), set(types)) == (set(NODES), set(EDGES))
    assert (labels["Measure"]["count"], types["LEADS"]["count"]) == (5, 5)
    assert labels["Industry"]["count"] == 0
    assert types["LEADS"]["endpoints"] == ["Agency → Measure"]
    assert "order" in types["LEADS"]["properties"]


@pytest.mark.parametrize(("name", "word"), [("measure", "原文位置"), ("LEADS", "牵头")])
def test_one_label_or_type_in_both_languages(kg: Kg, filled: Path, name: str, word: str) -> None:
    assert word in kg("schema", name).out
    english = kg("schema", name, "--lang", "en", "-f", "md")
    assert "as printed" in english.out


def test_the_schema_without_a_store(kg: Kg, workplace: Path) -> None:
    outcome = kg("schema", "-f", "json")
    assert (outcome.code, outcome.err) == (0, "没有图谱库，不列数量\n")
    assert {row["count"] for row in json.loads(outcome.out)["parts"][0]["rows"]} == {None}


def test_an_unknown_label(kg: Kg, workplace: Path) -> None:
    outcome = kg("schema", "Mesure")
    assert outcome.code == 2
    assert outcome.err.startswith("没有这个标签或关系类型：Mesure；应为：Measure")
