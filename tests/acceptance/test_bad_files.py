"""Bad files: each a clear error with file and place, exit code 3, and the store as before."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.loading import registry
from tests.cli.process import start

CITY = next(p for p in registry().bundled_files() if "重点任务分解表" in p.read_text("utf-8"))
GOOD = (
    "任务\t措施\t责任单位\n1.更新管网\t更新供水管网。\t市水利局\n",
    "2026年临河县重点任务清单\n\n",
)


def _good(path: Path, title: str = GOOD[1]) -> None:
    path.write_text(title + GOOD[0], encoding="utf-8")


def _missing(folder: Path) -> None:
    return None


def _empty(folder: Path) -> None:
    (folder / "坏.txt").write_bytes(b"")


def _blank(folder: Path) -> None:
    (folder / "坏.txt").write_bytes(b" \n\t\n")


def _binary(folder: Path) -> None:
    (folder / "坏.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def _news(folder: Path) -> None:
    text = "本报讯 昨日，全市召开推进会。\n会议强调，要抓好落实。\n"
    (folder / "坏.txt").write_text(text, encoding="utf-8")


def _unknown_columns(folder: Path) -> None:
    text = GOOD[0].replace("任务\t措施\t责任单位", "甲\t乙\t丙")
    (folder / "坏.txt").write_text(text, encoding="utf-8")


def _cut(folder: Path) -> None:
    text = CITY.read_text(encoding="utf-8")
    (folder / "坏.txt").write_text(text[: text.rindex("各县（市）区政府")], encoding="utf-8")


def _cut_character(folder: Path) -> None:
    (folder / "坏.txt").write_bytes(CITY.read_bytes().rstrip()[:-1])


def _folder_without_documents(folder: Path) -> None:
    (folder / "坏.txt").mkdir()
    (folder / "坏.txt" / "readme.docx.bak").write_bytes(b"x")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "坏.txt")


BAD: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "missing": (_missing, "坏.txt", "no such file"),
    "empty": (_empty, "坏.txt", "empty"),
    "blank": (_blank, "坏.txt", "no text"),
    "binary": (_binary, "坏.txt", "PNG"),
    "news": (_news, "坏.txt", "no task table"),
    "unknown columns": (_unknown_columns, "line 1", "重点任务"),
    "cut in a row": (_cut, "line 455", "middle of a row"),
    "cut in a character": (_cut_character, "line 456", "cut off in the middle of a character"),
    "folder without documents": (_folder_without_documents, "坏.txt", ".txt"),
    "pipe": (_pipe, "坏.txt", "regular file"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_and_the_store_stays(kind: str, tmp_path: Path) -> None:
    make, place, word = BAD[kind]
    _good(tmp_path / "旧.txt")
    assert start(tmp_path, "build", "旧.txt").returncode == 0
    before = _export(tmp_path, "前")
    make(tmp_path)
    run = start(tmp_path, "--lang", "en", "build", "坏.txt")
    error = run.stderr.decode()
    assert run.returncode == 3
    assert place in error
    assert word in error
    assert "Traceback" not in error
    assert run.stdout == b""
    assert _export(tmp_path, "后") == before


@pytest.mark.parametrize("kind", BAD)
def test_good_files_beside_a_bad_one_are_loaded(kind: str, tmp_path: Path) -> None:
    make, place, _ = BAD[kind]
    make(tmp_path)
    _good(tmp_path / "甲.txt")
    _good(tmp_path / "乙.txt", "2027年临河县重点任务清单\n\n")
    run = start(tmp_path, "--lang", "en", "build", "甲.txt", "坏.txt", "乙.txt")
    assert run.returncode == 3
    assert place in run.stderr.decode()
    documents = [n for n in _nodes(tmp_path) if n["label"] == "Document"]
    assert sorted(n["props"]["year"] for n in documents) == [2026, 2027]


def test_strict_loads_nothing_when_one_file_is_bad(tmp_path: Path) -> None:
    _news(tmp_path)
    _good(tmp_path / "甲.txt")
    assert start(tmp_path, "build", "--strict", "甲.txt", "坏.txt").returncode == 3
    assert not (tmp_path / "kg.db").exists()


def test_two_files_of_one_document_that_differ_are_not_both_taken(tmp_path: Path) -> None:
    _good(tmp_path / "甲.txt")
    changed = (GOOD[1] + GOOD[0]).replace("市水利局", "市住建局")
    (tmp_path / "乙.txt").write_text(changed, encoding="utf-8")
    for order in (("甲.txt", "乙.txt"), ("乙.txt", "甲.txt")):
        run = start(tmp_path, "--lang", "en", "build", *order)
        assert run.returncode == 3
        assert "two files claim one document" in run.stderr.decode()
        names = [n["props"].get("name") for n in _nodes(tmp_path) if n["label"] == "Agency"]
        assert len(names) == 1


def _nodes(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _export(folder, "出")[0].decode().splitlines()]


def _export(folder: Path, name: str) -> tuple[bytes, bytes]:
    assert start(folder, "export", "jsonl", name).returncode == 0
    return (folder / name / "nodes.jsonl").read_bytes(), (
        folder / name / "edges.jsonl"
    ).read_bytes()
