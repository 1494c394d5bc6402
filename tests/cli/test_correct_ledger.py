"""The file of the ledger: where it lies, and several who write it at once."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kg.cli import ledger_file
from kg.corrections.sheet import COLUMNS
from tests.cli.conftest import Kg
from tests.cli.correction_sample import KEY, LIST, NUMBER, ledger
from tests.cli.process import PROGRAM, environment


@pytest.fixture
def built(kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small list that is in the store, and a known reviewer."""
    monkeypatch.setenv("KG_REVIEWER", "张三")
    monkeypatch.delenv("KG_CORRECTIONS", raising=False)
    (workplace / "清单.txt").write_text(LIST.format(number=NUMBER), "utf-8")
    assert kg("build", "清单.txt").code == 0
    return workplace


def test_where_the_ledger_lies(kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (built / "库").mkdir()
    kg("build", "清单.txt", "--store", "库/a.db")
    kg("correct", "add", "agencies", KEY, "lead=运用处", "--store", "库/a.db")
    assert (built / "库" / "kg-corrections.tsv").exists()
    (built / "kg.toml").write_text('corrections = "t.tsv"\n')
    kg("correct", "add", "agencies", KEY, "lead=运用处")
    monkeypatch.setenv("KG_CORRECTIONS", "e.tsv")
    kg("correct", "add", "agencies", KEY, "lead=运用处")
    kg("correct", "add", "agencies", KEY, "lead=运用处", "--corrections", "o.tsv")
    assert sorted(p.name for p in built.glob("*.tsv")) == ["e.tsv", "o.tsv", "t.tsv"]


def test_a_ledger_that_is_named_and_missing(
    kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = kg("build", "清单.txt", "--corrections", "无.tsv")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "没有这个更正账本（无.tsv，选项 --corrections）。请检查路径；kg correct add 会新建账本\n"
    )
    monkeypatch.setenv("KG_CORRECTIONS", "无.tsv")
    outcome = kg("build", "清单.txt", "--lang", "en")
    assert outcome.code == 0
    assert outcome.err.startswith(
        "there is no such ledger (无.tsv, environment variable KG_CORRECTIONS). Next: check the "
        "path; kg correct add makes a new one\n"
    )


def test_a_faulty_ledger_is_not_added_to(kg: Kg, built: Path) -> None:
    path = built / "kg-corrections.tsv"
    path.write_text("甲\n", "utf-8")
    outcome = kg("correct", "add", "agencies", KEY, "lead=运用处")
    assert outcome.code == 3
    assert outcome.err.startswith("更正账本的表头不对（kg-corrections.tsv 第 1 行）")
    assert path.read_text("utf-8") == "甲\n"


def test_runs_at_the_same_time_both_count(built: Path) -> None:
    values = [f"2025年{month}月" for month in range(1, 7)]
    keys = [KEY, f"{NUMBER}/一/2#1"]
    environ = environment(KG_REVIEWER="张三", LC_ALL="C.UTF-8")
    runs = [
        subprocess.Popen(
            [*PROGRAM, "correct", "add", action, key, value, "--was", words],
            cwd=built,
            env=environ,
            stderr=subprocess.DEVNULL,
        )
        for key in keys
        for action, value, words in (
            ("text", values[0], "组织"),
            ("text", values[1], "培训"),
            ("deadline", values[2], ""),
        )
    ]
    assert [run.wait(60) for run in runs] == [0] * len(runs)
    assert len(ledger(built)) == len(runs)


def test_what_an_editor_saves_meanwhile_is_kept(
    kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = built / "kg-corrections.tsv"
    kg("correct", "add", "agencies", KEY, "lead=运用处")
    read, times = ledger_file.ledger_bytes, iter(range(1, 100))
    saves = 2

    def read_after_a_save(where: Path) -> bytes:
        data = read(where)
        if next(times) <= saves:
            path.write_bytes(path.read_bytes() + "# 新注\n".encode())
        return data

    monkeypatch.setattr(ledger_file, "ledger_bytes", read_after_a_save)
    assert kg("correct", "add", "deadline", KEY, "2025年6月").code == 0
    assert path.read_text("utf-8").count("# 新注") == 2
    saves = 1000
    outcome = kg("correct", "add", "text", KEY, "甲", "--was", "转化")
    assert outcome.code == 1
    assert outcome.err == ("更正账本正被别的程序改写，没有记入（kg-corrections.tsv）。请稍后再试\n")
    english = kg("correct", "add", "text", KEY, "甲", "--was", "转化", "--lang", "en").err
    assert english == (
        "another program is writing the ledger (kg-corrections.tsv). Next: try again later\n"
    )


def test_list_of_no_ledger_is_empty(kg: Kg, built: Path) -> None:
    outcome = kg("correct", "list", "-f", "json")
    assert outcome.code == 0
    assert json.loads(outcome.out)["parts"][0]["rows"] == []


def test_a_ledger_by_hand_before_the_first_build(kg: Kg, built: Path) -> None:
    (built / "kg.db").unlink()
    good = f"alias\t*\t省保护处\t\t\t甲处\nagencies\t{NUMBER}\t{KEY}\t\t\tlead=运用处\n"
    (built / "kg-corrections.tsv").write_text("\t".join(COLUMNS) + "\n" + good, "utf-8")
    outcome = kg("build", "清单.txt")
    assert outcome.code == 0
    # The only measure that prints the name was given other bodies.
    assert outcome.out.endswith("更正：已用 1，过时 0，未用上 1\n")
