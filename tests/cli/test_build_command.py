"""``kg build`` from outside: what it prints, what it refuses, what is left in the store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg.assemble import assemble
from kg.loading import registry
from kg.model import Contribution, Mention, ParsedDocument, Place, Source
from kg.store import open_store
from tests.cli.conftest import Kg

LIST = """关于印发《澄湖市2025年知识产权任务清单》的通知

| 重点任务 | 落实举措 | 责任单位 |
| --- | --- | --- |
| 一、提升质量 | | |
| 1.加强转化 | 开展专利转化。 | 保护处、运用处 |
| 2.加强培训 | 组织商标培训。 | 运用处 |
"""
NO_TASKS = "今日天气晴。市里召开了会议，与会人员表示很满意。\n"


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return name


def test_the_bundled_documents(kg: Kg, workplace: Path) -> None:
    outcome = kg("build")
    assert (outcome.code, outcome.err) == (0, "图谱库 kg.db：入库 2 个文件，拒绝 0 个\n")
    for line in (
        "  板块 7，任务 22，举措 60",
        "  牵头 65（明示），配合 229（明示）",
        "  板块 8，任务 24，举措 32",
        "  牵头 30（推断），配合 127（推断）",
    ):
        assert line in outcome.out.splitlines()
    sums = [x for x in outcome.out.splitlines() if x.startswith("  表格行 ")]
    assert len(sums) == 2
    assert all(x.endswith(" + 搁置 0") for x in sums)


def test_the_summary_in_english_and_the_second_build_unchanged(kg: Kg, workplace: Path) -> None:
    kg("build")
    outcome = kg("build", "--lang", "en")
    assert outcome.code == 0
    assert outcome.out.count(" (unchanged)") == 2
    for line in (
        "  7 sections, 22 tasks, 60 measures",
        "  LEADS 65 (explicit), ASSISTS 229 (explicit)",
        "  LEADS 30 (inferred), ASSISTS 127 (inferred)",
    ):
        assert line in outcome.out.splitlines()
    assert outcome.err == "store kg.db: 2 documents loaded, 0 files refused\n"


def test_a_bad_file_is_named_and_the_good_one_loaded(kg: Kg, workplace: Path) -> None:
    good = write(workplace, "good.md", LIST)
    bad = write(workplace, "news.txt", NO_TASKS)
    outcome = kg("build", good, bad, "missing.txt")
    assert outcome.code == 3
    assert "举措 2" in outcome.out
    assert "news.txt" in outcome.err
    assert "missing.txt" in outcome.err
    assert outcome.err.endswith("图谱库 kg.db：入库 1 个文件，拒绝 2 个\n")
    assert "开展【专利】转化" in kg("find", "专利").out


def test_strict_loads_none_when_one_is_refused(kg: Kg, workplace: Path) -> None:
    good = write(workplace, "good.md", LIST)
    bad = write(workplace, "news.txt", NO_TASKS)
    outcome = kg("build", "--strict", good, bad)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.endswith("没有文件入库，拒绝 1 个\n")
    assert kg("build", "--strict", good).code == 0


def test_issues_and_roles_are_summed_as_the_store_holds_them(kg: Kg, workplace: Path) -> None:
    kg("build")
    kg("export", "jsonl", "out")
    nodes = [json.loads(x) for x in Path("out/nodes.jsonl").read_text("utf-8").splitlines()]
    issues = [n["props"]["severity"] for n in nodes if n["label"] == "Issue"]
    printed = [x for x in kg("build").out.splitlines() if x.startswith("  问题：")]
    figures = [[int(p.split()[1]) for p in x.removeprefix("  问题：").split("，")] for x in printed]
    assert [sum(column) for column in zip(*figures, strict=True)] == [
        issues.count("info"), issues.count("warning"), issues.count("error"),
    ]  # fmt: skip


def test_nothing_is_printed_about_progress_where_nobody_watches(kg: Kg, workplace: Path) -> None:
    assert "正在读取" not in kg("build").err


def workload_of(kg: Kg, *options: str) -> dict[str, dict[str, dict[str, int]]]:
    out = kg("report", "workload", "-f", "json", *options).out
    return {
        part["key"]: {row["agency"]: row for row in part["rows"]}
        for part in json.loads(out)["parts"]
        if part["key"] != "concentration"
    }


def test_the_workload_of_the_bundled_documents(kg: Kg, workplace: Path) -> None:
    kg("build")
    province, city = _by_size(workload_of(kg))
    market = city["福州市市场监督管理局（知识产权局）"]
    assert (market["leads"], market["co_leads"], market["lead_share"]) == (48, 3, 0.8)
    assert next(iter(city.values())) == market
    assert not any("高新区" in name or "各县" in name for name in city)
    assert all(row["leads"] is None for row in province.values())
    province, city = _by_size(workload_of(kg, "--blanket", "--collectives", "--inferred"))
    assert {n: r["assists"] for n, r in city.items() if "高新区" in n or "各县" in n} == {
        "福州市高新区管委会": 60,
        "福州市各县（市）区人民政府": 58,
    }
    assert sum(r["leads"] for r in city.values()) == 65
    assert sum(r["assists"] for r in city.values()) == 229
    assert sum(r["inferred_leads"] for r in province.values()) == 30
    assert sum(r["inferred_assists"] for r in province.values()) == 127


def _by_size(
    parts: dict[str, dict[str, dict[str, int]]],
) -> list[dict[str, dict[str, int]]]:
    return sorted(parts.values(), key=len)


@pytest.mark.parametrize("words", ["专利", "质押融资", "高新区", "“一站式”"])
def test_find_finds_what_a_plain_search_in_the_texts_finds(
    kg: Kg, workplace: Path, words: str
) -> None:
    kg("build")
    nodes, lines = json.loads(kg("find", words, "-f", "json").out)["parts"]
    found = {(row["document"], row["line"]) for row in lines["rows"]}
    for row in nodes["rows"]:
        if row["place"]:
            place = Place.parse(row["place"])
            shown = json.loads(kg("show", row["key"], "-f", "json").out)["parts"][-1]["rows"]
            document = shown[0]["document"]
            found |= {(document, n) for n in range(place.line, place.last_line + 1)}
    plain = {
        (_document(path), number)
        for path in registry().bundled_files()
        for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1)
        if words in line
    }
    assert plain <= found
    assert bool(plain) == bool(found)


def _document(path: Path) -> str:
    with open_store("kg.db", must_exist=True) as store:
        return next(
            node.key for node in store.documents() if node.props["source_name"] == path.name
        )


def test_the_order_of_building_leaves_no_trace(kg: Kg, workplace: Path) -> None:
    first, second = map(str, registry().bundled_files())
    kg("build", "--store", "a.db")
    for path in (second, first):
        kg("build", path, "--store", "b.db")
    for store in ("a", "b"):
        kg("export", "jsonl", store, "--store", f"{store}.db")
    for name in ("nodes.jsonl", "edges.jsonl"):
        assert Path("a", name).read_bytes() == Path("b", name).read_bytes()


def test_another_version_is_replaced_and_that_is_said(kg: Kg, workplace: Path) -> None:
    write(workplace, "旧.txt", LIST)
    changed = LIST.replace("组织商标培训", "组织版权培训")
    write(workplace, "新.txt", changed)
    assert "替换" not in kg("build", "旧.txt").out
    outcome = kg("build", "新.txt")
    note = "  注意：替换了库中原有的版本（来自 旧.txt，举措 2 条，其中 1 条文字未变）"
    assert note in outcome.out.splitlines()
    assert "替换" not in kg("build", "新.txt").out
    english = kg("build", "旧.txt", "--lang", "en").out
    note = (
        "  note: replaces the version the store held (from 新.txt, 2 measures, 1 of them unchanged)"
    )
    assert note in english.splitlines()


def test_office_files_in_a_folder_are_named(kg: Kg, workplace: Path) -> None:
    folder = workplace / "文件"
    folder.mkdir()
    write(folder, "清单.txt", LIST)
    for name in ("甲.docx", "乙.pdf", "丙.bak"):
        (folder / name).write_bytes(b"PK")
    outcome = kg("build", "文件")
    assert outcome.code == 0
    assert outcome.err.splitlines()[0] == (
        "文件夹中有 2 个文件没有读（这些格式还不能读）：文件/乙.pdf、文件/甲.docx；请先存为文本"
    )
    assert kg("build", "文件", "--lang", "en").err.startswith(
        "2 files in the folder were not read (no format for them yet): "
    )


def test_what_no_store_can_hold_is_refused_and_the_rest_loaded(
    kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(workplace, "清单.txt", LIST)
    write(workplace, "坏.txt", LIST.replace("2025年", "2024年"))

    def unfit(
        parsed: ParsedDocument,
        source: Source,
        mentions: Sequence[tuple[Mention, ...]],
        *,
        aliases: Mapping[str, str],
    ) -> Contribution:
        found = assemble(parsed, source, mentions, aliases=aliases)
        nodes = tuple(replace(n, label="Nothing") if n.label == "Task" else n for n in found.nodes)
        return replace(found, nodes=nodes) if "2024" in found.document_key else found

    monkeypatch.setattr("kg.pipeline.assemble", unfit)
    outcome = kg("build", "坏.txt", "清单.txt")
    assert outcome.code == 3
    assert "读出的内容图谱库存不了：" in outcome.err
    assert "（坏.txt）。请检查文件中的标题和不可见字符" in outcome.err
    assert outcome.err.endswith("图谱库 kg.db：入库 1 个文件，拒绝 1 个\n")
