"""``kg view`` as users run it: where the file goes, what is refused, and how it is said."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from kg.store import open_store
from kg.views import catalogue
from tests.cli.conftest import Kg, filled, kg, workplace
from tests.views.conftest import store_path

__all__ = ["filled", "kg", "store_path", "workplace"]  # fixtures, by name

CITY = "福州市国家知识产权强市建设示范城市工作方案重点任务分解表"


def test_a_view_is_written_and_its_finding_said(kg: Kg, filled: Path) -> None:
    done = kg("view", "responsibility")
    assert (done.code, done.out) == (0, "")
    assert "举措 " in done.err
    assert "已写入 responsibility.html" in done.err
    assert (filled.parent / "responsibility.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    done = kg("--lang", "en", "view", "deadlines", "-o", "b.html")
    assert "measures" in done.err
    assert "written to b.html" in done.err


def test_the_file_is_named_after_the_one_document(kg: Kg, store_path: Path) -> None:
    done = kg("--store", str(store_path), "view", "document", "--document", "闽知发[2025]14号")
    assert "已写入 document-闽知发-2025-14号.html" in done.err
    done = kg("--store", str(store_path), "view", "agency", "--agency", "市科技局")
    assert "已写入 agency-福州市科学技术局.html" in done.err
    assert "福州市科学技术局：牵头 2 条，配合 11 条" in done.err


def test_an_unknown_agency_is_refused_with_the_nearest(kg: Kg, filled: Path) -> None:
    done = kg("view", "agency", "--agency", "没有这个局")
    assert done.code == 2
    assert "没有这个键或名称：没有这个局" in done.err
    document = kg("view", "agency", "--agency", "澄知发〔2024〕1号")
    assert document.code == 2
    assert "没有这个" in document.err


def test_a_folder_that_cannot_be_written_leaves_no_half_file(kg: Kg, filled: Path) -> None:
    done = kg("view", "document", "-o", "nowhere/a.html")
    assert done.code == 1
    assert "写不了文件" in done.err
    assert "nowhere/a.html" in done.err
    assert not (filled.parent / "nowhere").exists()
    before = sorted(filled.parent.iterdir())
    (filled.parent / "d.html").mkdir()
    assert kg("view", "document", "-o", "d.html").code == 1
    assert sorted(filled.parent.iterdir()) == sorted([*before, filled.parent / "d.html"])


def test_a_file_is_no_folder(kg: Kg, filled: Path) -> None:
    done = kg("view", "document", "-o", "kg.db/a.html")
    assert done.code == 1
    assert "写不了文件" in done.err
    assert sorted(path.name for path in filled.parent.iterdir()) == ["kg.db"]


def test_too_large_a_view_is_refused_with_advice(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "MOST_MARKS", 3)
    done = kg("view", "responsibility", "-o", "a.html")
    assert done.code == 6
    assert "超过 3 个，一眼看不出什么。请用 --document、--agency 或 --query 少选一些" in done.err
    assert not (filled.parent / "a.html").exists()
    english = kg("--lang", "en", "view", "all", "-o", "out")
    assert english.code == 6
    assert "more than 3: nothing can be seen. Next: choose a document with" in english.err
    assert not (filled.parent / "out").exists()
    assert kg("view", "responsibility", "--full", "-o", "a.html").code == 0


def test_the_limit_is_three_thousand_marks() -> None:
    assert catalogue.MOST_MARKS == 3000


def test_an_empty_store_gives_pages_that_say_so(kg: Kg, workplace: Path) -> None:
    open_store(str(workplace / "kg.db")).close()
    done = kg("view", "alignment")
    assert done.code == 0
    assert "没有可画的内容，页面上已说明" in done.err
    assert kg("view", "all", "-o", "out").code == 0
    assert len(list((workplace / "out").iterdir())) == 7
    assert "图谱中没有文件" in (workplace / "out" / "index.html").read_text("utf-8")


def test_all_views_go_into_a_folder_with_an_index(
    kg: Kg, store_path: Path, workplace: Path
) -> None:
    done = kg("--store", str(store_path), "view", "all", "-o", "出/图")
    assert "7 页，从 index.html 看起" in done.err
    index = (workplace / "出" / "图" / "index.html").read_text("utf-8")
    for name in catalogue.VIEWS:
        assert f'href="{name}.html"' in index
        assert (workplace / "出" / "图" / f"{name}.html").is_file()
    assert "闽知发〔2025〕14号" in index
    assert "数据质量：哪些不能全信" in index
    assert "default-src 'none'" in index.replace("&#39;", "'")


def test_all_views_go_into_no_file(kg: Kg, filled: Path) -> None:
    (filled.parent / "a").write_text("")
    done = kg("view", "all", "-o", "a")
    assert done.code == 2
    assert "这是一个文件，不是文件夹" in done.err


def test_a_query_chooses_what_is_drawn(kg: Kg, store_path: Path, workplace: Path) -> None:
    query = f"MATCH (m:Measure) WHERE m.key = '{CITY}/三/9#1' RETURN m.key"
    done = kg(
        "--store", str(store_path), "view", "responsibility", "--query", query, "-o", "a.html"
    )
    assert done.code == 0, done.err
    assert "举措 1 条" in done.err
    assert "只画Cypher结果所及的举措" in (workplace / "a.html").read_text("utf-8")
    wrong = kg("--store", str(store_path), "view", "deadlines", "--query", "CREATE (n)")
    assert wrong.code == 6
    assert "只能读" in wrong.err


def test_it_opens_in_the_browser_when_asked(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    assert kg("view", "document", "-o", "a.html", "--open").code == 0
    assert addresses == [(filled.parent / "a.html").as_uri()]


def test_the_day_counts(kg: Kg, store_path: Path) -> None:
    done = kg("--store", str(store_path), "view", "deadlines", "--as-of", "2022-01-01")
    assert "已到期" not in done.err
    done = kg("--store", str(store_path), "view", "deadlines", "--as-of", "2024-12-31")
    assert "截至 2024-12-31 已到期 6 条（完成情况未载）" in done.err


LEDGER = f"""举措\t状态\t日期\t填报人
{CITY}/三/9#1\t已完成\t2025-05-01\t张三
{CITY}/三/9#2\t进行中\t2025-12-01\t李四
"""


def test_a_status_ledger_is_read(kg: Kg, store_path: Path, workplace: Path) -> None:
    (workplace / "a.tsv").write_text(LEDGER, "utf-8")
    store = ("--store", str(store_path))
    done = kg(*store, "view", "deadlines", "--as-of", "2026-01-15", "--status", "a.tsv")
    assert (done.code, done.out) == (0, "")
    assert "截至 2026-01-15 已完成 1 条，逾期未完成 1 条，已到期（完成情况未载） 58 条" in done.err
    page = (workplace / "deadlines.html").read_text("utf-8")
    assert "完成情况：a.tsv，记录 2 条" in page
    assert "进行中（2025-12-01，李四）" in page


def test_a_ledger_may_speak_of_documents_that_are_not_drawn(
    kg: Kg, store_path: Path, workplace: Path
) -> None:
    (workplace / "a.tsv").write_text(LEDGER, "utf-8")
    options = ("--document", "闽知发〔2025〕14号", "--status", "a.tsv", "-o", "a.html")
    assert kg("--store", str(store_path), "view", "document", *options).code == 0


def test_the_ledger_beside_the_store_counts_for_every_view(kg: Kg, filled: Path) -> None:
    ledger = filled.with_name("kg-status.tsv")
    ledger.write_text("举措\t状态\n", "utf-8")
    assert kg("view", "all", "-o", "out").code == 0
    words = "完成情况：kg-status.tsv，记录 0 条"
    pages = sorted((filled.parent / "out").iterdir())
    drawn = [page for page in pages if words in page.read_text("utf-8")]
    assert drawn == pages


def test_a_missing_ledger_and_a_faulty_one_are_refused(kg: Kg, filled: Path) -> None:
    gone = kg("view", "deadlines", "--status", "gone.tsv")
    assert gone.code == 2
    assert "没有这个完成情况账本（gone.tsv，选项 --status）" in gone.err
    (filled.parent / "a.tsv").write_text("举措\t状态\n没有\t已完成\n", "utf-8")
    faulty = kg("view", "agency", "--status", "a.tsv", "-o", "a.html")
    assert faulty.code != 0
    assert "没有这个举措：没有（a.tsv 第 2 行“举措”列）" in faulty.err
    assert not (filled.parent / "a.html").exists()


@pytest.mark.parametrize("name", ["alignment", "agency"])
def test_accepted_alignments_alone_count_when_asked_for(
    name: str, kg: Kg, store_path: Path, workplace: Path
) -> None:
    store = ("--store", str(store_path), "view", name, "-o", "a.html")
    for options, words in (
        ((), "计入人工确认、程序建议、判断已过期的对应"),
        (("--include-suggested",), "计入人工确认、程序建议、判断已过期的对应"),
        (("--only-accepted",), "只计人工确认的对应"),
    ):
        done = kg(*store, *options)
        assert done.code == 0, done.err
        assert words in (workplace / "a.html").read_text("utf-8")
    if name == "alignment":
        assert "已承接 0，" in done.err
    both = kg(*store, "--only-accepted", "--include-suggested")
    assert both.code == 2
    assert "两个选项互相矛盾（--only-accepted --include-suggested）" in both.err


def test_all_views_count_alike(kg: Kg, store_path: Path, workplace: Path) -> None:
    done = kg("--store", str(store_path), "view", "all", "-o", "out", "--only-accepted")
    assert done.code == 0
    for name in ("index", "alignment", "agency"):
        assert "只计人工确认的对应" in (workplace / "out" / f"{name}.html").read_text("utf-8")
    matrix = (workplace / "out" / "responsibility.html").read_text("utf-8")
    assert "只计人工确认的对应" not in matrix
    refused = kg("--store", str(store_path), "view", "responsibility", "--only-accepted")
    assert refused.code == 2
