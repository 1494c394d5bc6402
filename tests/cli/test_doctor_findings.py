"""What ``kg doctor`` says when something is amiss."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from kg.cli import checkup
from kg.review import ledger_data
from tests.cli.conftest import Kg
from tests.cli.process import start
from tests.review.ledger_sample import judgement, ledger

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
