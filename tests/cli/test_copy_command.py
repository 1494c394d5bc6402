"""``kg copy``, and how every command answers to a server it cannot use."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store import open_store
from tests.analysis.sample import city
from tests.cli.conftest import Kg
from tests.cli.process import start

SECRET = "geheim-1234"  # noqa: S105 - the test looks for it in what is printed


def test_all_documents_are_copied_and_a_second_time_nothing_changes(kg: Kg, filled: Path) -> None:
    first = kg("copy", "--from", "kg.db", "--to", "other.db")
    assert first.code == 0
    assert first.out.count("\n") == 2
    assert "kg.db → other.db：2 个文件，其中 0 个未变" in first.err
    second = kg("--lang", "en", "copy", "--to", "other.db")
    assert (second.code, second.out.count(", unchanged)")) == (0, 2)
    assert "kg.db → other.db: 2 documents, 2 of them unchanged" in second.err
    with open_store("kg.db") as one, open_store("other.db") as other:
        assert one.graph() == other.graph()


def test_what_the_target_holds_besides_stays(kg: Kg, filled: Path) -> None:
    with open_store("one.db") as store:
        store.write(city())
    assert kg("copy", "--from", "one.db", "--to", "kg.db").code == 0
    with open_store("kg.db") as store:
        assert len(store.documents()) == 2


@pytest.mark.parametrize("target", ["kg.db", "./kg.db"])
def test_a_store_is_not_copied_onto_itself(kg: Kg, filled: Path, target: str) -> None:
    outcome = kg("copy", "--to", target)
    assert outcome.code == 2
    assert f"来源和目标是同一个图谱库（{target}）" in outcome.err
    assert "source and target are one store" in kg("--lang", "en", "copy", "--to", target).err


def test_a_source_that_is_not_there(kg: Kg, workplace: Path) -> None:
    outcome = kg("copy", "--from", "no.db", "--to", "other.db")
    assert outcome.code == 5
    assert "这里还没有存储（no.db）" in outcome.err
    assert list(workplace.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [("build", "leer.txt"), ("doctor",), ("report", "workload"), ("copy", "--to", "b.db"),
     ("copy", "--from", "kg.db", "--to", f"bolt://neo4j:{SECRET}@localhost")],
)  # fmt: skip
def test_a_password_in_an_address_is_refused_and_not_shown(
    kg: Kg, filled: Path, arguments: tuple[str, ...]
) -> None:
    outcome = kg("--store", f"bolt://neo4j:{SECRET}@localhost:1", *arguments)
    assert outcome.code == 2
    assert SECRET not in outcome.out + outcome.err
    assert "存储地址里不能写用户名或密码" in outcome.err


@pytest.mark.parametrize(
    "arguments", [("report", "workload"), ("build",), ("find", "专利"), ("export", "jsonl", "x")]
)
def test_a_server_that_is_down_is_one_sentence_and_exit_code_5(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = start(
        tmp_path, "--store", "bolt://127.0.0.1:1", *arguments, NEO4J_PASSWORD=SECRET, LC_ALL="C"
    )
    said = done.stderr.decode()
    assert (done.returncode, done.stdout.decode()) == (5, "")
    assert said.startswith("连不上 Neo4j（bolt://127.0.0.1:1）。请检查")
    assert said.count("\n") == 1
    assert SECRET not in said


def test_doctor_says_that_the_server_is_down(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    outcome = kg("--store", "bolt://127.0.0.1:1", "doctor")
    assert outcome.code == 1
    assert "连不上 Neo4j" in outcome.out
