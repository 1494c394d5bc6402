"""Builds that are killed, and readers beside a build: whole documents only."""

from __future__ import annotations

import json
import random
import subprocess
import time
from pathlib import Path

import pytest

from kg.loading import registry
from kg.store import open_store
from tests.cli.process import PROGRAM, environment, start

ROUNDS = 12


def _versions(folder: Path) -> dict[str, list[str]]:
    """Write two versions of each bundled document; the second has other words throughout."""
    named: dict[str, list[str]] = {}
    for version, (old, new) in {"甲": ("", ""), "乙": ("知识产权", "知识财产")}.items():
        (folder / version).mkdir()
        for path in registry().bundled_files():
            text = path.read_text(encoding="utf-8")
            changed = text.replace(old, new) if old else text
            target = folder / version / path.name
            target.write_text(_same_title(text, changed), encoding="utf-8")
            named.setdefault(version, []).append(str(target))
    return named


def _same_title(text: str, changed: str) -> str:
    """Keep the lines in front of the table: they make the document's key."""
    lines, others = text.split("\n"), changed.split("\n")
    start = next(i for i, line in enumerate(lines) if line.strip().startswith("重点"))
    return "\n".join([*lines[:start], *others[start:]])


def _state(address: Path) -> dict[str, tuple[str, ...]]:
    """Return for each document its texts, in order."""
    with open_store(str(address), must_exist=True) as store:
        graph = store.graph()
    state: dict[str, tuple[str, ...]] = {}
    for node in graph.nodes:
        if node.label == "Measure":
            owner = str(node.props["document_key"])
            state[owner] = (*state.get(owner, ()), str(node.props["text"]))
    return state


def _build(folder: Path, files: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, "build", *files],
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.slow
def test_a_killed_build_leaves_each_document_old_or_new(tmp_path: Path) -> None:
    files = _versions(tmp_path)
    states = {}
    for version, paths in files.items():
        assert start(tmp_path, "--store", f"{version}.db", "build", *paths).returncode == 0
        states[version] = _state(tmp_path / f"{version}.db")
    assert states["甲"].keys() == states["乙"].keys()
    began = time.perf_counter()
    assert start(tmp_path, "build", *files["甲"]).returncode == 0
    whole = time.perf_counter() - began
    chance = random.Random(7)  # noqa: S311 - moments to kill at, no secret
    seen = set()
    for i in range(ROUNDS):
        process = _build(tmp_path, files["乙" if i % 2 else "甲"])
        time.sleep(whole * chance.uniform(0.3, 1.0))
        process.kill()
        process.wait()
        for key, texts in _state(tmp_path / "kg.db").items():
            found = [version for version in states if states[version][key] == texts]
            assert found, f"{key} is neither old nor new"
            seen.update(found)
    assert start(tmp_path, "build", *files["乙"]).returncode == 0
    assert _state(tmp_path / "kg.db") == states["乙"]


@pytest.mark.slow
def test_readers_beside_a_build_see_whole_documents(tmp_path: Path) -> None:
    files = _versions(tmp_path)
    assert start(tmp_path, "build", *files["甲"]).returncode == 0
    writer = [*PROGRAM, "build"]
    loop = f"for i in 1 2 3 4; do {' '.join(writer)} 乙; {' '.join(writer)} 甲; done"
    process = subprocess.Popen(
        ["sh", "-c", loop],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    expected = _measures_named(tmp_path)
    reads = 0
    while process.poll() is None or reads < 2:
        assert _measures_named(tmp_path) == expected
        reads += 1
    _, errors = process.communicate()
    assert (process.returncode, b"locked" in errors) == (0, False)


def _measures_named(folder: Path) -> dict[str, int]:
    """Return for each document how many measures its bodies stand on: the same in both versions."""
    report = start(folder, "report", "workload", "-f", "json")
    assert (report.returncode, report.stderr) == (0, b"")
    parts = [p for p in json.loads(report.stdout)["parts"] if p["key"] != "concentration"]
    return {part["key"]: sum(row["measures"] for row in part["rows"]) for part in parts}
