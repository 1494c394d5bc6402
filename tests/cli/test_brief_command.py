"""``kg report brief``: one agency's dossier, by any of its names, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.store import open_store
from tests.analysis.contents import DAMAGED, MARKET, TABLE, contributions
from tests.cli.conftest import Kg
from tests.cli.test_startup import NOT_FOR_REPORTS, modules


@pytest.fixture
def stored(workplace: Path) -> Path:
    """The store ``kg.db`` of the folder, with three small documents."""
    path = workplace / "kg.db"
    with open_store(str(path)) as store:
        for contribution in contributions():
            store.write(contribution)
    return path


def brief(kg: Kg, *options: str) -> dict[str, object]:
    outcome = kg("report", "brief", "--as-of", "2025-01-01", "-f", "json", *options)
    assert outcome.code == 0, outcome.err
    found: dict[str, object] = json.loads(outcome.out)
    return found


def test_an_agency_by_any_of_its_names(kg: Kg, stored: Path) -> None:
    for name in (MARKET, f"agency:{MARKET}", "澄湖市市场监督 管理局"):
        assert brief(kg, "--agency", name)["title"] == f"单位任务简报：{MARKET}"
    garbled = brief(kg, "--agency", "保护等处")
    assert garbled["title"] == "单位任务简报：澄湖市保护等处"


def test_a_memo_in_markdown(kg: Kg, stored: Path) -> None:
    outcome = kg("report", "brief", "--agency", MARKET, "--as-of", "2025-01-01", "-o", "简报.md")
    assert (outcome.code, outcome.out) == (0, "")
    memo = Path("简报.md").read_text("utf-8")
    assert memo.startswith(f"# 单位任务简报：{MARKET}\n\n- 截至 2025-01-01\n")
    assert f"## 牵头（2 条）：{TABLE}" in memo
    assert f"| {TABLE} 任务1 举措1（第7行） |" in memo
    assert "已到期（完成情况未载）" in memo


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_in_both_languages(kg: Kg, stored: Path, language: str) -> None:
    for suffix in ("txt", "csv", "tsv", "json", "jsonl", "md", "xlsx"):
        outcome = kg("report", "brief", "--agency", MARKET, "-o", f"a.{suffix}", "--lang", language)
        assert (outcome.code, outcome.out) == (0, "")
        assert Path(f"a.{suffix}").stat().st_size > 0


def test_one_document_and_few_rows(kg: Kg, stored: Path) -> None:
    parts = brief(kg, "--agency", MARKET, "--document", DAMAGED)["parts"]
    assert isinstance(parts, list)
    assert [part["key"] for part in parts] == ["documents"]
    cut = brief(kg, "--agency", MARKET, "--top", "1")["parts"]
    assert isinstance(cut, list)
    assert max(len(part["rows"]) for part in cut) == 1


def test_an_unknown_agency_names_the_nearest(kg: Kg, stored: Path) -> None:
    outcome = kg("report", "brief", "--agency", "澄湖市市场监管局局")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("没有这个键或名称：澄湖市市场监管局局；是不是：")
    assert MARKET in outcome.err


def test_wrong_use(kg: Kg, stored: Path) -> None:
    assert kg("report", "brief").code == 2
    assert kg("report", "brief", "--agency", MARKET, "--document", "没有").code == 2
    assert kg("report", "brief", "--agency", MARKET, "--as-of", "昨天").code == 2
    assert kg("report", "brief", "--agency", MARKET, "--status", "none.tsv").code == 2
    assert kg("report", "brief", "--agency", TABLE).code == 2


def test_the_ledger_beside_the_store_counts(kg: Kg, stored: Path) -> None:
    Path("kg-status.tsv").write_text(
        f"举措\t状态\t日期\t填报人\n{TABLE}/一/1#1\t已完成\t2024-05-01\t甲\n", encoding="utf-8"
    )
    parts = brief(kg, "--agency", MARKET)["parts"]
    assert isinstance(parts, list)
    leads = next(part for part in parts if part["key"] == f"{TABLE}!leads")
    assert [row["state"] for row in leads["rows"]] == ["按期完成", "无确定日期"]


def test_it_loads_nothing_heavy(stored: Path) -> None:
    loaded = modules(stored.parent, "report", "brief", "--agency", MARKET)
    assert not loaded & NOT_FOR_REPORTS
