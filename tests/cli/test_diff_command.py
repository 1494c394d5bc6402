"""``kg diff``: files and documents of the store, in every format, and what is no version."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.store import open_store
from tests.analysis.contents import CLEAN, DAMAGED, TABLE, contributions
from tests.analysis.table_rows import FILE, Table, new_row
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


@pytest.fixture
def changed(workplace: Path) -> str:
    """A copy of the bundled table with a row more at its top and another month."""
    table = Table.bundled()
    table.change(0, due="2023年3月")
    table.insert(0, new_row("发展远洋渔业。"), 1)
    (workplace / "新版.txt").write_text(table.text, encoding="utf-8")
    return "新版.txt"


def parts(out: str) -> dict[str, list[dict[str, object]]]:
    return {part["key"]: part["rows"] for part in json.loads(out)["parts"]}


def test_two_files_without_a_store(kg: Kg, changed: str, workplace: Path) -> None:
    outcome = kg("diff", str(FILE), changed, "-f", "json")
    found = parts(outcome.out)
    assert list(found) == ["documents", "summary", "added", "deadlines"]
    assert [row["origin"] for row in found["documents"]] == [f"文件 {FILE}", "文件 新版.txt"]
    assert found["added"][0]["text_b"] == "发展远洋渔业。"
    assert found["deadlines"][0]["days"] == 90
    assert [p.name for p in workplace.iterdir()] == ["新版.txt"]


def test_the_other_way_round(kg: Kg, changed: str) -> None:
    found = parts(kg("diff", changed, str(FILE), "-f", "json").out)
    assert found["dropped"][0]["text_a"] == "发展远洋渔业。"
    assert (found["deadlines"][0]["change"], found["deadlines"][0]["days"]) == ("提前", -90)


def test_a_stored_document_and_the_file_of_its_next_version(kg: Kg, changed: str) -> None:
    kg("build", str(FILE))
    key = "福州市国家知识产权强市建设示范城市工作方案重点任务分解表"
    found = parts(kg("diff", key, changed, "-f", "json").out)
    assert [row["origin"] for row in found["documents"]] == ["图谱库", "文件 新版.txt"]
    assert set(found) == {"documents", "summary", "added", "deadlines"}
    unchanged = kg("diff", key, str(FILE), "-f", "json")
    assert list(parts(unchanged.out)) == ["documents", "summary"]


def test_stored_documents_by_key_number_and_title(kg: Kg, stored: Path) -> None:
    outcome = kg("diff", "澄知发[2022]3号", "澄湖市品牌任务清单", "-f", "json")
    rows = parts(outcome.out)["documents"]
    assert [row["document_keys"] for row in rows] == [[TABLE], [DAMAGED]]
    assert "恐怕不是同一清单的两个版本" in outcome.out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_in_both_languages(kg: Kg, stored: Path, language: str) -> None:
    for suffix in ("txt", "csv", "tsv", "json", "jsonl", "md", "xlsx"):
        outcome = kg("diff", TABLE, DAMAGED, "-o", f"a.{suffix}", "--lang", language)
        assert (outcome.code, outcome.out) == (0, "")
        assert Path(f"a.{suffix}").stat().st_size > 0


def test_csv_is_pure(kg: Kg, changed: str) -> None:
    outcome = kg("diff", str(FILE), changed, "-f", "csv")
    rows = list(csv.reader(io.StringIO(outcome.out)))
    assert len({len(row) for row in rows}) == 1
    assert "一对一的举措 60 对" in outcome.err


def test_an_unknown_name_names_the_nearest_and_says_it_is_no_file(kg: Kg, stored: Path) -> None:
    for language, known, file in (
        ("zh", "没有这个文件：澄湖市种业清单；应为：", "也没有这个文件：澄湖市种业清单"),
        (
            "en",
            "unknown document: 澄湖市种业清单; expected: one of ",
            "there is no such file either",
        ),
    ):
        outcome = kg("diff", CLEAN, "澄湖市种业清单", "--lang", language)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(known)
        assert "澄湖市种业任务清单" in outcome.err
        assert file in outcome.err


def test_without_a_store_a_name_can_only_be_a_file(kg: Kg, changed: str) -> None:
    outcome = kg("diff", changed, "没有.txt")
    assert (outcome.code, outcome.out) == (5, "")
    assert "kg build" in outcome.err
    assert "也没有这个文件：没有.txt。请给出文件的路径" in outcome.err


def test_a_title_longer_than_any_file_name(kg: Kg, stored: Path) -> None:
    assert kg("diff", CLEAN, "任务清单" * 100).code == 2


def test_a_file_that_is_no_task_document(kg: Kg, changed: str) -> None:
    Path("news.txt").write_text("会议强调，要抓好落实。\n", encoding="utf-8")
    outcome = kg("diff", changed, "news.txt")
    assert (outcome.code, outcome.out) == (3, "")
    assert "news.txt" in outcome.err
    Path("folder").mkdir()
    assert kg("diff", changed, "folder").code == 3


def test_corrections_count_as_they_do_in_a_build(kg: Kg, changed: str) -> None:
    assert kg("diff", str(FILE), changed, "--corrections", "none.tsv").code == 2
    assert kg("diff", str(FILE), changed, "--vocabulary", "none.toml").code == 2


def test_stored_documents_load_nothing_heavy(stored: Path) -> None:
    loaded = modules(stored.parent, "diff", TABLE, DAMAGED)
    assert not loaded & NOT_FOR_REPORTS


def test_files_load_what_reads_sentences_and_nothing_else_heavy(
    workplace: Path, changed: str
) -> None:
    loaded = modules(workplace, "diff", str(FILE), changed)
    assert not loaded & {"networkx", "neo4j", "pyvis", "scipy", "pandas"}
