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


def modules(folder: Path, *arguments: str) -> set[str]:
    """The modules that are loaded after a command, which must have done its work."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        cwd=folder,
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=True,
    )
    code, loaded = json.loads(done.stderr.decode().rsplit("\n", 1)[1])
    assert code == 0
    return set(loaded)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("report", "--help")])
def test_help_loads_no_command_and_nothing_heavy(tmp_path: Path, arguments: tuple[str]) -> None:
    loaded = modules(tmp_path, *arguments)
    assert not loaded & NOT_FOR_HELP
    commands = {e.module for entry in COMMANDS.values() for e in (entry, *entry.members.values())}
    assert not loaded & commands


@pytest.mark.parametrize(
    "arguments",
    [("report", "workload"), ("report", "workload", "-f", "csv"), ("show", "市科技局"),
     ("find", "专利"), ("find", "专利", "-f", "json"), ("export", "jsonl", "out")],
)  # fmt: skip
def test_reading_commands_load_nothing_heavy(filled: Path, arguments: tuple[str, ...]) -> None:
    assert not modules(filled.parent, *arguments) & NOT_FOR_REPORTS


def test_a_workbook_alone_loads_the_workbook_library(filled: Path) -> None:
    loaded = modules(filled.parent, "report", "workload", "-o", "a.xlsx")
    assert "openpyxl" in loaded
    assert not loaded & {"networkx", "neo4j", "pyvis", "spacy", "rich"}


@pytest.mark.parametrize("arguments", [("build",), ("doctor",)])
def test_build_and_doctor_load_nothing_heavy(filled: Path, arguments: tuple[str, ...]) -> None:
    assert not modules(filled.parent, *arguments) & (HEAVY | {"rich", "openpyxl"})
