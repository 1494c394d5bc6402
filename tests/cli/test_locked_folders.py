"""Folders and files that one may not write to: one sentence, and everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import start_locked_out

WRITING = [
    ("report", "workload", "-o", "locked/a.xlsx"),
    ("report", "deadlines", "--as-of", "2025-07-01", "-o", "locked/a.csv"),
    ("report", "brief", "--agency", "市科技局", "-o", "locked/a.md"),
    ("query", "workload-ranking", "-o", "locked/a.json"),
    ("export", "graphml", "locked/a"),
    ("export", "gexf", "locked/a"),
    ("export", "ics", "locked/a"),
    ("export", "sssom", "locked/a"),
    ("export", "jsonl", "locked"),
    ("export", "csv", "locked"),
    ("export", "neo4j-admin", "locked"),
    ("view", "responsibility", "-o", "locked/a.html"),
    ("view", "all", "-o", "locked"),
    ("plot", "workload", "-o", "locked/a.png"),
    ("review", "export", "locked/a.xlsx"),
]


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_a_folder_that_is_read_only(filled: Path, arguments: tuple[str, ...]) -> None:
    folder = filled.parent / "locked"
    folder.mkdir()
    (folder / "a").write_text("kept")
    folder.chmod(0o555)
    done = start_locked_out(filled.parent, *arguments)
    folder.chmod(0o755)
    last = done.stderr.decode().splitlines()[-1]
    assert (done.returncode, done.stdout) == (1, b"")
    assert last.startswith("写不了文件：Permission denied（locked")
    assert last.endswith("请检查文件夹是否存在、可写，磁盘是否已满")
    assert [(p.name, p.read_text()) for p in folder.iterdir()] == [("a", "kept")]


def test_a_file_that_is_read_only_is_not_replaced(filled: Path) -> None:
    file = filled.parent / "a.csv"
    file.write_text("kept")
    file.chmod(0o444)
    done = start_locked_out(filled.parent, "report", "workload", "-o", "a.csv")
    assert done.returncode == 1
    assert "写不了文件：Permission denied（a.csv）" in done.stderr.decode()
    assert file.read_text() == "kept"
    assert sorted(p.name for p in filled.parent.iterdir()) == ["a.csv", "kg.db"]
