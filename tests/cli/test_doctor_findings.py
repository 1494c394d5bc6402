"""What ``kg doctor`` says when something is amiss."""

from __future__ import annotations

import json
import sqlite3
import tomllib
from contextlib import closing
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from kg.cli import checkup
from kg.review import ledger_data
from kg.store import open_store
from tests.cli.conftest import Kg
from tests.cli.process import start
from tests.house.checkout import ROOT
from tests.review.ledger_sample import judgement, ledger
from tests.store.contributions import document

WANTED = ["no-such-package>=1", "nor-this-one; extra == 'cypher'", "nor-that; extra == 'dev'"]


@pytest.mark.parametrize(
    ("language", "problem", "extra"),
    [
        (
            "zh",
            "未安装，请用 pip install no-such-package",
            "未安装，需要时用 pip install 'policy-task-kg[cypher]'",
        ),
        (
            "en",
            "missing; use pip install no-such-package",
            "not installed; pip install 'policy-task-kg[cypher]' when needed",
        ),
    ],
)
def test_a_missing_dependency_is_a_problem_and_a_missing_extra_is_not(  # noqa: PLR0917
    kg: Kg,
    filled: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    problem: str,
    extra: str,
) -> None:
    monkeypatch.setattr(checkup, "requires", lambda _: WANTED)
    outcome = kg("doctor", "--lang", language)
    assert outcome.code == 1
    assert problem in outcome.out
    assert extra in outcome.out
    assert "nor-that" not in outcome.out


def test_a_checkout_that_is_not_installed_is_said(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(checkup, "requires", missing)
    assert "程序未安装，请用 pip install ." in kg("doctor").out
    assert "not installed; use pip install ." in kg("doctor", "--lang", "en").out


def test_file_names_that_cannot_be_read_are_a_warning(filled: Path) -> None:
    for language, advice in (
        ("zh", "文件名中的汉字无法识别，请设 PYTHONUTF8=1"),
        ("en", "Chinese file names cannot be read, set PYTHONUTF8=1"),
    ):
        done = start(filled.parent, "doctor", "--lang", language, PYTHONUTF8="0", LC_ALL="C")
        assert done.returncode == 0
        assert advice in done.stdout.decode()


def test_the_review_ledger_is_looked_at(kg: Kg, filled: Path) -> None:
    assert "kg-review.tsv（默认），还没有" in kg("doctor").out
    path = filled.with_name("kg-review.tsv")
    path.write_bytes(ledger_data(ledger(judgement())))
    assert "kg-review.tsv (default), 1 judgements" in kg("doctor", "--lang", "en").out
    path.write_text("甲\n", "utf-8")
    outcome = kg("doctor")
    assert outcome.code == 1
    assert "不认识的列：甲（kg-review.tsv 第 1 行 甲 列）" in outcome.out


def test_the_extras_of_the_program_are_listed(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [f"{one}; extra == '{name}'" for name, held in extras.items() for one in held]
    monkeypatch.setattr(checkup, "requires", lambda _: [*project["dependencies"], *asked])
    out = kg("doctor").out
    assert {"cypher", "plot"} <= extras.keys()
    for name in extras.keys() - {"dev"}:
        assert f"可选功能 {name}" in out
    assert "可选功能 dev" not in out


FILES = {
    "kg-corrections.tsv": ("更正账本", "", "更正 0 条", "甲\n"),
    "kg-vocabulary.toml": ("自己的词表", "", "连同附带的共有产业 ", "[x\n"),
    "kg-concepts.toml": ("自己的概念", "", "连同附带的共有概念 ", "[x\n"),
    "kg-review.tsv": ("审核账本", "", "判断 0 条", "甲\n"),
    "kg-status.tsv": (
        "完成情况账本",
        "举措\t状态\n",
        "记录 0 条，涉及举措 0 条",
        "举措\t状态\n没有\t已完成\n",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_people_keep_is_looked_at(kg: Kg, filled: Path, name: str) -> None:
    check, empty, held, broken = FILES[name]
    line = next(line for line in kg("doctor").out.splitlines() if check in line)
    assert f"{name}（默认），还没有" in line
    path = filled.with_name(name)
    path.write_text(empty, "utf-8")
    assert f"{name}（默认），{held}" in kg("doctor").out
    path.write_text(broken, "utf-8")
    outcome = kg("doctor", "-f", "json")
    assert outcome.code == 1
    (part,) = json.loads(outcome.out)["parts"]
    (row,) = (row for row in part["rows"] if row["check"] == check)
    assert row["state"] == "问题"
    assert name in row["detail"]


@pytest.mark.parametrize("name", ["vocabulary", "concepts", "status"])
def test_a_file_that_is_named_and_missing_is_a_problem(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(f"KG_{name.upper()}", "gone.x")
    outcome = kg("doctor")
    assert outcome.code == 1
    assert f"gone.x（环境变量 KG_{name.upper()}），没有这个文件" in outcome.out
    assert "there is no such file" in kg("doctor", "--lang", "en").out


def test_without_a_store_the_measures_of_a_ledger_are_not_checked(kg: Kg, workplace: Path) -> None:
    (workplace / "kg-status.tsv").write_text("举措\t状态\n没有\t已完成\n", "utf-8")
    assert "kg-status.tsv（默认），记录 1 条，没有图谱库，举措未核对" in kg("doctor").out
    assert "1 records; without a store" in kg("doctor", "--lang", "en").out


def test_a_damaged_page_is_found(kg: Kg, workplace: Path) -> None:
    """A page that the counts of nodes and edges do not read: everything else says all is well."""
    with open_store("kg.db") as store:
        store.write(document(measures=["专利" * 2_000] * 40))
    with closing(sqlite3.connect("kg.db")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        (page,) = connection.execute(
            "SELECT max(pageno) FROM dbstat WHERE name = 'searchable' AND pagetype = 'leaf'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(Path("kg.db").read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    Path("kg.db").write_bytes(data)
    chinese, english = kg("doctor"), kg("doctor", "--lang", "en")
    assert (chinese.code, english.code) == (1, 1)
    assert "kg.db：文件已损坏（" in chinese.out
    assert "kg.db: the file is damaged (" in english.out
