"""What is refused before an engine sees it, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ExitCode
from kg.store.cypher.fault import NotReadOnlyError, QueryError
from kg.store.cypher.readonly import WRITING, check
from kg.store.cypher.tokens import tokens
from kg.wording import Language

REFUSED = [
    ("CREATE (n:Agency {key: 'x'})", "CREATE"),
    ("create (n)", "CREATE"),
    ("MATCH (n) /* */ SET n.name = 'x'", "SET"),
    ("MATCH (n) // nothing\nDETACH DELETE n", "DETACH"),
    ("MATCH (n) DELETE n", "DELETE"),
    ("MATCH (n) REMOVE n.name", "REMOVE"),
    ("MERGE (n:Agency {key: 'x'})", "MERGE"),
    ("INSERT (n:Agency)", "INSERT"),
    ("FOREACH (x IN [1] | CREATE (n))", "FOREACH"),
    ("MATCH (n) CALL { WITH n SET n.x = 1 } RETURN n", "SET"),
    ("MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n", "CREATE"),
    ("MATCH (n) CALL { MATCH (m) RETURN m } IN TRANSACTIONS RETURN n", "IN TRANSACTIONS"),
    ("DROP INDEX kg_unique", "DROP"),
    ("CREATE INDEX FOR (n:Agency) ON (n.name)", "CREATE"),
    ("ALTER USER neo4j SET PASSWORD 'x'", "ALTER"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD CSV"),
    ("MATCH (n) LOAD  CSV WITH HEADERS FROM 'http://127.0.0.1/x' AS l RETURN l", "LOAD CSV"),
    ("USE system SHOW USERS", "USE"),
    ("SHOW USERS", "SHOW"),
    ("CYPHER 5 SHOW USERS", "CYPHER"),
    ("EXPLAIN SHOW USERS", "SHOW"),
    ("RETURN 1; SHOW USERS", "SHOW"),
    ("TERMINATE TRANSACTIONS 'x'", "TERMINATE"),
    ("STOP DATABASE neo4j", "STOP"),
    ("GRANT ROLE admin TO x", "GRANT"),
    ("CALL dbms.listConfig() YIELD name RETURN name", "dbms.listConfig"),
    ("CALL `db`.`createLabel`('x')", "db.createLabel"),
    ("CALL apoc.cypher.doIt('CREATE (n)', {})", "apoc.cypher.doIt"),
    ("OPTIONAL CALL db.createLabel('x')", "db.createLabel"),
    ("CALL db.relationshipTypes()", "db.relationshipTypes"),
    ("CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey", "db.propertyKeys"),
    ("CALL db.schema.visualization()", "db.schema.visualization"),
    ("RETURN apoc.load.json('file:///etc/passwd')", "apoc.load.json"),
    ("RETURN 1.CREATE (n)", "CREATE"),
    ("RETURN 5.0.CREATE", "CREATE"),
    ("MATCH (n) RETURN n \\", "反斜杠"),
    ("MATCH (n:`a\\`) RETURN n", "反斜杠"),
]
ALLOWED = [
    "MATCH (n:Measure) WHERE n.text CONTAINS 'CREATE (x) DELETE' RETURN n.key",
    'MATCH (n) WHERE n.text = "SET x = 1" RETURN n',
    "MATCH (n) // DELETE n\nRETURN n",
    "MATCH (n) /* SET n.x = 1 */ RETURN n",
    "MATCH (n) RETURN n.set AS `set`, n.delete, n.create",
    "MATCH (n) RETURN {set: 1, create: 2} AS m",
    "MATCH (n:`CREATE`) RETURN n",
    "MATCH (n:Create) RETURN n",
    "MATCH (`delete`) RETURN `delete`",
    "MATCH (m)-[r:CONCERNS]->() RETURN r.start AS start, r.end AS end",
    "MATCH (n) CALL { WITH n MATCH (n)-[:LEADS]->(m) RETURN count(m) AS c } RETURN n.key, c",
    "CALL db.labels() YIELD label RETURN label",
    "CALL DB.Labels()",
    "RETURN date.truncate('month', date('2025-06-30')) AS d",
    "RETURN $create AS `create`",
    "MATCH (d) WHERE d.loaded RETURN d.load AS load, d.show AS show",
    "RETURN 'a\\'b' AS x, 'it\\\\' AS y, 'line\\nbreak' AS z, '\\u4e13利' AS w",
    "EXPLAIN MATCH (n) RETURN n",
]


@pytest.mark.parametrize(("query", "word"), REFUSED)
def test_refused_with_the_word_and_its_place(query: str, word: str) -> None:
    with pytest.raises(NotReadOnlyError) as caught:
        check(query)
    assert caught.value.exit_code is ExitCode.REFUSED
    for language in Language:
        text = caught.value.into(language)
        assert word in text or language is Language.EN
        assert "^" in text
    assert "line" in caught.value.into(Language.EN)


@pytest.mark.parametrize("query", ALLOWED)
def test_allowed(query: str) -> None:
    assert check(query)


@pytest.mark.parametrize("escape", ["\\u0060", "\\u0027", "\\u0022", "\\uuu0027", "\\u000A"])
@pytest.mark.parametrize(
    "frame", ["RETURN '{0}'", "MATCH (n:`{0}`) RETURN n", "RETURN {0}", "//{0}"]
)
def test_escapes_that_move_a_quotation_are_refused(escape: str, frame: str) -> None:
    with pytest.raises(NotReadOnlyError, match="转义"):
        check(frame.format(escape))


def test_the_text_of_a_refusal() -> None:
    with pytest.raises(NotReadOnlyError) as caught:
        check("MATCH (n)\nSET n.x = 1")
    assert caught.value.into(Language.ZH) == (
        "只能读，不能用 SET（第 2 行第 1 列）。"
        "请只用 MATCH、WITH、RETURN 等读取；名字恰好是这个词时用反引号括起\n"
        "  SET n.x = 1\n  ^"
    )
    assert caught.value.into(Language.EN).startswith(
        "queries only read: SET is refused (line 2, column 1). Next: read with MATCH"
    )


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("RETURN 'abc", "字符串没有结束（第 1 行第 8 列）\n  RETURN 'abc\n         ^"),
        ('RETURN "abc', "字符串没有结束（第 1 行第 8 列）"),
        ("MATCH (n:`a) RETURN n", "反引号没有结束（第 1 行第 10 列）"),
        ("RETURN 1 /* abc", "注释没有结束（第 1 行第 10 列）"),
    ],
)
def test_what_is_not_closed_is_said(query: str, text: str) -> None:
    with pytest.raises(QueryError) as caught:
        check(query)
    assert caught.value.exit_code is ExitCode.USAGE
    assert caught.value.into(Language.ZH).startswith(text)


@given(st.text(max_size=200))
def test_tokens_cover_any_text_in_order(text: str) -> None:
    try:
        found = tokens(text)
    except QueryError:
        return
    position = 0
    for token in found:
        assert token.offset >= position
        assert text[token.offset : token.end] == token.text
        position = token.end


@given(st.text(alphabet=st.characters(exclude_characters="'\\"), max_size=60))
def test_nothing_in_a_string_is_a_word(content: str) -> None:
    query = f"MATCH (m) WHERE m.text = '{content}' RETURN m"
    assert [t.text for t in check(query)][:3] == ["MATCH", "(", "m"]


@given(
    st.sampled_from(sorted(WRITING)),
    st.lists(st.sampled_from([" ", "\n", "\t", "/* */", "//x\n", "\u3000"]), min_size=1),
)
def test_a_writing_clause_is_found_behind_any_white_space(word: str, space: list[str]) -> None:
    gap = "".join(space)
    with pytest.raises(NotReadOnlyError):
        check(f"MATCH (n){gap}{word.title()}{gap}n.x")


@pytest.mark.parametrize(
    "text", ["'" * 100_001, "/*" * 50_000, "`" * 100_001, "\\u" * 50_000, "(" * 100_000]
)
def test_hostile_lengths_are_read_once(text: str) -> None:
    # A pattern that backtracks would hit the time limit of the test run here.
    with pytest.raises((QueryError, NotReadOnlyError)):
        check(f"RETURN {text} \\")
