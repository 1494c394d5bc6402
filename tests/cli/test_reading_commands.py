"""``kg report workload``, ``kg show``, ``kg find``, ``kg export jsonl``, ``kg doctor``."""

from __future__ import annotations

import codecs
import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kg.model import Contribution, Edge, Node, Value
from kg.store import open_store
from tests.analysis.sample import CITY, LIST, MARKET, OFFICE, SCIENCE, agency_key
from tests.cli.conftest import Kg, Outcome
from tests.cypher.contents import contents

OTHER_PLACE = "agency:云州市科学技术局"


def test_workload_table(kg: Kg, filled: Path) -> None:
    outcome = kg("report", "workload", "--document", CITY)
    assert (outcome.code, outcome.err) == (0, "")
    assert "举措 3 条" in outcome.out
    line = next(x for x in outcome.out.splitlines() if x.startswith(MARKET))
    assert line.split() == [MARKET, "2", "1", "0", "66.7%", "2", "1.5", "1.5"]
    assert OFFICE not in outcome.out
    assert f"{CITY}/一/1#1" not in outcome.out


@pytest.mark.parametrize("name", [CITY, "澄知发[2022]3号", "澄湖市知识产权任务分解表"])
def test_a_document_by_any_of_its_names(kg: Kg, filled: Path, name: str) -> None:
    parts = json.loads(kg("report", "workload", "--document", name, "-f", "json").out)["parts"]
    assert [p["key"] for p in parts] == [CITY, "concentration"]


def test_an_unknown_document_names_the_known_ones(kg: Kg, filled: Path) -> None:
    outcome = kg("report", "workload", "--document", "澄知发〔2022〕4号")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("没有这个文件：澄知发〔2022〕4号；应为：" + CITY)
    english = kg("report", "workload", "--document", "澄知发〔2022〕4号", "--lang", "en").err
    assert english.startswith("unknown document: 澄知发〔2022〕4号; expected: one of " + CITY)


def test_workload_options_reach_the_report(kg: Kg, filled: Path) -> None:
    out = kg(
        "report", "workload", "--inferred", "--collectives", "--blanket", "--top", "2", "-f", "json"
    ).out  # fmt: skip
    (plain,) = [p for p in json.loads(out)["parts"] if p["key"] == LIST]
    assert [row["inferred_leads"] for row in plain["rows"]] == [1, 0]
    assert plain["rows"][0]["leads"] is None
    (whole,) = [p for p in json.loads(out)["parts"] if p["key"] == CITY]
    assert len(whole["rows"]) == 2
    assert not any("未排名" in note for note in whole["notes"])


def test_csv_is_pure_with_a_mark_and_its_notes_go_to_stderr(kg: Kg, filled: Path) -> None:
    outcome = kg("report", "workload", "-f", "csv")
    assert outcome.out.startswith("\ufeff文件键,单位,牵头")
    rows = list(csv.reader(io.StringIO(outcome.out)))
    assert len({len(row) for row in rows}) == 1
    assert "举措 3 条" in outcome.err


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.csv", codecs.BOM_UTF8), ("a.tsv", "文件键\t".encode()), ("a.json", b"{\n"),
     ("a.jsonl", b'{"part"'), ("a.md", "# 各".encode()), ("a.txt", "各单位".encode()),
     ("a.xlsx", b"PK")],
)  # fmt: skip
def test_output_files(kg: Kg, filled: Path, name: str, start: bytes) -> None:
    outcome = kg("report", "workload", "-o", name)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.endswith(f"已写入 {name}\n")
    assert (filled.parent / name).read_bytes().startswith(start)


def test_the_workbook_opens_and_defines_its_columns(kg: Kg, filled: Path) -> None:
    kg("report", "workload", "-o", "a.xlsx", "--lang", "en")
    book = load_workbook(filled.parent / "a.xlsx")
    assert book.sheetnames[:2] == [LIST, CITY]
    assert book.sheetnames[-2:] == ["definitions", "sources"]
    names = {row[2].value for row in book["definitions"].iter_rows(min_row=3)}
    assert {"leads", "co_leads", "assists", "lead_share", "measures"} <= names


