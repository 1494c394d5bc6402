"""ArcadeDB on a copy of a store: values, limits, and the life of the copy."""

from __future__ import annotations

import importlib.metadata
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import ExitCode, KgError, StoreError, StoreUnreachableError, UsageError
from kg.model import Edge, Linkage, Node
from kg.store import open_store
from kg.store.cypher import (
    CypherEngine,
    NotReadOnlyError,
    QueryError,
    QueryResult,
    QueryTimeoutError,
    embedded,
    open_engine,
)
from kg.store.cypher import (
    Path as Walk,
)
from kg.store.cypher.copy import Copies
from kg.store.cypher.refusals import engine_error, not_started
from kg.store.inventory import NAMES
from kg.wording import Language, Text
from tests.cypher.conftest import silent
from tests.cypher.contents import KEY, TEXTS, contents

COUNT = "MATCH (d:Document) RETURN count(d) AS n"
ENDLESS = (
    "RETURN reduce(s = 0, x IN range(1, 6000000) |"
    " s + reduce(t = 0, y IN range(1, 6000000) | t + y)) AS n"
)
SLOW = "MATCH (a), (b), (c), (d), (e) WHERE a.key + b.key = c.key + d.key + e.key RETURN a.key AS k"


def run(engine: CypherEngine, query: str, **parameters: object) -> QueryResult:
    return engine.run(query, parameters, timeout_s=60, row_limit=100)  # type: ignore[arg-type]


def copies(store: str) -> list[str]:
    return [entry.name for entry in Copies.of(store).folder.iterdir() if entry.is_dir()]


@pytest.fixture
def own(sample_store: str, tmp_path: Path) -> str:
    """A store of this test's own."""
    return str(shutil.copy(sample_store, tmp_path / "kg.db"))


def test_values_come_back_as_what_they_are(sample: CypherEngine) -> None:
    result = run(
        sample,
        "MATCH p = (a:Agency {key: $key})-[r:LEADS]->(m:Measure {seq: 4}) "
        "RETURN a, r, m.seq AS seq, p, {name: a.name, list: [1, 2.5, null]} AS map, true AS yes, "
        "null AS nothing, date('2025-06-30') AS day",
        key="agency:澄湖市科学技术局",
    )
    assert result.columns == ("a", "r", "seq", "p", "map", "yes", "nothing", "day")
    ((a, r, seq, p, mapping, yes, nothing, day),) = result.rows
    assert isinstance(a, Node)
    assert (a.key, a.label, a.props["name"]) == (
        "agency:澄湖市科学技术局",
        "Agency",
        "澄湖市科学技术局",
    )
    assert isinstance(r, Edge)
    assert (r.src, r.type, r.dst) == (a.key, "LEADS", f"{KEY}/1#4")
    assert isinstance(p, Walk)
    assert [type(part) for part in p.parts] == [Node, Edge, Node]
    assert mapping == {"name": "澄湖市科学技术局", "list": (1, 2.5, None)}
    assert (seq, yes, nothing, day) == (4, True, None, "2025-06-30")


def test_columns_are_named_without_rows(sample: CypherEngine) -> None:
    result = run(sample, "MATCH (m:Measure) WHERE m.seq > 99 RETURN m.key AS `键`, count(*) + 1")
    assert (result.columns, result.rows) == (("键", "count(*) + 1"), ())


def test_rows_are_fetched_up_to_the_limit(sample: CypherEngine) -> None:
    query = "MATCH (m:Measure) RETURN m.key AS k ORDER BY k"
    some = sample.run(query, {}, timeout_s=60, row_limit=2)
    assert (len(some.rows), some.truncated) == (2, True)
    exact = sample.run(query + " LIMIT 2", {}, timeout_s=60, row_limit=2)
    assert (len(exact.rows), exact.truncated) == (2, False)


