"""``kg export`` from outside: what is written, what is said, what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.store import open_store
from tests.analysis.sample import CITY, COURT, MARKET
from tests.cli.conftest import Kg
from tests.cli.process import environment, start
from tests.export.graphs import unled

FILES = ("graphml", "gexf", "ics")
FOLDERS = ("jsonl", "csv", "neo4j-admin")
NEVER = {"networkx", "neo4j", "numpy", "scipy", "openpyxl", "rich", "spacy", "matplotlib"}


@pytest.mark.parametrize("name", [*FILES, *FOLDERS])
def test_it_says_in_both_languages_what_was_written(kg: Kg, filled: Path, name: str) -> None:
    chinese = kg("export", name, "出")
    assert (chinese.code, chinese.out) == (0, "")
    assert chinese.err.startswith("已写入 出")
    english = kg("--lang", "en", "export", name, "出")
    assert (english.code, english.out) == (0, "")
    assert english.err.startswith("written to 出")


def test_the_next_step_of_a_bulk_import_is_said(kg: Kg, filled: Path) -> None:
    assert kg("export", "neo4j-admin", "out").err.splitlines()[1] == (
        "停下数据库后在 out 中运行：neo4j-admin database import full @neo4j-admin.args neo4j；"
        "启动后执行 schema.cypher（约束和索引）"
    )
    assert kg("--lang", "en", "export", "neo4j-admin", "out").err.splitlines()[1] == (
        "stop the database and run in out: neo4j-admin database import full @neo4j-admin.args "
        "neo4j; start it, then run schema.cypher (constraints and indexes)"
    )


@pytest.mark.parametrize("name", ["graphml", "jsonl"])
def test_documents_are_chosen(kg: Kg, filled: Path, name: str) -> None:
    whole, part = kg("export", name, "a").err, kg("export", name, "b", "--document", CITY).err
    assert whole.replace("a", "b") != part
    unknown = kg("export", name, "c", "--document", "澄知发〔2022〕4号")
    assert unknown.code == 2
    assert CITY in unknown.err
    assert not Path("c").exists()


def test_the_calendar_of_one_agency_by_any_of_its_names(kg: Kg, filled: Path) -> None:
    outcome = kg("export", "ics", "a.ics", "--agency", "市市场监管局（知识产权局）")
    assert outcome.err.splitlines() == [
        "已写入 a.ics：事件 1 个",
        "有牵头单位而没有具体日期的举措 1 条，未入日历",
    ]
    text = Path("a.ics").read_bytes().decode().replace("\r\n ", "")
    assert f"SUMMARY:举措到期：{MARKET}牵头 1 项" in text
    english = kg("--lang", "en", "export", "ics", "a.ics", "--agency", COURT)
    assert english.err.splitlines() == [
        "written to a.ics: 0 events",
        "measures with a lead but no day, left out: 1",
    ]


def test_measures_without_a_lead_are_counted(kg: Kg, filled: Path) -> None:
    with open_store(str(filled)) as store:
        store.write(unled())
    assert "有时限而没有明示牵头单位的举措 1 条，未入日历" in kg("export", "ics", "a").err
    assert "measures with a deadline but no explicit lead, left out: 1" in (
        kg("--lang", "en", "export", "ics", "a").err
    )
    assert "有时限而没有牵头单位的" not in kg("export", "ics", "a", "--inferred").err


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ("--from", "2025-02-30"),
            "不是日期：2025-02-30（--from）；应为：年-月-日，例如 2025-06-30",
            "not a date: 2025-02-30 (--from); expected: YYYY-MM-DD, such as 2025-06-30",
        ),
        (
            ("--from", "2025-12-01", "--to", "2025-01-01"),
            "起始日期晚于截止日期（--from 2025-12-01 --to 2025-01-01）",
            "the first day is later than the last (--from 2025-12-01 --to 2025-01-01)",
        ),
    ],
)
def test_days_that_make_no_sense(
    kg: Kg, filled: Path, arguments: tuple[str, ...], zh: str, en: str
) -> None:
    chinese = kg("export", "ics", "a.ics", *arguments)
    assert (chinese.code, chinese.err) == (2, f"{zh}\n")
    assert kg("--lang", "en", "export", "ics", "a.ics", *arguments).err == f"{en}\n"
    assert not Path("a.ics").exists()


def test_an_unknown_agency_names_the_nearest(kg: Kg, filled: Path) -> None:
    outcome = kg("export", "ics", "a.ics", "--agency", "澄湖市中级人民法阮")
    assert outcome.code == 2
    assert COURT in outcome.err


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("target", ["none/a", "folder"])
def test_a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing(
    kg: Kg, filled: Path, name: str, target: str
) -> None:
    Path("folder").mkdir()
    outcome = kg("export", name, target)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("写不了文件：")
    assert outcome.err.count("\n") == 1
    assert sorted(p.name for p in filled.parent.iterdir()) == ["folder", "kg.db"]
    assert list(Path("folder").iterdir()) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_a_file_is_refused(kg: Kg, filled: Path, name: str) -> None:
    Path("a").write_text("x")
    outcome = kg("export", name, "a")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("这是一个文件，不是文件夹（a）")
    assert Path("a").read_text() == "x"


@pytest.mark.parametrize("name", ["graphml", "csv"])
def test_a_full_disk_leaves_what_was_there(bundled: str, tmp_path: Path, name: str) -> None:
    """A limit on the size of files stands for a full disk: writing fails in the middle."""
    assert start(tmp_path, "--store", bundled, "export", name, "out").returncode == 0
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000));"
        "from kg.cli.program import run; sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "--store", bundled, "export", name, "out"],
        cwd=tmp_path,
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "写不了文件：File too large" in done.stderr.decode()
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_exports_load_nothing_heavy(filled: Path) -> None:
    script = (
        "import json, sys\nfrom kg.cli.program import run\n"
        "for name in sys.argv[1:]:\n    assert run(['export', name, f'out-{name}']) == 0\n"
        "sys.stdout.write(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *FILES, *FOLDERS],
        cwd=filled.parent,
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=True,
    )
    assert not set(json.loads(done.stdout)) & NEVER