@pytest.mark.parametrize(
    "name",
    [SCIENCE, "市科技局", " 市科技局", agency_key(SCIENCE), "澄湖市科学 技术局"],
)
def test_show_takes_keys_names_and_printed_forms(kg: Kg, filled: Path, name: str) -> None:
    outcome = kg("show", name)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"单位 {agency_key(SCIENCE)}")
    assert "支持企业申请ＰＣＴ专利" in outcome.out


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("任务1", f"{CITY}/一/1"),
        ("任务1 举措3", f"{CITY}/一/1#3"),
        ("任务1举措3", f"{CITY}/一/1#3"),
        ("一/1#3", f"{CITY}/一/1#3"),
        ("一/1", f"{CITY}/一/1"),
        ("板块一", f"{CITY}/一"),
        (f"{CITY} 任务1 举措2", f"{CITY}/一/1#2"),
        ("澄湖市知识产权任务分解表 一/1#2", f"{CITY}/一/1#2"),
        ("task 1 measure 2", f"{CITY}/一/1#2"),
    ],
)
def test_show_takes_the_addresses_that_reports_print(
    kg: Kg, filled: Path, words: str, key: str
) -> None:
    outcome = kg("show", words)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0].endswith(f" {key}")


def test_an_address_of_several_documents_lists_them(kg: Kg, filled: Path) -> None:
    with open_store(str(filled)) as store:
        store.write(contents())
    outcome = kg("show", "任务1 举措2")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("“任务1 举措2”几个文件都有；应为：其中之一：")
    assert f"{CITY}/一/1#2（" in outcome.err
    assert "澄政办〔2024〕8号/1#2（出台《澄湖市专利奖励办法》，落实《专利…）" in outcome.err
    assert outcome.err.endswith("。请用键指明，或在前面写上文号或标题，空一格\n")
    english = kg("show", "任务1 举措2", "--lang", "en").err
    assert english.startswith("several documents have “任务1 举措2”; expected: one of ")
    assert english.endswith(
        "Next: name it by its key, or write the document's number or title and a space in front\n"
    )
    assert kg("show", f"{CITY} 任务1 举措2").code == 0


def test_an_address_that_is_none_asks_for_near_ones(kg: Kg, filled: Path) -> None:
    assert kg("show", "任务1 举措4").err.startswith(
        "没有这个键或名称：任务1 举措4；是不是：任务1 举措1、任务1 举措2、任务1 举措3"
    )


def test_show_says_codes_in_words(kg: Kg, filled: Path) -> None:
    out = kg("show", f"{CITY}/一/1#3").out
    assert "明示" in out
    assert "警告" in out
    assert not any(code in out for code in ("explicit", "info", "warning"))
    whole = json.loads(kg("show", f"{CITY}/一/1#3", "-f", "json").out)
    parts = {part["key"]: part for part in whole["parts"]}
    assert parts["LEADS<"]["rows"][0]["basis"] == "explicit"
    assert parts["issues"]["rows"][0]["severity"] == "warning"
    body = json.loads(kg("show", SCIENCE, "-f", "json").out)["parts"][0]["rows"]
    assert {"property": "is_collective", "meaning": "是否统称", "value": False} in body


def test_show_in_json_has_english_keys(kg: Kg, filled: Path) -> None:
    whole = json.loads(kg("show", f"{CITY}/一/1#3", "-f", "json", "--lang", "en").out)
    parts = {part["key"]: part for part in whole["parts"]}
    assert parts["lines"]["rows"] == [
        {"document": CITY, "place": "L6", "line": 6, "text": "组织商标品牌培训。"}
    ]
    assert parts["issues"]["rows"][0]["code"] == "repeated-row"
    assert parts["LEADS<"]["title"] == "← leads LEADS (1)"


def test_a_name_that_means_two_bodies_is_refused_with_both(kg: Kg, filled: Path) -> None:
    with open_store(str(filled)) as store:
        store.write(_elsewhere())
    outcome = kg("show", "市科技局")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"“市科技局”指 2 个节点；应为：其中之一：{OTHER_PLACE}、{agency_key(SCIENCE)}。请用键指明\n"
    )
    assert kg("show", "市科技局", "--lang", "en").err == (
        f"“市科技局” means 2 nodes; expected: one of {OTHER_PLACE}, {agency_key(SCIENCE)}. "
        "Next: name it by its key\n"
    )
    assert kg("show", OTHER_PLACE).code == 0


