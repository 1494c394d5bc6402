"""Review ledgers as files that people share, and documents compared because they say so."""

from __future__ import annotations

import itertools
import shutil
from datetime import date
from pathlib import Path

import pytest

from kg.cli import ledger_file
from tests.cli.conftest import Kg
from tests.cli.review_sample import (
    LOWER,
    PLACES,
    UPPER,
    build_lists,
    ledger,
    states,
    status,
)

ONE, TWO, THREE = PLACES


@pytest.fixture
def built(kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with both lists in the store, and a known reviewer."""
    return build_lists(kg, workplace, monkeypatch)


def test_two_ledgers_merge_and_show_their_conflicts(kg: Kg, built: Path) -> None:
    kg("review", "accept", *ONE)
    shutil.copy(built / "kg-review.tsv", built / "别人.tsv")
    kg("review", "reject", *ONE, "--reviewer", "李四", "--review", "别人.tsv")
    kg("review", "accept", *TWO, "--reviewer", "李四", "--review", "别人.tsv")
    outcome = kg("review", "merge", "别人.tsv")
    today = date.today().isoformat()
    assert outcome.err == (
        "从 别人.tsv 并入 kg-review.tsv 2 条；冲突 1 处\n"
        f"  {ONE[0]} — {ONE[1]}：张三 {today} 确认（承接）；李四 {today} 否定\n"
    )
    assert states(kg) == {ONE: "冲突", TWO: "确认", THREE: "待审"}
    assert [status(built, pair) for pair in PLACES] == ["unsure", "accepted", "suggested"]
    again = kg("review", "merge", "别人.tsv", "--lang", "en").err
    assert again.startswith("0 of 别人.tsv are now in kg-review.tsv; 1 conflicts\n")
    assert kg("review", "merge", "无.tsv").code == 3


def test_ledgers_merge_without_a_store(kg: Kg, built: Path) -> None:
    kg("review", "accept", *ONE, "--review", "别人.tsv")
    (built / "kg.db").unlink()
    assert kg("review", "merge", "别人.tsv").err == (
        "从 别人.tsv 并入 kg-review.tsv 1 条；冲突 0 处\n"
    )
    assert ledger(built).judgements == ledger(built, "别人.tsv").judgements
    assert not (built / "kg.db").exists()


def test_a_ledger_that_another_program_keeps_writing(
    kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = itertools.count()

    def growing(path: Path) -> bytes:
        del path
        return f'#mapping_set_version: "{next(versions)}"\n'.encode()

    monkeypatch.setattr(ledger_file, "ledger_bytes", growing)
    outcome = kg("review", "accept", *ONE)
    assert (outcome.code, outcome.err) == (
        1,
        "审核账本正被别的程序改写，没有记入（kg-review.tsv）。请稍后再试\n",
    )
    assert kg("review", "accept", *ONE, "--lang", "en").err == (
        "another program is writing the review ledger (kg-review.tsv). Next: try again later\n"
    )
    assert not (built / "kg-review.tsv").exists()


def test_documents_are_compared_as_people_say(kg: Kg, built: Path) -> None:
    kg("review", "accept", *ONE)
    assert kg("align", UPPER, LOWER, "--forbid").err == (
        f"{LOWER} — {UPPER}：不比对\n已记入 kg-review.tsv\n"
    )
    assert states(kg) == {ONE: "未用上"}
    assert "两份文件没有比对" in kg("review", "list").out
    assert kg("review", "add", *TWO).err == (
        f"这两份文件没有比对（{LOWER} — {UPPER}）。请先用 kg align '{UPPER}' '{LOWER}'\n"
    )
    assert kg("review", "add", *TWO, "--lang", "en").err == (
        f"the two documents are not compared ({LOWER} — {UPPER}). "
        f"Next: first kg align '{UPPER}' '{LOWER}'\n"
    )
    assert "两份文件没有比对" in kg("build", "省.txt", "市.txt").err
    outcome = kg("align", UPPER, LOWER, "--reviewer", "李四", "--lang", "en")
    assert outcome.err.startswith(f"{LOWER} — {UPPER}: compared (")
    assert " (张三 said otherwise in the ledger)\n" in outcome.err
    assert kg("align", UPPER, LOWER, "--auto").code == 0
    assert states(kg)[ONE] == "确认"
    kg("align", UPPER, LOWER, "--auto", "--reviewer", "李四")
    assert ledger(built).comparisons == ()
    assert len(ledger(built).judgements) == 1


def test_wrong_use_of_align(kg: Kg, built: Path) -> None:
    cases = {
        (UPPER, LOWER, "--auto", "--forbid"): (
            "--forbid 与 --auto 不能同用\n", "--forbid and --auto exclude each other\n",
        ),
        (UPPER, UPPER): (f"这是同一份文件（{UPPER}）\n", f"this is one document ({UPPER})\n"),
        ("无", LOWER): ("没有这个文件：无；应为：", "unknown document: 无; expected: "),
    }  # fmt: skip
    for arguments, (zh, en) in cases.items():
        outcome = kg("align", *arguments)
        assert (outcome.code, outcome.err[: len(zh)]) == (2, zh)
        assert kg("align", *arguments, "--lang", "en").err[: len(en)] == en


def test_a_faulty_ledger_stops_build_and_review(kg: Kg, built: Path) -> None:
    (built / "kg-review.tsv").write_text("甲\n", "utf-8")
    for arguments in (("build", "省.txt"), ("review", "list"), ("review", "accept", *ONE)):
        outcome = kg(*arguments)
        assert (outcome.code, outcome.out) == (3, "")
        assert outcome.err.startswith("不认识的列：甲（kg-review.tsv 第 1 行 甲 列）")
    assert (built / "kg-review.tsv").read_text("utf-8") == "甲\n"


def test_a_ledger_that_is_named_and_missing(
    kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = kg("review", "list", "--review", "无.tsv")
    assert (outcome.code, outcome.err) == (
        2,
        "没有这个审核账本（无.tsv，选项 --review）。请检查路径；kg review accept 等会新建账本\n",
    )
    monkeypatch.setenv("KG_REVIEW", "无.tsv")
    outcome = kg("review", "list", "--lang", "en")
    assert outcome.code == 0
    assert outcome.err == (
        "there is no such review ledger (无.tsv, environment variable KG_REVIEW). Next: check the "
        "path; kg review accept and the like make a new one\n"
    )
