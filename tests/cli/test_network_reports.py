"""``kg report deadlines``, ``coordination``, ``centrality``, and what is new in ``workload``."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from kg.store import open_store
from tests.analysis.contents import CLEAN, DAMAGED, TABLE, contributions
from tests.analysis.sample import CITY, MARKET
from tests.cli.conftest import Kg
from tests.cli.process import environment
from tests.cli.test_startup import HEAVY, NOT_FOR_REPORTS, modules

REPORTS = ("workload", "deadlines", "coordination", "centrality")
JULY = ("--as-of", "2025-07-01")
LEDGER = "举措\t状态\t日期\n{}/一/1#2\t已完成\t2025-12-30\n"


@pytest.fixture
def contents(workplace: Path) -> Path:
    """The store ``kg.db`` of the folder, with the documents of the reports of content."""
    path = workplace / "kg.db"
    with open_store(str(path)) as store:
        for contribution in contributions():
            store.write(contribution)
    return path


def parts(out: str) -> dict[str, Any]:
    return {part["key"]: part for part in json.loads(out)["parts"]}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_in_both_languages(kg: Kg, contents: Path, name: str, language: str) -> None:
    for suffix in ("txt", "csv", "tsv", "json", "jsonl", "md", "xlsx"):
        outcome = kg("report", name, "-o", f"{name}.{suffix}", "--lang", language)
        assert (outcome.code, outcome.out) == (0, "")
        assert (contents.parent / f"{name}.{suffix}").stat().st_size > 0


@pytest.mark.parametrize("name", REPORTS)
def test_one_document_alone_and_cut_tables(kg: Kg, contents: Path, name: str) -> None:
    outcome = kg("report", name, "--document", "澄知发[2022]3号", "--top", "1", "-f", "json")
    found = parts(outcome.out)
    assert TABLE in found
    assert not any(key.startswith((DAMAGED, CLEAN)) for key in found)
    assert all(len(p["rows"]) <= 2 if p["key"].endswith("!hub") else len(p["rows"]) <= 1
               for p in found.values())  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(
    "wrong",
    [("--document", "没有"), ("--top", "0"), ("-f", "pdf"), ("-o", "a.pdf"), ("--colour",)],
)
def test_bad_use_is_told_with_code_2(
    kg: Kg, contents: Path, name: str, wrong: tuple[str, ...]
) -> None:
    outcome = kg("report", name, *wrong)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Traceback" not in outcome.err


def test_an_unknown_body_names_the_nearest(kg: Kg, filled: Path) -> None:
    outcome = kg("report", "coordination", "--agency", "澄湖市科技术局")
    assert outcome.code == 2
    assert outcome.err.startswith("没有这个键或名称：澄湖市科技术局；是不是：澄湖市科学技术局")
    # A document is no body.
    assert kg("report", "coordination", "--agency", CITY).code == 2


def test_any_printed_form_names_a_body(kg: Kg, filled: Path) -> None:
    outcome = kg("report", "coordination", "--agency", "市科技局", "-f", "json")
    (row,) = parts(outcome.out)[CITY]["rows"]
    assert (row["partner"], row["measures"]) == (MARKET, 2)


@pytest.mark.parametrize("wrong", ["2", "-0.1", "x", "1.5", ""])
def test_a_weight_lies_between_0_and_1(kg: Kg, filled: Path, wrong: str) -> None:
    outcome = kg("report", "workload", "--assist-weight", wrong)
    assert outcome.code == 2
    assert outcome.err == f"不是 0 到 1 的数：{wrong}（--assist-weight）；应为：例如 0.2\n"
    english = kg("report", "workload", "--assist-weight", wrong, "--lang", "en").err
    assert english.startswith(f"not a number from 0 to 1: {wrong} (--assist-weight)")


def test_the_weight_of_an_assist_changes_the_load(kg: Kg, filled: Path) -> None:
    def load(*options: str) -> list[float]:
        found = parts(kg("report", "workload", "-f", "json", *options).out)[CITY]
        return [row["weighted_workload"] for row in found["rows"]]

    assert load() == [1.5, 1.0, 0.7]
    # Of those who lead alike the one with more work goes first.
    assert load("--assist-weight", "1") == [1.5, 1.5, 1.0]
    assert load("--assist-weight", "0") == [1.5, 1.0, 0.5]


@pytest.mark.parametrize("option", ["--as-of", "--from", "--to"])
def test_what_is_no_date(kg: Kg, filled: Path, option: str) -> None:
    outcome = kg("report", "deadlines", option, "2025-02-30")
    assert outcome.code == 2
    assert outcome.err == (f"不是日期：2025-02-30（{option}）；应为：年-月-日，例如 2025-06-30\n")


def test_days_in_the_wrong_order(kg: Kg, filled: Path) -> None:
    span = ("--from", "2025-07-01", "--to", "2025-06-30")
    outcome = kg("report", "deadlines", *span)
    assert outcome.code == 2
    assert outcome.err == (
        "起日在止日之后：2025-07-01、2025-06-30（--from、--to）。请把两个日期对调\n"
    )
    english = kg("report", "deadlines", *span, "--lang", "en").err
    assert english.startswith("from is after to: 2025-07-01, 2025-06-30 (--from, --to)")


def test_due_between_two_days(kg: Kg, filled: Path) -> None:
    options = ("--from", "2025-12-31", "--to", "2025-12-31", *JULY, "-f", "json")
    found = parts(kg("report", "deadlines", *options).out)
    (row,) = found[f"{CITY}!between"]["rows"]
    assert (row["due_day"], row["scope"], row["state"]) == ("2025-12-31", "分句", "未到期")
    assert json.loads(kg("report", "deadlines", "-f", "json").out)["as_of"] == str(date.today())


def test_a_ledger_beside_the_store_is_read(kg: Kg, filled: Path) -> None:
    def head(*options: str) -> str:
        outcome = kg("report", "deadlines", *JULY, "-f", "csv", *options)
        assert outcome.code == 0
        return outcome.err

    assert "没有完成情况的记录" in head()
    (filled.parent / "kg-status.tsv").write_text(LEDGER.format(CITY), encoding="utf-8")
    assert "完成情况：kg-status.tsv，记录 1 条，涉及举措 1 条；晚于截至日的 1 条未计" in head()
    (filled.parent / "other.tsv").write_text("举措\t状态\n", encoding="utf-8")
    assert "完成情况：other.tsv，记录 0 条" in head("--status", "other.tsv")


def test_a_ledger_speaks_of_the_whole_store_where_one_document_is_shown(
    kg: Kg, contents: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["举措", "状态", "日期"])
    sheet.append([f"{TABLE}/一/1#1", "已完成", date(2024, 6, 1)])
    book.save(contents.parent / "status.xlsx")
    options = ("--document", CLEAN, "--status", "status.xlsx", *JULY, "-f", "json")
    assert set(parts(kg("report", "deadlines", *options).out)) == {
        "documents",
        CLEAN,
        f"{CLEAN}!expired",
        f"{CLEAN}!undated",
    }


def test_a_ledger_that_is_missing_or_at_fault(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = kg("report", "deadlines", "--status", "none.tsv")
    assert missing.code == 2
    assert missing.err == "没有这个完成情况账本（none.tsv，选项 --status）。请检查路径\n"
    monkeypatch.setenv("KG_STATUS", "gone.tsv")
    assert kg("report", "deadlines", "--lang", "en").err == (
        "there is no such status ledger (gone.tsv, environment variable KG_STATUS). "
        "Next: check the path\n"
    )
    (filled.parent / "gone.tsv").write_text("举措\t状态\n一/9#9\t好了\n", encoding="utf-8")
    faulty = kg("report", "deadlines")
    assert (faulty.code, faulty.out) == (3, "")
    assert "没有这个举措：一/9#9（gone.tsv 第 2 行“举措”列）" in faulty.err
    assert "不认识的状态：好了（gone.tsv 第 2 行“状态”列）" in faulty.err


def test_reports_load_what_they_need(contents: Path) -> None:
    folder = contents.parent
    assert not modules(folder, "report", "deadlines") & NOT_FOR_REPORTS
    assert (
        not modules(folder, "report", "coordination", "--agency", "澄湖市科学技术局")
        & NOT_FOR_REPORTS
    )
    heavy = modules(folder, "report", "coordination") & (HEAVY | {"rich", "openpyxl"})
    assert heavy == {"networkx"}
    heavy = modules(folder, "report", "centrality") & (HEAVY | {"rich", "openpyxl", "pandas"})
    assert heavy <= {"networkx"}


@pytest.mark.parametrize("name", ["coordination", "centrality"])
def test_the_same_for_every_hash_seed(contents: Path, name: str) -> None:
    def out(seed: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "kg.cli", "report", name, "-f", "json"],
            cwd=contents.parent,
            env=environment(LC_ALL="C.UTF-8", PYTHONHASHSEED=seed),
            capture_output=True,
            check=True,
        ).stdout

    assert out("1") == out("4242")