def _elsewhere() -> Contribution:
    """A document of another city that prints 市科技局 as well."""
    key = "云知发〔2022〕1号"
    own: dict[str, Value] = {"document_key": key}
    about = {"title": "云州市任务表", "genre": "task_list", "sha256": "1", "encoding": "utf-8"}
    role: dict[str, Value] = {
        "basis": "explicit",
        "role_text": "牵头单位",
        "order": 1,
        "as_printed": "市科技局",
        "scope": "own",
        "place": "L1",
    }
    return Contribution(
        key,
        (
            Node(key, "Document", own | about),
            Node(f"{key}#1", "Measure", {**own, "seq": 1, "text": "支持创新。", "place": "L1"}),
        ),
        (
            Edge(key, "HAS_MEASURE", f"{key}#1", {**own, "seq": 1}),
            Edge(OTHER_PLACE, "LEADS", f"{key}#1", own | role),
        ),
        (Node(OTHER_PLACE, "Agency", {"name": "云州市科学技术局", "is_collective": False}),),
        lines=("支持创新。",),
    )


def test_an_unknown_key_names_the_nearest(kg: Kg, filled: Path) -> None:
    outcome = kg("show", "市科技厅")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "没有这个键或名称：市科技厅；是不是：市科技局？\n"
    english = kg("show", f"{CITY}/一/9", "--lang", "en").err
    assert english.startswith(f"unknown key or name: {CITY}/一/9; did you mean {CITY}/一/1")
    assert kg("show", "气象台").err == "没有这个键或名称：气象台。请用 kg find 查找\n"


def test_find_gives_nodes_and_the_other_lines(kg: Kg, filled: Path) -> None:
    outcome = kg("find", "专利")
    assert (outcome.code, outcome.err) == (0, "")
    assert "开展【专利】质押融资" in outcome.out
    assert "备注：【专利】指发明【专利】" in outcome.out
    whole = json.loads(kg("find", "专利", "-f", "json").out)
    assert [p["key"] for p in whole["parts"]] == ["nodes", "lines"]
    assert [len(p["rows"]) for p in whole["parts"]] == [5, 2]
    assert "【" not in json.dumps(whole, ensure_ascii=False)


def test_an_empty_answer_is_no_failure(kg: Kg, filled: Path) -> None:
    assert kg("find", "无此文字") == Outcome(0, "", "没有找到“无此文字”\n")
    english = kg("find", "无此文字", "--lang", "en", "-f", "json")
    assert (english.code, english.err) == (0, "nothing holds “无此文字”\n")
    assert [p["rows"] for p in json.loads(english.out)["parts"]] == [[], []]


def test_export_writes_both_files_and_the_same_bytes_again(kg: Kg, filled: Path) -> None:
    outcome = kg("export", "jsonl", "out/图谱")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "已写入 out/图谱/nodes.jsonl：节点 17\n已写入 out/图谱/edges.jsonl：关系 21\n"
    )
    kg("export", "jsonl", "again", "--lang", "en")
    for name in ("nodes.jsonl", "edges.jsonl"):
        first, second = Path("out/图谱", name), Path("again", name)
        assert first.read_bytes() == second.read_bytes()


def test_export_does_not_write_over_a_file(kg: Kg, filled: Path) -> None:
    outcome = kg("export", "jsonl", str(filled))
    assert outcome.code == 2
    assert "这是一个文件，不是文件夹" in outcome.err
    assert kg("find", "专利").code == 0


def test_doctor_on_a_sound_installation(kg: Kg, filled: Path) -> None:
    outcome = kg("doctor", "-f", "json", "--lang", "en")
    assert outcome.code == 0
    (part,) = json.loads(outcome.out)["parts"]
    found = {row["check"]: row for row in part["rows"]}
    assert {"program", "encodings", "dependency click", "SQLite", "loaders", "store"} <= set(found)
    assert found["store"]["detail"] == (
        "kg.db (default), sqlite, schema version 2, writable; 2 documents, 17 nodes, 21 edges"
    )
    assert {row["state"] for row in part["rows"]} == {"ok"}


def test_doctor_without_a_store_warns_and_makes_none(kg: Kg, workplace: Path) -> None:
    outcome = kg("doctor")
    assert outcome.code == 0
    assert "kg.db（默认） 还没有，请运行 kg build" in outcome.out
    assert list(workplace.iterdir()) == []


def test_doctor_on_a_file_that_is_no_store_is_a_problem(kg: Kg, workplace: Path) -> None:
    (workplace / "kg.db").write_text("这不是图谱库，只是一个文本文件。" * 100)
    outcome = kg("doctor")
    assert outcome.code == 1
    assert "问题 1 个" in outcome.out
