"""Which modules a command may load: start-up time is kept by what is not imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.catalogue import COMMANDS
from tests.cli.process import environment

HEAVY = {"networkx", "neo4j", "pyvis", "spacy", "pandas", "numpy", "scipy", "sklearn"}
NOT_FOR_HELP = HEAVY | {"rich", "openpyxl", "sqlite3", "csv", "tomllib", "kg.store", "kg.pipeline"}
NOT_FOR_REPORTS = HEAVY | {"rich", "openpyxl", "kg.pipeline", "kg.loaders", "kg.loading"}

SCRIPT = """
import json, sys
from kg.cli.program import run
code = run(sys.argv[1:])
sys.stderr.write("\\n" + json.dumps([code, sorted(sys.modules)]))
"""


def modules(folder: Path, *arguments: str, code: int = 0) -> set[str]:
    """The modules that are loaded after a command, which must have done its work."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        cwd=folder,
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=True,
    )
    ended, loaded = json.loads(done.stderr.decode().rsplit("\n", 1)[1])
    assert ended == code
    return set(loaded)


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("report", "--help"), ("view", "--help")]
)
def test_help_loads_no_command_and_nothing_heavy(tmp_path: Path, arguments: tuple[str]) -> None:
    loaded = modules(tmp_path, *arguments)
    assert not loaded & NOT_FOR_HELP
    commands = {e.module for entry in COMMANDS.values() for e in (entry, *entry.members.values())}
    assert not loaded & commands


@pytest.mark.parametrize(
    "arguments",
    [("report", "workload"), ("report", "workload", "-f", "csv"), ("show", "市科技局"),
     ("find", "专利"), ("find", "专利", "-f", "json"), ("export", "jsonl", "out"),
     ("review", "list")],
)  # fmt: skip
def test_reading_commands_load_nothing_heavy(filled: Path, arguments: tuple[str, ...]) -> None:
    assert not modules(filled.parent, *arguments) & NOT_FOR_REPORTS


@pytest.mark.parametrize("report", ["coordination", "centrality"])
def test_the_network_of_a_paper_loads_networkx_and_no_scipy(filled: Path, report: str) -> None:
    assert modules(filled.parent, "report", report) & HEAVY == {"networkx"}


def test_a_workbook_alone_loads_the_workbook_library(filled: Path) -> None:
    loaded = modules(filled.parent, "report", "workload", "-o", "a.xlsx")
    assert "openpyxl" in loaded
    assert not loaded & {"networkx", "neo4j", "pyvis", "spacy", "rich"}


def test_the_help_of_a_view_loads_no_page(tmp_path: Path) -> None:
    loaded = modules(tmp_path, "view", "agency", "--help")
    assert not loaded & (HEAVY | {"jinja2", "sqlite3", "kg.pipeline", "kg.views.page"})


def test_doctor_loads_nothing_heavy(filled: Path) -> None:
    assert not modules(filled.parent, "doctor") & (HEAVY | {"rich", "openpyxl"})


def test_build_loads_what_reads_sentences_and_nothing_else_heavy(filled: Path) -> None:
    loaded = modules(filled.parent, "build")
    assert "spacy" in loaded
    assert not loaded & (HEAVY - {"spacy", "numpy", "scipy"})


def test_a_build_that_changes_nothing_compares_nothing(filled: Path) -> None:
    modules(filled.parent, "build")
    assert "scipy" not in modules(filled.parent, "build")


def test_a_build_that_is_refused_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("会议强调，要抓好落实。\n", encoding="utf-8")
    assert not modules(tmp_path, "build", "news.txt", code=3) & HEAVY