@pytest.mark.parametrize(
    "value",
    ["a'b", 'a"b', "`", "\\u0060", "x'}) DETACH DELETE (n) //", "\n", "{", "$key"],
)
def test_a_parameter_is_never_code(sample: CypherEngine, value: str) -> None:
    before = run(sample, "MATCH (n) RETURN count(n) AS n").rows
    assert run(sample, "RETURN $value AS v, size($value) AS n", value=value).rows == (
        (value, len(value)),
    )
    assert run(sample, "MATCH (a:Agency {name: $value}) RETURN a.key", value=value).rows == ()
    assert run(sample, "MATCH (n) RETURN count(n) AS n").rows == before


@pytest.mark.parametrize("name", ["x` {a: 1}) DELETE n //", "``", "Agency` SET n.x = 1 //"])
def test_a_quoted_name_is_never_code(sample: CypherEngine, name: str) -> None:
    quoted = "`" + name.replace("`", "``") + "`"
    assert run(sample, f"MATCH (n:{quoted}) RETURN count(n) AS n").rows == ((0,),)


def test_parameters_keep_their_kinds(sample: CypherEngine) -> None:
    result = run(
        sample,
        "RETURN $i + 1 AS i, $f AS f, $b AS b, $l[1] AS l, $m.k AS m, $none IS NULL AS none",
        i=2**53, f=0.5, b=False, l=["甲", "乙"], m={"k": "v"}, none=None,
    )  # fmt: skip
    assert result.rows == ((2**53 + 1, 0.5, False, "乙", "v", True),)


@pytest.mark.parametrize(
    ("query", "zh"),
    [
        (
            "MATCH (a:Agency)\nRETRN a",
            "查询有误：Unexpected input 'RETRN'（第 2 行第 1 列）\n  RETRN a\n  ^",
        ),
        (
            "MATCH (m:Measure) RETURN x AS k",
            "查询有误：UndefinedVariable: Variable 'x' not defined（第 1 行第 26 列）\n"
            "  MATCH (m:Measure) RETURN x AS k\n" + " " * 27 + "^",
        ),
    ],
)
def test_a_fault_in_a_query_is_shown_in_its_line(sample: CypherEngine, query: str, zh: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(sample, query)
    assert caught.value.exit_code is ExitCode.USAGE
    assert caught.value.into(Language.ZH) == zh
    assert caught.value.into(Language.EN).startswith("the query is at fault: ")


@pytest.mark.parametrize("query", ["RETURN 1 / 0 AS x", "RETURN toInteger({a: 1}) AS x"])
def test_a_query_that_fails_is_the_fault_of_the_query(sample: CypherEngine, query: str) -> None:
    with pytest.raises(UsageError):
        run(sample, query)


@pytest.mark.parametrize("query", [SLOW, ENDLESS])
def test_a_query_over_its_time_is_stopped_and_the_engine_goes_on(
    sample: CypherEngine, query: str
) -> None:
    with pytest.raises(QueryTimeoutError) as caught:
        sample.run(query, {}, timeout_s=1, row_limit=10)
    assert caught.value.exit_code is ExitCode.FAILURE
    assert caught.value.into(Language.ZH).startswith("查询超过 1 秒，已停止。请缩小查询范围")
    assert caught.value.into(Language.EN).startswith("the query took longer than 1 s and was")
    assert run(sample, COUNT).rows == ((3,),)


def test_a_query_that_needs_too_much_memory_is_told(sample: CypherEngine) -> None:
    query = "WITH reduce(s = 'x', i IN range(1, 40) | s + s) AS text RETURN size(text) AS n"
    with pytest.raises(StoreError) as caught:
        run(sample, query)
    assert "内存" in caught.value.into(Language.ZH)
    assert run(sample, COUNT).rows == ((3,),)


@pytest.mark.parametrize("query", ["CREATE (n:Agency)", "LOAD CSV FROM 'file:///x' AS l RETURN l"])
def test_writing_is_refused(sample: CypherEngine, query: str) -> None:
    with pytest.raises(NotReadOnlyError):
        run(sample, query)


@pytest.mark.parametrize(
    "query", ["CREATE (n:Agency {key: 'x'})", "MATCH (n) DETACH DELETE n", "CREATE (:New)"]
)
def test_the_copy_refuses_writes_too(
    sample: CypherEngine, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run(sample, "MATCH (n) RETURN count(n) AS n").rows
    monkeypatch.setattr(embedded, "check", lambda _: [])
    with pytest.raises(KgError):
        run(sample, query)
    monkeypatch.undo()
    assert run(sample, "MATCH (n) RETURN count(n) AS n").rows == before


@pytest.mark.parametrize("source", ["file://{0}", "{0}", "http://127.0.0.1:9/x"])
def test_the_engine_itself_reads_no_files(
    sample: CypherEngine, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n", encoding="utf-8")
    monkeypatch.setattr(embedded, "check", lambda _: [])
    with pytest.raises(KgError) as caught:
        run(sample, f"LOAD CSV FROM '{source.format(secret)}' AS line RETURN line")
    assert "secret\n" not in str(caught.value)


def test_the_copy_follows_the_store(own: str) -> None:
    with open_engine(own, {}, silent) as engine:
        assert run(engine, COUNT).rows == ((3,),)
        first = copies(own)
        with open_store(own) as store:
            store.delete_document(KEY)
        assert run(engine, COUNT).rows == ((2,),)
        with open_store(own) as store:
            store.write(contents())
        assert run(engine, COUNT).rows == ((3,),)
        assert copies(own) == first


def test_the_copy_follows_what_joins_documents(own: str) -> None:
    with open_store(own) as store:
        lower, upper = (node.key for node in store.documents()[:2])
    props = {"document_key": lower, "upper_document_key": upper, "basis": "person", "stamp": "0"}
    joined = Linkage(lower, upper, (Edge(lower, "COMPARED_WITH", upper, props),))
    query = "MATCH (d:Document)-[r:COMPARED_WITH]->(u) RETURN d.key AS lower, r.basis AS b, u.key"
    with open_engine(own, {}, silent) as engine:
        assert run(engine, query).rows == ()
        with open_store(own) as store:
            store.link(joined)
        assert run(engine, query).rows == ((lower, "person", upper),)
        with open_store(own) as store:
            store.unlink(lower, upper)
        assert run(engine, query).rows == ()


def test_a_document_carries_its_printed_lines(sample: CypherEngine) -> None:
    text = "MATCH (d:Document {key: $key}) RETURN d.lines[1] AS text, d AS whole, keys(d) AS names"
    ((line, whole, names),) = run(sample, text, key=KEY).rows
    assert line == TEXTS[0]
    assert isinstance(whole, Node)
    assert NAMES.isdisjoint(whole.props)  # a node is shown as the schema has it
    assert isinstance(names, tuple)
    assert {"key", "title", "digest", "lines", "shared_nodes"} <= set(map(str, names))


def test_the_copy_is_used_again_and_made_again_when_it_is_gone(own: str) -> None:
    with open_engine(own, {}, silent) as engine:
        run(engine, COUNT)
    (copy,) = copies(own)
    made = (Copies.of(own).place(copy) / "schema.json").stat().st_mtime_ns
    with open_engine(own, {}, silent) as engine:
        run(engine, COUNT)
    assert (Copies.of(own).place(copy) / "schema.json").stat().st_mtime_ns == made
    shutil.rmtree(Copies.of(own).folder)
    with open_engine(own, {}, silent) as engine:
        assert run(engine, COUNT).rows == ((3,),)


def test_what_was_never_finished_is_thrown_away(own: str) -> None:
    unfinished = Copies.of(own).folder / "filling-0000"
    unfinished.mkdir(parents=True)
    with open_engine(own, {}, silent) as engine:
        assert run(engine, COUNT).rows == ((3,),)
    assert not unfinished.exists()


def test_several_engines_at_once(own: str) -> None:
    found: list[object] = []

    def ask() -> None:
        with open_engine(own, {}, silent) as engine:
            found.append(run(engine, COUNT).rows)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [((3,),)] * 3
    assert len(copies(own)) == 1


def test_nothing_is_left_in_the_current_folder(
    own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with open_engine(own, {}, silent) as engine:
        run(engine, COUNT)
    assert list(folder.iterdir()) == []


def test_a_place_that_cannot_be_written_gets_a_private_copy(own: str) -> None:
    Copies.of(own).folder.write_text("not a folder", encoding="utf-8")
    with open_engine(own, {}, silent) as engine:
        assert run(engine, COUNT).rows == ((3,),)
    assert Copies.of(own).folder.read_text(encoding="utf-8") == "not a folder"


def test_without_the_extra_one_sentence_says_how_to_get_it(
    own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(embedded, "version", missing)
    with open_engine(own, {}, silent) as engine, pytest.raises(StoreUnreachableError) as caught:
        run(engine, COUNT)
    assert caught.value.exit_code is ExitCode.STORE_UNREACHABLE
    assert caught.value.into(Language.ZH) == (
        "没有安装 Cypher 引擎（arcadedb-embedded）。"
        "请用 pip install 'policy-task-kg[cypher]' 安装，"
        "或用 --store neo4j 连 Neo4j；报告不需要它"
    )
    assert "pip install 'policy-task-kg[cypher]'" in caught.value.into(Language.EN)


def test_a_missing_store_is_said(tmp_path: Path) -> None:
    path = str(tmp_path / "none.db")
    with (
        open_engine(path, {}, silent) as engine,
        pytest.raises(StoreUnreachableError, match="build"),
    ):
        run(engine, COUNT)
    assert list(tmp_path.iterdir()) == []


def test_a_large_store_says_beforehand_how_long_it_takes(
    own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "LARGE", 10)
    said: list[Text] = []
    notify: Callable[[Text], None] = said.append
    with open_engine(own, {}, notify) as engine:
        run(engine, COUNT)
        run(engine, COUNT)
    (text,) = said
    assert "Neo4j" in text.zh
    assert " s; " in text.en


def test_an_engine_whose_process_died_starts_again(own: str) -> None:
    with open_engine(own, {}, silent) as engine:
        run(engine, COUNT)
        assert isinstance(engine, embedded.EmbeddedEngine)
        engine.close()
        assert run(engine, COUNT).rows == ((3,),)


def test_a_damaged_copy_is_made_again(own: str) -> None:
    with open_engine(own, {}, silent) as engine:
        run(engine, COUNT)
    (copy,) = copies(own)
    for file in Copies.of(own).place(copy).iterdir():
        file.write_bytes(b"{")
    with open_engine(own, {}, silent) as engine:
        assert run(engine, COUNT).rows == ((3,),)


@pytest.mark.parametrize(
    ("said", "zh"),
    [
        (None, "查询引擎起不来：引擎没有回应（kg.db）。请删除 kg.db.cypher 后重试"),
        (
            {"fault": "OSError", "message": "no JRE"},
            "查询引擎起不来：OSError: no JRE（kg.db）。请删除 kg.db.cypher",
        ),
        ({"fault": "StoreError", "message": "存储文件已损坏"}, "查询引擎起不来：存储文件已损坏"),
    ],
)
def test_an_engine_that_does_not_start_says_why(said: dict[str, str] | None, zh: str) -> None:
    error = not_started(said, "kg.db")
    assert error.exit_code is ExitCode.STORE_UNREACHABLE
    assert error.into(Language.ZH).startswith(zh)
    assert error.into(Language.EN).startswith("the query engine does not start: ")


def test_an_engine_that_fails_says_how() -> None:
    error = engine_error({"fault": "NullPointerException", "message": "x"}, "RETURN 1", 1)
    assert error.exit_code is ExitCode.FAILURE
    assert error.into(Language.EN) == "the query engine failed: NullPointerException: x"
